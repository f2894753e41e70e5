"""The menu of the bot, the choice of a language, and the telephone."""

from __future__ import annotations

from django.conf import settings

from saqta.basis.text import LANGUAGES, Text, same
from saqta.channels.telegram.cards import Button, Card, Line, card, pressed
from saqta.channels.telegram.wording.menu import LANGUAGE_NAMES, MENU

TO_MENU = Button(MENU["menu"], pressed("menu", "start"))
_ROWS = (
    ("status",),
    ("free",),
    ("teeth", "dues"),
    ("clinics", "notices"),
    ("orders", "language"),
    ("complain", "call"),
)


def menu(*before: Text) -> Card:
    """All one can ask for, under what is to be said first."""
    rows = [[Button(MENU[name], pressed("menu", name)) for name in row] for row in _ROWS]
    return card(*before, MENU["what"], buttons=[*rows, *to_page(MENU["page"], "")])


def languages() -> Card:
    """The three languages, each by its own name."""
    return card(
        MENU["choose_language"],
        buttons=[[Button(same(name), pressed("language", code))] for code, name in LANGUAGE_NAMES.items()],
    )


def calling() -> Card:
    return card(Line(same("📞 1406"), bold=True), MENU["calling"], buttons=[[TO_MENU]])


def orders(chat: int) -> Card:
    """How to be told here of an order: the address of this chat, as an order takes it."""
    rows = [*to_page(MENU["page"], ""), [TO_MENU]]
    return card(Line(MENU["orders"], bold=True), MENU["orders_here"].fill(address=f"tg:{chat}"), buttons=rows)


def our_page(place: str) -> Text | None:
    """The public address of one of our pages, by its place below the language; None where we have no https address,
    because Telegram opens no other."""
    if not settings.SAQTA_ADDRESS.startswith("https:"):
        return None
    return Text(**{language: f"{settings.SAQTA_ADDRESS}/{language}/{place}" for language in LANGUAGES})


def to_page(words: Text, place: str) -> list[list[Button]]:
    """A row with a button that opens one of our pages, where Telegram opens it."""
    page = our_page(place)
    return [] if page is None else [[Button(words, url=page)]]
