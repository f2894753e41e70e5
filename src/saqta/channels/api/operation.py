"""What one operation of the interface is: where it is asked, with which words, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal, NamedTuple

import msgspec

from saqta.basis.text import Text
from saqta.channels.api.asked import Asked
from saqta.channels.api.problems import ProblemCode


class Word(NamedTuple):
    """A word after the question mark of an address. ``several``: it may be given more than once; ``required``: the
    question is refused without it."""

    name: str
    pattern: str
    example: str
    says: Text
    several: bool = False
    required: bool = False


class Operation(NamedTuple):
    """One thing that can be asked. ``takes`` is the shape of the body, ``gives`` that of the answer in the ``media``,
    ``part`` what stands in the address in place of ``{id}``; ``proven``: asked by somebody who proves who they are;
    ``keyed``: with a key that makes a repetition the same."""

    method: Literal["GET", "POST"]
    path: str
    name: str
    says: Text
    answer: Callable[[Asked], object]
    gives: Any
    takes: type[msgspec.Struct] | None = None
    words: tuple[Word, ...] = ()
    problems: tuple[ProblemCode, ...] = ()
    part: Word | None = None
    status: Literal[200, 202] = 200
    media: str = "application/json"
    proven: bool = False
    keyed: bool = False


DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
ON = Word(
    "on",
    DAY_PATTERN,
    "2025-10-01",
    Text(
        ru="День, о котором вопрос; без него — сегодня в Казахстане.",
        kk="Сұрақ қойылған күн; берілмесе — Қазақстандағы бүгінгі күн.",
        en="The day asked about; without it, today in Kazakhstan.",
    ),
)
