"""By which ways somebody can be told how an order went, and how an address of each is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, get_args

from saqta.orders.texts import refused

Way = Literal["https", "email", "telegram"]
WAYS: tuple[Way, ...] = get_args(Way)
MOST_ADDRESSES = 3
_SCHEMES: dict[str, Way] = {"https": "https", "mailto": "email", "tg": "telegram"}
_SHAPES: dict[Way, re.Pattern[str]] = {
    "https": re.compile(r"https://[\x21-\x7e]{1,492}"),
    # An address as nearly everybody has it. It goes into the head of a letter, so nothing but these letters.
    "email": re.compile(r"mailto:[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"),
    "telegram": re.compile(r"tg:[1-9][0-9]{0,18}"),
}


def way_of(address: str) -> Way:
    """Which way an address takes: ``https://…`` a program, ``mailto:…`` a letter, ``tg:…`` a chat with the bot. Raises
    ``Refused`` for anything that is no such address."""
    way = _SCHEMES.get(address.partition(":")[0])
    if way is None or _SHAPES[way].fullmatch(address) is None:
        raise refused("order-tell", "tell")
    return way


def check_offered(addresses: Sequence[str], *, letters: bool, chats: bool) -> None:
    """Raises ``Refused`` for an address of a way that this server does not go: nobody waits for word in vain."""
    offered = {"https": True, "email": letters, "telegram": chats}
    if not all(offered[way_of(address)] for address in addresses):
        raise refused("no-letters", "tell")


def bare(address: str) -> str:
    """A mailbox or a chat without the word for its kind."""
    return address.partition(":")[2]
