"""Announcements and refuted rumours: what is said, what is true, since when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse

from saqta.basis.text import Language
from saqta.channels.web.cited import CitedLine, cited_line
from saqta.channels.web.days_asked import said, today
from saqta.channels.web.rendering import public_page
from saqta.channels.web.wording.notices import NOTICE_WORDS
from saqta.notices.queries import published
from saqta.notices.records import Announcement

_RATING = {"false": 1, "partly": 3, "true": 5}
"""The scale of schema.org's ClaimReview, from false to true."""


class NoticeLine(NamedTuple):
    """A notice as the page shows it; empty where something was not established or does not end."""

    key: str
    claim: str
    verdict: str
    rating: int
    truth: str
    since: str
    since_said: str
    until: str
    until_said: str
    publisher: str
    published_on: str
    published_said: str
    address: str
    cites: list[CitedLine]


def notices(request: HttpRequest, language: Language) -> HttpResponse:
    """The notices standing today, the latest first."""
    on = today(request)

    def values() -> Mapping[str, object]:
        return {"notices": [_line(notice.says, language) for notice in published(on)]}

    return public_page(request, language, "information/notices.html", values, words=NOTICE_WORDS)


def _line(says: Announcement, language: Language) -> NoticeLine:
    cites = [cited_line(reference) for reference in says.provisions]
    return NoticeLine(
        says.key,
        says.claim.in_language(language),
        says.verdict,
        _RATING[says.verdict],
        says.truth.in_language(language),
        *_day(says.since, language),
        *_day(says.until, language),
        says.source.publisher.in_language(language),
        *_day(says.source.published_on, language),
        says.source.address or "",
        cites,
    )


def _day(day: date | None, language: Language) -> tuple[str, str]:
    return ("", "") if day is None else (day.isoformat(), said(day, language))
