"""An invented plan to try things on: a child of the demonstration, at a clinic of the demonstration, in three days.

It is filed and nothing more, so that every step is still to be taken: by a parent behind the link, by a doctor at the
desk. Nothing was examined yet, and the page says so.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from saqta.access.records import system_user
from saqta.basis.days import KAZAKHSTAN, day_in_kazakhstan
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.care.actions import file_plan, make_link
from saqta.care.models import Plan
from saqta.care.queries import history
from saqta.care.records import Anaesthetist, Clinic, PlanDocument, ToldPlan, TreatedTooth
from saqta.care.states import BEFORE_THE_START
from saqta.law.activities import ANAESTHESIOLOGY
from saqta.law.book import Book
from saqta.registry.clinic_actions import record_certificates
from saqta.registry.clinic_queries import all_facilities, has_annex_on
from saqta.registry.clinic_records import FacilityRecord, ToldCertificate

_BY = system_user("demo")
_CERTIFICATE = "DEMO-0001"
_CERTIFIED = date(2024, 1, 1)
_AHEAD = timedelta(days=3)
_HOUR = 10


def demo_clinic(on: date) -> FacilityRecord | None:
    """Where the invented child is treated and the invented doctor works: a clinic that may give anaesthesia."""
    return next((place for place in all_facilities() if has_annex_on(place.id, ANAESTHESIOLOGY, on)), None)


def make_demo_plan(child: str, anaesthetist: str, *, book: Book, at: datetime) -> str | None:
    """Files a plan for the invented ``child`` at the clinic of the demonstration, once, and gives the secret of a
    new link for the parents; None where no such clinic is, or where the plan has gone past its start. Both people are
    named by their invented numbers."""
    clinic = demo_clinic(day_in_kazakhstan(at))
    if clinic is None:
        return None
    plan = Plan.objects.order_by("number").first()
    if plan is None:
        _certify(anaesthetist, clinic, at)
        number = file_plan(_document(child, clinic, at), book=book, by=_BY, at=at).number
    else:
        number = plan.number
    return make_link(number, by=_BY, at=at) if history(number).state in BEFORE_THE_START else None


def _certify(anaesthetist: str, clinic: FacilityRecord, at: datetime) -> None:
    until = _CERTIFIED.replace(year=day_in_kazakhstan(at).year + 1)
    told = ToldCertificate(
        Iin.parse(anaesthetist),
        OrganisationBin.parse(clinic.bin),
        clinic.place,
        _CERTIFICATE,
        ANAESTHESIOLOGY,
        _CERTIFIED,
        until,
    )
    record_certificates([told], source="demo", by=_BY, at=at)


def _document(child: str, clinic: FacilityRecord, at: datetime) -> PlanDocument:
    start = (at.astimezone(KAZAKHSTAN) + _AHEAD).replace(hour=_HOUR, minute=0, second=0, microsecond=0)
    plan = ToldPlan(
        planned_at=start,
        kind="general",
        teeth=(TreatedTooth(46, "root_canal"), TreatedTooth(36, "filling"), TreatedTooth(85, "extraction")),
        minutes_planned=80,
        anaesthetist=Anaesthetist("Ержанова Динара", _CERTIFICATE),
        medical_indication=True,
        indication="Множественный кариес, лечение под местным обезболиванием не удалось дважды",
        diagnosis="K02.1",
    )
    return PlanDocument(child, Clinic(clinic.bin, clinic.place), plan)
