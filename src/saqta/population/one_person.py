"""One person's facts document as rows of the tables of a population, and back: for those who are exported, and for the
few who have to be asked about one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import polars as pl

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.population.held import ATTRIBUTES, MEMBERSHIP
from saqta.population.layout import TABLES, Part, parts_of
from saqta.rules.facts import Days, Membership, MonthsNotOwed, Payment, Person, PersonFacts

Row = Mapping[str, Any]
"""One row of a table by its column names, as Parquet gives it."""

Rows = dict[str, list[dict[str, object]]]
"""Rows of each table."""


def find_person(folder: Path, person: int) -> PersonFacts | None:
    """The facts of one person, in whatever partition; None if the population has no such person."""
    for part in parts_of(folder):
        found = facts_of(part, [person])
        if found:
            return found[person]
    return None


def facts_of(part: Part, persons: Iterable[int]) -> dict[int, PersonFacts]:
    """The facts of some people of a partition, by their numbers."""
    wanted = pl.Series("person", list(persons), dtype=pl.Int64)
    rows = {table: _rows(part, table, wanted) for table in TABLES}
    return {
        person: _facts(people[0], rows["memberships"][person], rows["payments"][person], rows["not_owed"][person])
        for person, people in rows["people"].items()
    }


def _rows(part: Part, table: str, wanted: pl.Series) -> defaultdict[int, list[Row]]:
    frame = pl.scan_parquet(part.files[table]).filter(pl.col("person").is_in(wanted.implode())).collect()
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in frame.iter_rows(named=True):
        found[row["person"]].append(row)
    return found


def _facts(who: Row, members: list[Row], payments: list[Row], not_owed: list[Row]) -> PersonFacts:
    return PersonFacts(
        person=Person(
            birth_date=who["birth_date"],
            sex=who["sex"],
            citizenship=who["citizenship"],
            residence=who["residence"],
            died_on=who["died_on"],
        ),
        categories=tuple(map(_membership, members)) if who["categories_listed"] else None,
        payments=tuple(map(_payment, payments)) if who["payments_listed"] else None,
        register_until=who["register_until"],
        months_not_owed=tuple(
            MonthsNotOwed(str(Month(row["month_from"])), str(Month(row["month_until"])), "abroad") for row in not_owed
        ),
    )


def _membership(row: Row) -> Membership:
    attributes = {name: row[name] for name in ATTRIBUTES}
    return msgspec.structs.replace(Membership(row["code"], row["start"], row["until"]), **attributes)


def _payment(row: Row) -> Payment:
    leave = None if row["leave_from"] is None else Days(row["leave_from"], row["leave_until"])
    amount = None if row["amount"] is None else str(Money(row["amount"]))
    return Payment(str(Month(row["month"])), row["kind"], amount, row["paid_on"], leave)


def add_rows(rows: Rows, person: int, facts: PersonFacts, region: str | None) -> None:
    """Adds what the facts say of a person, under a number, to the rows of the tables."""
    who = facts.person
    rows["people"].append(
        {
            "person": person,
            "birth_date": who.birth_date,
            "sex": who.sex,
            "region": region,
            "citizenship": who.citizenship,
            "residence": who.residence,
            "died_on": who.died_on if isinstance(who.died_on, date) else None,
            "register_until": facts.register_until,
            "categories_listed": facts.categories is not None,
            "payments_listed": facts.payments is not None,
        }
    )
    rows["memberships"] += [
        {"person": person, **{name: getattr(member, name) for name in MEMBERSHIP if name != "person"}}
        for member in facts.categories or ()
    ]
    rows["payments"] += [_payment_row(person, payment) for payment in facts.payments or ()]
    rows["not_owed"] += [
        {"person": person, "month_from": Month.parse(one.start).number, "month_until": Month.parse(one.until).number}
        for one in facts.months_not_owed
    ]


def _payment_row(person: int, payment: Payment) -> dict[str, object]:
    return {
        "person": person,
        "month": Month.parse(payment.month).number,
        "kind": payment.kind,
        "amount": None if payment.amount is None else Money.tenge(payment.amount).tiyn,
        "paid_on": payment.paid_on,
        "leave_from": payment.leave.start if payment.leave else None,
        "leave_until": payment.leave.until if payment.leave else None,
    }
