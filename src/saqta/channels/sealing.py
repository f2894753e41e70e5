"""What a page must remember between two questions, encrypted for this server alone: it may travel through the browser
of a borrowed phone, and nobody who looks there reads it.

A sealed value is bound to its purpose and to the moment it was sealed, and is worth nothing after half an hour.
"""

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
from django.http import HttpRequest, HttpResponse

LIFE = timedelta(minutes=30)
_NONCE_BYTES = 12
_MOMENT_BYTES = 6


def seal(purpose: str, content: bytes, at: datetime) -> str:
    """The content as text of letters, digits, ``-`` and ``_``."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    moment = int(at.timestamp()).to_bytes(_MOMENT_BYTES, "big")
    sealed = _cipher(settings.SAQTA_KEYS).encrypt(nonce, moment + content, purpose.encode())
    return urlsafe_b64encode(nonce + sealed).decode()


def opened(purpose: str, sealed: str, at: datetime) -> bytes | None:
    """What was sealed for this purpose; None when it is older than ``LIFE`` or was not sealed here."""
    try:
        raw = urlsafe_b64decode(sealed.encode("ascii"))
        found = _cipher(settings.SAQTA_KEYS).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], purpose.encode())
    except (InvalidTag, ValueError):
        return None
    sealed_at = int.from_bytes(found[:_MOMENT_BYTES], "big")
    age = int(at.timestamp()) - sealed_at
    return found[_MOMENT_BYTES:] if 0 <= age <= LIFE.total_seconds() else None


def give_to_carry(answer: HttpResponse, request: HttpRequest, cookie: str, sealed: str) -> None:
    """Gives what was sealed for this cookie to the browser, for as long as it can be opened."""
    answer.set_cookie(
        cookie,
        sealed,
        max_age=int(LIFE.total_seconds()),
        httponly=True,
        samesite="Strict",
        secure=request.is_secure(),
    )


def carried_by(request: HttpRequest, cookie: str) -> bytes | None:
    """What the browser brings back in this cookie; None when that is nothing, or nothing of ours, or too old."""
    return opened(cookie, request.COOKIES.get(cookie, ""), request.META["saqta.at"])


@lru_cache(maxsize=4)
def _cipher(keys: Path) -> AESGCM:
    """A key of its own, so that nothing sealed for a page opens a number of the register."""
    return AESGCM(blake2b(keys.read_bytes(), digest_size=32, person=b"saqta web pages").digest())
