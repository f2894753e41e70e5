"""Answers that the state gateway waits for: sent when an order ends, with an apology when it will be late.

At least once: a connection that is lost after the gateway took an answer leaves us not knowing, and the answer goes
again under the same number, by which the gateway knows it. What counts as taken is a receipt in the right chain; a
fault, garbage, and a receipt for something else are all "not yet".
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID, uuid4, uuid5

from django.db import DatabaseError, transaction
from django.db.models import Exists, F, OuterRef

from saqta.access.records import process
from saqta.basis.refusal import Refused
from saqta.envelopes.messages import read_receipt
from saqta.envelopes.posting import Post
from saqta.envelopes.signatures import Signatures
from saqta.envelopes.writing import Heading, Own, message
from saqta.journal.actions import record_read
from saqta.law.book import Book
from saqta.orders.exchanges import About, keep_exchange, marks
from saqta.orders.leases import nobody_takes
from saqta.orders.models import Certificate, OwedAnswer, Step
from saqta.orders.participation import order_content
from saqta.orders.queries import order
from saqta.orders.records import Certified, OrderRecord, StepRecord
from saqta.orders.sealing import open_told
from saqta.orders.states import ENDED
from saqta.orders.terms import LEASE, pause_after
from saqta.registry.queries import numbers

PURPOSE = "state-gateway-answer"
BY = process("state-gateway")
GIVEN_UP_AFTER = timedelta(days=3)
"""A gateway that has not taken an answer by then is not told any more; whoever runs this server is."""
_WORTH_TELLING = (*sorted(ENDED), "overdue")
_XML = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": '""'}
_alarms = logging.getLogger("saqta.alarms")
_accidents = logging.getLogger("saqta.accidents")


class NotTaken(RuntimeError):
    """The gateway did not say that it took this message."""


class _Taken(NamedTuple):
    order: UUID
    chain: str
    session: str | None
    told: int
    tries: int
    lease: UUID


@dataclass(frozen=True, slots=True)
class Owing:
    """Sends what is owed to the gateway at ``address``, which knows us as ``own`` and the answers as ``service``."""

    book: Book
    signatures: Signatures
    own: Own
    service: str
    address: str
    post: Post

    def send_owed(self, at: datetime, at_most: int = 2) -> int:
        """Sends what is due at that moment; gives how many tries there were. Few at a time, so that a gateway and a
        side-car that let us wait do not outlast the lease."""
        taken = _take(at, at_most)
        for each in taken:
            try:
                self._send(each, at)
            except (OSError, Refused, NotTaken):
                _put_off(each, at)
            except DatabaseError:
                raise  # nothing can be put off either; it comes back when its lease is over
            except Exception as error:  # noqa: BLE001  # whatever fails for one answer must not stop the others
                _accidents.error("%s while answering the state gateway about %s", type(error).__name__, each.order)
                _put_off(each, at)
        return len(taken)

    def _send(self, owed: _Taken, at: datetime) -> None:
        found = order(owed.order)
        if found is None:
            raise NotTaken
        step = _next(found, owed.told)
        if owed.tries == 0:
            record_read(found.person, by=BY, purpose=PURPOSE, at=at)
        heading = Heading(str(uuid5(owed.order, f"step {step.number}")), owed.chain, owed.session, at)
        kind = "RESPONSE" if step.state in ENDED else "NOTIFICATION"
        envelope = message(
            heading, self.service, kind, self.own, order_content(found, step, *_issued(found), self.book)
        )
        sent = self.signatures.sign(envelope, at=at)
        posted = self.post(self.address, sent, _XML)
        if read_receipt(posted.body).chain != owed.chain:
            raise NotTaken
        known = marks(self.own.sender, heading.identifier, str(step.number))

        def told() -> UUID:
            ended = at if step.state == "answered" else None
            OwedAnswer.objects.filter(order_id=owed.order).update(
                told=step.number, ended=ended, due=at, lease=None, tries=0
            )
            return owed.order

        keep_exchange(known, About(), sent, posted.body, told, by=BY, at=at)


def _next(found: OrderRecord, told: int) -> StepRecord:
    """The latest step that the gateway does not know of: what was overdue and is answered by now is told once."""
    return [step for step in found.steps if step.number > told and step.state in _WORTH_TELLING][-1]


def _issued(found: OrderRecord) -> tuple[Certified | None, bytes | None]:
    """What the certificate of an order tells, and the certificate itself."""
    row = Certificate.objects.filter(order_id=found.id).first()
    if row is None:
        return None, None
    sealing = numbers()
    return open_told(row, sealing), sealing.open_document(bytes(row.document), found.id.bytes)


def _take(at: datetime, at_most: int) -> list[_Taken]:
    """Orders that went on since the gateway was last told, each for one worker until the lease is over."""
    lease = uuid4()
    news = Step.objects.filter(order=OuterRef("order"), number__gt=OuterRef("told"), state__in=_WORTH_TELLING)
    with transaction.atomic():
        rows = nobody_takes(OwedAnswer.objects.filter(Exists(news), ended=None, due__lte=at).order_by("due"))
        held = [_Taken(row.order_id, row.chain, row.session, row.told, row.tries, lease) for row in rows[:at_most]]
        OwedAnswer.objects.filter(order_id__in=[each.order for each in held]).update(due=at + LEASE, lease=lease)
    return held


def _put_off(owed: _Taken, at: datetime) -> None:
    found = order(owed.order)
    given_up = found is not None and at >= _next(found, owed.told).at + GIVEN_UP_AFTER
    if given_up:
        _alarms.warning("the state gateway could not be told of order %s", owed.order)
    OwedAnswer.objects.filter(order_id=owed.order, lease=owed.lease).update(
        due=at + pause_after(owed.tries), lease=None, tries=F("tries") + 1, ended=at if given_up else None
    )
