"""Children's teeth: the three ways to free care and what is not free, each service a step from its questions."""

from __future__ import annotations

from saqta.channels.telegram.about_care import services
from saqta.channels.telegram.cards import Button, Card, Line, card, pressed
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.care import TEETH
from saqta.channels.telegram.wording.menu import MENU
from saqta.law.book import Book
from saqta.law.services import Service
from saqta.rules.phrases import phrases

_DENTAL = ("dental", "dental_prevention")
TRACKS = ("urgent", "planned", "orthodontics", "not_free")


def teeth() -> Card:
    """The ways to choose from."""
    return card(
        Line(MENU["teeth"], bold=True),
        TEETH["lead"],
        buttons=[*([Button(TEETH[f"track_{name}"], pressed("track", name))] for name in TRACKS), [TO_MENU]],
    )


def track(name: str, book: Book) -> Card:
    """The services of one way. In the urgent one only a dentist decides what is urgent, and the card says so."""
    found = [service for service in book.services.values() if service.field == "dental" and _is_on(name, service)]
    return card(
        Line(TEETH[f"track_{name}"], bold=True),
        TEETH[f"about_{name}"],
        phrases("entitlement")["dentist-decides"] if name == "urgent" else None,
        TEETH["choose"],
        buttons=[*services(found), [Button(MENU["teeth"], pressed("menu", "teeth")), TO_MENU]],
    )


def _is_on(name: str, service: Service) -> bool:
    match name:
        case "orthodontics":
            return service.care == "orthodontics"
        case "not_free":
            return service.care == "dental_not_covered"
        case _:
            return service.care in _DENTAL and service.form in (name, "either")
