"""A clinic's doctor with a child's plan of anaesthesia: from filing to what was done, and who else may look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.text import LANGUAGES
from saqta.care.queries import incidents, plan, steps
from saqta.care.records import Findings
from saqta.journal.queries import looks_at
from saqta.registry.queries import find_person
from tests.databases.care_samples import AT, CHILD, FINDINGS, START, decided, filed, register_child_and_clinic
from tests.databases.clinic_samples import OTHER_BIN, a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages

FORM = {
    "iin": CHILD.digits,
    "planned_at": "2025-12-10T09:00",
    "kind": "general",
    "minutes": "70",
    "tooth-0": "54",
    "treatment-0": "extraction",
    "tooth-1": "64",
    "treatment-1": "filling",
    "anaesthetist": "Серікова Әсел",
    "certificate": "KZ-0001",
    "indicated": "yes",
    "indication": "Множественный кариес",
    "diagnosis": "k02.1",
    "equipment": "yes",
    "examined_at": "2025-12-09T15:00",
}


class Clinic(WorkingPages):
    """The working pages, with a clinic and a child that the register knows."""

    def __init__(self, register: Register) -> None:
        super().__init__(register, AT)
        self.facility = register_child_and_clinic()

    def doctor(self, name: str = "Айгерім") -> Worker:
        return self.worker(Role.CLINIC_DOCTOR, facility=self.facility, name=name)

    def of_role(self, role: Role, region: str | None = None) -> Worker:
        return self.worker(role, region, self.facility if role is Role.CLINIC_DOCTOR else None)


@pytest.fixture
def clinic(register: Register) -> Iterator[Clinic]:
    yield (made := Clinic(register))
    made.close()


def act(browser: Worker, number: int, verb: str, **fields: str) -> int:
    browser.open(f"/desk/en/plans/{number}/")
    return browser.send(f"/desk/en/plans/{number}/{verb}/", version=str(plan(number).version), **fields).status


def offered(browser: Worker, number: int) -> set[str]:
    browser.open(f"/desk/en/plans/{number}/")
    return set(re.findall(r'id="step-([a-z_]+)"', browser.page.text))


def test_a_plan_goes_from_its_form_to_what_was_done(clinic: Clinic) -> None:
    doctor = clinic.doctor()
    doctor.open("/desk/en/plans/file/")
    assert doctor.send("/desk/en/plans/file/", **FORM).status == 200
    assert "filed under number 1" in doctor.text
    assert "go_ahead" not in offered(doctor, 1), "the parents have not been asked"
    assert act(doctor, 1, "link") == 200
    secret = re.search(r"/en/consent/([^/<]+)/", doctor.page.text)
    assert secret
    decided(1, secret=secret.group(1))
    clinic.served.at = START - timedelta(minutes=15)
    doctor = clinic.doctor()
    assert act(doctor, 1, "note", examined_again_at="2025-12-10T08:44", equipment="unknown") == 200
    assert act(doctor, 1, "go_ahead") == 200
    assert "Nothing in the law stands in the way" in doctor.text
    clinic.served.at = START
    doctor = clinic.doctor()
    assert act(doctor, 1, "start") == 200
    clinic.served.at = START + timedelta(minutes=40)
    doctor = clinic.doctor()
    told = {"complication": "anaphylaxis", "happened_at": "2025-12-10T09:30", "words": "rash, then pressure fell"}
    assert act(doctor, 1, "report", **told) == 200
    assert "Incident No. 1 was opened" in doctor.text
    clinic.served.at = START + timedelta(minutes=60)
    doctor.open("/desk/en/")
    done = {"tooth-0": "54", "treatment-0": "extraction", "minutes": "45"}
    assert act(doctor, 1, "finish", **done) == 200
    assert plan(1).state == "finished"
    assert [found.code for found in incidents()] == ["anaphylaxis"]
    assert {step.by for step in steps(1) if step.verb != "agree"} <= {
        step.by for step in steps(1) if step.by.startswith("staff:")
    }


def test_what_is_not_met_is_shown_and_stands_in_the_way_until_a_named_physician_answers(clinic: Clinic) -> None:
    filed(Findings(examined_at=FINDINGS.examined_at), anaesthetist=None)
    doctor = clinic.doctor()
    decided(1)
    doctor.open("/desk/en/plans/1/")
    assert "It must not go ahead" in doctor.text
    assert "not met" in doctor.text or "not known yet" in doctor.text
    assert "go_ahead" not in offered(doctor, 1)
    assert act(doctor, 1, "go_ahead") == 422
    demands = re.findall(r'name="demands" value="([a-z-]+)"', doctor.page.text)
    assert demands
    assert "written-consent" not in demands, "nobody answers for the parents"
    assert act(doctor, 1, "override", demands=demands[0], physician=" ", reason="urgent") == 422
    assert act(doctor, 1, "override", demands="written-consent", physician="Ахметов Болат", reason="urgent") == 422
    assert plan(1).overrides == ()
    assert act(doctor, 1, "override", demands=demands[0], physician="Ахметов Болат", reason="urgent") == 200
    assert "Ахметов Болат" in doctor.text
    assert plan(1).overrides[0].demands == (demands[0],)
    assert plan(1).state == "filed", "the parents are asked anew"


def test_neither_the_name_nor_the_number_of_the_child_stands_on_a_page(clinic: Clinic) -> None:
    number = filed().number
    for browser in (clinic.doctor(), clinic.of_role(Role.INSPECTOR)):
        for path in (f"plans/{number}/", f"plans/of/{clinic.facility}/"):
            page = browser.open(f"/desk/en/{path}")
            assert page.status == 200
            assert CHILD.digits not in page.text
    refused = clinic.doctor()
    refused.open("/desk/en/plans/file/")
    assert refused.send("/desk/en/plans/file/", **{**FORM, "minutes": "0"}).status == 422
    assert CHILD.digits not in refused.page.text, "what was refused is not repeated"
    assert "Множественный кариес" in refused.page.text, "what is no personal number is kept"


def test_every_look_at_a_plan_is_in_the_childs_list(clinic: Clinic) -> None:
    number, child = filed().number, find_person(CHILD)
    assert child is not None
    inspector = clinic.of_role(Role.INSPECTOR)
    inspector.open(f"/desk/en/plans/{number}/")
    (read,) = looks_at(child.id)
    assert (read.by, read.purpose) == (inspector.by, "anaesthesia-plan")


@pytest.mark.parametrize("role", STAFF)
def test_who_may_read_and_who_may_keep_plans(clinic: Clinic, role: Role) -> None:
    number = filed().number
    browser, held = clinic.of_role(role), PERMISSIONS[role]
    reads = 200 if Permission.READ_PLANS in held else 403
    assert browser.open(f"/desk/en/plans/{number}/").status == reads
    assert browser.open(f"/desk/en/plans/of/{clinic.facility}/").status == reads
    keeps = 200 if Permission.KEEP_PLANS in held else 403
    assert browser.open("/desk/en/plans/").status == keeps
    assert browser.open("/desk/en/plans/file/").status == keeps
    if keeps == 403:
        assert offered(browser, number) == set()
        before = len(steps(number))
        assert act(browser, number, "withdraw_plan", reason="x") == 403
        assert len(steps(number)) == before


def test_another_clinic_knows_nothing_of_a_plan(clinic: Clinic) -> None:
    number = filed().number
    other = a_facility(OTHER_BIN, name="Басқа")
    stranger = clinic.worker(Role.CLINIC_DOCTOR, facility=other)
    for path in (f"plans/{number}/", f"plans/of/{clinic.facility}/", f"plans/of/{UUID(int=5)}/", "plans/99/"):
        assert stranger.open(f"/desk/en/{path}").status == 404
    assert act(stranger, number, "withdraw_plan", reason="x") == 404
    assert f"№ {number}" not in stranger.open("/desk/en/plans/").text
    assert clinic.of_role(Role.INSPECTOR, "79").open(f"/desk/en/plans/{number}/").status == 404
    assert plan(number).state == "filed"


def test_two_doctors_at_once_do_not_overwrite_one_another(clinic: Clinic) -> None:
    number = filed().number
    first, second = clinic.doctor("Бірінші"), clinic.doctor("Екінші")
    version = str(plan(number).version)
    for browser in (first, second):
        browser.open(f"/desk/en/plans/{number}/")
    told = {name: value for name, value in FORM.items() if name not in ("iin", "examined_at", "equipment")}
    path = f"/desk/en/plans/{number}/change/"
    assert first.send(path, version=version, **{**told, "minutes": "60"}).status == 200
    assert second.send(path, version=version, **{**told, "minutes": "90"}).status == 409
    assert plan(number).plan.minutes_planned == 60


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"iin": "123"}, "digits"),
        ({"planned_at": "soon"}, "a day and a time"),
        ({"minutes": "1441"}, "from 1 to 1440"),
        ({"tooth-0": "x"}, "two digits"),
        ({"treatment-0": ""}, "two digits"),
        ({"diagnosis": "caries"}, "Latin letter"),
        ({"certificate": ""}, "Number of the certificate"),
        ({"kind": "magic"}, "choose one"),
    ],
)
def test_what_is_wrong_with_a_plan_is_told(clinic: Clinic, changed: dict[str, str], said: str) -> None:
    doctor = clinic.doctor()
    doctor.open("/desk/en/plans/file/")
    assert doctor.send("/desk/en/plans/file/", **{**FORM, **changed}).status == 422
    assert said in doctor.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_is_shown_in_three_languages(clinic: Clinic, language: str) -> None:
    number = filed().number
    doctor = clinic.doctor()
    for path in ("plans/", "plans/file/", f"plans/{number}/"):
        page = doctor.open(f"/desk/{language}/{path}")
        assert page.status == 200
        assert f'<html lang="{language}">' in page.text
