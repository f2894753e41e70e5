"""From sections to judged events: reads each section, asks every check, keeps the tallies that checks compare with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saqta.ledger.check import FOOT_CHECKS, HEAD_CHECKS, REFUND_ROW_CHECKS, ROW_CHECKS
from saqta.ledger.listing import document_record, row_record
from saqta.ledger.plain_rows import PlainRun
from saqta.ledger.readings import DocumentReading, FootReading, RowReading, read_foot, read_head, read_row
from saqta.ledger.records import Event, JudgedRow, Layout, PaymentDocument, PaymentFault
from saqta.ledger.repeats import SeenRows
from saqta.ledger.sections import Foot, Head, Piece, RowSection

_SAID_OF_EACH_ROW = ("payer", "payment_code", "paid_on")


def judged(
    pieces: Iterable[Piece | PlainRun], layout: Layout, person_tag: str | None, *, refunds: bool = False
) -> Iterator[Event]:
    """The events of a file, in its order. A row that repeats an earlier one is at fault, the earlier one is not."""
    seen = SeenRows()
    document: DocumentReading | None = None
    try:
        for piece in pieces:
            if isinstance(piece, PlainRun) and document is not None:
                yield from piece.judged(document, seen, _row)
            elif isinstance(piece, RowSection) and document is not None:
                yield _row(piece, document, seen)
            elif isinstance(piece, Head):
                document = _head(piece, layout, person_tag, refunds=refunds)
                yield from piece.faults
            elif isinstance(piece, Foot) and document is not None:
                closed = _foot(piece, document)
                yield from piece.faults
                yield closed
                document = None
            elif isinstance(piece, PaymentFault):
                yield piece
    finally:
        seen.close()


def _head(section: Head, layout: Layout, person_tag: str | None, *, refunds: bool) -> DocumentReading:
    layout_faults = len(section.faults)
    document = read_head(section, layout, person_tag, refunds=refunds)
    if section.damaged:
        del section.faults[layout_faults:]  # what follows from the damage is no news
        return document
    for check in HEAD_CHECKS:
        for problem in check(document):
            section.refuse(problem.code, problem.field)
    return document


def _row(section: RowSection, document: DocumentReading, seen: SeenRows) -> JudgedRow:
    document.rows += 1
    if section.damaged:
        document.every_amount_read = False
        document.last_sequence += 1
        return JudgedRow(section.line, None, tuple(section.faults), believed=False, tiyn=0)
    row = read_row(section, document)
    record = row_record(row)
    if record is not None:
        row.repeated = seen.add(record.iin, record.month, record.payment_code, record.amount, record.payer)
    for check in REFUND_ROW_CHECKS if document.refunds else ROW_CHECKS:
        problems = check(row, document)
        if problems:
            for problem in problems:
                section.refuse(problem.code, problem.field)
    _count(row, document)
    believed = record is not None and not section.faults and not document.section.faults
    tiyn = 0 if row.amount is None else row.amount.tiyn
    return JudgedRow(section.line, record, tuple(section.faults), believed, tiyn)


def _count(row: RowReading, document: DocumentReading) -> None:
    document.last_sequence = document.last_sequence + 1 if row.sequence is None else row.sequence
    if row.amount is None:
        document.every_amount_read = False
    else:
        document.tiyn += row.amount.tiyn
    if document.layout != "mt102":
        for field in _SAID_OF_EACH_ROW:
            value = getattr(row, field)
            if document.rows == 1:
                document.common[field] = value
            elif document.common.get(field) != value:
                document.common[field] = None


def _foot(section: Foot, document: DocumentReading) -> PaymentDocument:
    if section.damaged or not section.whole:
        return document_record(document, FootReading(section))  # a total that may be cut is no total
    foot = read_foot(section)
    for check in FOOT_CHECKS:
        for problem in check(foot, document):
            section.refuse(problem.code, problem.field)
    return document_record(document, foot)
