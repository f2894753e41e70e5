"""The two packages on any day: what is in them, on which condition, by which article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from http import HTTPStatus
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from saqta.basis.days import day_text
from saqta.basis.text import Language
from saqta.channels.cited import CitedLine, cited_line
from saqta.channels.web.days_asked import NOT_A_DAY, NotADay, day_asked, said, today
from saqta.channels.web.rendering import page, public_page
from saqta.channels.web.wording.law import LAW_WORDS
from saqta.channels.web.wording.packages import CONDITIONS, PACKAGE_WORDS
from saqta.law.book import Book, load, wording_on
from saqta.law.packages import ItemWording, PackageItem, PackageName
from saqta.law.shape import in_force_on
from saqta.rules.entitlement import KNOWN_PACKAGES

_PACKAGES: tuple[PackageName, PackageName] = ("guaranteed", "insurance")
_WORDS = {**LAW_WORDS, **PACKAGE_WORDS}
_REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


class ItemLine(NamedTuple):
    """An item of a package as it stands on the day."""

    code: str
    name: str
    conditions: list[str]
    since: str
    since_day: str
    unverified: bool
    cites: list[CitedLine]


class PackageLines(NamedTuple):
    """A package on the day: its items, and the names of those that are not in it."""

    code: str
    name: str
    items: list[ItemLine]
    gone: list[str]


def packages(request: HttpRequest, language: Language) -> HttpResponse:
    """Both packages on the day in the address, today without one."""
    book, now = load(), today(request)
    turns = [(day.isoformat(), said(day, language)) for day in _turns(book)]
    shown: dict[str, object] = {"turns": turns, "on": now.isoformat()}
    try:
        day = day_asked(request, "on", now)
    except NotADay:
        shown["error"] = NOT_A_DAY.in_language(language)
        return page(request, language, "law/packages.html", shown, words=_WORDS, status=_REFUSED)
    shown["on"] = day.isoformat()
    start, end = book.spans[KNOWN_PACKAGES]
    if not book.on(day).holds(KNOWN_PACKAGES):
        text = PACKAGE_WORDS["outside"].fill(start=day_text(start), end=day_text(end or start))
        shown["error"] = text.in_language(language)
        return page(request, language, "law/packages.html", shown, words=_WORDS, status=_REFUSED)

    def values() -> Mapping[str, object]:
        announced = next((turn for turn in _turns(book) if now < turn <= day), None)
        banner = (
            LAW_WORDS["past" if day < now else "future"].fill(day=day_text(day))
            if announced is None
            else LAW_WORDS["announced"].fill(day=day_text(announced))
        ).in_language(language)
        found = [_package_lines(book, name, day, language) for name in _PACKAGES]
        return {**shown, "banner": banner if day != now else "", "packages": found}

    return public_page(request, language, "law/packages.html", values, words=_WORDS)


def _turns(book: Book) -> Iterator[date]:
    """The days on which the packages changed, the latest first."""
    days = {
        day
        for name in _PACKAGES
        for item in book.package(name).values()
        for wording in item.wordings
        for day in (wording.start, wording.end)
        if day is not None
    }
    return iter(sorted(days, reverse=True))


def _package_lines(book: Book, name: PackageName, day: date, language: Language) -> PackageLines:
    items, gone = [], []
    for item in book.package(name).values():
        wording = in_force_on(item.wordings, day)
        if wording is None:
            gone.append(item.wordings[-1].name.in_language(language))
        else:
            items.append(_item_line(book, item, wording, day, language))
    return PackageLines(name, PACKAGE_WORDS[name].in_language(language), items, gone)


def _item_line(book: Book, item: PackageItem, wording: ItemWording, day: date, language: Language) -> ItemLine:
    conditions = [CONDITIONS[name].in_language(language) for name in wording.requires]
    if wording.people == "visitors_from_the_cis":
        conditions.insert(0, PACKAGE_WORDS["visitors"].in_language(language))
    cites = [cited_line(reference, day) for reference in wording.cites if _in_force(book, reference, day)]
    since, unverified = wording.start, wording.confidence == "low"
    name = wording.name.in_language(language)
    return ItemLine(item.code, name, conditions, said(since, language), since.isoformat(), unverified, cites)


def _in_force(book: Book, reference: str, day: date) -> bool:
    _, provision = book.provision(reference)
    return provision is None or wording_on(provision, day) is not None
