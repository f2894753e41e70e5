"""The twelve months before the one asked about, what is owed for them, and what paying would cost."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Text
from saqta.law.book import Law, load
from saqta.rules.case import HORIZON, Case
from saqta.rules.month_sets import months_of
from saqta.rules.phrases import phrases


class MonthState(msgspec.Struct, frozen=True):
    """One month: credited and by what, owed, unknown, or not due because nothing could be owed for it."""

    month: str
    state: Literal["credited", "owed", "unknown", "not_due"]
    by: str | None = None


def months_before(case: Case, law: Law) -> tuple[MonthState, ...]:
    """The states of the months for which nothing may be owed (twelve), the earliest first."""
    asked = Month.of(law.day)
    credited = case.credited(law.day)
    paid: dict[Month, str] = {}
    for payment in case.payments:
        for month in months_of(payment, law):
            if month in case.paid_months.of(payment.kind).certain:
                paid.setdefault(month, payment.kind)
    held: dict[Month, str] = {}
    for holding in case.holdings:
        if case.counts(holding):
            for month in holding.months(min(asked, HORIZON)):
                held.setdefault(month, holding.code)
    states: list[MonthState] = []
    for month in (asked + -law.number("months_required")).until(asked):
        by = paid.get(month) or held.get(month)
        if by:
            states.append(MonthState(str(month), "credited", by))
        elif month in case.not_due:
            states.append(MonthState(str(month), "not_due"))
        else:
            states.append(MonthState(str(month), "unknown" if credited.state(month) is None else "owed"))
    return tuple(states)


def credited_by(code: str) -> Text:
    """What credits a month, in words: a kind of payment, or a category under its present name."""
    words = phrases("status")
    if f"paid-{code}" in words:
        return words[f"paid-{code}"]
    return load().categories[code].wordings[-1].name


def independent_sum(law: Law, month: Month) -> Money:
    """What an independent payer pays for one past month.

    Sources contradict one another on whether the minimum wage is that of the month or of the day of payment
    (reading Q2).
    """
    day = month.first_day if law.option("Q2") == "year_of_the_month" else law.day
    return independent_contribution(law.book.on(day, law.known_at, law.follow))


def independent_contribution(law: Law) -> Money:
    """The monthly contribution of an independent payer on the day of this law."""
    base = law.money("minimum_wage").share(law.rate("independent_base_in_minimum_wages"))
    return base.share(law.rate("independent_rate"))


def entrepreneur_contribution(law: Law) -> Money:
    """The monthly contribution of an entrepreneur for himself or herself on the day of this law."""
    base = law.money("minimum_wage").share(law.rate("entrepreneur_base_in_minimum_wages"))
    return base.share(law.rate("entrepreneur_rate"))


def total_owed(law: Law, months: Iterable[Month]) -> Money:
    return Money.total(independent_sum(law, month) for month in months)


def paid_later(case: Case, day: date) -> tuple[Month, ...]:
    """Months before the one asked about that count only by a payment made after that day."""
    asked = Month.of(day)
    before: set[Month] = set()
    after: set[Month] = set()
    for payment in case.payments:
        late = payment.paid_on is not None and payment.paid_on > day
        (after if late else before).update(month for month in months_of(payment, case.law) if month < asked)
    otherwise = case.member_months.certain | case.not_due
    return tuple(sorted(month for month in after - before if month not in otherwise))
