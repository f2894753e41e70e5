"""What waits for those who inspect: serious complications and complaints that no inspection has answered yet.

Incidents are read from ``care``, which knows nothing of inspections; they name a clinic and a plan, never a child.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from saqta.care.queries import incidents
from saqta.oversight.models import Complaint, Inspection
from saqta.registry.clinic_queries import descriptions_of
from saqta.registry.clinic_records import FacilityRecord
from saqta.registry.queries import chunks
from saqta.rules.inspections import State


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that happened at a clinic. ``about`` is the code of the complication or the topic of the complaint,
    ``reference`` the number of the incident or of the complaint. An anonymous complaint informs and gives no ground."""

    kind: Literal["incident", "complaint"]
    reference: str
    facility: UUID
    clinic: FacilityRecord | None
    happened_on: date
    about: str
    anonymous: bool
    complaint: UUID | None


def inbox(on: date, *, region: str | None = None) -> Iterator[Waiting]:
    """What is known by a day and came after the last inspection of the clinic was appointed, incidents first, each in
    the order it came. ``region`` takes clinics whose code of КАТО begins so."""
    found = (*_incidents(on), *_complaints(on))
    places = descriptions_of({one.facility for one in found})
    for one in found:
        clinic = places.get(one.facility)
        if region is None or (clinic is not None and clinic.region.startswith(region)):
            yield Waiting(
                one.kind, one.reference, one.facility, clinic, one.happened_on, one.about, one.anonymous, one.complaint
            )


def _incidents(on: date) -> Iterator[Waiting]:
    known = tuple(incidents())
    answered = _last_appointed({incident.facility for incident in known})
    for incident in known:
        opened = localdate(incident.opened_at)
        after = answered.get(incident.facility)
        if opened <= on and (after is None or after < opened):
            day = localdate(incident.happened_at)
            yield Waiting("incident", str(incident.number), incident.facility, None, day, incident.code, False, None)


def _complaints(on: date) -> Iterator[Waiting]:
    since = Inspection.objects.filter(
        facility_id=OuterRef("facility_id"), appointed_on__gte=OuterRef("received_on")
    ).exclude(state=State.REGISTRATION_REFUSED.value)
    rows = Complaint.objects.filter(~Exists(since), received_on__lte=on).order_by("received_on", "id")
    for row in rows.iterator(chunk_size=2_000):
        yield Waiting(
            "complaint", row.reference, row.facility_id, None, row.received_on, row.topic, row.anonymous, row.id
        )


def _last_appointed(facilities: set[UUID]) -> dict[UUID, date]:
    """When an inspection of each clinic was last appointed; a refused registration inspects nothing."""
    found: dict[UUID, date] = {}
    for chunk in chunks(list(facilities)):
        rows = Inspection.objects.filter(facility_id__in=chunk).exclude(state=State.REGISTRATION_REFUSED.value)
        found.update(rows.order_by("appointed_on").values_list("facility_id", "appointed_on"))
    return found
