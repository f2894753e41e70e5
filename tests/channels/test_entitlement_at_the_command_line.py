"""Is this free for me: documents in, answer cards out, refusals that say what to do; and the questions."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from saqta.basis.text import LANGUAGES
from saqta.channels.cli.schemas import schema
from tests.channels.command_line import saqta

FIELDS = {
    "verdict", "package", "form", "conditions", "next", "reasons", "citations", "readings", "missing", "law", "facts",
    "answer",
}  # fmt: skip
CHILD: dict[str, Any] = {"person": {"birth_date": "2015-03-10", "citizenship": "KZ"}}
CLINIC: dict[str, Any] = {"facility": {"contract_with_fund": True}}
PENSIONER: dict[str, Any] = {
    "person": {"birth_date": "1958-03-02", "citizenship": "KZ", "sex": "male"},
    "categories": [{"code": "pensioner", "from": "2021-03-02", "until": None}],
}


def document(tmp_path: Path, facts: dict[str, Any]) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(facts))
    return path


def ask(tmp_path: Path, facts: dict[str, Any], service: str, on: str = "2025-12-04", *more: str) -> Any:
    path = document(tmp_path, facts)
    outcome = saqta("entitlement", "--facts", path, "--service", service, "--on", on, "--json", *more)
    assert outcome.status == 0, outcome.err
    return outcome.document


def test_the_whole_example_of_the_contract_is_taken(tmp_path: Path) -> None:
    facts = {
        **CHILD,
        **CLINIC,
        "insured": True,
        "need": {
            "urgency": "urgent", "acute_pain": True, "dentist_found_urgent": True, "diagnosis": "K04.0",
            "congenital_maxillofacial_pathology": False, "dentofacial_anomaly": True, "low_income_family": True,
            "referral": True, "suspected_disease": "C50", "months_since_event": 3,
        },
        "pregnant": False,
    }  # fmt: skip
    answer = ask(tmp_path, facts, "dental.pulpitis-treatment")
    assert set(answer) >= FIELDS
    assert (answer["verdict"], answer["package"], answer["form"]) == ("yes", "insurance", "urgent")
    assert {condition["state"] for condition in answer["conditions"]} == {"met"}
    assert all(condition["stated_by"] for condition in answer["conditions"])
    Draft202012Validator(schema("entitlement-answer")).validate(answer)
    Draft202012Validator(schema("entitlement-facts")).validate(facts)


def test_every_reason_names_a_provision_that_the_answer_quotes(tmp_path: Path) -> None:
    for facts, service in ((CHILD, "dental.braces"), (PENSIONER, "dental.acute-pain"), (CHILD, "diagnostics.ct")):
        answer = ask(tmp_path, facts, service)
        quoted = {f"{found['act']} {found['provision']}".strip() for found in answer["citations"]}
        assert answer["reasons"]
        for reason in answer["reasons"]:
            assert reason["cites"], reason["code"]
            assert set(reason["cites"]) <= quoted


def test_the_same_facts_give_the_same_seal(tmp_path: Path) -> None:
    answers = [ask(tmp_path, {**CHILD, **CLINIC}, "dental.caries-treatment") for _ in range(2)]
    assert answers[0]["answer"] == answers[1]["answer"]
    assert answers[0]["law"].startswith("sha256:")


def test_leaving_a_fact_out_and_null_mean_unknown(tmp_path: Path) -> None:
    left_out = ask(tmp_path, PENSIONER, "dental.extraction")
    null = ask(tmp_path, {**PENSIONER, "insured": None, "need": None, "facility": None}, "dental.extraction")
    assert left_out["verdict"] == null["verdict"] == "depends"
    assert left_out["missing"] == null["missing"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_says_the_verdict_first_and_what_to_do_on_refusal(tmp_path: Path, language: str) -> None:
    path = document(tmp_path, {**PENSIONER, **CLINIC})
    outcome = saqta(
        "entitlement", "--facts", path, "--service", "dental.extraction", "--on", "2025-12-04", "--lang", language
    )
    first = {"ru": "Зависит от решения стоматолога", "kk": "Стоматологтың шешіміне", "en": "It depends on the dentist"}
    assert outcome.out.startswith(first[language])
    for said in ("1414", "1406", "fms.kz", "sha256:", "adilet.zan.kz"):
        assert said in outcome.out


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_service_is_refused_with_the_three_nearest(tmp_path: Path, language: str) -> None:
    path = document(tmp_path, CHILD)
    outcome = saqta("entitlement", "--facts", path, "--service", "dental.caries-tretment", "--lang", language, "--json")
    assert outcome.status == 2
    assert outcome.out == ""
    (error,) = json.loads(outcome.err)["errors"]
    assert error["code"] == "unknown-service"
    assert error["text"][language].count("dental.") >= 1
    assert error["text"][language].count(" (") == 3
    assert "dental.caries-treatment" in error["text"][language]


@pytest.mark.parametrize(
    ("facts", "where", "named"),
    [
        ({"person": {"sex": "male", "birth_date": "1945-01-01"}, "pregnant": True}, "$.pregnant", "person.sex"),
        (
            {**CHILD, "categories": [{"code": "pensioner", "from": "2024-01-01"}]},
            "$.categories[0].code",
            "person.birth_date",
        ),
    ],
)
def test_contradictory_facts_are_refused_naming_both(
    tmp_path: Path, facts: dict[str, Any], where: str, named: str
) -> None:
    path = document(tmp_path, facts)
    outcome = saqta("entitlement", "--facts", path, "--service", "dental.extraction", "--on", "2025-12-04", "--json")
    assert outcome.status == 2
    errors = json.loads(outcome.err)["errors"]
    assert where in {error["where"] for error in errors}
    assert any(named in error["text"]["en"] for error in errors)
    assert "1945" not in outcome.err


@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({"need": {"diagnosis": "K04,0"}}, "$.need.diagnosis"),
        ({"need": {"urgency": "soon"}}, "$.need.urgency"),
        ({"need": {"pain": True}}, "$.need"),
        ({"facility": {"contract_with_fund": "yes"}}, "$.facility.contract_with_fund"),
        ({"insured": "true"}, "$.insured"),
        ({"need": {"months_since_event": -1}}, "$.need.months_since_event"),
        ({"dentist": True}, "$"),
    ],
)
def test_a_document_of_another_shape_is_refused_by_its_path(tmp_path: Path, facts: dict[str, Any], where: str) -> None:
    path = document(tmp_path, facts)
    outcome = saqta("entitlement", "--facts", path, "--service", "dental.extraction", "--json")
    assert outcome.status == 2
    assert outcome.out == ""
    assert where in {error["where"] for error in json.loads(outcome.err)["errors"]}


def test_a_day_beyond_the_known_law_is_undetermined(tmp_path: Path) -> None:
    answer = ask(tmp_path, {**CHILD, **CLINIC}, "dental.caries-treatment", "2035-01-01")
    assert (answer["verdict"], answer["package"]) == ("undetermined", None)
    assert answer["reasons"][0]["code"] == "outside-known-packages"


def test_an_adults_status_after_the_known_law_is_undetermined_where_it_decides(tmp_path: Path) -> None:
    facts = {"person": {"birth_date": "1985-05-20", "citizenship": "KZ", "sex": "male"}, **CLINIC, "categories": [],
             "payments": [], "need": {"referral": True, "urgency": "planned", "diagnosis": "I10"}}  # fmt: skip
    answer = ask(tmp_path, facts, "diagnostics.ct", "2027-03-01")
    assert answer["verdict"] == "undetermined"
    assert "status-open" in {reason["code"] for reason in answer["reasons"]}
    assert ask(tmp_path, facts, "ambulance.call", "2027-03-01")["verdict"] == "yes"


def talk(service: str, *answers: str, language: str = "en") -> str:
    typed = "".join(f"{answer}\n" for answer in answers).encode()
    outcome = saqta("ask", service, "--on", "2025-12-04", "--lang", language, stdin=typed)
    assert outcome.status == 0, outcome.err
    return outcome.out


def test_braces_need_no_question_at_all() -> None:
    out = talk("dental.braces")
    assert "?" not in out.partition("Why")[0]
    assert "No, on" in out


def test_a_childs_filling_is_settled_by_three_plain_questions() -> None:
    """Born when, citizen of where, which clinic: and no word about money, pregnancy or diseases."""
    out = talk("dental.caries-treatment", "2015-03-10", "1", "1")
    assert "Yes, on" in out
    assert "pregnant" not in out.partition("Why")[0]


def test_the_words_of_a_person_find_the_service() -> None:
    assert "Extraction" in talk("pull a tooth")


def test_what_only_a_dentist_can_say_is_not_asked() -> None:
    """Whoever knows nothing is asked everything else, and then told whose word is missing."""
    out = talk("dental.extraction", *["?"] * 40)
    assert "dentist has found" not in out.partition("Why")[0]
    assert "only a doctor, the clinic or a register can say" in out


def test_an_answer_that_is_none_of_the_choices_is_asked_for_again() -> None:
    out = talk("dental.caries-treatment", "yesterday", "2015-03-10", "1", "1")
    assert "not understood" in out
    assert "Yes, on" in out


def test_the_next_question_as_json_says_why_and_what_each_answer_sets(tmp_path: Path) -> None:
    outcome = saqta(
        "ask", "dental.extraction", "--facts", document(tmp_path, PENSIONER), "--on", "2025-12-04", "--json"
    )
    step = outcome.document
    assert step["verdict"] == "depends"
    assert step["question"]["why"]["kk"]
    assert {"text", "sets"} <= set(step["question"]["choices"][0])
    assert step["question"]["choices"][-1]["sets"] == {}


def test_a_question_about_the_disease_is_put_once_even_where_only_a_doctor_could_say_more() -> None:
    """Rehabilitation of tuberculosis is guaranteed; who says "one of the listed diseases" is not asked again."""
    out = talk("rehabilitation.medical", *["1"] * 30)
    assert out.count("Is there one of these diseases?") <= 1
    assert "Why" in out
