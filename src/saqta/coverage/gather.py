"""From receipts to the facts that the rules ask about."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
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
    """Who paid, as far as a payment file tells: the code names the employer's money, the payer's number the rest.

    A person who paid for himself or herself is an entrepreneur when the sum is exactly the entrepreneur's of that
    month, and an independent payer otherwise; both credit the month, only the second can pay a year ahead.
    """
    if receipt.kind is PaymentCode.EMPLOYER_CONTRIBUTION:
        return "employer"
    if receipt.payer is not None and receipt.payer.digits != receipt.iin.digits:
        return "employee"
    if receipt.amount == _entrepreneur_sum(receipt, book):
        return "entrepreneur"
    return "independent" if receipt.payer is not None else "employee"


def _entrepreneur_sum(receipt: Receipt, book: Book) -> Money | None:
    try:
        return entrepreneur_contribution(book.on(receipt.month.first_day))
    except OutsideKnownLaw:
        return None
