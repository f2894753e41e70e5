"""The page about populations says what the files hold and what can be typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from saqta.channels.cli.population import ACTIONS
from saqta.law.book import load
from saqta.law.overlay import overlaid, read_overlay
from saqta.population.everybody import ANSWER
from saqta.population.layout import TABLES

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "population.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_explained_as_the_layout_says(table: str) -> None:
    for column in TABLES[table]:
        null = "yes" if column.may_be_null else "no"
        assert f"| `{table}` | `{column.name}` | {column.type} | {null} | {column.says} |" in PAGE


def test_every_column_of_an_answer_and_every_command_is_named() -> None:
    assert all(f"`{name}`" in PAGE for name in ANSWER)
    assert all(f"population {action}" in PAGE for action in ACTIONS)


def test_the_example_of_a_supposed_law_fits_the_law() -> None:
    book = overlaid(load(), read_overlay(ROOT / "examples" / "six-months-of-grace.yaml"))
    assert book.on(date(2025, 10, 1)).number("grace_months") == 6
