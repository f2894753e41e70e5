"""What leaves the room about orders and certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import msgspec

from saqta.orders.states import ENDED, Reason, State
from saqta.rules.answer import Verdict

LEAST_MONTHS, MOST_MONTHS = 12, 60


@dataclass(frozen=True, slots=True)
class StepRecord:
    """That an order went on to a state, when and why; ``detail`` is for the staff alone."""

    number: int
    state: State
    reason: Reason
    by: str
    at: datetime
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """An order and every step it took. ``late_at`` is the end of the promised time, ``apologise_at`` the moment from
    which it is said that it will not be kept. ``consented`` is None as long as the person has not said."""

    id: UUID
    person: UUID
    months: int
    at: datetime
    late_at: datetime
    apologise_at: datetime
    consented: bool | None
    steps: tuple[StepRecord, ...]

    @property
    def state(self) -> State:
        return self.steps[-1].state

    def stands(self, at: datetime) -> tuple[State, Reason]:
        """How the order stands at that moment: also when no worker is there to write that it will be late."""
        last = self.steps[-1]
        if last.state not in ENDED and at >= self.apologise_at:
            return "overdue", lateness(self.consented)
        return last.state, last.reason


def lateness(consented: bool | None) -> Reason:
    """Why an order is late: for want of the person's consent, or by our fault."""
    return "consent-awaited" if consented is None else "time-running-out"


class CertifiedMonth(msgspec.Struct, frozen=True):
    """A month and whether it is credited."""

    month: str
    paid: bool


class CertifiedPayment(msgspec.Struct, frozen=True):
    """Money paid for a month. ``payer``: ``own``, the number of an organisation, or the last four digits of somebody
    else's number; null when the register does not know. ``amount`` in tenge."""

    month: str
    payer: str | None
    code: str
    amount: str
    paid_on: date | None


class Certified(msgspec.Struct, frozen=True):
    """Everything that a certificate tells about a person on a day."""

    number: UUID
    at: datetime
    on: date
    iin: str
    birth_date: date
    verdict: Verdict
    insured_until: date | None
    months: tuple[CertifiedMonth, ...]
    payments: tuple[CertifiedPayment, ...]
    total: str
    cites: tuple[str, ...]
    law: str


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """A certificate as whoever was shown it may compare it. ``outdated``: the register says something else now, of the
    same months or of today."""

    told: Certified
    revoked_at: datetime | None
    outdated: bool


@dataclass(frozen=True, slots=True)
class LateOrder:
    """An order for the staff to look into: apologised for, or a dead letter. It names no person. ``accident`` is what
    its last fault was."""

    id: UUID
    state: State
    reason: Reason
    ordered: datetime
    since: datetime
    faults: int
    accident: str | None


@dataclass(frozen=True, slots=True)
class WaitingOrders:
    """How many orders wait, and for what: ``unconsented`` of them for the person, ``late`` were apologised for.
    ``dead_letters`` wait for the staff, ``untold`` notifications for their turn. ``oldest`` is when the first of those
    that wait was ordered."""

    count: int
    unconsented: int
    late: int
    dead_letters: int
    untold: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class ExchangeListed:
    """That something went through the state gateway: who sent it, and the order that came of it or that it answers.
    ``stamped`` is when an authority of time had seen the answer; None while none has."""

    id: UUID
    sender: str
    order: UUID | None
    at: datetime
    stamped: datetime | None


@dataclass(frozen=True, slots=True)
class ExchangeRecord:
    """A message of the state gateway and its answer, as they went over the wire; and the token (RFC 3161) of an
    authority of time about the answer, None while there is none."""

    listed: ExchangeListed
    sent: bytes
    answered: bytes
    time_stamp: bytes | None
