"""``python -m bench.inspected CLINICS EVENTS``: fills a register with inspections, their rows written straight into the
tables, and times the report against one bare statement over the same rows. Prints the figures as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from saqta.channels.cli.main import main as saqta
from saqta.channels.opening import prepare_database

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from django.db import connection, transaction

from bench.measure import ratio, seconds
from saqta.basis.regions import REGIONS
from saqta.figures.report import report
from saqta.journal.actions import record_entry
from saqta.journal.many_rows import insert_rows
from saqta.oversight.counting import count
from saqta.oversight.models import Event, Inspection, Measure, Stay
from saqta.registry.models import Facility, Provider

AT = datetime(2026, 3, 1, tzinfo=UTC)
FIRST, DAY = date(2025, 1, 1), date(2026, 1, 15)
LIVES: tuple[tuple[str, ...], ...] = (
    ("being_registered",),
    ("being_registered", "registered", "in_progress"),
    ("being_registered", "registered", "removed"),
    ("being_registered", "registered", "in_progress", "suspended", "in_progress"),
    *(("being_registered", "registered", "in_progress", "in_progress", "completed", "completed"),) * 6,
)
"""What becomes of ten inspections, event by event: 4.8 each."""

BARE = """
SELECT state, region, funding, outcome, count(*) FROM oversight_stay
WHERE start <= {day} AND (until IS NULL OR until > {day}) GROUP BY state, region, funding, outcome
"""


class Life(NamedTuple):
    """One inspection: its number, the day it was appointed and its events' states, each a few days after the last."""

    number: int
    begun: date
    states: tuple[str, ...]

    @property
    def id(self) -> UUID:
        return UUID(int=(7 << 76) + (2 << 62) + (self.number * 0x9E3779B97F4A7C15) % (1 << 60))

    @property
    def region(self) -> str:
        return REGIONS[self.number % len(REGIONS)].code

    @property
    def funding(self) -> str | None:
        return ("packages", "paid_only", None)[self.number % 3]

    @property
    def outcome(self) -> str | None:
        if self.states[-1] != "completed":
            return None
        return "violations" if self.number % 2 else "no_violations"

    def facility(self, clinics: int) -> UUID:
        return UUID(int=2 + self.number % clinics)

    def on(self, place: int) -> date:
        return self.begun + timedelta(days=5 * place)


def lives(events: int) -> Iterator[Life]:
    made, number = 0, 0
    while made < events:
        states = LIVES[number % len(LIVES)]
        yield Life(number, FIRST + timedelta(days=number * 7 % 400), states)
        made, number = made + len(states), number + 1


def fill(clinics: int, events: int) -> None:
    with transaction.atomic():
        entry = record_entry("fill", by="bench", at=AT, content="0" * 64, people=()).number
        provider = UUID(int=1)
        insert_rows(Provider, ("id", "bin", "recorded_id"), [(provider, "160440007161", entry)])
        places = ((UUID(int=2 + place), provider, str(place), entry) for place in range(clinics))
        insert_rows(Facility, ("id", "provider_id", "place", "recorded_id"), places)
        all_lives = list(lives(events))
        insert_rows(Inspection, _INSPECTION, (_inspection(life, clinics, entry) for life in all_lives))
        insert_rows(Event, _EVENT, (row for life in all_lives for row in _events(life, entry)))
        insert_rows(Stay, _STAY, (row for life in all_lives for row in _stays(life, clinics)))
        insert_rows(Measure, _MEASURE, (row for life in all_lives for row in _measures(life, entry)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


_INSPECTION = (
    "id", "facility_id", "ground", "region", "funding", "size", "state", "version", "appointed_on", "registered_on",
    "registration", "begun_on", "completed_on", "outcome", "results_annulled", "extensions", "changed_on",
    "recorded_id",
)  # fmt: skip
_EVENT = ("inspection_id", "number", "step", "state", "on", "at", "by", "reason", "detail", "recorded_id")
_STAY = ("inspection_id", "state", "start", "until", "region", "funding", "outcome", "facility_id")
_MEASURE = ("id", "inspection_id", "region", "kind", "taken_on", "amount", "state", "document", "recorded_id")
_STEPS = {"being_registered": "appoint", "registered": "register", "removed": "remove", "suspended": "suspend"}


def _inspection(life: Life, clinics: int, entry: int) -> tuple[Any, ...]:
    last, registered = len(life.states) - 1, len(life.states) > 1
    return (
        life.id,
        life.facility(clinics),
        "prosecutor_demand",
        life.region,
        life.funding,
        "other",
        life.states[-1],
        last + 1,
        life.begun,
        life.on(1) if registered else None,
        "25" if registered else None,
        life.on(2) if "in_progress" in life.states else None,
        life.on(life.states.index("completed")) if life.outcome else None,
        life.outcome,
        False,
        0,
        life.on(last),
        entry,
    )


def _events(life: Life, entry: int) -> Iterator[tuple[Any, ...]]:
    for place, state in enumerate(life.states):
        again = place and life.states[place - 1] == state
        step = "record_finding" if again and state == "in_progress" else "prescribe" if again else None
        step = step or _STEPS.get(state) or ("begin" if state == "in_progress" else "complete")
        yield life.id, place + 1, step, state, life.on(place), AT, "bench", "bench", "{}", entry


def _stays(life: Life, clinics: int) -> Iterator[tuple[Any, ...]]:
    turns = [place for place, state in enumerate(life.states) if not place or life.states[place - 1] != state]
    for place, after in zip(turns, [*turns[1:], None], strict=True):
        state, until = life.states[place], None if after is None else life.on(after)
        outcome = life.outcome if state == "completed" else None
        yield life.id, state, life.on(place), until, life.region[:2], life.funding, outcome, life.facility(clinics)


def _measures(life: Life, entry: int) -> Iterator[tuple[Any, ...]]:
    if life.outcome == "violations":
        fine = UUID(int=(1 << 100) + life.number)
        yield fine, life.id, life.region[:2], "fine", life.on(5), 50_000_000, "standing", "7", entry


def bare() -> Callable[[], object]:
    """The statement on the driver's own connection, with its rows brought back."""
    connection.ensure_connection()
    driver: Any = connection.connection

    def ask() -> object:
        cursor = driver.cursor()
        cursor.execute(BARE.format(day=f"'{DAY}'"))
        return cursor.fetchall()

    return ask


def main() -> None:
    clinics, events = int(sys.argv[1]), int(sys.argv[2])
    prepare_database()
    fill(clinics, events)
    found = report(count(DAY))
    if found.states.value != sum(row[-1] for row in bare()()):  # type: ignore[attr-defined]  # rows of a driver
        raise RuntimeError("the report and the bare statement do not count the same inspections")
    times, mine, theirs = ratio(lambda: report(count(DAY)), bare(), turns=7)
    quickest = min(seconds(lambda: report(count(DAY))) for _ in range(5))
    rows = {"events": Event.objects.count(), "clinics": found.clinics.value, "inspections": found.states.value}
    sys.stdout.write(json.dumps({"ratio": times, "ours": mine, "bare": theirs, "quickest": quickest, **rows}))


if __name__ == "__main__":
    sys.stdout, quiet = sys.stderr, sys.stdout
    saqta(["prepare"])
    sys.stdout = quiet
    main()
