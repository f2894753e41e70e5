"""Invented people as facts documents, dense around the thresholds of the law."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from saqta.basis.month import Month
from saqta.rules.facts import CategoryCode, Income, Membership, Payment, Person, PersonFacts
from saqta.rules.vocabulary import CATEGORIES

days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
threshold_days = st.sampled_from(
    [
        date(2020, 6, 30), date(2020, 7, 1), date(2021, 6, 30), date(2021, 7, 1), date(2022, 3, 27), date(2022, 3, 28),
        date(2022, 9, 30), date(2022, 10, 1), date(2023, 12, 31), date(2024, 1, 1), date(2025, 12, 31),
        date(2026, 1, 1), date(2026, 12, 31),
    ]
)  # fmt: skip
asked_days = days | threshold_days

kinds = st.sampled_from(
    [
        "employer",
        "employee",
        "civil_contract",
        "entrepreneur",
        "independent",
        "independent",
        "aggregate_payment",
        "state",
        "local_budget",
    ]
)


@st.composite
def payments(draw: st.DrawFn, around: date) -> tuple[Payment, ...]:
    """Mostly unbroken months before a day, with a few holes, sometimes paid far ahead, sometimes without a day."""
    last = Month.of(around) + draw(st.integers(-8, 14))
    length = draw(st.sampled_from([0, 1, 2, 3, 4, 11, 12, 13, 14, 24, 59, 60, 61, 70]))
    holes = draw(st.sets(st.integers(0, 20), max_size=3))
    kind = draw(kinds)
    ahead = draw(st.booleans())
    found = []
    for back in range(length):
        month = last + -back
        if back in holes or month.first_day < date(2017, 7, 1):
            continue
        paid_on = (month + (1 - length)).first_day - timedelta(days=20) if ahead else (month + 1).first_day
        found.append(Payment(str(month), kind, "4250.00", draw(st.sampled_from([paid_on, paid_on, paid_on, None]))))
    return tuple(found)


@st.composite
def memberships(draw: st.DrawFn, around: date) -> Membership:
    code: CategoryCode = draw(st.sampled_from(CATEGORIES))  # type: ignore[arg-type]  # all of them are codes
    start = around + timedelta(days=draw(st.integers(-900, 40)))
    until = draw(st.none() | st.integers(1, 900).map(lambda length: start + timedelta(days=length)))
    maybe = st.sampled_from([None, None, None, True, False])
    return Membership(
        code,
        start,
        until,
        since_childhood=draw(maybe),
        working=draw(maybe),
        house_arrest=draw(maybe),
        subsidised_job=draw(maybe),
        receives_allowance=draw(maybe),
        no_pension_contributions_for_3_months=draw(maybe),
        visited_on=draw(st.none() | st.integers(0, 400).map(lambda later: start + timedelta(days=later))),
    )


@st.composite
def facts(draw: st.DrawFn, around: date) -> PersonFacts:
    adult = st.just(date(1980, 2, 29)) | st.dates(date(1940, 1, 1), date(2001, 12, 31))
    coming_of_age = st.integers(-60, 60).map(lambda step: _years_before(around, 18) + timedelta(days=step))
    child = st.integers(0, 6000).map(lambda age: around - timedelta(days=age))
    born = draw(st.one_of(adult, adult, coming_of_age, child, st.none()))
    earliest = born or date(1900, 1, 1)
    listed = draw(st.none() | st.lists(memberships(around), max_size=2).map(tuple))
    return PersonFacts(
        person=Person(
            birth_date=born,
            citizenship=draw(st.sampled_from(["KZ", "KZ", "KZ", "RU", "DE", "stateless", None])),
            residence=draw(st.sampled_from(["permanent", "temporary", "refugee", None])),
            died_on=draw(st.sampled_from([False, False, False, None, around, around - timedelta(days=1)])),
        ),
        categories=None if listed is None else tuple(member for member in listed if member.start >= earliest),
        payments=draw(st.none() | payments(around) | payments(around)),
        register_until=draw(st.none() | st.integers(-200, 40).map(lambda step: around + timedelta(days=step))),
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[PersonFacts, date]:
    """Facts and a day to ask about, never before birth or after a death that lies before birth."""
    on = draw(asked_days)
    found = draw(facts(on))
    person = found.person
    if person.birth_date and isinstance(person.died_on, date) and person.died_on < person.birth_date:
        return draw(cases())
    return found, on


incomes = st.builds(
    Income,
    st.sampled_from(["employee", "employee", "civil_contract", "entrepreneur", "independent", "self_employed"]),
    st.sampled_from(
        ["0", "1.01", "84999.99", "85000", "849999.99", "850000", "850000.01", "1700000", "3400000", "3400000.01"]
    ),
)


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
