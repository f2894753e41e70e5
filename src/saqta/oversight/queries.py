"""Reading inspections: one, its history, what is due, what the law allows next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast
from uuid import UUID

import msgspec
from django.db.models import Q, QuerySet

from saqta.access.permissions import Permission
from saqta.access.records import StaffRecord
from saqta.basis.days import day_text
from saqta.basis.text import Text
from saqta.law.book import Book
from saqta.oversight.models import Campaign, Complaint, Dispute, Event, Finding, Inspection, Measure, Participant
from saqta.oversight.permitted import NAMED_ONLY, PERMITS
from saqta.oversight.records import (
    Account,
    Answer,
    CampaignRecord,
    ComplaintRecord,
    ComplaintTopic,
    Decision,
    DisputeKind,
    DisputeRecord,
    EventRecord,
    FindingRecord,
    InspectionRecord,
    MeasureKind,
    MeasureRecord,
    MeasureState,
    NextStep,
    Outcome,
)
from saqta.oversight.stepping import takes_part
from saqta.oversight.wording import said
from saqta.registry.queries import numbers
from saqta.rules.inspection_terms import Size, earliest_beginning, may_be_extended
from saqta.rules.inspections import State, Step, lawful_steps

_OVER = (State.COMPLETED.value, State.REMOVED.value, State.REGISTRATION_REFUSED.value)


def find_inspection(identifier: UUID) -> InspectionRecord | None:
    """The inspection as it stands now."""
    row = Inspection.objects.filter(id=identifier).first()
    return None if row is None else record_of(row)


def inspections_of(facility: UUID) -> tuple[InspectionRecord, ...]:
    """Every inspection of a clinic, the latest appointed first."""
    rows = Inspection.objects.filter(facility_id=facility).order_by("-appointed_on", "-id")
    return tuple(record_of(row) for row in rows)


def inspections_by(inspector: str) -> Iterator[InspectionRecord]:
    """The inspections that somebody takes part in and that are not over, those due first."""
    rows = Inspection.objects.filter(participants__inspector=inspector, participants__until=None)
    return _records(rows.exclude(state__in=_OVER).order_by("ends_on", "appointed_on", "id"))


def inspections_due(on: date, *, region: str | None = None) -> Iterator[InspectionRecord]:
    """The inspections under way whose term ends on the day or has ended, the longest overdue first. ``region`` takes
    those whose code of КАТО begins so."""
    running = (State.IN_PROGRESS.value, State.EXTENDED.value)
    rows = Inspection.objects.filter(state__in=running, ends_on__lte=on)
    return _records(_within(rows, region).order_by("ends_on", "id"))


def open_inspections(*, region: str | None = None) -> Iterator[InspectionRecord]:
    """Every inspection that is not over, the earliest appointed first."""
    return _records(_within(Inspection.objects.exclude(state__in=_OVER), region).order_by("appointed_on", "id"))


def timeline_of(identifier: UUID) -> tuple[EventRecord, ...]:
    """Every step of an inspection in order."""
    return tuple(event_of(row) for row in Event.objects.filter(inspection_id=identifier).order_by("number"))


def inspectors_of(identifier: UUID) -> tuple[str, ...]:
    """Who inspects now, by their names in the journal."""
    rows = Participant.objects.filter(inspection_id=identifier, until=None)
    return tuple(rows.order_by("inspector").values_list("inspector", flat=True))


def findings_of(identifier: UUID) -> tuple[FindingRecord, ...]:
    """Every answer that was given, in the order of the events; of two to one row the later stands."""
    rows = Finding.objects.filter(inspection_id=identifier).order_by("event__number", "id")
    return tuple(
        FindingRecord(item, cast("Answer", answer), number)
        for item, answer, number in rows.values_list("item", "answer", "event__number")
    )


def standing_answers(identifier: UUID) -> dict[str, Answer]:
    """The answer that stands to each row that was answered."""
    return {found.item: found.answer for found in findings_of(identifier)}


def measures_of(identifier: UUID) -> tuple[MeasureRecord, ...]:
    """What followed from an inspection, in the order in which it was taken."""
    rows = Measure.objects.filter(inspection_id=identifier).order_by("taken_on", "id")
    return tuple(measure_of(row) for row in rows)


def disputes_of(identifier: UUID) -> tuple[DisputeRecord, ...]:
    """The clinic's objections, complaints and claims, in the order in which they were filed."""
    return tuple(dispute_of(row) for row in Dispute.objects.filter(inspection_id=identifier).order_by("filed_on", "id"))


def campaigns() -> tuple[CampaignRecord, ...]:
    """Every campaign, the latest first."""
    rows = Campaign.objects.order_by("-begun_on", "-id")
    return tuple(
        CampaignRecord(row.id, Text(ru=row.name_ru, kk=row.name_kk, en=row.name_en), row.ordered_by, row.begun_on)
        for row in rows
    )


def complaints_about(facility: UUID) -> tuple[ComplaintRecord, ...]:
    """The complaints about a clinic, the latest first."""
    rows = Complaint.objects.filter(facility_id=facility).order_by("-received_on", "-id")
    return tuple(_complaint(row) for row in rows)


def complaint_told_before(key: bytes) -> ComplaintRecord | None:
    """The complaint that was told under this digest of a key."""
    row = Complaint.objects.filter(account__key=key).first()
    return None if row is None else _complaint(row)


def find_complaint(identifier: UUID) -> tuple[ComplaintRecord, Account | None] | None:
    """A complaint, with what was told where it was told here."""
    row = Complaint.objects.select_related("account").filter(id=identifier).first()
    if row is None:
        return None
    account = getattr(row, "account", None)
    if account is None:
        return _complaint(row), None
    told = numbers().open_document(bytes(account.sealed), identifier.bytes)
    words, contact = msgspec.json.decode(told, type=tuple[str, str])
    return _complaint(row), Account(words, contact, account.person_id)


def _complaint(row: Complaint) -> ComplaintRecord:
    topic = cast("ComplaintTopic", row.topic)
    return ComplaintRecord(row.id, row.facility_id, row.received_on, topic, row.anonymous, row.reference)


def next_steps(inspection: InspectionRecord, on: date, book: Book) -> tuple[NextStep, ...]:
    """What the law allows from here on a day, with articles. Left out are steps that have nothing to act on: a decision
    without a dispute, an answer to violations that were not found, and the end of a measure, which a follow-up brings
    by itself."""
    disputed = Dispute.objects.filter(inspection_id=inspection.id, decision=None).exists()
    found: list[NextStep] = []
    for row in lawful_steps(inspection.state, once_extended=inspection.extensions > 0):
        if row.step is Step.END_MEASURE or (row.step is Step.DECIDE_APPEAL and not disputed):
            continue
        if row.step in _ON_VIOLATIONS and (inspection.outcome != "violations" or inspection.results_annulled):
            continue
        warnings = tuple(_warnings(row.step, inspection, on, book))
        found.append(NextStep(row.step, row.step.title, row.taker, row.to, row.cites, PERMITS[row.step], warnings))
    return tuple(found)


_ON_VIOLATIONS = frozenset(
    {Step.PRESCRIBE, Step.IMPOSE_FINE, Step.RECORD_COURT_SUSPENSION, Step.SUSPEND_PERMIT, Step.REPRESENT}
)


def steps_for(who: StaffRecord, inspection: InspectionRecord, steps: Iterable[NextStep]) -> tuple[NextStep, ...]:
    """Of what the law allows from here, what somebody may write down: their role permits it, and where only those named
    in the act may, they are."""
    named = takes_part(inspection.id, who.by)
    return tuple(step for step in steps if who.may(step.permission) and (named or step.step not in NAMED_ONLY))


def permission_for(step: Step) -> Permission:
    """Which permission writes a step down."""
    return PERMITS[step]


def _warnings(step: Step, inspection: InspectionRecord, on: date, book: Book) -> Iterator[Text]:
    """Terms that nobody of us has read in the law: they are told, and refuse nothing."""
    law = book.on(on)
    if step is Step.BEGIN:
        if inspection.notice_on is None:
            yield said("warn-no-notice")
        elif on < (earliest := earliest_beginning(inspection.notice_on, law)).day:
            yield said("warn-notice-too-late").fill(day=day_text(earliest.day))
    if step is Step.EXTEND and not may_be_extended(inspection.extensions, law):
        yield said("warn-extended-before")
    if step is Step.COMPLETE and inspection.ends_on is not None and on > inspection.ends_on:
        yield said("warn-term-is-over").fill(day=day_text(inspection.ends_on))


def _within(rows: QuerySet[Inspection], region: str | None) -> QuerySet[Inspection]:
    return rows if region is None else rows.filter(Q(region__startswith=region))


def _records(rows: QuerySet[Inspection]) -> Iterator[InspectionRecord]:
    return (record_of(row) for row in rows.iterator(chunk_size=2_000))


def record_of(row: Inspection) -> InspectionRecord:
    """The row as it leaves the room."""
    return InspectionRecord(
        id=row.id,
        facility=row.facility_id,
        campaign=row.campaign_id,
        ground=row.ground,
        follows=row.follows_id,
        region=row.region,
        funding=row.funding,
        size=cast("Size", row.size),
        state=State(row.state),
        version=row.version,
        appointed_on=row.appointed_on,
        registered_on=row.registered_on,
        registration=row.registration,
        notice_on=row.notice_on,
        begun_on=row.begun_on,
        ends_on=row.ends_on,
        completed_on=row.completed_on,
        outcome=cast("Outcome | None", row.outcome),
        results_annulled=row.results_annulled,
        extensions=row.extensions,
        changed_on=row.changed_on,
    )


def event_of(row: Event) -> EventRecord:
    """The row as it leaves the room."""
    return EventRecord(row.number, Step(row.step), State(row.state), row.on, row.at, row.by, row.reason, row.document)


def measure_of(row: Measure) -> MeasureRecord:
    """The row as it leaves the room."""
    return MeasureRecord(
        id=row.id,
        inspection=row.inspection_id,
        kind=cast("MeasureKind", row.kind),
        taken_on=row.taken_on,
        mend_by=row.mend_by,
        amount=row.amount,
        state=cast("MeasureState", row.state),
        ended_on=row.ended_on,
        document=row.document,
    )


def dispute_of(row: Dispute) -> DisputeRecord:
    """The row as it leaves the room."""
    return DisputeRecord(
        id=row.id,
        inspection=row.inspection_id,
        measure=row.measure_id,
        kind=cast("DisputeKind", row.kind),
        filed_on=row.filed_on,
        decision=cast("Decision | None", row.decision),
        decided_on=row.decided_on,
    )
