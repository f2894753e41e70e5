"""From receipts to the facts that the rules ask about."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.law.book import Book, OutsideKnownLaw
from saqta.ledger.receipts import Receipt
from saqta.rules.facts import Payment, PaymentKind, PersonFacts
from saqta.rules.owed import entrepreneur_contribution


def facts_from_receipts(
    iin: Iin, receipts: Iterable[Receipt], book: Book, given: PersonFacts | None = None
) -> PersonFacts:
    """What receipts alone say about one person, added to the facts given beside them.

    The number tells the date of birth and the sex. It tells neither citizenship nor categories, and receipts do not
    either: without ``given`` those stay unknown. The receipts are taken as all there are.
    """
    facts = given or PersonFacts()
    person = msgspec.structs.replace(
        facts.person,
        birth_date=facts.person.birth_date or iin.birth_date,
        sex=facts.person.sex or iin.sex,
    )
    payments = (*(facts.payments or ()), *(payment(receipt, book) for receipt in receipts if receipt.credited_month))
    return msgspec.structs.replace(facts, person=person, payments=payments)


def payment(receipt: Receipt, book: Book) -> Payment:
    """The receipt as a payment in the words of the facts document."""
    return Payment(
        month=str(receipt.month),
        kind=payment_kind(receipt, book),
        amount=str(receipt.amount),
        paid_on=receipt.paid_on,
    )


def payment_kind(receipt: Receipt, book: Book) -> PaymentKind:
    """Who paid, as far as a payment file tells."""
    own = None if receipt.payer is None else receipt.payer.digits == receipt.iin.digits
    return kind_of_payment(receipt.kind, own, receipt.amount, receipt.month, book)


def kind_of_payment(code: PaymentCode, own: bool | None, amount: Money, month: Month, book: Book) -> PaymentKind:
    """Who paid: the code names the employer's money, the payer's number the rest. ``own``: the person paid.

    A person who paid for himself or herself is an entrepreneur when the sum is exactly the entrepreneur's of that
    month, and an independent payer otherwise; both credit the month, only the second can pay a year ahead.
    """
    if code is PaymentCode.EMPLOYER_CONTRIBUTION:
        return "employer"
    if own is False:
        return "employee"
    if amount == _entrepreneur_sum(month, book):
        return "entrepreneur"
    return "independent" if own else "employee"


@lru_cache(maxsize=512)
def _entrepreneur_sum(month: Month, book: Book) -> Money | None:
    try:
        return entrepreneur_contribution(book.on(month.first_day))
    except OutsideKnownLaw:
        return None
