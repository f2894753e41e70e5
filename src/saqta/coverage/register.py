"""The facts of people as the register holds them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import cast
from uuid import UUID

import msgspec

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.coverage.gather import kind_of_payment
from saqta.law.book import Book
from saqta.ledger.queries import PostedReceipt, receipts_of
from saqta.registry.queries import memberships, people
from saqta.registry.records import PersonRecord, ToldMembership
from saqta.rules.checks import check_person
from saqta.rules.facts import Membership, Payment, Person, PersonFacts, Residence
from saqta.rules.vocabulary import CATEGORIES


def facts_of(
    identifiers: Collection[UUID], book: Book, *, as_of: int | None = None
) -> Iterator[tuple[UUID, PersonFacts]]:
    """The facts of each of these people. The register's lists are taken as complete: what it does not hold did not
    happen, and whoever pays later or proves a category later changes the answer from then on.

    With ``as_of`` the payments and the categories are those known after that entry of the journal, so that an answer
    can be worked out as it was. What is told of the person alone (citizenship, residence, death) is as it is now: the
    register keeps no earlier word of it.
    """
    held: dict[UUID, list[Membership]] = {}
    for membership in memberships(identifiers, as_of=as_of):
        held.setdefault(membership.person, []).append(
            membership_of(membership.code, membership.start, membership.until, membership.details)
        )
    paid: dict[UUID, list[Payment]] = {}
    for receipt in receipts_of(identifiers, as_of=as_of):
        if receipt.kind.credits_a_month:
            paid.setdefault(receipt.person, []).append(_payment(receipt, book))
    for person in people(identifiers):
        facts = PersonFacts(
            person=_person(person),
            categories=tuple(held.get(person.id, ())),
            payments=tuple(paid.get(person.id, ())),
        )
        yield person.id, facts


def membership_of(code: str, start: date, until: date | None, details: Mapping[str, object]) -> Membership:
    """What a source tells of a category, as the rules know it; raises ``ValidationError`` for a detail that they do not
    know or cannot read."""
    return msgspec.convert({"code": code, "from": start, "until": until, **details}, Membership, strict=False)


def check_membership(told: ToldMembership) -> None:
    """Raises ``Refused`` for a category that the facts of a person cannot hold: one that does not exist, that has a
    detail which cannot be read, or that the person's number contradicts. Taken in, it would leave nobody a status."""
    if told.code not in CATEGORIES:
        raise Refused(Fault("no-such-category", _NO_SUCH_CATEGORY, "code"))
    try:
        membership = membership_of(told.code, told.start, told.until, dict(told.details))
    except msgspec.ValidationError as error:
        names = (name for name, _ in told.details if f"$.{name}`" in str(error))
        raise Refused(Fault("category-detail", _DETAIL, next(names, None))) from None
    facts = PersonFacts(Person(birth_date=told.iin.birth_date, sex=told.iin.sex), categories=(membership,))
    try:
        check_person(facts, max(told.start, told.iin.birth_date))
    except Refused as refused:
        raise refused.placed(lambda where: (where or "").rpartition(".")[2]) from None


_NO_SUCH_CATEGORY = Text(
    ru="Такой категории нет. Коды перечислены в docs/book/categories.md.",
    kk="Мұндай санат жоқ. Кодтары docs/book/categories.md тізімінде.",
    en="There is no such category. The codes are listed in docs/book/categories.md.",
)
_DETAIL = Text(
    ru="Такой подробности у категории нет, или она записана неверно. Они перечислены в docs/schema/person-facts.json.",
    kk="Санатта мұндай мәлімет жоқ немесе ол қате жазылған. Олар docs/schema/person-facts.json тізімінде.",
    en="A category has no such detail, or it is written wrongly. They are listed in docs/schema/person-facts.json.",
)


def _person(record: PersonRecord) -> Person:
    return Person(
        birth_date=record.birth_date,
        sex=record.sex,
        citizenship=record.citizenship,
        residence=cast("Residence | None", record.residence),  # the database holds no other
        died_on=record.died_on or False,
    )


def _payment(receipt: PostedReceipt, book: Book) -> Payment:
    kind = kind_of_payment(receipt.kind, receipt.own, receipt.amount, receipt.month, book)
    return Payment(str(receipt.month), kind, str(receipt.amount), receipt.paid_on)
