"""From what people type to clinics: by name, number, region, service, contract with the Fund, and how far they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import msgspec

from saqta.basis.identifiers import OrganisationBin, looks_like_organisation
from saqta.basis.refusal import Fault, Refused
from saqta.basis.regions import region_of
from saqta.basis.spelling import sounds
from saqta.basis.text import Text
from saqta.clinics.documents import ClinicFound, ClinicsFound, Contract, Coordinates, Place
from saqta.law.book import Book, NoSuchEntry
from saqta.registry.clinic_records import FacilityRecord, Position
from saqta.registry.clinic_search import ClinicSearch, FoundClinic, FoundClinics, find_clinics, heard_words
from saqta.search.letters import other_readings

MOST_WORDS = 6
"""How many words of a question are listened to."""

Value = TypeVar("Value")


class Asked(msgspec.Struct, frozen=True):
    """What clinics are asked for; ``on`` is the day on which contracts are looked at. Distances are from ``near``."""

    on: date
    text: str = ""
    region: str | None = None
    service: str | None = None
    contract: bool | None = None
    near: Position | None = None
    limit: int = 20


def find(asked: Asked, book: Book) -> ClinicsFound:
    """The clinics asked for; raises ``Refused`` for a region or a service that does not exist, or one that the Fund
    buys nowhere."""
    if asked.region is not None:
        _in_field(region_of, asked.region, "region")
    care = None if asked.service is None else _care(asked.service, book)
    found, unheard = _by_text(asked, care)
    clinics = tuple(_shown(clinic) for clinic in found.clinics)
    return ClinicsFound(asked.on, clinics, found.more, unheard)


def place_of(record: FacilityRecord) -> Place:
    return Place(record.region, region_of(record.region).name)


def coordinates_of(record: FacilityRecord) -> Coordinates | None:
    if record.position is None:
        return None
    return Coordinates(_degrees(record.position.latitude), _degrees(record.position.longitude))


def contract_of(record: FacilityRecord, holds: bool) -> Contract:
    if holds:
        return "held"
    return "paid_only" if record.funding == "paid_only" else "unknown"


def _by_text(asked: Asked, care: str | None) -> tuple[FoundClinics, bool]:
    """What fits the text as typed; else as other keys or sounds; else what fits those of its words that are heard."""
    text = asked.text.strip()
    if looks_like_organisation(text) and text.isdigit():
        return find_clinics(_search(asked, care, (), _in_field(OrganisationBin.parse, text, "text").digits)), False
    typed = sounds(text)[:MOST_WORDS]
    readings = [typed, *(sounds(reading)[:MOST_WORDS] for reading in (other_readings(text) if typed else ()))]
    if len(typed) > 1:
        readings.append(("".join(typed),))
    for words in dict.fromkeys(readings):
        found = find_clinics(_search(asked, care, words))
        if found.clinics or not typed:
            return found, False
    heard = max((heard_words(words) for words in dict.fromkeys(readings)), key=len)
    if not heard or len(heard) == len(typed):
        return FoundClinics((), False), False
    return find_clinics(_search(asked, care, heard)), True


def _search(asked: Asked, care: str | None, words: tuple[str, ...], number: str | None = None) -> ClinicSearch:
    return ClinicSearch(
        on=asked.on,
        words=words,
        bin=number,
        region=asked.region,
        care=care,
        contract=asked.contract,
        near=asked.near,
        limit=asked.limit,
    )


def _care(code: str, book: Book) -> str:
    try:
        care = book.service(code).care
    except NoSuchEntry:
        raise Refused(Fault("no-such-service", _NO_SUCH_SERVICE, "service")) from None
    if book.care[care].way == "paid":
        raise Refused(Fault("bought-nowhere", _BOUGHT_NOWHERE, "service"))
    return care


def _shown(clinic: FoundClinic) -> ClinicFound:
    record = clinic.facility
    return ClinicFound(
        record.id,
        record.bin,
        record.place,
        record.name,
        record.address,
        place_of(record),
        coordinates_of(record),
        contract_of(record, clinic.contract),
        clinic.metres,
    )


def _degrees(millionths: int) -> str:
    return f"{millionths // 1_000_000}.{millionths % 1_000_000:06d}"


def _in_field(reader: Callable[[str], Value], text: str, field: str) -> Value:
    try:
        return reader(text)
    except Refused as refused:
        raise Refused(*(Fault(fault.code, fault.text, field) for fault in refused.faults)) from None


_NO_SUCH_SERVICE = Text(
    ru="Такой услуги нет в каталоге. Список услуг даёт команда services, поиск по словам — services find.",
    kk="Каталогта мұндай қызмет жоқ. Қызметтер тізімін services командасы береді, сөзбен іздеу — services find.",
    en="The catalogue has no such service. The command services lists them, services find searches by words.",
)
_BOUGHT_NOWHERE = Text(
    ru="Такую услугу Фонд не покупает ни в одной клинике: она не входит ни в один пакет. Её оплачивает пациент.",
    kk="Қор мұндай қызметті бірде-бір клиникадан сатып алмайды: ол ешбір пакетке кірмейді. Оны пациент өзі төлейді.",
    en="The Fund buys this service from no clinic: it is in neither package. The patient pays for it.",
)
