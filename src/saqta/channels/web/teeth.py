"""Children's teeth and everybody else's: what is free when it hurts, what is free by plan, what an orthodontist does
free of charge, and what nobody pays for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db.utils import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from saqta.basis.span import covers
from saqta.basis.text import Language, Text
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.dental_tracks import TRACKS, on_track
from saqta.channels.web.rendering import public_page
from saqta.channels.web.wording.care import CARE
from saqta.channels.web.wording.teeth import TEETH
from saqta.law.book import Book, load
from saqta.notices.queries import published
from saqta.notices.records import Notice
from saqta.rules.phrases import phrases


def teeth(request: HttpRequest, language: Language) -> HttpResponse:
    """The three ways to free dental care, and what is not free."""
    on = day_in_kazakhstan(request.META["saqta.at"])
    return public_page(
        request, language, "teeth.html", lambda: _tracks(on, request.META["saqta.at"]), words={**CARE, **TEETH}
    )


def _tracks(on: date, at: datetime) -> Mapping[str, object]:
    book = load()
    return {
        "tracks": [
            (name, track.title, track.says, on_track(track, book.services.values())) for name, track in TRACKS.items()
        ],
        "dentist_decides": phrases("entitlement")["dentist-decides"],
        "people": _people(book, on),
        "notices": _notices(on, at),
    }


def _people(book: Book, on: date) -> list[Text]:
    """Whom the list of dental categories names on the day."""
    return [
        wording.name
        for category in book.dental_categories.values()
        for wording in category.wordings
        if covers(wording.start, wording.end, on)
    ]


def _notices(on: date, at: datetime) -> list[Notice]:
    try:
        found = published(on, at=at)
    except DatabaseError:
        return []
    return [notice for notice in found if any(code.startswith("dental.") for code in notice.says.services)]
