"""``saqta id``: what a number is."""

from __future__ import annotations

from saqta.basis.days import day_text
from saqta.basis.numbering import NumberReport, inspect_number
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json

_KINDS = {
    "iin": Text(ru="ИИН", kk="ЖСН", en="IIN"),
    "bin": Text(ru="БИН", kk="БСН", en="BIN"),
    "iban": Text(ru="Счёт (IBAN)", kk="Шот (IBAN)", en="Account (IBAN)"),
    None: Text(ru="Номер", kk="Нөмір", en="Number"),
}
_VALID = Text(ru="{kind}: верный номер.", kk="{kind}: нөмір дұрыс.", en="{kind}: the number is valid.")
_INVALID = Text(ru="{kind}: номер неверный.", kk="{kind}: нөмір қате.", en="{kind}: the number is not valid.")
_BORN = Text(
    ru="Дата рождения: {day}; пол: {sex}.",
    kk="Туған күні: {day}; жынысы: {sex}.",
    en="Date of birth: {day}; sex: {sex}.",
)
_SEXES = {"male": Text(ru="мужской", kk="ер", en="male"), "female": Text(ru="женский", kk="әйел", en="female")}


def run(arguments: Arguments) -> int:
    report = inspect_number(arguments.number)
    if arguments.as_json:
        print_json(report)
    else:
        _print(report, Page(arguments.language))
    return 0


def _print(report: NumberReport, page: Page) -> None:
    page.say((_VALID if report.valid else _INVALID).fill(kind=_KINDS[report.kind]))
    if report.error is not None:
        page.say(report.error.text)
    if report.birth_date is not None and report.sex is not None:
        page.say(_BORN.fill(day=day_text(report.birth_date), sex=_SEXES[report.sex]))
