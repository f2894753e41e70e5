"""What leaves the room about a payment file; every record encodes to JSON as the published contract writes it."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

import msgspec

from saqta.basis.text import Text

Layout = Literal["mt102", "csv", "jsonl"]


class _Unprinted(msgspec.Struct, frozen=True):
    """A record whose fields may be somebody's personal data: it prints its kind and its line, nothing more.

    A record strays into logs, assertion messages and tracebacks through its printed form only.
    """

    def __repr__(self) -> str:
        line = getattr(self, "line", None)
        return f"{type(self).__name__}(…)" if line is None else f"{type(self).__name__}(line={line}, …)"

    def __rich_repr__(self) -> list[tuple[str, object]]:
        line = getattr(self, "line", None)
        return [] if line is None else [("line", line)]


class PaymentDocument(_Unprinted, frozen=True):
    """One payment order. A table has no order of its own: there, what differs between its rows is None.

    ``total`` is the sum that the order states; where a file states none, it is the sum of the rows that could be read.
    """

    number: str | None
    date: date | None
    payer: str | None
    payment_code: str | None
    total: str | None
    currency: str | None


class PaymentRow(_Unprinted, frozen=True, gc=False):
    """One person and one month, as the file says. Being listed does not make a row true: see ``JudgedRow.believed``.

    ``birth_date`` is the one in the file, or else the one in the IIN.
    """

    line: int
    iin: str
    birth_date: date | None
    surname: str | None
    name: str | None
    amount: str
    month: str
    payment_code: str
    patronymic: str | None = None
    payer: str | None = None
    paid_on: date | None = None
    sequence: int | None = None


class PaymentFault(msgspec.Struct, frozen=True):
    """One thing wrong with a file, and what to do about it; never carries what the file says."""

    line: int | None
    field: str | None
    code: str
    text: Text


class JudgedRow(_Unprinted, frozen=True, gc=False):
    """A row together with its own faults; ``row`` is None when not enough of it can be read to list it."""

    line: int
    row: PaymentRow | None
    faults: tuple[PaymentFault, ...]
    believed: bool
    """No fault of its own, and none in the head of its document, which speaks for every row."""
    tiyn: int
    """The amount as a number, for whoever adds amounts up; 0 where none could be read."""


Event: TypeAlias = PaymentDocument | JudgedRow | PaymentFault
"""What a file is made of, in its order: rows, faults that belong to no row, and each document once it is closed."""


class CodeTotal(msgspec.Struct, frozen=True):
    """How many believed rows carry one payment code, and their sum."""

    payment_code: str
    rows: int
    amount: str


class Judgement(msgspec.Struct, frozen=True):
    """A whole file in a few lines. Its size does not depend on the file: long lists are cut, the counts are not."""

    valid: bool
    layout: Layout
    encoding: str
    fingerprint: str
    documents: tuple[PaymentDocument, ...]
    document_count: int
    row_count: int
    believed_count: int
    totals: tuple[CodeTotal, ...]
    faults: tuple[PaymentFault, ...]
    fault_count: int


class CheckedSummary(_Unprinted, frozen=True):
    """What the published document of ``payments check`` says about a file before it lists its rows."""

    valid: bool
    document: PaymentDocument | None
    documents: tuple[PaymentDocument, ...]
    layout: Layout
    encoding: str
    fingerprint: str
    row_count: int
    believed_count: int
    totals: tuple[CodeTotal, ...]


class CheckedFile(CheckedSummary, frozen=True):
    """The whole document: every row that could be read, believed or not, and every fault with its line."""

    rows: tuple[PaymentRow, ...]
    errors: tuple[PaymentFault, ...]
