"""How often something may be asked: by one address, about one number, and by everybody together.

A budget is a number of questions at once and a pace at which they come back. What is left of each is kept in one file
of fixed size that all processes of a server map into their memory, so that a budget is one budget however many
processes answer. The file holds no address and no number, only keyed digests of them, and may be deleted at any time.
"""

from __future__ import annotations

import fcntl
import mmap
import os
import re
import struct
import threading
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

PLACES = 1 << 20
"""Keys whose budgets are remembered at a time; a key that finds no free place takes that of the emptiest of four."""
_NEIGHBOURS = 4
_WORDS = 2
"""Words of eight bytes to each place: who is recognised there, and the moment when all of the budget is free again."""
EVERYBODY = "everybody"
"""Whose budget it is that all share."""
_DIGEST = struct.Struct("<QQ")
_SECOND = 1_000_000
_WRITTEN = re.compile(r"([a-z-]+)=([1-9][0-9]{0,11})/([1-9][0-9]{0,11})", re.ASCII)


class Budget(NamedTuple):
    """``at_once`` questions, and one more after each ``interval`` of microseconds."""

    name: str
    at_once: int
    interval: int

    @classmethod
    def hourly(cls, name: str, at_once: int, each_hour: int) -> Budget:
        return cls(name, at_once, max(1, 3600 * _SECOND // each_hour))


class NoBudget(ValueError):
    """What was configured is not a budget."""


def read_budgets(written: str) -> dict[str, Budget]:
    """Budgets as ``name=at once/each hour`` with commas between, the last of one name counting; raises ``NoBudget``."""
    found = {}
    for part in filter(None, written.split(",")):
        shaped = _WRITTEN.fullmatch(part.strip())
        if shaped is None:
            raise NoBudget(f"{part!r} is not written as name=60/120")
        name, at_once, each_hour = shaped.groups()
        found[name] = Budget.hourly(name, int(at_once), int(each_hour))
    return found


class Spent(NamedTuple):
    """A budget that is used up, and the whole seconds until it allows one question more."""

    budget: str
    seconds: int


class Key(NamedTuple):
    """Whose budget it is: the word with which the first place begins where it may be kept, and how it is recognised
    there."""

    start: int
    tag: int


class Budgets:
    """What is left of the budgets of a server."""

    def __init__(self, path: Path, key: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        size = PLACES * _WORDS * 8
        os.ftruncate(self._file, size)
        self._kept = memoryview(mmap.mmap(self._file, size)).cast("Q")
        self._threads = threading.Lock()

        @lru_cache(maxsize=65_536)
        def key_of(name: str, whose: str) -> Key:
            return digest_key(blake2b(f"{name} {whose}".encode(), digest_size=16, key=key[:32]).digest())

        self._key_of = key_of

    def of(self, budget: Budget, whose: str) -> tuple[Budget, Key]:
        """The budget of one of those who have it. Each budget has keys of its own, so that no two of them are ever kept
        in one place, whatever those who have them are called."""
        return budget, self._key_of(budget.name, whose)

    def spend(self, at: datetime, *asked: tuple[Budget, Key]) -> Spent | None:
        """Takes one question from each budget, all at that moment; or, when one of them is used up, takes nothing from
        any and says which."""
        now, kept = int(at.timestamp() * _SECOND), self._kept
        with self._threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            try:
                taken = []
                for (name, at_once, interval), (start, tag) in asked:
                    if kept[start] == tag:  # nearly always
                        place, free_at = start, kept[start + 1]
                    else:
                        place, free_at = self._among_neighbours(start, tag)
                    free_at = max(now, free_at) + interval
                    if free_at - now > at_once * interval:
                        return Spent(name, -(-(free_at - now - at_once * interval) // _SECOND))
                    taken.append((place, tag, free_at))
                for place, tag, free_at in taken:
                    kept[place], kept[place + 1] = tag, free_at
            finally:
                fcntl.flock(self._file, fcntl.LOCK_UN)
        return None

    def _among_neighbours(self, start: int, tag: int) -> tuple[int, int]:
        """Where a key is kept that is not at its first place, and when all of its budget will be free again: at one of
        the neighbours, or else from now on at the one that will be free first."""
        kept, places = self._kept, range(start, start + _NEIGHBOURS * _WORDS, _WORDS)
        for place in places:
            if kept[place] == tag:
                return place, kept[place + 1]
        return min(places, key=lambda place: kept[place + 1]), 0

    def close(self) -> None:
        self._kept.release()
        os.close(self._file)


def digest_key(digest: bytes) -> Key:
    """The key of something that has a keyed digest of sixteen bytes already."""
    first, tag = _DIGEST.unpack(digest)
    return Key(first % (PLACES - _NEIGHBOURS) * _WORDS, tag or 1)
