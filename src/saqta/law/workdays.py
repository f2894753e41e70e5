"""Terms counted in working days, with the public holidays of Kazakhstan and their transfers."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from saqta.basis.month import Month


class _Year(NamedTuple):
    """Days of a year that are not what their place in the week says."""

    holidays: frozenset[date]
    worked_weekends: frozenset[date]


@lru_cache(maxsize=32)
def _year(year: int) -> _Year:
    from holidays import country_holidays  # noqa: PLC0415  # slow to load, and few questions need it

    known = country_holidays("KZ", years=year)
    return _Year(frozenset(known), frozenset(known.weekend_workdays))


def is_working_day(day: date) -> bool:
    """Monday to Friday, unless a holiday or a day off moved to it, and a weekend day that the Government moved work
    to. Such moves are made year by year: those of years to come are not known ahead."""
    year = _year(day.year)
    return day in year.worked_weekends or (day.weekday() < 5 and day not in year.holidays)


def nth_working_day(month: Month, count: int) -> date:
    """The last day of a term of ``count`` working days that starts with the month."""
    return last_working_day(month.first_day, count)


def last_working_day(start: date, count: int) -> date:
    """The last day of a term of ``count`` working days, at least one, of which ``start`` may be the first. A start on a
    day off counts for nothing: the first working day after it is then the first of the term."""
    day, left = start, count
    while True:
        left -= is_working_day(day)
        if left == 0:
            return day
        day += timedelta(days=1)
