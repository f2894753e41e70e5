"""Month windows as masks, for every target that reads sets of months as whole numbers.

For one person the masks are *seen from* the month asked about: bit 120 is that month, so one compiled rule serves
every month. In bulk tables they are absolute, five years to a column, because all rows are asked about one month.
"""

from __future__ import annotations

from saqta.basis.month import EPOCH, MONTHS_A_WORD, Month
from saqta.logic.nodes import Const, Fact, Window

WORDS = 3
"""Columns of sixty months that a bulk table carries for each set: January 2015 to December 2029."""


BACK = 120
"""How many months before the one asked about a mask reaches; the longest rule looks back 66 months."""


def seen_from(month: Month, belongs: int, known: int) -> tuple[int, int]:
    """Absolute masks of one person as they look from ``month``. What lies before the epoch does not belong, and that
    is known."""
    shift = month - EPOCH - BACK
    if shift >= 0:
        return belongs >> shift, known >> shift
    return belongs << -shift, (known << -shift) | ((1 << -shift) - 1)


def relative_mask(node: Window) -> int:
    """The bits of a settled window in masks seen from the month asked about."""
    first = BACK + node.last - length(node) + 1
    if first < 0:
        raise WindowTooFar(f"the window reaches more than {BACK} months back")
    return ((1 << length(node)) - 1) << first


def window_mask(node: Window, month: Month) -> tuple[int, int]:
    """The bits of a settled window seen from ``month``, and how many of its months lie before the epoch.

    No month before the epoch belongs to a set, and that is known.
    """
    count = length(node)
    first = month + node.last - EPOCH - count + 1
    before = min(max(-first, 0), count)
    return ((1 << (count - before)) - 1) << max(first, 0), before


def length(node: Window) -> int:
    if isinstance(node.count, Const) and isinstance(node.count.value, int):
        return node.count.value
    raise TypeError("the window is not settled")


def set_name(node: Window) -> str:
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
