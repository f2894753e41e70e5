"""The pass of an account that Telegram vouched for: sealed for this server, for half an hour."""

from __future__ import annotations

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

LIFE = timedelta(minutes=30)
_NONCE_BYTES = 12


def sealed(who: int, at: datetime) -> str:
    """The pass, as text of letters, digits, ``-``, ``_`` and ``=``."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    told = int(at.timestamp()).to_bytes(8, "big") + who.to_bytes(8, "big")
    return urlsafe_b64encode(nonce + _cipher(settings.SAQTA_KEYS).encrypt(nonce, told, b"pass")).decode()


def opened(given: str, at: datetime) -> int | None:
    """Whose pass it is; None when it is old or not ours."""
    try:
        raw = urlsafe_b64decode(given.encode("ascii"))
        told = _cipher(settings.SAQTA_KEYS).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], b"pass")
    except (InvalidTag, ValueError):
        return None
    age = at.timestamp() - int.from_bytes(told[:8], "big")
    return int.from_bytes(told[8:], "big") if 0 <= int(age) <= LIFE.total_seconds() else None


@lru_cache(maxsize=4)
def _cipher(keys: Path) -> AESGCM:
    return AESGCM(blake2b(keys.read_bytes(), digest_size=32, person=b"saqta tg pages").digest())
