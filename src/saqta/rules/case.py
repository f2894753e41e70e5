"""One person's facts, prepared so that the rules can be asked about any day.

This is where days become months: a payment counts for the month stated in it, whenever it was made; a category
credits every month in which it was held for a day; up to the day for which the lists are complete, what is not listed
did not happen, and after it nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cached_property

from saqta.basis.money import Money
from saqta.basis.month import EPOCH, KnownMonths, Month, MonthMask
from saqta.law.book import Law
from saqta.logic.reference import Value
from saqta.logic.vocabulary import Record
from saqta.rules.facts import Payment, PersonFacts
from saqta.rules.holdings import Holding, holdings
from saqta.rules.leave import leave_months
from saqta.rules.vocabulary import CATEGORIES, VOCABULARY

HORIZON = Month.at(2100, 1)
"""Open-ended holdings credit months up to here; later than any day that can be asked about."""

EVER = MonthMask.between(EPOCH, HORIZON)

STATE_KINDS = frozenset({"state", "local_budget"})


@dataclass(frozen=True)
class MonthSets:
    """What the payments alone say about months. Prepaid months are certain or, without a day of payment, possible."""

    credited: MonthMask
    paid: MonthMask
    independent: MonthMask
    aggregate: MonthMask
    state: MonthMask
    local: MonthMask
    prepaid: MonthMask
    possibly_prepaid: MonthMask


class Case:
    """The facts of one person under one book of law; ``law`` gives the readings followed and what was known when."""

    def __init__(self, facts: PersonFacts, law: Law) -> None:
        self.facts, self.law = facts, law
        self._masks_known: dict[tuple[int, bool], Mapping[str, tuple[int, int]]] = {}

    @cached_property
    def holdings(self) -> list[Holding]:
        return holdings(self.facts, self.law)

    @cached_property
    def payments(self) -> tuple[Payment, ...]:
        """The payments as then known: those made after the moment of knowledge are left out."""
        known_at = self.law.known_at
        listed = self.facts.payments or ()
        if known_at is None:
            return listed
        return tuple(payment for payment in listed if payment.paid_on is None or payment.paid_on <= known_at)

    @cached_property
    def not_due(self) -> MonthMask:
        """Months for which nothing can be owed: before 2020, before birth, after death, and as recorded by the Fund."""
        never = MonthMask.between(EPOCH, Month.of(self.law.book.periods["counted_months"].start))
        person = self.facts.person
        if person.birth_date is not None:
            never |= MonthMask.between(EPOCH, Month.of(person.birth_date))
        if isinstance(person.died_on, date):
            never |= MonthMask.between(Month.of(person.died_on) + 1, HORIZON)
        for record in self.facts.months_not_owed:
            never |= MonthMask.between(Month.parse(record.start), Month.parse(record.until))
        return never

    @cached_property
    def held_months(self) -> tuple[MonthMask, MonthMask]:
        """Months credited by categories: certainly, and possibly."""
        certain, possible = MonthMask(), MonthMask()
        for holding in self.holdings:
            if holding.belongs is not False:
                months = holding.months(HORIZON)
                possible |= months
                certain |= months if holding.belongs else MonthMask()
        return certain, possible

    @cached_property
    def sets(self) -> MonthSets:
        kinds: dict[str, MonthMask] = {}
        for payment in self.counted_payments:
            kinds[payment.kind] = kinds.get(payment.kind, MonthMask()) | self.months_of(payment)
        paid = _union(mask for kind, mask in kinds.items() if kind not in STATE_KINDS)
        certain, possible = self._prepaid()
        return MonthSets(
            credited=_union(kinds.values()),
            paid=paid,
            independent=kinds.get("independent", MonthMask()),
            aggregate=kinds.get("aggregate_payment", MonthMask()),
            state=kinds.get("state", MonthMask()),
            local=kinds.get("local_budget", MonthMask()),
            prepaid=certain,
            possibly_prepaid=possible,
        )

    def known_months(self, day: date, *, complete: bool = False) -> MonthMask:
        """Months whose payments and categories are fully listed, when the question is about ``day``."""
        until = self.facts.register_until
        if complete or until is None or until >= day:
            return EVER
        return MonthMask.between(EPOCH, Month.of(until + timedelta(days=1)))

    def credited(self, day: date) -> KnownMonths:
        """The credited months, and of which months it is known whether they are, when asked about ``day``."""
        return self._credited(self.known_months(day), complete=False)

    def _credited(self, known: MonthMask, *, complete: bool) -> KnownMonths:
        certain, possible = self.held_months
        belongs = self.sets.credited | certain | self.not_due
        lists = self.facts.payments is not None and self.facts.categories is not None
        if not complete and not (lists and self.facts.person.birth_date is not None):
            known = MonthMask()
        return KnownMonths(belongs, (known - possible) | belongs)

    def categories_known(self, month: Month) -> bool:
        """Whether every category held in a month is listed: the list is given, it reaches past the month, and the
        date of birth tells whether the person was a child."""
        until = self.facts.register_until
        reaches = until is None or until >= month.last_day
        return self.facts.categories is not None and reaches

    def record(self, day: date, *, complete: bool = False) -> Record:
        """The facts as the rules read them on ``day``. ``complete`` takes both lists as final for all time: the
        question then is what follows from these facts if nothing more happens."""
        return VOCABULARY.record_of(self.values(day, complete=complete), Month.of(day))

    def values(self, day: date, *, complete: bool = False) -> dict[str, Value]:
        """The same facts by name, with sets of months as absolute masks."""
        return {
            **self._constant,
            "died": self._died_before(day),
            **self._categories(day, complete=complete),
            **self._masks(day, complete=complete),
        }

    @cached_property
    def _constant(self) -> Mapping[str, Value]:
        person = self.facts.person
        return {"citizenship": person.citizenship, "residence": person.residence, "recorded": self._recorded()}

    def _died_before(self, day: date) -> bool:
        died_on = self.facts.person.died_on
        return isinstance(died_on, date) and died_on < day

    def _masks(self, day: date, *, complete: bool) -> Mapping[str, tuple[int, int]]:
        """The sets of months. They change with the day only where the lists end, so a look at many days builds few."""
        known = self.known_months(day, complete=complete)
        key = (known.bits, complete)
        if key not in self._masks_known:
            self._masks_known[key] = {
                name: (months.belongs.bits, months.known.bits)
                for name, months in self._month_sets(known, complete=complete).items()
            }
        return self._masks_known[key]

    def _month_sets(self, known: MonthMask, *, complete: bool) -> Mapping[str, KnownMonths]:
        listed = known if complete or self.facts.payments is not None else MonthMask()
        sets = self.sets
        return {
            "credited": self._credited(known, complete=complete),
            "paid": KnownMonths(sets.paid, listed | sets.paid),
            "independent": KnownMonths(sets.independent, listed | sets.independent),
            "aggregate": KnownMonths(sets.aggregate, listed | sets.aggregate),
            "state_paid": KnownMonths(sets.state, listed | sets.state),
            "local_paid": KnownMonths(sets.local, listed | sets.local),
            "prepaid_year": KnownMonths(sets.prepaid, (listed - sets.possibly_prepaid) | sets.prepaid),
        }

    def _categories(self, day: date, *, complete: bool) -> Mapping[str, bool | None]:
        until = self.facts.register_until
        listed = complete or (self.facts.categories is not None and (until is None or until >= day))
        values: dict[str, bool | None] = dict.fromkeys(CATEGORIES, False if listed else None)
        values["child"] = None if self.facts.person.birth_date is None and not complete else False
        for holding in self.holdings:
            if holding.covers(day) and values[holding.code] is not True and holding.belongs is not False:
                values[holding.code] = holding.belongs
        return values

    def _recorded(self) -> bool | None:
        """Reading Q22: with neither citizenship nor residence given, an accepted contribution or a recorded category
        shows a participant; the State Corporation refunds what is paid for people who are none."""
        person = self.facts.person
        if self.law.option("Q22") != "presumed_participant" or person.citizenship or person.residence:
            return False
        return True if self.payments or self.facts.categories else None

    def months_of(self, payment: Payment) -> MonthMask:
        if payment.leave is None:
            return MonthMask.of([Month.parse(payment.month)])
        return MonthMask.of(month for month, _ in leave_months(payment.leave, Month.parse(payment.month), self.law))

    @cached_property
    def counted_payments(self) -> tuple[Payment, ...]:
        """Reading Q3: any accepted payment credits its month, or only one that reaches the independent payer's sum."""
        if self.law.option("Q3") == "any_payment":
            return self.payments
        totals: dict[str, int] = {}
        for payment in self.payments:
            totals[payment.month] = totals.get(payment.month, 0) + (
                Money.tenge(payment.amount).tiyn if payment.amount else 0
            )
        return tuple(
            payment
            for payment in self.payments
            if payment.kind in STATE_KINDS or totals[payment.month] >= self._independent_sum(payment.month)
        )

    def _independent_sum(self, month: str) -> int:
        if Month.parse(month) in self.not_due:
            return 0  # nothing could be owed, so nothing can be too little
        # A future month is paid at the sum of the day of payment, and no law of that month may be known yet.
        day = min(Month.parse(month).first_day, self.law.day)
        law = self.law.book.on(day, self.law.known_at, self.law.follow)
        rate: Fraction = law.rate("independent_base_in_minimum_wages") * law.rate("independent_rate")
        return law.money("minimum_wage").share(rate).tiyn

    def _prepaid(self) -> tuple[MonthMask, MonthMask]:
        """Months inside a year every month of which an independent payer paid for before that year began.

        Certain ones, and those possible because a payment bears no day.
        """
        length = self.law.number("prepaid_months")
        certain: dict[Month, date] = {}
        possible: dict[Month, date] = {}
        for payment in self.payments:
            if payment.kind != "independent":
                continue
            month = Month.parse(payment.month)
            if payment.paid_on is None:
                possible[month] = date.min
            elif self.law.holds("prepaid_payments", payment.paid_on):
                certain[month] = min(payment.paid_on, certain.get(month, date.max))
                possible[month] = min(payment.paid_on, possible.get(month, date.max))
        return _years_paid_ahead(certain, length), _years_paid_ahead(possible, length)


def _years_paid_ahead(paid_on: Mapping[Month, date], length: int) -> MonthMask:
    """The union of all runs of ``length`` months that were paid for before the first of them began."""
    found = MonthMask()
    for start in paid_on:
        months = list(start.until(start + length))
        if all(paid_on.get(month, date.max) < start.first_day for month in months):
            found |= MonthMask.of(months)
    return found


def _union(masks: Iterable[MonthMask]) -> MonthMask:
    whole = MonthMask()
    for mask in masks:
        whole |= mask
    return whole
