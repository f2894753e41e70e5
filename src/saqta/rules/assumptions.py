"""What is true of everybody's facts by the way they are gathered; proofs may rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from saqta.basis.span import covers
from saqta.law.book import KNOWN_FROM, Book
from saqta.logic.nodes import EveryMonth, Fact, Node, Not, Or, Window, number
from saqta.logic.regimes import first_days
from saqta.logic.trees import walk
from saqta.rules.vocabulary import INSIDE_CREDITED, fact


def months_lie_inside_credited_ones(tree: Node) -> Iterator[Node]:
    """For every month that a settled tree looks at: paid in any way, it is credited."""
    looked_at: set[tuple[str, int]] = set()
    for node in walk(tree):
        if isinstance(node, Window) and isinstance(node.months, Fact):
            count = getattr(node.count, "value", 0)
            looked_at |= {(node.months.name, node.last - back) for back in range(count)}
    for inner, outer in INSIDE_CREDITED:
        for name, offset in sorted(looked_at):
            if name == inner:
                held = EveryMonth(fact(inner), offset, number(1))
                yield Or((Not(held), EveryMonth(fact(outer), offset, number(1))))


@lru_cache(maxsize=8)
def days_of_change(book: Book) -> tuple[date, ...]:
    """Every day of the known law on which any rule may come to read differently."""
    start, end = book.spans[KNOWN_FROM]
    days = {*first_days(start, end or start), *_ends(book.spans.values()), *_ends_of_values(book)}
    return tuple(sorted(day for day in days if covers(start, end, day)))


@lru_cache(maxsize=8)
def days_of_change_of_care(book: Book) -> tuple[date, ...]:
    """Every day of the known packages on which a rule of care may come to read differently. These rules look at one day
    alone, so the first days of months do not matter."""
    start, end = book.spans["known_packages"]
    days = {start, *_ends(book.spans.values()), *_ends(book.package_spans.values()), *_ends_of_values(book)}
    return tuple(sorted(day for day in days if covers(start, end, day)))


def _ends_of_values(book: Book) -> Iterator[date]:
    """The days on which a parameter takes another value."""
    return _ends((value.start, value.end) for parameter in book.parameters.values() for value in parameter.values)


def _ends(spans: Iterable[tuple[date, date | None]]) -> Iterator[date]:
    return (day for span in spans for day in span if day is not None)
