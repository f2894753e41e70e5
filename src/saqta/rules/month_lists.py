"""Several months in one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from saqta.basis.month import Month
from saqta.basis.text import Text, listed

LONGEST_SPELLED_OUT = 3
"""A longer unbroken run of months is written as its first and its last."""


def month_list(months: Iterable[Month]) -> Text:
    """``июль 2025 года, сентябрь 2025 года – январь 2026 года``, and the same in the other languages."""
    runs: list[tuple[Month, Month]] = []
    for month in sorted(months):
        if runs and runs[-1][1] + 1 == month:
            runs[-1] = (runs[-1][0], month)
        else:
            runs.append((month, month))
    parts: list[Text] = []
    for first, last in runs:
        if last - first >= LONGEST_SPELLED_OUT:
            parts.append(listed([first.text(), last.text()], separator=" – "))
        else:
            parts += [month.text() for month in first.until(last + 1)]
    return listed(parts)
