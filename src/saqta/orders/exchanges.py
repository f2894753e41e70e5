"""Evidence of what went through the state gateway: each message with the answer to it, once.

The gateway keeps nothing on our behalf. What it sent and what it was told are kept here as they went over the wire,
signatures and all, so that years later either side can be held to its word, with the word of an authority of time about
the answer (``time_stamps``); and the same message sent again gets the same answer, byte for byte, however often a
connection is lost on the way.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.envelopes.texts import refused as message_refused
from saqta.journal.actions import record_entry, record_read, take_turn
from saqta.journal.records import content_digest
from saqta.orders.models import Exchange, TimeStamp, Unstamped
from saqta.orders.queries import NOTHING_OF_PEOPLE, told_of_exchange
from saqta.orders.records import ExchangeListed, ExchangeRecord
from saqta.orders.texts import refused
from saqta.registry.queries import find_people, numbers

PURPOSE = "state-gateway-evidence"
REPEATED_FOR = timedelta(days=1)
"""So long the same message gets its answer again; whoever finds one later learns nothing from us."""


class Marks(NamedTuple):
    """By what a message is known: its sender, its number there, and the digest of all it asks."""

    sender: str
    key: bytes
    asked: bytes


def marks(sender: str, identifier: str, *asked: str) -> Marks:
    """The marks of a message; what is asked may hold a person's number, and is kept as a keyed digest only."""
    sealing = numbers()
    return Marks(sender, sealing.digest_of("exchange", sender, identifier), sealing.digest_of("asked", *asked))


class About(NamedTuple):
    """Whom a message is about and by which token they consented, as keyed digests."""

    number: bytes | None = None
    consent: bytes | None = None


class Answer(NamedTuple):
    """What was answered to a message, whom it told of, and whether it was answered before."""

    written: bytes
    number: bytes | None
    again: bool


def answered(known: Marks, at: datetime) -> Answer | None:
    """The answer given to this message before; None when it is new. Raises ``Refused`` when something else was asked
    under its number, and when that was too long ago."""
    row = Exchange.objects.filter(key=known.key).first()
    if row is None:
        return None
    if bytes(row.asked) != known.asked:
        raise message_refused("message-used")
    if at - row.at > REPEATED_FOR:
        raise message_refused("message-old")
    number = None if row.number is None else bytes(row.number)
    return Answer(opened(row.id, "answered", row.answered), number, again=True)


@transaction.atomic
def keep_exchange(
    known: Marks,
    about: About,
    sent: bytes,
    answer: bytes,
    act: Callable[[], UUID | None],
    *,
    by: str,
    at: datetime,
) -> Answer:
    """Keeps a message with its answer, and does in the same transaction what it asks for: ``act`` gives the order that
    came of it, if one did. Of messages that come twice at once the first is answered, and the other gets its answer.
    Raises ``Refused`` for a consent that somebody else gave."""
    take_turn()
    before = answered(known, at)
    if before is not None:
        return before
    if about.consent is not None and _given_by_another(about):
        raise refused("consent-of-another")
    order, identifier = act(), uuid7()
    row = Exchange(
        id=identifier,
        key=known.key,
        asked=known.asked,
        sender=known.sender,
        number=about.number,
        consent=about.consent,
        order_id=order,
        sent=sealed(identifier, "sent", sent),
        answered=sealed(identifier, "answered", answer),
        at=at,
        recorded_id=take_turn(),  # what was done may have made entries of its own
    )
    row.save(force_insert=True)
    Unstamped.objects.create(exchange=row, due=at)
    record_entry(
        "keep-exchange", by=by, at=at, content=content_digest(*told_of_exchange(row)), people=NOTHING_OF_PEOPLE
    )
    return Answer(answer, about.number, again=False)


def evidence(identifier: UUID, *, by: str, at: datetime) -> ExchangeRecord:
    """What was sent and what was answered, as it went over the wire, and what an authority of time says of it. Whoever
    looks at it looks at the person it is about, and is in their list. Raises ``Refused`` when there is no such
    exchange."""
    row = Exchange.objects.select_related("order", "time_stamp").filter(id=identifier).first()
    if row is None:
        raise refused("no-such-exchange", "id")
    if row.order is not None:
        record_read(row.order.person_id, by=by, purpose=PURPOSE, at=at)
    elif row.number is not None:
        record_read(find_people([bytes(row.number)]).get(bytes(row.number)), by=by, purpose=PURPOSE, at=at)
    stamp = _stamp(row)
    token = None if stamp is None else opened(row.id, "time-stamp", stamp.token)
    sent, answer = opened(row.id, "sent", row.sent), opened(row.id, "answered", row.answered)
    return ExchangeRecord(_listed(row), sent, answer, token)


def exchanges(at_most: int = 100) -> list[ExchangeListed]:
    """The latest exchanges. They name nobody."""
    rows = Exchange.objects.select_related("time_stamp").defer("sent", "answered", "time_stamp__token")
    return [_listed(row) for row in rows.order_by("-id")[:at_most]]


def sealed(identifier: UUID, part: str, content: bytes) -> bytes:
    """A part of an exchange as its rows keep it: bound to the exchange, and to which part of it it is."""
    return numbers().seal_document(content, part.encode() + identifier.bytes)


def opened(identifier: UUID, part: str, kept: bytes | memoryview) -> bytes:
    """A part of an exchange as it was. Raises ``InvalidTag`` for what belongs elsewhere or was changed."""
    return numbers().open_document(bytes(kept), part.encode() + identifier.bytes)


def _listed(row: Exchange) -> ExchangeListed:
    stamp = _stamp(row)
    return ExchangeListed(row.id, row.sender, row.order_id, row.at, None if stamp is None else stamp.at)


def _stamp(row: Exchange) -> TimeStamp | None:
    stamp: TimeStamp | None = getattr(row, "time_stamp", None)
    return stamp


def _given_by_another(about: About) -> bool:
    """Whether this token stood for another person before. What a token says is its issuer's matter; that it does not
    wander from one person to the next is ours."""
    return Exchange.objects.filter(consent=about.consent).exclude(number=about.number).exists()
