"""The hot look-up: one indexed row, no rule runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast
from uuid import UUID

from saqta.basis.identifiers import Iin
from saqta.basis.month import MONTHS_A_WORD, MonthMask
from saqta.coverage.models import Position, Stretch
from saqta.coverage.records import StatusRecord
from saqta.registry.queries import numbers
from saqta.rules.answer import Verdict
from saqta.rules.standing import Ground
from saqta.rules.timeline import Stretch as WorkedOut

_COLUMNS = (
    "verdict",
    "ground",
    "lasts_until",
    "person__timeline__credited_0",
    "person__timeline__credited_1",
    "person__timeline__credited_2",
    "person__timeline__entry",
)


def get_status(iin: Iin, on: date) -> StatusRecord | None:
    """The status of the person with this number on the day; None for a number that the register does not know and for
    a day outside the known law, which look alike."""
    digest = numbers().digest(iin.digits)
    rows = Stretch.objects.filter(person__number_digest=digest, start__lte=on, until__gt=on)
    row = rows.order_by("-start").values_list(*_COLUMNS).first()
    if row is None:
        return None
    verdict, ground, lasts_until, *words, entry = row
    bits = sum(word << (MONTHS_A_WORD * place) for place, word in enumerate(words))
    return StatusRecord(
        cast("Verdict", verdict), cast("Ground | None", ground), lasts_until, MonthMask(bits), int(entry)
    )


def stretches_of(person: UUID) -> Iterator[WorkedOut]:
    """The whole timeline of a person, in order."""
    rows = Stretch.objects.filter(person_id=person).order_by("start")
    for start, until, verdict, ground in rows.values_list("start", "until", "verdict", "ground"):
        yield WorkedOut(start, until, cast("Verdict", verdict), cast("Ground | None", ground))


def last_entry_followed() -> int:
    """The last entry of the journal whose people have up-to-date timelines."""
    position = Position.objects.filter(id=1).first()
    return 0 if position is None else position.entry
