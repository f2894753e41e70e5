"""Month windows as masks, for every target that reads sets of months as whole numbers."""

from __future__ import annotations

from saqta.basis.month import EPOCH, MONTHS_A_WORD, Month
from saqta.logic.nodes import AnyMonth, Const, CountMonths, EveryMonth, Fact

WORDS = 3
"""Columns of sixty months that a bulk table carries for each set: January 2015 to December 2029."""


def window_mask(node: EveryMonth | AnyMonth | CountMonths, month: Month) -> tuple[int, int]:
    """The bits of a settled window seen from ``month``, and how many of its months lie before the epoch.

    No month before the epoch belongs to a set, and that is known.
    """
    count = length(node)
    first = month + node.last - EPOCH - count + 1
    before = min(max(-first, 0), count)
    return ((1 << (count - before)) - 1) << max(first, 0), before


def length(node: EveryMonth | AnyMonth | CountMonths) -> int:
    if isinstance(node.count, Const) and isinstance(node.count.value, int):
        return node.count.value
    raise TypeError("the window is not settled")


def set_name(node: EveryMonth | AnyMonth | CountMonths) -> str:
    if isinstance(node.months, Fact):
        return node.months.name
    raise TypeError("a window looks at a fact")


def word_masks(mask: int) -> list[int]:
    """The mask cut into the columns of a bulk table. Months past the last column are unknown there, so a window
    that reaches them is refused rather than cut short."""
    if mask >> (MONTHS_A_WORD * WORDS):
        raise WindowTooFar("the window reaches past December 2029, the last month that bulk tables carry")
    return [mask >> (MONTHS_A_WORD * word) & ((1 << MONTHS_A_WORD) - 1) for word in range(WORDS)]


def column_names(fact: str) -> list[tuple[str, str]]:
    """The columns of a set of months: those that belong, and those of which we know, five years at a time."""
    years = [(EPOCH + MONTHS_A_WORD * word).year for word in range(WORDS)]
    return [(f"{fact}_{year}", f"{fact}_known_{year}") for year in years]


class WindowTooFar(ValueError):
    """A month window lies outside the columns of a bulk table."""
