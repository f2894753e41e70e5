"""Finding a care service by its code; an unknown one is refused with the three nearest names."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from heapq import nlargest

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import LANGUAGES, Text, listed, same
from saqta.law.book import Book, NoSuchEntry
from saqta.law.services import Service

NEAREST = 3
LONGEST_NAME = 100
"""Characters of a name that are compared; nobody calls a service by a longer one."""

_UNKNOWN = Text(
    ru="Такой услуги в перечне нет. Ближайшие: {names}. Весь перечень: saqta services",
    kk="Тізімде мұндай қызмет жоқ. Ең жақындары: {names}. Бүкіл тізім: saqta services",
    en="The catalogue has no such service. The nearest: {names}. The whole list: saqta services",
)


def find_service(code: str, book: Book) -> Service:
    """The service under its code; raises ``Refused`` naming the three nearest services, by code or everyday name."""
    try:
        return book.service(code)
    except NoSuchEntry:
        names = [Text(**{language: f"{found.code} ({found.name.in_language(language)})" for language in LANGUAGES})
                 for found in nearest_services(code, book)]  # fmt: skip
        raise Refused(Fault("unknown-service", _UNKNOWN.fill(names=listed(names) or same("")), "service")) from None


def nearest_services(typed: str, book: Book, count: int = NEAREST) -> list[Service]:
    """The services whose code or some name is most like what was typed, the most alike first."""
    words = _plain(typed[:LONGEST_NAME])
    matcher = SequenceMatcher(b=words, autojunk=False)
    return nlargest(count, book.services.values(), key=lambda service: _likeness(matcher, service))


def _likeness(matcher: SequenceMatcher[str], service: Service) -> float:
    names = [service.code, service.code.partition(".")[2]]
    for language in LANGUAGES:
        names += [service.name.in_language(language), *service.also.in_language(language)]
    best = 0.0
    for name in names:
        matcher.set_seq1(_plain(name))
        # The cheap bound first: most names are nothing like what was typed.
        if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
            best = max(best, matcher.ratio())
    return best


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.casefold()).strip()
