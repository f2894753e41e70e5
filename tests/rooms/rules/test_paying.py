"""How what is owed is paid: by whom, under which code, with which words, and when there is no order to write."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from saqta.basis.codes import PaymentCode
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.ledger.check import STATE_CORPORATION_ACCOUNT, STATE_CORPORATION_BANK
from saqta.ledger.readings import STATE_CORPORATION_BIN
from saqta.rules.dues import ask
from saqta.rules.facts import ContributionFacts
from saqta.rules.paying import HowToPay, how_to_pay

BOOK = load()
TODAY = date(2026, 2, 20)
JANUARY = Month.parse("2026-01").text()


def ways(month: str, *incomes: dict[str, Any], today: date = TODAY, **facts: Any) -> tuple[HowToPay, ...]:
    document = {"categories": [], "unified_payment": False, "income": list(incomes), **facts}
    told = msgspec.convert(document, ContributionFacts)
    return how_to_pay(ask(told, Month.parse(month), BOOK), BOOK, today)


def income(kind: str, amount: str | None = "500000.00", **more: Any) -> dict[str, Any]:
    return {"as": kind, "amount": amount, "payer": "A", **more}


@pytest.mark.parametrize(
    ("kind", "amount", "codes", "by_another"),
    [
        ("employee", "500000.00", ["121", "122"], True),
        ("civil_contract", "500000.00", ["122"], True),
        ("entrepreneur", None, ["122"], False),
        ("independent", None, ["122"], False),
        ("self_employed", "500000.00", ["122"], False),
    ],
)
def test_each_kind_of_payer_is_told_who_pays_and_gets_an_order(
    kind: str, amount: str | None, codes: list[str], by_another: bool
) -> None:
    found = ways("2026-01", income(kind, amount))
    orders = [way.order for way in found if way.order is not None]
    assert len(orders) == len(found)
    assert [order.payment_code for order in orders] == codes
    assert {order.by_another for order in orders} == {by_another}
    assert {way.why_no_order for way in found} == {way.late for way in found} == {None}
    assert [str(order.amount) for order in orders] == [way.line.amount for way in found]
    assert all(order.words.ru.endswith(f"за {JANUARY.ru}") for order in orders)
    assert all(order.words.kk.endswith(f"{JANUARY.kk} үшін") for order in orders)


def test_a_worker_transfers_nothing_and_whoever_pays_for_themselves_does() -> None:
    employer, withheld = ways("2026-01", income("employee"))
    (own,) = ways("2026-01", income("independent", None))
    assert "ничего не перечисляет" in withheld.who.ru
    assert len({employer.who.ru, withheld.who.ru, own.who.ru}) == 3


def test_a_share_of_the_unified_payment_is_not_paid_apart() -> None:
    """The contract beside it is: only the employer of the wage pays the unified payment."""
    employer, withheld, contract = ways(
        "2026-01", income("employee"), income("civil_contract", payer="B"), unified_payment=True
    )
    assert employer.order is withheld.order is None
    assert employer.why_no_order is not None
    assert employer.why_no_order == withheld.why_no_order
    assert "единого платежа" in employer.why_no_order.ru
    assert contract.order is not None


def test_each_employer_is_told_by_which_regime_that_employer_pays() -> None:
    """What the document says of all employers is what one of them may do otherwise."""
    one, other = income("employee", unified_payment=True), income("employee", payer="B", unified_payment=False)
    found = ways("2026-01", one, other)
    assert [(way.line.payer, way.order is None) for way in found] == [
        ("A", True), ("A", True), ("B", False), ("B", False),
    ]  # fmt: skip
    assert all("единого платежа" in way.why_no_order.ru for way in found[:2] if way.why_no_order is not None)


def test_nothing_is_to_be_paid_as_long_as_it_is_not_known_whether_it_is_owed() -> None:
    """Somebody may belong to a category for which others pay: the sum is known, and that it is owed is not."""
    found = ways("2026-01", income("employee"), categories=None)
    assert found
    assert all(way.line.amount is not None for way in found)
    assert all(way.order is None and way.late is None for way in found)
    assert all(way.why_no_order is not None and "рано" in way.why_no_order.ru for way in found)


def test_before_the_account_is_known_nobody_is_sent_anywhere() -> None:
    first = ways("2020-01", income("civil_contract"), today=date(2020, 1, 1))
    before = ways("2020-01", income("civil_contract"), today=date(2019, 12, 31))
    assert all(way.order is not None for way in first)
    assert before
    assert all(way.order is None and way.why_no_order is not None for way in before)
    assert {way.why_no_order.en for way in before if way.why_no_order} == {
        "Where to pay for this month we have not established."
    }


def test_before_the_unified_payment_existed_the_ordinary_orders_are_written() -> None:
    found = ways("2022-06", income("employee"), unified_payment=True)
    assert all(way.order is not None for way in found)


@pytest.mark.parametrize(("today", "late"), [(date(2026, 2, 25), False), (date(2026, 2, 26), True)])
def test_whoever_withholds_and_is_late_hears_of_interest_under_its_own_code(today: date, late: bool) -> None:
    employer, withheld = ways("2026-01", income("employee"), today=today)
    assert (employer.late is not None, withheld.late is not None) == (late, late)
    if employer.late is not None and withheld.late is not None:
        assert "123" in employer.late.en
        assert "124" in withheld.late.en
    (own,) = ways("2026-01", income("independent", None), today=today)
    assert own.late is None  # no penalty for a person who pays for themselves was found


def test_what_a_budget_pays_needs_no_order() -> None:
    held = [{"code": "registered_unemployed", "from": "2020-01-01"}]
    found = ways("2025-06", income("state", None), categories=held)
    assert found
    assert all(way.order is None and way.why_no_order is not None for way in found)


def test_the_aggregate_payment_is_told_and_not_ordered() -> None:
    found = ways("2023-06", income("aggregate_payment", None, place="city"))
    assert found
    assert all(way.order is None and way.why_no_order is not None for way in found)


def test_every_code_has_its_meaning_and_the_account_its_source() -> None:
    for day in (date(2020, 1, 1), TODAY):
        assert all(BOOK.payments.purpose_on(code.value, day) is not None for code in PaymentCode)
        account = BOOK.payments.beneficiary_on(day)
        assert account is not None
        assert account.source
        assert account.confidence == "medium"
    assert BOOK.payments.beneficiary_on(date(2019, 12, 31)) is None


def test_what_is_told_to_pay_is_what_payment_files_are_checked_against() -> None:
    """The ledger never looks at the law, so the two are held together here."""
    account = BOOK.payments.beneficiary_on(TODAY)
    assert account is not None
    assert (account.bin, account.account, account.bank) == (
        STATE_CORPORATION_BIN,
        STATE_CORPORATION_ACCOUNT,
        STATE_CORPORATION_BANK,
    )
