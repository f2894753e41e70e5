"""The pass of an account that Telegram vouched for: sealed for this server, for as long as a page remembers."""

from __future__ import annotations

from datetime import datetime

from saqta.channels import sealing

_PURPOSE = "telegram-pass"
_ACCOUNT_BYTES = 8


def sealed(who: int, at: datetime) -> str:
    """The pass, as text of letters, digits, ``-``, ``_`` and ``=``."""
    return sealing.seal(_PURPOSE, who.to_bytes(_ACCOUNT_BYTES, "big"), at)


def opened(given: str, at: datetime) -> int | None:
    """Whose pass it is; None when it is old or not ours."""
    found = sealing.opened(_PURPOSE, given, at)
    return None if found is None else int.from_bytes(found, "big")
