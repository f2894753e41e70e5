"""Sets of months as terms: from days and month numbers to the bits of a word of sixty months."""

from __future__ import annotations

from saqta.basis.month import EPOCH, MONTHS_A_WORD, Month
from saqta.population.plan import NOTHING, Fixed, Term, call, choose
from saqta.population.question import word_of


def bits_between(first: Term, end: Term, word: int) -> Term:
    """The months from ``first`` up to, but not including, ``end``, as far as the word holds them."""
    return call("largest", call("power", _place(end, word)) - call("power", _place(first, word)), NOTHING)


def bits_before(end: Term, word: int) -> Term:
    """All months of the word before ``end``."""
    return call("power", _place(end, word)) - 1


def bit_of(month: Term, word: int) -> Term:
    """The bit of one month, nothing if the word does not hold it."""
    start = EPOCH.number + MONTHS_A_WORD * word
    inside = (Fixed(start) <= month) & (month < start + MONTHS_A_WORD)
    return choose(inside, call("power", _place(month, word, last=MONTHS_A_WORD - 1)), NOTHING)


def fixed_bits(mask: int, word: int) -> Term:
    """The same set of months for everybody."""
    return Fixed(word_of(mask, word))


def month_number(month: Month) -> Term:
    return Fixed(month.number)


def _place(month: Term, word: int, *, last: int = MONTHS_A_WORD) -> Term:
    """Where a month lies in the word; before it 0, after it the place after the last."""
    start = EPOCH.number + MONTHS_A_WORD * word
    return call("largest", call("smallest", month - start, last), 0)
