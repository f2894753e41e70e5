"""The status of one person over all the years of the known law, worked out the slow and obvious way.

Every day on which anything can change is asked about by itself: the rule as it stands on that day, the facts as they
stand if nothing more happens. Whoever keeps timelines of many people in a faster way is held to this one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from saqta.law.book import KNOWN_FROM, Book
from saqta.rules.answer import Verdict
from saqta.rules.assumptions import days_of_change
from saqta.rules.case import Case
from saqta.rules.facts import PersonFacts
from saqta.rules.standing import Ground, Standing


class Stretch(NamedTuple):
    """The days from ``start`` up to, but not including, ``until``, on all of which the status is the same."""

    start: date
    until: date
    verdict: Verdict
    ground: Ground | None


def timeline(facts: PersonFacts, book: Book, follow: Mapping[str, str] | None = None) -> tuple[Stretch, ...]:
    """The known law from birth on, cut into stretches without a gap; neighbours differ. The lists are taken as
    complete."""
    asked = []
    for day in turning_days(facts, book):
        standing = Standing(Case(facts, book.on(day, None, follow)))
        asked.append((day, standing.verdict, standing.ground))
    return tuple(joined(asked, end_of_known_law(book)))


def turning_days(facts: PersonFacts, book: Book) -> list[date]:
    """The days of the known law on which the status of this person can change, in order; the first is its first day,
    or that of birth."""
    start = first_day(facts, book)
    own = own_days(Case(facts, book.on(book.spans[KNOWN_FROM][0])))
    return sorted(day for day in {*days_of_change(book), *own, start} if start <= day < end_of_known_law(book))


def first_day(facts: PersonFacts, book: Book) -> date:
    """The first day of the known law, or that of birth."""
    known_from, _ = book.spans[KNOWN_FROM]
    return max(known_from, facts.person.birth_date or known_from)


def own_days(case: Case) -> set[date]:
    """The days on which the facts of this person alone can turn the status, whatever the rules say."""
    days: set[date] = set()
    for holding in case.holdings:
        days |= {holding.start, holding.counts_until or holding.start}
    for membership in case.facts.categories or ():
        days |= {membership.start, membership.until or membership.start}
    if isinstance(case.facts.person.died_on, date):
        days.add(case.facts.person.died_on + timedelta(days=1))
    return days


def end_of_known_law(book: Book) -> date:
    """The first day after the known law."""
    _, end = book.spans[KNOWN_FROM]
    return end or date.max


def joined(asked: list[tuple[date, Verdict, Ground | None]], end: date) -> Iterator[Stretch]:
    """The answers of days, in order, as stretches: days in a row with one answer are one stretch."""
    place = 0
    while place < len(asked):
        start, verdict, ground = asked[place]
        place += 1
        while place < len(asked) and asked[place][1:] == (verdict, ground):
            place += 1
        yield Stretch(start, asked[place][0] if place < len(asked) else end, verdict, ground)
