"""The clock, read once for a request and passed down: no room below knows what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

KAZAKHSTAN = ZoneInfo("Asia/Almaty")
"""The whole country has kept one time since 2024."""


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)  # noqa: TID251  # the one place where a channel reads the clock


def day_in_kazakhstan(moment: datetime) -> date:
    """The day in Kazakhstan at that moment."""
    return moment.astimezone(KAZAKHSTAN).date()


def today() -> date:
    """The day in Kazakhstan."""
    return day_in_kazakhstan(now())
