"""Announcements: those that stand, one of them, and whether somebody wants to be sent new ones."""

from __future__ import annotations

from datetime import date, datetime

from django.db.utils import Error as DatabaseError

from saqta.basis.days import day_text
from saqta.basis.text import LANGUAGES, Text, same
from saqta.channels.telegram.cards import Button, Card, Line, card, pressed
from saqta.channels.telegram.conversations import Over
from saqta.channels.telegram.menu import TO_MENU
from saqta.channels.telegram.wording.menu import MENU
from saqta.channels.telegram.wording.others import NOTICES
from saqta.notices.queries import published
from saqta.notices.records import Announcement

_LONGEST_BUTTON = 60


def notices(on: date, at: datetime, *, subscribed: bool) -> Card:
    """Those that stand on the day, the latest first."""
    try:
        found = published(on, at=at)
    except DatabaseError:
        return card(NOTICES["unavailable"], buttons=[[TO_MENU]])
    rows = [[Button(_short(notice.says.claim), pressed("n", notice.says.key))] for notice in found]
    switch = [Button(NOTICES["unsubscribe" if subscribed else "subscribe"], pressed("tell", int(not subscribed)))]
    lead = NOTICES["lead" if rows else "none"]
    return card(Line(MENU["notices"], bold=True), lead, buttons=[*rows, switch, [TO_MENU]])


def one(key: str, on: date, at: datetime) -> Card:
    """The announcement with this key; raises ``Over`` if it stands no more."""
    try:
        found = next((notice.says for notice in published(on, at=at) if notice.says.key == key), None)
    except DatabaseError:
        return card(NOTICES["unavailable"], buttons=[[TO_MENU]])
    if found is None:
        raise Over
    return told(found)


def told(says: Announcement) -> Card:
    """What is said, whether it is so, what is true, and who says that."""
    source, dated = says.source, says.source.published_on
    who = (
        NOTICES["source_undated"].fill(who=source.publisher)
        if dated is None
        else NOTICES["source"].fill(who=source.publisher, day=day_text(dated))
    )
    return card(
        Line(NOTICES[f"verdict_{says.verdict}"], bold=True),
        NOTICES["said"].fill(claim=says.claim),
        says.truth,
        Line(who, url=same(source.address) if source.address else None),
        buttons=[[Button(MENU["notices"], pressed("menu", "notices")), TO_MENU]],
    )


def _short(claim: Text) -> Text:
    """A claim as a button has room for it."""
    return Text(**{language: _cut(claim.in_language(language)) for language in LANGUAGES})


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST_BUTTON else f"{said[: _LONGEST_BUTTON - 1].rstrip()}…"
