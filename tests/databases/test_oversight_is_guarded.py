"""What the database itself refuses about inspections, whoever writes, and what waits for those who inspect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from saqta.basis.money import Money
from saqta.basis.text import same
from saqta.care.actions import clear_plan, note_findings
from saqta.care.records import Complication
from saqta.care.sessions import report_complication, start_session
from saqta.journal.models import Entry
from saqta.oversight import actions
from saqta.oversight.disputing import file_dispute
from saqta.oversight.inbox import inbox
from saqta.oversight.measuring import impose_fine
from saqta.oversight.models import Campaign, Complaint, Dispute, Event, Finding, Inspection, Measure, Participant, Stay
from saqta.oversight.receiving import open_campaign, record_complaint
from tests.databases import care_samples
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.inspection_samples import AT, BOOK, BY, MONDAY, appointed, completed, move, now, told

DAY = timedelta(days=1)


def _copy(model: type, **changed: object) -> None:
    """One more row like the latest one, but for what is changed."""
    row = model.objects.order_by("pk").last()  # type: ignore[attr-defined]  # every model has rows
    row.pk = uuid4() if hasattr(row.pk, "hex") else None
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)


WRONGS: dict[str, Callable[[], object]] = {
    "a state nobody knows": lambda: Inspection.objects.update(state="done"),
    "a version before the first": lambda: Inspection.objects.update(version=0),
    "a size nobody knows": lambda: Inspection.objects.update(size="large"),
    "an inspection without a ground": lambda: Inspection.objects.update(ground=""),
    "completed and never registered": lambda: Inspection.objects.update(registered_on=None, registration=None),
    "completed without a registration number": lambda: Inspection.objects.update(registration=None),
    "being registered and registered": lambda: Inspection.objects.update(
        state="being_registered", begun_on=None, completed_on=None, outcome=None
    ),
    "begun before it was registered": lambda: Inspection.objects.update(begun_on=MONDAY - DAY),
    "completed and never begun": lambda: Inspection.objects.update(begun_on=None),
    "registered and begun at once": lambda: Inspection.objects.update(
        state="registered", completed_on=None, outcome=None
    ),
    "completed without an outcome": lambda: Inspection.objects.update(outcome=None),
    "completed with an outcome nobody knows": lambda: Inspection.objects.update(outcome="passed"),
    "completed on no day": lambda: Inspection.objects.update(completed_on=None),
    "in progress with an outcome": lambda: Inspection.objects.update(state="in_progress"),
    "results annulled before there were any": lambda: Inspection.objects.update(
        state="in_progress", completed_on=None, outcome=None, results_annulled=True
    ),
    "a changed event": lambda: Event.objects.update(reason="x"),
    "a forgotten event": lambda: Event.objects.filter(step="begin").delete(),
    "one number twice": lambda: _copy(Event, number=2),
    "an event before the first": lambda: _copy(Event, number=0),
    "an event in a state nobody knows": lambda: _copy(Event, number=50, state="done"),
    "an event of a step nobody knows": lambda: _copy(Event, number=50, step="forget"),
    "an event by nobody": lambda: _copy(Event, number=50, by=""),
    "an event without a reason": lambda: _copy(Event, number=50, reason=""),
    "a second appointment": lambda: _copy(Event, number=50, step="appoint"),
    "a stay in a state nobody knows": lambda: Stay.objects.update(state="done"),
    "a stay of no day": lambda: Stay.objects.filter(until=None).update(until=MONDAY),
    "a stay with an outcome before there was one": lambda: Stay.objects.filter(state="registered").update(
        outcome="violations"
    ),
    "a stay with an outcome nobody knows": lambda: Stay.objects.filter(state="completed").update(outcome="passed"),
    "two states at once": lambda: _copy(Stay, until=None, start=MONDAY + 50 * DAY),
    "two stays from one day": lambda: _copy(Stay, until=MONDAY + 50 * DAY),
    "nobody inspects": lambda: Participant.objects.update(inspector=""),
    "somebody left before they came": lambda: Participant.objects.update(until=MONDAY - DAY),
    "somebody takes part twice": lambda: _copy(Participant),
    "a changed finding": lambda: Finding.objects.update(answer="met"),
    "a forgotten finding": lambda: Finding.objects.all().delete(),
    "a row answered twice": lambda: _copy(Finding),
    "an answer nobody knows": lambda: _copy(Finding, item="other", answer="maybe"),
    "an answer to no row": lambda: _copy(Finding, item=""),
    "a measure of a kind nobody knows": lambda: Measure.objects.update(kind="praise"),
    "a measure in a state nobody knows": lambda: Measure.objects.update(state="paused"),
    "a fine without a sum": lambda: Measure.objects.update(amount=None),
    "a fine of nothing": lambda: Measure.objects.update(amount=0),
    "a prescription with a sum": lambda: Measure.objects.update(kind="prescription"),
    "a measure that ended on no day": lambda: Measure.objects.update(state="ended"),
    "a measure that stands and ended": lambda: Measure.objects.update(ended_on=MONDAY + 9 * DAY),
    "a measure that ended before it was taken": lambda: Measure.objects.update(state="ended", ended_on=MONDAY - DAY),
    "a measure annulled by an inspection": lambda: Measure.objects.update(
        state="annulled", ended_on=MONDAY + 9 * DAY, ended_by=Inspection.objects.get()
    ),
    "a measure mended before it was taken": lambda: Measure.objects.update(mend_by=MONDAY - DAY),
    "a dispute of a kind nobody knows": lambda: Dispute.objects.update(kind="grumble"),
    "a dispute decided on no day": lambda: Dispute.objects.update(decision="kept"),
    "a dispute decided before it was filed": lambda: Dispute.objects.update(decision="kept", decided_on=MONDAY - DAY),
    "a decision nobody knows": lambda: Dispute.objects.update(decision="perhaps", decided_on=MONDAY + 9 * DAY),
    "a changed complaint": lambda: Complaint.objects.update(topic="other"),
    "a forgotten complaint": lambda: Complaint.objects.all().delete(),
    "a complaint kept twice": lambda: _copy(Complaint),
    "a complaint about nothing known": lambda: _copy(Complaint, reference="2", topic="weather"),
    "a complaint without a reference": lambda: _copy(Complaint, reference=""),
    "a changed campaign": lambda: Campaign.objects.update(ordered_by="x"),
    "a campaign without a name": lambda: _copy(Campaign, name_kk=""),
    "a campaign that nobody ordered": lambda: _copy(Campaign, ordered_by=""),
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_the_database_itself_refuses(register: Register, wrong: Callable[[], object]) -> None:
    identifier = completed()
    impose_fine(identifier, told(identifier, document="2"), amount=Money(100), book=BOOK, by=BY, at=AT)
    file_dispute(identifier, told(identifier), kind="claim", measure=None, book=BOOK, by=BY, at=AT)
    record_complaint(
        facility=now(identifier).facility, topic="harm", anonymous=False, reference="1", on=MONDAY, by=BY, at=AT
    )
    open_campaign(name=same("622"), ordered_by="письмо", on=MONDAY, by=BY, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()
    assert Entry.objects.exists()


def test_a_complaint_waits_until_an_inspection_is_appointed(register: Register) -> None:
    clinic = a_facility()
    for reference, anonymous in (("1", False), ("2", True)):
        record_complaint(
            facility=clinic, topic="threat", anonymous=anonymous, reference=reference, on=MONDAY, by=BY, at=AT
        )
    assert list(inbox(MONDAY - DAY)) == []
    waiting = list(inbox(MONDAY, region="75"))
    assert [(one.reference, one.anonymous, one.about) for one in waiting] == [
        ("1", False, "threat"),
        ("2", True, "threat"),
    ]
    assert list(inbox(MONDAY, region="71")) == []
    refused = appointed(clinic)
    move(refused, actions.refuse_registration)
    assert len(list(inbox(MONDAY))) == 2
    appointed(clinic, on=MONDAY)
    assert list(inbox(MONDAY)) == []


def test_a_serious_complication_of_a_child_waits_at_once(register: Register) -> None:
    facility = care_samples.register_child_and_clinic()
    number = care_samples.filed().number
    care_samples.decided(number)
    before = care_samples.START - timedelta(minutes=5)
    note_findings(number, care_samples.AGAIN, by=care_samples.BY, at=before)
    clear_plan(number, book=care_samples.BOOK, by=care_samples.BY, at=before)
    start_session(number, book=care_samples.BOOK, by=care_samples.BY, at=care_samples.START)
    soon = care_samples.START + timedelta(minutes=20)
    day = care_samples.START.date()
    assert list(inbox(day)) == []
    report_complication(number, Complication("laryngospasm", soon, serious=True), by=care_samples.BY, at=soon)
    (one,) = inbox(day)
    assert (one.kind, one.reference, one.facility, one.about) == ("incident", "1", facility, "laryngospasm")
    assert one.happened_on == day
    assert list(inbox(day - DAY)) == []
