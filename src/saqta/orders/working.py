"""Answering orders: workers take what is due under a lease, one step at a time, at least once.

That every order gets exactly one result does not rest on the lease. It rests on the numbers of its steps, which the
database takes once each: whoever comes second finds the order gone on, and drops what it made.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import IntegrityError, connection, transaction
from django.db.models import F

from saqta.access.records import process
from saqta.basis.days import day_in_kazakhstan
from saqta.basis.refusal import Refused
from saqta.journal.actions import record_read, take_turn
from saqta.law.book import Book
from saqta.orders.actions import NotANextStep, go_on
from saqta.orders.certifying import certify
from saqta.orders.document import write_certificate
from saqta.orders.leases import nobody_takes
from saqta.orders.models import Certificate, Turn
from saqta.orders.queries import order, told_of_certificate
from saqta.orders.records import Certified, OrderRecord, lateness
from saqta.orders.sealing import seal_told
from saqta.orders.secrets_of_certificates import digest_of_code, digest_of_token, new_code, new_token
from saqta.orders.signing import Signing
from saqta.orders.states import ENDED, Reason, State
from saqta.orders.terms import DEATHS, LEASE, PATIENCE, pause_after
from saqta.registry.queries import numbers

BY = process("orders")
PURPOSE = "ordered-certificate"
AT_ONCE = 20
LONGEST_DETAIL = 100
_alarms = logging.getLogger("saqta.alarms")
_accidents = logging.getLogger("saqta.accidents")


class LeaseLost(RuntimeError):
    """Somebody else has taken the order meanwhile, because this worker was too slow."""


class Taken(NamedTuple):
    """An order that this worker holds until its lease is over."""

    id: UUID
    lease: UUID
    taken: int
    faults: int
    accident: str | None


@dataclass(frozen=True, slots=True)
class Worker:
    """Answers orders. ``address`` is where certificates are checked; ``signing`` gives the key anew for each, so that a
    key which is missing is a fault of the moment and not the end of the worker."""

    book: Book
    signing: Callable[[], Signing]
    address: str

    def work(self, at: datetime, at_most: int = AT_ONCE) -> int:
        """Apologises for what will be late, then brings up to ``at_most`` due orders on by as many steps as they can
        go; gives how many there were."""
        apologise(at)
        taken = take(at, at_most)
        for each in taken:
            self.bring_on(each, at)
        return len(taken)

    def bring_on(self, taken: Taken, at: datetime) -> None:
        """Takes every step that an order can take now. What fails is tried again later, ever more seldom."""
        try:
            while self._one_step(taken, at):
                pass
        except (LeaseLost, NotANextStep, IntegrityError):
            _put_off(taken, at, taken.faults)  # somebody was faster: look again, if it is still ours to look at
        except Refused as refused:
            codes = ", ".join(fault.code for fault in refused.faults)
            _end(taken, "failed", "not-answerable", at, codes)
        except Exception as error:  # whatever fails for one order must not stop the others
            _accidents.error("%s while answering order %s", type(error).__name__, taken.id)
            if connection.in_atomic_block:
                raise
            _put_off(taken, at + pause_after(taken.faults), taken.faults + 1, type(error).__name__)

    def _one_step(self, taken: Taken, at: datetime) -> bool:
        """Whether there is another step to take now."""
        found = order(taken.id)
        if found is None or found.state in ENDED:
            raise LeaseLost
        if taken.taken > DEATHS:
            return _end(taken, "failed", "stopped-workers", at)
        if found.consented is False:
            return _end(taken, "failed", "consent-refused", at)
        if at >= begun(found) + PATIENCE:
            return _end(taken, "failed", "given-up", at, taken.accident)
        if found.state == "received":
            return _on(taken, "consent", "own-order", at)
        if found.consented is None:
            return _wait(taken, begun(found) + PATIENCE)
        if found.state == "consent":
            return _on(taken, "checking", "consent-given", at)
        self._answer(found, taken, at)
        return False

    def _answer(self, found: OrderRecord, taken: Taken, at: datetime) -> None:
        """The document is made outside any transaction, because that takes longer than others may wait; then the
        certificate, the step and the entry of the journal come into being together."""
        told = certify(found.person, found.months, day_in_kazakhstan(at), self.book, number=found.id, at=at)
        token, code = new_token(), new_code()
        unsigned = write_certificate(told, address=f"{self.address}/c/{token}", code=code)
        document = self.signing().sign(unsigned, at=at)
        with transaction.atomic():
            row = _certificate(told, document, token, code)
            entry = go_on(found.id, "answered", "certificate-issued", by=BY, at=at, with_it=told_of_certificate(row))
            row.recorded_id = entry
            row.save(force_insert=True)
            record_read(found.person, by=BY, purpose=PURPOSE, at=at)
            _let_go(taken)


def begun(found: OrderRecord) -> datetime:
    """Since when there has been work on it: since it was made, or put back to work by the staff."""
    return max(step.at for step in found.steps if step.reason in ("own-order", "put-back"))


def take(at: datetime, at_most: int) -> list[Taken]:
    """Orders due at that moment, each for one worker: nobody else gets them until the lease is over."""
    lease = uuid4()
    with transaction.atomic():
        rows = nobody_takes(Turn.objects.filter(due__lte=at).order_by("due"))
        held = [Taken(row.order_id, lease, row.taken + 1, row.faults, row.accident) for row in rows[:at_most]]
        Turn.objects.filter(order_id__in=[each.id for each in held]).update(
            due=at + LEASE, lease=lease, taken=F("taken") + 1
        )
    return held


def apologise(at: datetime) -> int:
    """Says of every order whose promised time is nearly over that it will be late, before it is; gives how many."""
    late = list(Turn.objects.filter(apologise_at__lte=at).order_by("apologise_at").values_list("order_id", flat=True))
    for identifier in late:
        with transaction.atomic():
            try:
                with transaction.atomic():
                    found = order(identifier)
                    go_on(identifier, "overdue", lateness(None if found is None else found.consented), by=BY, at=at)
            except NotANextStep:
                pass  # it ended or was apologised for meanwhile
            Turn.objects.filter(order_id=identifier).update(apologise_at=None)
    if late:
        _alarms.warning("%s orders will be late; saqta orders lists them", len(late))
    return len(late)


def _on(taken: Taken, state: State, reason: Reason, at: datetime) -> bool:
    with transaction.atomic():
        go_on(taken.id, state, reason, by=BY, at=at)
        if not Turn.objects.filter(order_id=taken.id, lease=taken.lease).exists():
            raise LeaseLost
    return True


def _end(taken: Taken, state: State, reason: Reason, at: datetime, detail: str | None = None) -> bool:
    with transaction.atomic():
        go_on(taken.id, state, reason, by=BY, at=at, detail=None if detail is None else detail[:LONGEST_DETAIL])
        _let_go(taken)
    if reason != "consent-refused":
        _alarms.warning("order %s was set aside: %s", taken.id, reason)
    return False


def _let_go(taken: Taken) -> None:
    """There is nothing left to do, and the order leaves the queue in the transaction of its last step."""
    deleted, _ = Turn.objects.filter(order_id=taken.id, lease=taken.lease).delete()
    if not deleted:
        raise LeaseLost


def _wait(taken: Taken, until: datetime) -> bool:
    """Nothing can be done before the person consents, which makes the order due at once. The order is put off only if
    that has not happened meanwhile."""
    with transaction.atomic():
        take_turn()  # so that no consent comes between looking and putting off
        found = order(taken.id)
        if found is not None and found.consented is None:
            _put_off(taken, until, 0)
    return False


def _put_off(taken: Taken, due: datetime, faults: int, accident: str | None = None) -> None:
    Turn.objects.filter(order_id=taken.id, lease=taken.lease).update(
        due=due, lease=None, taken=0, faults=faults, accident=accident or taken.accident
    )


def _certificate(told: Certified, document: bytes, token: str, code: str) -> Certificate:
    sealing, identifier = numbers(), told.number
    return Certificate(
        order_id=identifier,
        token=digest_of_token(sealing, token),
        code=digest_of_code(sealing, code, told.birth_date.isoformat()),
        told=seal_told(told, sealing),
        document=sealing.seal_document(document, identifier.bytes),
        at=told.at,
    )
