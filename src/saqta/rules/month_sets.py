"""Which months payments and categories speak of: where days and sums become months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple, get_args

from saqta.basis.money import Money
from saqta.basis.month import KnownMonths, Month, MonthMask
from saqta.law.book import Law
from saqta.rules.facts import Payment, PaymentKind
from saqta.rules.leave import leave_months

KINDS: frozenset[str] = frozenset(get_args(PaymentKind))
STATE_KINDS = frozenset({"state", "local_budget"})

PAID_BY: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "paid": KINDS - STATE_KINDS,
        "independent": frozenset({"independent"}),
        "aggregate": frozenset({"aggregate_payment"}),
        "state_paid": frozenset({"state"}),
        "local_paid": frozenset({"local_budget"}),
    }
)
"""The sets of months that payments of certain kinds make; ``paid`` are those that the person or an employer paid."""


class Attested(NamedTuple):
    """A set of months: those that the facts show for certain, and those that they may show (the certain among them)."""

    certain: MonthMask = MonthMask()
    possible: MonthMask = MonthMask()

    def __or__(self, other: Attested) -> Attested:
        return Attested(self.certain | other.certain, self.possible | other.possible)

    def within(self, listed: MonthMask) -> KnownMonths:
        """What is known of the set when the facts list everything for the months in ``listed``."""
        return KnownMonths(self.certain, (listed - self.possible) | self.certain)


class PaidMonths(NamedTuple):
    """The months that payments were made for, by kind; ``counted`` are those whose payments suffice (reading Q3)."""

    by_kind: Mapping[str, MonthMask]
    counted: Attested

    def of(self, *kinds: str) -> Attested:
        """The months counted by any of these kinds; those of the State and of local budgets count whatever the sum."""
        chosen = free = 0
        for kind, months in self.by_kind.items():
            if kind in kinds:
                chosen |= months.bits
                free |= months.bits if kind in STATE_KINDS else 0
        certain, possible = self.counted.certain.bits, self.counted.possible.bits
        return Attested(MonthMask(chosen & certain | free), MonthMask(chosen & possible | free))


def paid_months(payments: Sequence[Payment], law: Law, not_due: MonthMask) -> PaidMonths:
    """The months of all payments. ``not_due`` are months for which nothing can be too little."""
    listed: dict[str, list[Month]] = {}
    for payment in payments:
        listed.setdefault(payment.kind, []).extend(months_of(payment, law))
    by_kind = {kind: MonthMask.of(months) for kind, months in listed.items()}
    paid = union(by_kind.values())
    if law.option("Q3") == "any_payment":
        return PaidMonths(by_kind, Attested(paid, paid))
    sums, unknown = _sums(payments, law)
    reached = MonthMask.of(month for month in paid if month in not_due or sums[month] >= least_payment(month, law))
    return PaidMonths(by_kind, Attested(reached, reached | unknown))


def months_of(payment: Payment, law: Law) -> list[Month]:
    """The months that a payment counts for, whenever it was made."""
    return [month for month, _ in _weighed_months(payment, law)]


def _weighed_months(payment: Payment, law: Law) -> list[tuple[Month, int]]:
    stated = Month.parse(payment.month)
    return [(stated, 1)] if payment.leave is None else leave_months(payment.leave, stated, law)


def _sums(payments: Iterable[Payment], law: Law) -> tuple[Mapping[Month, Money], MonthMask]:
    """What was paid for each month, and the months for which a payment does not say its sum."""
    sums: dict[Month, Money] = {}
    unknown: list[Month] = []
    for payment in payments:
        months = _weighed_months(payment, law)
        if payment.amount is None:
            unknown += [month for month, _ in months]
        parts = Money.tenge(payment.amount or "0").split([days for _, days in months])
        for (month, _), part in zip(months, parts, strict=True):
            sums[month] = sums.get(month, Money(0)) + part
    return sums, MonthMask.of(unknown)


def least_payment(month: Month, law: Law) -> Money:
    """The sum of an independent payer. A future month is paid at the sum of the day of payment, and no law of that
    month may be known yet."""
    dated = law.book.on(min(month.first_day, law.day), law.known_at, law.follow)
    rate: Fraction = dated.rate("independent_base_in_minimum_wages") * dated.rate("independent_rate")
    return dated.money("minimum_wage").share(rate)


def prepaid_months(payments: Iterable[Payment], law: Law) -> Attested:
    """Months inside a year every month of which an independent payer paid for before that year began; only possible
    where a payment bears no day, but none before the day on which such payments began."""
    length = law.number("prepaid_months")
    began, _ = law.book.spans["prepaid_payments"]
    certain: dict[Month, date] = {}
    possible: dict[Month, date] = {}
    for payment in payments:
        if payment.kind != "independent":
            continue
        month, paid_on = Month.parse(payment.month), payment.paid_on
        if paid_on and not law.holds("prepaid_payments", paid_on):
            continue
        possible[month] = min(paid_on or began, possible.get(month, date.max))
        if paid_on:
            certain[month] = min(paid_on, certain.get(month, date.max))
    return Attested(_years_paid_ahead(certain, length), _years_paid_ahead(possible, length))


def _years_paid_ahead(paid_on: Mapping[Month, date], length: int) -> MonthMask:
    """The union of all runs of ``length`` months that were paid for before the first of them began."""
    found = MonthMask()
    for start in paid_on:
        months = list(start.until(start + length))
        if all(paid_on.get(month, date.max) < start.first_day for month in months):
            found |= MonthMask.of(months)
    return found


def union(masks: Iterable[MonthMask]) -> MonthMask:
    bits = 0
    for mask in masks:
        bits |= mask.bits
    return MonthMask(bits)
