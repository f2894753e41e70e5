"""Until which day the status lasts if nothing more happens: no payment, no new category, no change of the law."""

from __future__ import annotations

from datetime import date, timedelta

from saqta.basis.month import Month
from saqta.law.book import Law
from saqta.rules.case import Case
from saqta.rules.insured import surely_insured

MONTHS_AFTER_AN_EVENT = 13
"""A status that ends without a new event ends within thirteen months of the last one: after one month in which the
twelve before it are still credited and six of grace, or, for a worker from another state of the Union, when the last
paid month is no longer among those twelve."""


def insured_until(case: Case, law: Law) -> date | None:
    """The first day on which the person would no longer be surely insured, or None when nothing known ends the status.

    Days after the last known edition are judged by the law as last known.
    """
    for day in _turning_days(case, law):
        if not surely_insured(case, law.book.on(day, law.known_at, law.follow)):
            return day
    return None


def _turning_days(case: Case, law: Law) -> list[date]:
    """Days after the one asked about on which the status can end: ends of holdings and of periods of the law, and the
    first days of the months that follow any event."""
    events = {Month.of(law.day)}
    days: set[date] = set()
    for holding in case.holdings:
        end = holding.counts_until
        if end is not None and end > law.day:
            days.add(end)
            events.add(Month.of(end))
    oldest = Month.of(law.day) + -MONTHS_AFTER_AN_EVENT
    for months in (case.paid_months.of(*case.paid_months.by_kind).certain, case.not_due):
        events.update(month for month in months if month >= oldest and (month + 1) not in months)
    for _, end in law.book.spans.values():
        if end is not None and end > law.day:
            days.add(end)
            events.add(Month.of(end))
    if isinstance(case.facts.person.died_on, date):
        days.add(case.facts.person.died_on + timedelta(days=1))
    for event in events:
        days.update((event + step).first_day for step in range(1, MONTHS_AFTER_AN_EVENT + 1))
    return sorted(day for day in days if day > law.day)
