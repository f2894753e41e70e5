"""The hot look-up: one indexed row, no rule runs."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from msgspec import convert

from saqta.basis.identifiers import Iin
from saqta.basis.month import MONTHS_A_WORD, MonthMask
from saqta.coverage.models import Position, Stretch
from saqta.coverage.records import StatusRecord
from saqta.journal.queries import last_number
from saqta.registry.queries import numbers
from saqta.rules.answer import Verdict
from saqta.rules.standing import Ground
from saqta.rules.timeline import Stretch as WorkedOut

LOOK_UP = """
SELECT person.id, stretch.verdict, stretch.ground, stretch.lasts_until,
       timeline.credited_0, timeline.credited_1, timeline.credited_2, timeline.entry
FROM registry_person AS person
JOIN coverage_stretch AS stretch ON stretch.person_id = person.id
JOIN coverage_timeline AS timeline ON timeline.person_id = person.id
WHERE person.number_digest = %s AND stretch.start <= %s AND stretch.until > %s
ORDER BY stretch.start DESC LIMIT 1
"""
"""Written by hand and given to the driver itself: composing and wrapping a statement for each question takes longer
than answering it."""
LOOK_UP_IN_SQLITE = LOOK_UP.replace("%s", "?")
_NOBODY = (str(UUID(int=0)), "no", None, date.max, 0, 0, 0, 0)
"""A row as it would be found, for a number that the register does not know."""
_own = threading.local()


def get_status(iin: Iin, on: date) -> StatusRecord | None:
    """The status of the person with this number on the day; None for a number that the register does not know and for
    a day outside the known law, which look alike. Raises ``OperationalError`` when the database does not answer."""
    return status_under(numbers().digest(iin.digits), on)


def status_under(digest: bytes, on: date) -> StatusRecord | None:
    """The same for whoever has the digest of the number at hand."""
    row = _first_row(digest, on)
    # Nobody is read as somebody is, so that the time of an answer tells no more than its words.
    person, verdict, ground, lasts_until, first, second, third, entry = row or _NOBODY
    if isinstance(person, str):  # SQLite keeps identifiers as text
        person = convert(person, UUID)
    credited = MonthMask(first | second << MONTHS_A_WORD | third << 2 * MONTHS_A_WORD)
    found = StatusRecord(person, verdict, ground, lasts_until, credited, entry)
    return found if row is not None else None


def _first_row(digest: bytes, on: date) -> tuple[Any, ...] | None:
    database = _database()
    if database.connection is None:
        database.ensure_connection()
    try:
        if database.vendor == "sqlite":
            day = _written(on)
            row = database.connection.execute(LOOK_UP_IN_SQLITE, (digest, day, day)).fetchone()
        else:
            # The framework's own cursor writes the values into the statement, so that the server plans each one anew.
            cursor = database.Database.Cursor(database.connection)
            row = cursor.execute(LOOK_UP, (digest, on, on), prepare=True).fetchone()
    except database.Database.Error:
        database.errors_occurred = True
        database.close_if_unusable_or_obsolete()  # so that the next question finds a new connection
        with database.wrap_database_errors:
            raise
    return cast("tuple[Any, ...] | None", row)


def _database() -> Any:
    """The connection of this thread to the database that is configured now. Kept, because to find it among all of them
    takes a quarter as long as the look-up."""
    database = getattr(_own, "database", None)
    if database is None or database.settings_dict is not connections.settings[DEFAULT_DB_ALIAS]:
        database = _own.database = connections[DEFAULT_DB_ALIAS]
    return database


@lru_cache(maxsize=4)
def _written(day: date) -> str:
    return day.isoformat()


def stretches_of(person: UUID) -> Iterator[WorkedOut]:
    """The whole timeline of a person, in order."""
    rows = Stretch.objects.filter(person_id=person).order_by("start")
    for start, until, verdict, ground in rows.values_list("start", "until", "verdict", "ground"):
        yield WorkedOut(start, until, cast("Verdict", verdict), cast("Ground | None", ground))


def last_entry_followed() -> int:
    """The last entry of the journal whose people have up-to-date timelines."""
    position = Position.objects.filter(id=1).first()
    return 0 if position is None else position.entry


def is_behind() -> bool:
    """Whether the journal has entries whose people's timelines were not worked out anew yet."""
    return last_number() > last_entry_followed()
