"""The clock, read once for a request and passed down: no room below knows what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from saqta.basis.days import day_text
from saqta.basis.text import Text, listed, same

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


def moment_text(moment: datetime) -> Text:
    """The day and the minute in Kazakhstan, as people write them."""
    there = moment.astimezone(KAZAKHSTAN)
    return listed([day_text(there.date()), same(f"{there:%H:%M}")])
