"""Invented inspections of invented clinics, each at another point of its course, for the working pages to show.

They are led there by the same actions as real ones, in the names of the invented staff.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from saqta.law.book import Book
from saqta.oversight import actions
from saqta.oversight.appointing import Appointment
from saqta.oversight.queries import inspections_of
from saqta.oversight.records import InspectionRecord, Told

_WHY = "По требованию прокурора: в клинике лечат детей под наркозом"


def make_demo_inspections(
    facilities: Sequence[UUID], today: date, book: Book, *, head: str, inspector: str, at: datetime
) -> None:
    """The first clinic is being inspected, the second was told that it will be, the third waits to be registered.
    Clinics that were inspected before are left as they are."""
    for place, facility in enumerate(facilities[:3]):
        if inspections_of(facility):
            continue
        on = today - timedelta(days=14)
        appointment = Appointment(facility, "prosecutor_demand", "other")
        found = actions.appoint_inspection(
            appointment, Told(0, on, _WHY), inspectors=[inspector], book=book, by=head, at=at
        )
        if place < 2:
            found = _registered(found, on, book, head, inspector, at)
        if place < 1:
            told = Told(found.version, on + timedelta(days=6), _WHY)
            actions.begin_inspection(found.id, told, book=book, by=inspector, at=at)


def _registered(
    found: InspectionRecord, on: date, book: Book, head: str, inspector: str, at: datetime
) -> InspectionRecord:
    told = Told(found.version, on + timedelta(days=1), _WHY, "ДЕМО-1")
    found = actions.register_inspection(found.id, told, book=book, by=head, at=at)
    told = Told(found.version, on + timedelta(days=2), _WHY)
    return actions.give_notice(found.id, told, book=book, by=inspector, at=at)
