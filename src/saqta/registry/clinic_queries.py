"""Finding clinics and what stands about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeAlias, TypeVar, cast
from uuid import UUID

from django.db.models import Q, QuerySet

from saqta.registry.clinic_records import (
    AnnexRecord,
    CertificateRecord,
    ContractRecord,
    FacilityRecord,
    Funding,
    Package,
    Position,
)
from saqta.registry.models import FacilityDescription, FundContract, LicenceAnnex, SpecialistCertificate
from saqta.registry.queries import chunks

Dated = TypeVar("Dated", LicenceAnnex, SpecialistCertificate)
Place: TypeAlias = tuple[str, str]
"""A facility as its papers name it: the number of the organisation and the place."""


def facility(identifier: UUID) -> FacilityRecord | None:
    """The facility as now described; None where there is none."""
    return descriptions_of([identifier]).get(identifier)


def descriptions_of(facilities: Iterable[UUID]) -> dict[UUID, FacilityRecord]:
    """These facilities as now described, without those that no feed has described."""
    found: dict[UUID, FacilityRecord] = {}
    for chunk in chunks(list(facilities)):
        found.update((row.id, row) for row in facility_records(_descriptions().filter(facility_id__in=chunk)))
    return found


def find_places(named: Collection[Place]) -> dict[Place, UUID]:
    """The described facilities among these places."""
    found: dict[Place, UUID] = {}
    for chunk in chunks(list({number for number, _ in named})):
        rows = _descriptions().filter(facility__provider__bin__in=chunk)
        for number, place, identifier in rows.values_list("facility__provider__bin", "facility__place", "facility_id"):
            if (number, place) in named:
                found[number, place] = identifier
    return found


def all_facilities(after: UUID | None = None) -> Iterator[FacilityRecord]:
    """Every described facility, in the order of their identifiers, as a stream; ``after`` goes on behind one."""
    rows = _descriptions().order_by("facility_id")
    return facility_records(rows if after is None else rows.filter(facility_id__gt=after))


def count_facilities() -> int:
    """How many facilities are described."""
    return _descriptions().count()


def annexes(facilities: Collection[UUID]) -> Iterator[AnnexRecord]:
    """The licence annexes of these facilities as now known, past ones included."""
    columns = ("facility_id", "licence__number", "licence__terms__start", "licence__terms__until")
    for chunk in chunks(list(facilities)):
        rows = LicenceAnnex.objects.filter(facility_id__in=chunk, withdrawn=None, licence__terms__withdrawn=None)
        for row in rows.order_by("activity", "start", "id").values_list(*columns, "activity", "start", "until"):
            yield AnnexRecord(*row)


def specialists_at(identifier: UUID) -> frozenset[UUID]:
    """The people who hold or held a certificate at this facility, as now known."""
    rows = SpecialistCertificate.objects.filter(facility_id=identifier, withdrawn=None)
    return frozenset(rows.values_list("specialist_id", flat=True))


def has_annex_on(facility: UUID, activity: str, day: date) -> bool:
    """Whether a licence in force on the day has an annex in force on the day for this activity at this facility, as now
    known."""
    licensed = _in_force(LicenceAnnex.objects.filter(facility_id=facility, activity=activity, withdrawn=None), day)
    return licensed.filter(
        Q(licence__terms__until=None) | Q(licence__terms__until__gt=day),
        licence__terms__withdrawn=None,
        licence__terms__start__lte=day,
    ).exists()


def certificates(facilities: Collection[UUID]) -> Iterator[CertificateRecord]:
    """The certificates told for work at these facilities as now known, past ones included."""
    columns = ("facility_id", "specialist_id", "number", "specialty", "start", "until")
    for chunk in chunks(list(facilities)):
        rows = SpecialistCertificate.objects.filter(facility_id__in=chunk, withdrawn=None)
        for row in rows.order_by("specialty", "start", "id").values_list(*columns):
            yield CertificateRecord(*row)


def is_certified_on(facility: UUID, specialist: UUID, specialty: str, day: date) -> bool:
    """Whether this person holds a certificate in the specialty, told for this facility, on the day."""
    rows = SpecialistCertificate.objects.filter(
        facility_id=facility, specialist_id=specialist, specialty=specialty, withdrawn=None
    )
    return _in_force(rows, day).exists()


def contracts(facilities: Collection[UUID]) -> Iterator[ContractRecord]:
    """The contracts of these facilities with the Fund as now known, past ones included."""
    columns = ("facility_id", "package", "care", "number", "start", "until")
    for chunk in chunks(list(facilities)):
        rows = FundContract.objects.filter(facility_id__in=chunk, withdrawn=None)
        for identifier, package, *rest in rows.order_by("start", "package", "care").values_list(*columns):
            yield ContractRecord(identifier, cast("Package", package), *rest)


def facility_records(rows: QuerySet[FacilityDescription]) -> Iterator[FacilityRecord]:
    """Descriptions as records, streamed."""
    for row in rows.values_list(*_DESCRIBED).iterator(chunk_size=2_000):
        identifier, provider, number, place, name, address, region, latitude, longitude, funding = row
        position = None if latitude is None or longitude is None else Position(latitude, longitude)
        kind = cast("Funding | None", funding)
        yield FacilityRecord(identifier, provider, number, place, name, address, region, position, kind)


_DESCRIBED = (
    *("facility_id", "facility__provider_id", "facility__provider__bin", "facility__place"),
    *("name", "address", "region", "latitude", "longitude", "funding"),
)


def _descriptions() -> QuerySet[FacilityDescription]:
    return FacilityDescription.objects.filter(withdrawn=None)


def _in_force(rows: QuerySet[Dated], day: date) -> QuerySet[Dated]:
    return rows.filter(Q(until=None) | Q(until__gt=day), start__lte=day)
