"""A person waits for every answer, so a command imports nothing that its answer does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from saqta.channels.cli.arguments import parser
from saqta.channels.cli.main import COMMANDS as MODULES

ROOT = Path(__file__).parents[2]
HEAVY = (
    "numpy",
    "polars",
    "duckdb",
    "pyarrow",
    "resvg_py",
    "openpyxl",
    "sqlglot",
    "z3",
    "rich",
    "holidays",
    "hypothesis",
    "pydantic",
    "sqlite3",
)

COMMANDS = {
    "id": ["id", "160440007161"],
    "status": ["status", "--facts", "examples/missed-month.json", "--on", "2025-10-01"],
    "status as json": ["status", "--facts", "examples/missed-month.json", "--on", "2025-10-01", "--json"],
    "contributions": ["contributions", "--facts", "examples/two-jobs.json", "--month", "2026-02"],
    "entitlement": [
        "entitlement",
        "--facts",
        "examples/pensioner-toothache.json",
        "--service",
        "dental.acute-pain",
        "--on",
        "2025-12-04",
    ],
    "anaesthesia": ["anaesthesia", "--facts", "examples/child-under-anaesthesia.json", "--on", "2025-12-03"],
    "law readings": ["law", "readings"],
    "inspections grounds": ["inspections", "grounds", "--on", "2025-12-08"],
    "services find": ["services", "find", "брекеты"],
    "notices list": ["notices", "list"],
    "inspections published": ["inspections", "published"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_a_command_imports_no_engine_and_no_toolkit(words: list[str], tmp_path: Path) -> None:
    program = (
        "import sys; from saqta.channels.cli.main import main; status = main(sys.argv[1:]);"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr); sys.exit(status)"
    )
    # Whoever develops may have a register of their own beside the code.
    elsewhere = os.environ | {"SAQTA_HOME": str(tmp_path)}
    command = [sys.executable, "-c", program, *words]
    run = subprocess.run(command, cwd=ROOT, env=elsewhere, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert run.stderr.strip() == "[]"


@pytest.mark.parametrize("module", sorted(set(MODULES.values())))
def test_a_command_can_be_loaded_by_itself(module: str) -> None:
    """In a test everything was loaded before; at a terminal a room that stores rows waits for its settings."""
    command = [sys.executable, "-c", f"import {module}"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stderr == ""


def test_every_command_and_argument_has_help() -> None:
    waiting = [parser()]
    while waiting:
        command = waiting.pop()
        for action in command._actions:
            if hasattr(action, "_choices_actions"):
                waiting.extend(action.choices.values())
                assert all(shown.help for shown in action._choices_actions)
