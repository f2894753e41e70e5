"""What nobody asked for at this moment and somebody wants to know: new announcements, and how an order went."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import NamedTuple, TypeVar

from aiogram import Bot
from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError

from saqta.basis.text import same
from saqta.channels.clock import now, today
from saqta.channels.telegram.about_notices import told as told_of_notice
from saqta.channels.telegram.cards import Line, card
from saqta.channels.telegram.memory import Memory, Telling
from saqta.channels.telegram.sending import Sent, tell_once
from saqta.channels.telegram.talk import Talk
from saqta.notices.queries import published
from saqta.notices.records import Announcement
from saqta.orders.outbox import Message, record_delivered, record_not_delivered, take_messages
from saqta.orders.telling import told as told_of_order
from saqta.orders.ways import bare

Value = TypeVar("Value")

_PAUSE = 2.0
"""Seconds between two looks."""
_PACE = 0.04
"""Seconds between two messages: Telegram takes some thirty a second from one bot."""
_ORDER_PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440))
"""How long to wait after each try to tell of an order that failed; after the last there is no other."""
_STATES = {Sent.SENT: "told", Sent.GONE: "gone", Sent.NOT_SENT: "waiting", Sent.NOT_KNOWN: "begun"}
"""How the bot remembers what became of an announcement to one chat."""
_accidents = logging.getLogger("saqta.accidents")


class Desk(NamedTuple):
    """What one thread works with: the bot's memory and what it answers from."""

    memory: Memory
    talk: Talk
    thread: ThreadPoolExecutor

    async def do(self, work: Callable[..., Value], *given: object) -> Value:
        """The outcome of some work done in that thread."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, work, *given)


class News:
    """Tells chats what they want to know."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        self._bot, self._desk = bot, desk

    async def tell(self) -> None:
        """Goes on until it is cancelled."""
        while True:
            try:
                await self._tell_all()
            except DatabaseError as error:
                _accidents.error("%s while looking for news", type(error).__name__)
                await self._desk.do(_drop_a_broken_connection)
            await asyncio.sleep(_PAUSE)

    async def _tell_all(self) -> None:
        await self._desk.do(self._look_for_announcements)
        while (telling := await self._desk.do(self._desk.memory.next_telling)) is not None:
            await self._announce(telling)
            await asyncio.sleep(_PACE)
        while (message := await self._desk.do(_next_message)) is not None:
            await self._tell_of_order(message)
            await asyncio.sleep(_PACE)

    def _look_for_announcements(self) -> None:
        self._desk.memory.announce((notice.says.key, notice.number) for notice in published(today(), at=now()))
        self._desk.memory.forget_old(now())

    async def _announce(self, telling: Telling) -> None:
        """At most once: it was marked as being told before it is."""
        try:
            found = await self._desk.do(_announcement, telling)
        except DatabaseError:
            await self._desk.do(self._desk.memory.told, telling, _STATES[Sent.NOT_SENT])
            raise
        outcome = Sent.GONE
        if found is not None:
            outcome = await tell_once(self._bot, telling.chat, told_of_notice(found), telling.language)
            if outcome is Sent.GONE:
                await self._desk.do(self._desk.memory.forget, telling.chat)
        await self._desk.do(self._desk.memory.told, telling, _STATES[outcome])
        if outcome is Sent.NOT_SENT:
            await asyncio.sleep(_PAUSE)

    async def _tell_of_order(self, message: Message) -> None:
        """At least once, as by every other way; whoever stopped the bot is told by the next of their ways."""
        says = told_of_order(message, settings.SAQTA_ADDRESS)
        shown = card(Line(same(says.title), bold=True), same(says.words))
        outcome = await tell_once(self._bot, int(bare(message.address)), shown, message.language or "ru")
        await self._desk.do(_record, message, outcome)


def _announcement(telling: Telling) -> Announcement | None:
    """What is to be told; None if it was taken back or replaced meanwhile."""
    standing = (notice for notice in published(today(), at=now()) if notice.says.key == telling.key)
    return next((notice.says for notice in standing if notice.number == telling.version), None)


def _next_message() -> Message | None:
    """The next message about an order, held by a lease."""
    return next(iter(take_messages("telegram", now())), None)


def _drop_a_broken_connection() -> None:
    connection.close_if_unusable_or_obsolete()


def _record(message: Message, outcome: Sent) -> None:
    if outcome is Sent.SENT:
        record_delivered(message, at=now())
    else:
        record_not_delivered(message, _ORDER_PAUSES, at=now(), gone=outcome is Sent.GONE)
