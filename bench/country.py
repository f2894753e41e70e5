"""A country from Parquet to verdicts: the rule of ``saqta population`` against a Polars query by hand.

Both read every person, membership and payment of the same twenty-four months and answer who is insured, by which
ground, how many months are owed and how much. The rule also says which clause decides, and could be asked about any
other day. ``python -m bench.country FOLDER`` works it out once and tells how much memory that took at most.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from bench.country_by_hand import DAY, by_hand
from bench.measure import Counted, Figure, ratio
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.population.everybody import statuses
from saqta.population.lives import Years
from saqta.population.making import make

PEOPLE = 2_000_000
"""How many people by default; ``SAQTA_COUNTRY=20000000`` makes it a country."""

YEARS = Years(Month.at(2024, 7), Month.at(2026, 7))
"""Fifteen months before the day, and what of a year paid ahead lies after it."""

SEED = 2025


def country_figures() -> Iterator[Figure]:
    people = int(os.environ.get("SAQTA_COUNTRY", PEOPLE))
    with TemporaryDirectory(prefix="saqta-country-") as named:
        folder = Path(named)
        make(folder, people=people, seed=SEED, book=load(), progress=_told, years=YEARS)
        if not same_answers(folder):
            raise SystemExit("the query by hand disagrees with the rule; the figure would mean nothing")
        rule, hand = Counted(lambda: by_rule(folder)), Counted(lambda: _by_hand(folder))
        found, mine, theirs = ratio(rule, hand, turns=3)
        name = f"{people:,} people × 24 months from Parquet to verdicts"
        cores = f"{rule.usual:.3g} s of all cores against {hand.usual:.3g} s"
        print(f"{name}: {people / mine:,.0f} people a second, {cores}, at most {_memory(folder)} MB", file=sys.stderr)
        yield Figure(name, found, mine, theirs, "s", "a Polars query by hand", 2)


def same_answers(folder: Path) -> bool:
    """Whether both give the same verdict, ground, months and sum to everybody, unknown included."""
    wanted = by_hand(folder).collect(engine="streaming").sort("person")
    answers = pl.concat([found.answers for found in statuses(folder, load().on(DAY), "polars", _told)])
    insured = pl.when(pl.col("verdict") == "yes").then(statement=True)
    certain = insured.when(pl.col("verdict") == "no").then(statement=False).alias("verdict")
    return answers.sort("person").select("person", certain, "ground", "months_owed", "amount_owed").equals(wanted)


def by_rule(folder: Path) -> int:
    return sum(found.answers.height for found in statuses(folder, load().on(DAY), "polars", _told))


def _by_hand(folder: Path) -> int:
    return by_hand(folder).collect(engine="streaming").height


def _told(*_: int) -> None:
    """Nobody watches."""


def _memory(folder: Path) -> int:
    """Megabytes that working it out takes at most, in a process that does nothing else."""
    words = [sys.executable, "-m", "bench.country", str(folder)]
    return int(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    by_rule(Path(sys.argv[1]))
    # The high-water mark of this program alone: what getrusage tells begins with the process that started it.
    status = Path("/proc/self/status").read_text()
    print(int(status.split("VmHWM:")[1].split()[0]) // 1024)
