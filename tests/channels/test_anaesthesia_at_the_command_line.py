"""May it go ahead: a parent and a clinic ask at the terminal, and are told the verdict first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from saqta.basis.text import LANGUAGES
from saqta.channels.cli.schemas import schema
from tests.channels.command_line import Outcome, saqta

ROOT = Path(__file__).parents[2]
EXAMPLE: dict[str, Any] = json.loads((ROOT / "examples" / "child-under-anaesthesia.json").read_text())


def ask(tmp_path: Path, facts: object, *more: str, on: str = "2025-12-03") -> Outcome:
    path = tmp_path / "session.json"
    path.write_text(facts if isinstance(facts, str) else json.dumps(facts))
    return saqta("anaesthesia", "--facts", path, "--on", on, *more)


def test_the_example_of_the_contract(tmp_path: Path) -> None:
    answer = ask(tmp_path, EXAMPLE, "--json").document
    assert (answer["question"], answer["verdict"], answer["session_on"]) == ("anaesthesia", "yes", "2025-12-10")
    assert {found["state"] for found in answer["requirements"] if found["basis"] == "law"} == {"met"}
    assert answer["missing"] == []
    assert "warn-no-national-limit" in {warning["code"] for warning in answer["warnings"]}
    quoted = {f"{found['act']} {found['provision']}".strip() for found in answer["citations"]}
    for found in answer["requirements"]:
        assert found["basis"] == "advice" or found["cites"]
        assert set(found["cites"]) <= quoted
    for reason in answer["reasons"]:
        assert set(reason["cites"]) <= quoted
    Draft202012Validator(schema("anaesthesia-answer")).validate(answer)


def test_advice_never_decides(tmp_path: Path) -> None:
    bad = {"asa_class": 5, "fasting_kept": False, "continuous_monitoring": False, "recent_respiratory_infection": True}
    answer = ask(tmp_path, {**EXAMPLE, **bad, "teeth_planned": 20, "minutes_planned": 600}, "--json").document
    assert answer["verdict"] == "yes"
    assert {found["basis"] for found in answer["requirements"] if found["state"] != "met"} == {"advice"}


def test_leaving_a_fact_out_and_null_mean_unknown(tmp_path: Path) -> None:
    left_out = {name: value for name, value in EXAMPLE.items() if name != "written_consent"}
    answers = [ask(tmp_path, facts, "--json").document for facts in (left_out, {**EXAMPLE, "written_consent": None})]
    assert answers[0] == answers[1]
    assert answers[0]["verdict"] == "depends"
    assert [missing["fact"] for missing in answers[0]["missing"]] == ["written_consent"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_verdict_stands_first_and_what_is_missing_next(tmp_path: Path, language: str) -> None:
    facts = {**EXAMPLE, "licence_annex_anaesthesiology": False, "examined_hours_before": None}
    answer = ask(tmp_path, facts, "--json").document
    shown = " ".join(ask(tmp_path, facts, "--lang", language).out.split())
    places = [
        shown.index(" ".join(text[language].replace("\N{NO-BREAK SPACE}", " ").split()))
        for text in (answer["says"], answer["next"][0]["text"], answer["ask_clinic"][0]["text"])
    ]
    assert places[0] == 0
    assert places == sorted(places)
    assert [step["code"] for step in answer["next"]] == ["do-licence-annex", "do-examined-in-time"]
    assert "103" in shown


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({**EXAMPLE, "examined_hours_before": "18"}, "$.examined_hours_before"),
        ({**EXAMPLE, "examined_hours_before": True}, "$.examined_hours_before"),
        ({**EXAMPLE, "kind": "narcosis"}, "$.kind"),
        ({**EXAMPLE, "consent": True}, "$"),
        ({**EXAMPLE, "minutes_planned": -1}, "$.minutes_planned"),
        (json.dumps(EXAMPLE).replace("18,", "1e999999999999999999999,"), "$"),
        (json.dumps(EXAMPLE).replace("18,", f"18.{'0' * 60},"), "$"),
    ],
)
def test_what_is_no_fact_is_refused_with_its_place(tmp_path: Path, facts: object, where: str) -> None:
    outcome = ask(tmp_path, facts, "--json")
    assert outcome.status == 2
    assert where in outcome.err


def test_decimals_of_an_hour_are_numbers_of_the_published_schema(tmp_path: Path) -> None:
    published = Draft202012Validator(schema("anaesthesia-facts"))
    for hours in (18, 11.98, 23.999999):
        published.validate({**EXAMPLE, "examined_hours_before": hours})
        assert ask(tmp_path, {**EXAMPLE, "examined_hours_before": hours}).status == 0
    with pytest.raises(ValidationError):
        published.validate({**EXAMPLE, "examined_hours_before": "18"})


def test_a_contradiction_names_both_facts_in_every_language(tmp_path: Path) -> None:
    facts = {**EXAMPLE, "patient": {"birth_date": "2026-01-01"}}
    for language in LANGUAGES:
        outcome = ask(tmp_path, facts, "--lang", language)
        assert outcome.status == 2
        assert "planned_on" in outcome.err
        assert "birth_date" in outcome.err
        assert "2026" not in outcome.err
