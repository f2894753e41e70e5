"""From the texts of a section to values: which fields each layout has, and what of them could be read."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.ledger import fields
from saqta.ledger.fields import Payer, Reader, Unreadable
from saqta.ledger.sections import Foot, Head, RowSection, Section

_RETURN = re.compile(r"\bвозврат(?:а|у|ом|е|ы|ов)?\b|\bқайтар(?:у|ыл|ым)", re.IGNORECASE)
_NONE_STATED = frozenset({"-", "–", "—"})  # how payrolls say that a person has no such name

STATE_CORPORATION_BIN = "160440007161"
"""The non-profit joint-stock company State Corporation "Government for Citizens", which passes the money on."""

_TABLE_ROW: tuple[tuple[str, Reader], ...] = (
    ("iin", fields.iin),
    ("birth_date", fields.birth_date_in_a_table),
    ("amount", fields.amount),
    ("month", fields.month),
    ("payment_code", fields.payment_code),
    ("paid_on", fields.paid_on),
    ("payer", fields.payer),
)
_ROWS: Mapping[str, tuple[tuple[str, Reader], ...]] = MappingProxyType(
    {
        "mt102": (
            ("iin", fields.iin),
            ("birth_date", fields.birth_date),
            ("amount", fields.amount_in_tenge),
            ("month", fields.period),
            ("sequence", fields.sequence),
        ),
        "csv": _TABLE_ROW,
        "jsonl": _TABLE_ROW,
    }
)
_HEAD: tuple[tuple[str, Reader], ...] = (
    ("number", fields.order_number),
    ("date", fields.order_date),
    ("payer", fields.payer),
    ("bank", fields.bank),
    ("payment_code", fields.payment_code),
    ("month", fields.period),
)
_REQUIRED_IN_TABLE = ("iin", "amount", "month", "payment_code")
_REQUIRED_IN_ROW = {
    "mt102": ("sequence", "amount", "iin", "month"),
    "csv": _REQUIRED_IN_TABLE,
    "jsonl": _REQUIRED_IN_TABLE,
}
_REQUIRED_IN_HEAD = (
    "reference", "payer_account", "payer", "beneficiary_bank", "beneficiary_account", "beneficiary",
    "number", "date", "payment_code",
)  # fmt: skip


@dataclasses.dataclass(slots=True, repr=False)
class DocumentReading:
    """What the head of a document says, and the count of its rows so far."""

    section: Head
    layout: str
    person_tag: str | None = None
    number: str | None = None
    date: date | None = None
    payer: Payer | None = None
    bank: str | None = None
    payment_code: PaymentCode | None = None
    month: Month | None = None
    returns: bool = False
    """The order gives money back to a payer instead of paying it in."""
    refunds: bool = False
    """The file was handed in as one of money that goes back."""
    returned_to: Payer | None = None
    """Who got the money back; unknown while it has only reached the State Corporation."""

    rows: int = 0
    tiyn: int = 0
    every_amount_read: bool = True
    last_sequence: int = 0
    common: dict[str, object] = dataclasses.field(default_factory=dict)
    """Of a table: what all rows so far say alike."""

    @property
    def required(self) -> tuple[str, ...]:
        return _REQUIRED_IN_HEAD if self.layout == "mt102" else ()

    @property
    def required_in_row(self) -> tuple[str, ...]:
        return _REQUIRED_IN_ROW[self.layout]


class RowReading(msgspec.Struct):
    """What one row says; what it leaves to the head of its document is taken from there."""

    section: RowSection
    iin: Iin | None = None
    birth_date: date | None = None
    amount: Money | None = None
    month: Month | None = None
    sequence: int | None = None
    payment_code: PaymentCode | None = None
    paid_on: date | None = None
    payer: Payer | None = None
    repeated: bool = False


class FootReading(msgspec.Struct):
    """The total that a document states, if it does."""

    section: Foot
    total: Money | None = None


def read_head(section: Head, layout: str, person_tag: str | None, *, refunds: bool) -> DocumentReading:
    reading = DocumentReading(section, layout, person_tag, refunds=refunds)
    _read(section, _HEAD if layout == "mt102" else (), reading)
    if refunds and section.texts.get("beneficiary") != STATE_CORPORATION_BIN:
        _read(section, (("beneficiary", fields.payer),), reading, {"beneficiary": "returned_to"})
    reading.returns = _RETURN.search(section.texts.get("purpose", "")) is not None
    return reading


def read_row(section: RowSection, document: DocumentReading) -> RowReading:
    reading = RowReading(section)
    _read(section, _ROWS[document.layout], reading)
    if not section.texts.get("month"):
        reading.month = document.month
    if document.layout == "mt102":
        reading.payment_code, reading.paid_on = document.payment_code, document.date
        reading.payer = document.returned_to if document.refunds else document.payer
    return reading


def read_foot(section: Foot) -> FootReading:
    """The total stands behind the value date, in one text: ``250703KZT8500,00``."""
    reading = FootReading(section)
    text = section.texts.get("total", "")
    if text:
        readers: tuple[tuple[str, str, Reader], ...] = (
            ("date", text[:6], fields.order_date),
            ("total", text[6:], fields.amount_in_tenge),
        )
        for field, part, reader in readers:
            try:
                value = reader(part)
            except Unreadable as unreadable:
                section.refuse(unreadable.code, unreadable.field or field, section.line)
            else:
                if isinstance(value, Money):
                    reading.total = value
    return reading


def _read(
    section: Section,
    readers: tuple[tuple[str, Reader], ...],
    reading: DocumentReading | RowReading,
    names: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Reads fields into attributes of their name, or of another given in ``names``."""
    texts = section.texts
    for field, reader in readers:
        text = texts.get(field)
        if text:
            try:
                setattr(reading, names.get(field, field), reader(text))
            except Unreadable as unreadable:
                section.refuse(unreadable.code, unreadable.field or field, section.lines.get(field, section.line))


def stated_name(text: str | None) -> str | None:
    """A name part as the file has it; a dash says that the person has none."""
    return None if not text or text in _NONE_STATED else text
