"""What is to be told about orders, and to whom: rows that come into being with the step they tell of, in the same
transaction, and leave only when somebody says how it went.

One address after another, in the order the person named them: the next has its turn when the one before it failed for
good, so that one delivery reaches the person and not three. Whoever sends holds a row by a lease; if they die, the row
is due again. A row is sent at least once. Its number stays the same each time, so that whoever gets it twice can tell.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, cast
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from uuid_utils.compat import uuid7

from saqta.basis.text import Language
from saqta.orders.leases import nobody_takes
from saqta.orders.models import Delivery, Order, Step
from saqta.orders.states import ENDED, Reason, State
from saqta.orders.terms import LEASE, may_be_told_from
from saqta.orders.ways import Way, way_of
from saqta.registry.queries import numbers

_alarms = logging.getLogger("saqta.alarms")


class Message(NamedTuple):
    """Something to be told, held by whoever took it until the lease is over. ``language`` is None for somebody who did
    not say, ``at`` the moment of what is told."""

    id: UUID
    lease: UUID
    tries: int
    order: UUID
    state: State
    reason: Reason
    at: datetime
    address: str
    language: Language | None


def announce(step: Step) -> None:
    """Lays ready what is to be told of a step, where there is anybody to tell and anything worth telling."""
    if step.state not in ENDED and step.state != "overdue":
        return
    order = Order.objects.get(id=step.order_id)
    if order.told_to is not None:
        _lay_ready(step, order, 0, step.at)


def take_messages(way: Way, at: datetime, at_most: int = 1) -> list[Message]:
    """What is due by this way at that moment, held until the lease is over."""
    lease = uuid4()
    with transaction.atomic():
        rows = nobody_takes(Delivery.objects.filter(way=way, ended=None, due__lte=at).order_by("due"))
        held = [row.id for row in rows[:at_most]]
        Delivery.objects.filter(id__in=held).update(due=at + LEASE, lease=lease)
    return [_message(row) for row in Delivery.objects.filter(lease=lease).select_related("step__order").order_by("id")]


def record_delivered(message: Message, *, at: datetime) -> None:
    """It has arrived, as far as anybody can tell."""
    _held(message).update(ended=at, delivered=True, lease=None, tries=message.tries + 1)


def record_not_delivered(message: Message, pauses: Sequence[timedelta], *, at: datetime, gone: bool = False) -> None:
    """It did not work out. It is tried again after the next of the pauses; after the last, or where the address is
    ``gone``, the next address of the order has its turn."""
    if not gone and message.tries < len(pauses):
        _held(message).update(due=at + pauses[message.tries], lease=None, tries=message.tries + 1)
        return
    with transaction.atomic():
        row = _held(message).select_related("step__order").first()
        if row is None or not _held(message).update(ended=at, delivered=False, lease=None, tries=message.tries + 1):
            return  # it took too long, and somebody else holds it
        if not _lay_ready(row.step, row.step.order, row.place + 1, at):
            _alarms.warning("nobody could be told of order %s", message.order)


def sealed_addresses(addresses: Sequence[str], order: UUID) -> bytes | None:
    """The addresses of an order as its row keeps them; None where nobody is told."""
    return numbers().seal_document("\n".join(addresses).encode(), order.bytes) if addresses else None


def _lay_ready(step: Step, order: Order, place: int, at: datetime) -> bool:
    """Whether there is an address at that place. Programs are told at any hour."""
    addresses = _addresses(order)
    if place >= len(addresses):
        return False
    way = way_of(addresses[place])
    due = at if way == "https" else may_be_told_from(at, order.at)
    Delivery.objects.create(id=uuid7(), step=step, place=place, way=way, due=due)
    return True


def _message(row: Delivery) -> Message:
    step, order = row.step, row.step.order
    return Message(
        row.id,
        cast("UUID", row.lease),
        row.tries,
        order.id,
        cast("State", step.state),
        cast("Reason", step.reason),
        step.at,
        _addresses(order)[row.place],
        cast("Language | None", order.language),
    )


def _addresses(order: Order) -> list[str]:
    return numbers().open_document(bytes(order.told_to or b""), order.id.bytes).decode().splitlines()


def _held(message: Message) -> QuerySet[Delivery]:
    return Delivery.objects.filter(id=message.id, lease=message.lease)
