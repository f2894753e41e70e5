"""The course of an inspection, one verb a step. Every action is one transaction with one entry in the journal.

``told`` says which version of the inspection was seen, on which day the step was done and why; ``by`` and ``at`` are
kept with it. Each raises ``Refused`` where the table of the law has no such step from the state the inspection is in,
where the person may not take it, and where somebody else has taken a step meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from saqta.law.book import Book
from saqta.law.control import ChecklistItem
from saqta.oversight.appointing import FOLLOWED_UP, Appointment, appoint
from saqta.oversight.models import Event, Finding, Inspection, Measure, Participant
from saqta.oversight.queries import record_of, standing_answers
from saqta.oversight.records import Answer, InspectionRecord, Outcome, Told
from saqta.oversight.stepping import Actor, Taking, check_inspectors, refused, seal
from saqta.rules.inspection_terms import extension_ends, inspection_ends, resumed_ends
from saqta.rules.inspections import Step


@transaction.atomic
def appoint_inspection(
    appointment: Appointment, told: Told, *, inspectors: Sequence[str], book: Book, by: str, at: datetime
) -> InspectionRecord:
    """Appoints an inspection of a clinic, which then waits to be registered; nothing was seen before, so ``told.seen``
    is 0. Raises ``Refused`` for a ground that the law of the day does not know, and for a follow-up of an inspection
    that left nothing to follow up."""
    actor = Actor(book, by, at)
    row, event = appoint(appointment, told, inspectors, actor)
    seal(event, actor=actor)
    return record_of(row)


@transaction.atomic
def register_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The legal-statistics body has registered the act of appointment under the number that ``told.document`` gives."""
    taking = Taking(identifier, Step.REGISTER, told, Actor(book, by, at))
    if told.document is None:
        raise refused("registration-without-a-number", "document")
    event = taking.write({"registered_on": told.on, "registration": told.document.strip()})
    return _sealed(taking, event)


@transaction.atomic
def refuse_registration(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The legal-statistics body has refused to register the act: there will be no inspection by it."""
    taking = Taking(identifier, Step.REFUSE_REGISTRATION, told, Actor(book, by, at))
    return _sealed(taking, taking.write())


@transaction.atomic
def give_notice(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The clinic was told on this day that it will be inspected."""
    taking = Taking(identifier, Step.GIVE_NOTICE, told, Actor(book, by, at))
    return _sealed(taking, taking.write({"notice_on": told.on}))


@transaction.atomic
def change_participants(
    identifier: UUID, told: Told, *, inspectors: Sequence[str], book: Book, by: str, at: datetime
) -> InspectionRecord:
    """From this day on these people inspect, at least one."""
    taking = Taking(identifier, Step.CHANGE_PARTICIPANTS, told, Actor(book, by, at))
    named = set(check_inspectors(inspectors, region=taking.row.region, facility=taking.row.facility_id))
    standing = Participant.objects.filter(inspection_id=identifier, until=None)
    standing.exclude(inspector__in=named).update(until=told.on)
    staying = set(standing.values_list("inspector", flat=True))
    for inspector in sorted(named - staying):
        Participant.objects.create(inspection_id=identifier, inspector=inspector, start=told.on)
    return _sealed(taking, taking.write(detail={"inspectors": sorted(named)}))


@transaction.atomic
def begin_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The inspectors are at the clinic from this day on; the last day of the term is worked out and kept."""
    taking = Taking(identifier, Step.BEGIN, told, Actor(book, by, at))
    ends_on = inspection_ends(told.on, record_of(taking.row).size, book.on(told.on)).day
    event = taking.write({"begun_on": told.on, "ends_on": ends_on}, {"ends_on": ends_on})
    return _sealed(taking, event)


@transaction.atomic
def extend_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The term is extended by an additional act: as many working days again."""
    taking = Taking(identifier, Step.EXTEND, told, Actor(book, by, at))
    record = record_of(taking.row)
    ends_on = extension_ends(record.ends_on or told.on, record.size, book.on(told.on)).day
    columns = {"ends_on": ends_on, "extensions": record.extensions + 1}
    return _sealed(taking, taking.write(columns, {"ends_on": ends_on}))


@transaction.atomic
def suspend_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The inspection rests from this day on; its term does not run meanwhile."""
    taking = Taking(identifier, Step.SUSPEND, told, Actor(book, by, at))
    return _sealed(taking, taking.write())


@transaction.atomic
def resume_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The inspection goes on from this day, and its term is put off by the working days it rested."""
    taking = Taking(identifier, Step.RESUME, told, Actor(book, by, at))
    record = record_of(taking.row)
    suspended_on = Event.objects.filter(inspection_id=identifier, step=Step.SUSPEND.value).latest("number").on
    law = book.on(told.on)
    ends_on = resumed_ends(record.ends_on or told.on, suspended_on, told.on, record.size, law).day
    return _sealed(taking, taking.write({"ends_on": ends_on}, {"ends_on": ends_on}))


@transaction.atomic
def remove_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The inspection is removed from the register, for example because the clinic does not work. Raises ``Refused``
    while a measure stands that was taken in it: only a follow-up or an annulment ends that."""
    taking = Taking(identifier, Step.REMOVE, told, Actor(book, by, at))
    if Measure.objects.filter(inspection_id=identifier, state="standing").exists():
        raise refused("measure-stands")
    return _sealed(taking, taking.write())


@transaction.atomic
def record_findings(
    identifier: UUID, told: Told, *, answers: Mapping[str, Answer], book: Book, by: str, at: datetime
) -> InspectionRecord:
    """How rows of the check-list in force on the day were answered; a later answer to a row replaces an earlier one."""
    taking = Taking(identifier, Step.RECORD_FINDING, told, Actor(book, by, at))
    if not answers:
        raise refused("no-answers", "answers")
    for code in answers:
        item = book.dental_checklist.get(code)
        if item is None or not item.stands_on(told.on):
            raise refused("no-such-row", "answers")
    event = taking.write(detail=dict(answers))
    Finding.objects.bulk_create(
        Finding(event=event, inspection_id=identifier, item=item, answer=answer)
        for item, answer in sorted(answers.items())
    )
    return _sealed(taking, event)


@transaction.atomic
def complete_inspection(identifier: UUID, told: Told, *, book: Book, by: str, at: datetime) -> InspectionRecord:
    """The act on the results: whether there are violations follows from the answers to the check-list. A follow-up that
    finds what it looked for mended ends the measures it follows. Raises ``Refused`` where nothing was answered, and for
    a follow-up that did not look at every violation it follows."""
    actor = Actor(book, by, at)
    taking = Taking(identifier, Step.COMPLETE, told, actor)
    answered = {code: answer for code, answer in standing_answers(identifier).items() if answer != "not_checked"}
    if not answered:
        raise refused("nothing-answered", "answers")
    outcome: Outcome = "violations" if "not_met" in answered.values() else "no_violations"
    followed = _followed(taking.row, answered, book.dental_checklist)
    events = [taking.write({"completed_on": told.on, "outcome": outcome}, {"outcome": outcome})]
    if followed is not None and outcome == "no_violations":
        events += _end_measures(followed, taking)
    seal(*events, actor=actor)
    return record_of(taking.row)


def _followed(row: Inspection, answered: Mapping[str, Answer], checklist: Mapping[str, ChecklistItem]) -> UUID | None:
    """The inspection that this one follows up, once every row that was answered no there has been looked at here."""
    if row.follows_id is None:
        return None
    before = standing_answers(row.follows_id)
    missed = [code for code, answer in before.items() if answer == "not_met" and code not in answered]
    if missed:
        raise refused("violation-not-looked-at", "answers", question=checklist[missed[0]].question)
    return row.follows_id


def _end_measures(followed: UUID, following: Taking) -> list[Event]:
    """The measures that stood because of what is now mended end with the follow-up, by the law itself. None may stand
    any more: a higher body can have annulled them meanwhile."""
    kinds = FOLLOWED_UP[following.row.ground]
    standing = Measure.objects.filter(inspection_id=followed, kind__in=kinds, state="standing")
    if not standing.exists():
        return []
    told, version = following.told, Inspection.objects.values_list("version", flat=True).get(id=followed)
    now = Told(version, told.on, told.reason, told.document)
    ending = Taking(followed, Step.END_MEASURE, now, following.actor)
    ended = [str(identifier) for identifier in standing.order_by("id").values_list("id", flat=True)]
    standing.update(state="ended", ended_on=told.on, ended_by=following.row)
    return [ending.write(detail={"by": following.row.id, "measures": ended})]


def _sealed(taking: Taking, event: Event) -> InspectionRecord:
    seal(event, actor=taking.actor)
    return record_of(taking.row)
