"""The parts that both layouts are cut into before anything in them is believed: head, rows and foot of a document."""

from __future__ import annotations

from typing import TypeAlias

from saqta.ledger.faults import fault
from saqta.ledger.records import PaymentFault

MOST_PURPOSE_TEXT = 2_000
"""Characters kept of a purpose of payment, so that an unending one fills no memory."""


class Section:
    """The texts of one part of a file by the name of the field, the line of each, and the faults of its layout."""

    __slots__ = ("damaged", "faults", "line", "lines", "texts")

    def __init__(self, line: int) -> None:
        self.line = line
        self.texts: dict[str, str] = {}
        self.lines: dict[str, int] = {}
        self.faults: list[PaymentFault] = []
        self.damaged = False

    def put(self, field: str, text: str, line: int) -> None:
        self.texts[field] = text
        self.lines[field] = line

    def has(self, field: str) -> bool:
        """Whether the field is stated; an empty text states nothing."""
        return bool(self.texts.get(field))

    def refuse(self, code: str, field: str | None = None, line: int | None = None) -> None:
        """Records a fault at the line where the field stands, or at the start of the section if it stands nowhere."""
        if line is None:
            line = self.lines.get(field, self.line) if field else self.line
        self.faults.append(fault(code, field, line))


class Head(Section):
    """What is said once for all rows of a document."""

    __slots__ = ()


class RowSection(Section):
    """One person and one month."""

    __slots__ = ()

    @classmethod
    def unreadable(cls, line: int, code: str) -> RowSection:
        """A row of whose texts nothing can be told."""
        row = cls(line)
        row.damaged = True
        row.refuse(code)
        return row


class Foot(Section):
    """The end of a document; ``whole`` is false when the file stops before its end."""

    __slots__ = ("whole",)

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.whole = False


Piece: TypeAlias = Head | RowSection | Foot | PaymentFault
