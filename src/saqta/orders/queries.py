"""How orders stand."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TypeVar, cast
from uuid import UUID

from django.db.models import Count, F, Min, OuterRef, Q, Subquery

from saqta.journal.models import Entry
from saqta.journal.records import content_digest
from saqta.orders.models import Certificate, Consent, Delivery, Exchange, Order, Revocation, Step, TimeStamp, Turn
from saqta.orders.records import LateOrder, OrderRecord, StepRecord, WaitingOrders
from saqta.orders.states import DEAD_LETTERS, Reason, State
from saqta.orders.terms import APOLOGY
from saqta.registry.queries import numbers

R = TypeVar("R", Order, Step, Consent, Certificate, Revocation, Exchange, TimeStamp)

NOTHING_OF_PEOPLE: tuple[UUID, ...] = ()
"""An order changes nothing that a status rests on, so that no entry about one asks for anybody's timeline."""


def order(identifier: UUID) -> OrderRecord | None:
    """An order and its steps; None when there is none."""
    row = Order.objects.select_related("consent").filter(id=identifier).first()
    return None if row is None else _record(row)


def own_order(identifier: UUID, person: UUID) -> OrderRecord | None:
    """The same for the person it is about, and for nobody else."""
    found = order(identifier)
    return found if found is not None and found.person == person else None


def orders_of(person: UUID) -> tuple[OrderRecord, ...]:
    """The orders of a person, the latest first."""
    return tuple(map(_record, Order.objects.select_related("consent").filter(person_id=person).order_by("-id")[:50]))


def document_of(identifier: UUID, person: UUID) -> bytes | None:
    """The signed certificate that answers this order of the person; None when there is none."""
    row = Certificate.objects.filter(order_id=identifier, order__person_id=person).first()
    return None if row is None else numbers().open_document(bytes(row.document), identifier.bytes)


def late_orders() -> Iterator[LateOrder]:
    """Orders for the staff to look into, those that wait longest first."""
    last = Step.objects.filter(order=OuterRef("order")).order_by("-number").values("number")[:1]
    rows = Step.objects.annotate(last=Subquery(last)).filter(
        Q(state="overdue") | Q(state="failed", reason__in=DEAD_LETTERS),
        state__in=("overdue", "failed"),
        number=F("last"),
    )
    for row in rows.select_related("order__turn").order_by("at"):
        turn: Turn | None = getattr(row.order, "turn", None)
        faults, accident = (0, row.detail) if turn is None else (turn.faults, turn.accident)
        state, reason = cast("State", row.state), cast("Reason", row.reason)
        yield LateOrder(row.order_id, state, reason, row.order.at, row.at, faults, accident)


def waiting_orders() -> WaitingOrders:
    """How many orders wait, and since when the oldest of them does."""
    counted = Turn.objects.aggregate(
        count=Count("order"),
        late=Count("order", filter=Q(apologise_at=None)),
        unconsented=Count("order", filter=Q(order__consent=None)),
        oldest=Min("order__at"),
    )
    dead_letters = sum(late.state == "failed" for late in late_orders())
    undelivered = Delivery.objects.filter(ended=None).count()
    return WaitingOrders(
        counted["count"],
        counted["unconsented"],
        counted["late"],
        dead_letters,
        undelivered,
        counted["oldest"],
    )


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose orders, steps, consents, certificates, revocations, exchanges or time-stamps are no
    longer those that were sealed with them, and entries of another kind under which such rows stand."""
    of_orders = ("place-order", "order-", "consent-to-order", "refuse-order", "revoke-certificate")
    verbs = (*of_orders, "keep-exchange", "time-stamp-exchange")
    sealed = Entry.objects.filter(verb__regex=f"^({'|'.join(verbs)})")
    entries = ((row.number, "", row.content) for row in sealed.order_by("number").iterator())
    # Both sides come in the order of the entries, so that neither has to be held in memory.
    for number, rows in groupby(merge(entries, _kept()), itemgetter(0)):
        content, *told = (said for _, _, said in rows)
        if content_digest(*told) != content:
            yield number


def _kept() -> Iterator[tuple[int, str, str]]:
    """What each row says, by the entry it stands under, in the order in which an entry seals its kinds of rows."""

    def of(place: int, rows: Iterable[R], told: Callable[[R], tuple[str, ...]]) -> Iterator[tuple[int, str, str]]:
        for row in rows:
            for part, said in enumerate(told(row)):
                yield row.recorded_id, f"{place}{part}", said

    return merge(
        of(1, Order.objects.order_by("recorded_id").iterator(), told_of_order),
        of(2, Step.objects.order_by("recorded_id").iterator(), told_of_step),
        of(3, Consent.objects.order_by("recorded_id").iterator(), told_of_consent),
        of(4, Certificate.objects.order_by("recorded_id").iterator(chunk_size=100), told_of_certificate),
        of(5, Revocation.objects.order_by("recorded_id").iterator(), told_of_revocation),
        of(6, Exchange.objects.order_by("recorded_id").iterator(chunk_size=100), told_of_exchange),
        of(7, TimeStamp.objects.order_by("recorded_id").iterator(), told_of_time_stamp),
    )


def told_of_order(row: Order) -> tuple[str, ...]:
    return (str(row.id), str(row.person_id), bytes(row.key).hex(), str(row.months), row.at.isoformat())


def told_of_step(row: Step) -> tuple[str, ...]:
    detail = () if row.detail is None else (row.detail,)
    return (str(row.order_id), str(row.number), row.state, row.reason, *detail)


def told_of_consent(row: Consent) -> tuple[str, ...]:
    return (str(row.order_id), str(row.given), row.evidence)


def told_of_certificate(row: Certificate) -> tuple[str, ...]:
    whole = (row.told, row.document, row.token, row.code)
    return tuple(hashlib.sha256(bytes(part)).hexdigest() for part in whole)


def told_of_revocation(row: Revocation) -> tuple[str, ...]:
    return (str(row.certificate_id), row.reason)


def told_of_exchange(row: Exchange) -> tuple[str, ...]:
    parts = (row.key, row.asked, row.number or b"", row.consent or b"", row.sent, row.answered)
    order = "" if row.order_id is None else str(row.order_id)
    return (str(row.id), row.sender, order, *(hashlib.sha256(bytes(part)).hexdigest() for part in parts))


def told_of_time_stamp(row: TimeStamp) -> tuple[str, ...]:
    return (str(row.exchange_id), hashlib.sha256(bytes(row.token)).hexdigest(), row.at.isoformat())


def _record(row: Order) -> OrderRecord:
    consent = getattr(row, "consent", None)
    return OrderRecord(
        row.id,
        row.person_id,
        row.months,
        row.at,
        row.late_at,
        apologise_at(row.late_at),
        None if consent is None else consent.given,
        tuple(_steps(row.steps.order_by("number"))),
    )


def _steps(rows: Iterable[Step]) -> Iterator[StepRecord]:
    for row in rows:
        state, reason = cast("State", row.state), cast("Reason", row.reason)
        yield StepRecord(row.number, state, reason, row.by, row.at, row.detail)


def apologise_at(late_at: datetime) -> datetime:
    """From when on it is said that an order will be late."""
    return late_at - APOLOGY
