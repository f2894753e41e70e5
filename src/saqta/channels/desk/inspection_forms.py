"""The form of each step of an inspection: which fields it has, and the one action that it calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import cast
from uuid import UUID

from saqta.access.permissions import Permission
from saqta.access.queries import staff
from saqta.access.records import StaffRecord
from saqta.basis.text import Text
from saqta.channels.desk.fields import (
    Field,
    Option,
    read_choice,
    read_day,
    read_day_if_any,
    read_identifier,
    read_money,
)
from saqta.channels.desk.pages import Work
from saqta.channels.desk.wording.inspections import INSPECTIONS
from saqta.oversight import actions, disputing, measuring
from saqta.oversight.queries import disputes_of, inspectors_of, measures_of, standing_answers
from saqta.oversight.records import ANSWERS, DECISIONS, URGENT, Answer, DisputeKind, InspectionRecord, NextStep, Told
from saqta.oversight.wording import said
from saqta.rules.inspections import Step
from saqta.rules.urgent_measures import MeasureKind as UrgentKind

_PLAIN: Mapping[Step, Callable[..., object]] = MappingProxyType(
    {
        Step.REGISTER: actions.register_inspection,
        Step.REFUSE_REGISTRATION: actions.refuse_registration,
        Step.GIVE_NOTICE: actions.give_notice,
        Step.BEGIN: actions.begin_inspection,
        Step.EXTEND: actions.extend_inspection,
        Step.SUSPEND: actions.suspend_inspection,
        Step.RESUME: actions.resume_inspection,
        Step.REMOVE: actions.remove_inspection,
        Step.COMPLETE: actions.complete_inspection,
    }
)
"""Steps of which nothing more is told than the day, the reason and the paper."""

WITHOUT_A_FORM = frozenset({Step.APPOINT, Step.END_MEASURE})
"""An inspection is appointed on a page of its own; a measure is ended by the follow-up that finds it mended."""

_ORDERED: Mapping[Step, measuring.Ordered] = MappingProxyType(
    {
        Step.RECORD_COURT_SUSPENSION: "court_suspension",
        Step.SUSPEND_PERMIT: "permit_suspension",
        Step.REPRESENT: "representation",
    }
)
_ANSWER = "answer-"


def fields_of(step: NextStep, inspection: InspectionRecord, work: Work) -> list[Field]:
    """The fields of the step's form, with what was typed already."""
    key = step.step.value
    reason = Field("reason", work.say(INSPECTIONS["reason"]), "words", key, work.typed("reason"))
    document = Field("document", work.say(INSPECTIONS["document"]), "text", key, work.typed("document"), required=False)
    on = Field("on", work.say(INSPECTIONS["on"]), "date", key, work.typed("on") or work.today.isoformat())
    return [*_own_fields(step.step, inspection, work), on, document, reason]


def take(step: Step, inspection: InspectionRecord, seen: int, work: Work) -> None:
    """Takes the step as it was typed, by whoever is signed in. Raises ``Refused``."""
    told = Told(seen, read_day(work, "on", INSPECTIONS["on"]), work.typed("reason"), work.typed("document") or None)
    action = _action(step, inspection, work)
    action(inspection.id, told, book=work.book, by=work.member.by, at=work.at)


def _action(step: Step, inspection: InspectionRecord, work: Work) -> Callable[..., object]:
    """The action with what this step tells besides."""
    match step:
        case Step.CHANGE_PARTICIPANTS:
            return partial(actions.change_participants, inspectors=ticked_inspectors(work, inspection))
        case Step.RECORD_FINDING:
            return partial(actions.record_findings, answers=dict(_answered(work)))
        case Step.TAKE_URGENT_MEASURE:
            kind = cast("UrgentKind", read_choice(work, "kind", INSPECTIONS["kind"], URGENT))
            return partial(measuring.take_urgent_measure, kind=kind, mend_by=_mend_by(work))
        case Step.PRESCRIBE:
            return partial(measuring.issue_prescription, mend_by=_mend_by(work))
        case Step.IMPOSE_FINE:
            return partial(measuring.impose_fine, amount=read_money(work, "amount"))
        case Step.OBJECT:
            return partial(disputing.file_dispute, kind="objection", measure=_measure(work))
        case Step.APPEAL:
            kinds: tuple[DisputeKind, ...] = ("complaint", "claim")
            named = read_choice(work, "kind", INSPECTIONS["kind"], kinds)
            return partial(disputing.file_dispute, kind=named, measure=_measure(work))
        case Step.DECIDE_APPEAL:
            decision = read_choice(work, "decision", INSPECTIONS["decision"], DECISIONS)
            dispute = read_identifier(work, "dispute", INSPECTIONS["dispute"])
            return partial(disputing.decide_dispute, dispute=dispute or UUID(int=0), decision=decision)
        case Step.RECORD_COURT_SUSPENSION | Step.SUSPEND_PERMIT | Step.REPRESENT:
            lasts_to = read_day_if_any(work, "lasts_to", INSPECTIONS["lasts_to"])
            return partial(measuring.record_measure, kind=_ORDERED[step], lasts_to=lasts_to)
    return _PLAIN[step]


def _own_fields(step: Step, inspection: InspectionRecord, work: Work) -> Iterator[Field]:
    """What this step asks besides the day, the paper and the reason."""
    key, say = step.value, work.say
    match step:
        case Step.CHANGE_PARTICIPANTS:
            yield inspectors_field(work, inspection.region, inspection.facility, set(inspectors_of(inspection.id)))
        case Step.RECORD_FINDING:
            yield _checklist(inspection, work)
        case Step.TAKE_URGENT_MEASURE:
            kinds = tuple(Option(kind, say(INSPECTIONS[kind])) for kind in URGENT)
            yield Field("kind", say(INSPECTIONS["kind"]), "choice", key, options=kinds)
            yield Field("mend_by", say(INSPECTIONS["mend_by"]), "date", key, work.typed("mend_by"))
        case Step.PRESCRIBE:
            yield Field("mend_by", say(INSPECTIONS["mend_by"]), "date", key, work.typed("mend_by"))
        case Step.IMPOSE_FINE:
            yield Field("amount", say(INSPECTIONS["amount"]), "number", key, work.typed("amount"))
        case Step.OBJECT:
            yield _disputed(inspection, key, work)
        case Step.APPEAL:
            kinds = tuple(Option(kind, say(INSPECTIONS[kind])) for kind in ("complaint", "claim"))
            yield Field("kind", say(INSPECTIONS["kind"]), "choice", key, options=kinds)
            yield _disputed(inspection, key, work)
        case Step.DECIDE_APPEAL:
            yield _waiting(inspection, key, work)
            decisions = tuple(Option(decision, say(INSPECTIONS[decision])) for decision in DECISIONS)
            yield Field("decision", say(INSPECTIONS["decision"]), "choice", key, options=decisions)
        case Step.RECORD_COURT_SUSPENSION | Step.SUSPEND_PERMIT | Step.REPRESENT:
            label = say(INSPECTIONS["lasts_to"])
            yield Field("lasts_to", label, "date", key, work.typed("lasts_to"), required=False)


def _checklist(inspection: InspectionRecord, work: Work) -> Field:
    """The rows in force today, each with the answer that stands."""
    answers = standing_answers(inspection.id)
    rows = []
    for code, item in work.book.dental_checklist.items():
        if item.stands_on(work.today):
            chosen = work.typed(f"{_ANSWER}{code}") or answers.get(code, "")
            options = tuple(Option(answer, work.say(INSPECTIONS[answer]), answer == chosen) for answer in ANSWERS)
            rows.append((f"{_ANSWER}{code}", work.say(item.question), options))
    return Field("answers", work.say(INSPECTIONS["findings"]), "answers", rows=tuple(rows))


def _answered(work: Work) -> Iterator[tuple[str, Answer]]:
    for code in work.book.dental_checklist:
        if work.typed(f"{_ANSWER}{code}"):
            yield code, read_choice(work, f"{_ANSWER}{code}", INSPECTIONS["findings"], ANSWERS)


def _disputed(inspection: InspectionRecord, key: str, work: Work) -> Field:
    """The measures that stand, and the result as a whole where there is one."""
    whole = [Option("", work.say(INSPECTIONS["whole_result"]))] if inspection.outcome is not None else []
    standing = (measure for measure in measures_of(inspection.id) if measure.state == "standing")
    options = [Option(str(one.id), work.say(said(f"measure-{one.kind}"))) for one in standing]
    return Field("measure", work.say(INSPECTIONS["measure"]), "choice", key, options=(*whole, *options))


def _waiting(inspection: InspectionRecord, key: str, work: Work) -> Field:
    options = (
        Option(str(dispute.id), f"{work.say(INSPECTIONS[dispute.kind])}, {dispute.filed_on.isoformat()}")
        for dispute in disputes_of(inspection.id)
        if dispute.decision is None
    )
    return Field("dispute", work.say(INSPECTIONS["dispute"]), "choice", key, options=tuple(options))


def inspectors_field(work: Work, region: str, facility: UUID, chosen: Iterable[str] = ()) -> Field:
    """Those who may inspect there."""
    ticked = set(work.request.POST.getlist("inspectors")) or set(chosen)
    options = tuple(Option(one.by, one.name, one.by in ticked) for one in _inspectors(region, facility))
    return Field("inspectors", work.say(INSPECTIONS["inspectors"]), "ticks", options=options)


def ticked_inspectors(work: Work, place: InspectionRecord) -> list[str]:
    """Of those ticked, those who may inspect there."""
    return choose_inspectors(work, place.region, place.facility)


def choose_inspectors(work: Work, region: str, facility: UUID) -> list[str]:
    """Of those ticked, those who may inspect at the facility."""
    ticked = set(work.request.POST.getlist("inspectors"))
    return [one.by for one in _inspectors(region, facility) if one.by in ticked]


def _inspectors(region: str, facility: UUID) -> Iterator[StaffRecord]:
    for one in staff():
        if one.may(Permission.CONDUCT_INSPECTIONS) and one.scope.covers(region=region, facility=facility):
            yield one


def _mend_by(work: Work) -> date:
    return read_day(work, "mend_by", INSPECTIONS["mend_by"])


def _measure(work: Work) -> UUID | None:
    return read_identifier(work, "measure", INSPECTIONS["measure"])


def others_text(steps: Iterable[NextStep]) -> Text:
    """The steps that others take, one after another."""
    return Text(**{code: ", ".join(getattr(step.title, code) for step in steps) for code in ("ru", "kk", "en")})
