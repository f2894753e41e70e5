"""Timelines of many people at once: the rule is asked about a day for all of them together.

Most days on which a status can turn are the same for everybody: first days of months, days on which the law changes.
On those the rule runs over columns. What is left, a day of one person alone or a verdict that the facts leave open, is
asked about one person at a time. ``rules.timeline`` says the same slowly, and tests hold the two together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from saqta.basis.month import Month, MonthMask
from saqta.law.book import KNOWN_FROM, Book, Law
from saqta.logic.explain import explain
from saqta.logic.nodes import Node
from saqta.logic.python import compile_decider
from saqta.logic.reference import Value
from saqta.logic.vocabulary import Record
from saqta.logic.with_numpy import Column, MonthColumns, Table, column_of, run
from saqta.rules.answer import Verdict
from saqta.rules.assumptions import days_of_change
from saqta.rules.case import Case
from saqta.rules.facts import PersonFacts
from saqta.rules.holdings import Holding
from saqta.rules.insured import grounds, inquire, settled_on
from saqta.rules.settled import settled
from saqta.rules.standing import Ground, ground_of, verdict_when_open
from saqta.rules.timeline import Stretch, end_of_known_law, joined, turning_days
from saqta.rules.vocabulary import CATEGORIES, MONTH_SETS, VOCABULARY

Person = TypeVar("Person")
Answer = tuple[Verdict, Ground | None]
Days = dict[date, Answer]

NEVER = date.max.toordinal()


class Rules(NamedTuple):
    """The rule as it stands on a day, and each ground of it, the strongest first."""

    law: Law
    insured: Node
    grounds: tuple[tuple[Ground, Node], ...]


@lru_cache(maxsize=2048)
def rules_on(book: Book, day: date) -> Rules:
    law = book.on(day)
    found = tuple((name, settled(tree, law).value) for name, tree in grounds(book).items())
    return Rules(law, settled_on(law), found)  # type: ignore[arg-type]  # the names of the grounds are those of Ground


def worked_out(
    facts: Mapping[Person, PersonFacts], book: Book
) -> Iterator[tuple[Person, tuple[MonthMask, Sequence[Stretch]]]]:
    """The credited months and the timeline of each person."""
    start, _ = book.spans[KNOWN_FROM]
    law = book.on(start)
    people = list(facts)
    cases = [Case(facts[person], law) for person in people]
    shared = days_of_change(book)
    by_person: list[Days] = [{} for _ in people]
    together = [place for place, case in enumerate(cases) if _can_be_asked_together(case)]
    if together:
        crowd = _Crowd([cases[place] for place in together])
        for day in shared:
            for place, answer in zip(together, crowd.answers(rules_on(book, day), day), strict=True):
                by_person[place][day] = answer
    for person, case, days in zip(people, cases, by_person, strict=True):
        turning = turning_days(case.facts, book)
        alone = [day for day in turning if day not in days]
        days.update((day, _answer(_case_on(case, rules_on(book, day)), rules_on(book, day))) for day in alone)
        asked = [(day, *days[day]) for day in turning]
        yield person, (case.sets["credited"].certain, tuple(joined(asked, end_of_known_law(book))))


def _can_be_asked_together(case: Case) -> bool:
    """Whether one preparation of the facts serves every day: lists that end on some day leave more open later."""
    return case.facts.register_until is None


def _case_on(case: Case, rules: Rules) -> Case:
    return case if _can_be_asked_together(case) else Case(case.facts, rules.law)


def _answer(case: Case, rules: Rules) -> Answer:
    """One person on one day."""
    record = case.record(rules.law.day)
    value = compile_decider(rules.insured)(record)
    if value is None:
        return _open_answer(rules, record)
    return ("yes", _ground(rules, record)) if value else ("no", None)


@lru_cache(maxsize=65536)
def _open_answer(rules: Rules, record: Record) -> Answer:
    """Somebody whose facts leave the rule open. Many people are unknown in the same way, so each way is asked once."""
    explanation = explain(rules.insured, Month.of(rules.law.day), record)
    verdict = verdict_when_open(inquire(explanation))
    return verdict, ground_of(explanation) if verdict == "yes" else None


def _ground(rules: Rules, record: Record) -> Ground:
    return next(name for name, tree in rules.grounds if compile_decider(tree)(record) is True)


def _plain(value: Value) -> bool | str | None:
    return value if isinstance(value, bool | str) else None


class _Held(NamedTuple):
    """The holdings of one category: whose, from which day up to which; and whether the person belongs to it."""

    rows: npt.NDArray[np.int64]
    certain: npt.NDArray[np.bool_]
    ruled_out: npt.NDArray[np.bool_]

    def now(self, day: int) -> npt.NDArray[np.bool_]:
        return (self.rows[:, 1] <= day) & (day < self.rows[:, 2])


class _Crowd:
    """The facts of many people as columns; what changes from day to day is read off their holdings."""

    def __init__(self, cases: Sequence[Case]) -> None:
        self.cases, self.count = cases, len(cases)
        self.constant: dict[str, Column | MonthColumns] = {
            name: column_of(VOCABULARY.specs[name].kind, [_plain(case.constant[name]) for case in cases])
            for name in ("citizenship", "residence", "recorded")
        }
        self.constant |= {name: self._months(name) for name in MONTH_SETS}
        listed = np.array([case.facts.categories is not None for case in cases], dtype=bool)
        born = np.array([case.facts.person.birth_date is not None for case in cases], dtype=bool)
        self.listed = {code: born if code == "child" else listed for code in CATEGORIES}
        died = [case.facts.person.died_on for case in cases]
        self.died = np.array([day.toordinal() if isinstance(day, date) else NEVER for day in died])
        self.holdings: dict[str, list[tuple[int, Holding]]] = {code: [] for code in CATEGORIES}
        for place, case in enumerate(cases):
            for holding in case.holdings:
                self.holdings[holding.code].append((place, holding))
        self.held = {code: self._holdings(code) for code in CATEGORIES}

    def _months(self, name: str) -> MonthColumns:
        sets = [case.months(name, case.law.day) for case in self.cases]
        belongs = np.array([months.belongs.words(3) for months in sets], dtype=np.int64)
        known = np.array([months.known.words(3) for months in sets], dtype=np.int64)
        return MonthColumns(list(belongs.T.copy()), list(known.T.copy()))

    def _holdings(self, code: str) -> _Held:
        rows = [
            (place, holding.start.toordinal(), NEVER if (end := holding.counts_until) is None else end.toordinal())
            for place, holding in self.holdings[code]
        ]
        belongs = [holding.belongs for _, holding in self.holdings[code]]
        certain, ruled_out = ([value is wanted for value in belongs] for wanted in (True, False))
        return _Held(
            np.array(rows, dtype=np.int64).reshape(-1, 3),
            np.array(certain, dtype=bool),
            np.array(ruled_out, dtype=bool),
        )

    def answers(self, rules: Rules, day: date) -> list[Answer]:
        table = self._table(day.toordinal())
        month = Month.of(day)
        verdict = run(rules.insured, month, table, self.count)
        insured = verdict.values.astype(bool) & verdict.known
        ground = np.full(self.count, -1)
        for place, (_, tree) in reversed(list(enumerate(rules.grounds))):
            column = run(tree, month, table, self.count)
            ground[column.values.astype(bool) & column.known] = place
        found: list[Answer] = []
        names = [name for name, _ in rules.grounds]
        for place, (known, yes, which) in enumerate(
            zip(verdict.known.tolist(), insured.tolist(), ground.tolist(), strict=True)
        ):
            if not known:
                found.append(_open_answer(rules, self.cases[place].record(day)))
            else:
                found.append(("yes", names[which]) if yes else ("no", None))
        return found

    def _table(self, day: int) -> Table:
        table = dict(self.constant)
        table["died"] = Column(self.died < day, np.ones(self.count, bool))
        for code, held in self.held.items():
            now = held.now(day)
            values, known = np.zeros(self.count, bool), self.listed[code].copy()
            known[held.rows[now & ~held.certain & ~held.ruled_out, 0]] = False
            values[held.rows[now & held.certain, 0]] = True
            table[code] = Column(values, known | values)
        # Whoever is recorded as a kandas is one, working or not.
        held = self.held["kandas_not_working"]
        values = np.zeros(self.count, bool)
        values[held.rows[held.now(day), 0]] = True
        table["kandas"] = Column(values, values | self.listed["kandas_not_working"])
        return table
