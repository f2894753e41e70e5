"""Writing to the journal, always inside the transaction of the change itself: neither exists without the other."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction

from saqta.journal.many_rows import insert_rows
from saqta.journal.models import Entry, Head, Mention, Read
from saqta.journal.records import FIRST_SEAL, EntryRecord, ReadRecord, digest_of_people, digest_of_reads


class NoTransaction(RuntimeError):
    """The journal was to be written outside the transaction of the change."""


def take_turn() -> int:
    """Waits until no other change is under way, and gives the number of the entry to come. Readers never wait."""
    if not connection.in_atomic_block:
        raise NoTransaction("record an entry inside the transaction of the change")
    Head.objects.get_or_create(id=1, defaults={"number": 0, "seal": FIRST_SEAL})
    return Head.objects.select_for_update().get(id=1).number + 1


@transaction.atomic
def record_read(person: UUID | None, *, by: str, purpose: str, at: datetime) -> None:
    """That ``by`` looks at the data of ``person``, or asked for somebody whom the register does not know. For many
    reads a second there is ``reads``."""
    record_reads([ReadRecord(at, person, by, purpose)], by=by, at=at)


def record_reads(reads: Sequence[ReadRecord], *, by: str, at: datetime) -> None:
    """Looks that ``by`` brings into the journal under one entry, inside a transaction of the caller."""
    entry = record_entry("read", by=by, at=at, content=digest_of_reads(reads), people=())
    rows = ((entry.number, place, read.at, read.person, read.by, read.purpose) for place, read in enumerate(reads))
    insert_rows(Read, ("entry_id", "place", "at", "person", "by", "purpose"), rows)


def record_entry(verb: str, *, by: str, at: datetime, content: str, people: Collection[UUID]) -> EntryRecord:
    """One change, named for what was done, with the digest of what was written and the people it concerns."""
    number = take_turn()
    head = Head.objects.get(id=1)
    named = set(people)
    entry = EntryRecord(number, at, by, verb, content, len(named), digest_of_people(named))
    seal = entry.sealed_after(head.seal)
    Entry.objects.create(
        number=number,
        at=at,
        by=by,
        verb=verb,
        content=content,
        mentions=len(named),
        mentioned=entry.mentioned,
        seal=seal,
    )
    insert_rows(Mention, ("entry_id", "person"), ((number, person) for person in named))
    Head.objects.filter(id=1).update(number=number, seal=seal)
    return entry
