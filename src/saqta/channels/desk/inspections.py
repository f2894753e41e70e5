"""The pages of those who inspect: what is mine, what is due, and one inspection with what the law allows next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from uuid import UUID

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.access.queries import name_of
from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.refusal import Refused
from saqta.channels.desk.fields import read_version
from saqta.channels.desk.inspection_forms import WITHOUT_A_FORM, fields_of, others_text, take
from saqta.channels.desk.pages import Work, forbidden, missing, outside, working_page
from saqta.channels.desk.wording.inspections import INSPECTIONS
from saqta.channels.desk.wording.plans import PLANS
from saqta.oversight.queries import (
    disputes_of,
    find_inspection,
    inspections_by,
    inspections_due,
    inspectors_of,
    measures_of,
    next_steps,
    open_inspections,
    permission_for,
    standing_answers,
    steps_for,
    timeline_of,
)
from saqta.oversight.records import InspectionRecord, NextStep
from saqta.oversight.wording import said
from saqta.registry.clinic_queries import descriptions_of
from saqta.registry.clinic_queries import facility as find_facility
from saqta.rules.inspections import Step, taker_title

_SHOWN = 200


@working_page(Permission.READ_INSPECTIONS)
def inspections(work: Work) -> HttpResponse:
    """What is due, what is mine, and what is open where I may look."""
    region = work.member.scope.region
    mine = inspections_by(work.member.by)
    lists = [
        ("due", _lines(inspections_due(work.today, region=region), work)),
        ("mine", _lines(mine, work)),
        ("open", _lines(open_inspections(region=region), work)),
    ]
    return work.page(
        "desk/inspections.html",
        {
            "said": work.words(INSPECTIONS),
            "lists": [(work.say(INSPECTIONS[name]), lines) for name, lines in lists],
            "more": work.say(INSPECTIONS["more"].fill(shown=str(_SHOWN))),
            "shown": _SHOWN,
            "may_appoint": work.member.may(Permission.APPOINT_INSPECTIONS),
        },
    )


@working_page(Permission.READ_INSPECTIONS)
def inspection(work: Work, identifier: UUID) -> HttpResponse:
    """One inspection."""
    found = find_inspection(identifier)
    if found is None:
        return missing(work)
    if not _covers(work, found):
        return outside(work)
    taken = next((step for step in Step if step.value == work.request.GET.get("done")), None)
    done = None if taken is None else work.say(INSPECTIONS["done"].fill(step=taken.title))
    return work.page("desk/inspection.html", {**_told(found, work), "done": done})


@working_page(Permission.READ_INSPECTIONS)
def take_step(work: Work, identifier: UUID, step: str) -> HttpResponse:
    """Takes one step of an inspection; what was wrong with it is told beside what was typed."""
    found = find_inspection(identifier)
    wanted = next((known for known in Step if known.value == step and known not in WITHOUT_A_FORM), None)
    if found is None or wanted is None:
        return missing(work)
    if not _covers(work, found):
        return outside(work)
    if not work.member.may(permission_for(wanted)):
        return forbidden(work, permission_for(wanted))
    if not work.sent:
        return work.go(f"inspections/{identifier}/")
    try:
        take(wanted, found, read_version(work, "seen"), work)
    except Refused as refused:
        now = find_inspection(identifier) or found
        return work.refused("desk/inspection.html", _told(now, work, wanted), refused)
    return work.go(f"inspections/{identifier}/?done={wanted.value}")


def _covers(work: Work, found: InspectionRecord) -> bool:
    return work.member.scope.covers(region=found.region, facility=found.facility)


def _lines(found: Iterable[InspectionRecord], work: Work) -> list[dict[str, object]]:
    listed = list(islice(found, _SHOWN))
    names = descriptions_of(one.facility for one in listed)
    return [
        {
            "address": f"/desk/{work.language}/inspections/{one.id}/",
            "clinic": names[one.facility].name if one.facility in names else str(one.facility),
            "place": names[one.facility].address if one.facility in names else "",
            "state": work.say(one.state.title),
            "ends": _day(one.ends_on, work),
            "late": one.ends_on is not None and one.ends_on < work.today,
            "appointed": _day(one.appointed_on, work),
        }
        for one in listed
    ]


def _told(found: InspectionRecord, work: Work, opened: Step | None = None) -> dict[str, object]:
    """All that the page of an inspection shows."""
    steps = next_steps(found, work.today, work.book)
    own = steps_for(work.member, found, steps)
    others = [step for step in steps if step not in own]
    clinic = find_facility(found.facility)
    return {
        "said": work.words(INSPECTIONS),
        "inspection": found,
        "clinic": clinic,
        "may_read_plans": work.member.may(Permission.READ_PLANS),
        "plans_title": work.say(PLANS["title"]),
        "state": work.say(found.state.title),
        "facts": list(_facts(found, work)),
        "late": found.ends_on is not None and found.completed_on is None and found.ends_on < work.today,
        "steps": [_step(step, found, work, opened) for step in own],
        "others": work.say(INSPECTIONS["next_others"].fill(names=others_text(others))) if others and not own else "",
        "timeline": list(_timeline(found, work)),
        "answers": list(_answers(found, work)),
        "measures": list(_measures(found, work)),
        "disputes": list(_disputes(found, work)),
    }


def _step(step: NextStep, found: InspectionRecord, work: Work, opened: Step | None) -> dict[str, object]:
    law = work.book.on(work.today)
    return {
        "code": step.step.value,
        "title": work.say(step.title),
        "taker": work.say(INSPECTIONS["decides"].fill(taker=taker_title(step.taker))),
        "cites": work.cited(map(law.cite, step.cites)),
        "warnings": [work.say(text) for text in step.warnings],
        "fields": fields_of(step, found, work),
        "open": step.step is opened,
    }


def _facts(found: InspectionRecord, work: Work) -> Iterator[tuple[str, str]]:
    ground = work.book.grounds.get(found.ground)
    outcome = "results_annulled" if found.results_annulled else found.outcome
    registered = " · ".join(filter(None, (_day(found.registered_on, work), found.registration)))
    named = [
        ("ground", found.ground if ground is None else work.say(ground.name)),
        ("appointed", _day(found.appointed_on, work)),
        ("registered", registered),
        ("notice", _day(found.notice_on, work)),
        ("begun", _day(found.begun_on, work)),
        ("ends", _day(found.ends_on, work)),
        ("completed", _day(found.completed_on, work)),
        ("outcome", work.say(INSPECTIONS[outcome]) if outcome else ""),
        ("inspectors", ", ".join(name_of(by) or by for by in inspectors_of(found.id))),
    ]
    return ((work.say(INSPECTIONS[name]), value) for name, value in named if value)


def _timeline(found: InspectionRecord, work: Work) -> Iterator[dict[str, object]]:
    """The latest step first."""
    for event in reversed(timeline_of(found.id)):
        paper = "" if event.document is None else work.say(INSPECTIONS["paper"].fill(number=event.document))
        yield {
            "step": work.say(event.step.title),
            "state": work.say(event.state.title),
            "on": _day(event.on, work),
            "by": name_of(event.by) or event.by,
            "reason": event.reason,
            "paper": paper,
        }


def _answers(found: InspectionRecord, work: Work) -> Iterator[tuple[str, str, str]]:
    for code, answer in standing_answers(found.id).items():
        yield work.say(work.book.dental_checklist[code].question), work.say(INSPECTIONS[answer]), answer


def _measures(found: InspectionRecord, work: Work) -> Iterator[tuple[str, str, str]]:
    for measure in measures_of(found.id):
        amount = "" if measure.amount is None else work.say(Money(measure.amount).text())
        mend_by = "" if measure.mend_by is None else f"→ {_day(measure.mend_by, work)}"
        told = " · ".join(filter(None, (_day(measure.taken_on, work), amount, mend_by, measure.document)))
        stands = said(f"measure-is-{measure.state}")
        if measure.ended_on is not None:
            stands = stands.fill(day=day_text(measure.ended_on))
        yield work.say(said(f"measure-{measure.kind}")), told, work.say(stands)


def _disputes(found: InspectionRecord, work: Work) -> Iterator[tuple[str, str, str]]:
    for dispute in disputes_of(found.id):
        decided = INSPECTIONS["waiting" if dispute.decision is None else dispute.decision]
        yield work.say(INSPECTIONS[dispute.kind]), _day(dispute.filed_on, work), work.say(decided)


def _day(day: date | None, work: Work) -> str:
    return "" if day is None else work.say(day_text(day))
