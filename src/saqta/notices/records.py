"""What an editor writes, and what leaves the room."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Literal

import msgspec

from saqta.basis.text import Text

Verdict = Literal["true", "false", "partly"]
"""Whether what was claimed is so."""

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_KEY = 60


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who said it, when and where. ``published_on`` and ``address`` are null where they were not established."""

    publisher: Text
    published_on: date | None
    address: str | None

    def __post_init__(self) -> None:
        if self.address is not None and not self.address.startswith("https://"):
            raise ValueError("the address of a source begins with https://")


class Announcement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a notice says: from ``since`` on, up to but not including ``until``.

    ``services`` are codes of the catalogue and ``provisions`` references such as ``K2000000360/art_196``: what the
    notice is about. It is about at least one thing.
    """

    key: str
    claim: Text
    verdict: Verdict
    truth: Text
    since: date
    until: date | None
    source: Source
    services: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.key) or len(self.key) > LONGEST_KEY:
            raise ValueError("the key of a notice is words in small letters joined by hyphens")
        if self.until is not None and self.until <= self.since:
            raise ValueError("a notice stands for at least one day")
        if not (self.services or self.provisions):
            raise ValueError("a notice is about a service or a provision")


class Notice(msgspec.Struct, frozen=True):
    """One version of a notice. Versions of the same key follow one another; an approved one replaces those before it
    from its ``since`` on. ``drafted_by`` and ``approved_by`` are null for the notices that ship with the product."""

    says: Announcement
    number: int
    drafted_by: str | None = None
    drafted_at: datetime | None = None
    approved_by: str | None = None
    approved_at: datetime | None = None

    @property
    def is_published(self) -> bool:
        return self.drafted_by is None or self.approved_by is not None
