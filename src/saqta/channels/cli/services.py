"""``saqta services``: the care services one can ask about, and which of them somebody's words mean."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page, print_json
from saqta.law.book import load
from saqta.search.finding import find

_NO_WORDS = Text(
    ru="Напишите, что искать, своими словами. Например: saqta services find удалить зуб",
    kk="Не іздейтініңізді өз сөзіңізбен жазыңыз. Мысалы: saqta services find тісті жұлу",
    en="Say in your own words what to look for, such as: saqta services find pull a tooth",
)
_NOT_UNDERSTOOD = Text(
    ru="Такой услуги найти не удалось. Назовите её другими словами; весь перечень: saqta services",
    kk="Мұндай қызмет табылмады. Оны басқаша атап көріңіз; барлық тізім: saqta services",
    en="No such service was found. Try other words; the whole list: saqta services",
)


def run(arguments: Arguments) -> int:
    return _find(arguments) if arguments.given.action == "find" else _list(arguments)


def _list(arguments: Arguments) -> int:
    services = load().services.values()
    if arguments.as_json:
        print_json([{"code": service.code, "name": service.name, "care": service.care} for service in services])
        return 0
    Page(arguments.language).table(
        [(service.code, service.name.in_language(arguments.language)) for service in services], indent=0
    )
    return 0


def _find(arguments: Arguments) -> int:
    typed = " ".join(arguments.given.words)
    if not typed.strip():
        raise Refused(Fault("no-words", _NO_WORDS))
    found = find(typed)
    if arguments.as_json:
        print_json([one._asdict() | {"score": round(one.score, 3)} for one in found])
        return 0
    page = Page(arguments.language)
    if not found:
        page.say(_NOT_UNDERSTOOD)
    page.table([(one.code, one.name.in_language(arguments.language)) for one in found], indent=0)
    return 0
