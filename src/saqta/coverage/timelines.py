"""Timelines of many people at once: the rule is asked about a day for all of them together.

Most days on which a status can turn are the same for everybody: first days of months, days on which the law changes.
On those the rule runs over columns. What is left, a day of one person alone or a verdict that the facts leave open, is
asked about one person at a time. ``rules.timeline`` says the same slowly, and tests hold the two together.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from saqta.basis.month import MONTHS_A_WORD, Month, MonthMask
from saqta.law.book import KNOWN_FROM, Book, Law
from saqta.logic.canonical import digest as rule_digest
from saqta.logic.explain import explain
from saqta.logic.nodes import Node
from saqta.logic.python import compile_decider
from saqta.logic.reference import Value
from saqta.logic.vocabulary import Record
from saqta.logic.with_numpy import Column, MonthColumns, Table, column_of, run
from saqta.rules.answer import Verdict, digest
from saqta.rules.assumptions import days_of_change
from saqta.rules.case import Case
from saqta.rules.explained import verdict_when_open
from saqta.rules.facts import PersonFacts
from saqta.rules.holdings import Holding
from saqta.rules.insured import grounds, inquire, insured, settled_on
from saqta.rules.settled import settled
from saqta.rules.standing import Ground, ground_of
from saqta.rules.timeline import Stretch, end_of_known_law, first_day, joined, own_days, turning_days
from saqta.rules.vocabulary import CATEGORIES, MONTH_SETS, VOCABULARY

Person = TypeVar("Person")
Answer = tuple[Verdict, Ground | None]
Asked = tuple[date, Verdict, Ground | None]

NEVER = date.max.toordinal()


class InsuredOnNoGround(RuntimeError):
    """The rule says that somebody is insured, and none of its grounds does."""


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
    law = book.on(book.spans[KNOWN_FROM][0])
    cases = [Case(of_person, law) for of_person in facts.values()]
    together = [case for case in cases if _can_be_asked_together(case)]
    crowd = iter(_crowd_answers(together, book) if together else ())
    for person, case in zip(facts, cases, strict=True):
        asked = _with_own_days(case, *next(crowd), book) if _can_be_asked_together(case) else _asked_alone(case, book)
        yield person, (case.sets["credited"].certain, tuple(joined(asked, end_of_known_law(book))))


def _crowd_answers(cases: Sequence[Case], book: Book) -> Iterator[tuple[list[int], list[Answer]]]:
    """Of each person the shared days, by their places, on which the answer is another one than on the day before them,
    and these answers. The first shared day is always among them."""
    crowd, shared = _Crowd(cases), days_of_change(book)
    codes = np.array([crowd.answers(rules_on(book, day), day) for day in shared], dtype=np.int32)
    turns = np.ones(codes.shape, dtype=bool)
    turns[1:] = codes[1:] != codes[:-1]
    people, places = np.nonzero(turns.T)
    said = [crowd.said[code] for code in codes[places, people].tolist()]
    bounds = np.searchsorted(people, np.arange(len(cases) + 1)).tolist()
    listed = places.tolist()
    for start, end in pairwise(bounds):
        yield listed[start:end], said[start:end]


def _with_own_days(case: Case, places: list[int], answers: list[Answer], book: Book) -> list[Asked]:
    """The shared days on which the answer turned and the days of this person alone, in order. After a day of one's own
    the answer is that of the next shared day again, whether it turned there or not."""
    shared, start, end = days_of_change(book), first_day(case.facts, book), end_of_known_law(book)
    turned = {shared[place]: answer for place, answer in zip(places, answers, strict=True)}
    own = {day for day in (start, *own_days(case)) if start <= day < end}
    asked = {day: answer for day, answer in turned.items() if start <= day}
    for day in own:
        place = bisect_left(shared, day)
        if place == len(shared) or shared[place] != day:
            rules = rules_on(book, day)
            asked[day] = _answer(case, rules)
        if place < len(shared):
            asked[shared[place]] = answers[bisect_right(places, place) - 1]
    return [(day, *asked[day]) for day in sorted(asked)]


def _asked_alone(case: Case, book: Book) -> list[Asked]:
    rules = [rules_on(book, day) for day in turning_days(case.facts, book)]
    return [(each.law.day, *_answer(Case(case.facts, each.law), each)) for each in rules]


@lru_cache(maxsize=8)
def law_of_timelines(book: Book) -> str:
    """The identity of what timelines are worked out by: the data of the law and the tree of the rule."""
    return digest([book.fingerprint, rule_digest(insured(book))])


def answer_on(facts: PersonFacts, day: date, book: Book) -> Answer:
    """One person on one day of the known law."""
    rules = rules_on(book, day)
    return _answer(Case(facts, rules.law), rules)


def _can_be_asked_together(case: Case) -> bool:
    """Whether one preparation of the facts serves every day: lists that end on some day leave more open later."""
    return case.facts.register_until is None


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


def _words(masks: list[int]) -> list[npt.NDArray[np.int64]]:
    """Masks of months as three columns of sixty months."""
    word = (1 << MONTHS_A_WORD) - 1
    return [np.array([mask >> place * MONTHS_A_WORD & word for mask in masks], dtype=np.int64) for place in range(3)]


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
        self.said: list[Answer] = []
        self._places: dict[Answer, int] = {}
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
        return MonthColumns(
            _words([months.belongs.bits for months in sets]), _words([months.known.bits for months in sets])
        )

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

    def answers(self, rules: Rules, day: date) -> npt.NDArray[np.int32]:
        """What each person is answered on the day, as places in ``said``."""
        table = self._table(day.toordinal())
        month = Month.of(day)
        verdict = run(rules.insured, month, table, self.count)
        refused = self._place(("no", None))
        found = np.full(self.count, refused, dtype=np.int32)
        insured = verdict.values.astype(bool) & verdict.known
        for name, tree in reversed(rules.grounds):
            column = run(tree, month, table, self.count)
            found[insured & column.values.astype(bool) & column.known] = self._place(("yes", name))
        if (insured & (found == refused)).any():
            raise InsuredOnNoGround("the grounds of the rule do not add up to the rule")
        for place in np.flatnonzero(~verdict.known).tolist():
            found[place] = self._place(_open_answer(rules, self.cases[place].record(day)))
        return found

    def _place(self, answer: Answer) -> int:
        if answer not in self._places:
            self._places[answer] = len(self.said)
            self.said.append(answer)
        return self._places[answer]

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
