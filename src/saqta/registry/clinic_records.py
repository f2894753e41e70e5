"""What leaves the registry about clinics, and what is told to it. Spans are half-open; ``until`` None never comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.span import covers

Funding = Literal["packages", "paid_only"]
"""Whether a clinic works for the packages, by contract with the Fund, or for pay alone."""

Package = Literal["guaranteed", "insurance"]
"""The guaranteed volume of free care (ГОБМП) and care in the system of compulsory insurance (ОСМС)."""

LONGEST_NAME = 300
LONGEST_PLACE = 20
LONGEST_NUMBER = 40
LONGEST_CODE = 60
LONGEST_WORD = 40

MOST_SOUTH, MOST_NORTH = 40_500_000, 55_500_000
MOST_WEST, MOST_EAST = 46_400_000, 87_400_000
"""The box around Kazakhstan, in millionths of a degree, drawn a little wide: it catches coordinates that were swapped
or mistyped, and is no border."""


@dataclass(frozen=True, slots=True)
class Position:
    """A point on the map, in millionths of a degree north and east: whole numbers, so that nothing is rounded twice."""

    latitude: int
    longitude: int


@dataclass(frozen=True, slots=True)
class FacilityRecord:
    """A place where an organisation gives care. ``region`` is the code of КАТО; unknown is None."""

    id: UUID
    provider: UUID
    bin: str
    place: str
    name: str
    address: str
    region: str
    position: Position | None
    funding: Funding | None


@dataclass(frozen=True, slots=True)
class AnnexRecord:
    """An annex of a licence at a facility, with the term of the licence itself: both must contain a day for the
    activity to be lawful on it."""

    facility: UUID
    licence: str
    licence_start: date
    licence_until: date | None
    activity: str
    start: date
    until: date | None

    def in_force_on(self, day: date) -> bool:
        return covers(self.start, self.until, day) and covers(self.licence_start, self.licence_until, day)


@dataclass(frozen=True, slots=True)
class CertificateRecord:
    """Somebody's certificate in a specialty, as told for work at a facility."""

    facility: UUID
    specialist: UUID
    number: str
    specialty: str
    start: date
    until: date | None

    def in_force_on(self, day: date) -> bool:
        return covers(self.start, self.until, day)


@dataclass(frozen=True, slots=True)
class ContractRecord:
    """A kind of care that the Fund buys from a facility within one package."""

    facility: UUID
    package: Package
    care: str
    number: str
    start: date
    until: date

    def in_force_on(self, day: date) -> bool:
        return covers(self.start, self.until, day)


@dataclass(frozen=True, slots=True)
class ToldFacility:
    """What a feed tells of a place. ``place`` is the number under which the organisation itself tells its places
    apart."""

    provider: OrganisationBin
    place: str
    name: str
    address: str
    region: str
    position: Position | None = None
    funding: Funding | None = None


@dataclass(frozen=True, slots=True)
class ToldAnnex:
    """What a feed tells of an annex: an activity at one place of the organisation."""

    place: str
    activity: str
    start: date
    until: date | None


@dataclass(frozen=True, slots=True)
class ToldLicence:
    """What a feed tells of a licence, with one of its annexes or none."""

    provider: OrganisationBin
    number: str
    start: date
    until: date | None
    annex: ToldAnnex | None = None


@dataclass(frozen=True, slots=True)
class ToldCertificate:
    """What a feed tells of a specialist's certificate and where the specialist works."""

    specialist: Iin
    provider: OrganisationBin
    place: str
    number: str
    specialty: str
    start: date
    until: date | None


@dataclass(frozen=True, slots=True)
class ToldContract:
    """What a feed tells of a contract with the Fund: one kind of care within one package, for a year or part of it."""

    provider: OrganisationBin
    place: str
    package: Package
    care: str
    number: str
    start: date
    until: date
