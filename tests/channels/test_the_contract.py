"""Documents in, documents out: the published contract, letter by letter, through the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from saqta.basis.text import LANGUAGES
from saqta.channels.cli.schemas import SCHEMAS, schema
from tests.channels.command_line import saqta

ROOT = Path(__file__).parents[2]

STATUS_FIELDS = {
    "question", "on", "verdict", "ground", "months", "months_owed", "amount_owed", "insured_until", "reasons",
    "citations", "readings", "missing", "law", "facts", "answer",
}  # fmt: skip
PERSON: dict[str, Any] = {
    "birth_date": "1990-04-12",
    "sex": "female",
    "citizenship": "KZ",
    "residence": "permanent",
    "died_on": False,
}


def months(first: int, last: int) -> list[dict[str, str]]:
    """Payments of an independent payer for consecutive months, counted from January 2024."""
    return [
        {"month": f"{2024 + number // 12}-{number % 12 + 1:02d}", "as": "independent", "amount": "4250.00"}
        for number in range(first, last + 1)
    ]


def ask(tmp_path: Path, facts: dict[str, Any], on: str, *more: str) -> Any:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(facts))
    outcome = saqta("status", "--facts", path, "--on", on, "--json", *more)
    assert outcome.status == 0, outcome.err
    return outcome.document


def test_the_example_of_the_contract(tmp_path: Path) -> None:
    """July 2025 missing in a chain, asked about on 1 October: not insured, one month owed, its sum, its article."""
    facts = {
        "person": PERSON,
        "categories": [],
        "payments": [*months(9, 17), *months(19, 20)],
        "register_until": "2025-10-31",
    }
    answer = ask(tmp_path, facts, "2025-10-01")
    assert set(answer) >= STATUS_FIELDS
    assert (answer["question"], answer["on"], answer["verdict"], answer["ground"]) == (
        "insured",
        "2025-10-01",
        "no",
        None,
    )
    assert (answer["months_owed"], answer["amount_owed"], answer["insured_until"]) == (["2025-07"], "4250.00", None)
    assert answer["months"][0] == {"month": "2024-10", "state": "credited", "by": "independent"}
    assert {"month": "2025-07", "state": "owed", "by": None} in answer["months"]
    assert len(answer["months"]) == 12
    reason = next(reason for reason in answer["reasons"] if reason["code"] == "month-missing")
    assert set(reason["text"]) == set(LANGUAGES)
    keys = {f"{cited['act']} {cited['provision']}".strip() for cited in answer["citations"]}
    assert all(set(reason["cites"]) <= keys for reason in answer["reasons"])
    assert all(answer[seal].startswith("sha256:") and len(answer[seal]) == 71 for seal in ("law", "facts", "answer"))


def test_every_answer_cites_an_act_an_article_and_an_edition(tmp_path: Path) -> None:
    asked = [
        ({"person": PERSON, "categories": [], "payments": months(9, 20)}, "2025-10-01"),
        ({"person": {**PERSON, "birth_date": "2015-01-01"}}, "2025-10-01"),
        ({"person": PERSON}, "2025-10-01"),
        ({"person": PERSON, "categories": [], "payments": months(9, 17)}, "2025-10-01"),
        ({"person": PERSON, "categories": [], "payments": []}, "2020-03-01"),
        ({"person": PERSON}, "2019-12-31"),
        ({"person": PERSON}, "2027-01-01"),
        (
            {
                "person": {**PERSON, "citizenship": "SY", "residence": "refugee"},
                "categories": [],
                "payments": months(9, 20),
            },
            "2025-10-01",
        ),
    ]
    verdicts = set()
    for facts, on in asked:
        answer = ask(tmp_path, facts, on)
        verdicts.add(answer["verdict"])
        assert answer["citations"]
        for cited in answer["citations"]:
            assert cited["act"]
            assert set(cited["title"]) == set(LANGUAGES)
            assert cited["edition"] <= max(on, "2020-01-01")
            assert cited["url"].startswith("https://adilet.zan.kz/")
    assert verdicts == {"yes", "no", "depends", "undetermined"}


def test_an_answer_says_which_of_its_provisions_were_not_seen_in_an_official_text(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps({"person": PERSON, "categories": [], "income": [{"as": "independent"}]}))
    answer = saqta("contributions", "--facts", facts, "--month", "2025-02", "--json").document
    assert {quoted["provision"]: quoted["verified"] for quoted in answer["citations"]} == {
        "art. 5 para. 1": True,
        "art. 28 para. 6": False,
        "art. 28 para. 7": True,
    }
    assert "Не проверено" in saqta("contributions", "--facts", facts, "--month", "2025-02", "--lang", "ru").out


def test_the_same_question_gets_the_same_answer_byte_for_byte(tmp_path: Path) -> None:
    facts = {"person": PERSON, "categories": [], "payments": months(9, 20)}
    assert ask(tmp_path, facts, "2025-10-01") == ask(tmp_path, facts, "2025-10-01")


def test_seals_change_with_what_they_seal(tmp_path: Path) -> None:
    facts = {"person": PERSON, "categories": [], "payments": months(9, 20)}
    first = ask(tmp_path, facts, "2025-10-01")
    other_day = ask(tmp_path, facts, "2025-10-02")
    other_facts = ask(tmp_path, {**facts, "payments": months(8, 20)}, "2025-10-01")
    other_reading = ask(tmp_path, facts, "2025-10-01", "--reading", "Q1=at_once")
    assert first["law"] == other_day["law"]
    assert first["facts"] == other_day["facts"] != other_facts["facts"]
    assert first["law"] != other_reading["law"]
    assert len({first["answer"], other_day["answer"], other_facts["answer"], other_reading["answer"]}) == 4


def test_contributions_as_the_contract_shows_them() -> None:
    outcome = saqta("contributions", "--facts", ROOT / "examples" / "two-jobs.json", "--month", "2026-02", "--json")
    lines = outcome.document["lines"]
    assert [(line["kind"], line["as"], line["payer"], line["amount"]) for line in lines] == [
        ("employer_contribution", "employee", "A", "27000.00"),
        ("insuree_contribution", "employee", "A", "18000.00"),
        ("insuree_contribution", "civil_contract", "B", "2000.00"),
    ]
    assert {line["due_on"] for line in lines} == {"2026-03-25"}
    assert [line["payment_code"] for line in lines] == ["121", "122", "122"]
    assert lines[0]["base"] == "900000.00"
    assert lines[0]["rate"] == "0.03"
    assert all(line["cites"] for line in lines)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("160440007161", {"valid": True, "kind": "bin", "birth_date": None, "sex": None, "error": None}),
        ("KZ92009MEDS368609103", {"valid": True, "kind": "iban", "birth_date": None, "sex": None, "error": None}),
    ],
)
def test_numbers_are_answered_not_refused(number: str, expected: dict[str, object]) -> None:
    assert saqta("id", number, "--json").document == expected
    wrong = saqta("id", f"{number[:-1]}{(int(number[-1]) + 1) % 10}", "--json")
    assert wrong.status == 0
    assert wrong.document["valid"] is False
    assert set(wrong.document["error"]["text"]) == set(LANGUAGES)


@pytest.mark.parametrize("name", SCHEMAS)
def test_published_schemas_are_those_of_the_types(name: str) -> None:
    published = json.loads((ROOT / "docs" / "schema" / f"{name}.json").read_text())
    assert published == json.loads(json.dumps(schema(name)))
    Draft202012Validator.check_schema(published)
    assert saqta("schema", name).document == published


def test_answers_and_facts_satisfy_their_published_schemas(tmp_path: Path) -> None:
    facts = {
        "person": PERSON,
        "categories": [{"code": "pensioner", "from": "2020-01-01", "until": None}],
        "payments": months(9, 20),
    }
    _valid("person-facts", facts)
    _valid("insured-answer", ask(tmp_path, facts, "2025-10-01"))
    dues = json.loads((ROOT / "examples" / "two-jobs.json").read_text())
    _valid("contribution-facts", dues)
    path = ROOT / "examples" / "two-jobs.json"
    _valid("contributions-answer", saqta("contributions", "--facts", path, "--month", "2026-02", "--json").document)
    _valid("number-report", saqta("id", "160440007161", "--json").document)


def test_a_reader_that_is_not_ours_refuses_the_same_documents() -> None:
    for bad in ({"persn": {}}, {"payments": [{"month": "2025-13", "as": "employee"}]}, {"person": {"sex": "f"}}):
        assert list(Draft202012Validator(schema("person-facts")).iter_errors(bad))


def _valid(name: str, document: object) -> None:
    assert list(Draft202012Validator(schema(name)).iter_errors(document)) == []
