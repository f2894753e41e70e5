"""The card of a clinic as a document."""

from __future__ import annotations

from saqta.basis.text import Text
from saqta.channels.clinic_wording import CONTRACT
from saqta.clinics.documents import (
    ActivityShown,
    CareShown,
    ClinicShown,
    InspectionShown,
    MeasureShown,
    Place,
    ServiceShown,
    SpecialistsShown,
)
from saqta.clinics.finding import coordinates_of
from saqta.law.book import Book
from saqta.oversight.card import CardActivity, CardCare, CardInspection, CardMeasure, ClinicCard


def clinic_shown(card: ClinicCard, book: Book) -> ClinicShown:
    """The document of a card."""
    found = card.facility
    return ClinicShown(
        on=card.on,
        id=found.id,
        bin=found.bin,
        place=found.place,
        name=found.name,
        address=found.address,
        region=Place(found.region, card.region),
        position=coordinates_of(found),
        funding=found.funding,
        anaesthesia=card.anaesthesia,
        activities=tuple(map(_activity, card.activities)),
        care=tuple(_care(care, book) for care in card.care),
        specialists=tuple(SpecialistsShown(field, count) for field, count in card.specialists),
        inspections=tuple(map(_inspection, card.inspections)),
        measures=tuple(map(_measure, card.measures)),
        unknown=card.unknown,
        address_of_card=f"/ru/clinics/{found.id}/",
    )


def contract_said(shown: ClinicShown) -> Text:
    """Whether the Fund pays for care there, as far as that is known."""
    return CONTRACT["held" if shown.care else "paid_only" if shown.funding == "paid_only" else "unknown"]


def _activity(activity: CardActivity) -> ActivityShown:
    return ActivityShown(
        code=activity.code,
        name=activity.name,
        licence=activity.licence,
        start=activity.start,
        until=activity.until,
        in_force=activity.in_force,
    )


def _care(care: CardCare, book: Book) -> CareShown:
    services = (service for service in book.services.values() if service.care == care.code)
    return CareShown(
        care.package,
        care.code,
        care.name,
        care.until,
        tuple(ServiceShown(service.code, service.name) for service in services),
    )


def _inspection(found: CardInspection) -> InspectionShown:
    return InspectionShown(found.completed_on, found.ground, found.outcome, found.says, found.disputed)


def _measure(found: CardMeasure) -> MeasureShown:
    return MeasureShown(
        found.kind, found.title, found.taken_on, found.lasts_to, found.state, found.ended_on, found.disputed
    )
