"""The report on inspections against the least statement that could count the same rows, on both databases.

``SAQTA_CLINICS`` and ``SAQTA_EVENTS`` say how many there are: 100,000 clinics and 1,000,000 events without them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bench.measure import Figure
from bench.serving import running_postgresql

CLINICS = os.environ.get("SAQTA_CLINICS", "100000")
EVENTS = os.environ.get("SAQTA_EVENTS", "1000000")
PROMISED = 1.0
"""Seconds."""


def inspecting_figures() -> Iterator[Figure]:
    for kind in ("SQLite", "PostgreSQL"):
        with ExitStack() as stack:
            home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            url = (
                f"sqlite:///{home / 'saqta.sqlite3'}" if kind == "SQLite" else stack.enter_context(running_postgresql())
            )
            environment = os.environ | {
                "SAQTA_HOME": str(home),
                "DATABASE_URL": url,
                "DJANGO_SETTINGS_MODULE": "saqta.settings",
            }
            command = [sys.executable, "-m", "bench.inspected", CLINICS, EVENTS]
            told = json.loads(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
        name = f"report on inspections, {told['clinics']:,} clinics and {told['events']:,} events on {kind}"
        yield Figure(name, told["ratio"], told["ours"], told["bare"], "s", "one bare statement over the same rows", 6)
        quickest = told["quickest"]
        yield Figure(f"{name}: quickest of five", quickest / PROMISED, quickest, PROMISED, "s", "what is promised", 1)
