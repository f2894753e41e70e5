"""The door of the room: opens a payment file and judges it as a stream."""

from __future__ import annotations

import gzip
import hashlib
import stat
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import BinaryIO, cast

from saqta.basis.refusal import Fault, Refused
from saqta.ledger import delimited, mt102
from saqta.ledger.encoding import batches, chunks, survey
from saqta.ledger.faults import refused
from saqta.ledger.judge import judged
from saqta.ledger.records import Event, JudgedRow, Judgement, Layout, PaymentFault, PaymentRow
from saqta.ledger.tally import Tally

_LINES_OF_INTRODUCTION = 40  # how far down a file its first message is looked for
_GZIP = b"\x1f\x8b\x08"
_SPREADSHEETS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # .xlsx and .ods; .xls
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x1a")


def open_payments(path: Path, *, person_tag: str | None = None) -> PaymentFile:
    """Recognises a payment file by its content, compressed by gzip or not; raises ``Refused`` for what is no payment
    file at all.

    ``person_tag`` demands a letter in the /OPV/ of each person. The letter for this insurance is not established, so
    any letter or none is accepted unless one is demanded.
    """
    with _opened(path) as stream:
        found = survey(stream)
        stream.seek(0)
        start = next(chunks(stream, lambda _: None), b"")
    if not start:
        raise refused("empty-file")
    introduction = list(islice(chain.from_iterable(batches([start], found.encoding)), _LINES_OF_INTRODUCTION))
    if any(start.startswith(mark) for mark in _SPREADSHEETS):
        raise refused("spreadsheet")
    layout = _layout(introduction)
    if layout is None:
        raise refused(_why_not(start, introduction))
    return PaymentFile(path, layout, found.encoding, found.fingerprint, person_tag)


class PaymentFile:
    """A recognised file. Each use reads it from the start again, a line at a time, in memory that does not grow."""

    def __init__(self, path: Path, layout: Layout, encoding: str, fingerprint: str, person_tag: str | None) -> None:
        self.layout = layout
        self.encoding = encoding
        self.fingerprint = fingerprint
        """SHA-256 of the content: the same file under another name has the same one."""
        self._path = path
        self._person_tag = person_tag

    def __repr__(self) -> str:
        return f"PaymentFile({self.layout}, {self.encoding})"

    def events(self) -> Iterator[Event]:
        """Rows with their faults, faults that belong to no row, and each document once it is closed.

        Raises ``Refused`` at the end if the content is no longer what was opened; whoever writes rows somewhere does
        so in a transaction.
        """
        digest = hashlib.sha256()
        sections = mt102.sections if self.layout == "mt102" else delimited.sections
        with _opened(self._path) as stream:
            lines = batches(chunks(stream, digest.update), self.encoding)
            yield from judged(sections(lines), self.layout, self._person_tag)
            for _ in lines:
                pass  # a table with an unusable header is not read further, but the digest is of the whole file
        if digest.hexdigest() != self.fingerprint:
            raise refused("file-changed")

    def judge(self, on_event: Callable[[Event], object] | None = None) -> Judgement:
        """Judges the whole file; ``on_event`` sees every event on the way."""
        tally = Tally()
        for event in self.events():
            tally.add(event)
            if on_event is not None:
                on_event(event)
        return tally.judgement(self.layout, self.encoding, self.fingerprint)

    def believed_rows(
        self, *, partial: bool = False, on_fault: Callable[[PaymentFault], object] | None = None
    ) -> Iterator[PaymentRow]:
        """Rows to act on. Reads the file twice: no row is given before the whole file has been judged valid.

        Raises ``Refused`` with the first faults of a file that is not valid. With ``partial`` the file is read once
        and every believed row is given, whatever else is wrong; ``on_fault`` sees each fault in its place.
        """
        if not partial:
            judgement = self.judge()
            if not judgement.valid:
                raise Refused(*(as_refusal(fault) for fault in judgement.faults))
        for event in self.events():
            if isinstance(event, JudgedRow):
                if event.believed and event.row is not None:
                    yield event.row
                elif on_fault is not None:
                    for fault in event.faults:
                        on_fault(fault)
            elif isinstance(event, PaymentFault) and on_fault is not None:
                on_fault(event)


def _opened(path: Path) -> BinaryIO:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise refused("folder")
        if not stat.S_ISREG(mode):
            raise refused("special-file")  # a pipe can be read only once, and opening one may wait for ever
        with path.open("rb") as stream:
            compressed = stream.read(len(_GZIP)) == _GZIP
        return cast("BinaryIO", gzip.open(path)) if compressed else path.open("rb")
    except FileNotFoundError:
        raise refused("missing-file") from None
    except (OSError, ValueError):
        raise refused("unreadable-file") from None


def _layout(introduction: list[str]) -> Layout | None:
    stated = [line for line in introduction if line.strip()]
    if not stated:
        return None
    if any(mt102.is_start(line) for line in stated):
        return "mt102"
    return "csv" if delimited.is_header(stated[0]) else None


def _why_not(start: bytes, introduction: list[str]) -> str:
    if not any(line.strip("\ufeff \t\x0c\x1a") for line in introduction):
        return "empty-file"
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in start[:4096])
    return "binary-file" if controls else "not-a-payment-file"


def as_refusal(fault: PaymentFault) -> Fault:
    places = (str(fault.line) if fault.line is not None else None, fault.field)
    return Fault(fault.code, fault.text, " ".join(place for place in places if place) or None)
