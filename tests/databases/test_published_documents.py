"""Every document that the register prints satisfies its published schema."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from saqta.basis.month import Month
from saqta.channels.cli.schemas import schema
from saqta.coverage.models import Stretch
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

ADULT = invented_iin(7, date(1985, 5, 20))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]


def faults(name: str, document: Any) -> list[str]:
    validator = Draft202012Validator(schema(name), format_checker=FormatChecker())
    return [fault.message for fault in validator.iter_errors(document)]


@pytest.fixture
def insured(register: Register, tmp_path: Path) -> Register:
    order = tmp_path / "order.txt"
    order.write_bytes(write_mt102(Order(day=date(2025, 10, 3)), [Person(iin=ADULT, month=month) for month in YEAR]))
    taken = saqta("import", "payments", order, "--json").document
    assert faults("import-balances", taken) == []
    assert faults("import-balances", [{**taken[0], "read": "twelve"}])
    return register


def test_a_status_and_a_history(insured: Register) -> None:
    for day in ("2020-02-01", "2025-10-05", "2026-12-31"):
        status = saqta("status", "--iin", ADULT, "--on", day, "--json").document
        assert faults("register-status", status) == []
        assert faults("register-status", {**status, "verdict": "perhaps"})
    history = saqta("history", "--iin", ADULT, "--json").document
    assert len(history) > 1
    assert faults("register-history", history) == []
    assert faults("register-history", history[0])


def test_a_verification_sound_and_not(insured: Register) -> None:
    sound = saqta("verify", "--json").document
    assert (sound["sound"], sound["findings"]) == (True, [])
    assert faults("register-verification", sound) == []
    Stretch.objects.update(verdict="depends", ground=None)
    outcome = saqta("verify", "--json")
    assert outcome.status == 1
    assert outcome.document == {**sound, "sound": False, "findings": [{"what": "timeline", "number": 1}]}
    assert faults("register-verification", outcome.document) == []


def test_rejects_people_and_staff(insured: Register, tmp_path: Path) -> None:
    people, rejects = tmp_path / "people.csv", tmp_path / "rejects.jsonl"
    people.write_text(f"iin,citizenship,died_on\n{ADULT},KZ,soon\n1,KZ,\n")
    saqta("import", "people", people, "--rejects", rejects)
    told = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [fault for reject in told for fault in faults("import-reject", reject)] == []
    assert len(told) == 2
    saqta("staff", "add", "--name", "Ұлпан", "--role", "adviser")
    for name, words in (("provisional-people", ("people", "provisional")), ("staff", ("staff", "list"))):
        document = saqta(*words, "--json").document
        assert len(document) == 1
        assert faults(name, document) == []
