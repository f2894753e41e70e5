"""Whether what is proposed fits the person, the law's words and what is known already."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from saqta.basis.days import months_after
from saqta.basis.identifiers import OrganisationBin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.corrections.models import Correction
from saqta.corrections.records import (
    Attached,
    Details,
    Ended,
    Held,
    NeverHeld,
    Proposal,
    Temporary,
    WrongReceipt,
    kind_of,
)
from saqta.corrections.wording import said
from saqta.coverage.register import check_membership, facts_of
from saqta.law.book import Book
from saqta.registry.queries import attachment_on, find_providers, memberships, number_of
from saqta.registry.records import MembershipRecord, PersonRecord, ToldMembership
from saqta.rules.status import InsuredAnswer, ask

HELD_WITHOUT_PROOF = "child"
"""The one category that the number of a person proves by itself."""


def check_proposal(
    person: PersonRecord, proposal: Proposal, book: Book, on: date, *, itself: int | None = None
) -> None:
    """Raises ``Refused`` for what cannot be or need not be on the day ``on``. ``itself`` is the number of the proposal
    when it is being settled."""
    if _waits(person.id, proposal, itself):
        raise refused("correction-waits")
    match proposal:
        case Temporary(code, details):
            _check_category(person.id, code, on, None, details)
            if insured_on(person.id, book, on).verdict == "yes":
                raise refused("insured-already")
        case Held(code, start, until, details):
            _check_category(person.id, code, start, until, details)
            _not_to_come(start, on, "start")
        case Ended(code, start, source, until):
            row = _told(person.id, code, start, source)
            if until <= row.start or (row.until is not None and until >= row.until):
                raise refused("ends-before-it-began", "until")
        case NeverHeld(code, start, source):
            _told(person.id, code, start, source)
        case Attached(number, start):
            _check_clinic(person.id, number, start, on)
        case WrongReceipt():
            pass


def insured_on(person: UUID, book: Book, on: date) -> InsuredAnswer:
    """What the rules answer about the person on the day, from all that the register holds."""
    ((_, facts),) = facts_of([person], book)
    return ask(facts, on, book)


def temporary_span(on: date, book: Book) -> tuple[date, date]:
    """The days for which a category is taken on a document that is approved on the day ``on``, half-open."""
    return on, months_after(on, book.on(on).number("temporary_status_months"))


def held_by(person: UUID) -> Iterator[MembershipRecord]:
    """The categories that sources say the person holds."""
    yield from memberships([person])


def _check_category(person: UUID, code: str, start: date, until: date | None, details: Details) -> None:
    if code == HELD_WITHOUT_PROOF:
        raise refused("child-is-proven-by-the-number", "code")
    if until is not None and until <= start:
        raise refused("ends-before-it-began", "until")
    check_membership(ToldMembership(number_of(person), code, start, until, tuple(details.items())))
    if any(row.code == code and row.start <= start and row.until is None for row in held_by(person)):
        raise refused("category-known", "code")


def _told(person: UUID, code: str, start: date, source: str) -> MembershipRecord:
    for row in held_by(person):
        if (row.code, row.start, row.source) == (code, start, source):
            return row
    raise refused("category-not-told", "membership")


def _check_clinic(person: UUID, number: str, start: date, on: date) -> None:
    OrganisationBin.parse(number)
    if number not in find_providers([number]):
        raise refused("no-such-provider", "bin")
    _not_to_come(start, on, "start")
    now = attachment_on(person, start)
    if now is not None and now.bin == number:
        raise refused("attached-there", "bin")


def _not_to_come(day: date, on: date, where: str) -> None:
    if day > on:
        raise refused("day-to-come", where)


def _waits(person: UUID, proposal: Proposal, itself: int | None) -> bool:
    """Whether a proposal about the same thing waits."""
    rows = Correction.objects.filter(person=person, kind=kind_of(proposal), decision=None)
    about = {name: value for name in ("code", "month") if (value := getattr(proposal, name, None)) is not None}
    return any(
        row.pk != itself and all(row.content.get(name) == value for name, value in about.items()) for row in rows
    )


def refused(code: str, where: str | None = None, **values: Text | str) -> Refused:
    return Refused(Fault(code, said(code).fill(**values), where))
