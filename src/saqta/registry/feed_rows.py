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
from saqta.registry.records import Representing, ToldAttachment, ToldMembership, ToldPerson, ToldRepresentation
from saqta.registry.representing import check_representation

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


class RepresentationRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of a feed of representations: ``iin`` may speak for ``represented``, for a span that ends."""

    iin: str
    represented: str
    kind: Representing
    start: date = msgspec.field(name="from")
    until: date


def person(fields: dict[str, object]) -> ToldPerson:
    row = converted(fields, PersonRow)
    iin = read_as(Iin.parse, row.iin, "iin")
    if row.citizenship is not None and row.citizenship not in COUNTRIES and row.citizenship != _STATELESS:
        raise refused_field("no-such-country", "citizenship")
    if row.died_on is not None and row.died_on < iin.birth_date:
        raise refused_field("death-before-birth", "died_on")
    if row.region is not None:
        read_as(region_of, row.region, "region")
    return ToldPerson(iin, row.citizenship, row.residence, row.died_on, row.region)


def membership(fields: dict[str, object]) -> ToldMembership:
    row = converted(fields, CategoryRow)
    iin = read_as(Iin.parse, row.iin, "iin")
    _contains_a_day(row)
    known = {field.encode_name for field in msgspec.structs.fields(CategoryRow)}
    details = tuple(sorted((name, value) for name, value in fields.items() if name not in known))
    return ToldMembership(iin, row.code, row.start, row.until, details)


def attachment(fields: dict[str, object]) -> ToldAttachment:
    row = converted(fields, AttachmentRow)
    _contains_a_day(row)
    return ToldAttachment(
        read_as(Iin.parse, row.iin, "iin"), read_as(OrganisationBin.parse, row.bin, "bin"), row.start, row.until
    )


def representation(fields: dict[str, object]) -> ToldRepresentation:
    row = converted(fields, RepresentationRow)
    _contains_a_day(row)
    told = ToldRepresentation(
        read_as(Iin.parse, row.iin, "iin"),
        read_as(Iin.parse, row.represented, "represented"),
        row.kind,
        row.start,
        row.until,
    )
    check_representation(told)
    return told


def not_a_row() -> Fault:
    return Fault("not-a-row", _TEXTS["not-a-row"])


RowType = TypeVar("RowType", bound=msgspec.Struct)
Value = TypeVar("Value", Iin, OrganisationBin, Region)


def converted(fields: dict[str, object], shape: type[RowType]) -> RowType:
    """The row that these fields make; raises ``Refused``, which names the field and never what stood in it."""
    try:
        return msgspec.convert(fields, shape, strict=False)
    except msgspec.ValidationError as error:
        # Told on is the name of the field and nothing else: a heading that is not ours may be anything.
        names = {field.encode_name for field in msgspec.structs.fields(shape)}
        said = str(error).replace("$.", "").split("`")[1::2]
        raise refused_field("field", next((name for name in reversed(said) if name in names), None)) from None


def read_as(reader: Callable[[str], Value], text: str, field: str) -> Value:
    """What ``reader`` makes of the text of a field; its refusal names the field."""
    try:
        return reader(text)
    except Refused as refused:
        raise refused.placed(lambda _: field) from None


def _contains_a_day(row: CategoryRow | AttachmentRow | RepresentationRow) -> None:
    if row.until is not None and row.until <= row.start:
        raise refused_field("empty-span", "until")


def refused_field(code: str, field: str | None) -> Refused:
    """The refusal of a field for one of the reasons that the rows of all feeds share."""
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
