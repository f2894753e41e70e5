"""``python -m bench.fill N``: a register of N people, their rows written straight into the tables. Prints the statement
of the look-up and today."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise
from uuid import UUID

from saqta.channels.cli.main import main as saqta
from saqta.channels.clock import now, today
from saqta.channels.opening import prepare_database

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from django.db import connection, transaction

from bench.serving import iin_of
from saqta.coverage.models import Stretch, Timeline
from saqta.coverage.queries import LOOK_UP
from saqta.coverage.timelines import law_of_timelines
from saqta.journal.actions import record_entry
from saqta.journal.many_rows import insert_rows
from saqta.law.book import load
from saqta.registry.models import Person
from saqta.registry.queries import numbers

AT_ONCE = 50_000
TURNS = (date(2020, 1, 1), date(2020, 7, 1), date(2021, 2, 1), date(2024, 5, 1), date(2024, 9, 1), date(2027, 1, 1))
"""A life of five stretches, as most people have."""


def fill(count: int) -> None:
    keys, law = numbers(), law_of_timelines(load())
    with transaction.atomic():
        entry = record_entry("fill", by="bench", at=now(), content="0" * 64, people=()).number
    places = iter(range(count))
    while chunk := list(islice(places, AT_ONCE)):
        people = [(UUID(int=(7 << 76) + (2 << 62) + place), iin_of(place)) for place in chunk]
        with transaction.atomic():
            insert_rows(
                Person,
                _PERSON,
                (
                    (person, keys.digest(iin), person.bytes, date(1950, 1, 1), "male", False, entry)
                    for person, iin in people
                ),
            )
            insert_rows(
                Timeline, _TIMELINE, ((person, entry, law, 0, (1 << 59) - 1, (1 << 59) - 1) for person, _ in people)
            )
            insert_rows(Stretch, _STRETCH, (row for person, _ in people for row in _stretches(person)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


_PERSON = ("id", "number_digest", "number_sealed", "birth_date", "sex", "provisional", "recorded_id")
_TIMELINE = ("person_id", "entry", "law", "credited_0", "credited_1", "credited_2")
_STRETCH = ("person_id", "start", "until", "lasts_until", "verdict", "ground")


def _stretches(person: UUID) -> Iterator[tuple[object, ...]]:
    for place, (start, until) in enumerate(pairwise(TURNS)):
        yield person, start, until, until, *(("no", None) if place % 2 else ("yes", "contributions"))


def main() -> None:
    prepare_database()
    fill(int(sys.argv[1]))
    sys.stdout.write(f"{LOOK_UP}\0{today()}")


if __name__ == "__main__":
    sys.stdout, quiet = sys.stderr, sys.stdout
    saqta(["prepare"])
    sys.stdout = quiet
    main()
