"""All that the register holds about a person, for them to take along: one document, in words of the published contract.

The number stands in it whole: whoever gets it proved to be its owner. Of children it holds nothing; each is read on a
page of its own.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from saqta.basis.text import Text
from saqta.coverage.queries import stretches_of
from saqta.orders.queries import orders_of
from saqta.orders.records import CertifiedPayment
from saqta.orders.states import STATE_TEXTS
from saqta.personal.asking import questions_of
from saqta.personal.looks import looks
from saqta.personal.queries import children
from saqta.personal.records import OwnStanding
from saqta.registry.queries import attachment_on, number_of, people
from saqta.rules.status import InsuredAnswer


class PersonTold(msgspec.Struct, frozen=True):
    """What the registry holds about the person; null says that no source has told."""

    iin: str
    birth_date: date | None
    sex: str | None
    citizenship: str | None
    residence: str | None
    died_on: date | None
    region: str | None
    clinic: str | None


class CategoryTold(msgspec.Struct, frozen=True):
    """A category from ``start`` up to, but not including, ``until``, and by whose word."""

    code: str
    name: Text
    start: date
    until: date | None
    source: str


class StretchTold(msgspec.Struct, frozen=True):
    """A part of the timeline from ``start`` up to, but not including, ``until``."""

    start: date
    until: date
    verdict: str
    ground: str | None


class RepresentationTold(msgspec.Struct, frozen=True):
    """That the person may speak for somebody, of whose number only the end is told."""

    number: str
    kind: Text
    until: date
    source: str


class OrderTold(msgspec.Struct, frozen=True):
    """An order of a certificate."""

    id: UUID
    at: datetime
    state: Text
    months: int
    consented: bool | None


class QuestionTold(msgspec.Struct, frozen=True):
    """What the person asked of the staff and what was answered."""

    number: int
    kind: str
    category: str | None
    at: datetime
    words: str
    outcome: str | None
    answer: str | None


class LookTold(msgspec.Struct, frozen=True):
    """A look at the person's data, and the number of the question that they asked about it."""

    at: datetime
    who: Text
    why: Text
    question: int | None


class EverythingTold(msgspec.Struct, frozen=True):
    """All of it, as known at ``at``."""

    at: datetime
    person: PersonTold
    status: InsuredAnswer
    payments: tuple[CertifiedPayment, ...]
    categories: tuple[CategoryTold, ...]
    timeline: tuple[StretchTold, ...]
    speaks_for: tuple[RepresentationTold, ...]
    orders: tuple[OrderTold, ...]
    questions: tuple[QuestionTold, ...]
    looks: tuple[LookTold, ...]


def everything(person: UUID, found: OwnStanding, *, on: date, at: datetime) -> EverythingTold:
    """What the register holds about this person on a day as known at ``at``; ``found`` is their standing that day."""
    (record,) = people([person])
    attached = attachment_on(person, on)
    return EverythingTold(
        at=at,
        person=PersonTold(
            number_of(person).digits,
            record.birth_date,
            record.sex,
            record.citizenship,
            record.residence,
            record.died_on,
            record.region,
            None if attached is None else attached.bin,
        ),
        status=found.answer,
        payments=tuple(paid for month in reversed(found.months) for paid in month.payments),
        categories=tuple(
            CategoryTold(held.code, held.name, held.start, held.until, held.source) for held in found.categories
        ),
        timeline=tuple(
            StretchTold(stretch.start, stretch.until, stretch.verdict, stretch.ground)
            for stretch in stretches_of(person)
        ),
        speaks_for=tuple(
            RepresentationTold(child.number, child.kind, child.until, child.source) for child in children(person, on)
        ),
        orders=tuple(
            OrderTold(order.id, order.at, STATE_TEXTS[order.stands(at)[0]], order.months, order.consented)
            for order in orders_of(person)
        ),
        questions=tuple(
            QuestionTold(asked.number, asked.kind, asked.category, asked.at, asked.words, asked.outcome, asked.answer)
            for asked in questions_of(person)
        ),
        looks=looks_told(person),
    )


def looks_told(person: UUID) -> tuple[LookTold, ...]:
    """Who looked, the latest first."""
    return tuple(
        LookTold(one.at, one.who, one.why, None if one.question is None else one.question.number)
        for one in looks(person)
    )


def written(told: object) -> bytes:
    """A document as people keep it: JSON with an indent."""
    return msgspec.json.format(msgspec.json.encode(told), indent=2)
