"""Documents about clinics, the same at the command line and over HTTP, apart from the rooms that keep rows, so that
their schemas can be had without a register."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from saqta.basis.text import Text
from saqta.law.packages import PackageName

Contract = Literal["held", "paid_only", "unknown"]
"""Whether a clinic is known to hold a contract with the Fund on the day. That none is known does not mean that there is
none: it may work for pay alone only where the register says so."""


class Place(msgspec.Struct, frozen=True):
    """A region or city of its rank, by the code of КАТО of the clinic's own place."""

    code: str
    name: Text


class Coordinates(msgspec.Struct, frozen=True):
    """Degrees north and east, written with six decimals."""

    latitude: str
    longitude: str


class ClinicFound(msgspec.Struct, frozen=True):
    """One clinic among those found. ``metres``: how far it is from the point that was given, as the crow flies."""

    id: UUID
    bin: str
    place: str
    name: str
    address: str
    region: Place
    position: Coordinates | None
    contract: Contract
    metres: int | None


class ClinicsFound(msgspec.Struct, frozen=True):
    """Clinics, the best first. ``more``: there are others, so that it is worth asking more narrowly. ``unheard``: no
    clinic has a name with all the words; those shown have the others."""

    on: date
    clinics: tuple[ClinicFound, ...]
    more: bool
    unheard: bool


class ActivityShown(msgspec.Struct, frozen=True):
    """What an annex of a licence allows here, from a day up to, but not including, ``until``."""

    code: str
    name: Text
    licence: str
    start: date = msgspec.field(name="from")
    until: date | None
    in_force: bool


class ServiceShown(msgspec.Struct, frozen=True):
    """A service of the catalogue."""

    code: str
    name: Text


class CareShown(msgspec.Struct, frozen=True):
    """A kind of care that the Fund buys here on the day, and the services that are of this kind. Free for whoever is
    entitled to it, which the question about a service answers."""

    package: PackageName
    code: str
    name: Text
    until: date
    services: tuple[ServiceShown, ...]


class SpecialistsShown(msgspec.Struct, frozen=True):
    """How many people with a certificate in force are told to work here."""

    field: Text
    count: int


class InspectionShown(msgspec.Struct, frozen=True):
    """A completed inspection; ``outcome`` is null where its results were annulled."""

    completed_on: date
    ground: Text
    outcome: Literal["violations", "no_violations"] | None
    says: Text
    disputed: bool


class MeasureShown(msgspec.Struct, frozen=True):
    """A measure that was taken, and how it stands on the day."""

    kind: str
    title: Text
    taken_on: date
    lasts_to: date | None
    state: str
    ended_on: date | None
    disputed: bool


class ClinicShown(msgspec.Struct, frozen=True):
    """The public card of a clinic as of ``on``. ``unknown`` says in sentences what the register does not know: an
    empty list of inspections is no good mark. ``address_of_card`` is the page that the poster on the wall leads to."""

    on: date
    id: UUID
    bin: str
    place: str
    name: str
    address: str
    region: Place
    position: Coordinates | None
    funding: Literal["packages", "paid_only"] | None
    anaesthesia: Literal["yes", "no", "not_known"]
    activities: tuple[ActivityShown, ...]
    care: tuple[CareShown, ...]
    specialists: tuple[SpecialistsShown, ...]
    inspections: tuple[InspectionShown, ...]
    measures: tuple[MeasureShown, ...]
    unknown: tuple[Text, ...]
    address_of_card: str
