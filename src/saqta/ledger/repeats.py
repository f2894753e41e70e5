"""Notices a row that has been seen before, in a file of any size, without keeping anybody's number."""

from __future__ import annotations

import hashlib
import mmap
import os
import secrets
import tempfile
from typing import BinaryIO

_FIRST_SLOTS = 1 << 14
_MOST_SLOTS_IN_MEMORY = 1 << 16  # half a mebibyte
_SLOT = 8


class SeenRows:
    """A set of rows as 64-bit keyed digests in an open-addressing table.

    The table of a large file lies in a mapped temporary file without a name: the memory of the process stays the same,
    a row takes 16 to 32 bytes of disk, and asking costs one look instead of a query. A database would hold the same
    digests in several times the room. The key is drawn anew for each run and never stored, so the table tells nothing
    about anybody; two different rows of ten million share a digest once in three hundred thousand runs.
    """

    def __init__(self) -> None:
        self._hash = hashlib.blake2b(digest_size=_SLOT, key=secrets.token_bytes(32))
        self._table = _Table(_FIRST_SLOTS)
        self._count = 0

    def add(self, row: str) -> bool:
        """Whether the row was there before; it is from now on."""
        digest = self._hash.copy()
        digest.update(row.encode())
        number = int.from_bytes(digest.digest(), "little") or 1  # 0 marks a free slot
        if not self._table.add(number):
            return True
        self._count += 1
        if self._count * 2 > self._table.size:
            self._grow()
        return False

    def close(self) -> None:
        self._table.close()

    def _grow(self) -> None:
        wider = _Table(self._table.size * 2)
        for number in self._table.slots:
            if number:
                wider.add(number)
        self._table.close()
        self._table = wider


class _Table:
    """A power of two of slots, in memory while there are few, else in a temporary file that has no name."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._file: BinaryIO | None = None
        self._map: mmap.mmap | None = None
        if size <= _MOST_SLOTS_IN_MEMORY:
            self.slots = memoryview(bytearray(size * _SLOT)).cast("Q")
            return
        self._file = tempfile.TemporaryFile(prefix="saqta-")  # noqa: SIM115 - closed with the table
        _reserve(self._file, size * _SLOT)
        self._map = mmap.mmap(self._file.fileno(), size * _SLOT)
        self.slots = memoryview(self._map).cast("Q")

    def add(self, number: int) -> bool:
        """Whether the number is new; a table is never full, so the search ends at a free slot."""
        slots, mask = self.slots, self.size - 1
        place = number & mask
        while slots[place]:
            if slots[place] == number:
                return False
            place = (place + 1) & mask
        slots[place] = number
        return True

    def close(self) -> None:
        self.slots.release()
        if self._map is not None:
            self._map.close()
        if self._file is not None:
            self._file.close()


def _reserve(file: BinaryIO, size: int) -> None:
    """Claims the room on the disk at once: a full disk is then an error here and not a crash in a mapped page."""
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(file.fileno(), 0, size)
    else:
        file.truncate(size)
