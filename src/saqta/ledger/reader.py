"""The door of the room: opens a payment file and judges it as a stream."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from itertools import chain, islice
from pathlib import Path

from saqta.basis.refusal import Fault, Refused
from saqta.journal.feed_files import FeedFile, one_file
from saqta.ledger import delimited, json_lines, mt102
from saqta.ledger.encoding import Survey, chunks, lines_of, survey, texts
from saqta.ledger.faults import refused
from saqta.ledger.judge import judged
from saqta.ledger.plain_rows import PlainRun
from saqta.ledger.records import Event, JudgedRow, Judgement, Layout, PaymentFault, PaymentRow
from saqta.ledger.sections import Piece
from saqta.ledger.tally import Tally

_LINES_OF_INTRODUCTION = 40  # how far down a file its first message is looked for
_TEXT_CONTROLS = frozenset(b"\t\n\r\x0c\x1a")


def open_payments(given: Path | FeedFile, *, person_tag: str | None = None, refunds: bool = False) -> PaymentFile:
    """Recognises a payment file by its content, compressed or not; raises ``Refused`` for what is no payment file at
    all, and for an archive of several.

    ``person_tag`` demands a letter in the /OPV/ of each person. The letter for this insurance is not established, so
    any letter or none is accepted unless one is demanded. With ``refunds`` the file is one of money that goes back: its
    rows name what was returned, and to whom.
    """
    file = one_file(given)
    found = survey(file.open)
    with file.open() as stream:
        start = next(chunks(stream, lambda _: None), b"")
    if not start:
        raise refused("empty-file")
    lines = chain.from_iterable(map(lines_of, texts([start], found.encoding)))
    introduction = list(islice(lines, _LINES_OF_INTRODUCTION))
    layout = _layout(introduction)
    if layout is None:
        raise refused(_why_not(start, introduction))
    return PaymentFile(file, layout, found, person_tag, refunds=refunds)


class PaymentFile:
    """A recognised file. Each use reads it from the start again, a line at a time, in memory that does not grow."""

    def __init__(self, file: FeedFile, layout: Layout, found: Survey, person_tag: str | None, *, refunds: bool) -> None:
        self.layout = layout
        self.encoding = found.encoding
        self.fingerprint = found.fingerprint
        """SHA-256 of the content: the same file under another name has the same one."""
        self._file = file
        self._person_tag = person_tag
        self._refunds = refunds

    def __repr__(self) -> str:
        return f"PaymentFile({self.layout}, {self.encoding})"

    def events(self, *, carefully: bool = False) -> Iterator[Event]:
        """Rows with their faults, faults that belong to no row, and each document once it is closed.

        ``carefully`` reads every row field by field, also where it could be recognised whole: the same events, slowly.
        Raises ``Refused`` at the end if the content is no longer what was opened; whoever writes rows somewhere does
        so in a transaction.
        """
        digest = hashlib.sha256()
        with self._file.open() as stream:
            text = texts(chunks(stream, digest.update), self.encoding)
            yield from judged(
                self._sections(text, carefully=carefully), self.layout, self._person_tag, refunds=self._refunds
            )
            for _ in text:
                pass  # a table with an unusable header is not read further, but the digest is of the whole file
        if digest.hexdigest() != self.fingerprint:
            raise refused("file-changed")

    def _sections(self, text: Iterator[str], *, carefully: bool) -> Iterator[Piece | PlainRun]:
        match self.layout:
            case "mt102":
                # What is recognised whole is a payment; what goes back is always read field by field.
                return mt102.sections(text, carefully=carefully or self._refunds)
            case "jsonl":
                return json_lines.sections(text)
            case "csv":
                return delimited.sections(text)

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


def _layout(introduction: list[str]) -> Layout | None:
    stated = [line for line in introduction if line.strip()]
    if not stated:
        return None
    if any(mt102.is_start(line) for line in stated):
        return "mt102"
    if json_lines.is_row(stated[0]):
        return "jsonl"
    return "csv" if delimited.is_header(stated[0]) else None


def _why_not(start: bytes, introduction: list[str]) -> str:
    if not any(line.strip("\ufeff \t\x0c\x1a") for line in introduction):
        return "empty-file"
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in start[:4096])
    return "binary-file" if controls else "not-a-payment-file"


def as_refusal(fault: PaymentFault) -> Fault:
    places = (str(fault.line) if fault.line is not None else None, fault.field)
    return Fault(fault.code, fault.text, " ".join(place for place in places if place) or None)
