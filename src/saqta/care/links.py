"""The secret in a link to the parents: 128 random bits, of which only the digest is kept."""

from __future__ import annotations

import hashlib
import re
import secrets

SECRET_BYTES = 16
_WRITTEN = re.compile(r"[A-Za-z0-9_-]{22}", re.ASCII)


def make_secret() -> str:
    """A new secret, as it stands in a link. It tells nothing: neither the plan nor the child."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest_of(secret: str) -> bytes | None:
    """By what a secret is known here; None for what cannot be one. Nobody tries out 128 bits, so it takes no slow
    digest."""
    return hashlib.sha256(secret.encode("ascii")).digest() if _WRITTEN.fullmatch(secret) else None
