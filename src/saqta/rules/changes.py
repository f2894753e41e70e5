"""What a person who is not insured can do about it: pay what is missing, pay a year ahead, prove a category."""

from __future__ import annotations

from collections.abc import Iterator

from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.logic.explain import Months, Way
from saqta.rules.answer import Change
from saqta.rules.month_lists import month_list
from saqta.rules.owed import independent_contribution, total_owed
from saqta.rules.phrases import phrases
from saqta.rules.standing import Standing

PAYABLE = frozenset({"credited", "paid"})
"""Sets of months that a payment for a past month adds to."""


def ways_to_be_insured(standing: Standing) -> tuple[Change, ...]:
    """The ways open to the person, the cheapest payment of past months first; none for the dead and for visitors."""
    outcomes = {outcome.clause.code: outcome.value for outcome in standing.explanation.clauses()}
    if outcomes.get("died") is True or outcomes.get("participant") is False:
        return ()
    return (*_pay_past_months(standing), *_pay_a_year_ahead(standing), *_prove_a_category(standing))


def _pay_past_months(standing: Standing) -> Iterator[Change]:
    ways = [
        months
        for way in standing.explanation.ways_to(wanted=True, through=PAYABLE)
        if (months := _payable(way, standing.month))
    ]
    if not ways:
        return
    months = min(ways, key=lambda way: (total_owed(standing.law, way), way))
    amount = total_owed(standing.law, months)
    text = phrases("status")["change-pay"].fill(months=month_list(months), amount=amount.text())
    yield Change("pay-months", text, tuple(map(str, months)), str(amount))


def _payable(way: Way, asked: Month) -> tuple[Month, ...]:
    """The past months of a way that needs nothing but payments for them; empty for any other way."""
    months: set[Month] = set()
    for change in way:
        if change.fact not in PAYABLE or not isinstance(change.to, Months) or not change.to.belongs:
            return ()
        months.update(change.to.months)
    return tuple(sorted(months)) if months and max(months) < asked else ()


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
