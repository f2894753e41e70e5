"""The open questions of the law: the options of each, the one followed, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from saqta.basis.text import Language
from saqta.channels.web.days_asked import said
from saqta.channels.web.rendering import public_page
from saqta.channels.web.wording.law import LAW_WORDS
from saqta.law.book import Book, load
from saqta.law.shape import ReadingFile, provision_label


class CitedLine(NamedTuple):
    """A provision and where on our pages it is read."""

    label: str
    act: str
    anchor: str


class ReadingLine(NamedTuple):
    """An open question as a page shows it: each option with whether it is followed."""

    id: str
    question: str
    options: list[tuple[str, bool]]
    because: str
    sure: str
    since: str
    since_day: str
    settled: bool
    cites: list[CitedLine]


def readings(request: HttpRequest, language: Language) -> HttpResponse:
    """All open questions, in the order in which they were opened."""

    def values() -> Mapping[str, object]:
        book = load()
        found = sorted(book.readings.values(), key=lambda reading: int(reading.id[1:]))
        return {"readings": [_reading_line(book, reading, language) for reading in found]}

    return public_page(request, language, "law/readings.html", values, words=LAW_WORDS)


def cited_line(book: Book, reference: str, language: Language) -> CitedLine:
    """A reference such as ``Z1500000405/art_5`` as people cite it, with the address on our pages."""
    act, provision = book.provision(reference)
    short = act.short_title.in_language(language)
    if provision is None:
        return CitedLine(short, act.id, "")
    return CitedLine(f"{short}, {provision_label(provision.path).in_language(language)}", act.id, provision.path)


def _reading_line(book: Book, reading: ReadingFile, language: Language) -> ReadingLine:
    return ReadingLine(
        reading.id,
        reading.question.in_language(language),
        [(option.text.in_language(language), option.id == reading.followed) for option in reading.options],
        reading.because.in_language(language),
        LAW_WORDS[f"sure_{reading.confidence}"].in_language(language),
        said(reading.since, language),
        reading.since.isoformat(),
        reading.settled,
        [cited_line(book, reference, language) for reference in reading.cites],
    )
