"""Ordering, consenting, putting back: each is one transaction with one entry in the journal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec
from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.basis.days import day_in_kazakhstan
from saqta.basis.text import Language
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import content_digest
from saqta.law.book import Book
from saqta.orders.models import Consent, Order, Step, Turn
from saqta.orders.outbox import announce, sealed_addresses
from saqta.orders.queries import (
    NOTHING_OF_PEOPLE,
    apologise_at,
    order,
    told_of_consent,
    told_of_order,
    told_of_step,
)
from saqta.orders.records import LEAST_MONTHS, MOST_MONTHS, OrderRecord
from saqta.orders.states import DEAD_LETTERS, ENDED, NEXT, Explanation, Reason, State
from saqta.orders.terms import promised
from saqta.orders.texts import refused
from saqta.orders.ways import MOST_ADDRESSES, way_of
from saqta.registry.queries import numbers


class NotANextStep(RuntimeError):
    """An order cannot go on from where it stands to where it was to go: somebody else was there first."""


class Wanted(msgspec.Struct, frozen=True):
    """What is ordered: how many months the certificate goes back, whether the person consents with the order itself
    (None: not said yet), and where it is told how it went: at the first of the addresses that can be reached, in this
    language (None: in all three)."""

    months: int = LEAST_MONTHS
    consents: bool | None = None
    tell: tuple[str, ...] = ()
    language: Language | None = None


class Placed(msgspec.Struct, frozen=True):
    """An order, and whether it was there before."""

    order: OrderRecord
    again: bool


def place_order(person: UUID, wanted: Wanted, *, key: str, evidence: str, book: Book, by: str, at: datetime) -> Placed:
    """An order of a person who proved to be one, about themselves; the same ``key`` of the same person gives the order
    that was made with it. ``evidence`` says how the consent is known. Raises ``Refused`` for months outside the form,
    for an address that is none, and for a key that stands for another order."""
    if not LEAST_MONTHS <= wanted.months <= MOST_MONTHS:
        raise refused("order-months", "$.months")
    if not 8 <= len(key) <= 100:
        raise refused("order-key", "Idempotency-Key")
    if len(wanted.tell) > MOST_ADDRESSES or not all(map(way_of, wanted.tell)):
        raise refused("order-tell", "tell")
    sealing = numbers()
    key_digest = sealing.digest_of("order", str(person), key)
    asked = sealing.digest_of("asked", msgspec.json.encode(wanted).decode())
    with transaction.atomic():
        entry = take_turn()  # orders under one key come one after another
        before = Order.objects.filter(key=key_digest).first()
        if before is None:
            row = _new_order(person, wanted, key_digest, asked, book, by, at, entry)
            told = told_of_order(row) + _write_step(row.id, 1, "received", "own-order", by=by, at=at, entry=entry)
            if wanted.consents is not None:
                told += _write_consent(row.id, wanted.consents, evidence, by=by, at=at, entry=entry)
            record_entry("place-order", by=by, at=at, content=content_digest(*told), people=NOTHING_OF_PEOPLE)
    if before is not None and bytes(before.asked) != asked:
        raise refused("order-key-used", "Idempotency-Key")
    return Placed(_known(before.id if before is not None else row.id), before is not None)


def _new_order(
    person: UUID, wanted: Wanted, key: bytes, asked: bytes, book: Book, by: str, at: datetime, entry: int
) -> Order:
    identifier, late_at = uuid7(), at + promised(day_in_kazakhstan(at), book)
    row = Order.objects.create(
        id=identifier,
        person_id=person,
        key=key,
        asked=asked,
        months=wanted.months,
        by=by,
        at=at,
        late_at=late_at,
        told_to=sealed_addresses(wanted.tell, identifier),
        language=wanted.language,
        recorded_id=entry,
    )
    Turn.objects.create(order=row, due=at, apologise_at=apologise_at(late_at))
    return row


@transaction.atomic
def answer_consent(identifier: UUID, given: bool, *, evidence: str, by: str, at: datetime) -> OrderRecord:
    """What the person says to their data being read for this order. The same said again changes nothing; raises
    ``Refused`` when the opposite was said before, or the order has ended."""
    entry = take_turn()
    found = order(identifier)
    if found is None:
        raise refused("no-such-order")
    if found.consented is given:
        return found
    if found.consented is not None or found.state in ENDED:
        raise refused("consent-settled")
    told = _write_consent(identifier, given, evidence, by=by, at=at, entry=entry)
    verb = "consent-to-order" if given else "refuse-order"
    record_entry(verb, by=by, at=at, content=content_digest(*told), people=NOTHING_OF_PEOPLE)
    Turn.objects.filter(order_id=identifier).update(due=at)
    return _known(identifier)


@transaction.atomic
def put_back(identifier: UUID, *, by: str, at: datetime) -> OrderRecord:
    """A dead letter goes back to work. Raises ``Refused`` for an order that was not set aside."""
    _dead_letter(identifier)
    go_on(identifier, "checking", "put-back", by=by, at=at)
    Turn.objects.create(order_id=identifier, due=at)
    return _known(identifier)


@transaction.atomic
def close_order(identifier: UUID, explanation: Explanation, *, by: str, at: datetime) -> OrderRecord:
    """A dead letter ends, and the person reads why. Raises ``Refused`` for an order that was not set aside."""
    _dead_letter(identifier)
    go_on(identifier, "closed", explanation, by=by, at=at)
    return _known(identifier)


def _dead_letter(identifier: UUID) -> None:
    take_turn()  # whoever comes second finds what the first one did
    found = order(identifier)
    if found is None or found.state != "failed" or found.steps[-1].reason not in DEAD_LETTERS:
        raise refused("not-set-aside")


@transaction.atomic
def go_on(
    identifier: UUID,
    state: State,
    reason: Reason,
    *,
    by: str,
    at: datetime,
    detail: str | None = None,
    with_it: tuple[str, ...] = (),
) -> int:
    """The next step of an order; ``detail`` is for the staff, ``with_it`` what else the journal seals with this step.
    Gives the entry. Raises ``NotANextStep`` when the order stands where it cannot go on from."""
    entry = take_turn()
    last = Step.objects.filter(order_id=identifier).order_by("-number").first()
    if last is None or state not in NEXT[last.state]:  # type: ignore[index]  # the database holds states of the table only
        raise NotANextStep(f"to {state}")
    told = _write_step(identifier, last.number + 1, state, reason, by=by, at=at, entry=entry, detail=detail)
    record_entry(f"order-{state}", by=by, at=at, content=content_digest(*told, *with_it), people=NOTHING_OF_PEOPLE)
    return entry


def _write_step(
    identifier: UUID,
    number: int,
    state: State,
    reason: Reason,
    *,
    by: str,
    at: datetime,
    entry: int,
    detail: str | None = None,
) -> tuple[str, ...]:
    row = Step.objects.create(
        order_id=identifier,
        number=number,
        state=state,
        reason=reason,
        detail=detail,
        by=by,
        at=at,
        recorded_id=entry,
    )
    announce(row)
    return told_of_step(row)


def _write_consent(
    identifier: UUID, given: bool, evidence: str, *, by: str, at: datetime, entry: int
) -> tuple[str, ...]:
    row = Consent.objects.create(order_id=identifier, given=given, evidence=evidence, by=by, at=at, recorded_id=entry)
    return told_of_consent(row)


def _known(identifier: UUID) -> OrderRecord:
    found = order(identifier)
    if found is None:
        raise refused("no-such-order")
    return found
