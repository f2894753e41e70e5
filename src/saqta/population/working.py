"""Payments of invented people: who pays as what in which month, how much, and when.

Rates, caps and wages are those of the book of law for the month; what people earn is invented.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from saqta.basis.month import Month
from saqta.law.book import Book, Law, OutsideKnownLaw
from saqta.population.calendar_days import days, first_days, months_of_days
from saqta.population.chance import Draws, Numbers, Truths
from saqta.population.layout import schema
from saqta.population.lives import (
    AGGREGATE,
    CIVIL,
    EMPLOYED,
    ENTREPRENEUR,
    INDEPENDENT,
    INFORMAL,
    LEAVE_BEFORE_BIRTH,
    Lives,
    Years,
)
from saqta.rules.owed import entrepreneur_contribution, independent_contribution

KINDS = (
    "employee", "employer", "civil_contract", "entrepreneur", "independent", "aggregate_payment", "unified_payment",
    "self_employed", "state",
)  # fmt: skip
CODE = {name: place for place, name in enumerate(KINDS)}
NONE = -1

MEDIAN_WAGE_IN_INDICES = 62
"""What half of the invented employees earn, in monthly indices."""

Codes = npt.NDArray[np.int8]
Grid = npt.NDArray[np.bool_]
"""One truth for each person and month."""


class Tariffs:
    """What the law sets for each month of the years invented, in tiyn; not a number where it sets nothing."""

    def __init__(self, book: Book, years: Years) -> None:
        self.book, self.years = book, years
        self._laws = [book.on(month.first_day) for month in years.first.until(years.end)]
        index, wage = self._each(_index), self._each(lambda law: law.money("minimum_wage").tiyn)
        self.index = index
        self.cap_of_insuree = wage * self._each(lambda law: law.number("insuree_cap_in_minimum_wages"))
        self.cap_of_employer = wage * self._each(lambda law: law.number("employer_cap_in_minimum_wages"))
        self.rate_of_insuree = self._each(lambda law: float(law.rate("insuree_rate")))
        self.rate_of_employer = self._each(lambda law: float(law.rate("employer_rate")))
        self.rate_of_self_employed = self._each(lambda law: float(law.rate("self_employed_rate")))
        self.of_entrepreneur = self._each(lambda law: entrepreneur_contribution(law).tiyn)
        self.of_independent = self._each(lambda law: independent_contribution(law).tiyn)
        self.of_aggregate = self._each(_aggregate)
        self.of_state = self._each(lambda law: law.money("state_contribution").tiyn)

    def _each(self, value: Callable[[Law], float]) -> Draws:
        return np.array([_or_nothing(value, law) for law in self._laws], dtype=np.float64)

    def holds(self, period: str) -> Truths:
        return np.array([law.holds(period) for law in self._laws])


def _index(law: Law) -> float:
    return law.money("monthly_index").tiyn


def _aggregate(law: Law) -> float:
    share = law.rate("aggregate_city_in_monthly_indices") * law.rate("aggregate_osms_share")
    return law.money("monthly_index").share(share).tiyn


def _or_nothing(value: Callable[[Law], float], law: Law) -> float:
    try:
        return value(law)
    except OutsideKnownLaw:
        return float("nan")


class Working:
    """The payments of one piece of a population."""

    def __init__(self, lives: Lives, tariffs: Tariffs) -> None:
        self.lives, self.tariffs, self.chance, self.years = lives, tariffs, lives.chance, lives.years
        self.months = np.arange(self.years.first.number, self.years.end.number, dtype=np.int64)

    def payments(self) -> pa.Table:
        """All payments, ordered by person and month."""
        paid = self._paid_as()
        leaves = self._leaves(paid)
        who, place = np.nonzero(paid != NONE)
        kinds = paid[who, place].astype(np.int64)
        # An employee's month is two payments: one by the employee, one by the employer.
        rows = np.repeat(np.arange(len(who)), np.where(kinds == CODE["employee"], 2, 1))
        second = np.concatenate([[False], rows[1:] == rows[:-1]])
        who, place = who[rows], place[rows]
        kinds = np.where(second, CODE["employer"], kinds[rows])
        return self._table(who, place, kinds, leaves)

    def not_owed(self) -> pa.Table:
        """Months for which nothing is owed: before arrival, and abroad."""
        away = self._abroad
        arrived = (self.lives.arrived > self.lives.born) & (self.lives.arrived > self.years.start_day)
        who = np.flatnonzero(arrived | (away[0] < away[1]))
        first = np.where(arrived, self.years.first.number, away[0])[who]
        end = np.where(arrived, months_of_days(self.lives.arrived), away[1])[who]
        kept = first < end
        wanted = schema("not_owed")
        arrays = [self.lives.people[who][kept], first[kept].astype(np.int32), end[kept].astype(np.int32)]
        return pa.table([pa.array(values) for values in arrays], schema=wanted)

    @cached_property
    def _abroad(self) -> tuple[Numbers, Numbers]:
        """The months that a few people spend abroad, from the first up to the one after the last."""
        goes = self.chance.happens("abroad", 0.004) & (self.lives.age_at_start > 18)
        first = self.years.first.number + self.chance.between("abroad from", 0, self.years.months)
        length = np.where(goes, self.chance.between("abroad for", 3, 30), 0)
        return first, np.minimum(first + length, self.years.end.number)

    def _paid_as(self) -> Codes:
        """The kind of payment for each person and month, ``NONE`` where nothing is paid."""
        lives, chance = self.lives, self.chance
        paid = np.full((len(lives.people), len(self.months)), NONE, dtype=np.int8)
        self._put(paid, lives.occupation == EMPLOYED, "employee")
        unified = (lives.occupation == EMPLOYED) & chance.happens("unified", 0.07)
        self._put(paid, unified, "unified_payment", self.tariffs.holds("unified_payment"))
        self._put(paid, lives.occupation == CIVIL, "civil_contract")
        self._put(paid, lives.occupation == ENTREPRENEUR, "entrepreneur")
        self._put(paid, lives.occupation == INDEPENDENT, "independent")
        aggregate = lives.occupation == AGGREGATE
        afterwards = chance.one_of("after aggregate", [30.0, 20.0, 50.0])
        self._put(paid, aggregate, "aggregate_payment", self.tariffs.holds("aggregate_payment"))
        ended = ~self.tariffs.holds("aggregate_payment")
        self._put(paid, aggregate & (afterwards == 0), "independent", ended)
        self._put(paid, aggregate & (afterwards == 1), "self_employed", self.tariffs.holds("self_employed"))
        paid[~(self._at_work & ~self._in_gap & ~self._on_leave)] = NONE
        self._pay_now_and_then(paid)
        paid[self._missed] = NONE
        pays_for_old = chance.happens("state rows", 0.01) & (lives.occupation != EMPLOYED)
        self._put(paid, pays_for_old, "state", self._months_between(lives.pension_day, lives.died))
        first, end = self._abroad
        paid[(first[:, None] <= self.months) & (self.months < end[:, None])] = NONE
        _, listed = lives.lists
        paid[~listed] = NONE
        return paid

    @staticmethod
    def _put(paid: Codes, who: Truths, kind: str, when: Truths | Grid | None = None) -> None:
        paid[np.broadcast_to(who[:, None] & (True if when is None else when), paid.shape)] = CODE[kind]

    def _months_between(self, first_day: Numbers, end_day: Numbers) -> Grid:
        """The months from that of the first day to that of the last."""
        first = months_of_days(first_day)[:, None]
        last = months_of_days(np.minimum(end_day, self.years.end_day))[:, None]
        return np.asarray((first <= self.months) & (self.months <= last))

    @cached_property
    def _at_work(self) -> Grid:
        return self._months_between(self.lives.works_from, self.lives.works_until)

    @cached_property
    def _in_gap(self) -> Grid:
        """Up to three stretches without work, most of them of a few months."""
        gap = np.zeros(self._at_work.shape, dtype=bool)
        for place, share in enumerate((0.35, 0.22, 0.1)):
            has = self.chance.happens(f"gap {place}", share)
            first = self.years.first.number + self.chance.between(f"gap from {place}", 0, self.years.months)
            length = 1 - 4.5 * np.log(1 - self.chance.draw(f"gap for {place}"))
            end = first + np.where(has, np.minimum(length, 26).astype(np.int64), 0)
            gap |= (first[:, None] <= self.months) & (self.months < end[:, None])
        return gap

    @cached_property
    def _on_leave(self) -> Grid:
        away = np.zeros(self._at_work.shape, dtype=bool)
        for birth, on_leave in zip(self.lives.children, self.lives.on_leave, strict=True):
            months = self._months_between(birth - LEAVE_BEFORE_BIRTH, birth + self.lives.leave_days)
            away |= on_leave[:, None] & months
        return away

    @cached_property
    def _missed(self) -> Grid:
        """Single months that were not paid: a few by the steady, many by the rest, more of those who pay themselves."""
        alone = np.isin(self.lives.occupation, (ENTREPRENEUR, INDEPENDENT, AGGREGATE, INFORMAL))
        unsteady = self.chance.happens("unsteady", np.where(alone, 0.3, 0.08))
        chance = np.where(unsteady, 0.14, np.where(alone, 0.008, 0.002))
        return self.chance.table("missed", len(self.months)) < chance[:, None]

    def _pay_now_and_then(self, paid: Codes) -> None:
        """Some of those who work without contributions pay for themselves for a year or two."""
        who = (self.lives.occupation == INFORMAL) & self.chance.happens("pays for a while", 0.25)
        first = self.years.first.number + self.chance.between("pays from", 0, self.years.months)
        end = first + self.chance.between("pays for", 3, 36)
        while_ = (first[:, None] <= self.months) & (self.months < end[:, None]) & self._at_work
        self._put(paid, who, "independent", while_)

    def _leaves(self, paid: Codes) -> tuple[Numbers, Numbers, Numbers]:
        """For a few employees one transfer for a leave: the place of its month (-1: none), and the days of the leave.
        The month after is paid by the same transfer."""
        chance = self.chance
        begun = np.flatnonzero(self.tariffs.holds("leave_split"))
        place = np.full(len(paid), -1, dtype=np.int64)
        first = np.zeros(len(paid), dtype=np.int64)
        if len(begun) > 2:
            month = chance.between("leave month", int(begun[1]), len(self.months) - 1)
            people = np.arange(len(paid))
            steady = (paid[people, month] == CODE["employee"]) & (paid[people, month + 1] == CODE["employee"])
            taken = steady & chance.happens("long leave", 0.05)
            paid[people[taken], month[taken] + 1] = NONE
            place = np.where(taken, month, -1)
            first = first_days(self.months[month]) + chance.between("leave day", 4, 19)
        return place, first, first + chance.between("leave days", 33, 60)

    def _table(self, who: Numbers, place: Numbers, kinds: Numbers, leaves: tuple[Numbers, ...]) -> pa.Table:
        amounts = self._amounts(who, place, kinds)
        said = np.isfinite(amounts) & (self._draws("amount said", who, place) > 0.003)
        paid_on, dated = self._paid_on(who, place, kinds)
        leave_place, leave_from, leave_until = leaves
        no_leave = leave_place[who] != place
        words = pa.array(KINDS)
        arrays = {
            "person": pa.array(self.lives.people[who]),
            "month": pa.array(self.months[place].astype(np.int32)),
            "kind": words.take(pa.array(kinds)),
            "amount": pa.array(np.where(said, amounts, 0).astype(np.int64), mask=~said),
            "paid_on": days(paid_on, missing=~dated),
            "leave_from": days(leave_from[who], missing=no_leave),
            "leave_until": days(leave_until[who], missing=no_leave),
        }
        wanted = schema("payments")
        return pa.table([arrays[name] for name in wanted.names], schema=wanted)

    def _draws(self, name: str, who: Numbers, place: Numbers) -> Draws:
        return self.chance.table(name, len(self.months))[who, place]

    def _amounts(self, who: Numbers, place: Numbers, kinds: Numbers) -> Draws:
        tariffs = self.tariffs
        wages = MEDIAN_WAGE_IN_INDICES * np.exp(0.6 * self.chance.normal("wage"))
        wages *= np.where(self.chance.happens("part time", 0.05), 0.25, 1)
        wage = wages[who] * tariffs.index[place]
        insuree = np.minimum(wage, tariffs.cap_of_insuree[place]) * tariffs.rate_of_insuree[place]
        employer = np.minimum(wage, tariffs.cap_of_employer[place]) * tariffs.rate_of_employer[place]
        own = {
            "employee": insuree,
            "employer": employer,
            "civil_contract": insuree,
            "entrepreneur": tariffs.of_entrepreneur[place],
            "independent": tariffs.of_independent[place],
            "aggregate_payment": tariffs.of_aggregate[place],
            "unified_payment": insuree + employer,
            "self_employed": wage * tariffs.rate_of_self_employed[place],
            "state": tariffs.of_state[place],
        }
        return np.round(np.choose(kinds, [own[kind] for kind in KINDS]))

    def _paid_on(self, who: Numbers, place: Numbers, kinds: Numbers) -> tuple[Numbers, Truths]:
        """The days of payment: most in the month after, some much later, some a year ahead; a few are not said."""
        drawn = self._draws("paid on", who, place)
        late = self._draws("late", who, place)
        usual = first_days(self.months[place] + 1) + (drawn * 25).astype(np.int64)
        usual += np.where(late < 0.03, (late * 6000).astype(np.int64), 0)
        begun = Month.of(self.tariffs.book.spans["prepaid_payments"][0]).number + 1
        first_cycle = begun + self.chance.between("pays ahead from", 0, 12)
        ahead = (kinds == CODE["independent"]) & self.chance.happens("pays ahead", 0.2)[who]
        ahead &= self.months[place] >= first_cycle[who]
        cycle = first_cycle[who] + (self.months[place] - first_cycle[who]) // 12 * 12
        early = first_days(cycle) - 3 - self.chance.between("days ahead", 0, 20)[who]
        return np.where(ahead, early, usual), self._draws("day said", who, place) > 0.004
