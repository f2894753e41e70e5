"""Whose page in Telegram's frame this is: what Telegram signed about the account, judged by its signature and its age.

The signature is an HMAC under a key made of the bot's token, so that only Telegram and this bot can make one. It never
grows invalid by itself, which is why the moment in it is judged as well: what was signed once must not open the page
for ever.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

import msgspec

LIFE = timedelta(minutes=5)
"""How old what Telegram signed may be when the page is opened."""
_AHEAD = timedelta(seconds=30)
"""By how much Telegram's clock may be ahead of ours."""
_LONGEST = 4096


class _User(msgspec.Struct):
    id: int


def account(init_data: str, token: str, at: datetime) -> int | None:
    """The account that opened the page; None for what was not signed for this bot, says something twice, names nobody
    or is not of now."""
    if not token or len(init_data) > _LONGEST:
        return None
    try:
        pairs = parse_qsl(init_data, keep_blank_values=True, strict_parsing=True)
        told = dict(pairs)
        given = told.pop("hash")
        if len(told) + 1 != len(pairs) or not hmac.compare_digest(_signature(told, token), given.encode()):
            return None
        signed_at = datetime.fromtimestamp(int(told["auth_date"]), UTC)
        if not at - LIFE <= signed_at <= at + _AHEAD:
            return None
        return msgspec.json.decode(told["user"], type=_User).id
    except (ValueError, KeyError, OverflowError, OSError, msgspec.DecodeError):
        return None


def _signature(told: dict[str, str], token: str) -> bytes:
    key = hmac.digest(b"WebAppData", token.encode(), hashlib.sha256)
    signed = "\n".join(f"{name}={told[name]}" for name in sorted(told))
    return hmac.digest(key, signed.encode(), hashlib.sha256).hex().encode()
