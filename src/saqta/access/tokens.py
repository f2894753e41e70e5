"""The session behind what a browser holds: a random token, of which the register keeps the digest."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from saqta.access.models import CitizenSession, Session

_SEEN_EVERY = timedelta(seconds=60)
"""A session is marked as used no more often, so that reading pages does not write to the database at every click."""


def digest_of(token: str) -> str:
    """What the register keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def lasts(found: CitizenSession | Session, *, idle: timedelta, longest: timedelta, at: datetime) -> bool:
    """Whether this session is still good: it is over after ``idle`` without a click, and after ``longest`` in any case.
    One that is over is gone from the register; one that is not is marked as used."""
    rows = type(found)._default_manager.filter(digest=found.digest)
    if at >= found.began + longest or at >= found.seen + idle:
        rows.delete()
        return False
    if at >= found.seen + _SEEN_EVERY:
        rows.update(seen=at)
    return True
