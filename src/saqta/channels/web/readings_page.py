"""The open questions of the law: the options of each, the one followed, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from saqta.basis.text import Language
from saqta.channels.cited import CitedLine, cited_line
from saqta.channels.web.days_asked import said
from saqta.channels.web.rendering import public_page
from saqta.channels.web.wording.law import LAW_WORDS
from saqta.law.book import load
from saqta.law.shape import ReadingFile


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
        found = sorted(load().readings.values(), key=lambda reading: int(reading.id[1:]))
        return {"readings": [_reading_line(reading, language) for reading in found]}

    return public_page(request, language, "law/readings.html", values, words=LAW_WORDS)


def _reading_line(reading: ReadingFile, language: Language) -> ReadingLine:
    return ReadingLine(
        reading.id,
        reading.question.in_language(language),
        [(option.text.in_language(language), option.id == reading.followed) for option in reading.options],
        reading.because.in_language(language),
        LAW_WORDS[f"sure_{reading.confidence}"].in_language(language),
        said(reading.since, language),
        reading.since.isoformat(),
        reading.settled,
        [cited_line(reference) for reference in reading.cites],
    )
