"""Facts that contradict one another are found in bulk as they are refused one by one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from saqta.basis.refusal import Refused
from saqta.population.contradictions import checked, contradicting
from saqta.population.everybody import EngineName
from saqta.rules.checks import check_person
from saqta.rules.facts import Days, Membership, MonthsNotOwed, Payment, Person, PersonFacts
from tests.rooms.population.people_in_parquet import write_people

DAY = date(2026, 12, 31)
BORN = date(1985, 5, 20)


def told(*_: int) -> None:
    """Nobody watches."""


def person(**facts: object) -> Person:
    return Person(**{"birth_date": BORN, "citizenship": "KZ", **facts})  # type: ignore[arg-type]  # facts of a person


def paid_leave(first: date, end: date) -> PersonFacts:
    return PersonFacts(person(), (), (Payment("2025-07", "employee", "1.00", None, Days(first, end)),))


WRONG: dict[str, PersonFacts] = {
    "country": PersonFacts(person(citizenship="ZZ")),
    "birth-too-early": PersonFacts(person(birth_date=date(1879, 12, 31))),
    "death-before-birth": PersonFacts(person(died_on=date(1985, 5, 19))),
    "empty-span": PersonFacts(person(), (Membership("pensioner", date(2020, 1, 1), date(2020, 1, 1)),)),
    "member-before-birth": PersonFacts(person(), (Membership("disability", date(1985, 5, 19)),)),
    "pregnant-man": PersonFacts(person(sex="male"), (Membership("pregnant_not_working", date(2020, 1, 1)),)),
    "mother-man": PersonFacts(person(sex="male"), (Membership("awarded_mother", date(2020, 1, 1)),)),
    "month-before-the-law": PersonFacts(person(), (), (Payment("2014-12", "employee"),)),
    "leave-empty": paid_leave(date(2025, 7, 1), date(2025, 7, 1)),
    "leave-too-long": paid_leave(date(2025, 7, 1), date(2026, 7, 3)),
    "months-not-owed-empty": PersonFacts(person(), months_not_owed=(MonthsNotOwed("2021-01", "2021-01", "abroad"),)),
    "months-not-owed-before-the-law": PersonFacts(
        person(), months_not_owed=(MonthsNotOwed("2014-12", "2021-01", "abroad"),)
    ),
}
SOUND = (
    PersonFacts(person(birth_date=date(1880, 1, 1), died_on=date(1880, 1, 1), citizenship="stateless")),
    PersonFacts(person(birth_date=None, citizenship=None, sex="male"), (Membership("disability", BORN),)),
    PersonFacts(person(sex="female"), (Membership("pregnant_not_working", BORN, date(1985, 5, 21)),)),
    paid_leave(date(2025, 7, 1), date(2026, 7, 2)),
    PersonFacts(person(), (), (Payment("2015-01", "employee"),)),
)


@pytest.mark.parametrize("by", ["polars", "duckdb"])
def test_each_contradiction_is_found_and_named(by: EngineName, tmp_path: Path) -> None:
    write_people(tmp_path, [*SOUND, *WRONG.values()])
    found = checked(tmp_path, by, told)
    wanted = {code: (1, (len(SOUND) + place,)) for place, code in enumerate(WRONG)}
    assert not found.sound
    assert {one.code: (one.people, one.some) for one in found.contradictions} == wanted


def test_they_are_the_people_whom_one_document_after_another_refuses() -> None:
    for facts in SOUND:
        check_person(facts, DAY)
    for code, facts in WRONG.items():
        with pytest.raises(Refused) as refused:
            check_person(facts, DAY)
        (fault,) = refused.value.faults
        same = {"leave-empty": "empty-span", "months-not-owed-empty": "empty-span"}
        assert fault.code == same.get(code, "month-before-the-law" if "before-the-law" in code else code)
    assert set(contradicting()) == {*WRONG, "person-twice", *WORDS}


WORDS = {
    "residence": ("people", "residence"),
    "category": ("memberships", "code"),
    "payment-kind": ("payments", "kind"),
}


@pytest.mark.parametrize("code", WORDS)
def test_a_word_that_no_facts_document_knows_is_found(code: str, tmp_path: Path) -> None:
    table, column = WORDS[code]
    files = write_people(
        tmp_path, [PersonFacts(person(residence="permanent"), (Membership("pensioner", BORN),), SOUND[3].payments)]
    )
    pl.read_parquet(files[table]).with_columns(pl.lit("other").alias(column)).write_parquet(files[table])
    for by in ("polars", "duckdb"):
        (found,) = checked(tmp_path, by, told).contradictions
        assert (found.code, found.people) == (code, 1)


def test_a_person_in_two_rows_is_found(tmp_path: Path) -> None:
    files = write_people(tmp_path, SOUND)
    people = pl.read_parquet(files["people"])
    pl.concat([people, people.head(1)]).write_parquet(files["people"])
    (found,) = checked(tmp_path, "polars", told).contradictions
    assert (found.code, found.people, found.some) == ("person-twice", 1, (0,))


def test_a_sound_population_is_sound_and_few_of_many_are_named(tmp_path: Path) -> None:
    write_people(tmp_path, SOUND)
    assert checked(tmp_path, "polars", told).sound
    write_people(tmp_path, [WRONG["country"]] * 30)
    (found,) = checked(tmp_path, "polars", told).contradictions
    assert (found.people, found.some) == (30, tuple(range(10)))
