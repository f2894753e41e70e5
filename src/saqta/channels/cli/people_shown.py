"""``saqta people show``: what the register holds of a person besides payments."""

from __future__ import annotations

from datetime import date

from saqta.basis.regions import region_of
from saqta.basis.span import covers
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments, read_iin
from saqta.channels.cli.output import Page, print_json
from saqta.channels.cli.register_documents import Attached, Held, RegisteredPerson
from saqta.channels.cli.register_status import look_at
from saqta.registry.queries import attachment_on, memberships
from saqta.registry.records import PersonRecord

_PROVISIONAL = Text(
    ru="Запись временная: о человеке пока не рассказал ни один файл о людях.",
    kk="Жазба уақытша: бұл адам туралы адамдар файлы әлі айтқан жоқ.",
    en="The record is provisional: no feed of people has told of this person yet.",
)
_FIELDS = {
    "birth_date": Text(ru="Дата рождения", kk="Туған күні", en="Date of birth"),
    "citizenship": Text(ru="Гражданство", kk="Азаматтығы", en="Citizenship"),
    "residence": Text(ru="Проживание", kk="Тұруы", en="Residence"),
    "died_on": Text(ru="Дата смерти", kk="Қайтыс болған күні", en="Date of death"),
}
_REGION = Text(ru="Регион", kk="Өңір", en="Region")
_ATTACHED = Text(ru="Прикреплён к (БИН)", kk="Тіркелген жері (БСН)", en="Attached to (BIN)")
_CATEGORY = Text(ru="Категория", kk="Санаты", en="Category")
_NOWHERE = Text(ru="никуда", kk="ешқайда", en="nowhere")


def show(arguments: Arguments) -> None:
    iin, on = read_iin(arguments.iin), arguments.day("on")
    person = _document(look_at(iin, "people show"), on)
    if arguments.as_json:
        print_json(person)
    else:
        _print(person, Page(arguments.language))


def _document(record: PersonRecord, on: date) -> RegisteredPerson:
    found = attachment_on(record.id, on)
    held_on_the_day = (
        Held(held.code, held.start, held.until)
        for held in memberships([record.id])
        if covers(held.start, held.until, on)
    )
    return RegisteredPerson(
        on=on,
        provisional=record.provisional,
        birth_date=record.birth_date,
        sex=record.sex,
        citizenship=record.citizenship,
        residence=record.residence,
        died_on=record.died_on,
        region=record.region,
        region_name=None if record.region is None else region_of(record.region).name,
        attachment=None if found is None else Attached(found.bin, found.start, found.until, found.source),
        categories=tuple(held_on_the_day),
    )


def _print(person: RegisteredPerson, page: Page) -> None:
    rows = [
        (label.in_language(page.language), str(value))
        for field, label in _FIELDS.items()
        if (value := getattr(person, field)) is not None
    ]
    if person.region_name is not None:
        name = person.region_name.in_language(page.language)
        rows.append((_REGION.in_language(page.language), f"{name} ({person.region})"))
    attached = _NOWHERE.in_language(page.language)
    if person.attachment is not None:
        attached = f"{person.attachment.bin}  {_span(person.attachment)}"
    rows.append((_ATTACHED.in_language(page.language), attached))
    rows += [(_CATEGORY.in_language(page.language), f"{held.code}  {_span(held)}") for held in person.categories]
    page.table(rows)
    if person.provisional:
        page.say(_PROVISIONAL)


def _span(span: Attached | Held) -> str:
    return f"[{span.start}, {span.until or '…'})"
