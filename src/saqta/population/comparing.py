"""Two laws over the same people on the same day: who gains the insurance, who loses it, and by which article."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
import polars as pl

from saqta.law.book import Law
from saqta.population.everybody import Asking, EngineName, Progress
from saqta.population.layout import parts_of
from saqta.population.summary import Owed, Tally, cites_of
from saqta.rules.answer import Citing, Quotation, sealed

Known = Literal["yes", "no", "unknown"]
KNOWN: tuple[Known, ...] = ("yes", "no", "unknown")


class Cell(msgspec.Struct, frozen=True):
    """How many living people have one verdict under the first law and one under the second."""

    before: Known
    after: Known
    people: int


class Move(msgspec.Struct, frozen=True):
    """People whose verdict changed, by the clause that decides: of those who gain, the one of the second law that gives
    the insurance; of those who lose, the one of the first that gave it. ``law`` says whose clause it is."""

    before: Known
    after: Known
    law: Literal["before", "after"]
    clause: str | None
    people: int
    cites: tuple[str, ...]


class Rebased(msgspec.Struct, frozen=True):
    """People insured under both laws, by another ground or another clause under the second."""

    ground_before: str | None
    clause_before: str | None
    ground_after: str | None
    clause_after: str | None
    people: int


class Judged(msgspec.Struct, frozen=True):
    """What one of the two laws comes to; ``law`` is its seal."""

    insured: int
    not_insured: int
    unknown: int
    owed: Owed
    law: str


class Comparison(msgspec.Struct, frozen=True):
    """The verdicts of two laws about the same living people. ``citations`` are those of the moves."""

    on: date
    people: int
    before: Judged
    after: Judged
    table: tuple[Cell, ...]
    moves: tuple[Move, ...]
    rebased: tuple[Rebased, ...]
    citations: tuple[Quotation, ...]
    answer: str = ""

    def count(self, before: Known, after: Known) -> int:
        return next(cell.people for cell in self.table if (cell.before, cell.after) == (before, after))


def compare(folder: Path, before: Law, after: Law, by: EngineName, progress: Progress) -> Comparison:
    """Asks about everybody under both laws, which must be laws of one day; raises ``Refused`` as asking does."""
    parts = parts_of(folder)
    first, second = Asking(before, by), Asking(after, by)
    tallies = Tally(before), Tally(after)
    moved = _Moved()
    for done, part in enumerate(parts, 1):
        answers = first.answers(part), second.answers(part)
        for tally, found in zip(tallies, answers, strict=True):
            tally.add(found)
        moved.add(*answers)
        progress(done, len(parts))
    return moved.comparison(before, after, tallies)


class _Moved:
    """Counts, partition by partition, who stands where under the two laws."""

    def __init__(self) -> None:
        self._groups: list[pl.DataFrame] = []

    def add(self, before: pl.DataFrame, after: pl.DataFrame) -> None:
        living = before.filter("living").select("person", *_placed("before"))
        both = living.join(after.select("person", *_placed("after")), on="person", how="inner")
        keys = ("before", "after", "ground_before", "clause_before", "ground_after", "clause_after")
        found = both.group_by(keys).agg(pl.len().cast(pl.Int64).alias("people"))
        self._groups = [pl.concat([*self._groups, found]).group_by(keys).agg(pl.col("people").sum())]

    def comparison(self, before: Law, after: Law, tallies: tuple[Tally, Tally]) -> Comparison:
        groups = self._groups[0]
        citing = {"before": Citing(before), "after": Citing(after)}
        moves = tuple(self._moves(groups, {"before": before, "after": after}, citing))
        judged = tuple(map(_judged, tallies))
        quotations = dict.fromkeys([*citing["before"].quotations(), *citing["after"].quotations()])
        return sealed(
            Comparison(
                on=before.day,
                people=int(groups["people"].sum()),
                before=judged[0],
                after=judged[1],
                table=tuple(_cells(groups)),
                moves=moves,
                rebased=tuple(_rebased(groups)),
                citations=tuple(quotations),
            )
        )

    @staticmethod
    def _moves(groups: pl.DataFrame, laws: dict[str, Law], citing: dict[str, Citing]) -> Iterator[Move]:
        gives_now = pl.col("after") == "yes"
        gave_before = pl.col("before") == "yes"
        whose = pl.when(gives_now).then(pl.lit("after")).when(gave_before).then(pl.lit("before"))
        named = groups.filter(pl.col("before") != pl.col("after")).with_columns(
            whose.when(pl.col("after") == "no").then(pl.lit("after")).otherwise(pl.lit("before")).alias("law")
        )
        clause = pl.when(pl.col("law") == "after").then("clause_after").otherwise("clause_before").alias("clause")
        moved = named.with_columns(clause).group_by("before", "after", "law", "clause").agg(pl.col("people").sum())
        ordered = moved.sort("people", "before", "after", "clause", descending=[True, False, False, False])
        for verdict, later, law, code, people in ordered.iter_rows():
            cites = citing[law].keys_in_force(cites_of(laws[law], code)) if code else ()
            yield Move(verdict, later, law, code, people, cites)


def _placed(name: str) -> tuple[pl.Expr, ...]:
    """Where one law puts a person: the verdict, the ground, the clause."""
    known = pl.when(pl.col("verdict").is_in(("yes", "no"))).then("verdict").otherwise(pl.lit("unknown"))
    return known.alias(name), pl.col("ground").alias(f"ground_{name}"), pl.col("clause").alias(f"clause_{name}")


def _judged(tally: Tally) -> Judged:
    summary = tally.summary()
    unknown = summary.depends + summary.undetermined
    return Judged(summary.insured, summary.not_insured, unknown, summary.owed, summary.law)


def _cells(groups: pl.DataFrame) -> Iterator[Cell]:
    counted = {
        (before, after): people
        for before, after, people in groups.group_by("before", "after").agg(pl.col("people").sum()).iter_rows()
    }
    for before in KNOWN:
        for after in KNOWN:
            yield Cell(before, after, counted.get((before, after), 0))


def _rebased(groups: pl.DataFrame) -> Iterator[Rebased]:
    same = pl.lit(value=True)
    for name in ("ground", "clause"):
        same = same & pl.col(f"{name}_before").eq_missing(pl.col(f"{name}_after"))
    stayed = groups.filter((pl.col("before") == "yes") & (pl.col("after") == "yes") & ~same)
    names = ("ground_before", "clause_before", "ground_after", "clause_after")
    for row in stayed.select(*names, "people").sort("people", *names, descending=[True, *[False] * 4]).iter_rows():
        yield Rebased(*row)
