"""Somebody of whom only a payment has told: insured all the same, listed, and made whole by the feed that follows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from saqta.basis.month import Month
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

NEWCOMER, NEIGHBOUR = invented_iin(7, date(1985, 5, 20)), invented_iin(9, date(1979, 1, 2))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]


@pytest.fixture
def paid(register: Register, tmp_path: Path) -> Register:
    people, order = tmp_path / "people.csv", tmp_path / "order.txt"
    people.write_text(f"iin,citizenship\n{NEIGHBOUR},KZ\n")
    rows = [Person(iin=iin, month=month) for iin in (NEWCOMER, NEIGHBOUR) for month in YEAR]
    order.write_bytes(write_mt102(Order(day=date(2025, 10, 3)), rows))
    saqta("import", "people", people)
    saqta("import", "payments", order)
    return register


def verdict() -> str:
    document = saqta("status", "--iin", NEWCOMER, "--on", "2025-10-05", "--json").document
    return str(document["verdict"])


def test_whoever_only_paid_is_provisional_until_a_feed_of_people_tells(paid: Register, tmp_path: Path) -> None:
    (newcomer,) = saqta("people", "provisional", "--json").document
    assert (newcomer["birth_date"], newcomer["sex"]) == ("1985-05-20", "male")
    assert verdict() == "yes"
    more = tmp_path / "more.csv"
    more.write_text(f"iin,citizenship,died_on\n{NEWCOMER},KZ,2025-10-04\n")
    assert saqta("import", "people", more, "--json").document[0]["new"] == 1
    assert saqta("people", "provisional", "--json").document == []
    assert verdict() == "no"  # the payments were this person's, and so is the death


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_list_tells_no_number(paid: Register, language: str) -> None:
    outcome = saqta("people", "provisional", "--lang", language)
    assert outcome.status == 0
    assert "1985-05-20" in outcome.out
    assert NEWCOMER not in outcome.out
    assert "1979" not in outcome.out
