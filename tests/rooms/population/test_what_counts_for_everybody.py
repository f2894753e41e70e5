"""The boundaries of gathering, each as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest

from saqta.basis.month import Month
from saqta.law.book import load
from saqta.population.everybody import Asking, EngineName
from saqta.population.layout import Part
from saqta.rules.facts import Days, Membership, Payment, PaymentKind, Person, PersonFacts
from tests.rooms.population.people_in_parquet import write_people

BOOK = load()
ADULT = Person(birth_date=date(1985, 5, 20), citizenship="KZ", residence="permanent")
BY: tuple[EngineName, ...] = ("polars", "duckdb")


def paid(first: str, last: str, kind: PaymentKind = "employee", made: date | None = None) -> tuple[Payment, ...]:
    months = Month.parse(first).until(Month.parse(last) + 1)
    return tuple(Payment(str(month), kind, "4250.00", made or (month + 1).first_day) for month in months)


def adult(*payments: Payment, members: tuple[Membership, ...] = ()) -> PersonFacts:
    return PersonFacts(ADULT, members, payments)


Row = dict[str, object]
Ask = Callable[[PersonFacts, date], Row]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Asks one engine; that the other gives the same answers is held on far more people elsewhere."""

    def asked(facts: PersonFacts, on: date) -> Row:
        (row,) = Asking(BOOK.on(on), "polars").answers(Part(0, write_people(tmp_path, [facts]))).rows(named=True)
        return row

    return asked


def verdict_and_clause(row: Row) -> tuple[object, object]:
    return row["verdict"], row["clause"]


def test_twelve_paid_months_are_enough_and_eleven_are_not(ask: Ask) -> None:
    whole, short = paid("2024-10", "2025-09"), paid("2024-11", "2025-09")
    assert verdict_and_clause(ask(adult(*whole), date(2025, 10, 1))) == ("yes", "twelve-months")
    row = ask(adult(*short), date(2025, 10, 1))
    assert verdict_and_clause(row) == ("no", "twelve-months")
    assert (row["months_owed"], row["owed_months"], row["amount_owed"]) == (1, 1, 425_000)


def test_a_child_is_covered_to_the_end_of_the_month_of_the_eighteenth_birthday(ask: Ask) -> None:
    child = PersonFacts(Person(birth_date=date(2007, 10, 14), citizenship="KZ"), (), ())
    assert verdict_and_clause(ask(child, date(2025, 10, 31))) == ("yes", "category-child")
    assert ask(child, date(2025, 11, 1))["clause"] != "category-child"


def test_who_was_born_on_29_february_comes_of_age_on_1_march(ask: Ask) -> None:
    child = PersonFacts(Person(birth_date=date(2008, 2, 29), citizenship="KZ"), (), ())
    assert ask(child, date(2026, 3, 31))["clause"] == "category-child"
    assert ask(child, date(2026, 4, 1))["clause"] != "category-child"


def test_nobody_is_asked_about_before_birth(tmp_path: Path) -> None:
    people = [
        PersonFacts(Person(birth_date=born, citizenship="KZ"), (), ())
        for born in (date(2025, 10, 1), date(2025, 10, 2))
    ]
    for by in BY:
        found = Asking(BOOK.on(date(2025, 10, 1)), by).answers(Part(0, write_people(tmp_path, people)))
        assert found["person"].to_list() == [0]
    nobody = Asking(BOOK.on(date(2025, 9, 1)), "polars").answers(Part(0, write_people(tmp_path, people)))
    assert (nobody.height, nobody.columns) == (0, found.columns)
    assert nobody.schema == found.schema


def test_one_transfer_for_a_leave_credits_each_of_its_months(ask: Ask) -> None:
    leave = Payment("2025-07", "employee", "9000.00", date(2025, 7, 1), Days(date(2025, 7, 10), date(2025, 8, 20)))
    rest = (*paid("2024-10", "2025-06"), *paid("2025-09", "2025-09"))
    assert ask(adult(*rest, leave), date(2025, 10, 1))["verdict"] == "yes"
    whole = Payment("2025-07", "employee", "9000.00", date(2025, 7, 1), Days(date(2025, 7, 10), date(2025, 8, 10)))
    assert ask(adult(*rest, whole), date(2025, 10, 1))["verdict"] == "yes"
    short = Payment("2025-07", "employee", "9000.00", date(2025, 7, 1), Days(date(2025, 7, 10), date(2025, 8, 9)))
    assert ask(adult(*rest, short), date(2025, 10, 1))["months_owed"] == 1


def test_a_year_paid_ahead_insures_from_its_first_month_and_old_debt_is_not_asked_for(ask: Ask) -> None:
    ahead = paid("2025-10", "2026-09", "independent", date(2025, 9, 30))
    row = ask(adult(*ahead), date(2025, 10, 1))
    assert verdict_and_clause(row) == ("yes", "prepaid-year")
    assert row["months_owed"] == 12
    late = paid("2025-10", "2026-09", "independent", date(2025, 10, 1))
    assert ask(adult(*late), date(2025, 10, 1))["verdict"] == "no"


def test_the_right_outlives_payments_by_three_months_and_since_2026_by_six_after_sixty(ask: Ask) -> None:
    long = paid("2019-01", "2025-09")
    assert verdict_and_clause(ask(adult(*long), date(2025, 12, 31))) == ("yes", "grace")
    assert verdict_and_clause(ask(adult(*long), date(2026, 1, 1))) == ("yes", "long-grace")
    assert verdict_and_clause(ask(adult(*long), date(2026, 4, 1))) == ("no", "twelve-months")


def test_the_unemployed_are_paid_for_by_the_local_budget_since_2026(ask: Ask) -> None:
    member = Membership("registered_unemployed", date(2025, 6, 1), None, subsidised_job=True)
    assert ask(adult(members=(member,)), date(2025, 12, 31))["ground"] == "category"
    assert ask(adult(members=(member,)), date(2026, 1, 1))["ground"] is None
    plain = Membership("registered_unemployed", date(2025, 6, 1))
    assert ask(adult(members=(plain,)), date(2026, 1, 1))["ground"] == "local_budget"


def test_what_lies_after_the_end_of_the_register_is_not_known(ask: Ask) -> None:
    facts = PersonFacts(ADULT, (), paid("2024-01", "2025-08"), register_until=date(2025, 8, 31))
    row = ask(facts, date(2026, 2, 1))
    assert (row["verdict"], row["ground"], row["clause"], row["months_owed"]) == ("depends", None, None, 0)


def test_an_open_question_of_the_law_is_not_a_missing_fact(ask: Ask) -> None:
    refugee = PersonFacts(
        Person(birth_date=date(1985, 5, 20), citizenship="AF", residence="refugee"), (), paid("2024-01", "2025-09")
    )
    assert ask(refugee, date(2025, 10, 1))["verdict"] == "undetermined"


def test_a_visitor_takes_no_part_and_the_dead_are_not_insured(ask: Ask) -> None:
    visitor = PersonFacts(
        Person(birth_date=date(1985, 5, 20), citizenship="DE", residence="temporary"), (), paid("2024-01", "2025-09")
    )
    assert verdict_and_clause(ask(visitor, date(2025, 10, 1))) == ("no", "participant")
    dead = PersonFacts(
        Person(birth_date=date(1950, 1, 1), citizenship="KZ", died_on=date(2025, 9, 30)),
        (Membership("pensioner", date(2013, 1, 1)),),
        (),
    )
    row = ask(dead, date(2025, 10, 1))
    assert (*verdict_and_clause(row), row["living"]) == ("no", "died", False)
    assert ask(dead, date(2025, 9, 30))["verdict"] == "yes"


def test_rows_of_a_list_that_was_not_given_say_nothing(tmp_path: Path) -> None:
    """A population may hold rows beside a list that is said not to be known; then the list is not known."""
    files = write_people(
        tmp_path, [adult(*paid("2024-10", "2025-09"), members=(Membership("pensioner", date(2020, 1, 1)),))]
    )
    people = pl.read_parquet(files["people"]).with_columns(
        pl.lit(value=False).alias("payments_listed"), pl.lit(value=False).alias("categories_listed")
    )
    people.write_parquet(files["people"])
    for by in BY:
        assert Asking(BOOK.on(date(2025, 10, 1)), by).answers(Part(0, files))["verdict"].to_list() == ["depends"]


def test_ages_are_whole_years_on_the_day(ask: Ask) -> None:
    assert ask(adult(), date(2025, 5, 19))["age"] == 39
    assert ask(adult(), date(2025, 5, 20))["age"] == 40
    assert ask(PersonFacts(Person(citizenship="KZ"), (), ()), date(2025, 5, 20))["age"] is None
