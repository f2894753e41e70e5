"""How long things may take. What is promised to people is law; the rest is ours."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from saqta.basis.days import KAZAKHSTAN
from saqta.law.book import Book

APOLOGY = timedelta(minutes=1)
"""So long before the promised time is over it is said that it will not be kept."""
LEASE = timedelta(seconds=90)
"""Whoever has not come back with an order by then is taken for dead."""
PATIENCE = timedelta(days=1)
"""After that an order which still cannot be answered is set aside for the staff."""
DEATHS = 5
"""So many times an order may take a worker down before it is set aside."""
QUIET_FROM, QUIET_UNTIL = time(22), time(8)
"""Between these hours in Kazakhstan nobody is woken by a message."""
STILL_WAITING = timedelta(hours=1)
"""So long after their order people are taken to sit and wait for it, at whatever hour."""
_FIRST_PAUSE, _LONGEST_PAUSE = timedelta(seconds=1), timedelta(minutes=2)


def promised(day: date, book: Book) -> timedelta:
    """Within which time an order of that day is to be answered; raises ``OutsideKnownLaw``."""
    return timedelta(minutes=book.on(day).number("status_notice_minutes"))


def pause_after(faults: int) -> timedelta:
    """How long to wait after so many faults in a row before the next try: twice as long each time."""
    return min(_FIRST_PAUSE * (1 << min(faults, 16)), _LONGEST_PAUSE)


def may_be_told_from(at: datetime, ordered_at: datetime) -> datetime:
    """From when on a person may be told of something that came about at that moment: at once by day, and as long as
    they still wait for what they ordered; otherwise in the morning."""
    local = at.astimezone(KAZAKHSTAN)
    if QUIET_UNTIL <= local.time() < QUIET_FROM or at < ordered_at + STILL_WAITING:
        return at
    morning = local.date() if local.time() < QUIET_UNTIL else local.date() + timedelta(days=1)
    return datetime.combine(morning, QUIET_UNTIL, KAZAKHSTAN).astimezone(at.tzinfo)
