"""What leaves the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

FIRST_SEAL = "0" * 64
"""The seal before the first entry."""


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
        moment = self.at.astimezone(UTC).isoformat(timespec="microseconds")
        parts = (seal, str(self.number), moment, self.by, self.verb, self.content, str(self.mentions), self.mentioned)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Damage:
    """A place where the chain does not hold: an entry that was changed, removed, moved or cut off."""

    number: int
    what: str


def digest_of_people(people: Iterable[UUID]) -> str:
    """The digest of a set of people; order does not matter."""
    digest = hashlib.sha256()
    for person in sorted(person.bytes for person in people):
        digest.update(person)
    return digest.hexdigest()
