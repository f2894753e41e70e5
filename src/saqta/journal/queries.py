"""Reading the journal: whom to look at again, and whether the chain still holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from saqta.journal.models import Entry, Head, Mention, Read
from saqta.journal.records import FIRST_SEAL, Damage, EntryRecord, Look, ReadRecord, digest_of_people, digest_of_reads


def last_number() -> int:
    """The number of the last entry; 0 in an empty journal."""
    head = Head.objects.filter(id=1).first()
    return 0 if head is None else head.number


def entries_naming_people(after: int) -> int:
    """How many entries after ``after`` concern somebody; others ask nobody's timeline to be worked out."""
    return Entry.objects.filter(number__gt=after, mentions__gt=0).count()


def people_named(after: int, at_most: int) -> tuple[int, list[UUID]]:
    """The people named in the entries after ``after``, of as many whole entries as name about ``at_most`` people, and
    the number of the last entry taken."""
    last, named = after, 0
    for number, mentions in Entry.objects.filter(number__gt=after).order_by("number").values_list("number", "mentions"):
        if named and named + mentions > at_most:
            break
        last, named = number, named + mentions
    rows = Mention.objects.filter(entry_id__gt=after, entry_id__lte=last).values_list("person", flat=True).distinct()
    return last, list(rows)


def entries() -> Iterator[tuple[EntryRecord, str]]:
    """Every entry with its seal, in order."""
    for row in Entry.objects.order_by("number").iterator(chunk_size=2000):
        yield EntryRecord(row.number, row.at, row.by, row.verb, row.content, row.mentions, row.mentioned), row.seal


def damage() -> Iterator[Damage]:
    """Where the chain does not hold. An entry that was removed, moved or rewritten breaks its own seal or the next
    one's; entries cut off at the end are missed by the head."""
    seal, number = FIRST_SEAL, 0
    for entry, written in entries():
        number += 1
        if entry.number != number:
            yield Damage(number, "missing")
            number = entry.number
        if entry.sealed_after(seal) != written:
            yield Damage(entry.number, "seal")
        people = list(Mention.objects.filter(entry_id=entry.number).values_list("person", flat=True))
        if digest_of_people(people) != entry.mentioned:
            yield Damage(entry.number, "people")
        seal = written
    head = Head.objects.filter(id=1).first()
    if ((head.number, head.seal) if head else (0, FIRST_SEAL)) != (number, seal):
        yield Damage(head.number if head else number, "end")


def last_seal() -> str:
    """The seal of the whole chain as it now is. Noted elsewhere, it shows later that nothing before it was replaced."""
    head = Head.objects.filter(id=1).first()
    return FIRST_SEAL if head is None else head.seal


def has_seal(seal: str) -> bool:
    """Whether the chain contains this seal."""
    return seal == FIRST_SEAL or Entry.objects.filter(seal=seal).exists()


def changed_under(verbs: Collection[str], written: Iterable[tuple[int, str]]) -> Iterator[int]:
    """Entries with one of these verbs whose content is not the one digest of what stands under them, and entries of
    another kind under which something stands. ``written`` are the entry and the digest of everything that was written,
    in the order of the entries, so that neither side has to be held in memory."""
    entries = Entry.objects.filter(verb__in=verbs).order_by("number").values_list("number", "content")
    sealed = ((number, "sealed", content) for number, content in entries.iterator(chunk_size=2000))
    found = ((number, "found", digest) for number, digest in written)
    for number, told in groupby(merge(sealed, found, key=itemgetter(0)), key=itemgetter(0)):
        match list(told):
            case [(_, "sealed", content), (_, "found", digest)] if content == digest:
                continue
            case _:
                yield number


def changed_reads() -> Iterator[int]:
    """Entries whose reads are no longer those that were sealed with them."""
    for entry in Entry.objects.filter(verb="read").order_by("number").iterator():
        rows = Read.objects.filter(entry_id=entry.number).order_by("place")
        if digest_of_reads(map(_read, rows.iterator(chunk_size=5000))) != entry.content:
            yield entry.number


def looks_at(person: UUID, at_most: int | None = None) -> Iterator[Look]:
    """Who looked at this person's data, the latest first, as a stream; each look as one can point at it."""
    rows = Read.objects.filter(person=person).order_by("-at", "-entry_id", "-place")
    for row in rows[:at_most] if at_most is not None else rows.iterator(chunk_size=2000):
        yield _look(row)


def looks_by(by: str, start: datetime, until: datetime) -> Iterator[ReadRecord]:
    """At whom somebody looked from a moment up to, but not including, another, in the order of time, as a stream."""
    rows = Read.objects.filter(by=by, at__gte=start, at__lt=until).order_by("at", "entry_id", "place")
    yield from map(_read, rows.iterator(chunk_size=2000))


def look(person: UUID, entry: int, place: int) -> Look | None:
    """One look at this person; None when there was no such look, or at somebody else."""
    row = Read.objects.filter(person=person, entry_id=entry, place=place).first()
    return None if row is None else _look(row)


def _look(row: Read) -> Look:
    return Look(row.entry_id, row.place, row.at, row.by, row.purpose)


def _read(row: Read) -> ReadRecord:
    return ReadRecord(row.at, row.person, row.by, row.purpose)
