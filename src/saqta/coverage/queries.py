"""The hot look-up: one indexed row, no rule runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import cast
from uuid import UUID

from django.db import connection

from saqta.basis.identifiers import Iin
from saqta.basis.month import MONTHS_A_WORD, MonthMask
from saqta.coverage.models import Position, Stretch
from saqta.coverage.records import StatusRecord
from saqta.registry.queries import numbers
from saqta.rules.answer import Verdict
from saqta.rules.standing import Ground
from saqta.rules.timeline import Stretch as WorkedOut

_LOOK_UP = """
SELECT stretch.verdict, stretch.ground, stretch.lasts_until,
       timeline.credited_0, timeline.credited_1, timeline.credited_2, timeline.entry
FROM registry_person AS person
JOIN coverage_stretch AS stretch ON stretch.person_id = person.id
JOIN coverage_timeline AS timeline ON timeline.person_id = person.id
WHERE person.number_digest = %s AND stretch.start <= %s AND stretch.until > %s
ORDER BY stretch.start DESC LIMIT 1
"""
"""Written by hand, because composing the statement anew for each question would take longer than answering it."""


def get_status(iin: Iin, on: date) -> StatusRecord | None:
    """The status of the person with this number on the day; None for a number that the register does not know and for
    a day outside the known law, which look alike."""
    with connection.cursor() as cursor:
        cursor.execute(_LOOK_UP, (numbers().digest(iin.digits), on, on))
        row = cursor.fetchone()
    if row is None:
        return None
    verdict, ground, lasts_until, *words, entry = row
    bits = sum(word << (MONTHS_A_WORD * place) for place, word in enumerate(words))
    until = lasts_until if isinstance(lasts_until, date) else date.fromisoformat(lasts_until)
    return StatusRecord(verdict, ground, until, MonthMask(bits), int(entry))


def stretches_of(person: UUID) -> Iterator[WorkedOut]:
    """The whole timeline of a person, in order."""
    rows = Stretch.objects.filter(person_id=person).order_by("start")
    for start, until, verdict, ground in rows.values_list("start", "until", "verdict", "ground"):
        yield WorkedOut(start, until, cast("Verdict", verdict), cast("Ground | None", ground))


def last_entry_followed() -> int:
    """The last entry of the journal whose people have up-to-date timelines."""
    position = Position.objects.filter(id=1).first()
    return 0 if position is None else position.entry
