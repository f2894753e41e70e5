"""Who looked at whom. A read is written down before its answer leaves, and costs no transaction of the database.

Each process appends its reads to a file of its own, one line each, in one call to the system: a process that is killed
loses none, because the line lies with the system before the answer is sent. The lines are then moved into the journal
many at a time: the rows, the sealed entry and how far the file was moved stand or fall together, so that no read is
lost or counted twice wherever the move is stopped. Only a power failure can take lines not yet moved, at most those of
the time between two moves.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

import msgspec
from django.db import transaction
from uuid_utils import uuid7

from saqta.journal.actions import record_reads, take_turn
from saqta.journal.models import ReadFile
from saqta.journal.records import ReadRecord

LINES_AT_ONCE = 20_000
_LONGEST_LINE = 512
_ENDING = ".reads"
_MOVER = "process:reads"
_encode, _decode = msgspec.json.Encoder().encode, msgspec.json.Decoder(ReadRecord).decode


class Reads:
    """The reads of this process, on their way into the journal."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{uuid7()}{_ENDING}"
        begun = path.with_suffix(".begun")  # not looked at by anybody until the lock tells whose it is
        self._file = os.open(begun, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_EXCL, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)  # gone with the process, however it ends
        begun.rename(path)

    def write_down(self, person: UUID | None, *, by: str, purpose: str, at: datetime) -> None:
        """That ``by`` looked at the data of ``person`` for ``purpose``; raises ``OSError`` when it cannot be kept,
        and then no answer may leave."""
        line = _encode(ReadRecord(at, person, by, purpose)) + b"\n"
        if os.write(self._file, line) != len(line):
            raise OSError("a read was only partly written down")

    def close(self) -> None:
        os.close(self._file)


def move_reads(folder: Path, *, at: datetime) -> int:
    """Moves what the files of reads hold into the journal, and removes files that nobody writes to any more; gives how
    many reads were moved."""
    moved = 0
    for path in sorted(folder.glob(f"*{_ENDING}")):
        finished = _nobody_writes(path)  # asked first: what is written until then is moved below
        # What is written meanwhile waits for the next time: while many ask there is always more, and who ran after it
        # would spend a transaction on every few lines.
        end = _size(path)
        while _moved(path) < end and (lines := _move(path, at)):
            moved += lines
        if finished:
            # The file before its row: whoever is stopped between the two leaves a row that harms nobody.
            path.unlink(missing_ok=True)
            ReadFile.objects.filter(name=path.name).delete()
    return moved


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:  # another process moved and removed it meanwhile
        return 0


def _moved(path: Path) -> int:
    """Asked without a transaction, because most of the time nobody has asked anything."""
    row = ReadFile.objects.filter(name=path.name).first()
    return 0 if row is None else row.moved


@transaction.atomic
def _move(path: Path, at: datetime) -> int:
    take_turn()
    row, _ = ReadFile.objects.get_or_create(name=path.name)
    reads, size = [], 0
    for line in _whole_lines(path, row.moved):
        reads.append(_decode(line))
        size += len(line)
        if len(reads) == LINES_AT_ONCE:
            break
    if not reads:
        return 0
    record_reads(reads, by=_MOVER, at=at)
    ReadFile.objects.filter(name=path.name).update(moved=row.moved + size)
    return len(reads)


def _whole_lines(path: Path, start: int) -> Iterator[bytes]:
    """Lines from byte ``start``; one without an end was never confirmed to anybody and is left."""
    try:
        with path.open("rb") as stream:
            stream.seek(start)
            while (line := stream.readline(_LONGEST_LINE)).endswith(b"\n"):
                yield line
    except FileNotFoundError:
        return


def _nobody_writes(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True
