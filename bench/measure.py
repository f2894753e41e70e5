"""How things are timed: two alternatives in turn, in one process, and the median of the ratios of their turns.

Machines are shared and drift; the ratio of two neighbouring turns does not.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Figure:
    """One measured ratio. ``limit`` is what it must not exceed; None where nothing was promised."""

    name: str
    ratio: float
    ours: float
    baseline: float
    unit: str
    against: str
    limit: float | None = None

    @property
    def holds(self) -> bool:
        return self.limit is None or self.ratio <= self.limit

    def line(self) -> str:
        limit = "" if self.limit is None else f" (at most {self.limit:g}: {'holds' if self.holds else 'FAILS'})"
        values = f"{self.ours:.3g} {self.unit} against {self.baseline:.3g} {self.unit}"
        return f"{self.name}: {self.ratio:.2f} × {self.against}{limit}; {values}"

    def document(self) -> dict[str, object]:
        return {
            "name": self.name,
            "ratio": round(self.ratio, 3),
            "limit": self.limit,
            "holds": self.holds,
            "ours": self.ours,
            "baseline": self.baseline,
            "unit": self.unit,
            "against": self.against,
        }


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ratio(ours: Callable[[], object], baseline: Callable[[], object], *, turns: int = 7) -> tuple[float, float, float]:
    """The median ratio of the turns, and the median time of each side."""
    ours()
    baseline()
    pairs = [(seconds(ours), seconds(baseline)) for _ in range(turns)]
    return (
        median(mine / theirs for mine, theirs in pairs),
        median(mine for mine, _ in pairs),
        median(theirs for _, theirs in pairs),
    )
