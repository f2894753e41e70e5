"""Facts documents invented densely around what the gathering of facts has to get right, the same for the same seed."""

from __future__ import annotations

import random
from datetime import date, timedelta

from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.rules.checks import check_person
from saqta.rules.facts import CategoryCode, Days, Membership, MonthsNotOwed, Payment, Person, PersonFacts
from saqta.rules.vocabulary import CATEGORIES

KINDS = (
    "employer", "employee", "civil_contract", "entrepreneur", "independent", "independent", "independent",
    "aggregate_payment", "unified_payment", "self_employed", "state", "local_budget",
)  # fmt: skip
TRICKY = (
    "child",
    "crisis_level",
    "kandas_not_working",
    "registered_unemployed",
    "carer_of_group_1_disabled",
    "detained",
)
DAYS_OF_CHANGE = (
    date(2019, 5, 1), date(2020, 12, 31), date(2021, 1, 1), date(2022, 3, 27), date(2022, 3, 28), date(2025, 12, 31),
    date(2026, 1, 1),
)  # fmt: skip


def invented_people(chance: random.Random, on: date, count: int) -> list[PersonFacts]:
    """People whose facts do not contradict one another, born by the day."""
    found: list[PersonFacts] = []
    while len(found) < count:
        facts = _Inventing(chance, on).facts()
        try:
            check_person(facts, on)
        except Refused:
            continue
        found.append(facts)
    return found


class _Inventing:
    def __init__(self, chance: random.Random, on: date) -> None:
        self.chance, self.on = chance, on

    def facts(self) -> PersonFacts:
        chance = self.chance
        born = self._born()
        members = chance.choice([None, 0, 1, 2, 3])
        listed = None if members is None else tuple(self._membership() for _ in range(members))
        if listed is not None:
            listed = tuple(
                member
                for member in listed
                if (born is None or member.start >= born) and (member.until is None or member.start < member.until)
            )
        return PersonFacts(
            person=Person(
                birth_date=born,
                citizenship=chance.choice(["KZ", "KZ", "KZ", "RU", "DE", "stateless", None, None]),
                residence=chance.choice(["permanent", "temporary", "refugee", None, None]),
                died_on=chance.choice([None, None, None, None, None, self.on, self._near(-500, 0), self._near(0, 20)]),
            ),
            categories=listed,
            payments=chance.choice([None, (), *[self._payments()] * 5]),
            register_until=chance.choice([None, None, self._near(-200, 40), self._near(-3, 3)]),
            months_not_owed=(self._not_owed(),) if chance.random() < 0.1 else (),
        )

    def _near(self, low: int, high: int, day: date | None = None) -> date:
        return (day or self.on) + timedelta(days=self.chance.randint(low, high))

    def _born(self) -> date | None:
        chance = self.chance
        comes_of_age = date(self.on.year - 18, self.on.month, min(self.on.day, 28))
        return chance.choice(
            [
                date(1980, 2, 29), date(2004, 2, 29), date(2008, 2, 29),
                date(chance.randint(1940, 2001), chance.randint(1, 12), chance.randint(1, 28)),
                self._near(-70, 70, comes_of_age), self._near(-6000, 0), self._near(-400, 0), None,
            ]
        )  # fmt: skip

    def _membership(self) -> Membership:
        chance = self.chance
        code: CategoryCode = chance.choice(CATEGORIES if chance.random() < 0.7 else TRICKY)  # type: ignore[assignment]  # all of them are codes
        start = chance.choice(DAYS_OF_CHANGE) if chance.random() < 0.2 else self._near(-900, 40)
        until = chance.choice([None, self._near(1, 900, start), self._near(-40, 40)])
        said = [chance.choice([None, None, None, True, False]) for _ in range(6)]
        return Membership(
            code,
            start,
            until,
            since_childhood=said[0],
            working=said[1],
            house_arrest=said[2],
            minimum_security=said[3],
            subsidised_job=said[4],
            receives_allowance=said[5],
            no_pension_contributions_for_3_months=chance.choice([None, True, True, False]),
            visited_on=chance.choice([None, self._near(-10, 400, start), self._near(-300, 10)]),
        )

    def _payments(self) -> tuple[Payment, ...]:
        """Up to three stretches of months with holes, paid late or ahead, with and without days and sums."""
        chance, rows = self.chance, []
        for _ in range(chance.choice([1, 1, 2, 3])):
            last = Month.of(self.on) + chance.randint(-8, 14)
            length = chance.choice([0, 1, 2, 3, 4, 11, 12, 13, 14, 24, 59, 60, 61, 70, 75])
            kind, ahead = chance.choice(KINDS), chance.random() < 0.4
            holes = {chance.randint(0, 20) for _ in range(chance.choice([0, 0, 1, 2, 3]))}
            made_ahead = (last + (1 - length)).first_day - timedelta(days=chance.choice([20, 1, 0, -1]))
            for back in range(length):
                month = last + -back
                if back not in holes and month >= Month.at(2017, 7):
                    made = made_ahead if ahead else (month + 1).first_day
                    rows.append(self._payment(month, kind, made))
        chance.shuffle(rows)
        return tuple(rows)

    def _payment(self, month: Month, kind: str, made: date) -> Payment:
        chance, leave = self.chance, None
        if chance.random() < 0.03:
            start = self._near(-5, 25, month.first_day)
            leave = Days(start, self._near(1, chance.choice([20, 31, 75]), start))
        amount = chance.choice(["4250.00", "4250.00", "4249.99", "2125.00", "2125.00", None, "3500.00", "50.00"])
        return Payment(str(month), kind, amount, chance.choice([made, made, made, None]), leave)  # type: ignore[arg-type]  # all of them are kinds

    def _not_owed(self) -> MonthsNotOwed:
        first = Month.of(self.on) + self.chance.randint(-16, 2)
        return MonthsNotOwed(str(first), str(first + self.chance.randint(1, 9)), "abroad")
