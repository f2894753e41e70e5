"""Taking a complaint, from the clinic it is about to its number and day; and what waits for those who inspect."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.regions import region_of
from saqta.basis.text import Text
from saqta.channels.complaint_wording import TOPIC_WORDS
from saqta.channels.desk.fields import Field, Option, read_choice, read_iin
from saqta.channels.desk.pages import Work, forbidden, missing, outside, working_page
from saqta.channels.desk.wording.complaints import COMPLAINTS
from saqta.clinics.finding import Asked, find
from saqta.oversight.inbox import Waiting, inbox
from saqta.oversight.queries import find_complaint
from saqta.oversight.receiving import take_complaint
from saqta.oversight.records import LONGEST_ACCOUNT, TOPICS, Account, ComplaintRecord
from saqta.registry.clinic_queries import facility as find_facility
from saqta.registry.clinic_records import FacilityRecord
from saqta.registry.queries import find_person
from saqta.rules.inspection_terms import complaint_answered

PURPOSE = "complaint:look"
_MOST_SHOWN, _LONGEST_QUESTION, _WAITING_SHOWN = 20, 200, 200


@working_page(Permission.RECORD_COMPLAINTS)
def choose_clinic(work: Work) -> HttpResponse:
    """A complaint begins with the clinic it is about."""
    typed = work.request.GET.get("words", "")[:_LONGEST_QUESTION].strip()
    told: dict[str, object] = {"said": work.words(COMPLAINTS), "typed": typed}
    if typed:
        try:
            found = find(Asked(work.today, typed, work.member.scope.region, limit=_MOST_SHOWN), work.book)
        except Refused as refused:
            return work.refused("desk/complaints.html", told, refused)
        clinics = [
            (f"/desk/{work.language}/complaints/about/{one.id}/", one.name, one.address) for one in found.clinics
        ]
        told |= {"clinics": clinics, "more": found.more, "asked": True}
    return work.page("desk/complaints.html", told)


@working_page(Permission.RECORD_COMPLAINTS)
def take(work: Work, identifier: UUID) -> HttpResponse:
    """The card of the clinic and the form; or, when it was sent, the complaint under its number."""
    clinic = find_facility(identifier)
    if clinic is None:
        return missing(work)
    if not _covers(work, clinic):
        return outside(work)
    key = work.typed("key") or str(uuid4())  # of the complaint: whoever presses twice has told one
    told = {
        "said": work.words(COMPLAINTS),
        "clinic": clinic,
        "facts": list(_card(clinic, work)),
        "fields": _fields(work),
        "key": key,
    }
    if not work.sent:
        return work.page("desk/complaint_form.html", told)
    try:
        topic = read_choice(work, "topic", COMPLAINTS["topic"], TOPICS)
        account = Account(work.typed("words"), work.typed("contact"), _person(work))
        by, at = work.member.by, work.at
        taken = take_complaint(facility=identifier, topic=topic, account=account, key=key, by=by, at=at)
    except Refused as refused:
        return work.refused("desk/complaint_form.html", told, refused)
    return work.go(f"complaints/{taken.id}/?done=taken")


@working_page(None)
def complaint(work: Work, identifier: UUID) -> HttpResponse:
    """One complaint, for those who take complaints and those who inspect."""
    if not (work.member.may(Permission.RECORD_COMPLAINTS) or work.member.may(Permission.READ_INSPECTIONS)):
        return forbidden(work, Permission.READ_INSPECTIONS)
    found = find_complaint(identifier)
    clinic = None if found is None else find_facility(found[0].facility)
    if found is None or clinic is None:
        return missing(work)
    if not _covers(work, clinic):
        return outside(work)
    record, account = found
    if account is not None and account.person is not None:
        work.look(account.person, PURPOSE)
    done = COMPLAINTS["done"].fill(number=record.reference) if work.request.GET.get("done") == "taken" else None
    told = {
        "said": work.words(COMPLAINTS),
        "title": work.say(COMPLAINTS["complaint"].fill(number=record.reference)),
        "done": "" if done is None else work.say(done),
        "clinic": clinic,
        "facts": [(work.say(COMPLAINTS[name]), work.say(text)) for name, text in _facts(record, account, clinic, work)],
        "account": account,
        "appoint": _appoint(work, clinic),
    }
    return work.page("desk/complaint.html", told)


@working_page(Permission.READ_INSPECTIONS)
def waiting(work: Work) -> HttpResponse:
    """Complications and complaints that no inspection has answered yet, where this member may look."""
    found = list(inbox(work.today, region=work.member.scope.region))[:_WAITING_SHOWN]
    return work.page("desk/inbox.html", {"said": work.words(COMPLAINTS), "lines": [_line(one, work) for one in found]})


def _line(one: Waiting, work: Work) -> dict[str, object]:
    about = work.say(TOPIC_WORDS[one.about]) if one.kind == "complaint" else one.about
    return {
        "kind": work.say(COMPLAINTS["complaint"].fill(number=one.reference))
        if one.kind == "complaint"
        else f"{work.say(COMPLAINTS['incident'])} {one.reference}",
        "address": "" if one.complaint is None else f"/desk/{work.language}/complaints/{one.complaint}/",
        "clinic": one.clinic.name if one.clinic is not None else str(one.facility),
        "place": one.clinic.address if one.clinic is not None else "",
        "about": about,
        "anonymous": one.anonymous,
        "on": work.say(day_text(one.happened_on)),
    }


def _facts(
    record: ComplaintRecord, account: Account | None, clinic: FacilityRecord, work: Work
) -> Iterator[tuple[str, Text]]:
    yield "topic", TOPIC_WORDS[record.topic]
    yield "received", day_text(record.received_on)
    yield "due", _due(record, work)
    yield "goes_to", _route(record, clinic)
    if record.anonymous:
        yield "from", COMPLAINTS["anonymous"]


def _due(record: ComplaintRecord, work: Work) -> Text:
    """The last day of an answer, and whether anybody has read that term in the law."""
    law = work.book.on(record.received_on)
    deadline = complaint_answered(record.received_on, law)
    if deadline.verified:
        return day_text(deadline.day)
    days = str(law.number("complaint_working_days"))
    return COMPLAINTS["due_unverified"].fill(day=day_text(deadline.day), days=days)


def _route(record: ComplaintRecord, clinic: FacilityRecord) -> Text:
    """Whoever buys care hears of money that was asked for it; everything else is for those who inspect."""
    return COMPLAINTS["fund" if record.topic == "payment" else "control"].fill(region=region_of(clinic.region).name)


def _card(clinic: FacilityRecord, work: Work) -> Iterator[tuple[str, str]]:
    yield work.say(COMPLAINTS["region"]), work.say(region_of(clinic.region).name)
    held = COMPLAINTS["contract_held" if clinic.funding == "packages" else "contract_none"]
    yield work.say(COMPLAINTS["contract"]), work.say(held)


def _fields(work: Work) -> list[Field]:
    """The number is never put back into the form."""
    topics = (Option(topic, work.say(TOPIC_WORDS[topic]), topic == work.typed("topic")) for topic in TOPICS)
    hint = work.say(COMPLAINTS["contact_hint"])
    contact, typed = work.say(COMPLAINTS["contact"]), work.typed("contact")
    return [
        Field("topic", work.say(COMPLAINTS["topic"]), "choice", options=(Option("", ""), *topics)),
        Field("words", work.say(COMPLAINTS["words"]), "words", value=work.typed("words"), longest=LONGEST_ACCOUNT),
        Field("contact", contact, value=typed, required=False, hint=hint),
        Field("iin", work.say(COMPLAINTS["iin"]), "number", required=False),
    ]


def _person(work: Work) -> UUID | None:
    """Whoever was harmed, if a number was given; raises ``Refused`` for one that is none or that nobody knows."""
    if not work.typed("iin"):
        return None
    found = find_person(read_iin(work))
    if found is None:
        raise Refused(Fault("unknown-person", COMPLAINTS["iin_unknown"], "iin"))
    work.look(found.id, "complaint:take")
    return found.id


def _appoint(work: Work, clinic: FacilityRecord) -> str:
    if not work.member.may(Permission.APPOINT_INSPECTIONS):
        return ""
    return f"/desk/{work.language}/inspections/appoint/?bin={clinic.bin}&place={clinic.place}"


def _covers(work: Work, clinic: FacilityRecord) -> bool:
    return work.member.scope.covers(region=clinic.region, facility=clinic.id)
