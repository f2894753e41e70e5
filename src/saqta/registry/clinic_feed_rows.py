"""What a row of each feed about clinics says, and why it may be unbelievable."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

import msgspec

from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.regions import region_of
from saqta.basis.text import Text
from saqta.registry.clinic_records import (
    LONGEST_CODE,
    LONGEST_NAME,
    LONGEST_NUMBER,
    LONGEST_PLACE,
    MOST_EAST,
    MOST_NORTH,
    MOST_SOUTH,
    MOST_WEST,
    Position,
    ToldAnnex,
    ToldCertificate,
    ToldContract,
    ToldFacility,
    ToldLicence,
)
from saqta.registry.feed_rows import converted, read_as, refused_field

ONLY_PLACE = "1"
"""How the place of an organisation is called that tells of no other."""

_MILLION = 1_000_000


class FacilityRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of clinics. ``region`` is the code of КАТО of the place where the clinic is; coordinates are
    degrees with decimals, north and east."""

    bin: str
    name: str
    address: str
    region: str
    place: str = ONLY_PLACE
    latitude: str | float | None = None
    longitude: str | float | None = None
    funding: Literal["packages", "paid_only"] | None = None


class LicenceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of licences: a licence, and one of its annexes or none. Both spans are half-open."""

    bin: str
    licence: str
    licence_from: date
    licence_until: date | None = None
    place: str | None = None
    activity: str | None = None
    start: date | None = msgspec.field(name="from", default=None)
    until: date | None = None


class CertificateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of certificates: whose it is, in what, and where the specialist works."""

    iin: str
    bin: str
    certificate: str
    specialty: str
    start: date = msgspec.field(name="from")
    until: date | None = None
    place: str = ONLY_PLACE


class ContractRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of contracts with the Fund: a kind of care within a package, for a year or a part of it."""

    bin: str
    contract: str
    year: int
    package: Literal["guaranteed", "insurance"]
    care: str
    start: date | None = msgspec.field(name="from", default=None)
    until: date | None = None
    place: str = ONLY_PLACE


def facility(fields: dict[str, object]) -> ToldFacility:
    row = converted(fields, FacilityRow)
    read_as(region_of, row.region, "region")
    return ToldFacility(
        read_as(OrganisationBin.parse, row.bin, "bin"),
        _text(row.place, "place", LONGEST_PLACE),
        _text(row.name, "name", LONGEST_NAME),
        _text(row.address, "address", LONGEST_NAME),
        row.region,
        _position(row),
        row.funding,
    )


def licence(fields: dict[str, object]) -> ToldLicence:
    row = converted(fields, LicenceRow)
    _contains_a_day(row.licence_from, row.licence_until, "licence_until")
    return ToldLicence(
        read_as(OrganisationBin.parse, row.bin, "bin"),
        _text(row.licence, "licence", LONGEST_NUMBER),
        row.licence_from,
        row.licence_until,
        _annex(row),
    )


def certificate(fields: dict[str, object]) -> ToldCertificate:
    row = converted(fields, CertificateRow)
    _contains_a_day(row.start, row.until, "until")
    return ToldCertificate(
        read_as(Iin.parse, row.iin, "iin"),
        read_as(OrganisationBin.parse, row.bin, "bin"),
        _text(row.place, "place", LONGEST_PLACE),
        _text(row.certificate, "certificate", LONGEST_NUMBER),
        _text(row.specialty, "specialty", LONGEST_CODE),
        row.start,
        row.until,
    )


def contract(fields: dict[str, object]) -> ToldContract:
    row = converted(fields, ContractRow)
    if not date.min.year <= row.year < date.max.year:
        raise refused_field("field", "year")
    first, end = date(row.year, 1, 1), date(row.year + 1, 1, 1)
    start, until = row.start or first, row.until or end
    _contains_a_day(start, until, "until")
    if start < first or until > end:
        raise Refused(Fault("outside-the-year", _TEXTS["outside-the-year"], "from" if start < first else "until"))
    return ToldContract(
        read_as(OrganisationBin.parse, row.bin, "bin"),
        _text(row.place, "place", LONGEST_PLACE),
        row.package,
        _text(row.care, "care", LONGEST_CODE),
        _text(row.contract, "contract", LONGEST_NUMBER),
        start,
        until,
    )


def no_such_place() -> Fault:
    """That a paper names a place which no feed of clinics has described."""
    return Fault("no-such-place", _TEXTS["no-such-place"], "place")


def _annex(row: LicenceRow) -> ToldAnnex | None:
    if row.activity is None and row.start is None and row.until is None and row.place is None:
        return None
    if row.activity is None or row.start is None:
        raise Refused(Fault("half-an-annex", _TEXTS["half-an-annex"], "activity" if row.activity is None else "from"))
    _contains_a_day(row.start, row.until, "until")
    place = ONLY_PLACE if row.place is None else _text(row.place, "place", LONGEST_PLACE)
    return ToldAnnex(place, _text(row.activity, "activity", LONGEST_CODE), row.start, row.until)


def _position(row: FacilityRow) -> Position | None:
    if row.latitude is None and row.longitude is None:
        return None
    if row.latitude is None or row.longitude is None:
        raise _not_here("latitude" if row.latitude is None else "longitude")
    return Position(
        _millionths(row.latitude, "latitude", MOST_SOUTH, MOST_NORTH),
        _millionths(row.longitude, "longitude", MOST_WEST, MOST_EAST),
    )


def _millionths(degrees: str | float, field: str, least: int, most: int) -> int:
    try:
        millionths = int((Decimal(str(degrees)) * _MILLION).to_integral_value())
    except (InvalidOperation, OverflowError, ValueError):
        raise _not_here(field) from None
    if not least <= millionths <= most:
        raise _not_here(field)
    return millionths


def _not_here(field: str) -> Refused:
    return Refused(Fault("coordinates", _TEXTS["coordinates"], field))


def _text(text: str, field: str, longest: int) -> str:
    """The text without spaces at its ends; names and numbers are printed on one line and hold nothing invisible."""
    plain = " ".join(text.split())
    if not plain or len(plain) > longest or not plain.isprintable():
        raise refused_field("field", field)
    return plain


def _contains_a_day(start: date, until: date | None, field: str) -> None:
    if until is not None and until <= start:
        raise refused_field("empty-span", field)


_TEXTS = {
    "half-an-annex": Text(
        ru="Приложение к лицензии названо наполовину: нужны и вид деятельности (activity), и первый день (from).",
        kk="Лицензияның қосымшасы жартылай аталған: қызмет түрі де (activity), бірінші күні де (from) керек.",
        en="Half of an annex is told: both the activity and its first day (from) are needed.",
    ),
    "outside-the-year": Text(
        ru="Срок договора выходит за его год. Договор на два года — это две строки.",
        kk="Шарттың мерзімі өз жылынан асып кеткен. Екі жылдық шарт екі жолмен жазылады.",
        en="The contract reaches beyond its year. One for two years takes two rows.",
    ),
    "coordinates": Text(
        ru="Координаты не читаются или лежат вне Казахстана. Нужны обе, в градусах с десятичной точкой: широта "
        "43.238949 "
        "и долгота 76.889709.",
        kk="Координаттар оқылмайды немесе Қазақстаннан тыс жерді көрсетеді. Екеуі де керек, градуспен, ондық нүктемен: "
        "ендік 43.238949, бойлық 76.889709.",
        en="The coordinates cannot be read, or lie outside Kazakhstan. Both are needed, in degrees with a decimal "
        "point: "
        "latitude 43.238949 and longitude 76.889709.",
    ),
    "no-such-place": Text(
        ru="Такого места у организации нет. Сначала примите файл клиник, где оно описано; потом этот файл можно "
        "принять "
        "ещё раз.",
        kk="Ұйымның мұндай орны жоқ. Алдымен ол сипатталған клиникалар файлын қабылдаңыз; содан кейін бұл файлды қайта "
        "қабылдауға болады.",
        en="The organisation has no such place. Take in the file of clinics that describes it first; then this file "
        "can "
        "be taken in again.",
    ),
}
