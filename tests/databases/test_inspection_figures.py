"""The report on inspections: nothing is counted twice, nothing is lost, and it agrees with whoever counts by hand."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from saqta.basis.money import Money
from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.figures.published import published
from saqta.figures.report import Report, report
from saqta.figures.totals import Figure
from saqta.oversight import actions
from saqta.oversight.counting import NoSuchCampaign, count
from saqta.oversight.disputing import decide_dispute, file_dispute
from saqta.oversight.measuring import impose_fine, issue_prescription, record_measure, take_urgent_measure
from saqta.oversight.queries import disputes_of, measures_of
from saqta.oversight.receiving import open_campaign
from saqta.registry.clinic_actions import record_facilities
from saqta.registry.clinic_queries import find_places
from saqta.registry.clinic_records import ToldFacility
from saqta.rules.inspections import Step, lawful_steps
from tests.channels.command_line import saqta
from tests.databases.clinic_samples import BIN
from tests.databases.conftest import Register
from tests.databases.inspection_samples import (
    ALL_IN_ORDER,
    AT,
    BOOK,
    BY,
    NO_CONSENT,
    NO_LICENCE,
    appointed,
    move,
    now,
    told,
)
from tests.databases.recounting import recount

DAY = timedelta(days=1)
FIRST, EIGHTH = date(2025, 11, 25), date(2025, 12, 8)
REGIONS = ("710000000", "750000000", "790000000", "391010000")
FUNDINGS: tuple[Any, ...] = ("packages", "paid_only", None)


def clinics(fundings: list[Any]) -> list[UUID]:
    """Invented clinics of one organisation, in four regions by turns."""
    told_of = [
        ToldFacility(BIN, str(place), "Тіс", "Абай даңғылы, 1", REGIONS[place % 4], None, funding)
        for place, funding in enumerate(fundings)
    ]
    record_facilities(told_of, source="test", by="test", at=AT)
    found = find_places({(BIN.digits, facility.place) for facility in told_of})
    return [found[BIN.digits, facility.place] for facility in told_of]


def campaign_of(name: str) -> UUID:
    return open_campaign(name=same(name), ordered_by="письмо 1", on=FIRST, by=BY, at=AT).id


def counts(figure: Figure) -> Counter[str]:
    """What was counted at the ends of the tree, without noughts."""
    leaves = Counter[str]()
    for part in figure.parts:
        leaves.update(counts(part) if part.parts else Counter({part.code: part.value}))
    return +leaves


def parts(figure: Figure) -> Counter[str]:
    return +Counter({part.code: part.value for part in figure.parts})


def assert_agrees(found: Report, campaign: UUID | None) -> None:
    """The report says what the clerk found, and every total of it is the same number of inspections."""
    by_hand = recount(found.on, campaign)
    assert counts(found.states) == by_hand.states
    assert parts(found.regions) == by_hand.regions
    assert parts(found.fundings) == by_hand.fundings
    assert parts(found.outcomes) == by_hand.outcomes
    assert found.clinics.part("inspected").value == len(by_hand.facilities)
    taken = {(kind.code, state.code): state.value for kind in found.measures.parts for state in kind.parts}
    assert +Counter(taken) == by_hand.measures
    assert parts(found.fines_by_region) == +by_hand.fines
    assert found.fines.value == found.fines_by_region.value == by_hand.fines.total()
    assert found.states.value == found.regions.value == found.fundings.value == by_hand.states.total()


class History:
    """One campaign in which anything lawful may happen, on days that only go forward."""

    def __init__(self, chance: random.Random, facilities: list[UUID]) -> None:
        self.chance = chance
        self.campaign = campaign_of("any")
        self.days: set[date] = set()
        for _ in range(chance.randint(1, 2)):
            self._inspect(chance.choice(facilities))

    def _inspect(self, facility: UUID) -> None:
        day = FIRST + self.chance.randint(0, 10) * DAY
        identifier = appointed(facility, on=day, campaign=self.campaign)
        self.days.add(day)
        for _ in range(self.chance.randint(0, 9)):
            found = now(identifier)
            lawful = [row.step for row in lawful_steps(found.state, once_extended=found.extensions > 0)]
            if not lawful:
                return
            # Whoever ends an inspection early sees little of the table; most go on.
            step = self.chance.choice([one for one in lawful if one is not Step.REMOVE] * 3 + lawful)
            day += self.chance.choice((0, 0, 1, 5)) * DAY
            try:
                self._take(identifier, step, day)
            except Refused:
                continue
            self.days.add(day)

    def _take(self, identifier: UUID, step: Step, day: date) -> None:
        chance, seen = self.chance, told(identifier, day, "7")
        more: dict[str, Any] = {}
        action: Any = PLAIN.get(step)
        if step is Step.RECORD_FINDING:
            more = {"answers": chance.choice((ALL_IN_ORDER, NO_CONSENT, NO_LICENCE, NO_LICENCE))}
        elif step is Step.CHANGE_PARTICIPANTS:
            more = {"inspectors": ("staff:a",)}
        elif step is Step.TAKE_URGENT_MEASURE:
            action, more = take_urgent_measure, {"kind": "suspend_part", "mend_by": day + 30 * DAY}
        elif step is Step.PRESCRIBE:
            action, more = issue_prescription, {"mend_by": day + 30 * DAY}
        elif step is Step.IMPOSE_FINE:
            action, more = impose_fine, {"amount": Money(chance.randint(1, 10**9))}
        elif step is Step.RECORD_COURT_SUSPENSION:
            action, more = record_measure, {"kind": "court_suspension", "lasts_to": None}
        elif step in (Step.OBJECT, Step.APPEAL):
            standing = [found.id for found in measures_of(identifier) if found.state == "standing"]
            measure = chance.choice([None, *standing])
            action, more = file_dispute, {"kind": "objection" if step is Step.OBJECT else "claim", "measure": measure}
        elif step is Step.DECIDE_APPEAL:
            waiting = [found.id for found in disputes_of(identifier) if found.decision is None]
            more = {"dispute": waiting[0] if waiting else identifier, "decision": chance.choice(("kept", "annulled"))}
            action = decide_dispute
        if action is not None:
            action(identifier, seen, **more, book=BOOK, by=BY, at=AT)


PLAIN = {
    Step.REGISTER: actions.register_inspection,
    Step.REFUSE_REGISTRATION: actions.refuse_registration,
    Step.GIVE_NOTICE: actions.give_notice,
    Step.CHANGE_PARTICIPANTS: actions.change_participants,
    Step.BEGIN: actions.begin_inspection,
    Step.EXTEND: actions.extend_inspection,
    Step.SUSPEND: actions.suspend_inspection,
    Step.RESUME: actions.resume_inspection,
    Step.REMOVE: actions.remove_inspection,
    Step.RECORD_FINDING: actions.record_findings,
    Step.COMPLETE: actions.complete_inspection,
}


@pytest.fixture
def in_one_go(register: Register) -> Iterator[Register]:
    """Everything in one transaction: a thousand histories need not reach the disk one after another."""
    with transaction.atomic():
        yield register


def test_the_report_equals_a_naive_recount_of_the_journal(in_one_go: Register) -> None:
    facilities = clinics([FUNDINGS[place % 3] for place in range(12)])
    histories = 1000 if in_one_go.kind == "sqlite" else 50

    @settings(max_examples=histories, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.randoms(use_true_random=False))
    def whatever_happened(chance: random.Random) -> None:
        history = History(chance, facilities)
        last = max(history.days)
        for day in {chance.choice(sorted(history.days)) - DAY, chance.choice(sorted(history.days)), last}:
            assert_agrees(report(count(day, campaign=history.campaign)), history.campaign)

    whatever_happened()
    assert_agrees(report(count(EIGHTH)), None)


def test_the_figures_of_the_minister_come_out_of_a_register_of_622_clinics(in_one_go: Register) -> None:
    """The split into funding is of the 316 objects; of the other 306 the report of the minister says nothing."""
    said = published().statement("ministry-2025-12-08")
    value = {figure.measure: figure.value for figure in said.figures}
    facilities = clinics(["packages"] * 34 + ["paid_only"] * 282 + [None] * 306)
    campaign, taken = campaign_of("622"), Counter[str]()
    # One kind of database looks after every single event, the other now and then.
    every = 1 if in_one_go.kind == "sqlite" else 50

    def after(step: str, state: str, before: str | None = None) -> None:
        """After every single event the totals hold, and one inspection has moved."""
        taken[state] += 1
        taken[before or step] -= before is not None
        if taken.total() % every:
            return
        found = report(count(EIGHTH, campaign=campaign))
        assert counts(found.states) == +taken
        assert found.states.value == found.regions.value == found.fundings.value == taken.total()
        assert found.clinics.value == 622

    for place, facility in enumerate(facilities[:316]):
        identifier = appointed(facility, on=FIRST, campaign=campaign)
        after("appoint", "being_registered")
        if place < value["inspections.being_registered"]:
            continue
        move(identifier, actions.register_inspection, FIRST + DAY, document=f"25-{place}")
        after("register", "registered", "being_registered")
        ended = place - value["inspections.being_registered"]
        if ended < value["inspections.removed"]:
            move(identifier, actions.remove_inspection, FIRST + 2 * DAY)
            after("remove", "removed", "registered")
            continue
        move(identifier, actions.begin_inspection, FIRST + 2 * DAY)
        after("begin", "in_progress", "registered")
        if ended - value["inspections.removed"] < value["inspections.completed"]:
            move(identifier, actions.record_findings, answers=ALL_IN_ORDER)
            after("record_finding", "in_progress", "in_progress")
            move(identifier, actions.complete_inspection, FIRST + 3 * DAY, document="7")
            after("complete", "completed", "in_progress")

    found = report(count(EIGHTH, campaign=campaign))
    assert {
        "organisations.listed": found.clinics.value,
        "inspections.registered": found.states.part("all_registered").value,
        "inspections.completed": found.states.part("completed").value,
        "inspections.in_progress": found.states.part("in_progress").value,
        "inspections.removed": found.states.part("removed").value,
        "inspections.being_registered": found.states.part("being_registered").value,
        "objects.sent": found.states.value,
        "objects.packages": found.fundings.part("packages").value,
        "objects.paid_only": found.fundings.part("paid_only").value,
    } == value
    assert found.clinics.part("not_inspected").value == 306
    assert_agrees(found, campaign)
    assert report(count(FIRST - DAY, campaign=campaign)).states.value == 0


def test_a_campaign_that_nobody_opened_is_not_an_empty_one(register: Register) -> None:
    with pytest.raises(NoSuchCampaign):
        count(EIGHTH, campaign=UUID(int=1))


def test_a_clinic_of_no_known_region_is_counted_and_named_as_such(register: Register) -> None:
    (facility,) = clinics([None])
    appointed(facility, on=FIRST)
    found = report(count(EIGHTH))
    assert parts(found.fundings) == {"not_known": 1}
    assert parts(found.regions) == {"71": 1}


def test_the_report_is_told_at_the_command_line_for_a_campaign_and_a_day(register: Register, tmp_path: Path) -> None:
    first, second = clinics(["packages", None])
    campaign = campaign_of("Список прокурора")
    appointed(first, on=FIRST, campaign=campaign)
    appointed(second, on=FIRST + DAY)
    asked = ("inspections", "report", "--lang", "en", "--on")
    assert saqta(*asked, FIRST, "--json").document["states"]["value"] == 1
    assert saqta(*asked, FIRST + DAY, "--json").document["states"]["value"] == 2
    assert saqta(*asked, EIGHTH, "--campaign", "Список прокурора", "--json").document["states"]["value"] == 1
    told_of = saqta(*asked, EIGHTH, "--campaign", str(campaign))
    assert "grouped as “Список прокурора”" in told_of.out
    unknown = saqta(*asked, EIGHTH, "--campaign", "Тізім")
    assert unknown.status == 2
    assert "There are: Список прокурора." in unknown.err
    written = saqta(
        *asked, EIGHTH, "--html", tmp_path / "r.html", "--xlsx", tmp_path / "r.xlsx", "--charts", tmp_path / "charts"
    )
    assert written.status == 0
    assert "Inspections of clinics on 8" in (tmp_path / "r.html").read_text()
    assert openpyxl.load_workbook(tmp_path / "r.xlsx").worksheets[2]["B1"].value == 2
    endings = Counter(path.suffix for path in (tmp_path / "charts").iterdir())
    assert endings == {".svg": 7, ".png": 7, ".csv": 7}
