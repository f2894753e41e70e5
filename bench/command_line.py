"""The command line: a whole answer against starting Python and reading nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.measure import Figure, ratio

EXAMPLE = Path(__file__).parents[1] / "examples" / "missed-month.json"


def command_line_figures() -> Iterator[Figure]:
    words = [sys.executable, "-m", "saqta", "status", "--facts", str(EXAMPLE), "--on", "2025-10-01", "--json"]

    def answer() -> None:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)

    def nothing() -> None:
        subprocess.run([sys.executable, "-c", "pass"], check=True)

    found, mine, theirs = ratio(answer, nothing, turns=7)
    yield Figure("saqta status, start to end", found, mine, theirs, "s", "python -c pass")
