"""The heart of the room: whatever the facts, the day and the readings, everybody is answered as one person would be."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saqta.basis.month import MONTHS_A_WORD
from saqta.law.book import Law, load
from saqta.population.answering import deciding
from saqta.population.everybody import ANSWER, Asking, EngineName
from saqta.population.gather import Gathering
from saqta.population.held import CATEGORY_BITS
from saqta.population.layout import Part
from saqta.population.on_polars import Polars
from saqta.population.on_sql import DuckDb
from saqta.population.question import Question, word_columns
from saqta.rules.case import Case
from saqta.rules.facts import PersonFacts
from saqta.rules.standing import Standing
from tests.properties.people import asked_days, facts
from tests.rooms.population.invented_facts import invented_people
from tests.rooms.population.people_in_parquet import write_people

BOOK = load()
DAYS = (
    date(2020, 3, 1), date(2020, 7, 1), date(2021, 7, 1), date(2022, 3, 27), date(2022, 3, 28), date(2022, 10, 1),
    date(2023, 12, 31), date(2024, 2, 29), date(2025, 10, 1), date(2025, 12, 31), date(2026, 1, 1), date(2026, 6, 15),
    date(2026, 12, 31),
)  # fmt: skip
LOOKED_THROUGH = 100
OPTIONS = {
    reading: [option.id for option in BOOK.readings[reading].options if option.encoded]
    for reading in ("Q1", "Q2", "Q3", "Q8", "Q18", "Q19", "Q20", "Q21", "Q22", "Q23")
}


def answered(law: Law, people: Sequence[PersonFacts], folder: Path, by: EngineName) -> pl.DataFrame:
    return Asking(law, by).answers(Part(0, write_people(folder, people)))


def expected(law: Law, people: Sequence[PersonFacts]) -> list[dict[str, object]]:
    """What one person's path says of each, in the columns of a bulk answer that do not only describe the person."""
    question, rows = Question(law), []
    for person, facts_ in enumerate(people):
        standing = Standing(Case(facts_, law))
        _, clause = deciding(question, standing.explanation.record)
        rows.append(
            {
                "person": person,
                "verdict": standing.verdict,
                "ground": standing.ground,
                "clause": (clause or None) if standing.verdict == "yes" else None,
                "months_owed": len(standing.months_owed),
                "owed_months": sum(1 << place for place, month in enumerate(standing.months) if month.state == "owed"),
                "amount_owed": standing.amount_owed.tiyn,
            }
        )
    return rows


def check(law: Law, people: Sequence[PersonFacts], folder: Path) -> None:
    by_polars, by_duckdb = (answered(law, people, folder, by) for by in ("polars", "duckdb"))
    assert by_polars.equals(by_duckdb)
    assert by_polars.columns == list(ANSWER)
    # Why somebody is not insured is told by its own tests; here it would only repeat the plan.
    told = by_polars.with_columns(pl.when(pl.col("verdict") == "yes").then("clause").alias("clause"))
    wanted = expected(law, people)
    for found, one in zip(told.select(list(wanted[0])).iter_rows(named=True), wanted, strict=True):
        assert found == one, people[one["person"]]  # type: ignore[call-overload]  # a whole number


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_every_day_by_the_readings_followed(day: date, tmp_path: Path) -> None:
    chance = random.Random(day.toordinal())
    check(BOOK.on(day), invented_people(chance, day, LOOKED_THROUGH), tmp_path)


@pytest.mark.parametrize("seed", range(10))
def test_by_other_readings_and_as_of_an_earlier_day(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(2557))
    follow = {reading: chance.choice(options) for reading, options in OPTIONS.items() if chance.random() < 0.6}
    known_at = day - timedelta(days=chance.randint(0, 200)) if chance.random() < 0.5 else None
    check(BOOK.on(day, known_at, follow), invented_people(chance, day, LOOKED_THROUGH), tmp_path)


def test_where_only_reasoning_over_all_that_is_unknown_can_tell(tmp_path: Path) -> None:
    """Under this reading of Q1 a payment can also hinder, so Kleene's logic is not exact, and each is inquired into."""
    day, chance = date(2025, 10, 1), random.Random(1)
    law = BOOK.on(day, None, {"Q1": "tail_only"})
    assert not Asking(law, "polars").undecided.kleene_is_exact
    assert Asking(BOOK.on(day), "polars").undecided.kleene_is_exact
    check(law, invented_people(chance, day, LOOKED_THROUGH), tmp_path)


def test_a_run_that_months_not_paid_for_do_not_break(tmp_path: Path) -> None:
    """Reading Q7 counts inside runs of any length: by far the largest rule that an engine is given."""
    day, chance = date(2026, 6, 15), random.Random(7)
    law = BOOK.on(day, None, {"Q7": "does_not_break"})
    people = invented_people(chance, day, 40)
    found = answered(law, people, tmp_path, "polars").select("person", "verdict", "ground").rows()
    wanted = [(one["person"], one["verdict"], one["ground"]) for one in expected(law, people)]
    assert found == wanted


@settings(max_examples=4)
@given(day=asked_days, data=st.data())
def test_for_the_people_of_the_laws_of_status(
    day: date, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The same people on whom the laws of status are searched, a few of them to a partition."""
    found = data.draw(st.lists(facts(day), min_size=12, max_size=12))
    people = [one for one in found if one.person.birth_date is None or one.person.birth_date <= day]
    if people:
        check(BOOK.on(day), people, tmp_path_factory.mktemp("people"))


@pytest.mark.parametrize("day", [date(2021, 7, 1), date(2025, 10, 1), date(2026, 6, 15)], ids=str)
@pytest.mark.parametrize("follow", [{}, {"Q8": "three_months"}], ids=["as followed", "leaving a category"])
@pytest.mark.parametrize("by", ["polars", "duckdb"])
def test_the_facts_gathered_are_those_of_one_persons_case(
    day: date, follow: Mapping[str, str], by: EngineName, tmp_path: Path
) -> None:
    """Not only the answers: every fact and every month that the rule looks at, known and unknown."""
    chance, law = random.Random(3), BOOK.on(day, None, follow)
    people, gathering = invented_people(chance, day, LOOKED_THROUGH), Gathering(Question(law))
    engine = Polars() if by == "polars" else DuckDb()
    rows = engine.run(gathering.plan(), write_people(tmp_path, people)).sort("person")
    for row, facts_ in zip(rows.iter_rows(named=True), people, strict=True):
        values = Case(facts_, law).values(day)
        assert seen(gathering.question, row) == {
            name: _looked_at(gathering.question, name, value)
            for name, value in values.items()
            if _seen(gathering, name)
        }


def seen(question: Question, row: Mapping[str, object]) -> dict[str, object]:
    values: dict[str, object] = {name: row[name] for name in ("citizenship", "residence", "recorded", "kandas", "died")}
    held, open_ = row["held"], row["open"]
    for code, bit in CATEGORY_BITS.items():
        values[code] = True if held & bit else None if open_ & bit else False  # type: ignore[operator]  # whole numbers
    for name, mask in question.looked_at.items():
        masks = [0, 0]
        for word in question.words_of(name):
            for place, column in enumerate(word_columns(name)[word]):
                masks[place] |= row[column] << (MONTHS_A_WORD * word)  # type: ignore[operator]  # a whole number
        values[name] = (masks[0] & mask, masks[1] & mask)
    return values


def _seen(gathering: Gathering, name: str) -> bool:
    return name in gathering.question.looked_at or name in CATEGORY_BITS or name in (
        "citizenship", "residence", "recorded", "kandas", "died"
    )  # fmt: skip


def _looked_at(question: Question, name: str, value: object) -> object:
    if name not in question.looked_at:
        return value
    mask = question.looked_at[name]
    belongs, known = value  # type: ignore[misc]  # a set of months is a pair of masks
    return (belongs & mask, known & mask)
