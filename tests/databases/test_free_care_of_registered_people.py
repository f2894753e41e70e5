"""Is this free for a person of the register: the register tells who it is, a document what the care is needed for."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from saqta.basis.identifiers import Iin
from saqta.basis.month import Month
from saqta.journal.queries import looks_at
from saqta.registry.queries import find_person
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

ADULT = invented_iin(7, date(1985, 5, 20))
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
ON = ("--on", "2025-10-05")


@pytest.fixture
def paid(register: Register, tmp_path: Path) -> None:
    order = tmp_path / "order.txt"
    order.write_bytes(write_mt102(Order(day=date(2025, 10, 3)), [Person(iin=ADULT, month=month) for month in YEAR]))
    assert saqta("prepare").status == 0
    assert saqta("import", "payments", order).status == 0


def ask(tmp_path: Path, service: str, need: dict[str, Any]) -> Any:
    path = tmp_path / "need.json"
    path.write_text(json.dumps({"need": need, "facility": {"contract_with_fund": True}}))
    outcome = saqta("entitlement", "--iin", ADULT, "--facts", path, "--service", service, *ON, "--json")
    assert outcome.status == 0, outcome.err
    return outcome.document


@pytest.mark.usefixtures("paid")
def test_a_year_of_payments_in_the_register_opens_a_specialist_on_referral(tmp_path: Path) -> None:
    answer = ask(tmp_path, "specialist.cardiologist", {"referral": True})
    assert (answer["verdict"], answer["package"]) == ("yes", "insurance")
    assert "twelve-months" in {reason["code"] for reason in answer["reasons"]}


@pytest.mark.usefixtures("paid")
def test_the_same_person_pays_for_planned_dental_care(tmp_path: Path) -> None:
    answer = ask(tmp_path, "dental.whitening", {})
    assert (answer["verdict"], answer["package"]) == ("no", "none")


@pytest.mark.usefixtures("paid")
def test_without_a_document_what_is_missing_is_named() -> None:
    answer = saqta("entitlement", "--iin", ADULT, "--service", "specialist.cardiologist", *ON, "--json").document
    assert answer["verdict"] == "depends"
    assert "facility.contract_with_fund" in {missing["fact"] for missing in answer["missing"]}
    assert ADULT not in json.dumps(answer)


@pytest.mark.usefixtures("paid")
def test_a_person_described_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "person.json"
    path.write_text(json.dumps({"person": {"birth_date": "1985-05-20"}}))
    outcome = saqta("entitlement", "--iin", ADULT, "--facts", path, "--service", "diagnostics.ct", *ON, "--json")
    assert outcome.status == 2
    assert {error["code"] for error in json.loads(outcome.err)["errors"]} == {"person-given-twice"}


@pytest.mark.usefixtures("paid")
def test_a_number_that_the_register_does_not_know_is_refused() -> None:
    other = invented_iin(8, date(1990, 1, 1))
    outcome = saqta("entitlement", "--iin", other, "--service", "diagnostics.ct", *ON, "--json")
    assert outcome.status == 2
    assert other not in outcome.err


@pytest.mark.usefixtures("paid")
def test_the_questions_leave_out_what_the_register_knows() -> None:
    step = saqta("ask", "specialist.cardiologist", "--iin", ADULT, *ON, "--json").document
    assert step["question"]["fact"] not in ("person.birth_date", "insured")


REFORM = ("--on", "2025-12-31", "--on", "2026-01-01")


def of_whom(document: Any, story: str) -> dict[str, tuple[bool, bool]]:
    """What changes for the invented person with this story: by kind of care, whether it is gained, whether lost."""
    (person,) = (found for found in document["people"] if found["story"]["en"] == story)
    return {change["care"]: (change["gains"] is not None, change["loses"] is not None) for change in person["care"]}


@pytest.mark.usefixtures("register")
def test_the_reform_is_told_for_each_person_of_the_demonstration() -> None:
    assert saqta("prepare", "--demo").status == 0
    document = saqta("law", "compare", *REFORM, "--demo", "--json").document
    assert len(document["people"]) == 10
    never_paid = of_whom(document, "Never paid")
    assert never_paid["screening_cancer"] == (True, False)
    assert never_paid["chronic_observation"] == (False, True)
    assert "chronic_observation" not in of_whom(document, "A pensioner")


@pytest.mark.usefixtures("paid")
def test_the_reform_is_told_for_one_person_and_the_look_is_written_down() -> None:
    outcome = saqta("law", "compare", *REFORM, "--iin", ADULT, "--json")
    assert {change["care"] for change in outcome.document["people"][0]["care"]} >= {"suspected_disease_workup"}
    assert ADULT not in outcome.out
    person = find_person(Iin.parse(ADULT))
    assert person is not None
    assert "law compare" in {read.purpose for read in looks_at(person.id)}


@pytest.mark.usefixtures("paid")
def test_a_register_of_real_people_is_not_the_demonstration() -> None:
    outcome = saqta("law", "compare", *REFORM, "--demo")
    assert outcome.status == 2
    assert "saqta prepare --demo" in outcome.err
