"""Invented people: when they were born, where they live, how they spend their years.

This is invented demography, roughly of the shape of Kazakhstan's: shares are round numbers chosen so that the whole
looks like a country, not estimates of anything. No life here is or was anybody's.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from saqta.basis.month import Month
from saqta.law.book import KNOWN_FROM, Book
from saqta.population.calendar_days import A_YEAR, NO_DAY, birthdays, day_number, first_days, months_of_days
from saqta.population.chance import Chance, Draws, Numbers, Truths
from saqta.population.regions import REGIONS

AGE_SHARES = (9.7, 10.4, 9.4, 7.5, 6.1, 6.3, 7.7, 7.8, 6.7, 6.0, 5.3, 5.0, 4.6, 3.5, 2.1, 0.9, 0.7, 0.2, 0.1)
"""Shares of people by age at the end of the years invented, five years to a step."""

CITIZENSHIPS = ("KZ", "UZ", "RU", "KG", "CN", "TR", "AM", "BY", "DE", "stateless", None)
CITIZENSHIP_SHARES = [964.0, 9, 7, 4, 2, 1.5, 0.7, 0.5, 0.5, 0.8, 5]
RESIDENCES = ("permanent", "temporary", "refugee", "asylum_seeker", None)
RESIDENCE_SHARES = {
    "citizen": [40.0, 0, 0, 0, 60],
    "foreigner": [52.0, 38, 0.7, 0.8, 8.5],
    "unstated": [25.0, 5, 0, 0, 70],
}

EMPLOYED, CIVIL, ENTREPRENEUR, INDEPENDENT, AGGREGATE, SERVICE, INFORMAL = range(7)
"""How somebody of working age makes a living."""

OCCUPATION_SHARES = np.array([60.0, 3.0, 8.0, 5.0, 5.0, 1.6, 15.0])

PENSION_AGE = {"male": 63, "female": 61}
"""Ages at which the invented people begin to draw a pension."""


@dataclass(frozen=True)
class Years:
    """The months for which lives are invented, from ``first`` up to, but not including, ``end``."""

    first: Month
    end: Month

    @property
    def months(self) -> int:
        return self.end - self.first

    @property
    def start_day(self) -> int:
        return day_number(self.first.first_day)

    @property
    def end_day(self) -> int:
        return day_number(self.end.first_day)


def known_years(book: Book) -> Years:
    """All months whose law is known."""
    start, end = book.spans[KNOWN_FROM]
    return Years(Month.of(start), Month.of(end or start))


class Lives:
    """The people of one piece of a population; every array has one entry for each of them."""

    def __init__(self, seed: int, people: Numbers, years: Years) -> None:
        self.people, self.years = people, years
        self.chance = Chance(seed, people)

    @cached_property
    def born(self) -> Numbers:
        step = self.chance.one_of("age", list(AGE_SHARES))
        age_in_days = (step + self.chance.draw("age within")) * 5 * A_YEAR
        return (self.years.end_day - 1 - age_in_days).astype(np.int64)

    @cached_property
    def age_at_start(self) -> Draws:
        found: Draws = (self.years.start_day - self.born) / A_YEAR
        return found

    @cached_property
    def female(self) -> Truths:
        return self.chance.happens("sex", np.clip(0.485 + 0.0016 * self.age_at_start, 0.485, 0.68))

    @cached_property
    def region(self) -> Numbers:
        return self.chance.one_of("region", [float(region.people) for region in REGIONS])

    @cached_property
    def citizenship(self) -> Numbers:
        return self.chance.one_of("citizenship", CITIZENSHIP_SHARES)

    @cached_property
    def foreign(self) -> Truths:
        found: Truths = (self.citizenship > 0) & (self.citizenship < len(CITIZENSHIPS) - 1)
        return found

    @cached_property
    def residence(self) -> Numbers:
        of_citizens = self.chance.one_of("residence", RESIDENCE_SHARES["citizen"])
        of_foreigners = self.chance.one_of("residence", RESIDENCE_SHARES["foreigner"])
        of_others = self.chance.one_of("residence", RESIDENCE_SHARES["unstated"])
        found: Numbers = np.where(self.citizenship == 0, of_citizens, np.where(self.foreign, of_foreigners, of_others))
        return found

    @cached_property
    def died(self) -> Numbers:
        """The day of death; for those who live on, a day after all others."""
        in_years = (self.years.end_day - self.years.start_day) / A_YEAR
        yearly = np.select(
            [self.age_at_start < 40, self.age_at_start < 60, self.age_at_start < 75], [0.0006, 0.004, 0.02], 0.08
        )
        dies = self.chance.happens("death", 1 - np.exp(-yearly * in_years))
        from_day = np.maximum(self.born + 60, self.years.start_day)
        day = self.chance.between("day of death", from_day, np.maximum(from_day + 1, self.years.end_day))
        return np.where(dies & (day < self.years.end_day), day, NO_DAY).astype(np.int64)

    @cached_property
    def arrived(self) -> Numbers:
        """The day from which a foreigner is in the country, a third of them during the years invented."""
        late = self.foreign & self.chance.happens("arrival", 0.35)
        day = self.chance.between("day of arrival", self.years.start_day, self.years.end_day)
        found: Numbers = np.where(late, np.maximum(day, self.born), self.born)
        return found

    @cached_property
    def occupation(self) -> Numbers:
        """What somebody lives by when of working age; work without contributions differs by region."""
        informal = np.array([region.informal for region in REGIONS])[self.region]
        shares = np.repeat(OCCUPATION_SHARES[None, :], len(self.people), axis=0)
        shares[:, INFORMAL] *= informal
        shares[:, SERVICE] *= np.where(self.female, 0.2, 1.8)
        ends = np.cumsum(shares, axis=1) / shares.sum(axis=1)[:, None]
        found: Numbers = (self.chance.draw("occupation")[:, None] >= ends).sum(axis=1).astype(np.int64)
        found[found > INFORMAL] = INFORMAL
        return found

    @cached_property
    def pension_day(self) -> Numbers:
        return birthdays(self.born, np.where(self.female, PENSION_AGE["female"], PENSION_AGE["male"]))

    @cached_property
    def studies(self) -> Truths:
        """Whether somebody studies full time after school."""
        return self.chance.happens("studies", 0.6)

    @cached_property
    def studies_from(self) -> Numbers:
        """The first of September of the year in which the person turns seventeen or eighteen."""
        year = months_of_days(self.born) // 12 + self.chance.between("age at studies", 17, 19)
        return first_days(year * 12 + 8)

    @cached_property
    def studies_until(self) -> Numbers:
        """The first of July two to six years later."""
        year = months_of_days(self.studies_from) // 12 + self.chance.between("years of study", 2, 7)
        return first_days(year * 12 + 6)

    @cached_property
    def works_from(self) -> Numbers:
        """The day from which somebody works: after studies, or as a grown-up."""
        grown = birthdays(self.born, self.chance.between("age at work", 18, 24))
        return np.maximum(np.where(self.studies, self.studies_until, grown), self.arrived)

    @cached_property
    def works_until(self) -> Numbers:
        """The day from which somebody works no more: a pensioner, or some years later, or dead."""
        longer = self.chance.happens("works on", 0.15) * self.chance.between("works on for", 200, 3000)
        found: Numbers = np.minimum(self.pension_day + longer, self.died)
        return found

    @cached_property
    def children(self) -> tuple[Numbers, Numbers]:
        """The days on which a woman gives birth during the years invented, at most two; 0 for none."""
        span = self.years.end_day - self.years.start_day
        first = self.years.start_day + (self.chance.draw("first birth") * span).astype(np.int64)
        second = first + self.chance.between("second birth", 500, 1500)
        age = (first - self.born) / A_YEAR
        fertile = self.female & (age > 19) & (age < 42) & (first < self.died)
        has_first = fertile & self.chance.happens("has first", 0.42)
        has_second = has_first & (second < self.years.end_day) & self.chance.happens("has second", 0.4)
        return np.where(has_first, first, 0), np.where(has_second & (second < self.died), second, 0)

    @cached_property
    def on_leave(self) -> tuple[Truths, Truths]:
        """Whether the births are followed by parental leave: of women who are employed then."""
        first, second = self.children
        employed = (self.occupation == EMPLOYED) & self.chance.happens("takes leave", 0.92)
        return (
            employed & (first > 0) & (self.works_from < first) & (first < self.works_until),
            employed & (second > 0) & (self.works_from < second) & (second < self.works_until),
        )

    @cached_property
    def leave_days(self) -> Numbers:
        """How long after a birth the leave lasts: two months to three years."""
        return self.chance.between("leave", 60, 1095)

    @cached_property
    def lists(self) -> tuple[Truths, Truths]:
        """Whether the list of categories and the list of payments are known at all; of few they are not."""
        return ~self.chance.happens("no categories", 0.004), ~self.chance.happens("no payments", 0.003)

    @cached_property
    def register_until(self) -> Numbers:
        """The day up to which the lists are complete where they are not up to date; else 0."""
        behind = self.chance.happens("register behind", 0.005)
        day = self.chance.between("register until", self.years.start_day, self.years.end_day)
        return np.where(behind, np.maximum(day, self.born), 0)

    @cached_property
    def birth_known(self) -> Truths:
        return ~self.chance.happens("birth unknown", 0.002)


LEAVE_BEFORE_BIRTH = 70
"""Days before a birth from which the leave runs."""
