"""Spans of days, half-open: the first day belongs to the span, the last does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


def covers(start: date, end: date | None, day: date) -> bool:
    """Whether the day lies in the span from ``start`` up to, but not including, ``end``; an ``end`` of None never
    comes. For spans that stand as two fields of something else."""
    return start <= day and (end is None or day < end)


class EmptySpan(ValueError):
    """A span that ends on or before the day it starts contains no day."""


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """The days from ``start`` up to, but not including, ``end``; an ``end`` of None never comes."""

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise EmptySpan(f"a span from {self.start} cannot end by {self.end}: the end day is not part of it")

    def __contains__(self, day: date) -> bool:
        return covers(self.start, self.end, day)

    def overlaps(self, other: Span) -> bool:
        return (self.end is None or other.start < self.end) and (other.end is None or self.start < other.end)

    def __str__(self) -> str:
        return f"[{self.start}, {self.end or '…'})"
