"""One transfer for a paid leave that reaches over several months counts for each of them, in proportion to its days."""

from __future__ import annotations

from datetime import timedelta

from saqta.basis.month import Month
from saqta.law.book import Law
from saqta.rules.facts import Days


def leave_months(leave: Days, month: Month, law: Law) -> list[tuple[Month, int]]:
    """The months that a transfer for leave counts for, each with its calendar days of leave.

    Before the rule of order 478 (period ``leave_split``), and for a leave shorter than a month, the transfer counts
    for the one month stated in it. Days are calendar days (reading Q16).
    """
    days = (leave.until - leave.start).days
    first_month = Month.of(leave.start)
    a_month = ((first_month + 1).first_day - first_month.first_day).days
    if days < a_month or not law.holds("leave_split", leave.start):
        return [(month, days)]
    parts: list[tuple[Month, int]] = []
    for part in first_month.until(Month.of(leave.until - timedelta(days=1)) + 1):
        first = max(leave.start, part.first_day)
        last = min(leave.until, (part + 1).first_day)
        parts.append((part, (last - first).days))
    return parts
