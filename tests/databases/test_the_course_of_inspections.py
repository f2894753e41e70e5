"""The course of an inspection against a table written from the law by hand: any step is tried at any time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from saqta.basis.money import Money
from saqta.basis.refusal import Refused
from saqta.oversight import actions
from saqta.oversight.disputing import decide_dispute, file_dispute
from saqta.oversight.measuring import impose_fine, issue_prescription, record_measure, take_urgent_measure
from saqta.oversight.models import Inspection, Stay
from saqta.oversight.queries import disputes_of, find_inspection, measures_of, timeline_of
from saqta.oversight.records import Told
from saqta.oversight.verify import changed_entries, out_of_step
from saqta.rules.inspections import COURSE, State, Step
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.inspection_samples import AT, BOOK, BY, MONDAY, appointed, move, now, registered, told

RUNNING = {
    "change_participants": None,
    "extend": "extended",
    "suspend": "suspended",
    "remove": "removed",
    "record_finding": None,
    "take_urgent_measure": None,
    "complete": "completed",
    "appeal": None,
    "decide_appeal": None,
    "end_measure": None,
}
LAW: Mapping[str, Mapping[str, str | None]] = {
    # Entrepreneurial Code, art. 146; order 162: the act is registered, or registration is refused.
    "being_registered": {"register": "registered", "refuse_registration": "registration_refused"},
    "registration_refused": {},
    # Art. 147, order 162: the clinic is told, participants change, the inspection begins or leaves the register.
    "registered": {"give_notice": None, "change_participants": None, "begin": "in_progress", "remove": "removed"},
    "in_progress": RUNNING,
    "extended": RUNNING,
    # Order 162: a rest; where it is resumed depends on whether it was extended before.
    "suspended": {
        "change_participants": None,
        "resume": "in_progress or extended",
        "remove": "removed",
        "appeal": None,
        "decide_appeal": None,
        "end_measure": None,
    },
    # Health Code, art. 32 and 34-2; Entrepreneurial Code, art. 152 and chapter 29: what follows from the results.
    "completed": dict.fromkeys(
        (
            "take_urgent_measure",
            "prescribe",
            "impose_fine",
            "record_court_suspension",
            "suspend_permit",
            "represent",
            "object",
            "appeal",
            "decide_appeal",
            "end_measure",
        )
    ),
    "removed": {},
}
"""What the law allows from each state, and where it leads; None: to where it is."""

DAY = timedelta(days=1)
DISPUTES = ("objection", "complaint", "claim")


def test_the_table_of_the_rules_is_the_one_written_from_the_law() -> None:
    written = {
        (state, step): to
        for state, steps in LAW.items()
        for step, to in steps.items()
        if to != "in_progress or extended"
    }
    found = {
        (row.state.value, row.step.value): None if row.to is row.state else row.to.value
        for row in COURSE
        if row.state is not None and row.step is not Step.RESUME
    }
    again = {("extended", "extend"): None}
    assert found == {**written, **again}
    assert {(row.to, row.once_extended) for row in COURSE if row.step is Step.RESUME} == {
        (State.IN_PROGRESS, False),
        (State.EXTENDED, True),
    }


def test_no_path_skips_registration() -> None:
    """Without the rows that register, nothing but waiting, refusal and the appointment itself can be reached."""
    reached: set[State | None] = {None}
    while True:
        further = {row.to for row in COURSE if row.state in reached and row.step is not Step.REGISTER} - reached
        if not further:
            break
        reached |= further
    assert reached == {None, State.BEING_REGISTERED, State.REGISTRATION_REFUSED}


class Course(RuleBasedStateMachine):
    """One inspection after another, each tried with any step in any order."""

    facility: UUID

    @initialize()
    def begin(self) -> None:
        self.identifier = appointed(self.facility)
        self.state, self.extended, self.taken = "being_registered", False, 1
        self.answers: dict[str, str] = {}
        self.begun_registered = False

    def attempt(self, step: str, action: Callable[..., object], *, possible: bool = True, **more: Any) -> bool:
        """Takes a step if the law allows it; whatever is refused leaves everything as it was."""
        before = now(self.identifier)
        lawful = step in LAW[self.state]
        as_told = told(self.identifier, document="7")
        if not (lawful and possible):
            with pytest.raises(Refused) as refused:
                action(self.identifier, as_told, **more, book=BOOK, by=BY, at=AT)
            assert (refused.value.faults[0].code == "step-not-lawful") is not lawful
            assert find_inspection(self.identifier) == before
            return False
        action(self.identifier, as_told, **more, book=BOOK, by=BY, at=AT)
        to = LAW[self.state][step]
        if to == "in_progress or extended":
            to = "extended" if self.extended else "in_progress"
        self.state = to or self.state
        self.taken += 1
        return True

    @property
    def standing(self) -> bool:
        return any(found.state == "standing" for found in measures_of(self.identifier))

    @rule()
    def register(self) -> None:
        self.attempt("register", actions.register_inspection)

    @rule(anyway=st.sampled_from([False, False, False, True]))
    def refuse(self, anyway: bool) -> None:
        if anyway or self.state != "being_registered":
            self.attempt("refuse_registration", actions.refuse_registration)

    @rule()
    def notify(self) -> None:
        self.attempt("give_notice", actions.give_notice)

    @rule(who=st.sampled_from(["system-user:a", "system-user:b"]))
    def change(self, who: str) -> None:
        self.attempt("change_participants", actions.change_participants, inspectors=(who,))

    @rule()
    def go_in(self) -> None:
        self.attempt("begin", actions.begin_inspection)

    @rule()
    def extend(self) -> None:
        self.extended |= self.attempt("extend", actions.extend_inspection)

    @rule()
    def suspend(self) -> None:
        self.attempt("suspend", actions.suspend_inspection)

    @rule()
    def resume(self) -> None:
        self.attempt("resume", actions.resume_inspection)

    @rule(anyway=st.sampled_from([False, False, False, True]))
    def remove(self, anyway: bool) -> None:
        if anyway or "remove" not in LAW[self.state]:
            self.attempt("remove", actions.remove_inspection, possible=not self.standing)

    @rule(item=st.sampled_from(["licence", "consent"]), answer=st.sampled_from(["met", "not_met", "not_checked"]))
    def answer(self, item: str, answer: str) -> None:
        if self.attempt("record_finding", actions.record_findings, answers={item: answer}):
            self.answers[item] = answer

    @rule()
    def complete(self) -> None:
        answered = set(self.answers.values()) - {"not_checked"}
        if self.attempt("complete", actions.complete_inspection, possible=bool(answered)):
            outcome = "violations" if "not_met" in answered else "no_violations"
            assert now(self.identifier).outcome == outcome

    @rule(kind=st.sampled_from(["suspend_activity", "suspend_part", "remove_person"]))
    def stop(self, kind: str) -> None:
        possible = self.answers.get("licence") == "not_met" and kind != "remove_person"
        by = now(self.identifier).changed_on + 30 * DAY
        self.attempt("take_urgent_measure", take_urgent_measure, possible=possible, kind=kind, mend_by=by)

    @property
    def violated(self) -> bool:
        found = now(self.identifier)
        return found.outcome == "violations" and not found.results_annulled

    @rule()
    def prescribe(self) -> None:
        by = now(self.identifier).changed_on + 10 * DAY
        self.attempt("prescribe", issue_prescription, possible=self.violated, mend_by=by)

    @rule()
    def fine(self) -> None:
        self.attempt("impose_fine", impose_fine, possible=self.violated, amount=Money(1))

    @rule(
        kind=st.sampled_from(
            [
                ("court_suspension", "record_court_suspension"),
                ("permit_suspension", "suspend_permit"),
                ("representation", "represent"),
            ]
        )
    )
    def order(self, kind: tuple[str, str]) -> None:
        self.attempt(kind[1], record_measure, possible=self.violated, kind=kind[0], lasts_to=None)

    @rule(kind=st.sampled_from(DISPUTES), of_measure=st.booleans())
    def dispute(self, kind: str, of_measure: bool) -> None:
        standing = [found.id for found in measures_of(self.identifier) if found.state == "standing"]
        measure = standing[0] if of_measure and standing else None
        found = now(self.identifier)
        possible = measure is not None or (found.outcome is not None and not found.results_annulled)
        step = "object" if kind == "objection" else "appeal"
        self.attempt(step, file_dispute, possible=possible, kind=kind, measure=measure)

    @rule(decision=st.sampled_from(["kept", "annulled"]))
    def decide(self, decision: str) -> None:
        waiting = [found.id for found in disputes_of(self.identifier) if found.decision is None]
        dispute = waiting[0] if waiting else self.identifier
        self.attempt("decide_appeal", decide_dispute, possible=bool(waiting), dispute=dispute, decision=decision)

    @invariant()
    def nothing_is_lost_and_nothing_skips_registration(self) -> None:
        found, events = now(self.identifier), timeline_of(self.identifier)
        assert (found.state.value, found.version) == (self.state, self.taken)
        assert [event.number for event in events] == list(range(1, self.taken + 1))
        steps = [event.step for event in events]
        if Step.BEGIN in steps:
            assert Step.REGISTER in steps[: steps.index(Step.BEGIN)]
        assert (found.registered_on is None) == (self.state in ("being_registered", "registration_refused"))
        assert Stay.objects.get(inspection_id=self.identifier, until=None).state == self.state


def test_every_step_is_possible_exactly_where_the_law_says_so(register: Register) -> None:
    Course.facility = a_facility()
    deadline = settings(
        max_examples=25,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Course, settings=deadline)
    assert Inspection.objects.count() >= 25
    assert (list(changed_entries()), list(out_of_step())) == ([], [])


def test_of_ten_inspectors_at_once_one_steps_and_all_others_are_told(register: Register) -> None:
    identifier = registered()
    seen = told(identifier, MONDAY + DAY)
    start = Barrier(10)

    def try_it(number: int) -> str:
        start.wait()
        action = actions.begin_inspection if number % 2 else actions.remove_inspection
        try:
            action(identifier, seen, book=BOOK, by=f"system-user:{number}", at=AT)
        except Refused as refused:
            return refused.faults[0].code
        finally:
            connections.close_all()
        return "taken"

    with ThreadPoolExecutor(10) as pool:
        found = sorted(pool.map(try_it, range(10)))
    assert found == ["changed-meanwhile"] * 9 + ["taken"]
    assert len(timeline_of(identifier)) == now(identifier).version == 4
    assert (list(changed_entries()), list(out_of_step())) == ([], [])


@pytest.mark.parametrize("step", ["suspend", "remove"])
def test_an_inspection_goes_on_where_it_rested(register: Register, step: str) -> None:
    identifier = registered()
    move(identifier, actions.begin_inspection, MONDAY + DAY)
    move(identifier, actions.suspend_inspection, MONDAY + 2 * DAY)
    seen = Told(now(identifier).version, MONDAY + 3 * DAY, "причина")
    if step == "remove":
        assert actions.remove_inspection(identifier, seen, book=BOOK, by=BY, at=AT).state is State.REMOVED
    else:
        assert actions.resume_inspection(identifier, seen, book=BOOK, by=BY, at=AT).state is State.IN_PROGRESS
