"""What the page of one plan shows: what the law demands of it, its course, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator

from saqta.access.permissions import Permission
from saqta.access.queries import name_of
from saqta.care import queries
from saqta.care.judging import CONSENT, LAW_OF_THE_DAY, Judgement
from saqta.care.phrases import phrases
from saqta.care.records import PlanRecord
from saqta.care.states import Verb, next_steps
from saqta.channels.clock import moment_text
from saqta.channels.desk.fields import Field
from saqta.channels.desk.pages import Work
from saqta.channels.desk.plan_forms import (
    complication_fields,
    findings_fields,
    override_fields,
    plan_fields,
    report_fields,
    treatment_text,
)
from saqta.channels.desk.wording.plans import COMPLICATIONS, PLANS, VERBS
from saqta.registry.clinic_queries import facility as find_facility

_OF_THE_CLINIC: tuple[Verb, ...] = (
    *("link", "note", "override", "go_ahead", "start", "finish", "report"),
    *("change", "withdraw_consent", "withdraw_plan"),
)
"""Steps that a clinic takes, in the order in which they are offered; the others are the parents'."""


def plan_told(found: PlanRecord, work: Work, opened: str = "") -> dict[str, object]:
    """The page of a plan; ``opened`` is the step whose form stays open."""
    judged = queries.check(found.number, work.book, at=work.at)
    clinic = find_facility(found.facility)
    over = found.state in ("started", "finished", "plan_withdrawn")
    return {
        "plan": found,
        "heading": work.say(PLANS["number"].fill(number=str(found.number))),
        "clinic": clinic,
        "state": work.say(phrases("refusals")[f"state-{found.state}"]),
        "facts": list(_facts(found, work)),
        "blocked": not judged.may_go_ahead and not over,
        "clear": judged.may_go_ahead and not over,
        "demands": list(_requirements(judged, "law", work)),
        "law_unknown": LAW_OF_THE_DAY in judged.unmet,
        "law_says": work.say(phrases("refusals")["law-of-the-day"]),
        "advice": list(_requirements(judged, "advice", work)),
        "overrides": list(_overrides(found, judged, work)),
        "steps": list(_steps(found, judged, work, opened)) if work.member.may(Permission.KEEP_PLANS) else [],
        "may_act": work.member.may(Permission.KEEP_PLANS),
        "consents": list(_consents(found, work)),
        "session": list(_session(found, work)),
        "timeline": list(_timeline(found, work)),
    }


def _facts(found: PlanRecord, work: Work) -> Iterator[tuple[str, str]]:
    told, known = found.plan, found.findings
    yield work.say(PLANS["planned_at"]), work.say(moment_text(told.planned_at))
    yield work.say(PLANS["kind"]), work.say(PLANS[told.kind])
    yield work.say(PLANS["minutes"]), str(told.minutes_planned)
    teeth = (f"{one.tooth} — {work.say(treatment_text(one.treatment))}" for one in told.teeth)
    yield work.say(PLANS["teeth"]), "; ".join(teeth)
    if told.anaesthetist is not None:
        yield work.say(PLANS["anaesthetist"]), f"{told.anaesthetist.name}, {told.anaesthetist.certificate}"
    indicated = {True: "yes", False: "no", None: "unknown"}[told.medical_indication]
    yield work.say(PLANS["indicated"]), told.indication or work.say(PLANS[indicated])
    if told.diagnosis is not None:
        yield work.say(PLANS["disease"]), told.diagnosis
    for name, moment in (("examined_at", known.examined_at), ("examined_again_at", known.examined_again_at)):
        if moment is not None:
            yield work.say(PLANS[name]), work.say(moment_text(moment))
    if known.equipment_complete is not None:
        yield work.say(PLANS["equipment"]), work.say(PLANS[f"equipment-{'yes' if known.equipment_complete else 'no'}"])


def _requirements(judged: Judgement, basis: str, work: Work) -> Iterator[tuple[str, str, str]]:
    """Each demand: what it says, how it stands, and the sign of that."""
    answered = set(judged.unmet) - set(judged.blocking)
    for found in judged.answer.requirements:
        if found.basis == basis:
            code = "answered" if found.code in answered else found.state
            yield work.say(found.text), work.say(PLANS[code]), {"met": "good", "not_met": "bad"}.get(code, "open")


def _overrides(found: PlanRecord, judged: Judgement, work: Work) -> Iterator[tuple[str, str, str]]:
    texts = {one.code: one.text for one in judged.answer.requirements}
    for override in found.overrides:
        demands = "; ".join(work.say(texts[code]) if code in texts else code for code in override.demands)
        yield f"{override.physician}, {work.say(moment_text(override.at))}", demands, override.reason


def _steps(found: PlanRecord, judged: Judgement, work: Work, opened: str) -> Iterator[dict[str, object]]:
    """The steps that the clinic may take now; none whose demands stand in its way."""
    lawful = set(next_steps(found.state))
    for verb in _OF_THE_CLINIC:
        if verb not in lawful or (verb in ("go_ahead", "start") and not judged.may_go_ahead):
            continue
        if verb == "override" and not _overridable(judged, work):
            continue
        says = PLANS.get(f"{verb}_says")
        yield {
            "code": verb,
            "title": work.say(PLANS[verb]),
            "says": "" if says is None else work.say(says),
            "fields": list(_fields(verb, found, judged, work)),
            "open": verb == opened,
        }


def _overridable(judged: Judgement, work: Work) -> bool:
    can_be = set(judged.blocking) - CONSENT - {LAW_OF_THE_DAY}
    return bool(can_be) and work.member.may(Permission.ANSWER_FOR_DEMANDS)


def _fields(verb: Verb, found: PlanRecord, judged: Judgement, work: Work) -> Iterator[Field]:
    match verb:
        case "note":
            yield from findings_fields(work, again=True)
        case "change":
            yield from plan_fields(work, found.plan)
        case "override":
            yield from override_fields(work, judged)
        case "report":
            yield from complication_fields(work)
        case "finish":
            yield from report_fields(work, found.plan)
        case "withdraw_plan":
            yield Field("reason", work.say(PLANS["reason"]), "words", "withdraw_plan", work.typed("reason"))


def _consents(found: PlanRecord, work: Work) -> Iterator[tuple[str, str, str]]:
    for consent in queries.consents(found.number):
        stands = PLANS["stands" if consent.stands else "stands_not"]
        yield work.say(PLANS[consent.decision]), work.say(moment_text(consent.at)), work.say(stands)


def _session(found: PlanRecord, work: Work) -> Iterator[tuple[str, str]]:
    held = queries.session(found.number)
    if held is None:
        return
    yield work.say(PLANS["start"]), work.say(moment_text(held.started_at))
    if held.report is not None:
        teeth = (f"{one.tooth} — {work.say(treatment_text(one.treatment))}" for one in held.report.teeth)
        yield work.say(PLANS["teeth"]), "; ".join(teeth)
        yield work.say(PLANS["minutes_done"]), str(held.report.anaesthesia_minutes)
    for complication in held.complications:
        moment = work.say(moment_text(complication.happened_at))
        told = f"{work.say(COMPLICATIONS[complication.code])}, {moment}. {complication.words or ''}".strip()
        yield work.say(PLANS["complication"]), told


def _timeline(found: PlanRecord, work: Work) -> Iterator[tuple[str, str, str]]:
    """The latest step first."""
    for step in reversed(queries.steps(found.number)):
        by = name_of(step.by) or ("" if step.by.startswith("parent") else step.by)
        yield work.say(VERBS[step.verb]), work.say(moment_text(step.at)), by
