"""Finding a care service by its code; an unknown one is refused with the three nearest names."""

from __future__ import annotations

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import LANGUAGES, Text, listed
from saqta.law.book import Book, NoSuchEntry
from saqta.law.services import Service

_UNKNOWN = Text(
    ru="Такой услуги в перечне нет. Ближайшие: {names}. Весь перечень: saqta services",
    kk="Тізімде мұндай қызмет жоқ. Ең жақындары: {names}. Бүкіл тізім: saqta services",
    en="The catalogue has no such service. The nearest: {names}. The whole list: saqta services",
)


def find_service(code: str, book: Book) -> Service:
    """The service under its code; raises ``Refused`` naming the three nearest services."""
    try:
        return book.service(code)
    except NoSuchEntry:
        from saqta.search.finding import nearest  # noqa: PLC0415  # the search is paid for only when it is needed

        names = [
            Text(**{language: f"{found.code} ({found.name.in_language(language)})" for language in LANGUAGES})
            for found in nearest(code, book=book)
        ]
        raise Refused(Fault("unknown-service", _UNKNOWN.fill(names=listed(names)), "service")) from None
