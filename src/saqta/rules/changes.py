"""What a person who is not insured can do about it: pay what is missing, pay a year ahead, prove a category."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.logic.explain import Months, Way
from saqta.rules.answer import Change
from saqta.rules.case import Case
from saqta.rules.facts import Payment
from saqta.rules.insured import decide_insured
from saqta.rules.month_lists import month_list
from saqta.rules.owed import independent_contribution, independent_sum, total_owed
from saqta.rules.phrases import phrases
from saqta.rules.projection import insured_until
from saqta.rules.standing import Standing

PAYABLE = frozenset({"credited", "paid"})
"""Sets of months that a payment for a past month adds to."""


def ways_to_be_insured(standing: Standing) -> tuple[Change, ...]:
    """The ways open to the person, the most lasting first; none for visitors and where a death is recorded."""
    outcomes = {outcome.clause.code: outcome.value for outcome in standing.explanation.clauses()}
    visitor = outcomes.get("participant") is False and outcomes.get("eaeu-worker") is not True
    if isinstance(standing.case.facts.person.died_on, date) or visitor:
        return ()
    return (*_pay_past_months(standing), *_pay_a_year_ahead(standing), *_prove_a_category(standing))


def _pay_past_months(standing: Standing) -> Iterator[Change]:
    """All that is owed; and where less brings the status back for a while, the least of it."""
    owed = standing.months_owed
    if not owed:
        return
    law = standing.law
    yield from _pay(standing, "pay-months", owed)
    fewer = [way for way in map(_payable, standing.explanation.ways_to(wanted=True, through=PAYABLE)) if way]
    fewer = [way for way in fewer if way < set(owed)]
    if fewer:
        least = min(fewer, key=lambda way: (total_owed(law, way), sorted(way)))
        yield from _pay(standing, "pay-fewer-months", tuple(sorted(least)))


def _pay(standing: Standing, code: str, months: tuple[Month, ...]) -> Iterator[Change]:
    law = standing.law
    after = _once_paid(standing, months)
    if not decide_insured(after, law):
        return
    until = insured_until(after, law)
    amount, whole = total_owed(law, months), total_owed(law, standing.months_owed)
    values = {"months": month_list(months), "amount": amount.text(), "left": (whole - amount).text()}
    if until is None:
        text = phrases("status")["change-pay-for-good"].fill(**values)
    else:
        text = phrases("status")[f"change-{code}"].fill(**values, end=day_text(until))
    yield Change(code, text, tuple(map(str, months)), str(amount), until)


def _once_paid(standing: Standing, months: tuple[Month, ...]) -> Case:
    """The case as it would be if the person paid for these months on the day asked about."""
    law, facts = standing.law, standing.case.facts
    more = tuple(Payment(str(month), "independent", str(independent_sum(law, month)), law.day) for month in months)
    return Case(msgspec.structs.replace(facts, payments=(*(facts.payments or ()), *more)), law)


def _payable(way: Way) -> frozenset[Month]:
    """The months of a way that needs nothing but payments for them; empty for any other way."""
    months: set[Month] = set()
    for change in way:
        if change.fact not in PAYABLE or not isinstance(change.to, Months) or not change.to.belongs:
            return frozenset()
        months.update(change.to.months)
    return frozenset(months)


def _pay_a_year_ahead(standing: Standing) -> Iterator[Change]:
    law = standing.law
    if not law.holds("prepaid_payments"):
        return
    start = standing.month + 1
    count = law.number("prepaid_months")
    months = tuple(start.until(start + count))
    amount = Money.total([independent_contribution(law)] * count)
    text = phrases("status")["change-prepay"].fill(
        start=day_text(start.first_day), end=day_text(start.first_day), amount=amount.text()
    )
    yield Change("pay-a-year-ahead", text, tuple(map(str, months)), str(amount))


def _prove_a_category(standing: Standing) -> Iterator[Change]:
    yield Change("prove-a-category", phrases("status")["change-category"])
