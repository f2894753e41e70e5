"""The documents that the register's commands print with ``--json``, apart from the commands, so that their published
schemas can be had without a register."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from saqta.basis.identifiers import Sex
from saqta.basis.text import Text
from saqta.orders.states import Reason, State
from saqta.rules.answer import Verdict
from saqta.rules.standing import Ground


class MonthPaid(msgspec.Struct, frozen=True):
    """Whether one month is credited."""

    month: str
    credited: bool


class RegisterStatus(msgspec.Struct, frozen=True):
    """The status as worked out before, and the journal entry it was worked out from. ``rests_on`` says on which
    document a category is taken for a while, where one is."""

    on: date
    verdict: Verdict
    ground: Ground | None
    lasts_until: date
    months: tuple[MonthPaid, ...]
    entry: int
    rests_on: Text | None = None


class Span(msgspec.Struct, frozen=True):
    """One stretch of a history, from its first day up to, but not including, ``until``."""

    start: date = msgspec.field(name="from")
    until: date
    verdict: Verdict
    ground: Ground | None


class TakenIn(msgspec.Struct, frozen=True):
    """What became of one file, or of all files of one archive; ``read`` is the sum of the other three."""

    file: int
    read: int
    new: int
    known: int
    rejected: int


class Reject(msgspec.Struct, frozen=True):
    """One line of the file of rejects; like every refusal it repeats nothing of what it refuses. ``member`` is the
    place of the file in an archive."""

    file: int
    member: int | None
    line: int | None
    field: str | None
    code: str
    text: Text


class LateOrderTold(msgspec.Struct, frozen=True):
    """An order that is late or was set aside, since when and why; it names nobody. ``accident`` is what its last fault
    was."""

    id: UUID
    state: State
    reason: Reason
    since: datetime
    faults: int
    accident: str | None


class Found(msgspec.Struct, frozen=True):
    """Something that does not hold: which part of the register, and the entry, or how many."""

    what: str
    number: int


class Verification(msgspec.Struct, frozen=True):
    """Whether the register is sound, and what does not hold if it is not; ``seal`` is that of the last entry of the
    journal, to be noted elsewhere and asked for later."""

    sound: bool
    findings: tuple[Found, ...]
    seal: str


class ProvisionalPerson(msgspec.Struct, frozen=True):
    """A person of whom only a payment, a category or an attachment has told so far, and since when."""

    id: UUID
    birth_date: date | None
    sex: Sex | None
    since: datetime


class Held(msgspec.Struct, frozen=True):
    """A category that a source says the person holds, from its first day up to, but not including, ``until``."""

    code: str
    start: date = msgspec.field(name="from")
    until: date | None


class Attached(msgspec.Struct, frozen=True):
    """The organisation of primary care that the person is attached to on the day."""

    bin: str
    start: date = msgspec.field(name="from")
    until: date | None
    source: str


class RegisteredPerson(msgspec.Struct, frozen=True):
    """What the register holds of a person besides payments. Null is unknown; ``attachment`` is null for nowhere."""

    on: date
    provisional: bool
    birth_date: date | None
    sex: Sex | None
    citizenship: str | None
    residence: str | None
    died_on: date | None
    region: str | None
    region_name: Text | None
    attachment: Attached | None
    categories: tuple[Held, ...]


class StaffMember(msgspec.Struct, frozen=True):
    """Somebody who may act, or might until disabled; where ``region`` is not null, only in places whose code begins so,
    and where ``facility`` is not, only there."""

    id: UUID
    name: str
    role: str
    system_user: str | None
    disabled: bool
    region: str | None
    facility: UUID | None
    login: str | None
