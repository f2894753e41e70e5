"""What leaves the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import msgspec
from msgspec import to_builtins

FIRST_SEAL = "0" * 64
"""The seal before the first entry."""


def content_digest(*parts: object) -> str:
    """What an entry keeps of what was written under it, told in parts."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """One entry. ``content`` is the digest of what was written, ``mentioned`` that of the people named."""

    number: int
    at: datetime
    by: str
    verb: str
    content: str
    mentions: int
    mentioned: str

    def sealed_after(self, seal: str) -> str:
        """The seal of this entry when ``seal`` is that of the one before."""
        parts = (
            seal,
            str(self.number),
            utc_text(self.at),
            self.by,
            self.verb,
            self.content,
            str(self.mentions),
            self.mentioned,
        )
        return content_digest(*parts)


class ReadRecord(msgspec.Struct, frozen=True, array_like=True):
    """That ``by`` looked at the data of ``person`` for ``purpose``; without a person, that the register knew nobody."""

    at: datetime
    person: UUID | None
    by: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Look:
    """A read as it stands in the journal: the number of its entry and its place there tell it from all others."""

    entry: int
    place: int
    at: datetime
    by: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where the chain does not hold: an entry that was changed, removed, moved or cut off."""

    number: int
    what: str


def utc_text(moment: datetime) -> str:
    """The moment in UTC, always to the microsecond: ``2026-01-31T09:30:00.000000+00:00``. What ``isoformat`` would
    write, at a fifth of its time: there is a moment to write for every look at somebody's data."""
    text: str = to_builtins(moment.astimezone(UTC))
    return f"{text[:19]}{text[19:-1] or '.000000'}+00:00"


def digest_of_people(people: Iterable[UUID]) -> str:
    """The digest of a set of people; order does not matter."""
    digest = hashlib.sha256()
    for person in sorted(person.bytes for person in people):
        digest.update(person)
    return digest.hexdigest()


def digest_of_reads(reads: Iterable[ReadRecord]) -> str:
    """The digest of reads in their order."""
    digest = hashlib.sha256()
    for read in reads:
        moment, person = utc_text(read.at), None if read.person is None else to_builtins(read.person)
        digest.update(f"{moment}\x1f{person}\x1f{read.by}\x1f{read.purpose}\x1e".encode())
    return digest.hexdigest()


def is_one_person(one: str, other: str) -> bool:
    """Whether two actors are one, however their names are spaced or capitalised; ``two_people`` asks the database."""
    return one.strip().casefold() == other.strip().casefold()
