"""The deadlines of an inspection, each counted in the calendar of Kazakhstan and cited, with what was not verified."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal, NamedTuple

from saqta.law.book import Law
from saqta.law.workdays import is_working_day, last_working_day

RELEVANT_READINGS = ("Q44",)
"""Open readings on which a deadline rests."""

Size = Literal["micro", "other"]
"""The size of the business, on which the length of its inspection depends."""


_WORKING_DAYS: dict[Size, str] = {"micro": "inspection_working_days_micro", "other": "inspection_working_days_other"}


class Deadline(NamedTuple):
    """A day by which, or up to which, something lasts; that day is part of it. ``verified`` is False where nobody of us
    has read the term in the law: such a deadline is shown and warns, and nothing is refused by it."""

    day: date
    cites: tuple[str, ...]
    verified: bool
    readings: tuple[str, ...] = ()


def inspection_ends(begun_on: date, size: Size, law: Law) -> Deadline:
    """The last day of an unscheduled inspection that begins on a day. Whether that day counts is reading Q44."""
    name = _WORKING_DAYS[size]
    start = begun_on if law.option("Q44") == "first_day_counts" else begun_on + timedelta(days=1)
    return _deadline(last_working_day(start, law.number(name)), name, law, readings=RELEVANT_READINGS)


def resumed_ends(ends_on: date, suspended_on: date, resumed_on: date, size: Size, law: Law) -> Deadline:
    """The last day of an inspection that was suspended: put off by the working days from the day of its suspension up
    to, but not including, the day of its resumption. A term that was over when it was suspended stays over."""
    days = (suspended_on + timedelta(days=passed) for passed in range((resumed_on - suspended_on).days))
    lost = sum(1 for day in days if is_working_day(day)) if suspended_on <= ends_on else 0
    end = last_working_day(ends_on + timedelta(days=1), lost) if lost else ends_on
    return _deadline(end, _WORKING_DAYS[size], law)


def extension_ends(ends_on: date, size: Size, law: Law) -> Deadline:
    """The last day of an inspection that is extended: as many working days again, after the day it would have ended."""
    name = _WORKING_DAYS[size]
    return _deadline(last_working_day(ends_on + timedelta(days=1), law.number(name)), name, law)


def complaint_answered(received_on: date, law: Law) -> Deadline:
    """The last day for answering somebody who complained on a day, counted from the day after it."""
    days = law.number("complaint_working_days")
    return _deadline(last_working_day(received_on + timedelta(days=1), days), "complaint_working_days", law)


def earliest_beginning(notice_on: date, law: Law) -> Deadline:
    """The first day on which an inspection may begin of which the clinic was told on a day."""
    days = law.number("inspection_notice_days")
    return _deadline(notice_on + timedelta(days=days), "inspection_notice_days", law)


def earliest_mending(issued_on: date, law: Law) -> Deadline:
    """The earliest day that a prescription may name for the mending of violations, in calendar days."""
    days = law.number("prescription_days_at_least")
    return _deadline(issued_on + timedelta(days=days), "prescription_days_at_least", law)


def may_be_extended(extensions: int, law: Law) -> bool:
    """Whether the term, as far as it is known, allows one more extension."""
    return extensions < law.number("inspection_extensions")


def _deadline(day: date, name: str, law: Law, *, readings: tuple[str, ...] = ()) -> Deadline:
    value = law.value(name)
    return Deadline(day, value.cites, value.confidence != "low", readings)
