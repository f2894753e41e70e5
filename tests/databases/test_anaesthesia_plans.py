"""A plan from the day it is filed until after the session: what the law demands, what the parents decide."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Barrier

import msgspec
import pytest
from django.db import IntegrityError, connections, transaction

from saqta.access.actions import add_staff_member
from saqta.access.permissions import Role
from saqta.access.records import Scope, staff_member
from saqta.basis.refusal import Refused
from saqta.care.actions import (
    answer_for_demands,
    change_plan,
    clear_plan,
    file_plan,
    make_link,
    note_findings,
    withdraw_plan,
)
from saqta.care.consenting import note_withdrawal, withdraw_consent
from saqta.care.models import Document, Incident, Link, Plan, Step
from saqta.care.queries import (
    changed_entries,
    check,
    consent_in,
    consents,
    incidents,
    plan,
    plan_behind,
    plans,
    session,
    sheet,
    steps,
)
from saqta.care.queries import document as signed
from saqta.care.records import Anaesthetist, Complication, Findings, SessionReport, Signature, TreatedTooth
from saqta.care.sessions import finish_session, report_complication, start_session
from saqta.coverage.verify import findings as verified
from saqta.journal.backup import back_up, restore
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.registry.actions import record_people
from saqta.registry.records import ToldPerson
from tests.databases.care_samples import (
    AGAIN,
    AT,
    BOOK,
    BY,
    CHILD,
    FINDINGS,
    MOTHER,
    PLAN,
    START,
    decided,
    document,
    filed,
    register_child_and_clinic,
)
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import EmptyRegisters, Register
from tests.databases.tampering import tamper

MINUTE = timedelta(minutes=1)
BEFORE = START - 5 * MINUTE
LATER = START + timedelta(hours=2)


def cleared() -> int:
    """A plan to which the parents agreed and which may go ahead."""
    number = filed().number
    decided(number)
    note_findings(number, AGAIN, by=BY, at=BEFORE)
    clear_plan(number, book=BOOK, by=BY, at=BEFORE)
    return number


def refusal(write: Callable[[], object]) -> list[str]:
    """The codes of a refusal, and of a demand that is not met its own name."""
    with pytest.raises(Refused) as refused:
        write()
    return [fault.where or "" if fault.code == "requirement-unmet" else fault.code for fault in refused.value.faults]


def test_a_plan_gets_a_number_and_goes_ahead_once_every_demand_is_met(register: Register) -> None:
    facility = register_child_and_clinic()
    assert filed().number == 1
    assert filed().number == 2
    assert refusal(lambda: clear_plan(1, book=BOOK, by=BY, at=AT)) == ["step-not-possible"]
    decided(1)
    assert refusal(lambda: clear_plan(1, book=BOOK, by=BY, at=AT)) == ["examined-again"]
    note_findings(1, AGAIN, by=BY, at=BEFORE)
    assert clear_plan(1, book=BOOK, by=BY, at=BEFORE).state == "cleared"
    assert start_session(1, book=BOOK, by=BY, at=START).state == "started"
    done = SessionReport((TreatedTooth(54, "extraction"),), 65)
    assert finish_session(1, done, by=BY, at=LATER) == ()
    found = session(1)
    assert found is not None
    assert (found.started_at, found.report, found.complications) == (START, done, ())
    assert [step.verb for step in steps(1)] == [
        *("file", "link", "agree", "note", "go_ahead", "start", "finish"),
    ]
    assert [(line.number, line.state) for line in plans(facility)] == [(2, "filed"), (1, "finished")]
    assert [line.number for line in plans(facility, ("filed", "cleared"))] == [2]


def test_without_registers_nothing_is_known_and_nothing_goes_ahead(register: Register) -> None:
    """Where no source has told of licences or certificates, the plan waits: it is not said that they are missing."""
    record_people([ToldPerson(CHILD)], by="test", at=AT)
    a_facility()
    number = filed().number
    judged = check(number, BOOK, at=AT, with_consent=True)
    assert judged.answer.verdict == "depends"
    assert judged.blocking == ("licence-annex", "anaesthetist-certified", "examined-again")
    said = " ".join(
        text.en for section in sheet(number, BOOK, inspections=(), at=AT).sections for text in section.paragraphs
    )
    assert "We have no data about the licence of this clinic" in said
    assert "We have no data about inspections" in said


def test_a_certificate_of_another_number_or_that_ends_before_the_day_is_none(register: Register) -> None:
    register_child_and_clinic()
    other = filed(anaesthetist=Anaesthetist("Кто-то Другой", "KZ-0002")).number
    assert "anaesthetist-certified" in check(other, BOOK, at=AT).blocking
    assert "anaesthetist-certified" not in check(filed().number, BOOK, at=AT).blocking


@pytest.mark.parametrize(
    ("minutes", "meets"), [(12 * 60 - 1, False), (12 * 60, True), (24 * 60, True), (24 * 60 + 1, False)]
)
def test_the_hours_since_the_examination_are_counted_to_the_planned_start(
    register: Register, minutes: int, meets: bool
) -> None:
    register_child_and_clinic()
    examined = Findings(examined_at=START - minutes * MINUTE, equipment_complete=True)
    told = document(findings=examined)
    number = file_plan(told, book=BOOK, by=BY, at=START - 11 * 60 * MINUTE).number
    assert ("examined-in-time" not in check(number, BOOK, at=AT).blocking) is meets


def test_a_start_that_comes_too_late_after_the_examination_does_not_come(register: Register) -> None:
    register_child_and_clinic()
    number = cleared()
    too_late = START + 6 * 60 * MINUTE + MINUTE
    assert refusal(lambda: start_session(number, book=BOOK, by=BY, at=too_late)) == ["examined-in-time"]
    assert start_session(number, book=BOOK, by=BY, at=too_late - MINUTE).state == "started"


def test_a_second_look_on_the_evening_before_is_not_one_right_before_the_start(register: Register) -> None:
    register_child_and_clinic()
    number = filed().number
    evening = START - timedelta(hours=10)
    note_findings(number, Findings(examined_again_at=evening), by=BY, at=evening)
    assert "examined-again" in check(number, BOOK, at=evening, with_consent=True).blocking


def test_a_physician_answers_by_name_and_the_parents_are_asked_anew(register: Register) -> None:
    register_child_and_clinic()
    number = filed(Findings(examined_at=START - timedelta(hours=30), equipment_complete=True)).number
    decided(number)
    note_findings(number, AGAIN, by=BY, at=BEFORE)
    assert refusal(lambda: clear_plan(number, book=BOOK, by=BY, at=BEFORE)) == ["examined-in-time"]

    def answer(
        demands: tuple[str, ...], physician: str = "Байжанов Ерлан", reason: str = "Осмотрен накануне"
    ) -> object:
        return answer_for_demands(number, demands, physician=physician, reason=reason, book=BOOK, by=BY, at=BEFORE)

    assert refusal(lambda: answer(("examined-in-time",), physician=" ")) == ["override-unnamed"]
    assert refusal(lambda: answer(("examined-in-time",), reason=" ")) == ["override-unnamed"]
    assert refusal(lambda: answer(("written-consent",))) == ["consent-cannot-be-overridden"]
    assert refusal(lambda: answer(("licence-annex",))) == ["nothing-to-override"]
    answer(("examined-in-time",))
    assert plan(number).state == "filed"
    assert [consent.stands for consent in consents(number)] == [False]
    (law,) = (found for found in sheet(number, BOOK, inspections=(), at=BEFORE).sections if found.code == "law")
    assert any("Байжанов Ерлан" in text.kk and "Осмотрен накануне" in text.kk for text in law.points)
    decided(number, at=BEFORE)
    assert clear_plan(number, book=BOOK, by=BY, at=BEFORE).state == "cleared"
    change_plan(number, PLAN, version=2, book=BOOK, by=BY, at=BEFORE)
    assert plan(number).overrides == ()


@pytest.mark.parametrize("decision", ["agree", "refuse"])
def test_a_decision_can_be_changed_until_the_start(register: Register, decision: str) -> None:
    register_child_and_clinic()
    number = filed().number
    secret = make_link(number, by=BY, at=AT)
    decided(number, "refuse" if decision == "agree" else "agree", secret=secret)
    decided(number, "agree" if decision == "agree" else "refuse", secret=secret)
    assert plan(number).state == ("consented" if decision == "agree" else "refused")
    assert [found.stands for found in consents(number)] == [False, True]


def test_a_consent_withdrawn_at_the_last_minute_stops_the_session(register: Register) -> None:
    register_child_and_clinic()
    number = cleared()
    note_withdrawal(number, by=BY, at=BEFORE)
    assert refusal(lambda: start_session(number, book=BOOK, by=BY, at=START)) == ["step-not-possible"]
    assert refusal(lambda: clear_plan(number, book=BOOK, by=BY, at=BEFORE)) == ["step-not-possible"]
    assert [consent.stands for consent in consents(number)] == [False]
    decided(number, at=BEFORE)
    clear_plan(number, book=BOOK, by=BY, at=BEFORE)
    start_session(number, book=BOOK, by=BY, at=START)
    assert refusal(lambda: note_withdrawal(number, by=BY, at=LATER)) == ["step-not-possible"]
    assert [consent.stands for consent in consents(number)] == [False, True]


def test_a_consent_is_withdrawn_by_the_link_it_was_given_by(register: Register) -> None:
    register_child_and_clinic()
    number = filed().number
    secret = make_link(number, by=BY, at=AT)
    assert refusal(lambda: withdraw_consent(secret, at=AT)) == ["step-not-possible"]
    decided(number, secret=secret)
    withdraw_consent(secret, at=AT)
    assert (plan(number).state, steps(number)[-1].by) == ("consent_withdrawn", "parent:plan-1")


def what_a_clinic_does(number: int, by: str) -> tuple[Callable[[], object], ...]:
    """Every action of the clinic with a plan."""
    answer = {"physician": "Кто-то", "reason": "Так", "book": BOOK}
    return (
        lambda: change_plan(number, PLAN, version=1, book=BOOK, by=by, at=AT),
        lambda: note_findings(number, AGAIN, by=by, at=BEFORE),
        lambda: make_link(number, by=by, at=AT),
        lambda: clear_plan(number, book=BOOK, by=by, at=AT),
        lambda: answer_for_demands(number, ("examined-again",), by=by, at=AT, **answer),  # type: ignore[arg-type]  # as named
        lambda: withdraw_plan(number, reason="Так", by=by, at=AT),
        lambda: note_withdrawal(number, by=by, at=AT),
        lambda: start_session(number, book=BOOK, by=by, at=AT),
        lambda: report_complication(number, Complication("other", AT), by=by, at=AT),
        lambda: finish_session(number, SessionReport((), 1), by=by, at=AT),
    )


def test_a_doctor_keeps_the_plans_of_their_own_clinic_and_an_inspector_none(register: Register) -> None:
    facility = register_child_and_clinic()
    elsewhere = a_facility(place="2")

    def member(role: Role, scope: Scope) -> str:
        identifier = add_staff_member(name="Кто-то", role=role, system_user=None, scope=scope, by="test", at=AT)
        return staff_member(identifier)

    own, other = (member(Role.CLINIC_DOCTOR, Scope(facility=place)) for place in (facility, elsewhere))
    inspector = member(Role.INSPECTOR, Scope())
    for by, code in ((other, "out-of-scope"), (inspector, "not-permitted"), ("parent:plan-1", "staff-disabled")):
        assert refusal(lambda by=by: file_plan(document(), book=BOOK, by=by, at=AT)) == [code]  # type: ignore[misc]  # bound at once
    number = file_plan(document(), book=BOOK, by=own, at=AT).number
    for by, code in ((other, "out-of-scope"), (inspector, "not-permitted")):
        for act in what_a_clinic_does(number, by):
            assert refusal(act) == [code]
    assert [step.by for step in steps(number)] == [own]


def test_a_changed_plan_is_not_the_one_they_agreed_to(register: Register) -> None:
    register_child_and_clinic()
    number = cleared()
    wider = msgspec.structs.replace(PLAN, teeth=(*PLAN.teeth, TreatedTooth(75, "crown")))
    assert refusal(lambda: change_plan(number, wider, version=7, book=BOOK, by=BY, at=BEFORE)) == ["plan-has-changed"]
    changed = change_plan(number, wider, version=1, book=BOOK, by=BY, at=BEFORE)
    assert (changed.state, changed.version) == ("filed", 2)
    assert [consent.stands for consent in consents(number)] == [False]


def test_what_is_signed_is_what_was_read(register: Register) -> None:
    register_child_and_clinic()
    number = filed().number
    read = sheet(number, BOOK, inspections=(), at=AT).mark
    change_plan(number, msgspec.structs.replace(PLAN, minutes_planned=71), version=1, book=BOOK, by=BY, at=AT)
    assert refusal(lambda: decided(number, seen=read)) == ["plan-has-changed"]
    assert consents(number) == ()


def test_a_finding_leaves_the_consent_and_sends_a_cleared_plan_back_to_be_looked_at(register: Register) -> None:
    register_child_and_clinic()
    number = cleared()
    assert note_findings(number, Findings(equipment_complete=False), by=BY, at=BEFORE).state == "consented"
    assert refusal(lambda: clear_plan(number, book=BOOK, by=BY, at=BEFORE)) == ["equipment-complete"]
    found = note_findings(number, Findings(equipment_complete=True), by=BY, at=BEFORE)
    assert found.findings == FINDINGS.then(AGAIN)
    assert clear_plan(number, book=BOOK, by=BY, at=BEFORE).state == "cleared"


def test_of_the_links_of_a_plan_the_last_one_works(register: Register) -> None:
    register_child_and_clinic()
    number = filed().number
    first, second = (make_link(number, by=BY, at=AT) for _ in range(2))
    assert plan_behind(second) == number
    for secret in (first, second[:-1], second + "A", "", "ә" * 22, "a" * 22):
        assert refusal(lambda secret=secret: plan_behind(secret)) == ["link-invalid"]  # type: ignore[misc]  # bound at once
    kept = {bytes(link.digest) for link in Link.objects.all()}
    assert not any(second.encode() in digest for digest in kept)


def test_a_serious_complication_opens_an_incident_at_once(register: Register) -> None:
    facility = register_child_and_clinic()
    number = cleared()
    start_session(number, book=BOOK, by=BY, at=START)
    soon = START + 20 * MINUTE
    assert report_complication(number, Complication("vomiting", soon), by=BY, at=soon) is None
    assert report_complication(number, Complication("laryngospasm", soon, serious=True), by=BY, at=soon) == 1
    late = (Complication("desaturation", soon), Complication("hospital_transfer", LATER))
    assert finish_session(number, SessionReport(PLAN.teeth, 90, late), by=BY, at=LATER) == (2,)
    assert report_complication(number, Complication("death", LATER), by=BY, at=LATER + MINUTE) == 3
    found = list(incidents())
    assert [(incident.number, incident.code, incident.facility) for incident in found] == [
        (1, "laryngospasm", facility),
        (2, "hospital_transfer", facility),
        (3, "death", facility),
    ]
    assert found[0].opened_at == soon
    assert [incident.number for incident in incidents(after=2)] == [3]
    told = session(number)
    assert told is not None
    assert [complication.code for complication in told.complications] == [
        *("vomiting", "laryngospasm", "desaturation", "hospital_transfer", "death"),
    ]


def test_a_complication_is_dated_between_the_start_and_now(register: Register) -> None:
    register_child_and_clinic()
    number = cleared()
    start_session(number, book=BOOK, by=BY, at=START)
    for moment in (START - MINUTE, LATER + MINUTE):
        told = Complication("vomiting", moment)
        assert refusal(lambda told=told: report_complication(number, told, by=BY, at=LATER)) == [  # type: ignore[misc]  # bound at once
            "complication-outside"
        ]


UNFIT: dict[str, tuple[dict[str, object], str, str]] = {
    "a start that has passed": ({"planned_at": AT}, "planned-in-the-past", "$.plan.planned_at"),
    "a start in two years": ({"planned_at": AT + timedelta(days=366)}, "planned-too-far", "$.plan.planned_at"),
    "no teeth": ({"teeth": ()}, "no-teeth", "$.plan.teeth"),
    "a tooth that nobody has": ({"teeth": (TreatedTooth(19, "filling"),)}, "no-such-tooth", "$.plan.teeth[0].tooth"),
    "one thing twice": ({"teeth": (TreatedTooth(54, "crown"),) * 2}, "tooth-said-twice", "$.plan.teeth[1]"),
    "an indication without words": ({"indication": None}, "indication-without-words", "$.plan.indication"),
    "words and no indication": ({"medical_indication": None}, "words-without-indication", "$.plan.medical_indication"),
}


@pytest.mark.parametrize(("changed", "code", "where"), UNFIT.values(), ids=UNFIT)
def test_a_plan_that_does_not_fit_together_is_refused_at_its_place(
    register: Register, changed: dict[str, object], code: str, where: str
) -> None:
    register_child_and_clinic()
    with pytest.raises(Refused) as refused:
        filed(**changed)
    assert [(fault.code, fault.where) for fault in refused.value.faults] == [(code, where)]
    assert not Plan.objects.exists()


def test_neither_an_unknown_child_nor_an_unknown_clinic_has_a_plan(register: Register) -> None:
    assert refusal(filed) == ["unknown-child"]
    record_people([ToldPerson(CHILD)], by="test", at=AT)
    assert refusal(filed) == ["unknown-clinic"]


def test_whoever_is_of_age_on_the_day_consents_alone(register: Register) -> None:
    """Eighteen on the day of the session: it is no child's plan; the day before it still is."""
    register_child_and_clinic()
    birthday = datetime(2040, 5, 1, 4, 0, tzinfo=AT.tzinfo)
    at = birthday - timedelta(days=2)
    plan_of = document(msgspec.structs.replace(PLAN, planned_at=birthday), Findings())
    assert refusal(lambda: file_plan(plan_of, book=BOOK, by=BY, at=at)) == ["not-a-child"]
    plan_of = document(msgspec.structs.replace(PLAN, planned_at=birthday - timedelta(days=1)), Findings())
    assert file_plan(plan_of, book=BOOK, by=BY, at=at).number == 1


def test_a_plan_given_up_is_over_and_its_consent_with_it(register: Register) -> None:
    register_child_and_clinic()
    number = filed().number
    decided(number)
    assert refusal(lambda: withdraw_plan(number, reason="  ", by=BY, at=AT)) == ["reason-missing"]
    assert withdraw_plan(number, reason="Ребёнок простудился", by=BY, at=AT).state == "plan_withdrawn"
    assert [consent.stands for consent in consents(number)] == [False]
    assert refusal(lambda: make_link(number, by=BY, at=AT)) == ["step-not-possible"]


@pytest.mark.parametrize("signature", [Signature(" ", "mother", "Али"), Signature("Айша Н.", "mother", "…")])
def test_a_signature_is_a_name(register: Register, signature: Signature) -> None:
    register_child_and_clinic()
    number = filed().number
    assert refusal(lambda: decided(number, signature=signature)) == ["name-missing"]


def test_the_document_is_sealed_found_again_and_told_from_an_altered_one(register: Register) -> None:
    register_child_and_clinic()
    number = filed().number
    consent = decided(number, language="kk")
    pdf = signed(consent)
    assert consent_in(pdf) == consent
    assert refusal(lambda: consent_in(pdf[:-1] + b" ")) == ["not-our-document"]
    kept = bytes(Document.objects.get().sealed)
    assert pdf[:20] not in kept
    assert MOTHER.signer.encode() not in kept
    assert not Step.objects.filter(details__icontains="Ахметов").exists()
    note_withdrawal(number, by=BY, at=AT)
    assert not consent_in(pdf).stands


def test_every_step_is_one_entry_that_seals_what_was_told(register: Register) -> None:
    register_child_and_clinic()
    before = Entry.objects.count()
    number = cleared()
    start_session(number, book=BOOK, by=BY, at=START)
    told = SessionReport(PLAN.teeth, 60, (Complication("apnoea", LATER),))
    finish_session(number, told, by=BY, at=LATER)
    verbs = list(Entry.objects.filter(number__gt=before).order_by("number").values_list("verb", "by"))
    assert verbs == [
        ("file-anaesthesia-plan", BY),
        ("give-consent-link", BY),
        ("sign-consent", "parent:plan-1"),
        ("note-findings", BY),
        ("clear-anaesthesia", BY),
        ("start-anaesthesia", BY),
        ("finish-anaesthesia", BY),
    ]
    assert list(damage()) == []
    assert list(changed_entries()) == []
    assert [found for found in verified(BOOK, every=1) if found.what != "behind"] == []


@pytest.mark.parametrize("meanwhile", ["the parents withdraw", "the plan is changed"])
def test_a_start_and_what_forbids_it_never_both_succeed(register: Register, meanwhile: str) -> None:
    """Two people press at the same moment: whoever comes second finds the plan as the first one left it."""
    register_child_and_clinic()
    number = cleared()
    together = Barrier(2)

    def press(act: Callable[[], object]) -> bool:
        try:
            together.wait()
            act()
        except Refused:
            return False
        finally:
            connections.close_all()
        return True

    def withdraw() -> object:
        return note_withdrawal(number, by=BY, at=BEFORE)

    def change() -> object:
        return change_plan(number, PLAN, version=1, book=BOOK, by=BY, at=BEFORE)

    other = withdraw if meanwhile == "the parents withdraw" else change
    with ThreadPoolExecutor(2) as pool:
        started, forbidden = pool.map(press, (lambda: start_session(number, book=BOOK, by=BY, at=START), other))
    assert started is not forbidden
    assert (plan(number).state == "started") is started
    assert consents(number)[-1].stands is started
    assert list(changed_entries()) == []


def test_a_copy_of_the_register_holds_plans_and_documents(
    register: Register, tmp_path: Path, empty_registers: EmptyRegisters
) -> None:
    register_child_and_clinic()
    number = cleared()
    before, pdf = plan(number), signed(consents(number)[-1])
    back_up(tmp_path / "copy")
    empty_registers("postgresql" if register.kind == "sqlite" else "sqlite")
    restore(tmp_path / "copy")
    assert plan(number) == before
    assert consent_in(pdf).stands
    assert list(changed_entries()) == []


FORGERIES = {
    "a changed plan": "UPDATE care_step SET details = '{}' WHERE place = 4",
    "a forgotten step": "DELETE FROM care_step WHERE place = 4",
    "another's document": "UPDATE care_document SET sealed = (SELECT digest FROM care_link)",
    "a forgotten document": "DELETE FROM care_document",
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_is_found_out(register: Register, forgery: str) -> None:
    register_child_and_clinic()
    cleared()
    tamper(forgery)
    assert len(list(changed_entries())) == 1


WRONGS: dict[str, Callable[[], object]] = {
    "a changed plan": lambda: Plan.objects.update(number=7),
    "a forgotten plan": lambda: Plan.objects.all().delete(),
    "a changed step": lambda: Step.objects.update(state="cleared"),
    "a forgotten step": lambda: Step.objects.filter(place=3).delete(),
    "a changed link": lambda: Link.objects.update(digest=b"0" * 32),
    "a changed document": lambda: Document.objects.update(sealed=b""),
    "a closed incident": lambda: (_incident(1), Incident.objects.all().delete()),
    "an incident before the first": lambda: _incident(0),
    "a plan before the first": lambda: _plan(0),
    "one number twice": lambda: _plan(1),
    "one place twice": lambda: _step(place=1),
    "a place before the first": lambda: _step(place=0),
    "a verb nobody knows": lambda: _step(verb="forget"),
    "a state nobody knows": lambda: _step(state="done"),
    "cleared by a finding": lambda: _step(verb="note", state="cleared"),
    "a digest cut short": lambda: Link.objects.create(digest=b"short", plan=Plan.objects.get(), step=_step()),
    "a document without its digest": lambda: Document.objects.create(step=_step(), digest="", sealed=b""),
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_the_database_itself_refuses(register: Register, wrong: Callable[[], object]) -> None:
    register_child_and_clinic()
    decided(filed().number)
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()


def _step(**changed: object) -> Step:
    told = {"place": 9, "verb": "note", "state": "consented", "details": {}} | changed
    return Step.objects.create(plan=Plan.objects.get(), recorded=Entry.objects.latest("number"), **told)


def _plan(number: int) -> None:
    row = Plan.objects.get()
    row.pk, row.number = row.facility_id, number
    row.save(force_insert=True)


def _incident(number: int) -> None:
    Incident.objects.create(number=number, step=Step.objects.latest("id"))


def test_a_session_planned_for_a_day_of_another_date_line_counts_as_the_day_in_kazakhstan(register: Register) -> None:
    facility = register_child_and_clinic()
    filed(planned_at=datetime.fromisoformat("2025-12-10T00:30:00+05:00"))
    assert [line.planned_on for line in plans(facility)] == [date(2025, 12, 10)]
