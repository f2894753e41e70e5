"""Cuts lines of JSON into sections: one object a line, with the names of a table's columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from saqta.ledger.delimited import REQUIRED_COLUMNS, column
from saqta.ledger.encoding import Damaged, lines_of
from saqta.ledger.sections import Foot, Head, Piece, RowSection

_DECODER: msgspec.json.Decoder[object] = msgspec.json.Decoder(float_hook=str)
"""A sum keeps the digits that it was written with."""


def is_row(line: str) -> bool:
    """Whether a line is an object that names every column a payment must have."""
    texts = _texts(line)
    return texts is not None and set(REQUIRED_COLUMNS) <= texts.keys()


def sections(texts: Iterable[str]) -> Iterator[Piece]:
    """One head without texts, the rows, and one foot."""
    yield Head(1)
    number = 1
    for number, line in enumerate(chain.from_iterable(map(lines_of, texts)), 1):
        if isinstance(line, Damaged):
            yield RowSection.unreadable(number, line.code)
        elif line.strip():
            found = _texts(line)
            if found is None:
                yield RowSection.unreadable(number, "json-line")
            else:
                row = RowSection(number)
                row.texts.update(found)
                yield row
    foot = Foot(number)
    foot.whole = True
    yield foot


def _texts(line: str) -> dict[str, str] | None:
    """The values of one line by column, as texts; None for what is no object, names a column twice, or holds something
    that is no single value."""
    try:
        said = _DECODER.decode(line.strip("\ufeff \t\x1a"))
    except (msgspec.DecodeError, UnicodeError):
        return None
    if not isinstance(said, dict):
        return None
    found: dict[str, str] = {}
    for name, value in said.items():
        known = column(name)
        if known is None or value is None:
            continue
        if known in found or isinstance(value, (bool, dict, list)):
            return None
        found[known] = str(value).strip()
    return found
