"""The facts of people as the register holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import cast
from uuid import UUID

import msgspec

from saqta.coverage.gather import kind_of_payment
from saqta.law.book import Book
from saqta.ledger.queries import PostedReceipt, receipts_of
from saqta.registry.queries import memberships, people
from saqta.registry.records import MembershipRecord, PersonRecord
from saqta.rules.facts import Membership, Payment, Person, PersonFacts, Residence


def facts_of(identifiers: Collection[UUID], book: Book) -> Iterator[tuple[UUID, PersonFacts]]:
    """The facts of each of these people. The register's lists are taken as complete: what it does not hold did not
    happen, and whoever pays later or proves a category later changes the answer from then on."""
    held: dict[UUID, list[Membership]] = {}
    for membership in memberships(identifiers):
        held.setdefault(membership.person, []).append(_membership(membership))
    paid: dict[UUID, list[Payment]] = {}
    for receipt in receipts_of(identifiers):
        if receipt.kind.credits_a_month:
            paid.setdefault(receipt.person, []).append(_payment(receipt, book))
    for person in people(identifiers):
        facts = PersonFacts(
            person=_person(person),
            categories=tuple(held.get(person.id, ())),
            payments=tuple(paid.get(person.id, ())),
        )
        yield person.id, facts


def _person(record: PersonRecord) -> Person:
    return Person(
        birth_date=record.birth_date,
        sex=record.sex,
        citizenship=record.citizenship,
        residence=cast("Residence | None", record.residence),  # the database holds no other
        died_on=record.died_on or False,
    )


def _membership(record: MembershipRecord) -> Membership:
    return msgspec.convert(
        {"code": record.code, "from": record.start, "until": record.until, **record.details}, Membership, strict=False
    )


def _payment(receipt: PostedReceipt, book: Book) -> Payment:
    kind = kind_of_payment(receipt.kind, receipt.own, receipt.amount, receipt.month, book)
    return Payment(str(receipt.month), kind, str(receipt.amount), receipt.paid_on)
