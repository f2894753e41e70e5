"""Doing in a chat what the bot decided to do: through the Bot API, however often that has to be tried.

Telegram says how long to wait when it is asked too often, and is believed. A reply is sent at least once; an
announcement at most once, because nobody is to be told twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import TypeVar

import aiohttp
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from saqta.basis.text import Language
from saqta.channels.telegram.cards import Card, Message, messages
from saqta.channels.telegram.incoming import Delete, Incoming, Replace, Say
from saqta.channels.telegram.talk import Reply

Found = TypeVar("Found")

_PAUSES = (0.5, 2.0, 8.0)
"""Seconds before a call that failed on the way is tried again."""
_MOST_WAITS = 5
"""How often a reply waits because Telegram said so, before it is given up."""
_UNCHANGED = "message is not modified"
_accidents = logging.getLogger("saqta.accidents")


class Sent(Enum):
    """What became of something that is sent at most once."""

    SENT = "sent"
    GONE = "gone"
    """The person stopped the bot, or never started it."""
    NOT_SENT = "not-sent"
    """Certainly not; it may be tried again."""
    NOT_KNOWN = "not-known"
    """It may have arrived."""


def open_bot(token: str, server: str) -> Bot:
    """The bot of this token at that server of the Bot API."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(server))
    return Bot(token, session, DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True))


async def perform(bot: Bot, came: Incoming, reply: Reply) -> bool:
    """Does all of a reply; False when the person has stopped the bot."""
    try:
        if came.query:
            await _acknowledge(bot, came.query)
        for act in reply.acts:
            match act:
                case Say(shown):
                    await _say(bot, came.chat, messages(shown, reply.language))
                case Replace(shown, message):
                    await _replace(bot, came.chat, message, messages(shown, reply.language))
                case Delete(message, otherwise):
                    await _delete(bot, came.chat, message, otherwise, reply.language)
    except TelegramForbiddenError:
        return False
    except (TelegramNetworkError, TelegramServerError, TelegramRetryAfter, TelegramBadRequest) as error:
        _accidents.error("%s while answering a chat", type(error).__name__)
    return True


async def tell_once(bot: Bot, chat: int, told: Card, language: Language) -> Sent:
    """Says something that nobody is to be told twice. A long card is cut into several messages, of which the first
    decides."""
    outcome = Sent.NOT_SENT
    for message in messages(told, language):
        while True:
            try:
                await bot.send_message(chat, message.html, reply_markup=_keyboard(message))
            except TelegramRetryAfter as wait:
                await asyncio.sleep(wait.retry_after)
                continue
            except TelegramForbiddenError:
                return Sent.GONE
            except TelegramNetworkError as error:
                never_left = isinstance(error.__cause__, aiohttp.ClientConnectorError)
                return Sent.NOT_SENT if never_left and outcome is Sent.NOT_SENT else Sent.NOT_KNOWN
            except TelegramBadRequest:  # there is no such chat, or none that ever spoke to the bot
                return Sent.GONE
            except TelegramServerError:
                return Sent.NOT_KNOWN
            outcome = Sent.SENT
            break
    return outcome


async def persist(call: Callable[[], Awaitable[Found]]) -> Found:
    """The outcome of a call that may be made twice; raises what Telegram said when trying again is of no use."""
    failed = waited = 0
    while True:
        try:
            return await call()
        except TelegramRetryAfter as wait:
            waited += 1
            if waited > _MOST_WAITS:
                raise
            await asyncio.sleep(wait.retry_after)
        except (TelegramNetworkError, TelegramServerError):
            if failed == len(_PAUSES):
                raise
            await asyncio.sleep(_PAUSES[failed])
            failed += 1


async def _say(bot: Bot, chat: int, parts: list[Message]) -> None:
    for part in parts:
        await persist(lambda part=part: bot.send_message(chat, part.html, reply_markup=_keyboard(part)))  # type: ignore[misc]  # mypy infers no type for a lambda with a default


async def _replace(bot: Bot, chat: int, message: int, parts: list[Message]) -> None:
    """A message that is too old or gone cannot be changed: then the card is a new one."""
    first, *others = parts

    async def edit() -> None:
        await bot.edit_message_text(first.html, chat_id=chat, message_id=message, reply_markup=_keyboard(first))

    try:
        await persist(edit)
    except TelegramBadRequest as error:
        if _UNCHANGED not in error.message:
            others = parts
    await _say(bot, chat, others)


async def _delete(bot: Bot, chat: int, message: int, otherwise: Card, language: Language) -> None:
    try:
        await persist(lambda: bot.delete_message(chat, message))
    except TelegramBadRequest:
        await _say(bot, chat, messages(otherwise, language))


async def _acknowledge(bot: Bot, query: str) -> None:
    """That a pressed button was heard; an old pressing is heard by nobody any more."""
    try:
        await persist(lambda: bot.answer_callback_query(query))
    except TelegramBadRequest:
        return


def _keyboard(message: Message) -> InlineKeyboardMarkup | None:
    if not message.buttons:
        return None
    rows = [
        [InlineKeyboardButton(text=words, callback_data=press or None, url=url or None) for words, press, url in row]
        for row in message.buttons
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)
