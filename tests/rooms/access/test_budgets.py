"""Budgets that lie in one file are told apart, whoever has them and whatever those are called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from saqta.access.budgets import EVERYBODY, Budget, Budgets, Spent

AT = datetime(2026, 2, 20, tzinfo=UTC)
QUESTIONS, LETTERS = Budget.hourly("questions", 1, 60), Budget.hourly("questions-everybody", 1, 60)


@pytest.fixture
def budgets(tmp_path: Path) -> Iterator[Budgets]:
    yield (made := Budgets(tmp_path / "budgets", bytes(64)))
    made.close()


@pytest.mark.parametrize("whose", ["192.0.2.1", "", EVERYBODY])
def test_one_budget_that_is_used_up_leaves_the_other_of_the_same_person_whole(budgets: Budgets, whose: str) -> None:
    assert budgets.spend(AT, budgets.of(QUESTIONS, whose)) is None
    assert budgets.spend(AT, budgets.of(QUESTIONS, whose)) == Spent("questions", 60)
    assert budgets.spend(AT, budgets.of(LETTERS, whose)) is None
    assert budgets.spend(AT, budgets.of(QUESTIONS, f"{whose}.")) is None


def test_a_budget_is_one_in_every_process_that_opens_the_file(budgets: Budgets, tmp_path: Path) -> None:
    another = Budgets(tmp_path / "budgets", bytes(64))
    assert budgets.spend(AT, budgets.of(QUESTIONS, EVERYBODY)) is None
    assert another.spend(AT, another.of(QUESTIONS, EVERYBODY)) == Spent("questions", 60)
    another.close()
