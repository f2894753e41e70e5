"""Inspections in the register: the course of one, what follows from it, and what the room refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from saqta.access.actions import add_staff_member
from saqta.access.permissions import Role
from saqta.access.records import Scope, staff_member
from saqta.basis.money import Money
from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.oversight import actions
from saqta.oversight.appointing import Appointment
from saqta.oversight.disputing import decide_dispute, file_dispute
from saqta.oversight.measuring import impose_fine, issue_prescription, record_measure, take_urgent_measure
from saqta.oversight.models import Stay
from saqta.oversight.queries import (
    disputes_of,
    inspections_by,
    inspections_due,
    inspectors_of,
    measures_of,
    next_steps,
    timeline_of,
)
from saqta.oversight.receiving import open_campaign, record_complaint
from saqta.oversight.records import MeasureRecord, Told
from saqta.oversight.verify import changed_entries, out_of_step
from saqta.rules.inspections import State, Step
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.inspection_samples import (
    ALL_IN_ORDER,
    AT,
    BOOK,
    BY,
    MONDAY,
    NO_CONSENT,
    NO_LICENCE,
    appointed,
    completed,
    move,
    now,
    registered,
    told,
    under_way,
)
from tests.databases.tampering import tamper

DAY = timedelta(days=1)


def refusal(write: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        write()
    return refused.value.faults[0].code


def measured(identifier: UUID, kind: str = "suspend_activity", on: date | None = None) -> MeasureRecord:
    return take_urgent_measure(
        identifier,
        told(identifier, on, "П-1"),
        kind=kind,  # type: ignore[arg-type]  # one of the three kinds
        mend_by=(on or now(identifier).changed_on) + 30 * DAY,
        book=BOOK,
        by=BY,
        at=AT,
    )


def test_an_inspection_goes_its_lawful_course_and_every_step_is_one_sealed_entry(register: Register) -> None:
    identifier = completed()
    found = now(identifier)
    assert (found.state, found.outcome, found.version) == (State.COMPLETED, "violations", 6)
    assert (found.registered_on, found.begun_on) == (MONDAY, MONDAY + DAY)
    assert [event.step for event in timeline_of(identifier)] == [
        Step.APPOINT,
        Step.REGISTER,
        Step.GIVE_NOTICE,
        Step.BEGIN,
        Step.RECORD_FINDING,
        Step.COMPLETE,
    ]
    verbs = list(Entry.objects.order_by("number").values_list("verb", flat=True))
    assert verbs[1:] == [
        "appoint-inspection",
        "register-inspection",
        "give-notice-of-inspection",
        "begin-inspection",
        "record-findings",
        "complete-inspection",
    ]
    assert (list(damage()), list(changed_entries()), list(out_of_step())) == ([], [], [])


def test_no_inspection_begins_before_it_is_registered(register: Register) -> None:
    identifier = appointed()
    assert refusal(lambda: move(identifier, actions.begin_inspection)) == "step-not-lawful"
    move(identifier, actions.refuse_registration)
    assert refusal(lambda: move(identifier, actions.register_inspection, document="1")) == "step-not-lawful"
    assert next_steps(now(identifier), MONDAY, BOOK) == ()


def test_registration_has_a_number(register: Register) -> None:
    identifier = appointed()
    assert refusal(lambda: move(identifier, actions.register_inspection)) == "registration-without-a-number"
    assert now(identifier).version == 1


def test_of_two_people_at_once_one_is_told_and_nothing_is_lost(register: Register) -> None:
    identifier = registered()
    both_saw = told(identifier, MONDAY + DAY)
    actions.begin_inspection(identifier, both_saw, book=BOOK, by=BY, at=AT)
    late = refusal(lambda: actions.remove_inspection(identifier, both_saw, book=BOOK, by="system-user:b", at=AT))
    assert late == "changed-meanwhile"
    assert now(identifier).state is State.IN_PROGRESS
    assert [event.step for event in timeline_of(identifier)][-1] is Step.BEGIN


def test_the_term_runs_in_working_days_over_weekends_and_holidays(register: Register) -> None:
    """16 December, Independence Day, is a Tuesday in 2025: ten working days from 8 December end on the 22nd."""
    identifier = registered()
    move(identifier, actions.begin_inspection, date(2025, 12, 8))
    assert now(identifier).ends_on == date(2025, 12, 22)
    move(identifier, actions.suspend_inspection, date(2025, 12, 18))
    move(identifier, actions.resume_inspection, date(2025, 12, 22))
    assert now(identifier).ends_on == date(2025, 12, 24)
    move(identifier, actions.extend_inspection, date(2025, 12, 24))
    assert (now(identifier).state, now(identifier).extensions) == (State.EXTENDED, 1)
    assert now(identifier).ends_on == date(2026, 1, 12)
    move(identifier, actions.suspend_inspection)
    move(identifier, actions.resume_inspection)
    assert now(identifier).state is State.EXTENDED


def test_an_inspection_of_a_micro_business_is_half_as_long(register: Register) -> None:
    identifier = registered(size="micro")
    move(identifier, actions.begin_inspection, date(2025, 12, 8))
    assert now(identifier).ends_on == date(2025, 12, 12)


def test_what_is_due_is_found_by_day_and_region(register: Register) -> None:
    identifier = registered()
    move(identifier, actions.begin_inspection, date(2025, 12, 8))
    assert list(inspections_due(date(2025, 12, 21))) == []
    assert [found.id for found in inspections_due(date(2025, 12, 22), region="75")] == [identifier]
    assert list(inspections_due(date(2025, 12, 22), region="71")) == []


def test_an_inspector_sees_their_own_inspections_until_another_takes_over(register: Register) -> None:
    identifier = under_way()
    assert [found.id for found in inspections_by("system-user:ulpan")] == [identifier]
    move(identifier, actions.change_participants, inspectors=("system-user:daniyar",))
    assert list(inspections_by("system-user:ulpan")) == []
    assert inspectors_of(identifier) == ("system-user:daniyar",)
    assert refusal(lambda: move(identifier, actions.change_participants, inspectors=())) == "nobody-inspects"


def test_the_outcome_follows_from_the_answers_and_the_latest_answer_stands(register: Register) -> None:
    identifier = under_way()
    assert refusal(lambda: move(identifier, actions.complete_inspection)) == "nothing-answered"
    move(identifier, actions.record_findings, answers={"consent": "not_met"})
    move(identifier, actions.record_findings, answers={"consent": "met"})
    move(identifier, actions.complete_inspection)
    assert now(identifier).outcome == "no_violations"


def test_a_row_of_another_day_cannot_be_answered(register: Register) -> None:
    """The rows about missing permits start with the urgent measures, on 14 September 2025."""
    identifier = under_way(on=date(2025, 9, 11))
    assert now(identifier).changed_on == date(2025, 9, 12)
    assert refusal(lambda: move(identifier, actions.record_findings, answers={"licence": "met"})) == "no-such-row"
    later = date(2025, 9, 14)
    move(identifier, actions.record_findings, later, answers={"licence": "met"})
    assert now(identifier).version == 5


def test_a_missing_licence_allows_an_urgent_measure_and_a_missing_consent_does_not(register: Register) -> None:
    identifier = under_way()
    move(identifier, actions.record_findings, answers=NO_CONSENT)
    assert refusal(lambda: measured(identifier)) == "measure-not-lawful"
    move(identifier, actions.record_findings, answers=NO_LICENCE)
    assert measured(identifier).state == "standing"


def test_a_missing_certificate_takes_a_person_off_work(register: Register) -> None:
    identifier = under_way()
    move(identifier, actions.record_findings, answers={"certificates": "not_met"})
    assert measured(identifier, "remove_person").kind == "remove_person"
    other = under_way(facility=now(identifier).facility)
    move(other, actions.record_findings, answers={"anaesthesia-annex": "not_met"})
    assert refusal(lambda: measured(other, "remove_person")) == "measure-not-lawful"


def test_a_complaint_does_not_stop_a_measure_and_a_follow_up_ends_it(register: Register) -> None:
    first = completed(NO_LICENCE)
    measure = measured(first)
    file_dispute(first, told(first), kind="complaint", measure=measure.id, book=BOOK, by=BY, at=AT)
    assert measures_of(first)[0].state == "standing"
    clinic = now(first).facility
    follow_up = under_way(facility=clinic, ground="measure_follow_up", follows=first, on=MONDAY + 10 * DAY)
    move(follow_up, actions.record_findings, answers={"consent": "met"})
    assert refusal(lambda: move(follow_up, actions.complete_inspection)) == "violation-not-looked-at"
    move(follow_up, actions.record_findings, answers={"licence": "met"})
    move(follow_up, actions.complete_inspection)
    (ended,) = measures_of(first)
    assert (ended.state, ended.ended_on) == ("ended", MONDAY + 11 * DAY)
    assert timeline_of(first)[-1].step is Step.END_MEASURE
    assert (list(changed_entries()), list(out_of_step())) == ([], [])


def test_a_follow_up_that_finds_the_violation_again_ends_nothing(register: Register) -> None:
    first = completed(NO_LICENCE)
    measured(first)
    completed(NO_LICENCE, facility=now(first).facility, ground="measure_follow_up", follows=first, on=MONDAY + 10 * DAY)
    assert measures_of(first)[0].state == "standing"


def test_nothing_is_followed_up_that_does_not_stand(register: Register) -> None:
    first = completed()
    clinic = now(first).facility
    again = {"facility": clinic, "ground": "measure_follow_up", "on": MONDAY + 5 * DAY}
    assert refusal(lambda: appointed(**again, follows=first)) == "nothing-to-follow-up"  # type: ignore[arg-type]
    assert refusal(lambda: appointed(**again)) == "nothing-to-follow-up"  # type: ignore[arg-type]
    other = {"facility": clinic, "ground": "prosecutor_demand", "on": MONDAY + 5 * DAY}
    assert refusal(lambda: appointed(**other, follows=first)) == "ground-follows-nothing"  # type: ignore[arg-type]


def test_annulled_results_take_every_measure_with_them(register: Register) -> None:
    identifier = completed()
    issue_prescription(identifier, told(identifier, document="1"), mend_by=MONDAY + 20 * DAY, book=BOOK, by=BY, at=AT)
    impose_fine(identifier, told(identifier, document="2"), amount=Money.tenge("100000"), book=BOOK, by=BY, at=AT)
    record_measure(
        identifier,
        told(identifier, document="3"),
        kind="court_suspension",
        lasts_to=MONDAY + 60 * DAY,
        book=BOOK,
        by=BY,
        at=AT,
    )
    claim = file_dispute(identifier, told(identifier), kind="claim", measure=None, book=BOOK, by=BY, at=AT)
    assert [found.state for found in measures_of(identifier)] == ["standing"] * 3
    decide_dispute(identifier, told(identifier), dispute=claim.id, decision="annulled", book=BOOK, by=BY, at=AT)
    assert [found.state for found in measures_of(identifier)] == ["annulled"] * 3
    assert now(identifier).results_annulled
    assert disputes_of(identifier)[0].decision == "annulled"
    again = told(identifier, document="4")
    more = lambda: impose_fine(identifier, again, amount=Money.tenge("1"), book=BOOK, by=BY, at=AT)  # noqa: E731  # one line
    assert refusal(more) == "no-violations"
    assert (list(changed_entries()), list(out_of_step())) == ([], [])


def test_one_measure_annulled_leaves_the_others(register: Register) -> None:
    identifier = completed()
    fine = impose_fine(identifier, told(identifier, document="2"), amount=Money.tenge("5"), book=BOOK, by=BY, at=AT)
    issue_prescription(identifier, told(identifier, document="1"), mend_by=MONDAY + 20 * DAY, book=BOOK, by=BY, at=AT)
    claim = file_dispute(identifier, told(identifier), kind="claim", measure=fine.id, book=BOOK, by=BY, at=AT)
    decide_dispute(identifier, told(identifier), dispute=claim.id, decision="annulled", book=BOOK, by=BY, at=AT)
    assert {found.kind: found.state for found in measures_of(identifier)} == {
        "fine": "annulled",
        "prescription": "standing",
    }
    assert not now(identifier).results_annulled


def test_a_clinic_without_violations_is_not_fined(register: Register) -> None:
    identifier = completed(ALL_IN_ORDER)
    paper = told(identifier, document="1")
    assert refusal(lambda: impose_fine(identifier, paper, amount=Money(1), book=BOOK, by=BY, at=AT)) == "no-violations"
    offered = {found.step for found in next_steps(now(identifier), MONDAY, BOOK)}
    assert Step.IMPOSE_FINE not in offered
    assert Step.OBJECT in offered


def test_a_clinic_that_does_not_work_is_removed_but_not_while_a_measure_stands(register: Register) -> None:
    identifier = under_way()
    move(identifier, actions.record_findings, answers=NO_LICENCE)
    measured(identifier)
    assert refusal(lambda: move(identifier, actions.remove_inspection)) == "measure-stands"
    other = registered(facility=now(identifier).facility)
    move(other, actions.remove_inspection)
    assert now(other).state is State.REMOVED
    assert next_steps(now(other), MONDAY, BOOK) == ()


def test_the_new_grounds_exist_from_the_fourteenth_of_september(register: Register) -> None:
    clinic = a_facility()
    for ground in ("authority_head_order", "publication"):
        assert refusal(lambda ground=ground: appointed(clinic, ground, date(2025, 9, 13))) == "no-such-ground"
        assert now(appointed(clinic, ground, date(2025, 9, 14))).ground == ground


def test_a_complaint_is_named_belongs_to_the_clinic_and_has_an_author(register: Register) -> None:
    clinic = a_facility()

    def complained(reference: str, *, anonymous: bool) -> UUID:
        return record_complaint(
            facility=clinic, topic="harm", anonymous=anonymous, reference=reference, on=MONDAY, by=BY, at=AT
        ).id

    def appoint(complaint: UUID | None) -> None:
        what = Appointment(clinic, "complaint", "other", complaint=complaint)
        first = Told(0, MONDAY, "обращение")
        actions.appoint_inspection(what, first, inspectors=("system-user:u",), book=BOOK, by=BY, at=AT)

    assert refusal(lambda: appoint(None)) == "no-such-complaint"
    assert refusal(lambda: appoint(uuid4())) == "no-such-complaint"
    assert refusal(lambda: appoint(complained("1", anonymous=True))) == "complaint-is-anonymous"
    appoint(complained("2", anonymous=False))
    assert refusal(lambda: complained("2", anonymous=False)) == "complaint-known"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (Told(4, MONDAY, "причина"), "day-goes-back"),
        (Told(4, date(2026, 2, 21), "причина"), "day-to-come"),
        (Told(4, MONDAY + DAY, "  "), "no-reason"),
        (Told(4, MONDAY + DAY, "п" * 1001), "no-reason"),
        (Told(4, MONDAY + DAY, "причина", " "), "document-number"),
        (Told(3, MONDAY + DAY, "причина"), "changed-meanwhile"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_step_is_told_with_day_reason_and_version(register: Register, wrong: Told, code: str) -> None:
    identifier = under_way()
    assert refusal(lambda: actions.suspend_inspection(identifier, wrong, book=BOOK, by=BY, at=AT)) == code
    assert now(identifier).version == 4


def test_a_day_whose_law_is_not_known_is_refused(register: Register) -> None:
    clinic = a_facility()
    assert refusal(lambda: appointed(clinic, on=date(2024, 12, 31))) == "law-not-known"
    assert now(appointed(clinic, on=date(2025, 1, 1))).state is State.BEING_REGISTERED


def test_nobody_acts_whom_the_staff_does_not_know(register: Register) -> None:
    clinic = a_facility()
    what, first = Appointment(clinic, "prosecutor_demand", "other"), Told(0, MONDAY, "требование")
    for by in ("staff:" + str(uuid4()), "staff:ulpan", "aigerim", "system-user:"):
        appoint = lambda by=by: actions.appoint_inspection(  # noqa: E731  # one line for each name
            what, first, inspectors=("system-user:u",), book=BOOK, by=by, at=AT
        )
        assert refusal(appoint) == "staff-disabled"


def test_only_those_named_in_the_act_inspect_and_only_where_they_may(register: Register) -> None:
    here, there = (
        staff_member(
            add_staff_member(name=name, role=Role.INSPECTOR, system_user=None, scope=Scope(region), by="t", at=AT)
        )
        for name, region in (("Ұлпан", "75"), ("Данияр", "71"))
    )
    identifier = registered()
    for named in ((there,), (here, there), (f"staff:{uuid4()}",)):
        change = lambda named=named: move(identifier, actions.change_participants, inspectors=named)  # noqa: E731  # one line
        assert refusal(change) == "inspector-may-not"
    seen = told(identifier, MONDAY + DAY)
    alone = lambda: actions.begin_inspection(identifier, seen, book=BOOK, by=here, at=AT)  # noqa: E731  # one line
    assert refusal(alone) == "takes-no-part"
    move(identifier, actions.change_participants, inspectors=(here,))
    seen = told(identifier, MONDAY + DAY)
    assert actions.begin_inspection(identifier, seen, book=BOOK, by=here, at=AT).state is State.IN_PROGRESS
    assert refusal(lambda: appointed_by(there)) == "inspector-may-not"


def appointed_by(inspector: str) -> None:
    what, first = Appointment(a_facility(), "prosecutor_demand", "other"), Told(0, MONDAY, "требование")
    actions.appoint_inspection(what, first, inspectors=(inspector,), book=BOOK, by=BY, at=AT)


def test_stays_cover_every_day_once(register: Register) -> None:
    identifier = registered()
    assert list(Stay.objects.values_list("state", "start", "until")) == [("registered", MONDAY, None)]
    move(identifier, actions.begin_inspection, MONDAY + DAY)
    move(identifier, actions.suspend_inspection, MONDAY + 3 * DAY)
    move(identifier, actions.resume_inspection, MONDAY + 3 * DAY)
    assert list(Stay.objects.order_by("start").values_list("state", "start", "until")) == [
        ("registered", MONDAY, MONDAY + DAY),
        ("in_progress", MONDAY + DAY, None),
    ]


def test_a_campaign_groups_inspections(register: Register) -> None:
    campaign = open_campaign(name=same("622"), ordered_by="письмо Генпрокуратуры", on=MONDAY, by=BY, at=AT)
    assert now(appointed(campaign=campaign.id)).campaign == campaign.id
    assert refusal(lambda: appointed(campaign=uuid4())) == "no-such-campaign"
    unnamed = lambda: open_campaign(name=same("622"), ordered_by=" ", on=MONDAY, by=BY, at=AT)  # noqa: E731  # one line
    assert refusal(unnamed) == "campaign-without-an-order"
    assert list(changed_entries()) == []


def test_an_event_that_was_changed_past_the_journal_is_found(register: Register) -> None:
    identifier = completed()
    tamper("UPDATE oversight_event SET reason = 'x' WHERE step = 'begin'")
    tamper("UPDATE oversight_inspection SET state = 'in_progress', completed_on = NULL, outcome = NULL")
    assert list(Entry.objects.filter(number__in=list(changed_entries())).values_list("verb", flat=True)) == [
        "begin-inspection"
    ]
    assert list(out_of_step()) == [identifier]
