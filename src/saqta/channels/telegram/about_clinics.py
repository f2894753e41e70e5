"""Finding a clinic: by name, number, city or nearness, and what is publicly known of it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.utils import Error as DatabaseError

from saqta.basis.refusal import Refused
from saqta.basis.text import Text, same
from saqta.channels.clinic_cards import clinic_shown, contract_said
from saqta.channels.clinic_wording import ANAESTHESIA, WORDS
from saqta.channels.telegram.cards import Button, Card, Line, bullets, card, pressed
from saqta.channels.telegram.menu import TO_MENU, to_page
from saqta.channels.telegram.wording.menu import MENU
from saqta.channels.telegram.wording.others import CLINICS
from saqta.clinics.documents import ClinicFound
from saqta.clinics.finding import Asked, find
from saqta.law.book import Book
from saqta.oversight.card import clinic_card
from saqta.registry.clinic_records import Position

_MOST_SHOWN = 8
_MILLIONTHS = 1_000_000
_ANOTHER = Button(CLINICS["another"], pressed("menu", "clinics"))


def ask_clinic() -> Card:
    return card(Line(MENU["clinics"], bold=True), CLINICS["ask"], buttons=[[TO_MENU]])


def search(words: str, position: tuple[float, float] | None, on: date, book: Book, action: str = "clinic") -> Card:
    """The clinics that somebody's words or place mean; pressing one is the ``action`` about it."""
    near = None if position is None else Position(*(round(degrees * _MILLIONTHS) for degrees in position))
    try:
        found = find(Asked(on, words[:200], near=near, limit=_MOST_SHOWN), book)
    except Refused as refused:
        return card(refused.faults[0].text, buttons=[[TO_MENU]])
    except DatabaseError:
        return card(CLINICS["unavailable"], buttons=[[TO_MENU]])
    if not found.clinics:
        return card(WORDS["nothing-found"], buttons=[[TO_MENU]])
    return card(
        WORDS["unheard"] if found.unheard else CLINICS["found"],
        *(Line(_line(one), tight=True) for one in found.clinics),
        WORDS["more"] if found.more else None,
        buttons=[*([Button(same(one.name), pressed(action, one.id.hex))] for one in found.clinics), [TO_MENU]],
    )


def shown(clinic: UUID, on: date, book: Book) -> Card:
    """The public card of a clinic as of that day."""
    try:
        found = clinic_card(clinic, on, book)
    except Refused as refused:
        return card(refused.faults[0].text, buttons=[[_ANOTHER, TO_MENU]])
    except DatabaseError:
        return card(CLINICS["unavailable"], buttons=[[_ANOTHER, TO_MENU]])
    about = clinic_shown(found, book)
    return card(
        Line(same(about.name), bold=True),
        same("{region}, {address}").fill(region=found.region, address=about.address),
        CLINICS["funding"].fill(contract=contract_said(about)),
        Line(WORDS["inspections"], bold=True),
        *found.about_inspections,
        ANAESTHESIA[found.anaesthesia],
        *([Line(WORDS["not-known"], bold=True), *bullets(found.unknown_besides)] if found.unknown_besides else []),
        buttons=[
            *to_page(CLINICS["page"], f"clinics/{clinic}/"),
            [Button(CLINICS["complain_here"], pressed("complain", clinic.hex))],
            [_ANOTHER, TO_MENU],
        ],
    )


def _line(clinic: ClinicFound) -> Text:
    name = same("• {name}, {region}").fill(name=clinic.name, region=clinic.region.name)
    if clinic.metres is None:
        return name
    return CLINICS["away"].fill(name=name, km=f"{clinic.metres / 1000:.1f}")
