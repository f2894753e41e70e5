"""The answers about everybody in sum: how many are insured, where, of what age, by which ground, and what is owed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
import polars as pl

from saqta.basis.money import Money
from saqta.law.book import Law
from saqta.logic.canonical import digest as rule_digest
from saqta.logic.nodes import Clause
from saqta.logic.trees import walk
from saqta.population.answering import DIED, NO_PARTICIPANT
from saqta.rules.answer import Citing, Quotation, ReadingUsed, law_digest, sealed, unseen_changes
from saqta.rules.insured import LAW, insured, settled_on

FREE_GROUNDS = ("category", "exempt", "local_budget", "transition")
"""Grounds beside which nobody asks what is owed for earlier months."""

LATER_BANDS = (30, 40, 50, 60, 70)
"""Ages at which bands of a summary begin, after the age at which childhood ends."""


class Slice(msgspec.Struct, frozen=True):
    """Living people who have something in common; ``key`` is a code, null where it is not known."""

    key: str | None
    people: int
    insured: int
    not_insured: int
    unknown: int

    @property
    def share(self) -> float:
        """The insured among them, from 0 to 1."""
        return self.insured / self.people if self.people else 0.0


class GroundCount(msgspec.Struct, frozen=True):
    """How many people are insured by a ground; null where what is unknown settles the verdict but not the ground."""

    ground: str | None
    people: int


class Deciding(msgspec.Struct, frozen=True):
    """How many people one clause of the law decides about, with its ground (null for those not insured)."""

    clause: str
    ground: str | None
    people: int
    cites: tuple[str, ...]


class RegionOwed(msgspec.Struct, frozen=True):
    """What is owed in one region; ``key`` is its code, null where it is not known."""

    key: str | None
    people: int
    amount: str


class Owed(msgspec.Struct, frozen=True):
    """What is owed by living people whom the debt concerns: not by those for whom somebody else pays, nor by those who
    take no part. ``by_months`` counts people by how many months they owe, from one on; ``by_region`` begins with the
    largest sum."""

    people: int
    months: int
    amount: str
    by_months: tuple[int, ...]
    by_region: tuple[RegionOwed, ...]


class CountryStatus(msgspec.Struct, frozen=True):
    """Who is insured on a day, of a whole population. People born later and people who have died are not counted in
    ``people``. ``law`` and ``answer`` are seals as in one person's answer."""

    on: date
    known_at: date | None
    people: int
    insured: int
    not_insured: int
    depends: int
    undetermined: int
    dead: int
    by_region: tuple[Slice, ...]
    by_age: tuple[Slice, ...]
    by_sex: tuple[Slice, ...]
    by_ground: tuple[GroundCount, ...]
    by_clause: tuple[Deciding, ...]
    owed: Owed
    readings: tuple[ReadingUsed, ...]
    citations: tuple[Quotation, ...]
    law: str
    answer: str = ""

    @property
    def share(self) -> float:
        return self.insured / self.people if self.people else 0.0


class Tally:
    """Adds up the answers of one partition after another; what it keeps does not grow with the number of people."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self._groups: list[pl.DataFrame] = []
        self._debts: list[pl.DataFrame] = []

    def add(self, answers: pl.DataFrame) -> None:
        banded = answers.with_columns(_band(self.law).alias("band"))
        keys = ("region", "sex", "band", "living", "verdict", "ground", "clause")
        self._groups = [
            _joined([*self._groups, banded.group_by(keys).agg(pl.len().cast(pl.Int64).alias("people"))], keys)
        ]
        owing = banded.filter(concerned()).group_by("region", "months_owed")
        found = owing.agg(pl.len().cast(pl.Int64).alias("people"), pl.col("amount_owed").sum())
        self._debts = [_joined([*self._debts, found], ("region", "months_owed"))]

    def summary(self) -> CountryStatus:
        everybody = self._groups[0]
        living = everybody.filter("living")
        counted = dict(living.group_by("verdict").agg(pl.col("people").sum()).iter_rows())
        citing = Citing(self.law)
        clauses = tuple(self._clauses(living, citing))
        return sealed(
            CountryStatus(
                on=self.law.day,
                known_at=self.law.known_at,
                people=int(living["people"].sum()),
                insured=counted.get("yes", 0),
                not_insured=counted.get("no", 0),
                depends=counted.get("depends", 0),
                undetermined=counted.get("undetermined", 0),
                dead=int(everybody.filter(~pl.col("living"))["people"].sum()),
                by_region=_slices(living, "region"),
                by_age=_slices(living, "band"),
                by_sex=_slices(living, "sex"),
                by_ground=_grounds(living),
                by_clause=clauses,
                owed=self._owed(),
                readings=unseen_changes(self.law),
                citations=citing.quotations(),
                law=law_digest(self.law, rule_digest(insured(self.law.book))),
            )
        )

    def _owed(self) -> Owed:
        debts = self._debts[0]
        by_months = dict(debts.group_by("months_owed").agg(pl.col("people").sum()).iter_rows())
        regions = debts.group_by("region").agg(pl.col("people").sum(), pl.col("amount_owed").sum())
        ordered = regions.sort(pl.col("region").is_null(), -pl.col("amount_owed"), "region")
        return Owed(
            people=int(debts["people"].sum()),
            months=int((debts["months_owed"] * debts["people"]).sum()),
            amount=str(Money(int(debts["amount_owed"].sum()))),
            by_months=tuple(by_months.get(count, 0) for count in range(1, self.law.number("months_required") + 1)),
            by_region=tuple(RegionOwed(key, people, str(Money(tiyn))) for key, people, tiyn in ordered.iter_rows()),
        )

    def _clauses(self, living: pl.DataFrame, citing: Citing) -> Iterator[Deciding]:
        decided = living.filter(pl.col("clause").is_not_null())
        found = decided.group_by("clause", "ground").agg(pl.col("people").sum())
        for clause, ground, people in found.sort("people", "clause", descending=[True, False]).iter_rows():
            yield Deciding(clause, ground, people, citing.keys_in_force(cites_of(self.law, clause)))


def concerned() -> pl.Expr:
    """Whom a debt concerns: the living who owe, unless a budget pays for them or they take no part."""
    free = (pl.col("verdict") == "yes") & pl.col("ground").is_in(FREE_GROUNDS).fill_null(value=False)
    outside = (pl.col("verdict") == "no") & pl.col("clause").is_in((DIED, NO_PARTICIPANT))
    return pl.col("living") & (pl.col("months_owed") > 0) & ~free & ~outside.fill_null(value=False)


def cites_of(law: Law, clause: str) -> tuple[str, ...]:
    """The provisions that a clause of the rule of this law rests on."""
    for node in walk(settled_on(law)):
        if isinstance(node, Clause) and node.code == clause:
            return node.cites
    return (f"{LAW}/art_5__para_1",)


def band_starts(law: Law) -> tuple[int, ...]:
    return (0, law.number("child_age"), *LATER_BANDS)


def _band(law: Law) -> pl.Expr:
    starts = band_starts(law)
    chosen = pl.when(pl.col("age").is_null()).then(pl.lit(None, pl.String))
    for first, after in reversed(list(zip(starts, (*starts[1:], None), strict=True))):
        chosen = chosen.when(pl.col("age") >= first).then(pl.lit(band_key(first, after)))  # type: ignore[assignment]  # Then and ChainedThen chain alike
    return chosen.otherwise(None)


def band_key(first: int, after: int | None) -> str:
    return f"{first}+" if after is None else f"{first}-{after - 1}"


def _joined(frames: list[pl.DataFrame], keys: tuple[str, ...]) -> pl.DataFrame:
    return pl.concat(frames).group_by(keys).agg(pl.all().sum())


def _grounds(living: pl.DataFrame) -> tuple[GroundCount, ...]:
    insured_ = living.filter(pl.col("verdict") == "yes").group_by("ground").agg(pl.col("people").sum())
    return tuple(GroundCount(*row) for row in insured_.sort("people", descending=True).iter_rows())


def _slices(living: pl.DataFrame, key: str) -> tuple[Slice, ...]:
    """Groups by one column, the largest first, bands of age in their order, the unknown last."""
    verdicts = (("insured", ("yes",)), ("not_insured", ("no",)), ("unknown", ("depends", "undetermined")))
    counts = [pl.col("people").filter(pl.col("verdict").is_in(chosen)).sum().alias(name) for name, chosen in verdicts]
    found = living.group_by(key).agg(pl.col("people").sum(), *counts)
    order = pl.col(key).str.extract(r"^(\d+)").cast(pl.Int64) if key == "band" else -pl.col("people")
    ordered = found.sort(pl.col(key).is_null(), order, pl.col(key))
    return tuple(Slice(*row) for row in ordered.iter_rows())
