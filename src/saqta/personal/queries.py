"""What is known of a person, gathered from the rooms that know it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import same
from saqta.care.queries import consents, plans_for
from saqta.coverage.register import facts_of
from saqta.law.book import Book
from saqta.orders.certifying import payments_of
from saqta.orders.records import CertifiedPayment
from saqta.personal.records import Child, OwnCategory, OwnMonth, OwnPlan, OwnStanding
from saqta.personal.texts import KINDS
from saqta.registry.clinic_queries import facility
from saqta.registry.queries import memberships, number_of
from saqta.registry.representing import represented_by
from saqta.rules.owed import credited_by
from saqta.rules.status import InsuredAnswer, ask

MONTHS_SHOWN = 12
_SHOWN_DIGITS = 4


def standing(person: UUID, on: date, book: Book) -> OwnStanding:
    """The status of this person on the day with its grounds, the twelve months before it and that of the day with the
    money paid for each, and the categories held. Raises ``Refused`` when the register's facts contradict one
    another."""
    ((_, facts),) = facts_of([person], book)
    answer = ask(facts, on, book)
    month = Month.of(on)
    first = month + -MONTHS_SHOWN
    payments = payments_of(person, first, month + 1)
    return OwnStanding(
        answer=answer,
        months=_months(first, month, answer, payments),
        total=str(Money.total(Money.tenge(paid.amount) for paid in payments)),
        categories=tuple(_categories(person, on, book)),
    )


def _months(
    first: Month, last: Month, answer: InsuredAnswer, payments: Iterable[CertifiedPayment]
) -> tuple[OwnMonth, ...]:
    """The latest month first."""
    states = {one.month: (one.state, None if one.by is None else credited_by(one.by)) for one in answer.months}
    paid: dict[str, list[CertifiedPayment]] = {}
    for payment in payments:
        paid.setdefault(payment.month, []).append(payment)
    shown = []
    for month in first.until(last + 1):
        state, by = states.get(str(month), ("current", None))
        shown.append(OwnMonth(str(month), state, by, tuple(paid.get(str(month), ()))))
    return tuple(reversed(shown))


def _categories(person: UUID, on: date, book: Book) -> Iterator[OwnCategory]:
    law = book.on(on)
    for held in memberships([person]):
        wording = law.wording(held.code) if held.code in book.categories else None
        name = same(held.code) if wording is None else wording.name
        yield OwnCategory(held.code, name, held.start, held.until, held.source)


def children(person: UUID, on: date) -> tuple[Child, ...]:
    """For whom this person may speak on the day. Of a number only the end is told."""
    found = []
    for one in represented_by(person, on):
        iin = number_of(one.represented)
        found.append(
            Child(one.represented, iin.birth_date, iin.digits[-_SHOWN_DIGITS:], KINDS[one.kind], one.until, one.source)
        )
    return tuple(found)


def plans_of(child: UUID) -> Iterator[OwnPlan]:
    """The plans of treatment for a child with what was decided about each, the latest first."""
    for found in plans_for(child):
        place = facility(found.facility)
        clinic = same("—" if place is None else place.name)
        yield OwnPlan(found.number, clinic, found.plan.planned_at, found.state, consents(found.number))
