"""Totals that are the sum of their parts by construction: a tree of figures, cut out of one table of cells.

Cells are counted once. Every division of them (by state, region, funding) is a sum over the same cells, so no two
tables of a report can contradict one another, and what belongs to none of the named parts is a part of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

import msgspec

from saqta.basis.text import Text

C = TypeVar("C")

NOT_KNOWN = "not_known"
NOT_KNOWN_NAME = Text(ru="не известно", kk="белгісіз", en="not known")


class DoesNotAddUp(ValueError):
    """A total was stated that is not the sum of its parts."""


class Figure(msgspec.Struct, frozen=True):
    """A number with its name, and the parts it is the sum of; without parts it was counted."""

    code: str
    name: Text
    value: int
    parts: tuple[Figure, ...] = ()

    def __post_init__(self) -> None:
        if self.parts and self.value != sum(part.value for part in self.parts):
            raise DoesNotAddUp(self.code)

    def part(self, code: str) -> Figure:
        """The part of this code, at any depth; raises ``KeyError`` where there is none."""
        for found in self.parts:
            if found.code == code:
                return found
        for found in self.parts:
            try:
                return found.part(code)
            except KeyError:
                continue
        raise KeyError(code)


def summed(code: str, name: Text, parts: Iterable[Figure]) -> Figure:
    """The figure that these parts make up."""
    listed = tuple(parts)
    return Figure(code, name, sum(part.value for part in listed), listed)


def divided(
    code: str,
    name: Text,
    cells: Iterable[C],
    *,
    by: Callable[[C], str | None],
    named: Mapping[str, Text],
    weigh: Callable[[C], int],
    within: Callable[[str, Text, list[C]], Figure] | None = None,
) -> Figure:
    """The cells as one figure in parts, in the order of ``named``, nought included. A cell whose key is not among them
    is counted as not known. ``within`` makes each part's own figure where it has parts in turn."""
    groups: dict[str, list[C]] = {key: [] for key in (*named, NOT_KNOWN)}
    for cell in cells:
        key = by(cell)
        groups[key if key is not None and key in named else NOT_KNOWN].append(cell)

    def counted(key: str, title: Text, found: list[C]) -> Figure:
        return Figure(key, title, sum(map(weigh, found)))

    names = {**named, NOT_KNOWN: NOT_KNOWN_NAME}
    return summed(code, name, ((within or counted)(key, names[key], found) for key, found in groups.items()))
