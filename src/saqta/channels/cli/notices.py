"""``saqta notices``: what people say, whether it is so, and who says so. Reading needs no register."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from importlib import import_module

import msgspec

from saqta.basis.days import day_text
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.notices.records import Announcement, Notice, Verdict
from saqta.notices.shipped import shipped
from saqta.notices.standing import meant, standing
from saqta.settings import SAQTA_KEYS

_VERDICTS: dict[Verdict, Text] = {
    "true": Text(ru="Правда", kk="Рас", en="True"),
    "false": Text(ru="Неправда", kk="Рас емес", en="False"),
    "partly": Text(ru="Отчасти правда", kk="Ішінара рас", en="Partly true"),
}
_NOTHING = Text(
    ru="Официальных сообщений об этом нет.", kk="Бұл туралы ресми хабарлама жоқ.", en="There is no notice about this."
)
_NO_SUCH_NOTICE = Text(
    ru="Сообщения с таким ключом нет. Список: saqta notices list",
    kk="Мұндай кілті бар хабарлама жоқ. Тізім: saqta notices list",
    en="There is no notice with this key. The list: saqta notices list",
)
_CLAIM = Text(ru="Говорят: {claim}", kk="Ел арасында айтылып жүр: {claim}", en="People say: {claim}")
_SINCE = Text(
    ru="С {day}. Источник: {source}",
    kk="Басталған күні: {day}. Дереккөз: {source}",
    en="From {day}. Source: {source}",
)
_UNTIL = Text(ru="Перестаёт действовать {day}.", kk="Тоқтаған күні: {day}.", en="No longer stands on {day}.")
_ABOUT = Text(ru="Касается: {names}", kk="Қатысы бар: {names}", en="About: {names}")
_WAITS = Text(
    ru="Версия {number} ждёт утверждения.",
    kk="{number}-нұсқа бекітуді күтіп тұр.",
    en="Version {number} waits for approval.",
)
_VERSION = Text(ru="Версия {number}", kk="{number}-нұсқа", en="Version {number}")


class ShownNotice(msgspec.Struct, frozen=True):
    """A notice for programs."""

    number: int
    published: bool
    says: Announcement
    drafted_by: str | None
    drafted_at: datetime | None
    approved_by: str | None
    approved_at: datetime | None


def run(arguments: Arguments) -> int:
    match arguments.action:
        case "list":
            return _say(arguments, standing(_every_version(), arguments.day("on")))
        case "find":
            return _say(arguments, meant(_every_version(), " ".join(arguments.given.words), arguments.day("on")))
        case "show":
            return _show(arguments)
        case _:
            # Writing needs the register, and reading must not wait for it.
            status: int = import_module("saqta.channels.cli.notices_written").run(arguments)
            return status


def _every_version(key: str | None = None) -> tuple[Notice, ...]:
    """All versions: those of the register where there is one, else those that ship with the product."""
    if SAQTA_KEYS.exists():
        kept: tuple[Notice, ...] = import_module("saqta.channels.cli.notices_written").kept(key)
        return kept
    return tuple(notice for notice in shipped() if key in (None, notice.says.key))


def _say(arguments: Arguments, notices: Iterable[Notice]) -> int:
    found = tuple(notices)
    if arguments.as_json:
        print_json([shown(notice) for notice in found])
        return 0
    page = Page(arguments.language)
    if not found:
        page.say(_NOTHING)
    for notice in found:
        page.line(notice.says.key)
        print_notice(page, notice)
    return 0


def _show(arguments: Arguments) -> int:
    versions = _every_version(arguments.key)
    if not versions:
        raise Refused(Fault("no-such-notice", _NO_SUCH_NOTICE, "KEY"))
    if arguments.as_json:
        print_json([shown(notice) for notice in versions])
        return 0
    page = Page(arguments.language)
    for notice in reversed(versions):
        page.say((_VERSION if notice.is_published else _WAITS).fill(number=str(notice.number)))
        print_notice(page, notice)
        page.say(_ABOUT.fill(names=", ".join((*notice.says.services, *notice.says.provisions))), indent=2)
    return 0


def shown(notice: Notice) -> ShownNotice:
    return ShownNotice(
        notice.number,
        notice.is_published,
        notice.says,
        notice.drafted_by,
        notice.drafted_at,
        notice.approved_by,
        notice.approved_at,
    )


def print_notice(page: Page, notice: Notice) -> None:
    """What is claimed, whether it is so, what is true and who says so."""
    says = notice.says
    page.say(_CLAIM.fill(claim=says.claim), indent=2)
    page.say(f"{_VERDICTS[says.verdict].in_language(page.language)}. {says.truth.in_language(page.language)}", indent=2)
    source = says.source.publisher.in_language(page.language)
    if says.source.published_on is not None:
        source += f", {day_text(says.source.published_on).in_language(page.language)}"
    page.say(_SINCE.fill(day=day_text(says.since), source=source), indent=2)
    if says.source.address is not None:
        page.line(f"  {says.source.address}")
    if says.until is not None:
        page.say(_UNTIL.fill(day=day_text(says.until)), indent=2)
