"""What leaves the room about a person's status."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple
from uuid import UUID

from saqta.basis.month import Month, MonthMask
from saqta.rules.answer import Verdict
from saqta.rules.standing import Ground


class StatusRecord(NamedTuple):
    """The status of ``person`` on one day as worked out before: until which day the verdict lasts if nothing more
    happens, which months are credited, and how far the journal had come when it was worked out."""

    person: UUID
    verdict: Verdict
    ground: Ground | None
    lasts_until: date
    credited: MonthMask
    entry: int

    def credited_before(self, on: date, count: int = 12) -> list[tuple[Month, bool]]:
        """The last ``count`` months before that of ``on``, and whether each is credited."""
        return marks(self.credited, on, count)


class PublicStatus(NamedTuple):
    """What anybody may be told about a number on ``on``: the verdict, until which day it lasts if nothing more happens,
    and which of the twelve months before are paid; ``credited`` holds no others. ``person`` is for the journal of reads
    and leaves with no answer."""

    person: UUID | None
    on: date
    verdict: Verdict
    valid_until: date | None
    credited: MonthMask

    def months(self) -> list[tuple[Month, bool]]:
        return marks(self.credited, self.on, 12)


def marks(credited: MonthMask, on: date, count: int) -> list[tuple[Month, bool]]:
    """The last ``count`` months before that of ``on``, and whether each is credited."""
    month = Month.of(on)
    return [(earlier, earlier in credited) for earlier in (month + -count).until(month)]
