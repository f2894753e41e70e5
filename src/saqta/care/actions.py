"""What the clinic does with a plan. Every action is one transaction with one entry in the journal.

All of them wait for their turn before they look at the plan, so that two people at once act one after the other, and
refuse whoever may not act for that clinic.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.basis.days import age_on, day_in_kazakhstan
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.basis.text import Text
from saqta.care.checks import check_findings, check_plan, fault, refused
from saqta.care.judging import CONSENT, LAW_OF_THE_DAY, Judgement
from saqta.care.links import digest_of, make_secret
from saqta.care.models import Link, Plan
from saqta.care.phrases import phrases
from saqta.care.queries import history, judge_history, plan
from saqta.care.records import LONGEST_NAME, LONGEST_WORDS, Findings, PlanDocument, PlanRecord, ToldPlan
from saqta.care.told import Changed, Filed, Judged, Nothing, Overridden, Reason
from saqta.care.writing import file_step, may_step, take_steps
from saqta.journal.actions import take_turn
from saqta.law.book import Book
from saqta.registry.clinic_queries import find_places
from saqta.registry.queries import find_person, people


@transaction.atomic
def file_plan(document: PlanDocument, *, book: Book, by: str, at: datetime) -> PlanRecord:
    """A new plan under the next number. Raises ``Refused`` for a plan that does not fit together, a child or a clinic
    that the register does not know, and a patient who is no child on the day of the session."""
    check_plan(document.plan, at)
    check_findings(document.findings, at)
    entry = take_turn()
    person = find_person(Iin.parse(document.iin))
    if person is None:
        raise refused("unknown-child", "$.iin")
    place = (document.clinic.bin, document.clinic.place)
    facility = find_places({place}).get(place)
    if facility is None:
        raise refused("unknown-clinic", "$.clinic")
    require(by, Permission.KEEP_PLANS, facility=facility)
    _check_age(person.birth_date, document.plan, book)
    last = Plan.objects.order_by("-number").values_list("number", flat=True).first()
    row = Plan.objects.create(
        id=uuid7(), number=(last or 0) + 1, person_id=person.id, facility_id=facility, recorded_id=entry
    )
    file_step(row, Filed(document.plan, document.findings), by=by, at=at)
    return plan(row.number)


@transaction.atomic
def change_plan(number: int, told: ToldPlan, *, version: int, book: Book, by: str, at: datetime) -> PlanRecord:
    """The plan ``told`` takes the place of the ``version`` that its author had before them; raises ``Refused`` when it
    is no longer that one. A consent to the plan before does not stand any more."""
    check_plan(told, at)
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "change")
    if found.plan().version != version:
        raise refused("plan-has-changed")
    _check_age(_birth_date(found.person), told, book)
    take_steps(found, ("change", Changed(told)), entry=entry, by=by, at=at)
    return plan(number)


@transaction.atomic
def note_findings(number: int, found: Findings, *, by: str, at: datetime) -> PlanRecord:
    """What was found out; what is left out stays as it was noted. A plan that might go ahead has to be cleared anew."""
    entry = take_turn()
    before = history(number)
    require(by, Permission.KEEP_PLANS, facility=before.facility)
    may_step(before, "note")
    check_findings(before.plan().findings.then(found), at)
    take_steps(before, ("note", found), entry=entry, by=by, at=at)
    return plan(number)


@transaction.atomic
def make_link(number: int, *, by: str, at: datetime) -> str:
    """The secret of a new link for the parents, told this once; a link given before works no longer."""
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "link")
    secret = make_secret()
    (step,) = take_steps(found, ("link", Nothing()), entry=entry, by=by, at=at)
    Link.objects.create(digest=digest_of(secret), plan_id=found.id, step=step)
    return secret


@transaction.atomic
def answer_for_demands(
    number: int, demands: Collection[str], *, physician: str, reason: str, book: Book, by: str, at: datetime
) -> PlanRecord:
    """A physician, named, answers for demands of the law that are not met, and says why. The parents are asked anew,
    because it is not the plan any more that they agreed to. Raises ``Refused`` for consent, which nobody gives in their
    place, and for a demand that is met or not made."""
    _check_named(physician, reason)
    entry = take_turn()
    found = history(number)
    require(by, Permission.ANSWER_FOR_DEMANDS, facility=found.facility)
    may_step(found, "override")
    unmet = judge_history(found, book, at=at, with_consent=True).unmet
    for demand in demands:
        if demand in CONSENT:
            raise refused("consent-cannot-be-overridden", demand)
        if demand not in unmet:
            raise refused("nothing-to-override", "$.demands")
    told = Overridden(tuple(sorted(set(demands))), physician.strip(), reason.strip())
    take_steps(found, ("override", told), entry=entry, by=by, at=at)
    return plan(number)


@transaction.atomic
def clear_plan(number: int, *, book: Book, by: str, at: datetime) -> PlanRecord:
    """The plan may go ahead. Raises ``Refused`` with every demand of the law that stands in the way."""
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "go_ahead")
    judged = let_pass(judge_history(found, book, at=at))
    take_steps(found, ("go_ahead", judged), entry=entry, by=by, at=at)
    return plan(number)


@transaction.atomic
def withdraw_plan(number: int, *, reason: str, by: str, at: datetime) -> PlanRecord:
    """The clinic gives the plan up; a consent to it does not stand any more."""
    if not reason.strip() or len(reason) > LONGEST_WORDS:
        raise refused("reason-missing")
    entry = take_turn()
    found = history(number)
    require(by, Permission.KEEP_PLANS, facility=found.facility)
    may_step(found, "withdraw_plan")
    take_steps(found, ("withdraw_plan", Reason(reason.strip())), entry=entry, by=by, at=at)
    return plan(number)


def let_pass(judgement: Judgement) -> Judged:
    """The seal under which a plan passes; raises ``Refused`` with every demand that stands in the way."""
    if judgement.blocking:
        raise Refused(
            *(fault("requirement-unmet", code, demand=_named(judgement, code)) for code in judgement.blocking)
        )
    return Judged(judgement.answer.answer, tuple(code for code in judgement.unmet if code not in judgement.blocking))


def _named(judgement: Judgement, code: str) -> Text:
    if code == LAW_OF_THE_DAY:
        return phrases("refusals")["law-of-the-day"]
    return next(found.text for found in judgement.answer.requirements if found.code == code)


def _check_age(born: date | None, told: ToldPlan, book: Book) -> None:
    """Whoever is of age consents alone, and needs none of this. Without a date of birth the rules decide nothing."""
    day = day_in_kazakhstan(told.planned_at)
    of_age = int(book.on(day).number("anaesthesia_child_age"))
    if born is not None and age_on(day, born) >= of_age:
        raise refused("not-a-child", "$.plan.planned_at", age=str(of_age))


def _birth_date(person: UUID) -> date | None:
    (found,) = people([person])
    return found.birth_date


def _check_named(physician: str, reason: str) -> None:
    is_named = sum(letter.isalpha() for letter in physician) > 1 and len(physician) <= LONGEST_NAME
    if not is_named or not reason.strip() or len(reason) > LONGEST_WORDS:
        raise refused("override-unnamed", "$.physician")
