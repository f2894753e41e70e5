"""What a report says, before it is a page, a workbook or lines on a terminal: sections of sentences and numbers."""

from __future__ import annotations

from typing import Literal, NamedTuple

from saqta.basis.money import Money
from saqta.basis.numerals import count_text
from saqta.basis.text import LANGUAGES, Text
from saqta.figures.totals import NOT_KNOWN, Figure

Kind = Literal["count", "money"]
"""What the numbers of a section are: how many, or whole tiyn."""


class Line(NamedTuple):
    """A name and its numbers. ``depth`` is how far it lies below the total; ``said`` is the number in
    words of its own, where it is of another kind than the section or was not given exactly."""

    label: Text
    numbers: tuple[int, ...]
    depth: int = 0
    code: str = ""
    said: Text | None = None


class Section(NamedTuple):
    """One subject: sentences, then a table whose columns have names where there are several. ``code`` names its
    drawing."""

    code: str
    title: Text
    says: tuple[Text, ...] = ()
    lines: tuple[Line, ...] = ()
    columns: tuple[Text, ...] = ()
    kind: Kind = "count"


def lines_of(figure: Figure, depth: int = 0) -> tuple[Line, ...]:
    """A figure and its parts under one another, the total first. Parts of a part that is nought are left out, and so is
    nothing unknown below the first level; the figure itself keeps them."""
    shown = figure.parts if figure.value or depth == 0 else ()
    below = tuple(
        line
        for part in shown
        if part.value or part.code != NOT_KNOWN or depth == 0
        for line in lines_of(part, depth + 1)
    )
    return (Line(figure.name, (figure.value,), depth, figure.code), *below)


def leaves(figure: Figure) -> tuple[Figure, ...]:
    """What was counted, without the sums between."""
    return tuple(leaf for part in figure.parts for leaf in leaves(part)) if figure.parts else (figure,)


def number_text(number: int, kind: Kind) -> Text:
    """A number as a reader of each language expects it."""
    return Money(number).text() if kind == "money" else count_text(number)


def said_text(line: Line, place: int, kind: Kind) -> Text:
    """One number of a line as it is read."""
    return number_text(line.numbers[place], kind) if line.said is None else line.said


def capital(text: Text) -> Text:
    """The text beginning with a capital letter, as a line of a table does."""
    return Text(
        **{language: text.in_language(language)[:1].upper() + text.in_language(language)[1:] for language in LANGUAGES}
    )
