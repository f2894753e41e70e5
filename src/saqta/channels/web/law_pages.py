"""The law to read: acts with their provisions on any day, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from http import HTTPStatus
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse

from saqta.basis.text import Language, Text
from saqta.channels.web.changed_words import Run, changed_words
from saqta.channels.web.days_asked import NOT_A_DAY, NotADay, day_asked, said, today
from saqta.channels.web.rendering import page, public_page
from saqta.channels.web.wording.law import LAW_WORDS
from saqta.law.book import Book, NoSuchEntry, OutsideKnownLaw, edition_on, load, wording_on
from saqta.law.differences import ActDifference, differences
from saqta.law.lists import list_items
from saqta.law.shape import Act, Edition, Provision, provision_label

_A_DAY = timedelta(days=1)
_REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


class ActLine(NamedTuple):
    """An act in the list of acts."""

    id: str
    short: str
    title: str
    standing: str
    url: str


class ProvisionLine(NamedTuple):
    """A provision as it reads on the day: its anchor, how it is cited, what it says, for how long it has said so."""

    anchor: str
    label: str
    says: str
    span: str
    unverified: bool


class ListLine(NamedTuple):
    """An item of an official list."""

    anchor: str
    label: str
    text: str


class EditionLine(NamedTuple):
    """An edition, and the days to compare to see what it changed; ``before`` is empty for the first one."""

    day: str
    said: str
    made_by: str
    summary: str
    unverified: bool
    before: str
    shown: bool


class ChangeLine(NamedTuple):
    """What happened to one provision or item of a list."""

    act: str
    label: str
    what: str
    kind: str
    runs: list[Run]


def acts(request: HttpRequest, language: Language) -> HttpResponse:
    """All acts, with the edition in force today."""

    def values() -> Mapping[str, object]:
        book, day = load(), today(request)
        lines = [_act_line(book.act(act_id), day, language) for act_id in book.act_ids]
        return {"acts": sorted(lines, key=lambda line: line.short)}

    return public_page(request, language, "law/acts.html", values, words=LAW_WORDS)


def act(request: HttpRequest, language: Language, act_id: str) -> HttpResponse:
    """One act as it reads on the day in the address, today without one."""
    book, now = load(), today(request)
    try:
        found = book.act(act_id)
    except NoSuchEntry:
        raise Http404 from None
    try:
        day = day_asked(request, "on", now)
    except NotADay:
        values = {**_act_values(book, found, now, now, language), "error": NOT_A_DAY.in_language(language)}
        return page(request, language, "law/act.html", values, words=LAW_WORDS, status=_REFUSED)

    def shown() -> Mapping[str, object]:
        return _act_values(book, found, day, now, language)

    return public_page(request, language, "law/act.html", shown, words=LAW_WORDS)


def changes(request: HttpRequest, language: Language, act_id: str | None = None) -> HttpResponse:
    """What changed in one act, or in all, between the two days in the address."""
    book, now = load(), today(request)
    try:
        chosen = [book.act(act_id)] if act_id else [book.act(one) for one in book.act_ids]
    except NoSuchEntry:
        raise Http404 from None
    last = max(edition.entry.day for one in chosen for edition in one.editions if edition.entry.day <= now)
    heading = LAW_WORDS["compare_title"].fill(act=chosen[0].short_title) if act_id else LAW_WORDS["changes_title"]
    title = heading.in_language(language)
    shown: dict[str, object] = {"title": title, "act": _act_line(chosen[0], now, language) if act_id else None}
    try:
        before, after = day_asked(request, "before", last - _A_DAY), day_asked(request, "after", last)
    except NotADay:
        shown["error"] = NOT_A_DAY.in_language(language)
        return page(request, language, "law/changes.html", shown, words=LAW_WORDS, status=_REFUSED)
    shown |= {"before": before.isoformat(), "after": after.isoformat()}
    if before >= after:
        shown["error"] = LAW_WORDS["two_days"].in_language(language)
        return page(request, language, "law/changes.html", shown, words=LAW_WORDS, status=_REFUSED)

    def values() -> Mapping[str, object]:
        found = [differences(book, one, before, after) for one in chosen]
        lines = [line for difference in found for line in _change_lines(book, difference, language)]
        printed = any(one.lists is not None and one.lists.same_substance and not one.lists.same_text for one in found)
        days = {"before_said": said(before, language), "after_said": said(after, language)}
        return {**shown, **days, "changes": lines, "printed": printed}

    return public_page(request, language, "law/changes.html", values, words=LAW_WORDS)


def _act_line(found: Act, day: date, language: Language) -> ActLine:
    first = found.editions[0].entry.day
    standing = (
        LAW_WORDS["not_yet"].fill(day=_day(first))
        if first > day
        else LAW_WORDS["in_force"].fill(day=_day(edition_on(found, day).entry.day))
    )
    short, title = found.short_title.in_language(language), found.title.in_language(language)
    return ActLine(found.id, short, title, standing.in_language(language), found.url)


def _act_values(book: Book, found: Act, day: date, now: date, language: Language) -> dict[str, object]:
    try:
        edition = edition_on(found, day)
    except OutsideKnownLaw:
        edition = None
    banner = LAW_WORDS["future" if day > now else "past"].fill(day=_day(day)) if day != now else None
    if edition is not None and edition.entry.day > now:
        banner = LAW_WORDS["announced"].fill(day=_day(edition.entry.day))
    lines = [_provision_line(provision, day, language) for provision in found.provisions]
    return {
        "act": _act_line(found, day, language),
        "on": day.isoformat(),
        "banner": "" if banner is None else banner.in_language(language),
        "edition": edition,
        "editions": list(_edition_lines(found, edition, language)),
        "provisions": [line for line in lines if line is not None],
        "gone": [
            (provision.path, provision_label(provision.path).in_language(language))
            for provision, line in zip(found.provisions, lines, strict=True)
            if line is None
        ],
        **_official_list(book, edition, language),
    }


def _provision_line(provision: Provision, day: date, language: Language) -> ProvisionLine | None:
    wording = wording_on(provision, day)
    if wording is None:
        return None
    span = (
        LAW_WORDS["from_on"].fill(start=_day(wording.start))
        if wording.end is None
        else LAW_WORDS["from_until"].fill(start=_day(wording.start), end=_day(wording.end))
    )
    label = provision_label(provision.path).in_language(language)
    says = wording.summary.in_language(language)
    return ProvisionLine(provision.path, label, says, span.in_language(language), wording.confidence == "low")


def _edition_lines(found: Act, shown: Edition | None, language: Language) -> Iterator[EditionLine]:
    for place, edition in reversed(list(enumerate(found.editions))):
        day = edition.entry.day
        yield EditionLine(
            day.isoformat(),
            said(day, language),
            edition.made_by.in_language(language),
            edition.summary.in_language(language),
            edition.confidence == "low",
            (day - _A_DAY).isoformat() if place else "",
            edition is shown,
        )


def _official_list(book: Book, edition: Edition | None, language: Language) -> dict[str, object]:
    if edition is None or edition.text is None:
        return {}
    items = [
        ListLine(f"list_{item.path}", provision_label(item.path).in_language(language), item.text)
        for item in list_items(book.list_text(edition))
    ]
    return {"items": items, "sha256": edition.text.sha256, "list_language": edition.text.language}


def _change_lines(book: Book, difference: ActDifference, language: Language) -> Iterator[ChangeLine]:
    name = difference.act.short_title.in_language(language)
    for change in difference.provisions:
        old, new = (
            "" if wording is None else wording.summary.in_language(language)
            for wording in (change.before, change.after)
        )
        if old == new:  # another source or another confidence, the same words
            continue
        label, what = provision_label(change.path), LAW_WORDS[f"kind_{change.kind}"]
        runs = changed_words(old, new)
        yield ChangeLine(name, label.in_language(language), what.in_language(language), change.kind, runs)
    if difference.lists is None or difference.before is None or difference.after is None:
        return
    old_items, new_items = (
        {item.path: item.text for item in list_items(book.list_text(edition))}
        for edition in (difference.before, difference.after)
    )
    for path in difference.lists.changed:
        runs = changed_words(old_items.get(path, ""), new_items.get(path, ""))
        label, what = provision_label(path), LAW_WORDS["kind_changed"]
        yield ChangeLine(name, label.in_language(language), what.in_language(language), "changed", runs)


def _day(day: date) -> Text:
    return Text(ru=said(day, "ru"), kk=said(day, "kk"), en=said(day, "en"))
