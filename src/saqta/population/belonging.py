"""Categories that invented people hold, with spans that follow age and life."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from saqta.law.book import Book
from saqta.population.calendar_days import A_YEAR, NO_DAY, birthdays, day_number, days
from saqta.population.chance import Numbers, Truths
from saqta.population.layout import TABLES, schema
from saqta.population.lives import EMPLOYED, INFORMAL, LEAVE_BEFORE_BIRTH, SERVICE, Lives

UNSAID, NO, YES = -1, 0, 1
_TRUTHS = [column.name for column in TABLES["memberships"] if column.type == "truth"]


class Belonging:
    """Collects the memberships of one piece of a population."""

    def __init__(self, lives: Lives, book: Book) -> None:
        self.lives, self.book, self.chance = lives, book, lives.chance
        self.found: list[dict[str, Numbers]] = []
        self.codes: list[tuple[str, int]] = []

    def table(self) -> pa.Table:
        """All memberships, ordered by person; those of people whose list is not known are left out."""
        self._of_age()
        self._of_parents()
        self._of_health()
        self._of_hardship()
        self._of_the_state()
        self._of_returning()
        return self._table()

    def _add(self, code: str, who: Truths, start: Numbers, until: Numbers | int, **said: Numbers) -> None:
        """A span for each of some people, as far as it lies inside the person's life."""
        lives = self.lives
        begins = np.maximum(start, lives.born)
        ends = np.minimum(until, np.where(lives.died < NO_DAY, lives.died + 1, NO_DAY))
        listed, _ = lives.lists
        inside = (begins < lives.years.end_day) & (lives.years.start_day < ends)
        chosen = np.flatnonzero(who & listed & (begins < ends) & inside)
        columns = {name: np.full(len(chosen), UNSAID, dtype=np.int64) for name in _TRUTHS}
        columns |= {name: np.asarray(values)[chosen] for name, values in said.items() if name != "visited_on"}
        visited = said.get("visited_on")
        columns["visited_on"] = np.full(len(chosen), NO_DAY) if visited is None else visited[chosen]
        self.codes.append((code, len(chosen)))
        self.found.append({"person": chosen, "start": begins[chosen], "until": ends[chosen], **columns})

    def _sometimes(self, name: str, yes: float, no: float) -> Numbers:
        """An attribute that is often left unsaid."""
        drawn = self.chance.draw(name)
        return np.where(drawn < yes, YES, np.where(drawn < yes + no, NO, UNSAID)).astype(np.int64)

    def _somewhere(self, name: str, *, before: int = 0) -> Numbers:
        """A day of the years invented, or some days before them."""
        years = self.lives.years
        return self.chance.between(name, years.start_day - before, years.end_day)

    def _of_age(self) -> None:
        lives, chance = self.lives, self.chance
        self._add("pensioner", chance.happens("draws pension", 0.985), lives.pension_day, NO_DAY)
        self._add("full_time_student", lives.studies, lives.studies_from, lives.studies_until)
        # Of a child whose birth date is not known the register of children is all there is.
        young = ~lives.birth_known & (lives.age_at_start < 12)
        self._add("child", young, lives.born + chance.between("entered", 0, 90), NO_DAY)
        self._add(
            "war_veteran", (lives.age_at_start > 91) & chance.happens("veteran", 0.3), lives.born + 18 * 365, NO_DAY
        )

    def _of_parents(self) -> None:
        lives, chance = self.lives, self.chance
        for place, (birth, on_leave) in enumerate(zip(lives.children, lives.on_leave, strict=True)):
            self._add("parental_leave", on_leave, birth - LEAVE_BEFORE_BIRTH, birth + lives.leave_days)
            at_home = (birth > 0) & ~on_leave & (lives.occupation != SERVICE)
            works = self._sometimes(f"works as parent {place}", 0.06, 0.1)
            self._add(
                "pregnant_not_working", at_home, birth - chance.between(f"seen {place}", 90, 220), birth, working=works
            )
            self._add("parent_of_child_under_3", at_home, birth, birthdays(np.maximum(birth, 0), 3), working=works)
        mother = lives.female & (lives.age_at_start > 33) & chance.happens("many children", 0.05)
        self._add("awarded_mother", mother, birthdays(lives.born, chance.between("awarded", 32, 46)), NO_DAY)
        self._of_carers()

    def _of_carers(self) -> None:
        lives, chance = self.lives, self.chance
        grown = (lives.age_at_start > 20) & (lives.age_at_start < 60) & (lives.occupation == INFORMAL)
        receives = self._sometimes("allowance", 0.7, 0.06)
        works = self._sometimes("carer works", 0.04, 0.3)
        start = self._somewhere("cares from", before=2000)
        until = np.where(chance.happens("still cares", 0.5), NO_DAY, start + chance.between("cares for", 300, 2500))
        of_child, of_grown = chance.happens("cares for child", 0.05), chance.happens("cares for grown", 0.03)
        self._add("carer_of_disabled_child", grown & of_child, start, until, working=works, receives_allowance=receives)
        since = self._sometimes("since childhood", 0.3, 0.4)
        self._add(
            "carer_of_group_1_disabled", grown & of_grown & ~of_child, start, until,
            working=works, receives_allowance=receives, since_childhood=since,
        )  # fmt: skip

    def _of_health(self) -> None:
        lives, chance = self.lives, self.chance
        share = np.clip(0.012 + 0.0009 * lives.age_at_start, 0.012, 0.08)
        from_birth = chance.happens("since birth", 0.25)
        years = np.maximum(lives.age_at_start, 1) * chance.draw("disabled since")
        start = np.where(from_birth, lives.born + 200, lives.born + (years * A_YEAR).astype(np.int64) + 365)
        until = np.where(chance.happens("for good", 0.8), NO_DAY, start + chance.between("disabled for", 365, 1900))
        self._add("disability", chance.happens("disabled", share), start, until)

    def _of_hardship(self) -> None:
        lives, chance = self.lives, self.chance
        grown = (lives.age_at_start > 16) & (lives.works_from < lives.years.end_day)
        without_work = grown & (lives.occupation == INFORMAL)
        for place in range(2):
            start = self._somewhere(f"out of work {place}")
            until = start + chance.between(f"out of work for {place}", 30, 260)
            who = np.where(without_work, 0.22, np.where(lives.occupation == EMPLOYED, 0.03, 0.02))
            registered = grown & (start < lives.pension_day) & chance.happens(f"registers {place}", who)
            subsidised, works = (
                self._sometimes(f"subsidised {place}", 0.12, 0.1),
                self._sometimes(f"found work {place}", 0.03, 0.2),
            )
            self._add("registered_unemployed", registered, start, until, subsidised_job=subsidised, working=works)
            start = self._somewhere(f"poor {place}")
            until = start + chance.between(f"poor for {place}", 90, 400)
            poor = without_work & chance.happens(f"assisted {place}", 0.13)
            self._add(
                "social_assistance", poor, start, until, working=self._sometimes(f"poor works {place}", 0.05, 0.2)
            )
        self._in_crisis(without_work)

    def _in_crisis(self, without_work: Truths) -> None:
        """The category begins with the law that knows it."""
        chance = self.chance
        begins = day_number(self.book.categories["crisis_level"].wordings[0].start)
        start = chance.between("crisis", begins - 100, begins + 330)
        visits = np.where(chance.happens("visits", 0.6), start + chance.between("visit", 0, 200), NO_DAY)
        self._add(
            "crisis_level", without_work & chance.happens("in crisis", 0.1), start, start + 365,
            visited_on=visits, working=self._sometimes("crisis works", 0.04, 0.3),
            no_pension_contributions_for_3_months=self._sometimes("no pension paid", 0.85, 0.05),
        )  # fmt: skip

    def _of_the_state(self) -> None:
        lives, chance = self.lives, self.chance
        serves_from = birthdays(lives.born, chance.between("serves from", 18, 24))
        serves_until = serves_from + chance.between("serves for", 700, 9500)
        self._add("exempt_service", lives.occupation == SERVICE, serves_from, serves_until)
        grown = (lives.age_at_start > 17) & (lives.age_at_start < 65)
        share = np.where(lives.female, 0.0003, 0.003)
        start = self._somewhere("convicted from", before=1500)
        minimum = self._sometimes("minimum security", 0.1, 0.6)
        until = start + chance.between("convicted for", 180, 3000)
        self._add("convicted", grown & chance.happens("convicted", share), start, until, minimum_security=minimum)
        self._add(
            "detained", grown & chance.happens("detained", share), start - chance.between("held for", 30, 300), start,
            house_arrest=self._sometimes("house arrest", 0.2, 0.6), working=self._sometimes("held works", 0.03, 0.2),
        )  # fmt: skip

    def _of_returning(self) -> None:
        lives, chance = self.lives, self.chance
        kandas = lives.foreign & chance.happens("kandas", 0.15)
        until = lives.arrived + chance.between("kandas for", 365, 1500)
        self._add("kandas_not_working", kandas, lives.arrived, until, working=self._sometimes("kandas works", 0.1, 0.3))

    def _table(self) -> pa.Table:
        columns = {name: np.concatenate([found[name] for found in self.found]) for name in self.found[0]}
        codes = np.concatenate([np.full(count, place, np.int32) for place, (_, count) in enumerate(self.codes)])
        order = np.argsort(columns["person"], kind="stable")
        words = pa.array([code for code, _ in self.codes])
        arrays: dict[str, pa.Array] = {
            "person": pa.array(self.lives.people[columns["person"][order]]),
            "code": words.take(pa.array(codes[order])),
            "start": _day_column(columns["start"][order]),
            "until": _day_column(columns["until"][order]),
            "visited_on": _day_column(columns["visited_on"][order]),
            **{name: _truths(columns[name][order]) for name in _TRUTHS},
        }
        wanted = schema("memberships")
        return pa.table([arrays[name] for name in wanted.names], schema=wanted)


def _day_column(numbers: Numbers) -> pa.Array:
    return days(numbers, missing=numbers >= NO_DAY)


def _truths(values: Numbers) -> pa.Array:
    return pa.array(values == YES, mask=values == UNSAID)
