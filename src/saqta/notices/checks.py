"""Whether an announcement fits together, and whether what it is about exists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from saqta.basis.refusal import Fault
from saqta.basis.text import LANGUAGES, Text, listed
from saqta.law.book import Book, NoSuchEntry
from saqta.notices.records import LONGEST_KEY, Announcement
from saqta.search.finding import Found, nearest

_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

_TEXTS = {
    "notice-key": Text(
        ru="Ключ — слова малыми латинскими буквами через дефис, до {longest} знаков, например free-braces.",
        kk="Кілт — дефиспен жалғанған кіші латын әріпті сөздер, {longest} таңбаға дейін, мысалы free-braces.",
        en="A key is words in small Latin letters joined by hyphens, up to {longest} characters: free-braces.",
    ),
    "notice-span": Text(
        ru="День окончания должен быть позже дня начала. Если конца нет, укажите null.",
        kk="Аяқталу күні басталу күнінен кейін болуы керек. Аяқталмаса, null көрсетіңіз.",
        en="The day it ends must be later than the day it begins. Where there is no end, say null.",
    ),
    "notice-about-nothing": Text(
        ru="Назовите хотя бы одну услугу или норму, которой касается сообщение.",
        kk="Хабарламаның қатысы бар кемінде бір қызметті немесе норманы атаңыз.",
        en="Name at least one service or provision that the notice is about.",
    ),
    "notice-address": Text(
        ru="Адрес источника начинается с https://. Если адреса нет, укажите null.",
        kk="Дереккөздің мекенжайы https:// деп басталады. Мекенжай болмаса, null көрсетіңіз.",
        en="The address of a source begins with https://. Where there is none, say null.",
    ),
    "no-such-service": Text(
        ru="Услуги с таким кодом в каталоге нет. Ближайшие: {names}.",
        kk="Каталогта мұндай коды бар қызмет жоқ. Ең жақындары: {names}.",
        en="The catalogue has no service with this code. The nearest: {names}.",
    ),
    "no-such-provision": Text(
        ru="Такой нормы в книге права нет. Акты и их нормы: saqta law show АКТ.",
        kk="Заң кітабында мұндай норма жоқ. Актілер мен олардың нормалары: saqta law show АКТ.",
        en="The book of law has no such provision. Acts and their provisions: saqta law show ACT.",
    ),
}


def faults(says: Announcement, book: Book) -> list[Fault]:
    """Everything wrong in an announcement that its types cannot see."""
    return [*_form(says), *_services(says, book), *_provisions(says, book)]


def _form(says: Announcement) -> Iterator[Fault]:
    if not _KEY.fullmatch(says.key) or len(says.key) > LONGEST_KEY:
        yield Fault("notice-key", _TEXTS["notice-key"].fill(longest=str(LONGEST_KEY)), "$.key")
    if says.until is not None and says.until <= says.since:
        yield Fault("notice-span", _TEXTS["notice-span"], "$.until")
    if not (says.services or says.provisions):
        yield Fault("notice-about-nothing", _TEXTS["notice-about-nothing"], "$.services")
    if says.source.address is not None and not says.source.address.startswith("https://"):
        yield Fault("notice-address", _TEXTS["notice-address"], "$.source.address")


def _services(says: Announcement, book: Book) -> Iterator[Fault]:
    for place, code in enumerate(says.services):
        if code not in book.services:
            names = listed([_named(found) for found in nearest(code, book=book)])
            yield Fault("no-such-service", _TEXTS["no-such-service"].fill(names=names), f"$.services[{place}]")


def _named(found: Found) -> Text:
    return Text(**{language: f"{found.code} ({found.name.in_language(language)})" for language in LANGUAGES})


def _provisions(says: Announcement, book: Book) -> Iterator[Fault]:
    for place, reference in enumerate(says.provisions):
        try:
            book.provision(reference)
        except NoSuchEntry:
            yield Fault("no-such-provision", _TEXTS["no-such-provision"], f"$.provisions[{place}]")
