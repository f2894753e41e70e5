"""One person's facts, prepared so that the rules can be asked about any day.

This is where days become months: a payment counts for the month stated in it, whenever it was made; a category
credits every month in which it was held for a day; up to the day for which the lists are complete, what is not listed
did not happen, and after it nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cached_property

from saqta.basis.month import EPOCH, KnownMonths, Month, MonthMask
from saqta.law.book import Law
from saqta.logic.python import compile_decider
from saqta.logic.reference import Value, kleene_and
from saqta.logic.vocabulary import Record
from saqta.rules.facts import Payment, PersonFacts
from saqta.rules.holdings import Holding, holdings
from saqta.rules.month_sets import PAID_BY, Attested, PaidMonths, paid_months, prepaid_months
from saqta.rules.participant import resident
from saqta.rules.settled import settled
from saqta.rules.vocabulary import CATEGORIES, VOCABULARY

HORIZON = Month.at(2100, 1)
"""Open-ended holdings credit months up to here; later than any day that can be asked about."""

EVER = MonthMask.between(EPOCH, HORIZON)

RESIDENT = resident()


def law_of_participation(law: Law) -> Law:
    """The law under which it is asked who takes part. The open question of refugees is left to the rule of status,
    which says so; here they count as residents."""
    if law.option("Q19") != "unsettled":
        return law
    return law.book.on(law.day, law.known_at, {**law.follow, "Q19": "as_permanent_residents"})


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
    def participates(self) -> bool | None:
        """Whether the person takes part in the insurance at all, by the rule itself.

        The State pays for participants: a visitor's category credits nothing. Whoever was ever recorded as a kandas is
        taken for one here, so that months credited then stay credited when the record has ended.
        """
        law = law_of_participation(self.law) if self.facts.person.residence == "refugee" else self.law
        ever = any(holding.code == "kandas_not_working" for holding in self.holdings)
        kandas = ever or self._kandas(law.day, complete=False)
        record = VOCABULARY.record(**self.constant, kandas=kandas)
        value = compile_decider(settled(RESIDENT, law).value)(record)
        return None if value is None else bool(value)

    def counts(self, holding: Holding) -> bool | None:
        """Whether a holding credits its months: the person belongs to the category and takes part."""
        return kleene_and([holding.belongs, self.participates])

    @cached_property
    def member_months(self) -> Attested:
        """Months credited by categories."""
        months = Attested()
        for holding in self.holdings:
            held = holding.months(HORIZON)
            months |= {True: Attested(held, held), None: Attested(MonthMask(), held), False: Attested()}[
                self.counts(holding)
            ]
        return months

    @cached_property
    def paid_months(self) -> PaidMonths:
        return paid_months(self.payments, self.law, self.not_due)

    @cached_property
    def sets(self) -> Mapping[str, Attested]:
        """What the facts show about each set of months that the rules look at."""
        paid, certain = self.paid_months, Attested(self.not_due, self.not_due)
        return {
            "credited": paid.of(*paid.by_kind) | self.member_months | certain,
            **{name: paid.of(*kinds) for name, kinds in PAID_BY.items()},
            "prepaid_year": prepaid_months(self.payments, self.law),
            "member": self.member_months,
        }

    def known_months(self, day: date, *, complete: bool = False) -> MonthMask:
        """Months whose payments and categories are fully listed, when the question is about ``day``."""
        until = self.facts.register_until
        if complete or until is None or until >= day:
            return EVER
        return MonthMask.between(EPOCH, Month.of(until + timedelta(days=1)))

    def credited(self, day: date) -> KnownMonths:
        """The credited months, and of which months it is known whether they are, when asked about ``day``."""
        return self.months("credited", day)

    def months(self, name: str, day: date) -> KnownMonths:
        """One of the sets of months that the rules look at, as known when asked about ``day``."""
        return self._months(name, self.known_months(day), complete=False)

    def _months(self, name: str, known: MonthMask, *, complete: bool) -> KnownMonths:
        """One set of months when both lists are complete for the months in ``known``. A list that was not given, and
        for categories a missing date of birth, leaves everything open that is not shown."""
        payments = name == "member" or self.facts.payments is not None
        categories = name not in ("credited", "member") or (
            self.facts.categories is not None and self.facts.person.birth_date is not None
        )
        return self.sets[name].within(known if complete or (payments and categories) else MonthMask())

    def categories_known(self, month: Month) -> bool:
        """Whether every category held in a month is listed: the list is given, and it reaches past the month."""
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
            **self.belonging(day, complete=complete),
            **self._categories(day, complete=complete),
            **self._masks(day, complete=complete),
        }

    def belonging(self, day: date, *, complete: bool = False) -> Mapping[str, Value]:
        """The facts that say whether the person belongs to the country on the day, and lives."""
        died, kandas = self._died_before(day), self._kandas(day, complete=complete)
        return {**self.constant, "died": died, "kandas": kandas}

    @cached_property
    def constant(self) -> Mapping[str, Value]:
        """The facts that are the same on every day."""
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
            months = {name: self._months(name, known, complete=complete) for name in self.sets}
            self._masks_known[key] = {name: (set_.belongs.bits, set_.known.bits) for name, set_ in months.items()}
        return self._masks_known[key]

    def _listed(self, day: date, *, complete: bool) -> bool:
        until = self.facts.register_until
        return complete or (self.facts.categories is not None and (until is None or until >= day))

    def unlisted(self, day: date) -> bool | None:
        """What it means on the day that a category is not in the list: not held, or, where the list ends, unknown."""
        return False if self._listed(day, complete=False) else None

    def _kandas(self, day: date, *, complete: bool) -> bool | None:
        """Whether the person is recorded as a kandas, working or not."""
        recorded = any(holding.code == "kandas_not_working" and holding.covers(day) for holding in self.holdings)
        return recorded or (False if self._listed(day, complete=complete) else None)

    def _categories(self, day: date, *, complete: bool) -> Mapping[str, bool | None]:
        unlisted = False if self._listed(day, complete=complete) else None
        values: dict[str, bool | None] = dict.fromkeys(CATEGORIES, unlisted)
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
