"""How each line of what is owed is paid: by whom, to whose account, under which code, with which words; or why nothing
can be written on a payment order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.basis.days import day_text
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.text import Text
from saqta.law.book import Book
from saqta.law.payments import Beneficiary
from saqta.law.shape import provision_label
from saqta.rules.contributions import LAW, UNIFIED_PAYMENT
from saqta.rules.dues import ContributionsAnswer
from saqta.rules.dues_lines import Line
from saqta.rules.phrases import phrases

_LATE_INTEREST = {
    PaymentCode.EMPLOYER_CONTRIBUTION.value: PaymentCode.LATE_INTEREST_ON_EMPLOYER_CONTRIBUTION.value,
    PaymentCode.INSUREE_CONTRIBUTION.value: PaymentCode.LATE_INTEREST_ON_INSUREE_CONTRIBUTION.value,
}
_WITHHELD = ("employee", "civil_contract")
"""Incomes of which somebody else transfers what is owed, and owes late interest for being late."""
_SHARE_OF_UNIFIED = f"{LAW} {provision_label(UNIFIED_PAYMENT).en}"
"""The provision that a line cites if it is a share of the unified payment: each employer may pay by it or not."""


class PaymentOrder(msgspec.Struct, frozen=True):
    """What a bank must be told to make one payment; ``words`` is the purpose as it is written. ``by_another`` tells
    that whoever pays is not the person paid for."""

    beneficiary: Beneficiary
    payment_code: str
    amount: Money
    month: Month
    words: Text
    by_another: bool


class HowToPay(msgspec.Struct, frozen=True):
    """Who pays a line; the order, or in its place why there is none; and what being late means, where it does."""

    line: Line
    who: Text
    order: PaymentOrder | None
    why_no_order: Text | None
    late: Text | None


def how_to_pay(told: ContributionsAnswer, book: Book, today: date) -> tuple[HowToPay, ...]:
    """How each line of the answer is paid on the day ``today``, in the order of its lines."""
    return tuple(_each(told, book, today))


def _each(told: ContributionsAnswer, book: Book, today: date) -> Iterator[HowToPay]:
    words = phrases("paying")
    for line in told.lines:
        order = _order(line, book, today)
        why = _why_none(line, order)
        late = _late(line, today) if why is None else None
        yield HowToPay(
            line, words[f"who-{_who(line)}"], order if why is None else None, None if why is None else words[why], late
        )


def _who(line: Line) -> str:
    if line.kind == "employer_contribution":
        return "employer"
    return {
        "employee": "employer-withholds",
        "civil_contract": "tax-agent",
        "entrepreneur": "entrepreneur",
        "independent": "independent",
        "self_employed": "self-employed",
        "aggregate_payment": "aggregate",
        "state": "budget",
    }[line.income]


def _why_none(line: Line, order: PaymentOrder | None) -> str | None:
    if line.income == "state":
        return "no-order-budget"
    if line.income == "aggregate_payment":
        return "no-order-aggregate"
    if _SHARE_OF_UNIFIED in line.cites:
        return "no-order-unified"
    if line.amount is None:
        return "no-order-amount"
    if line.depends_on:
        return "no-order-uncertain"
    return "no-order-account" if order is None else None


def _order(line: Line, book: Book, today: date) -> PaymentOrder | None:
    if line.payment_code is None or line.amount is None:
        return None
    beneficiary = book.payments.beneficiary_on(today)
    purpose = book.payments.purpose_on(line.payment_code, today)
    if beneficiary is None or purpose is None:
        return None
    month = Month.parse(line.month)
    return PaymentOrder(
        beneficiary,
        line.payment_code,
        Money.tenge(line.amount),
        month,
        phrases("paying")["words"].fill(money=purpose.name, month=month.text()),
        line.income in _WITHHELD,
    )


def _late(line: Line, today: date) -> Text | None:
    code = _LATE_INTEREST.get(line.payment_code or "")
    if line.due_on is None or line.due_on >= today or code is None or line.income not in _WITHHELD:
        return None
    return phrases("paying")["late"].fill(day=day_text(line.due_on), code=code)
