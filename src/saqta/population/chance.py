"""Chance that is the same for a person whoever else is asked about: numbers drawn from the seed, the person and a name.

Nothing here remembers anything, so a million people can be invented in any order and in any number of pieces.
"""

from __future__ import annotations

import hashlib

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.int64]
Truths = npt.NDArray[np.bool_]
Draws = npt.NDArray[np.float64]
_Words = npt.NDArray[np.uint64]

_STEP = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)


def mixed(words: _Words) -> _Words:
    """The finishing step of the generator SplitMix64: near numbers become far ones, and no two become the same."""
    words = (words ^ (words >> np.uint64(30))) * _FIRST
    words = (words ^ (words >> np.uint64(27))) * _SECOND
    return words ^ (words >> np.uint64(31))


def part_of(people: Numbers, parts: int) -> Numbers:
    """The partition of each person: a hash of the number, so that any numbering spreads evenly."""
    return (mixed(people.astype(np.uint64) + _STEP) % np.uint64(parts)).astype(np.int64)


class Chance:
    """The draws of some people under one seed."""

    def __init__(self, seed: int, people: Numbers) -> None:
        self.seed = np.uint64(seed)
        self._own = mixed(people.astype(np.uint64) * _STEP + mixed(np.full(1, self.seed)))

    def draw(self, name: str) -> Draws:
        """One number from 0 up to, but not including, 1 for each person; another for each name."""
        return _unit(mixed(self._own + _key(name)))

    def table(self, name: str, columns: int) -> Draws:
        """A row of such numbers for each person."""
        places = mixed(np.arange(columns, dtype=np.uint64) * _STEP + _key(name))
        return _unit(mixed(self._own[:, None] + places[None, :]))

    def happens(self, name: str, chance: float | Draws) -> Truths:
        found: Truths = self.draw(name) < chance
        return found

    def between(self, name: str, low: float | Numbers, high: float | Numbers) -> Numbers:
        """A whole number from ``low`` up to, but not including, ``high``."""
        found: Numbers = np.floor(low + self.draw(name) * (np.asarray(high) - np.asarray(low))).astype(np.int64)
        return found

    def one_of(self, name: str, weights: list[float]) -> Numbers:
        """The place of one of the weights, drawn in proportion to them."""
        ends = np.cumsum(weights) / sum(weights)
        found: Numbers = np.searchsorted(ends, self.draw(name), side="right").astype(np.int64)
        found[found == len(weights)] = len(weights) - 1
        return found

    def normal(self, name: str) -> Draws:
        """A number around 0, as heights and the logarithms of wages are spread."""
        first, second = self.draw(f"{name} 1"), self.draw(f"{name} 2")
        found: Draws = np.sqrt(-2 * np.log(1 - first)) * np.cos(2 * np.pi * second)
        return found


def _key(name: str) -> np.uint64:
    return np.uint64(int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big"))


def _unit(words: _Words) -> Draws:
    return (words >> np.uint64(11)).astype(np.float64) * 2.0**-53
