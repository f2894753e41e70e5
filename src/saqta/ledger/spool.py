"""Judged rows set aside on disk while the rest of their file is judged, so that a file is read and checked once.

The file that holds them has no name: it is gone when it is closed, or when the process dies.
"""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from types import TracebackType
from typing import BinaryIO, cast

import msgspec

from saqta.ledger.records import JudgedRow

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(JudgedRow)
_LENGTH = 4


class Spool:
    """Rows in, in order; afterwards the same rows out."""

    def __init__(self) -> None:
        # Closed by ``__exit__``: a spool is used in a ``with`` statement and nowhere else.
        self._file = cast("BinaryIO", TemporaryFile(buffering=1 << 20))  # noqa: SIM115  # closed by __exit__

    def __enter__(self) -> Spool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, row: JudgedRow) -> None:
        encoded = _ENCODER.encode(row)
        self._file.write(len(encoded).to_bytes(_LENGTH, "big") + encoded)

    def rows(self) -> Iterator[JudgedRow]:
        self._file.seek(0)
        while length := self._file.read(_LENGTH):
            yield _DECODER.decode(self._file.read(int.from_bytes(length, "big")))
