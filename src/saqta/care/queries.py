"""Reading plans, consents and incidents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import cast
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag

from saqta.basis.days import day_in_kazakhstan
from saqta.basis.text import Text
from saqta.care.checks import refused
from saqta.care.history import History, ToldStep
from saqta.care.judging import Judgement, Registered, Session, judge
from saqta.care.links import digest_of
from saqta.care.models import Document, Incident, Link, Plan, Step
from saqta.care.records import (
    Complication,
    ConsentRecord,
    IncidentRecord,
    PlanRecord,
    PlanSummary,
    SessionRecord,
    StepRecord,
)
from saqta.care.registers import registered
from saqta.care.sheet import ConsentSheet, Proposal, write_sheet
from saqta.care.states import State, Verb
from saqta.care.told import SHAPES
from saqta.journal.models import Entry
from saqta.law.book import Book
from saqta.registry.clinic_queries import facility as described
from saqta.registry.queries import chunks, numbers

_ENCODER = msgspec.json.Encoder(order="deterministic")
VERBS: dict[Verb, str] = {
    "file": "file-anaesthesia-plan",
    "change": "change-anaesthesia-plan",
    "note": "note-findings",
    "link": "give-consent-link",
    "agree": "sign-consent",
    "refuse": "refuse-consent",
    "withdraw_consent": "withdraw-consent",
    "override": "answer-for-demand",
    "go_ahead": "clear-anaesthesia",
    "start": "start-anaesthesia",
    "report": "report-complication",
    "finish": "finish-anaesthesia",
    "withdraw_plan": "withdraw-anaesthesia-plan",
}
"""By what name the journal knows each step."""


def plan(number: int) -> PlanRecord:
    """The plan with this number; raises ``Refused`` when there is none."""
    return history(number).plan()


def plans(facility: UUID, states: Sequence[State] = ()) -> Iterator[PlanSummary]:
    """The plans of one clinic as lines of a list, the latest first; in some states, or in all."""
    rows = Plan.objects.filter(facility_id=facility).order_by("-number")
    for chunk in chunks(list(rows.values_list("id", flat=True))):
        for found in _histories(Plan.objects.filter(id__in=chunk)):
            if not states or found.state in states:
                told = found.plan().plan
                planned_on = day_in_kazakhstan(told.planned_at)
                yield PlanSummary(found.number, found.facility, found.state, planned_on, told.kind)


def plans_for(person: UUID) -> Iterator[PlanRecord]:
    """The plans for one child, the latest first."""
    for found in _histories(Plan.objects.filter(person_id=person)):
        yield found.plan()


def steps(number: int) -> tuple[StepRecord, ...]:
    """The life of a plan, the first step first."""
    return tuple(StepRecord(step.verb, step.state, step.by, step.at, step.entry) for step in history(number).steps)


def consents(number: int) -> tuple[ConsentRecord, ...]:
    """Every decision of the parents, the last one last."""
    return history(number).consents()


def session(number: int) -> SessionRecord | None:
    """What was done and what went wrong; None before the start."""
    return history(number).session()


def check(number: int, book: Book, *, at: datetime, with_consent: bool | None = None) -> Judgement:
    """What the rules say of the plan as it stands. ``with_consent`` supposes that the parents have agreed or have not;
    left out, it is as they have."""
    return judge_history(history(number), book, at=at, with_consent=with_consent)


def sheet(number: int, book: Book, *, inspections: Sequence[Text], at: datetime) -> ConsentSheet:
    """What the parents are to read about the plan as it stands. ``inspections``: what is known of those of the clinic,
    in sentences; none says that nothing is known."""
    return sheet_of(history(number), book, inspections=inspections, at=at)


def plan_behind(secret: str) -> int:
    """The number of the plan to which a link leads; raises ``Refused`` for one that does not work, or no longer."""
    digest = digest_of(secret)
    row = None if digest is None else Link.objects.filter(digest=digest).select_related("plan").first()
    if row is None or Link.objects.filter(plan_id=row.plan_id, id__gt=row.id).exists():
        raise refused("link-invalid")
    return row.plan.number


def document(consent: ConsentRecord) -> bytes:
    """The signed document; raises ``InvalidTag`` when it is no longer what was signed."""
    row = Document.objects.filter(step__plan__number=consent.plan, digest=consent.digest).latest("step_id")
    return numbers().open_document(bytes(row.sealed), bytes.fromhex(row.digest))


def consent_in(signed: bytes) -> ConsentRecord:
    """The decision to which a document belongs, byte for byte, and whether it still stands; raises ``Refused`` for a
    document that was not signed here or was altered since."""
    digest = hashlib.sha256(signed).hexdigest()
    row = Document.objects.filter(digest=digest).select_related("step__plan").last()
    if row is None:
        raise refused("not-our-document")
    return next(found for found in reversed(consents(row.step.plan.number)) if found.digest == digest)


def incidents(after: int = 0) -> Iterator[IncidentRecord]:
    """Serious complications in the order in which they were opened, from the one after ``after`` on."""
    rows = Incident.objects.filter(number__gt=after).order_by("number").select_related("step__plan", "step__recorded")
    for row in rows.iterator(chunk_size=1000):
        told = msgspec.convert(row.step.details, Complication)
        of = row.step.plan
        yield IncidentRecord(row.number, of.number, of.facility_id, told.code, told.happened_at, row.step.recorded.at)


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose steps or documents are no longer those that were sealed with them."""
    sealed = {entry.number: entry.content for entry in Entry.objects.filter(verb__in=VERBS.values()).iterator()}
    rows = Step.objects.order_by("recorded_id", "place").select_related("plan")
    for number, written in groupby(rows.iterator(chunk_size=1000), key=lambda row: row.recorded_id):
        listed = list(written)
        if sealed.pop(number, None) != content_of(listed) or not all(map(_document_is_whole, listed)):
            yield number
    yield from sorted(sealed)


def content_of(written: Iterable[Step]) -> str:
    """What the journal seals of the steps of one entry."""
    told = [
        (row.plan.number, row.plan.person_id, row.plan.facility_id, row.place, row.verb, row.state, row.details)
        for row in written
    ]
    return hashlib.sha256(_ENCODER.encode(told)).hexdigest()


def history(number: int) -> History:
    """All that is known of the plan; for this room alone."""
    found = next(_histories(Plan.objects.filter(number=number)), None)
    if found is None:
        raise refused("unknown-plan")
    return found


def judge_history(
    found: History, book: Book, *, at: datetime, with_consent: bool | None = None, starts_at: datetime | None = None
) -> Judgement:
    """The judgement of a plan; ``starts_at`` is the moment of the start once it is known."""
    record = found.plan()
    start = starts_at or record.plan.planned_at
    consent = found.state in ("consented", "cleared", "started", "finished") if with_consent is None else with_consent
    known = registers_of(record, start)
    return judge(
        Session(record.plan, record.findings, known, consent, start),
        frozenset(code for override in record.overrides for code in override.demands),
        book,
        at=at,
    )


def sheet_of(found: History, book: Book, *, inspections: Sequence[Text], at: datetime) -> ConsentSheet:
    """The sheet of a plan. Its consent is supposed: it tells what else stands in the way."""
    record, place = found.plan(), described(found.facility)
    if place is None:
        raise refused("unknown-clinic")
    return write_sheet(
        Proposal(
            number=record.number,
            version=record.version,
            told=record.plan,
            clinic=place.name,
            address=place.address,
            registered=registers_of(record, record.plan.planned_at),
            judgement=judge_history(found, book, at=at, with_consent=True),
            overrides=record.overrides,
            inspections=inspections,
        )
    )


def registers_of(record: PlanRecord, start: datetime) -> Registered:
    return registered(record.person, record.facility, record.plan, day_in_kazakhstan(start))


def _histories(rows: Iterable[Plan]) -> Iterator[History]:
    """Plans with their steps, the latest plan first."""
    listed = {row.id: row for row in rows}
    written = (
        Step.objects.filter(plan_id__in=list(listed)).select_related("recorded").order_by("-plan__number", "place")
    )
    for identifier, found in groupby(written, key=lambda row: row.plan_id):
        row = listed[identifier]
        yield History(row.id, row.number, row.person_id, row.facility_id, tuple(map(_told, found)))


def _told(row: Step) -> ToldStep:
    verb = cast("Verb", row.verb)
    return ToldStep(
        place=row.place,
        verb=verb,
        state=cast("State", row.state),
        told=msgspec.convert(row.details, SHAPES[verb]),
        by=row.recorded.by,
        at=row.recorded.at,
        entry=row.recorded_id,
    )


def _document_is_whole(row: Step) -> bool:
    """A decision names the digest of its document; the document is there and has it."""
    if row.verb not in ("agree", "refuse"):
        return True
    kept = Document.objects.filter(step_id=row.pk).first()
    if kept is None or kept.digest != row.details["digest"]:
        return False
    try:
        opened = numbers().open_document(bytes(kept.sealed), bytes.fromhex(kept.digest))
    except InvalidTag:
        return False
    return hashlib.sha256(opened).hexdigest() == kept.digest
