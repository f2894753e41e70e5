"""How things are timed: two alternatives in turn, in one process, and the median of the ratios of their turns.

Machines are shared and drift; the ratio of two neighbouring turns does not.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
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


@dataclass
class Counted:
    """Work that counts, beside what it does, the seconds that all cores together spent on it each time. Where others
    use the machine too, they say more than the time on the clock."""

    work: Callable[[], object]
    spent: list[float] = field(default_factory=list)

    def __call__(self) -> None:
        before = os.times()
        self.work()
        after = os.times()
        self.spent.append(after.user + after.system - before.user - before.system)

    @property
    def usual(self) -> float:
        return median(self.spent)


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
