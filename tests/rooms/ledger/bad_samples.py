"""What samples of bad payment files are made from: a good file, and ways to spoil it in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from saqta.basis.month import Month
from tests.rooms.ledger.payment_samples import Order, Person, mt102_lines, people


class Bad(NamedTuple):
    what: str
    content: bytes
    codes: frozenset[str]


OTHER_SCRIPTS = {
    "arabic-indic": 0x0660,
    "persian": 0x06F0,
    "devanagari": 0x0966,
    "bengali": 0x09E6,
    "gurmukhi": 0x0A66,
    "tamil": 0x0BE6,
    "thai": 0x0E50,
    "tibetan": 0x0F20,
    "khmer": 0x17E0,
    "mongolian": 0x1810,
    "fullwidth": 0xFF10,
    "mathematical": 0x1D7D8,
}

ORDER = Order()
PEOPLE = [replace(person, month=Month.at(2025, 7)) for person in people(3)]
GOOD = "\n".join((*mt102_lines(ORDER, PEOPLE), ""))
OLDER = "\n".join((*mt102_lines(ORDER, PEOPLE, "older"), ""))
FIRST = PEOPLE[0]


def bad(what: str, text: str, *codes: str) -> Bad:
    assert text != GOOD, what
    return Bad(what, text.encode(), frozenset(codes))


def changed(old: str, new: str, text: str = GOOD) -> str:
    """The good file with the first ``old`` in it made ``new``."""
    assert old in text, old
    return text.replace(old, new, 1)


def of_people(*rows: Person, order: Order = ORDER) -> str:
    return "\n".join((*mt102_lines(order, rows), ""))


def in_script(digits: str, script: str) -> str:
    return "".join(chr(OTHER_SCRIPTS[script] + int(digit)) for digit in digits)
