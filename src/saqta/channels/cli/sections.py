"""Sections of a report on a terminal: sentences, then numbers under one another."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from itertools import zip_longest

from saqta.channels.cli.output import Page
from saqta.figures.content import Line, Section, capital, said_text

_COLUMN = 12
"""Letters of a heading on one line."""


def print_sections(page: Page, sections: Iterable[Section]) -> None:
    """Each section with its sentences and its table; parts stand a little to the right of their total."""
    for section in sections:
        page.heading(section.title)
        for sentence in section.says:
            page.say(sentence, indent=2)
        rows = [_row(page, section, line) for line in section.lines]
        rows[:0] = _headings(page, section)
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        page.table([_aligned(row, widths) for row in rows])


def _headings(page: Page, section: Section) -> list[tuple[str, ...]]:
    """The names of columns, broken into lines so that numbers stay near one another."""
    if not section.columns:
        return []
    broken = [textwrap.wrap(column.in_language(page.language), _COLUMN) for column in section.columns]
    return [(*heading, "") for heading in zip_longest(*broken, fillvalue="")]


def _aligned(row: tuple[str, ...], widths: list[int]) -> tuple[str, ...]:
    """Numbers end under one another; the name after them begins."""
    *numbers, label = row
    return (*(number.rjust(width) for number, width in zip(numbers, widths, strict=False)), label)


def _row(page: Page, section: Section, line: Line) -> tuple[str, ...]:
    label = "  " * line.depth + capital(line.label).in_language(page.language)
    numbers = (said_text(line, place, section.kind).in_language(page.language) for place in range(len(line.numbers)))
    return (*numbers, label)
