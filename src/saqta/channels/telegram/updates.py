"""What Telegram hands out, as far as the bot listens: private chats, what is written, pressed and changed there."""

from __future__ import annotations

from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.types import Message, Update

from saqta.channels.telegram.incoming import Incoming

KINDS = ["message", "edited_message", "callback_query", "my_chat_member"]
"""What the bot asks to be told of. What is changed afterwards may hold a number that was not there before."""


def incoming(update: Update) -> Incoming | None:
    """An update in our words; None for one that nobody waits for an answer to."""
    if update.callback_query is not None:
        pressed = update.callback_query
        if pressed.message is None or pressed.message.chat.type != ChatType.PRIVATE:
            return None
        return Incoming(
            update.update_id,
            pressed.message.chat.id,
            message=pressed.message.message_id,
            press=pressed.data or "-",
            query=pressed.id,
            spoken=pressed.from_user.language_code or "",
        )
    if update.my_chat_member is not None:
        changed = update.my_chat_member
        stopped = changed.new_chat_member.status == ChatMemberStatus.KICKED
        private = changed.chat.type == ChatType.PRIVATE
        return Incoming(update.update_id, changed.chat.id, stopped=True) if stopped and private else None
    written = update.message or update.edited_message
    return None if written is None else _written(update.update_id, written)


def _written(number: int, message: Message) -> Incoming | None:
    if message.chat.type != ChatType.PRIVATE:
        return None
    place = message.location
    return Incoming(
        number,
        message.chat.id,
        message=message.message_id,
        text=message.text or message.caption or "",
        spoken="" if message.from_user is None else message.from_user.language_code or "",
        position=None if place is None else (place.latitude, place.longitude),
    )
