"""Running the bot: updates by long polling or over a webhook, answers, and announcements to those who asked.

What is asked of rooms and remembered is done by one thread, which has one connection to the register and one to the
bot's memory; the network is waited for by the event loop beside it. An update is confirmed to Telegram only after it
was answered, so whoever kills the bot loses no question; one that is handed out again is answered once.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

from aiogram import Bot
from aiogram.exceptions import (
    AiogramError,
    ClientDecodeError,
    TelegramConflictError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import BotCommand, MenuButtonWebApp, Update, WebAppInfo
from django.conf import settings
from django.db import connection

from saqta.access.budgets import Budgets, read_budgets
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import LANGUAGES, Text
from saqta.channels.clock import now
from saqta.channels.following import Followed
from saqta.channels.telegram.incoming import Incoming
from saqta.channels.telegram.memory import Memory
from saqta.channels.telegram.news import Desk, News
from saqta.channels.telegram.sending import open_bot, perform
from saqta.channels.telegram.talk import Reply, Talk
from saqta.channels.telegram.updates import KINDS, incoming
from saqta.channels.telegram.webhook import Listening, secret_of
from saqta.channels.telegram.wording.menu import COMMANDS, MENU
from saqta.channels.telegram.wording.running import RUNNING
from saqta.coverage.public import PublicBudgets, PublicDesk
from saqta.journal.reads import Reads
from saqta.law.book import load

Value = TypeVar("Value")

_POLL = 25
"""Seconds for which Telegram keeps a question for updates open."""
_BATCH = 10.0
"""Seconds that a batch of updates may take before others are asked for: a chat that Telegram makes wait holds up no
other."""
_PAUSE = 2.0
"""Seconds before Telegram is asked again after a failure."""
_accidents = logging.getLogger("saqta.accidents")


class Ended(Exception):
    """The bot cannot go on; ``text`` says why and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def run(*, webhook: tuple[str, int] | None, say: Callable[[Text], None]) -> None:
    """Runs the bot until it is stopped; with a ``webhook``, listens at that address and port. Raises ``Refused`` for
    settings that are missing and ``Ended`` when it cannot go on."""
    if not settings.SAQTA_TELEGRAM_TOKEN:
        raise Refused(Fault("no-token", RUNNING["no_token"], "SAQTA_TELEGRAM_TOKEN"))
    if webhook is not None and not settings.SAQTA_TELEGRAM_WEBHOOK:
        raise Refused(Fault("no-webhook", RUNNING["no_webhook"], "SAQTA_TELEGRAM_WEBHOOK"))
    logging.getLogger("aiogram").setLevel(logging.CRITICAL)  # its lines hold what was written to the bot
    logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
    try:
        asyncio.run(_run(webhook, say))
    except TelegramConflictError:
        raise Ended(RUNNING["another"]) from None
    except TelegramUnauthorizedError:
        raise Ended(RUNNING["bad_token"]) from None


async def _run(webhook: tuple[str, int] | None, say: Callable[[Text], None]) -> None:
    stopped = asyncio.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(ending, stopped.set)
    bot = open_bot(settings.SAQTA_TELEGRAM_TOKEN, settings.SAQTA_TELEGRAM_SERVER)
    async with bot, _desk() as desk:
        running = Running(bot, desk)
        await running.introduce()
        announcing = asyncio.create_task(News(bot, desk).tell())
        listening = asyncio.create_task(running.poll() if webhook is None else running.listen(*webhook))
        say(RUNNING["runs"])
        stopping = asyncio.create_task(stopped.wait())
        await asyncio.wait((announcing, listening, stopping), return_when=asyncio.FIRST_COMPLETED)
        for task in (announcing, listening, stopping):
            task.cancel()
        await running.finish()
        ended = await asyncio.gather(announcing, listening, return_exceptions=True)
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome


@asynccontextmanager
async def _desk() -> AsyncIterator[Desk]:
    with ThreadPoolExecutor(1, "desk") as thread:
        loop = asyncio.get_running_loop()
        memory, talk = await loop.run_in_executor(thread, _open)
        try:
            yield Desk(memory, talk, thread)
        finally:
            await loop.run_in_executor(thread, _close, memory)


def _open() -> tuple[Memory, Talk]:
    keys = settings.SAQTA_KEYS.read_bytes()
    home: Path = settings.SAQTA_HOME
    budgets, named = Budgets(home / "budgets", keys), read_budgets(settings.SAQTA_BUDGETS)
    # An account of Telegram proves no work, so that it may ask no more often than a browser that proves none.
    allowed = PublicBudgets(named["unproven-address"], named["number"], named["everybody"])
    desk = PublicDesk(load(), budgets, allowed, Reads(settings.SAQTA_READS))
    memory = Memory(home / "telegram.sqlite3", keys)
    return memory, Talk(memory, desk, budgets, Followed(settings.SAQTA_FOLLOWED).get)


def _close(memory: Memory) -> None:
    memory.close()
    connection.close()


class Running:
    """The bot at work."""

    def __init__(self, bot: Bot, desk: Desk) -> None:
        self._bot, self._desk = bot, desk
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._answering: set[asyncio.Task[None]] = set()

    async def introduce(self) -> None:
        """Tells Telegram what the bot can be asked; raises when the token is none."""
        try:
            await self._bot.get_me()
            for language in LANGUAGES:
                commands = [
                    BotCommand(command=name, description=MENU[entry].in_language(language))
                    for name, entry in COMMANDS.items()
                ]
                await self._bot.set_my_commands(commands, language_code=language)
            if settings.SAQTA_ADDRESS.startswith("https:"):
                page = WebAppInfo(url=f"{settings.SAQTA_ADDRESS}/telegram/")
                await self._bot.set_chat_menu_button(menu_button=MenuButtonWebApp(text="Saqta", web_app=page))
        except TelegramUnauthorizedError:
            raise
        except AiogramError as error:  # it may be introduced the next time it starts
            _accidents.error("%s while introducing the bot", type(error).__name__)

    async def poll(self) -> None:
        """Asks Telegram for updates until it is cancelled; raises ``TelegramConflictError`` when another bot asks with
        the same token."""
        with suppress(TelegramRetryAfter):
            await self._bot.delete_webhook()
        offset: int | None = None
        while True:
            try:
                updates = await self._bot.get_updates(
                    offset, timeout=_POLL, allowed_updates=KINDS, request_timeout=_POLL + 10
                )
            except (TelegramConflictError, TelegramUnauthorizedError):
                raise
            except TelegramRetryAfter as wait:
                await asyncio.sleep(wait.retry_after)
                continue
            except ClientDecodeError as error:
                # Something newer than our reader of it: passed over, or it would be handed out for ever.
                offset = max(update["update_id"] for update in error.data["result"]) + 1
                _accidents.error("updates that cannot be read were passed over")
                continue
            except AiogramError as error:
                _accidents.error("%s while asking for updates", type(error).__name__)
                await asyncio.sleep(_PAUSE)
                continue
            if updates:
                await self._answer_all(updates)
                offset = updates[-1].update_id + 1

    async def listen(self, host: str, port: int) -> None:
        """Listens for updates that Telegram posts, until it is cancelled."""
        secret = secret_of(settings.SAQTA_KEYS.read_bytes())
        async with Listening(settings.SAQTA_TELEGRAM_WEBHOOK, secret, self._bot, self.answer) as listening:
            await listening.open(host, port)
            await self._bot.set_webhook(settings.SAQTA_TELEGRAM_WEBHOOK, secret_token=secret, allowed_updates=KINDS)
            await asyncio.Event().wait()

    async def finish(self) -> None:
        """Waits for the answers that are under way."""
        if self._answering:
            await asyncio.wait(self._answering, timeout=_BATCH)

    async def _answer_all(self, updates: Iterable[Update]) -> None:
        tasks = [asyncio.create_task(self.answer(update)) for update in updates]
        self._answering.update(tasks)
        for task in tasks:
            task.add_done_callback(self._answering.discard)
        await asyncio.wait(tasks, timeout=_BATCH)

    async def answer(self, update: Update) -> None:
        """Answers one update, each chat in its turn; one that was answered before needs no other."""
        came = incoming(update)
        if came is None:
            return
        async with self._turns.setdefault(came.chat, asyncio.Lock()):
            if await self._desk.do(self._desk.memory.is_answered, update.update_id):
                return
            reply = await self._desk.do(self._reply, came)
            if not await perform(self._bot, came, reply):
                await self._desk.do(self._desk.memory.forget, came.chat)
            await self._desk.do(self._desk.memory.answered, update.update_id)

    def _reply(self, came: Incoming) -> Reply:
        connection.close_if_unusable_or_obsolete()
        try:
            return self._desk.talk.reply(came, now())
        except Exception as error:  # noqa: BLE001  # the last line of defence: what was asked stays out of the log
            _accidents.error("%s while answering a chat", type(error).__name__)
            return self._desk.talk.sorry(came)
