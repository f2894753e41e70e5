"""The clock, read once for a request and passed down: no room below knows what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from saqta.basis.days import KAZAKHSTAN, day_in_kazakhstan, day_text
from saqta.basis.text import Text, listed, same

__all__ = ["KAZAKHSTAN", "day_in_kazakhstan", "moment_text", "now", "today"]


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)  # noqa: TID251  # the one place where a channel reads the clock


def today() -> date:
    """The day in Kazakhstan."""
    return day_in_kazakhstan(now())


def moment_text(moment: datetime) -> Text:
    """The day and the minute in Kazakhstan, as people write them."""
    there = moment.astimezone(KAZAKHSTAN)
    return listed([day_text(there.date()), same(f"{there:%H:%M}")])
