"""A clinic's pages of its anaesthesia plans, and one plan as those who check clinics read it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from uuid import UUID

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.care import actions, queries
from saqta.care.phrases import phrases
from saqta.care.records import Clinic, PlanDocument, PlanRecord
from saqta.channels.desk.fields import Field, read_iin
from saqta.channels.desk.pages import Work, missing, outside, working_page
from saqta.channels.desk.plan_forms import findings_fields, plan_fields, read_findings, read_plan
from saqta.channels.desk.plan_page import plan_told
from saqta.channels.desk.plan_steps import take
from saqta.channels.desk.wording.plans import PLANS
from saqta.registry.clinic_queries import facility as find_facility
from saqta.registry.clinic_records import FacilityRecord

_SHOWN = 200
PURPOSE = "anaesthesia-plan"


@working_page(Permission.KEEP_PLANS)
def own_plans(work: Work) -> HttpResponse:
    """The plans of the clinic where this doctor works."""
    clinic = _own_clinic(work)
    return missing(work) if clinic is None else _plans(work, clinic)


@working_page(Permission.READ_PLANS)
def plans_of(work: Work, identifier: UUID) -> HttpResponse:
    """The plans of a clinic for those who check it."""
    clinic = find_facility(identifier)
    if clinic is None:
        return missing(work)
    if not work.member.scope.covers(region=clinic.region, facility=clinic.id):
        return outside(work)
    return _plans(work, clinic)


@working_page(Permission.KEEP_PLANS)
def file_plan(work: Work) -> HttpResponse:
    """The form of a new plan; or, when it was sent, the plan that was filed."""
    clinic = _own_clinic(work)
    if clinic is None:
        return missing(work)
    iin = Field("iin", work.say(PLANS["iin"]), "number")
    told = {
        "said": work.words(PLANS),
        "clinic": clinic,
        "fields": [iin, *plan_fields(work), *findings_fields(work, again=False)],
    }
    if not work.sent:
        return work.page("desk/plan_form.html", told)
    try:
        child = read_iin(work)
        document = PlanDocument(child.digits, Clinic(clinic.bin, clinic.place), read_plan(work), read_findings(work))
        filed = actions.file_plan(document, book=work.book, by=work.member.by, at=work.at)
    except Refused as refused:
        return work.refused("desk/plan_form.html", told, refused)
    return work.go(f"plans/{filed.number}/?done=filed")


@working_page(Permission.READ_PLANS)
def plan(work: Work, number: int) -> HttpResponse:
    """One plan; that it was looked at is written down before it is shown."""
    found = _found(number)
    if found is None:
        return missing(work)
    if not _covers(work, found):
        return outside(work)
    work.look(found.person, PURPOSE)
    done = {"filed": PLANS["filed"].fill(number=str(number)), "written": PLANS["written"]}.get(
        work.request.GET.get("done", "")
    )
    told = {"said": work.words(PLANS), **plan_told(found, work), "done": "" if done is None else work.say(done)}
    return work.page("desk/plan.html", told)


@working_page(Permission.KEEP_PLANS)
def take_step(work: Work, number: int, verb: str) -> HttpResponse:
    """Takes one step of a plan; what was wrong is told beside what was typed."""
    found = _found(number)
    if found is None:
        return missing(work)
    if not _covers(work, found):
        return outside(work)
    if not work.sent:
        return work.go(f"plans/{number}/")
    try:
        shown = take(verb, found, work)
    except Refused as refused:
        work.look(found.person, PURPOSE)
        told = {"said": work.words(PLANS), **plan_told(queries.plan(number), work, verb)}
        return work.refused("desk/plan.html", told, refused)
    if shown is None:
        return work.go(f"plans/{number}/?done=written")
    work.look(found.person, PURPOSE)
    told = {"said": work.words(PLANS), **plan_told(queries.plan(number), work), **shown}
    return work.page("desk/plan.html", told)


def _own_clinic(work: Work) -> FacilityRecord | None:
    facility = work.member.scope.facility
    return None if facility is None else find_facility(facility)


def _found(number: int) -> PlanRecord | None:
    try:
        return queries.plan(number)
    except Refused:
        return None


def _covers(work: Work, found: PlanRecord) -> bool:
    clinic = find_facility(found.facility)
    return work.member.scope.covers(region=None if clinic is None else clinic.region, facility=found.facility)


def _plans(work: Work, clinic: FacilityRecord) -> HttpResponse:
    rows = list(islice(_lines(work, clinic), _SHOWN))
    may_file = work.member.may(Permission.KEEP_PLANS)
    return work.page(
        "desk/plans.html", {"said": work.words(PLANS), "clinic": clinic, "rows": rows, "may_file": may_file}
    )


def _lines(work: Work, clinic: FacilityRecord) -> Iterator[tuple[int, str, str, str]]:
    for line in queries.plans(clinic.id):
        state = work.say(phrases("refusals")[f"state-{line.state}"])
        yield line.number, work.say(day_text(line.planned_on)), work.say(PLANS[line.kind]), state
