"""Keeping timelines: the journal says whose facts changed, and theirs are worked out again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from uuid import UUID

from django.db import transaction

from saqta.coverage.models import Position, Stretch, Timeline
from saqta.coverage.register import facts_of
from saqta.coverage.timelines import law_of_timelines, worked_out
from saqta.journal.many_rows import insert_rows
from saqta.journal.queries import people_named
from saqta.law.book import Book
from saqta.registry.queries import chunks
from saqta.rules.timeline import Stretch as WorkedOut

PEOPLE_AT_ONCE = 5_000


def follow_journal(book: Book, on_progress: Callable[[int], object] | None = None) -> int:
    """Works out anew the timelines of everybody named in entries that were not followed yet; gives how many.

    Each step is one transaction that also moves the position on, so it can be stopped at any moment: what was done is
    done, and what was not is done by the next call.
    """
    done = 0
    while step := _step(book):
        done += step
        if on_progress is not None:
            on_progress(done)
    return done


def renew_timelines(book: Book, on_progress: Callable[[int], object] | None = None) -> int:
    """Works out anew the timelines that were worked out under another law than this one; gives how many.

    Nothing happened to these people, so no entry names them: what changed is how the product reads the law.
    """
    done = 0
    while outdated := list(
        Timeline.objects.exclude(law=law_of_timelines(book)).values_list("pk", flat=True)[:PEOPLE_AT_ONCE]
    ):
        with transaction.atomic():
            position = Position.objects.select_for_update().get(id=1)
            write_timelines(outdated, book, entry=position.entry)
        done += len(outdated)
        if on_progress is not None:
            on_progress(done)
    return done


@transaction.atomic
def _step(book: Book) -> int:
    Position.objects.get_or_create(id=1)
    position = Position.objects.select_for_update().get(id=1)
    last, people = people_named(position.entry, PEOPLE_AT_ONCE)
    if last == position.entry:
        return 0
    write_timelines(people, book, entry=last)
    position.entry = last
    position.save()
    return len(people)


def write_timelines(people: Collection[UUID], book: Book, *, entry: int) -> None:
    """The timelines of these people from the facts as of this entry, in place of those they had."""
    timelines: list[Timeline] = []
    stretches: list[tuple[object, ...]] = []
    for person, (credited, spans) in worked_out(dict(facts_of(people, book, as_of=entry)), book):
        first, second, third = credited.words(3)
        timelines.append(
            Timeline(
                person_id=person,
                entry=entry,
                law=law_of_timelines(book),
                credited_0=first,
                credited_1=second,
                credited_2=third,
            )
        )
        stretches += _rows(person, spans)
    for chunk in chunks([timeline.person_id for timeline in timelines]):
        Stretch.objects.filter(person_id__in=chunk).delete()
    Timeline.objects.bulk_create(
        timelines,
        batch_size=2000,
        update_conflicts=True,
        unique_fields=["person"],
        update_fields=["entry", "law", "credited_0", "credited_1", "credited_2"],
    )
    insert_rows(Stretch, _COLUMNS, stretches)


_COLUMNS = ("person_id", "start", "until", "lasts_until", "verdict", "ground")


def _rows(person: UUID, spans: Sequence[WorkedOut]) -> Iterator[tuple[object, ...]]:
    """The rows of a timeline, from the last one back, so that each knows where its verdict ends."""
    lasts_until, verdict = None, None
    for span in reversed(spans):
        if span.verdict != verdict or lasts_until is None:
            lasts_until, verdict = span.until, span.verdict
        yield person, span.start, span.until, lasts_until, span.verdict, span.ground
