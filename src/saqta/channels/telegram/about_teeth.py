"""Children's teeth: the three ways to free care and what is not free, each service a step from its questions."""

from __future__ import annotations

from saqta.channels.dental_tracks import TRACKS, on_track
from saqta.channels.telegram.about_care import services
from saqta.channels.telegram.cards import Button, Card, Line, card, pressed
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.care import TEETH
from saqta.channels.telegram.wording.menu import MENU
from saqta.law.book import Book
from saqta.rules.phrases import phrases


def teeth() -> Card:
    """The ways to choose from."""
    return card(
        Line(MENU["teeth"], bold=True),
        TEETH["lead"],
        buttons=[*([Button(way.title, pressed("track", name))] for name, way in TRACKS.items()), [TO_MENU]],
    )


def track(name: str, book: Book) -> Card:
    """The services of one way. In the urgent one only a dentist decides what is urgent, and the card says so."""
    chosen = TRACKS[name]
    found = on_track(chosen, book.services.values())
    return card(
        Line(chosen.title, bold=True),
        chosen.says,
        phrases("entitlement")["dentist-decides"] if name == "urgent" else None,
        TEETH["choose"],
        buttons=[
            *services(found),
            [Button(MENU["teeth"], pressed("menu", "teeth")), TO_MENU],
        ],
    )
