"""Who is insured on a day: everybody of a population, partition by partition."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

import polars as pl

from saqta.law.book import Law
from saqta.logic.windows import WindowTooFar
from saqta.population.answering import WORKED_OUT, answers_of_all, deciding, names
from saqta.population.layout import Part, parts_of
from saqta.population.on_polars import Polars
from saqta.population.on_sql import DuckDb
from saqta.population.plan import Relation
from saqta.population.question import Question
from saqta.population.undecided import Undecided, standings
from saqta.rules.standing import Standing

EngineName = Literal["polars", "duckdb", "spark"]

Progress = Callable[[int, int], None]
"""Told how many partitions are done, of how many."""

ANSWER = {
    "person": pl.Int64,
    "region": pl.String,
    "sex": pl.String,
    "age": pl.Int16,
    "living": pl.Boolean,
    "verdict": pl.String,
    "ground": pl.String,
    "clause": pl.String,
    "months_owed": pl.Int64,
    "owed_months": pl.Int64,
    "amount_owed": pl.Int64,
}
"""The columns of an answer: ``age`` in whole years on the day, ``verdict`` as in one person's answer, ``clause`` the
part of the rule that decides, ``owed_months`` bits of the months for which nothing may be owed, the earliest lowest,
``amount_owed`` in tiyn."""


NEEDED = ("person", "birth_date", "region", "sex", "died", "alone", *WORKED_OUT)
"""What is needed of the gathered facts and answers where no undecided person has to be looked at again."""


class Engine(Protocol):
    """Runs a plan over the files of a partition; ``at_once`` is how many partitions it is given at the same time."""

    name: str
    at_once: int

    def run(self, plan: Relation, files: Mapping[str, Path]) -> pl.DataFrame: ...


def engine(name: EngineName) -> Engine:
    if name == "spark":
        # Installed and loaded only where it is asked for: half a minute and a Java on the machine.
        from saqta.population.on_spark import Spark  # noqa: PLC0415  # see above

        return Spark()
    return Polars() if name == "polars" else DuckDb()


class PartAnswers(NamedTuple):
    """The answers about the people of one partition, ordered by person, with the columns of ``ANSWER``."""

    part: Part
    answers: pl.DataFrame


class AskedTooFar(ValueError):
    """The law as supposed looks further back than tables of months reach."""


class Asking:
    """One question put to one partition after another; people not yet born on the day are left out."""

    def __init__(self, law: Law, by: EngineName) -> None:
        self.question, self.engine = Question(law), engine(by)
        try:
            self.undecided = Undecided(self.question)
            answers = answers_of_all(self.question)
        except WindowTooFar as far:
            raise AskedTooFar(str(far)) from far
        self.plan = answers.only(*NEEDED) if self.undecided.kleene_is_exact else answers

    def answers(self, part: Part) -> pl.DataFrame:
        found = self.engine.run(self.plan, part.files)
        if found.is_empty():
            return pl.DataFrame(schema=ANSWER)
        return self._finished(self._with_the_alone(self._with_the_undecided(found), part)).sort("person")

    def _with_the_undecided(self, found: pl.DataFrame) -> pl.DataFrame:
        """Verdicts as words, those of the undecided worked out from what the rule sees of them."""
        decided = pl.when("verdict").then(pl.lit("yes")).when(~pl.col("verdict")).then(pl.lit("no"))
        if self.undecided.kleene_is_exact:
            open_ = pl.when("facts_settle").then(pl.lit("depends")).otherwise(pl.lit("undetermined"))
            return found.with_columns(decided.otherwise(open_).alias("verdict"))
        rows = found.filter(pl.col("verdict").is_null() & ~pl.col("alone"))
        settled = pl.DataFrame(
            {"person": rows["person"], "settled": self.undecided.verdicts(rows)},
            schema={"person": pl.Int64, "settled": pl.String},
        )
        joined = found.join(settled, on="person", how="left", maintain_order="left")
        return joined.with_columns(decided.otherwise("settled").alias("verdict")).drop("settled")

    def _with_the_alone(self, found: pl.DataFrame, part: Part) -> pl.DataFrame:
        alone = found.filter("alone")["person"].to_list()
        if not alone:
            return found
        rows = pl.DataFrame(
            [
                _row(self.question, person, standing)
                for person, standing in standings(self.question, part, alone).items()
            ]
        )
        return found.update(rows, on="person")

    def _finished(self, found: pl.DataFrame) -> pl.DataFrame:
        insured, not_insured = pl.col("verdict") == "yes", pl.col("verdict") == "no"
        words = found.select(self._named(name) for name in ("ground", "clause", "denied_by"))
        finished = found.drop(words.columns).hstack(words)
        return finished.with_columns(
            _age(self.question).alias("age"),
            (~pl.col("died")).alias("living"),
            pl.when(insured).then("ground").alias("ground"),
            pl.when(insured).then("clause").when(not_insured).then("denied_by").alias("clause"),
        ).select(pl.col(name).cast(kind) for name, kind in ANSWER.items())

    def _named(self, name: str) -> pl.Expr:
        """The words of a column of names, null for none."""
        words = pl.Series([word or None for word in names(self.question)])
        return pl.lit(words).gather(pl.col(name)).alias(name)


def _age(question: Question) -> pl.Expr:
    """Whole years on the day; null where the birth date is unknown."""
    birth, day = pl.col("birth_date"), question.day
    later_in_year = (birth.dt.month() > day.month) | ((birth.dt.month() == day.month) & (birth.dt.day() > day.day))
    return (day.year - birth.dt.year() - later_in_year.cast(pl.Int32)).cast(pl.Int16)


def _row(question: Question, person: int, standing: Standing) -> dict[str, object]:
    """One person's standing as a row of gathered answers."""
    ground, clause = map(names(question).index, deciding(question, standing.explanation.record))
    return {
        "person": person,
        "verdict": standing.verdict,
        "ground": ground,
        "clause": clause,
        "months_owed": len(standing.months_owed),
        "owed_months": sum(1 << place for place, month in enumerate(standing.months) if month.state == "owed"),
        "amount_owed": standing.amount_owed.tiyn,
    }


def statuses(folder: Path, law: Law, by: EngineName, progress: Progress) -> Iterator[PartAnswers]:
    """The answers about a whole population, in the order of the partitions; raises ``Refused`` where the folder holds
    none. No more partitions are begun than the engine works on at the same time."""
    parts = parts_of(folder)
    asking = Asking(law, by)
    for done, (part, answers) in enumerate(_some_ahead(asking.answers, parts, asking.engine.at_once), 1):
        yield PartAnswers(part, answers)
        progress(done, len(parts))


def _some_ahead(
    work: Callable[[Part], pl.DataFrame], parts: list[Part], at_once: int
) -> Iterator[tuple[Part, pl.DataFrame]]:
    with ThreadPoolExecutor(max_workers=at_once) as pool:
        waiting = deque((part, pool.submit(work, part)) for part in parts[:at_once])
        for place in range(len(parts)):
            part, begun = waiting.popleft()
            yield part, begun.result()
            if place + at_once < len(parts):
                waiting.append((parts[place + at_once], pool.submit(work, parts[place + at_once])))
