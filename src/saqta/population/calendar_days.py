"""Days and months as whole numbers, for whole columns at once: days from 1970, months from year 0."""

from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa

from saqta.population.chance import Numbers, Truths

A_YEAR = 365.2425
_YEAR_ZERO = 1970 * 12
_FIRST_DAY = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    return day.toordinal() - _FIRST_DAY


def months_of_days(days: Numbers) -> Numbers:
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + _YEAR_ZERO


def first_days(months: Numbers | int) -> Numbers:
    """The first day of each month."""
    counted = np.asarray(months, dtype=np.int64) - _YEAR_ZERO
    return counted.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def birthdays(births: Numbers, years: Numbers | int) -> Numbers:
    """The day some years after each birth; after 29 February, 1 March where the year has no such day."""
    months = months_of_days(births)
    return first_days(months + 12 * np.asarray(years)) + (births - first_days(months))


NO_DAY = np.iinfo(np.int32).max
"""Stands for a day that never comes, or was not said."""


def days(numbers: Numbers, missing: Truths) -> pa.Array:
    """A column of days, null where one is missing."""
    return pa.array(np.where(missing, 0, numbers).astype(np.int32), mask=missing).cast(pa.date32())
