"""``saqta notices``: what people say, whether it is so, and who says so. Reading needs no register."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.notices_shown import every_version, every_version_now, print_notice, shown
from saqta.channels.cli.output import Page, print_json
from saqta.notices.meaning import meant
from saqta.notices.records import Notice
from saqta.notices.standing import standing

_NOTHING = Text(
    ru="Официальных сообщений об этом нет.", kk="Бұл туралы ресми хабарлама жоқ.", en="There is no notice about this."
)
_NO_SUCH_NOTICE = Text(
    ru="Сообщения с таким ключом нет. Список: saqta notices list",
    kk="Мұндай кілті бар хабарлама жоқ. Тізім: saqta notices list",
    en="There is no notice with this key. The list: saqta notices list",
)
_ABOUT = Text(ru="Касается: {names}", kk="Қатысы бар: {names}", en="About: {names}")
_WAITS = Text(
    ru="Версия {number} ждёт утверждения.",
    kk="{number}-нұсқа бекітуді күтіп тұр.",
    en="Version {number} waits for approval.",
)
_VERSION = Text(ru="Версия {number}", kk="{number}-нұсқа", en="Version {number}")


def run(arguments: Arguments) -> int:
    match arguments.action:
        case "list":
            return _say(arguments, standing(every_version_now(), arguments.day("on")))
        case "find":
            return _say(arguments, meant(every_version_now(), " ".join(arguments.given.words), arguments.day("on")))
        case "show":
            return _show(arguments)
        case _:
            # Writing needs the register, and reading must not wait for it.
            status: int = import_module("saqta.channels.cli.notices_written").run(arguments)
            return status


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
    versions = every_version(arguments.key)
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
