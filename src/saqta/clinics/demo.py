"""Invented clinics to try things on, each with a story: a paper in force, one that ended, one that nobody told of.

Names, addresses and numbers are those of nobody; serials of a BIN are given out from the lowest on, and these are among
the last ones of a month."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from saqta.basis.identifiers import OrganisationBin
from saqta.law.activities import ANAESTHESIOLOGY
from saqta.registry.clinic_actions import record_contracts, record_facilities, record_licences
from saqta.registry.clinic_records import Funding, Package, Position, ToldAnnex, ToldContract, ToldFacility, ToldLicence

_BY = "system:demo"
_SOURCE = "demo"
_LICENSED = date(2021, 3, 1)


class DemoClinic(NamedTuple):
    """An invented clinic. ``annexes`` names activities, each with the days from today until its annex ends, None where
    it has no end; ``packages`` those within which the Fund buys dental care here this year."""

    bin: str
    name: str
    address: str
    region: str
    position: tuple[int, int] | None
    funding: Funding | None = None
    annexes: tuple[tuple[str, int | None], ...] = ()
    packages: tuple[Package, ...] = ()


CLINICS = (
    DemoClinic(
        "150340999809",
        "Детская стоматология «Ақ інжу»",
        "улица Жемчужная, 5",
        "750000000",
        (43_238_949, 76_889_709),
        "packages",
        (("paediatric-dentistry", None), (ANAESTHESIOLOGY, None)),
        ("guaranteed", "insurance"),
    ),
    DemoClinic(
        "150340999819",
        "Стоматология «Улыбка плюс»",
        "проспект Долгий, 118",
        "750000000",
        (43_251_200, 76_912_300),
        "paid_only",
        (("dentistry", None), (ANAESTHESIOLOGY, -45)),
    ),
    DemoClinic(
        "150340999829",
        "Тіс емханасы «Жұлдызай»",
        "Бұлақ көшесі, 12",
        "710000000",
        (51_128_207, 71_430_411),
        None,
        (("dentistry", 20),),
        ("insurance",),
    ),
    DemoClinic(
        "150340999839", "Dental Studio Nurly", "улица Садовая, 3", "790000000", (42_341_700, 69_590_100), "paid_only"
    ),
    DemoClinic(
        "150340999849",
        "Медицинский центр «Сенім»",
        "улица Степная, 44",
        "351010000",
        (49_806_400, 73_085_400),
        "packages",
        (("general-practice", None), ("dentistry", None)),
        ("guaranteed",),
    ),
    DemoClinic("150340999859", "Стоматологический кабинет «Мерей»", "улица Озёрная, 9", "110000000", None),
)


def make_demo_clinics(today: date, *, at: datetime) -> None:
    """Tells the register of the invented clinics as of ``today``; done again on that day, it changes nothing more."""
    year = (date(today.year, 1, 1), date(today.year + 1, 1, 1))
    record_facilities([_facility(clinic) for clinic in CLINICS], source=_SOURCE, by=_BY, at=at)
    licences = [licence for clinic in CLINICS for licence in _licences(clinic, today)]
    record_licences(licences, source=_SOURCE, by=_BY, at=at)
    contracts = [
        ToldContract(OrganisationBin.parse(clinic.bin), "1", package, "dental", "1", *year)
        for clinic in CLINICS
        for package in clinic.packages
    ]
    record_contracts(contracts, source=_SOURCE, by=_BY, at=at)


def _facility(clinic: DemoClinic) -> ToldFacility:
    position = None if clinic.position is None else Position(*clinic.position)
    provider = OrganisationBin.parse(clinic.bin)
    return ToldFacility(provider, "1", clinic.name, clinic.address, clinic.region, position, clinic.funding)


def _licences(clinic: DemoClinic, today: date) -> list[ToldLicence]:
    provider, number = OrganisationBin.parse(clinic.bin), f"DEMO-{clinic.bin[-4:]}"
    annexes = [
        ToldAnnex("1", activity, _LICENSED, None if days is None else today + timedelta(days=days))
        for activity, days in clinic.annexes
    ]
    return [ToldLicence(provider, number, _LICENSED, None, annex) for annex in annexes]
