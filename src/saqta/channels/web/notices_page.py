"""Announcements and refuted rumours: what is said, what is true, since when, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import NamedTuple

import msgspec
from django.conf import settings
from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from saqta.basis.text import Language
from saqta.channels.cited import CitedLine, cited_line
from saqta.channels.published import published
from saqta.channels.web.days_asked import said, today
from saqta.channels.web.rendering import SECURITY, public_page
from saqta.channels.web.wording.notices import NOTICE_WORDS
from saqta.notices.queries import published as published_notices
from saqta.notices.records import Announcement, Notice

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
        return {
            "notices": [_line(notice.says, language) for notice in published_notices(on, at=request.META["saqta.at"])]
        }

    return public_page(request, language, "information/notices.html", values, words=NOTICE_WORDS)


def claims(request: HttpRequest, language: Language) -> HttpResponse:
    """The same notices for search engines and fact-checkers, as ClaimReview in JSON-LD. A document of its own, because
    the pages allow no script inside themselves, not even one that is only data."""
    on = today(request)

    def document() -> bytes:
        standing = published_notices(on, at=request.META["saqta.at"])
        return msgspec.json.encode(
            {"@context": "https://schema.org", "@graph": [_claim(one, language) for one in standing]}
        )

    try:
        return published(request, document, media="application/ld+json", headers=SECURITY)
    except DatabaseError:
        return HttpResponse(status=HTTPStatus.SERVICE_UNAVAILABLE, headers=SECURITY)


def _claim(notice: Notice, language: Language) -> dict[str, object]:
    """One notice as schema.org names its parts; what was not established is left out."""
    says = notice.says
    page = f"{settings.SAQTA_ADDRESS}/{language}/announcements/#{says.key}"
    source = {"@type": "Organization", "name": says.source.publisher.in_language(language)}
    told = {
        "@type": "ClaimReview",
        "@id": page,
        "url": page,
        "inLanguage": language,
        "claimReviewed": says.claim.in_language(language),
        "reviewBody": says.truth.in_language(language),
        "datePublished": says.since.isoformat(),
        "expires": says.until and says.until.isoformat(),
        "author": source | ({"url": says.source.address} if says.source.address else {}),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATING[says.verdict],
            "worstRating": 1,
            "bestRating": 5,
            "alternateName": NOTICE_WORDS[says.verdict].in_language(language),
        },
    }
    return {name: value for name, value in told.items() if value is not None}


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
