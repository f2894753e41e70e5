"""Bad input gets one clear message, exit status 2 and no answer; nothing typed is repeated."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from saqta.basis.text import LANGUAGES
from tests.channels.command_line import saqta

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "examples" / "missed-month.json"
SECRET = "900412300018"

REFUSED: dict[str, list[object]] = {
    "no command": [],
    "an unknown command": ["statos"],
    "an unknown argument": ["status", "--fact", SOUND],
    "no facts": ["status"],
    "a value missing": ["status", "--facts"],
    "a file missing": ["status", "--facts", "nowhere.json"],
    "a folder for a file": ["status", "--facts", ROOT],
    "an unknown language": ["status", "--facts", SOUND, "--lang", "de"],
    "month 13": ["status", "--facts", SOUND, "--on", "2025-13-01"],
    "a day that does not exist": ["status", "--facts", SOUND, "--on", "2025-02-30"],
    "a day in another order": ["status", "--facts", SOUND, "--on", "01.10.2025"],
    "a day in other digits": ["status", "--facts", SOUND, "--on", "٢٠٢٥-١٠-٠١"],
    "an unknown reading": ["status", "--facts", SOUND, "--reading", "Q99=x"],
    "an unknown option": ["status", "--facts", SOUND, "--reading", "Q1=sometimes"],
    "half a reading": ["status", "--facts", SOUND, "--reading", "Q1"],
    "a month for contributions": ["contributions", "--facts", SOUND, "--month", "2025-1"],
    "facts of another question": ["status", "--facts", ROOT / "examples" / "two-jobs.json"],
    "files without a person": ["status", "--payments", SOUND],
    "a person and everybody": ["status", "--payments", SOUND, "--iin", SECRET, "--all"],
    "an act unknown": ["law", "show", "999-IX"],
    "a provision unknown": ["law", "show", "405-V", "art_99"],
    "an act before its time": ["law", "show", "V2500037117", "--on", "2020-01-01"],
    "no second day": ["law", "diff", "405-V", "2025-01-01"],
    "a schema unknown": ["schema", "everything"],
    "no number": ["id"],
}


@pytest.mark.parametrize("words", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_slip_is_told_in_the_language_of_the_user(words: list[object], language: str) -> None:
    more = [] if "--lang" in words or not words or words == ["statos"] else ["--lang", language]
    outcome = saqta(*words, *more)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith("saqta: ")
    assert "Traceback" not in outcome.err
    assert outcome.err.count("\n") == 1


CONTRADICTIONS: dict[str, tuple[dict[str, object], str]] = {
    "no such country": ({"person": {"citizenship": "XX"}}, "country"),
    "asked before birth": ({"person": {"birth_date": "2026-01-01"}}, "before-birth"),
    "born in the wrong century": ({"person": {"birth_date": "1790-01-01"}}, "birth-too-early"),
    "dead without a day": ({"person": {"died_on": True}}, "death-without-a-day"),
    "dead before birth": ({"person": {"birth_date": "1990-01-01", "died_on": "1980-01-01"}}, "death-before-birth"),
    "a category of no days": (
        {"categories": [{"code": "pensioner", "from": "2025-01-01", "until": "2025-01-01"}]},
        "empty-span",
    ),
    "a category before birth": (
        {"person": {"birth_date": "1990-01-01"}, "categories": [{"code": "disability", "from": "1980-01-01"}]},
        "member-before-birth",
    ),
    "a pregnant man": (
        {"person": {"sex": "male"}, "categories": [{"code": "pregnant_not_working", "from": "2025-01-01"}]},
        "pregnant-man",
    ),
    "a decorated mother who is a man": (
        {"person": {"sex": "male"}, "categories": [{"code": "awarded_mother", "from": "2025-01-01"}]},
        "mother-man",
    ),
    "a month before the law": ({"payments": [{"month": "2014-12", "as": "employee"}]}, "month-before-the-law"),
    "a leave of no days": (
        {"payments": [{"month": "2025-01", "as": "employee", "leave": {"from": "2025-01-02", "until": "2025-01-02"}}]},
        "empty-span",
    ),
    "a leave of two years": (
        {"payments": [{"month": "2025-01", "as": "employee", "leave": {"from": "2025-01-02", "until": "2027-01-02"}}]},
        "leave-too-long",
    ),
    "months not owed that never begin": (
        {"months_not_owed": [{"from": "2025-05", "until": "2025-05", "why": "abroad"}]},
        "empty-span",
    ),
}


@pytest.mark.parametrize(("facts", "code"), CONTRADICTIONS.values(), ids=CONTRADICTIONS)
def test_facts_that_contradict_one_another_get_no_answer(facts: dict[str, object], code: str) -> None:
    outcome = saqta("status", "--facts", "-", "--on", "2025-10-01", "--json", stdin=json.dumps(facts).encode())
    assert (outcome.status, outcome.out) == (2, "")
    assert [fault["code"] for fault in json.loads(outcome.err)["errors"]] == [code]


def test_every_contradiction_is_named_at_once() -> None:
    facts = {"person": {"citizenship": "XX", "birth_date": "1990-01-01", "died_on": "1980-01-01"}}
    outcome = saqta("status", "--facts", "-", "--on", "2025-10-01", stdin=json.dumps(facts).encode())
    assert outcome.err.count("\n") == 2


def test_a_number_with_a_slip_is_never_repeated(tmp_path: Path) -> None:
    path = tmp_path / "payments.csv"
    path.write_text("iin;amount;month;payment_code\n", encoding="utf-8")
    outcome = saqta("status", "--payments", path, "--iin", SECRET[:-1], "--on", "2025-10-01")
    assert outcome.status == 2
    assert SECRET[:-1] not in outcome.err


def test_an_accident_is_no_refusal_and_shows_no_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("saqta.channels.cli.status.ask", broken)
    outcome = saqta("status", "--facts", SOUND, "--on", "2025-10-01")
    assert (outcome.status, outcome.out) == (1, "")
    assert "RuntimeError" in outcome.err
    assert SECRET not in outcome.err


def test_a_reader_that_leaves_early_is_no_error() -> None:
    """``saqta law readings | head -1``: the pipe closes while we still write."""
    command = f"{sys.executable} -m saqta law readings; echo status $? >&2"
    run = subprocess.run(
        ["bash", "-c", f"( {command} ) | head -c 10"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert "status 0" in run.stderr
    assert "Traceback" not in run.stderr
