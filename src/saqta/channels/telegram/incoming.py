"""What came from a chat, and what is to be done in it: the words between the bot and Telegram, without a network."""

from __future__ import annotations

from typing import NamedTuple

from saqta.channels.telegram.cards import Card


class Incoming(NamedTuple):
    """One update of a private chat. ``press`` is what a button carried, ``query`` how Telegram calls the pressing;
    ``message`` is the message that was written or under which the button is; ``spoken`` the language that the person's
    Telegram is in; ``stopped`` says that the person stopped the bot."""

    update: int
    chat: int
    message: int = 0
    text: str = ""
    press: str = ""
    query: str = ""
    spoken: str = ""
    position: tuple[float, float] | None = None
    stopped: bool = False


class Say(NamedTuple):
    """A card as a new message."""

    card: Card


class Replace(NamedTuple):
    """A card in the place of the message under which a button was pressed."""

    card: Card
    message: int


class Delete(NamedTuple):
    """That a message is to be deleted from the chat; the card is said where Telegram does not allow it."""

    message: int
    otherwise: Card


Act = Say | Replace | Delete
