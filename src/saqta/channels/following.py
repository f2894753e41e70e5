"""Keeps the answers up to date: brings the timelines up to the journal, and the journal up to the reads.

It is a process of its own, one for all that answer: within one process every step of it would make the answers wait.
The moment up to which everything is followed lies in a small file that the others map into their memory.
"""

from __future__ import annotations

import logging
import mmap
import struct
from datetime import UTC, datetime
from pathlib import Path

from django.db import connection
from django.db.utils import Error as DatabaseError

from saqta.channels.clock import now
from saqta.coverage.actions import follow_journal
from saqta.coverage.queries import is_behind
from saqta.journal.reads import move_reads
from saqta.law.book import Book

PAUSE = 0.5
"""Seconds between two looks: a payment must reach an answer within two."""

_MOMENT = struct.Struct("<q")
_accidents = logging.getLogger("saqta.accidents")


class Followed:
    """The moment up to which everything that was recorded is in the answers, as all processes of a server see it."""

    def __init__(self, path: Path) -> None:
        path.touch(mode=0o600)
        if path.stat().st_size < _MOMENT.size:
            path.write_bytes(bytes(_MOMENT.size))
        with path.open("r+b") as stream:
            self._moment = mmap.mmap(stream.fileno(), _MOMENT.size)
        self._last = b"", datetime.min.replace(tzinfo=UTC)

    def set(self, moment: datetime) -> None:
        _MOMENT.pack_into(self._moment, 0, int(moment.timestamp() * 1_000_000))

    def get(self) -> datetime:
        """The moment; the same object as before while nothing more was followed, since every answer asks for it."""
        kept, last = self._moment[:], self._last
        if last[0] != kept:
            (microseconds,) = _MOMENT.unpack(kept)
            last = self._last = kept, datetime.fromtimestamp(microseconds / 1_000_000, UTC)
        return last[1]


class Following:
    """Follows the journal and the reads of a register."""

    def __init__(self, book: Book, reads: Path, followed: Followed) -> None:
        self._book, self._reads, self._followed = book, reads, followed

    def look(self) -> None:
        """Follows all there is to follow now."""
        began = now()
        move_reads(self._reads, at=began)
        if is_behind():
            follow_journal(self._book)
        self._followed.set(began)

    def try_to_look(self) -> None:
        """The same; if the database or the disk fails, the answers stay what they are and say as of when."""
        try:
            self.look()
        except (DatabaseError, OSError) as error:
            _accidents.error("%s while following the journal", type(error).__name__)
            connection.close()
