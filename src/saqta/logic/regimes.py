"""The different forms a rule takes over time: each with the days on which it stands unchanged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from saqta.basis.month import Month
from saqta.logic.nodes import Node
from saqta.logic.settle import DatedLaw, Settled, settle


class Regime(NamedTuple):
    """A settled rule, and the first day from which it stands like this."""

    start: date
    rule: Settled


def regimes(
    rule: Node,
    law_on: Callable[[date], DatedLaw],
    days: Iterable[date],
    rules: Mapping[str, Node] | None = None,
) -> Iterator[Regime]:
    """The forms of a rule, each once for every stretch of time.

    ``days`` must hold every day on which a value or period of the law starts or ends, and every first day of a month,
    because a rule that looks back sees periods from the first day of an earlier month. Between two such days nothing
    changes, so what is proved for every regime is proved for every day.
    """
    before: Settled | None = None
    for day in sorted(set(days)):
        settled = settle(rule, law_on(day), rules)
        if settled != before:
            yield Regime(day, settled)
            before = settled


def first_days(start: date, end: date) -> list[date]:
    """``start`` and every first day of a month after it, up to but not including ``end``."""
    return [start, *(month.first_day for month in (Month.of(start) + 1).until(Month.of(end)))]
