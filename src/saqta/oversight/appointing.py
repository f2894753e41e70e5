"""How an inspection comes about: a clinic, a ground that the law of the day knows, and who inspects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from uuid_utils.compat import uuid7

from saqta.access.queries import require
from saqta.journal.actions import take_turn
from saqta.law.book import Book
from saqta.oversight.models import Campaign, Complaint, Event, Inspection, Measure, Participant
from saqta.oversight.permitted import PERMITS
from saqta.oversight.records import URGENT, MeasureKind, Told
from saqta.oversight.stepping import Actor, check_inspectors, check_told, move_on, refused, write_event
from saqta.registry.clinic_queries import facility as find_facility
from saqta.rules.inspection_terms import Size
from saqta.rules.inspections import State, Step

FOLLOWED_UP: Mapping[str, tuple[MeasureKind, ...]] = MappingProxyType(
    {"measure_follow_up": URGENT, "prescription_follow_up": ("prescription",)}
)
"""Of the grounds that look back, the measures whose mending they look at."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """What an inspection is appointed for. ``ground`` is a code of the law's grounds; ``follows`` names the inspection
    whose measures are followed up, ``complaint`` the one that gave cause. The term depends on ``size``."""

    facility: UUID
    ground: str
    size: Size
    campaign: UUID | None = None
    follows: UUID | None = None
    complaint: UUID | None = None


def appoint(appointment: Appointment, told: Told, inspectors: Sequence[str], actor: Actor) -> tuple[Inspection, Event]:
    """Writes the inspection and its first event, inside the transaction of the action. Raises ``Refused``."""
    entry = take_turn()
    facility = find_facility(appointment.facility)
    if facility is None:
        raise refused("no-such-clinic", "facility")
    require(actor.by, PERMITS[Step.APPOINT], region=facility.region, facility=facility.id)
    check_told(told, actor, earliest=None)
    _check_ground(appointment, told.on, actor.book)
    named = check_inspectors(inspectors, region=facility.region, facility=facility.id)
    row = Inspection.objects.create(
        id=uuid7(),
        facility_id=facility.id,
        campaign_id=appointment.campaign,
        ground=appointment.ground,
        follows_id=appointment.follows,
        region=facility.region,
        funding=facility.funding,
        size=appointment.size,
        state=State.BEING_REGISTERED.value,
        version=1,
        appointed_on=told.on,
        changed_on=told.on,
        recorded_id=entry,
    )
    for inspector in named:
        Participant.objects.create(inspection=row, inspector=inspector, start=told.on)
    move_on(row, told.on)
    detail = {
        "facility": facility.id,
        "region": facility.region,
        "funding": facility.funding,
        "ground": appointment.ground,
        "size": appointment.size,
        "campaign": appointment.campaign,
        "follows": appointment.follows,
        "complaint": appointment.complaint,
        "inspectors": named,
    }
    return row, write_event(row, Step.APPOINT, told, actor, entry=entry, detail=detail)


def _check_ground(appointment: Appointment, on: date, book: Book) -> None:
    ground = book.grounds.get(appointment.ground)
    if ground is None or not ground.stands_on(on):
        raise refused("no-such-ground", "ground")
    if appointment.campaign is not None and not Campaign.objects.filter(id=appointment.campaign).exists():
        raise refused("no-such-campaign", "campaign")
    if appointment.ground == "complaint":
        _check_complaint(appointment)
    kinds = FOLLOWED_UP.get(appointment.ground)
    if kinds is None:
        if appointment.follows is not None:
            raise refused("ground-follows-nothing", "follows")
        return
    rows = Measure.objects.filter(inspection__facility_id=appointment.facility, kind__in=kinds, state="standing")
    if appointment.follows is None or not rows.filter(inspection_id=appointment.follows).exists():
        raise refused("nothing-to-follow-up", "follows")


def _check_complaint(appointment: Appointment) -> None:
    """A complaint is named, about this clinic, and not anonymous."""
    rows = Complaint.objects.filter(facility_id=appointment.facility)
    row = None if appointment.complaint is None else rows.filter(id=appointment.complaint).first()
    if row is None:
        raise refused("no-such-complaint", "complaint")
    if row.anonymous:
        raise refused("complaint-is-anonymous", "complaint")
