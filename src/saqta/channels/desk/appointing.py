"""The page on which an inspection is appointed: first the clinic, then the ground and who inspects."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpResponse

from saqta.access.permissions import Permission
from saqta.basis.days import day_text
from saqta.basis.refusal import Refused
from saqta.channels.desk.fields import Field, Option, read_choice, read_day, read_identifier
from saqta.channels.desk.inspection_forms import choose_inspectors, inspectors_field
from saqta.channels.desk.pages import Work, working_page
from saqta.channels.desk.wording.inspections import INSPECTIONS
from saqta.oversight.actions import appoint_inspection
from saqta.oversight.appointing import Appointment
from saqta.oversight.queries import campaigns, complaints_about, inspections_of
from saqta.oversight.records import Told
from saqta.registry.clinic_queries import facility as find_facility
from saqta.registry.clinic_queries import find_places
from saqta.registry.clinic_records import FacilityRecord
from saqta.rules.inspection_terms import Size

_SIZES: tuple[Size, ...] = ("micro", "other")


@working_page(Permission.APPOINT_INSPECTIONS)
def appoint(work: Work) -> HttpResponse:
    """The form; or, when it was sent, the inspection that was appointed."""
    clinic = _clinic(work)
    told: dict[str, object] = {
        "said": work.words(INSPECTIONS),
        "clinic": clinic,
        "bin": _asked(work, "bin"),
        "place": _asked(work, "place") or "1",
        "unknown": clinic is None and bool(_asked(work, "bin")),
        "fields": [] if clinic is None else list(_fields(clinic, work)),
    }
    if clinic is None or not work.sent:
        return work.page("desk/appoint.html", told)
    try:
        appointment = Appointment(
            facility=clinic.id,
            ground=read_choice(work, "ground", INSPECTIONS["ground"], tuple(work.book.grounds)),
            size=read_choice(work, "size", INSPECTIONS["size"], _SIZES),
            campaign=read_identifier(work, "campaign", INSPECTIONS["campaign"]),
            follows=read_identifier(work, "follows", INSPECTIONS["follows"]),
            complaint=read_identifier(work, "complaint", INSPECTIONS["cause"]),
        )
        on = read_day(work, "on", INSPECTIONS["on"])
        found = appoint_inspection(
            appointment,
            Told(0, on, work.typed("reason"), work.typed("document") or None),
            inspectors=choose_inspectors(work, clinic.region, clinic.id),
            book=work.book,
            by=work.member.by,
            at=work.at,
        )
    except Refused as refused:
        return work.refused("desk/appoint.html", told, refused)
    return work.go(f"inspections/{found.id}/?done=appoint")


def _asked(work: Work, name: str) -> str:
    return work.typed(name) or work.request.GET.get(name, "").strip()


def _clinic(work: Work) -> FacilityRecord | None:
    """The clinic that was named, if it lies where this member may act."""
    place = (_asked(work, "bin"), _asked(work, "place") or "1")
    identifier = find_places({place}).get(place)
    found = None if identifier is None else find_facility(identifier)
    if found is None or not work.member.scope.covers(region=found.region, facility=found.id):
        return None
    return found


def _fields(clinic: FacilityRecord, work: Work) -> Iterator[Field]:
    grounds = [
        Option(code, work.say(ground.name), code == work.typed("ground"))
        for code, ground in work.book.grounds.items()
        if ground.stands_on(work.today)
    ]
    yield Field("ground", work.say(INSPECTIONS["ground"]), "choice", options=(Option("", ""), *grounds))
    sizes = [Option(size, work.say(INSPECTIONS[f"size-{size}"]), size == work.typed("size")) for size in _SIZES]
    yield Field("size", work.say(INSPECTIONS["size"]), "choice", options=(Option("", ""), *sizes))
    yield inspectors_field(work, clinic.region, clinic.id)
    yield _optional(
        "campaign", "campaign", ((str(one.id), work.say(one.name)) for one in campaigns()), "no_campaign", work
    )
    before = (
        (str(one.id), f"{work.say(day_text(one.appointed_on))}, {work.say(one.state.title)}")
        for one in inspections_of(clinic.id)
    )
    yield _optional("follows", "follows", before, "nothing", work)
    complaints = (
        (str(one.id), f"{one.reference}, {work.say(day_text(one.received_on))}")
        for one in complaints_about(clinic.id)
        if not one.anonymous
    )
    yield _optional("complaint", "cause", complaints, "nothing", work)
    yield Field("on", work.say(INSPECTIONS["on"]), "date", value=work.typed("on") or work.today.isoformat())
    yield Field("document", work.say(INSPECTIONS["document"]), value=work.typed("document"), required=False)
    yield Field("reason", work.say(INSPECTIONS["reason"]), "words", value=work.typed("reason"))


def _optional(name: str, label: str, found: Iterator[tuple[str, str]], none: str, work: Work) -> Field:
    options = [Option(value, shown, value == work.typed(name)) for value, shown in found]
    said = work.say(INSPECTIONS[label])
    return Field(name, said, "choice", options=(Option("", work.say(INSPECTIONS[none])), *options), required=False)
