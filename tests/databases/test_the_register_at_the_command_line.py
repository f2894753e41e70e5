"""The register as an operator sees it: prepare, import, ask, explain, verify."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from saqta.basis.month import Month
from saqta.journal.models import Read
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

ADULT = invented_iin(7, date(1985, 5, 20))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.txt"
    path.write_bytes(write_mt102(Order(day=date(2025, 10, 3)), [Person(iin=ADULT, month=month) for month in YEAR]))
    return path


def test_from_a_file_to_an_explained_status(register: Register, order: Path) -> None:
    assert saqta("prepare").status == 0
    assert saqta("import", "payments", order, "--json").document == [
        {"file": 1, "read": 12, "new": 12, "known": 0, "rejected": 0}
    ]
    stored = saqta("status", "--iin", ADULT, "--on", "2025-10-05", "--json").document
    why = saqta("why", "--iin", ADULT, "--on", "2025-10-05", "--json").document
    assert (stored["verdict"], stored["ground"], stored["lasts_until"]) == ("yes", "contributions", "2026-01-01")
    assert (why["verdict"], why["ground"], why["insured_until"]) == ("yes", "contributions", "2026-01-01")
    assert [month["credited"] for month in stored["months"]] == [True] * 12
    history = saqta("history", "--iin", ADULT, "--json").document
    assert [span["ground"] for span in history] == ["transition", None, "contributions", "grace", None]
    verified = saqta("verify", "--json").document
    assert (verified["sound"], verified["findings"]) == (True, [])
    assert saqta("verify", "--seal", verified["seal"]).status == 0
    assert saqta("verify", "--seal", "f" * 64, "--json").document["findings"] == [{"what": "seal", "number": 0}]


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_every_command_speaks_the_language_of_the_user(register: Register, order: Path, language: str) -> None:
    for words in (
        ("prepare",),
        ("import", "payments", order),
        ("status", "--iin", ADULT, "--on", "2025-10-05"),
        ("why", "--iin", ADULT, "--on", "2025-10-05"),
        ("history", "--iin", ADULT),
        ("verify",),
    ):
        outcome = saqta(*words, "--lang", language)
        assert outcome.status == 0
        assert outcome.out
        assert ADULT not in outcome.out + outcome.err


def test_rejected_rows_are_told_with_their_lines_and_repeat_nothing(register: Register, tmp_path: Path) -> None:
    people, rejects = tmp_path / "people.csv", tmp_path / "rejects.jsonl"
    people.write_text(f"iin,citizenship,died_on\n{ADULT},KZ,\n990101300127,KZ,\n{ADULT},KZ,soon\n")
    taken = saqta("import", "people", people, "--rejects", rejects, "--json").document
    assert taken == [{"file": 1, "read": 3, "new": 1, "known": 0, "rejected": 2}]
    told = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [(reject["line"], reject["field"]) for reject in told] == [(3, "iin"), (4, "died_on")]
    assert "990101300127" not in rejects.read_text()
    assert "soon" not in rejects.read_text()


def test_an_archive_is_taken_in_file_by_file(register: Register, order: Path, tmp_path: Path) -> None:
    """The order inside is the one outside; a row is told by its file, its place in the archive and its line."""
    packed, people, rejects = tmp_path / "orders.zip", tmp_path / "people.zip", tmp_path / "rejects.jsonl"
    later = [Person(iin=ADULT, month=Month.parse("2025-10"))]
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(order, "2025-09.txt")
        archive.writestr("2025-10.txt", write_mt102(Order(day=date(2025, 10, 3)), later))
    with zipfile.ZipFile(people, "w") as archive:
        archive.writestr("a.csv", f"iin,citizenship\n{ADULT},KZ\n")
        archive.writestr("b.jsonl", f'{{"iin":"{ADULT}","died_on":"soon"}}\n')
    assert saqta("import", "payments", order, packed, "--json").document == [
        {"file": 1, "read": 12, "new": 12, "known": 0, "rejected": 0},
        {"file": 2, "read": 13, "new": 1, "known": 12, "rejected": 0},
    ]
    taken = saqta("import", "people", people, "--rejects", rejects, "--json").document
    assert taken == [{"file": 1, "read": 2, "new": 1, "known": 0, "rejected": 1}]
    (told,) = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert (told["file"], told["member"], told["line"], told["field"]) == (1, 2, 1, "died_on")


def test_a_refused_file_says_which_it_is_and_takes_nothing_back_of_those_before(
    register: Register, order: Path, tmp_path: Path
) -> None:
    nonsense = tmp_path / "nonsense.zip"
    with zipfile.ZipFile(nonsense, "w") as archive:
        archive.writestr("a.txt", "nonsense")
    outcome = saqta("import", "payments", order, nonsense, "--json")
    assert outcome.status == 2
    assert [(fault["code"], fault["where"]) for fault in json.loads(outcome.err)["errors"]] == [
        ("not-a-payment-file", "FILE 2 #1")
    ]
    assert saqta("status", "--iin", ADULT, "--on", "2025-10-05", "--json").document["verdict"] == "yes"


def test_where_there_is_no_register_the_command_to_make_one_is_named(register: Register, tmp_path: Path) -> None:
    settings.SAQTA_KEYS = tmp_path / "elsewhere" / "keys"
    outcome = saqta("verify")
    assert outcome.status == 2
    assert "saqta prepare" in outcome.err


def test_a_number_unknown_to_the_register_is_refused_without_being_repeated(register: Register) -> None:
    outcome = saqta("status", "--iin", ADULT, "--on", "2025-10-05")
    assert outcome.status == 2
    assert ADULT not in outcome.err


def test_a_status_loads_no_engine(register: Register, order: Path) -> None:
    """A person waits for it; the columns of a million people are for imports."""
    saqta("import", "payments", order)
    program = (
        "import sys; from saqta.channels.cli.main import main; status = main(sys.argv[1:]);"
        "print([name for name in ('numpy', 'polars', 'duckdb', 'rich', 'sqlglot') if name in sys.modules]);"
        "sys.exit(status)"
    )
    words = ["status", "--iin", ADULT, "--on", "2025-10-05"]
    environment = {**os.environ, "SAQTA_HOME": str(register.home), "DATABASE_URL": register.url}
    run = subprocess.run(
        [sys.executable, "-c", program, *words], env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[-1] == "[]"


def test_who_looks_at_a_person_stands_in_the_journal(register: Register, order: Path) -> None:
    saqta("prepare")
    saqta("import", "payments", order)
    for words in (("status",), ("why",), ("history",), ("people", "show")):
        assert saqta(*words, "--iin", ADULT).status == 0
    assert saqta("status", "--iin", invented_iin(99)).status == 2
    looks = list(Read.objects.order_by("entry_id").values_list("purpose", flat=True))
    assert looks == ["status", "why", "history", "people show", "status"]
    assert [Read.objects.filter(person=None).count(), Read.objects.exclude(by="").count()] == [1, 5]
    assert saqta("verify", "--json").document["sound"] is True
