"""What a row of each feed says: the columns it may have, and why it may be unbelievable."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, TypeVar

import msgspec

from saqta.basis.countries import COUNTRIES
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.refusal import Fault, Refused
from saqta.basis.regions import Region, region_of
from saqta.basis.text import Text
from saqta.registry.records import ToldAttachment, ToldMembership, ToldPerson

_STATELESS = "stateless"


class PersonRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of people. ``region`` is the code of КАТО of the place where the person lives."""

    iin: str
    citizenship: str | None = None
    residence: Literal["permanent", "temporary", "refugee", "asylum_seeker"] | None = None
    died_on: date | None = None
    region: str | None = None


class CategoryRow(msgspec.Struct, frozen=True):
    """One row of a feed of categories; further columns are the details that the law looks at."""

    iin: str
    code: str
    start: date = msgspec.field(name="from")
    until: date | None = None


class AttachmentRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of attachments; without ``until`` it lasts until the next one."""

    iin: str
    bin: str
    start: date = msgspec.field(name="from")
    until: date | None = None


def person(fields: dict[str, object]) -> ToldPerson:
    row = _converted(fields, PersonRow)
    iin = _read(Iin.parse, row.iin, "iin")
    if row.citizenship is not None and row.citizenship not in COUNTRIES and row.citizenship != _STATELESS:
        raise _refused("no-such-country", "citizenship")
    if row.died_on is not None and row.died_on < iin.birth_date:
        raise _refused("death-before-birth", "died_on")
    if row.region is not None:
        _read(region_of, row.region, "region")
    return ToldPerson(iin, row.citizenship, row.residence, row.died_on, row.region)


def membership(fields: dict[str, object]) -> ToldMembership:
    row = _converted(fields, CategoryRow)
    iin = _read(Iin.parse, row.iin, "iin")
    _contains_a_day(row)
    known = {field.encode_name for field in msgspec.structs.fields(CategoryRow)}
    details = tuple(sorted((name, value) for name, value in fields.items() if name not in known))
    return ToldMembership(iin, row.code, row.start, row.until, details)


def attachment(fields: dict[str, object]) -> ToldAttachment:
    row = _converted(fields, AttachmentRow)
    _contains_a_day(row)
    return ToldAttachment(
        _read(Iin.parse, row.iin, "iin"), _read(OrganisationBin.parse, row.bin, "bin"), row.start, row.until
    )


def not_a_row() -> Fault:
    return Fault("not-a-row", _TEXTS["not-a-row"])


RowType = TypeVar("RowType", PersonRow, CategoryRow, AttachmentRow)
Value = TypeVar("Value", Iin, OrganisationBin, Region)


def _converted(fields: dict[str, object], shape: type[RowType]) -> RowType:
    try:
        return msgspec.convert(fields, shape, strict=False)
    except msgspec.ValidationError as error:
        # Told on is the name of the field and nothing else: a heading that is not ours may be anything.
        names = {field.encode_name for field in msgspec.structs.fields(shape)}
        said = str(error).replace("$.", "").split("`")[1::2]
        raise _refused("field", next((name for name in reversed(said) if name in names), None)) from None


def _read(reader: Callable[[str], Value], text: str, field: str) -> Value:
    try:
        return reader(text)
    except Refused as refused:
        raise refused.placed(lambda _: field) from None


def _contains_a_day(row: CategoryRow | AttachmentRow) -> None:
    if row.until is not None and row.until <= row.start:
        raise _refused("empty-span", "until")


def _refused(code: str, field: str | None) -> Refused:
    return Refused(Fault(code, _TEXTS[code], field))


_TEXTS = {
    "not-a-row": Text(
        ru="Строка не читается: ожидается строка таблицы или объект JSON.",
        kk="Жол оқылмайды: кесте жолы немесе JSON нысаны күтіледі.",
        en="The line cannot be read: a row of the table or a JSON object is expected.",
    ),
    "field": Text(
        ru="Поле не читается, лишнее или пропущено. Даты пишут так: ГГГГ-ММ-ДД.",
        kk="Өріс оқылмайды, артық немесе жоқ. Күн ЖЖЖЖ-АА-КК түрінде жазылады.",
        en="A field cannot be read, is missing, or does not belong here. Dates are written YYYY-MM-DD.",
    ),
    "no-such-country": Text(
        ru="Такой страны нет. Гражданство — две буквы по ISO 3166, например KZ, или stateless.",
        kk="Мұндай ел жоқ. Азаматтық — ISO 3166 бойынша екі әріп, мысалы KZ, немесе stateless.",
        en="There is no such country. Citizenship is two letters of ISO 3166, such as KZ, or stateless.",
    ),
    "death-before-birth": Text(
        ru="День смерти раньше дня рождения, который указан в ИИН.",
        kk="Қайтыс болған күн ЖСН-дегі туған күннен бұрын.",
        en="The day of death is before the day of birth that the IIN tells.",
    ),
    "empty-span": Text(
        ru="Срок заканчивается не позже, чем начинается: until — первый день после него.",
        kk="Мерзім басталғанға дейін аяқталады: until — одан кейінгі бірінші күн.",
        en="The span ends no later than it starts: until is the first day after it.",
    ),
}
