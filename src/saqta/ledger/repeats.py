"""Notices a row that has been seen before, in a file of any size, without keeping anybody's number."""

from __future__ import annotations

import mmap
import os
import secrets
import tempfile
from typing import BinaryIO

_FIRST_SLOTS = 1 << 16  # half a mebibyte
_MOST_SLOTS_IN_MEMORY = _FIRST_SLOTS
_SLOT = 8


class SeenRows:
    """A set of rows as 64-bit keyed digests (as Python hashes texts, by SipHash) in an open-addressing table.

    The table of a large file lies in a mapped temporary file without a name: the memory of the process stays the same,
    a row takes 16 to 64 bytes of disk, and asking costs one look instead of a query. A database would hold the same
    digests in several times the room. The key is drawn anew for each run and never stored, so the table tells nothing
    about anybody; two different rows of ten million share a digest once in three hundred thousand runs.
    """

    def __init__(self) -> None:
        self._key = secrets.token_hex(16)
        self._use(_Table(_FIRST_SLOTS), 0)

    def add(self, iin: str, month: str, payment_code: str, amount: str, payer: str | None) -> bool:
        """Whether the row was there before; it is from now on."""
        number = hash((self._key, iin, month, payment_code, amount, payer)) or 1  # 0 marks a free slot
        slots, mask = self._slots, self._mask
        place = number & mask
        while found := slots[place]:  # a table is never full, so the search ends at a free slot
            if found == number:
                return True
            place = (place + 1) & mask
        slots[place] = number
        self._room -= 1
        if not self._room:
            self._grow()
        return False

    def close(self) -> None:
        self._table.close()

    def _grow(self) -> None:
        """A table four times as wide, an eighth of it full."""
        table = _Table(self._table.size * 4)
        slots, mask = table.slots, table.size - 1
        for number in filter(None, self._table.slots):
            place = number & mask
            while slots[place]:
                place = (place + 1) & mask
            slots[place] = number
        self._table.close()
        self._use(table, self._table.size // 2)

    def _use(self, table: _Table, filled: int) -> None:
        self._table, self._slots, self._mask = table, table.slots, table.size - 1
        self._room = table.size // 2 - filled


class _Table:
    """A power of two of slots, in memory while there are few, else in a temporary file that has no name."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._file: BinaryIO | None = None
        self._map: mmap.mmap | None = None
        if size <= _MOST_SLOTS_IN_MEMORY:
            self.slots = memoryview(bytearray(size * _SLOT)).cast("q")
            return
        self._file = tempfile.TemporaryFile(prefix="saqta-")  # noqa: SIM115 - closed with the table
        _reserve(self._file, size * _SLOT)
        self._map = mmap.mmap(self._file.fileno(), size * _SLOT)
        self.slots = memoryview(self._map).cast("q")

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
