"""A million people and twelve months each, from Parquet to verdicts: the rule against a Polars query by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import polars as pl

from bench.measure import Figure, ratio
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.logic.frames import Covered, assuming, verdicts
from saqta.rules.insured import settled_on
from saqta.rules.vocabulary import CATEGORIES

PEOPLE, MONTHS = 1_000_000, 12
DAY = date(2025, 10, 1)


def bulk_figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        ledger, people = _write(Path(folder))
        by_rule, by_hand = _by_rule(ledger, people), _by_hand(ledger, people)
        if not _collect(by_rule).equals(_collect(by_hand)):
            raise SystemExit("the query by hand disagrees with the rule; the figure would mean nothing")
        found, mine, theirs = ratio(
            lambda: by_rule.collect(engine="streaming"), lambda: by_hand.collect(engine="streaming"), turns=9
        )
        name = "1,000,000 people × 12 months from Parquet"
        yield Figure(name, found, mine, theirs, "s", "a Polars query by hand", 1.3)
        yield from _openfisca(ledger, people, by_rule)


def _write(folder: Path) -> tuple[Path, Path]:
    """An invented ledger, sorted by person as exports are: a few holes, half a per cent of months unknown."""
    chance = np.random.default_rng(2025)
    person = np.repeat(np.arange(PEOPLE), MONTHS)
    first = Month.of(DAY).number - MONTHS
    month = np.tile(np.arange(first, first + MONTHS, dtype=np.int32), PEOPLE)
    steady = np.where(np.repeat(chance.random(PEOPLE) < 0.75, MONTHS), 0.999, 0.6)
    paid = chance.random(PEOPLE * MONTHS) < steady
    unknown = chance.random(PEOPLE * MONTHS) < 0.005
    rows = pl.DataFrame({"person": person, "month": month, "paid": paid, "unknown": unknown})
    credited = pl.when("unknown").then(None).otherwise(pl.col("paid")).alias("credited")
    rows.select("person", "month", credited).write_parquet(folder / "ledger.parquet")
    held, open_ = chance.random(PEOPLE) < 0.4, chance.random(PEOPLE) < 0.02
    crowd = pl.DataFrame({"person": np.arange(PEOPLE), "held": held, "open": open_})
    pensioner = pl.when("open").then(None).otherwise(pl.col("held")).alias("pensioner")
    crowd.select("person", pensioner).write_parquet(folder / "people.parquet")
    return folder / "ledger.parquet", folder / "people.parquet"


def _by_rule(ledger: Path, people: Path) -> pl.LazyFrame:
    """The whole rule of insured status as it stands on the day; what the ledger does not tell is the same for all."""
    month = Month.of(DAY)
    covered = Covered(month + -MONTHS, month)
    facts: dict[str, bool | str] = dict.fromkeys(set(CATEGORIES) - {"pensioner"}, False)
    facts |= {"citizenship": "KZ", "residence": "permanent", "recorded": False, "died": False}
    tree = assuming(settled_on(load().on(DAY)), facts, month, {"credited": covered, "paid": covered})
    return verdicts(
        tree,
        month,
        people=pl.scan_parquet(people),
        ledger=pl.scan_parquet(ledger),
        key="person",
        sets={"credited": "credited", "paid": "credited"},
        covered=covered,
    )


def _by_hand(ledger: Path, people: Path) -> pl.LazyFrame:
    months = pl.scan_parquet(ledger).group_by("person").agg(pl.col("credited").all(ignore_nulls=False))
    joined = pl.scan_parquet(people).join(months, on="person", how="left")
    return joined.select("person", (pl.col("pensioner") | pl.col("credited")).alias("verdict"))


def _collect(query: pl.LazyFrame) -> pl.DataFrame:
    return query.collect(engine="streaming").sort("person")


def _openfisca(ledger: Path, people: Path, by_rule: pl.LazyFrame) -> Iterator[Figure]:
    try:
        from bench.openfisca import insured_by_openfisca  # noqa: PLC0415  # only where the extra is installed
    except ImportError:
        print("openfisca-core is not installed: the comparison with it is left out")
        return
    wrong = insured_by_openfisca(ledger, people, DAY)
    certain = _collect(by_rule)["verdict"]
    called_no = int((~pl.Series(wrong) & certain.is_null()).sum())
    print(f"openfisca-core silently calls {called_no:,} people of unknown status not insured")
    found, mine, theirs = ratio(
        lambda: by_rule.collect(engine="streaming"), lambda: insured_by_openfisca(ledger, people, DAY), turns=3
    )
    yield Figure("the same against OpenFisca-core", found, mine, theirs, "s", "OpenFisca-core", 1)
