"""From receipts to facts: what a payment file tells about a person, and what it does not."""

from __future__ import annotations

import tracemalloc
from datetime import date

import pytest

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.coverage.gather import facts_from_receipts, payment_kind
from saqta.law.book import load
from saqta.ledger.grouping import ReceiptsByPerson
from saqta.ledger.receipts import Receipt
from saqta.rules.facts import Person, PersonFacts
from tests.rooms.ledger.payment_samples import invented_bin, invented_iin

BOOK = load()
PERSON = Iin.parse(invented_iin(1, date(1985, 5, 20)))
COMPANY = OrganisationBin.parse(invented_bin(1))
EMPLOYER, INSUREE = PaymentCode.EMPLOYER_CONTRIBUTION, PaymentCode.INSUREE_CONTRIBUTION


def receipt(kind: PaymentCode, tenge: str, payer: Iin | OrganisationBin | None, month: str = "2025-06") -> Receipt:
    return Receipt(PERSON, Month.parse(month), kind, Money.tenge(tenge), date(2025, 7, 3), payer)


@pytest.mark.parametrize(
    ("kind", "tenge", "payer", "meaning"),
    [
        (EMPLOYER, "25500", COMPANY, "employer"),
        (INSUREE, "17000", COMPANY, "employee"),
        (INSUREE, "4250", PERSON, "independent"),
        (INSUREE, "5950", PERSON, "entrepreneur"),
        (INSUREE, "4250", None, "employee"),
    ],
)
def test_the_code_and_the_payer_tell_what_was_paid(
    kind: PaymentCode, tenge: str, payer: Iin | OrganisationBin | None, meaning: str
) -> None:
    assert payment_kind(receipt(kind, tenge, payer), BOOK) == meaning


def test_the_entrepreneurs_sum_is_that_of_the_month_paid_for() -> None:
    assert payment_kind(receipt(INSUREE, "4200", PERSON, "2022-03"), BOOK) == "entrepreneur"
    assert payment_kind(receipt(INSUREE, "4200", PERSON, "2025-03"), BOOK) == "independent"
    assert payment_kind(receipt(INSUREE, "4200", PERSON, "2018-03"), BOOK) == "independent"


def test_receipts_tell_neither_citizenship_nor_categories() -> None:
    facts = facts_from_receipts(PERSON, [receipt(EMPLOYER, "25500", COMPANY)], BOOK)
    assert facts.person == Person(birth_date=PERSON.birth_date, sex=PERSON.sex)
    assert facts.categories is None
    assert len(facts.payments or ()) == 1


def test_what_was_given_beside_the_files_is_kept() -> None:
    given = PersonFacts(person=Person(citizenship="KZ", birth_date=date(1985, 5, 21)), categories=())
    facts = facts_from_receipts(PERSON, [], BOOK, given)
    assert (facts.person.citizenship, facts.person.birth_date, facts.categories) == ("KZ", date(1985, 5, 21), ())


def test_late_interest_is_no_payment_for_a_month() -> None:
    late = receipt(PaymentCode.LATE_INTEREST_ON_INSUREE_CONTRIBUTION, "10", COMPANY)
    assert facts_from_receipts(PERSON, [late], BOOK).payments == ()


def test_receipts_of_many_people_come_back_person_by_person_and_each_once() -> None:
    people = [Iin.parse(invented_iin(number)) for number in range(30)]
    receipts = [
        Receipt(iin, Month.at(2025, number % 12 + 1), INSUREE, Money(100 * number), None, COMPANY)
        for number in range(24)
        for iin in people
    ]
    with ReceiptsByPerson() as grouped:
        grouped.add(receipts)
        grouped.add(receipts[:50])
        assert (grouped.count, grouped.people()) == (len(receipts) + 50, 30)
        found = dict(grouped.each())
    assert list(found) == sorted(people, key=lambda iin: iin.digits)
    assert all(set(own) == {paid for paid in receipts if paid.iin == iin} for iin, own in found.items())
    assert sum(map(len, found.values())) == len(receipts)


def test_memory_does_not_grow_with_the_number_of_receipts() -> None:
    def peak(count: int) -> int:
        iins = [Iin.parse(invented_iin(number)) for number in range(200)]
        tracemalloc.start()
        with ReceiptsByPerson() as grouped:
            grouped.add(
                Receipt(iins[number % 200], Month(24_000 + number // 200), INSUREE, Money(number), None, None)
                for number in range(count)
            )
            for _ in grouped.each():
                pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    assert peak(80_000) < 2 * peak(20_000)
