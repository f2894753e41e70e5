"""Rules as they stand on the day of a law, each settled once for a day, a moment of knowledge and a set of readings."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from saqta.law.book import Book, Law
from saqta.logic.nodes import Node
from saqta.logic.settle import Settled, settle


def settled(rule: Node, law: Law) -> Settled:
    """The rule on the day of this law."""
    return _settled(rule, law.book, law.day, law.known_at, tuple(sorted(law.follow.items())))


@lru_cache(maxsize=4096)
def _settled(rule: Node, book: Book, day: date, known_at: date | None, follow: tuple[tuple[str, str], ...]) -> Settled:
    return settle(rule, book.on(day, known_at, dict(follow)))
