"""What leaves the room about a person's status."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from saqta.basis.month import Month, MonthMask
from saqta.rules.answer import Verdict
from saqta.rules.standing import Ground


@dataclass(frozen=True, slots=True)
class StatusRecord:
    """The status on one day as worked out before: until which day the verdict lasts if nothing more happens, which
    months are credited, and how far the journal had come when it was worked out."""

    verdict: Verdict
    ground: Ground | None
    lasts_until: date
    credited: MonthMask
    entry: int

    def credited_before(self, on: date, count: int = 12) -> list[tuple[Month, bool]]:
        """The last ``count`` months before that of ``on``, and whether each is credited."""
        month = Month.of(on)
        return [(earlier, earlier in self.credited) for earlier in (month + -count).until(month)]
