"""Which categories a person belongs to, and on which days, by the wordings of the law over time.

A membership is what a register recorded; a holding is what the law makes of it: one span of days under one wording,
true, false or unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

import msgspec

from saqta.basis.month import Month, MonthMask
from saqta.basis.span import covers
from saqta.law.book import Law
from saqta.law.shape import CategoryWording
from saqta.logic.nodes import TRUE, Kind, Node
from saqta.logic.python import compile_decider
from saqta.logic.settle import both, negate
from saqta.logic.vocabulary import FactSpec, Vocabulary
from saqta.rules.facts import Membership, PersonFacts

VOCABULARY = Vocabulary(
    tuple(
        FactSpec(name, Kind.BOOL, name)
        for name in (
            "since_childhood",
            "working",
            "visited_this_year",
            "no_pension_contributions_for_3_months",
            "house_arrest",
            "minimum_security",
            "subsidised_job",
            "receives_allowance",
        )
    )
)


class Holding(msgspec.Struct, frozen=True):
    """A category under one wording of the law, from ``start`` to ``end`` (half-open; None never ends).

    ``missing`` names the attributes of the membership that are unknown and decide it.
    """

    code: str
    place: int | None
    wording: CategoryWording
    start: date
    end: date | None
    belongs: bool | None
    missing: tuple[str, ...] = ()

    @property
    def counts_until(self) -> date | None:
        """The first day after the month in which the holding ends: that whole month is still covered.

        The law does not publish the day within a month on which the status changes (readings Q8 and Q13).
        """
        return None if self.end is None else (Month.of(self.end - timedelta(days=1)) + 1).first_day

    def covers(self, day: date) -> bool:
        return covers(self.start, self.counts_until, day)

    def months(self, horizon: Month) -> MonthMask:
        """The months with at least one day of the holding, before ``horizon``."""
        end = horizon if self.end is None else min(Month.of(self.end - timedelta(days=1)) + 1, horizon)
        return MonthMask.between(Month.of(self.start), end)


def condition(wording: CategoryWording) -> Node:
    """Who among the recorded belongs to the category: the wording as a tree over facts of the membership."""
    return both(
        TRUE,
        *(VOCABULARY.fact(name) for name in wording.requires),
        *(negate(VOCABULARY.fact(name)) for name in wording.unless),
        *(VOCABULARY.fact(name) for name in wording.presumes),
    )


def holdings(facts: PersonFacts, law: Law) -> list[Holding]:
    """Every holding of a person, in the order of the document; the child's comes from the birth date."""
    found: list[Holding] = []
    for place, membership in enumerate(facts.categories or ()):
        ended = _ended_with_childhood(membership, facts.person.birth_date, law)
        found.extend(_of_membership(ended, place, law))
    if facts.person.birth_date is not None:
        childhood = Membership("child", facts.person.birth_date, _end_of_childhood(facts.person.birth_date, law))
        found.extend(_of_membership(childhood, None, law))
    return found


def _ended_with_childhood(membership: Membership, birth_date: date | None, law: Law) -> Membership:
    """The record of a child ends where childhood ends, whatever it leaves open; it cannot begin before birth."""
    if membership.code != "child":
        return membership
    end = _end_of_childhood(birth_date or membership.start, law)
    return msgspec.structs.replace(membership, until=min(membership.until or end, end))


def _end_of_childhood(birth_date: date, law: Law) -> date:
    """The day after the birthday that ends childhood, so that the month of the birthday is covered to its end.

    Somebody born on 29 February comes of age on 1 March when the year has no such day: the year of life is complete
    only when the day has passed.
    """
    year = birth_date.year + law.number("child_age")
    try:
        birthday = birth_date.replace(year=year)
    except ValueError:
        birthday = date(year, 3, 1)
    return birthday + timedelta(days=1)


def _of_membership(membership: Membership, place: int | None, law: Law) -> Iterator[Holding]:
    for wording in law.book.categories[membership.code].wordings:
        start, end = _reach(membership, wording, law)
        if end is not None and end <= start:
            continue
        belongs, missing = _decided(membership, wording)
        yield Holding(membership.code, place, wording, start, end, belongs, missing)


def _reach(membership: Membership, wording: CategoryWording, law: Law) -> tuple[date, date | None]:
    """The days on which the wording speaks of this membership; empty when the two never meet."""
    start, end = membership.start, membership.until
    if wording.reach == "year_of_visit" and membership.visited_on is not None:
        visit = membership.visited_on
        if not (start <= visit and (end is None or visit < end)):
            return start, start
        year_end = date(visit.year + 1, 1, 1)
        keeps_to_year_end = law.option("Q20") == "until_year_end"
        start, end = visit, year_end if keeps_to_year_end or end is None else min(end, year_end)
    start = max(start, wording.start)
    ends = [day for day in (end, wording.end) if day is not None]
    return start, min(ends) if ends else None


def _decided(membership: Membership, wording: CategoryWording) -> tuple[bool | None, tuple[str, ...]]:
    values = _attributes(membership, wording)
    belongs = compile_decider(_condition(wording))(VOCABULARY.record(**values))
    missing = tuple(name for name in wording.requires if values[name] is None) if belongs is None else ()
    return (None if belongs is None else bool(belongs)), missing


def _attributes(membership: Membership, wording: CategoryWording) -> Mapping[str, bool | None]:
    """What was said of the membership, completed by what being recorded in the category says by itself."""
    values: dict[str, bool | None] = {name: getattr(membership, name, None) for name in VOCABULARY.specs}
    values["visited_this_year"] = None if membership.visited_on is None else True
    for name in wording.unless:
        values[name] = bool(values[name])
    for name in wording.presumes:
        values[name] = values[name] is not False
    return values


@lru_cache(maxsize=256)
def _condition(wording: CategoryWording) -> Node:
    return condition(wording)
