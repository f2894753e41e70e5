"""Inspectors at work: an inspection from its appointment to its end, and what nobody may do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest

from saqta.access.models import Attempt
from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.text import LANGUAGES
from saqta.channels.desk.inspection_forms import WITHOUT_A_FORM
from saqta.oversight.actions import change_participants
from saqta.oversight.permitted import PERMITS
from saqta.oversight.queries import find_inspection, inspections_of, timeline_of
from saqta.rules.inspections import COURSE, State, Step
from tests.databases.clinic_samples import BIN, a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages
from tests.databases.inspection_samples import appointed, completed, move, now, under_way

AT = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
TODAY = "2026-02-20"
EVERYTHING = {
    "document": "1",
    "mend_by": TODAY,
    "amount": "1",
    "kind": "complaint",
    "decision": "kept",
    "dispute": str(UUID(int=1)),
}
"""What the steps ask for besides, so that nothing but the step itself stands in the way."""


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    yield (made := WorkingPages(register, AT))
    made.close()


def worker(desk: WorkingPages, role: Role, region: str | None = None, name: str = "А") -> Worker:
    return desk.worker(role, region, a_facility() if role is Role.CLINIC_DOCTOR else None, name)


def step(browser: Worker, identifier: UUID, code: str, **fields: str) -> int:
    """Opens the page of the inspection, fills in the form of one step and sends it."""
    address = f"/desk/en/inspections/{identifier}/"
    browser.open(address)
    told = {"on": TODAY, "reason": "by demand of the prosecutor", **fields}
    return browser.send(f"{address}{code}/", seen=str(now(identifier).version), **told).status


def offered(browser: Worker, identifier: UUID) -> set[str]:
    """The steps whose forms stand on the page."""
    browser.open(f"/desk/en/inspections/{identifier}/")
    return set(re.findall(r'id="step-([a-z_]+)"', browser.page.text))


def test_an_inspection_is_led_from_appointment_to_a_prescription_on_the_pages(desk: WorkingPages) -> None:
    facility = a_facility()
    inspector, head = worker(desk, Role.INSPECTOR, name="Данияр"), worker(desk, Role.HEAD_OF_INSPECTION)
    head.open(f"/desk/en/inspections/appoint/?bin={BIN.digits}&place=1")
    assert "Данияр" in head.text
    fields = {"bin": BIN.digits, "place": "1", "ground": "prosecutor_demand", "size": "other", "on": TODAY}
    head.send("/desk/en/inspections/appoint/", **fields, inspectors=inspector.by, reason="list of the prosecutor")
    (found,) = inspections_of(facility)
    assert "Written down" in head.text
    assert step(head, found.id, "register", document="26-7500-1") == 200
    assert step(inspector, found.id, "give_notice") == 200
    assert step(inspector, found.id, "begin") == 200
    answers = {"answer-licence": "met", "answer-consent": "not_met"}
    assert step(inspector, found.id, "record_finding", **answers) == 200
    assert step(inspector, found.id, "complete", document="7") == 200
    assert "violations were found" in inspector.text
    assert step(inspector, found.id, "prescribe", document="8", mend_by="2026-03-20") == 200
    assert "A prescription to mend violations was issued" in inspector.text
    events = timeline_of(found.id)
    assert [event.step for event in events] == [
        Step.APPOINT, Step.REGISTER, Step.GIVE_NOTICE, Step.BEGIN, Step.RECORD_FINDING, Step.COMPLETE, Step.PRESCRIBE,
    ]  # fmt: skip
    assert {event.by for event in events} == {head.by, inspector.by}


def test_two_browsers_at_once_lose_nothing_and_the_second_is_told(desk: WorkingPages) -> None:
    identifier = under_way(facility=a_facility())
    first, second = worker(desk, Role.HEAD_OF_INSPECTION), worker(desk, Role.HEAD_OF_INSPECTION)
    address, seen = f"/desk/en/inspections/{identifier}/", str(now(identifier).version)
    told = {"seen": seen, "on": TODAY, "document": "9"}
    first.open(address)
    second.open(address)
    assert first.send(f"{address}suspend/", **told, reason="the clinic is flooded").status == 200
    late = second.send(f"{address}extend/", **told, reason="too much to look at")
    assert late.status == 409
    assert "Suspend" in second.text, "which step was taken meanwhile"
    assert "the clinic is flooded" in second.text, "the page shows what happened"
    assert "too much to look at" not in [event.reason for event in timeline_of(identifier)]
    assert now(identifier).state is State.SUSPENDED
    assert offered(second, identifier) == {"resume", "remove", "change_participants", "appeal"}


@pytest.mark.parametrize("make", [appointed, under_way, completed])
@pytest.mark.parametrize("role", STAFF)
def test_a_page_offers_only_what_is_lawful_and_permitted_and_refuses_the_rest(
    desk: WorkingPages, role: Role, make: type
) -> None:
    """Every step of the table, sent over HTTP by every role: what is not permitted is refused before anything else."""
    identifier = make(facility=a_facility())
    browser = worker(desk, role)
    state, version = now(identifier).state, now(identifier).version
    if Permission.READ_INSPECTIONS not in PERMISSIONS[role]:
        assert browser.open(f"/desk/en/inspections/{identifier}/").status == 403
        assert "Ақ тіс" not in browser.text
        return
    lawful = {row.step for row in COURSE if row.state is state} - WITHOUT_A_FORM
    shown = {Step(code) for code in offered(browser, identifier)}
    assert shown <= {known for known in lawful if PERMITS[known] in PERMISSIONS[role]}
    for known in set(Step) - WITHOUT_A_FORM - shown:
        expected = 422 if PERMITS[known] in PERMISSIONS[role] else 403
        assert step(browser, identifier, known.value, **EVERYTHING) == expected, known
    for known in WITHOUT_A_FORM:
        assert step(browser, identifier, known.value) == 404
    assert now(identifier).version == version, "nothing was written"
    refused = {PERMITS[known] for known in set(Step) - WITHOUT_A_FORM} - PERMISSIONS[role]
    told = set(Attempt.objects.filter(outcome="not-permitted").values_list("permission", flat=True))
    assert told == {permission.value for permission in refused}


def test_what_only_those_named_do_is_offered_to_nobody_else(desk: WorkingPages) -> None:
    named, other = worker(desk, Role.INSPECTOR), worker(desk, Role.INSPECTOR)
    identifier = under_way(facility=a_facility())
    move(identifier, change_participants, inspectors=(named.by,))
    assert offered(named, identifier) >= {"record_finding", "complete"}
    assert not offered(other, identifier) & {"record_finding", "complete"}


@pytest.mark.parametrize("role", [role for role in STAFF if Permission.READ_INSPECTIONS in PERMISSIONS[role]])
def test_an_inspection_in_another_region_is_not_there(desk: WorkingPages, role: Role) -> None:
    identifier = under_way(facility=a_facility())
    here, elsewhere = worker(desk, role, region="75"), worker(desk, role, region="79")
    address = f"/desk/en/inspections/{identifier}/"
    assert here.open(address).status == 200
    assert address in here.open("/desk/en/inspections/").text
    for path in (address, f"{address}suspend/", f"/desk/en/inspections/{UUID(int=9)}/"):
        assert elsewhere.open(path).status == 404
    assert step(elsewhere, identifier, "complete", document="7") == 404
    assert "Ақ тіс" not in elsewhere.open("/desk/en/inspections/").text
    assert now(identifier).state is State.IN_PROGRESS


def test_a_clinic_in_another_region_cannot_be_chosen(desk: WorkingPages) -> None:
    facility, elsewhere = a_facility(), worker(desk, Role.HEAD_OF_INSPECTION, region="79")
    elsewhere.open(f"/desk/en/inspections/appoint/?bin={BIN.digits}&place=1")
    assert "outside your region" in elsewhere.text
    fields = {"bin": BIN.digits, "place": "1", "ground": "prosecutor_demand", "size": "other", "on": TODAY}
    elsewhere.send("/desk/en/inspections/appoint/", **fields, reason="x")
    assert not inspections_of(facility)


@pytest.mark.parametrize("role", STAFF)
def test_only_a_head_of_inspection_appoints(desk: WorkingPages, role: Role) -> None:
    browser = worker(desk, role)
    allowed = Permission.APPOINT_INSPECTIONS in PERMISSIONS[role]
    assert browser.open("/desk/en/inspections/appoint/").status == (200 if allowed else 403)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"on": ""}, "give a day"),
        ({"on": "tomorrow"}, "give a day"),
        ({"on": "2030-01-01"}, "day"),
        ({"reason": " "}, "reason"),
        ({"document": ""}, "paper"),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_is_kept(
    desk: WorkingPages, fields: dict[str, str], said: str
) -> None:
    identifier = appointed(facility=a_facility())
    browser = worker(desk, Role.HEAD_OF_INSPECTION)
    told = {"document": "26-7500-1", "reason": "as registered", **fields}
    assert step(browser, identifier, "register", **told) == 422
    assert said in browser.text
    assert '<details open id="step-register"' in browser.page.text
    assert told["reason"].strip() in browser.page.text
    assert now(identifier).state is State.BEING_REGISTERED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_and_state_is_said_in_three_languages(desk: WorkingPages, language: str) -> None:
    browser = worker(desk, Role.HEAD_OF_INSPECTION)
    for make in (appointed, under_way, completed):
        identifier = make(facility=a_facility(place=make.__name__))
        page = browser.open(f"/desk/{language}/inspections/{identifier}/")
        assert page.status == 200
        assert f'<html lang="{language}">' in page.text
        assert now(identifier).state.title.in_language(language) in browser.text  # type: ignore[arg-type]  # a Language
    assert find_inspection(UUID(int=1)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_plans_sees_why_a_clinic_comes_first_and_never_those_of_another_region(
    desk: WorkingPages, language: str
) -> None:
    a_facility()
    head = worker(desk, Role.HEAD_OF_INSPECTION, region="75")
    head.open(f"/desk/{language}/inspections/planning/")
    assert "Ақ тіс" in head.text
    assert f"/desk/{language}/inspections/appoint/?bin={BIN.digits}&amp;place=1" in head.page.text
    analyst = worker(desk, Role.ANALYST)
    analyst.open(f"/desk/{language}/inspections/planning/")
    assert "Ақ тіс" in analyst.text
    assert "inspections/appoint/" not in analyst.page.text
    assert (
        "Ақ тіс"
        not in worker(desk, Role.HEAD_OF_INSPECTION, region="79").open(f"/desk/{language}/inspections/planning/").text
    )
    assert worker(desk, Role.ADVISER).open(f"/desk/{language}/inspections/planning/").status == 403
