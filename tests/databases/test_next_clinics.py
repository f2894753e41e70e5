"""Which clinic next, out of a register: complaints, plans of anaesthesia, annexes and inspections become lines."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from saqta.care.actions import clear_plan, note_findings
from saqta.care.records import SessionReport, TreatedTooth
from saqta.care.sessions import finish_session, start_session
from saqta.channels.cli.schemas import schema
from saqta.figures.next_clinics import next_clinics, score_of
from saqta.figures.planning import NoWeights
from saqta.oversight.receiving import record_complaint
from saqta.oversight.records import ComplaintTopic
from tests.channels.command_line import saqta
from tests.databases.care_samples import AGAIN, CHILD, START, decided, filed, register_child_and_clinic
from tests.databases.clinic_samples import license_facility
from tests.databases.conftest import Register
from tests.databases.inspection_samples import ALL_IN_ORDER, BOOK, BY, NO_CONSENT, completed
from tests.databases.test_inspection_figures import clinics

DAY = date(2026, 2, 1)
AT = datetime(2026, 2, 1, 6, 0, tzinfo=UTC)
BEFORE = START - timedelta(minutes=5)


def complain(facility: UUID, topic: ComplaintTopic, on: date, reference: str) -> None:
    record_complaint(facility=facility, topic=topic, anonymous=False, reference=reference, on=on, by=BY, at=AT)


def points(facility: UUID, on: date = DAY) -> dict[str, int]:
    found = score_of(facility, on)
    assert found is not None
    return {line.sign: line.points for line in found.score.lines if line.points}


def test_clinics_are_proposed_by_their_points_and_each_point_has_its_line(register: Register) -> None:
    calm, complained, violating = clinics([None, None, None])
    completed(ALL_IN_ORDER, facility=calm)
    complain(complained, "harm", date(2026, 1, 10), "1")
    complain(complained, "payment", date(2026, 1, 11), "2")
    complain(complained, "payment", DAY - timedelta(days=366), "3")
    for month in (1, 20):
        completed(NO_CONSENT, facility=violating, on=date(2025, 12, month))
    found = next_clinics(DAY, most=10)
    assert [one.clinic for one in found] == [complained, violating, calm]
    assert points(complained) == {"grave_complaints": 15, "complaints": 4, "time_since": 10}
    assert points(violating) == {"repeat_violations": 15}
    assert points(calm) == {}
    assert next_clinics(DAY, most=1) == found[:1]
    assert [one.clinic for one in next_clinics(DAY, most=10, region="75")] == [complained]


def test_what_happened_later_is_not_known_on_the_day(register: Register) -> None:
    (clinic,) = clinics([None])
    complain(clinic, "harm", date(2026, 1, 10), "1")
    completed(NO_CONSENT, facility=clinic, on=date(2026, 1, 5))
    before = date(2026, 1, 4)
    assert points(clinic, before) == {"time_since": 10}


def test_anaesthesia_planned_where_the_annex_has_ended_weighs_most(register: Register) -> None:
    clinic = register_child_and_clinic()
    filed()
    assert "missing_annex" not in points(clinic)
    license_facility((date(2020, 1, 1), None), (date(2020, 1, 1), DAY))
    assert points(clinic)["missing_annex"] == 40
    assert "missing_annex" not in points(clinic, DAY - timedelta(days=1))


def test_a_session_of_many_teeth_is_a_line_and_names_no_child(register: Register) -> None:
    clinic = register_child_and_clinic()
    filed()
    decided(1)
    note_findings(1, AGAIN, by=BY, at=BEFORE)
    clear_plan(1, book=BOOK, by=BY, at=BEFORE)
    start_session(1, book=BOOK, by=BY, at=START)
    teeth = tuple(TreatedTooth(tooth, "filling") for tooth in (51, 52, 53, 54, 61, 62, 63, 64))
    finish_session(1, SessionReport(teeth, 120), by=BY, at=START + timedelta(hours=2))
    found = score_of(clinic, DAY)
    assert found is not None
    assert points(clinic)["wide_sessions"] == 3
    assert CHILD.digits not in repr(found)
    assert points(clinic, date(2025, 12, 9)) == {"time_since": 10}


def test_a_day_without_weights_and_a_clinic_nobody_told_of_are_refused(register: Register) -> None:
    assert score_of(UUID(int=1), DAY) is None
    with pytest.raises(NoWeights):
        next_clinics(date(2025, 11, 30), most=1)
    for words, where in (
        (("--on", "2025-11-30"), "--on"),
        (("--clinic", "x"), "--clinic"),
        (("--clinic", str(UUID(int=1))), "--clinic"),
        (("--region", "Atlantis"), "--region"),
    ):
        refused = saqta("inspections", "risk", *words)
        assert refused.status == 2
        assert f"saqta: {where}" in refused.err


def test_at_the_terminal_every_line_is_said_and_that_it_is_no_verdict(register: Register) -> None:
    (clinic,) = clinics([None])
    complain(clinic, "harm", date(2026, 1, 10), "1")
    told = saqta("inspections", "risk", "--on", DAY, "--lang", "en", "--region", "Astana")
    said = " ".join(told.out.split())
    assert "no law, no proof and no verdict" in said
    assert "25 points" in said
    assert "+15: Complaints of harm, threat to life or anaesthesia in 365 days: 1. 15 each, at most 45." in said
    assert len(re.findall(r"\+\d+:", said)) == 6
    document = saqta("inspections", "risk", "--on", DAY, "--clinic", clinic, "--json").document
    Draft202012Validator(schema("inspections-risk")).validate(document)
    assert document[0]["score"]["points"] == 25
