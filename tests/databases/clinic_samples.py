"""Invented clinics for tests: organisations, places, papers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.registry.clinic_actions import record_facilities, record_licences
from saqta.registry.clinic_queries import find_places
from saqta.registry.clinic_records import Position, ToldAnnex, ToldFacility, ToldLicence
from tests.rooms.ledger.payment_samples import invented_bin, invented_iin

AT = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)
BIN = OrganisationBin.parse(invented_bin(100))
OTHER_BIN = OrganisationBin.parse(invented_bin(200))
DOCTOR = Iin.parse(invented_iin(7, date(1980, 5, 20)))
CENTRE = Position(43_238_949, 76_889_709)
ANAESTHESIOLOGY = "anaesthesiology-reanimatology"


def told_facility(
    provider: OrganisationBin = BIN, place: str = "1", name: str = "Ақ тіс", position: Position | None = CENTRE
) -> ToldFacility:
    return ToldFacility(provider, place, name, "Алматы, Абай даңғылы, 1", "750000000", position)


def a_facility(provider: OrganisationBin = BIN, place: str = "1", name: str = "Ақ тіс") -> UUID:
    """A facility that was told of."""
    record_facilities([told_facility(provider, place, name)], source="test", by="test", at=AT)
    return find_places({(provider.digits, place)})[provider.digits, place]


def license_facility(
    term: tuple[date, date | None],
    annex: tuple[date, date | None],
    activity: str = ANAESTHESIOLOGY,
    provider: OrganisationBin = BIN,
    place: str = "1",
) -> int:
    """Tells of a licence with one annex; gives how much was new."""
    told = ToldLicence(provider, "25000001", *term, ToldAnnex(place, activity, *annex))
    return record_licences([told], source="test", by="test", at=AT).new
