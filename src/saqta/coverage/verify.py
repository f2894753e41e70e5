"""Whether the register still says what was written: the chain, the receipts, the files, the timelines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from saqta.coverage.queries import last_entry_followed, stretches_of
from saqta.coverage.register import facts_of
from saqta.journal.queries import changed_reads, damage, entries_naming_people, has_seal
from saqta.law.book import Book
from saqta.ledger.queries import changed_entries
from saqta.registry.queries import all_people
from saqta.registry.statements import changed_statements
from saqta.rules.timeline import timeline


class Finding(NamedTuple):
    """Something that does not hold: ``journal``, ``receipts``, ``statements`` or ``reads`` and the number of the entry;
    ``timeline`` and the number of people; ``behind`` and how many entries about people the timelines have not followed
    yet; ``seal`` and 0 when the chain does not contain the one asked for."""

    what: str
    number: int


def findings(
    book: Book, *, every: int, seal: str | None = None, on_progress: Callable[[int], object] | None = None
) -> Iterator[Finding]:
    """All that does not hold. ``seal`` is one that was noted elsewhere earlier: where the chain no longer contains it,
    somebody has written the whole chain anew. Of the timelines every ``every``-th is worked out again, alone and from
    the beginning, in the slow way that shares nothing with how it was made."""
    for broken in damage():
        yield Finding("journal", broken.number)
    if seal is not None and not has_seal(seal):
        yield Finding("seal", 0)
    for entry in changed_entries():
        yield Finding("receipts", entry)
    for entry in changed_statements():
        yield Finding("statements", entry)
    for entry in changed_reads():
        yield Finding("reads", entry)
    behind = entries_naming_people(last_entry_followed())
    if behind:
        yield Finding("behind", behind)
        return
    differing = 0
    for person in islice(all_people(), 0, None, every):
        ((_, facts),) = facts_of([person], book)
        differing += tuple(stretches_of(person)) != timeline(facts, book)
        if on_progress is not None:
            on_progress(1)
    if differing:
        yield Finding("timeline", differing)
