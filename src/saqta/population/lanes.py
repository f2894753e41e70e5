"""Several sets of months gathered as one number: each has a lane of bits as wide as the months that are looked at.

Joining bits over millions of payments is most of the work of a question about everybody, and joining one number for
each person costs a fraction of joining six.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from saqta.basis.month import EPOCH, MONTHS_A_WORD
from saqta.population.plan import NOTHING, Fixed, Term, call, choose, column
from saqta.population.question import Question

CAPACITY = 60
"""Bits of one gathered number; with them it fits the signed 64-bit numbers that every engine has."""


class Lane(NamedTuple):
    """The months of one set inside one word, from ``first`` up to, but not including, ``end``, and where they lie: in
    which number, and from which bit of it."""

    first: int
    end: int
    number: int
    offset: int

    @property
    def place(self) -> int:
        """Where the first month lies in its word of sixty months."""
        return (self.first - EPOCH.number) % MONTHS_A_WORD

    def holds(self, month: Term) -> Term:
        return (Fixed(self.first) <= month) & (month < self.end)

    def bit(self, bit_in_word: Term) -> Term:
        """The bit of a month in the gathered number, from its bit in the word."""
        return _shifted(bit_in_word, self.offset - self.place)

    def months(self, gathered: Term) -> Term:
        """The months again as bits of their word."""
        own = call("common", _shifted(gathered, -self.offset), (1 << (self.end - self.first)) - 1)
        return _shifted(own, self.place)


Lanes = Mapping[tuple[str, int], Lane]
"""The lane of each set and word."""


def lanes(question: Question, names: Iterable[str]) -> Lanes:
    """The lanes of some sets, the widest first, each in the first number that has room for it."""
    pieces = sorted(_pieces(question, names), key=lambda piece: (piece[1] - piece[2], piece[0]))
    used: list[int] = []
    found: dict[tuple[str, int], Lane] = {}
    for (name, word), first, end in pieces:
        width = end - first
        number = next((number for number, taken in enumerate(used) if taken + width <= CAPACITY), len(used))
        used += [0] if number == len(used) else []
        found[name, word] = Lane(first, end, number, used[number])
        used[number] += width
    return found


def bit_in_word(month: Term) -> Term:
    """The bit of a month in whichever word holds it."""
    place = month - EPOCH.number
    return call("power", place - place // MONTHS_A_WORD * MONTHS_A_WORD)


def joined_lanes(found: Lanes, belongs: Mapping[str, Term], number: int) -> Term:
    """What one payment adds to a gathered number, from the columns ``month`` and ``bit``; ``belongs`` says to which
    sets it does. Lanes lie apart, so adding joins them."""
    whole: Term = NOTHING
    for (name, _), lane in found.items():
        if lane.number == number:
            here = belongs[name] & lane.holds(column("month"))
            whole = whole + choose(here, lane.bit(column("bit")), NOTHING)
    return whole


def numbers(found: Lanes) -> list[int]:
    return sorted({lane.number for lane in found.values()})


def _pieces(question: Question, names: Iterable[str]) -> Iterator[tuple[tuple[str, int], int, int]]:
    for name in names:
        for word in question.words_of(name):
            bits = question.bits(name, word)
            start = EPOCH.number + MONTHS_A_WORD * word
            yield (name, word), start + (bits & -bits).bit_length() - 1, start + bits.bit_length()


def _shifted(bits: Term, by: int) -> Term:
    return bits * (1 << by) if by > 0 else bits // (1 << -by) if by < 0 else bits
