"""Money that goes back: from a file of the State Corporation to a month that no longer counts, and the payment made
anew that mends a mistake."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from saqta.basis.identifiers import Iin
from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.coverage.actions import follow_journal
from saqta.coverage.queries import get_status
from saqta.coverage.verify import findings
from saqta.journal.feeds import Balance
from saqta.journal.models import Entry
from saqta.law.book import load
from saqta.ledger.feeds import take_in_payments, take_in_refunds
from saqta.ledger.models import Receipt
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_bin, invented_iin, mt102_lines, write_mt102

BOOK = load()
AT = datetime(2025, 11, 3, 9, 0, tzinfo=UTC)
ADULT, NAMESAKE = invented_iin(7, date(1985, 5, 20)), invented_iin(9, date(1979, 1, 2))
EMPLOYER, STRANGER = invented_bin(1), invented_bin(700)
FUND = "160940025485"
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
SEPTEMBER, OCTOBER = Month.parse("2025-09"), Month.parse("2025-10")
PAID, RETURNED, ON = date(2025, 10, 3), date(2025, 10, 20), date(2025, 11, 5)
PURPOSE = "Возврат излишне (ошибочно) перечисленных взносов ОСМС"


def paid(path: Path, rows: Sequence[Person], day: date = PAID) -> Balance:
    path.write_bytes(write_mt102(Order(day=day, payer=EMPLOYER), rows))
    return take_in_payments(path, by="test", at=AT)


def refund_order(path: Path, rows: Sequence[Person], *, to: str = EMPLOYER, purpose: str = PURPOSE) -> Path:
    """An order of the Fund: its money goes to the payer, not to the State Corporation."""
    lines = mt102_lines(Order(day=RETURNED, payer=FUND, purpose=purpose), rows)
    lines[lines.index("/IDN/160440007161")] = f"/IDN/{to}"
    path.write_bytes("\r\n".join((*lines, "")).encode())
    return path


def refunded(path: Path, rejected: list[tuple[int | None, str]] | None = None, *, partial: bool = False) -> Balance:
    def reject(fault: object) -> None:
        if rejected is not None:
            rejected.append((fault.line, fault.code))  # type: ignore[attr-defined]  # a PaymentFault

    taken = take_in_refunds(path, by="test", at=AT, partial=partial, on_reject=reject)
    follow_journal(BOOK)
    return taken


def verdict(iin: str = ADULT) -> str | None:
    found = get_status(Iin.parse(iin), ON)
    return None if found is None else found.verdict


def months(*found: Month, iin: str = ADULT, tiyn: int = 425_000) -> list[Person]:
    return [Person(iin=iin, month=month, tiyn=tiyn) for month in found]


@pytest.fixture
def insured(register: Register, tmp_path: Path) -> Register:
    paid(tmp_path / "year.txt", months(*YEAR, OCTOBER))
    follow_journal(BOOK)
    assert verdict() == "yes"
    return register


def test_a_refund_takes_its_month_along_and_is_known_the_second_time(insured: Register, tmp_path: Path) -> None:
    path = refund_order(tmp_path / "refund.txt", months(YEAR[6]))
    assert refunded(path) == Balance(1, 1, 0, 0)
    assert verdict() == "no"
    assert refunded(path) == Balance(1, 0, 1, 0)
    assert refunded(refund_order(tmp_path / "again.txt", [*months(YEAR[6]), *months(YEAR[7])])) == Balance(2, 1, 1, 0)
    assert not list(findings(BOOK, every=1))


def test_what_was_paid_twice_goes_back_once_and_the_month_stays(insured: Register, tmp_path: Path) -> None:
    paid(tmp_path / "twice.txt", months(YEAR[6]), day=date(2025, 10, 10))
    assert refunded(refund_order(tmp_path / "refund.txt", months(YEAR[6]))) == Balance(1, 1, 0, 0)
    assert verdict() == "yes"
    back = Receipt.objects.exclude(returns=None).select_related("returns").get()
    assert back.returns is not None
    assert back.returns.paid_on == date(2025, 10, 10)


def test_what_was_paid_after_a_refund_is_not_what_it_returned(insured: Register, tmp_path: Path) -> None:
    paid(tmp_path / "anew.txt", months(YEAR[6]), day=date(2025, 10, 25))
    refunded(refund_order(tmp_path / "refund.txt", months(YEAR[6])))
    back = Receipt.objects.exclude(returns=None).select_related("returns").get()
    assert back.returns is not None
    assert back.returns.paid_on == PAID
    assert verdict() == "yes"


def test_rows_without_a_receipt_or_with_too_little_left_are_rejected_alone(insured: Register, tmp_path: Path) -> None:
    rows = [
        *months(YEAR[0], tiyn=425_001),
        *months(Month.parse("2024-09")),
        *months(YEAR[0], iin=NAMESAKE),
        *months(YEAR[1], tiyn=300_000),
        *months(YEAR[1], tiyn=200_000),
    ]
    rejected: list[tuple[int | None, str]] = []
    assert refunded(refund_order(tmp_path / "refund.txt", rows), rejected) == Balance(5, 1, 0, 4)
    assert [code for _, code in rejected] == ["less-is-left", "no-such-receipt", "no-such-receipt", "less-is-left"]
    lines = (tmp_path / "refund.txt").read_text().splitlines()
    assert [lines[(line or 0) - 1] for line, _ in rejected] == [":21:1", ":21:2", ":21:3", ":21:5"]
    assert verdict() == "yes"  # most of that month is still there


def test_money_goes_back_to_who_paid_it(insured: Register, tmp_path: Path) -> None:
    """Not to a stranger; where it has only reached the State Corporation, who paid is who will get it."""
    rejected: list[tuple[int | None, str]] = []
    assert refunded(refund_order(tmp_path / "stranger.txt", months(YEAR[5]), to=STRANGER), rejected).new == 0
    assert [code for _, code in rejected] == ["no-such-receipt"]
    assert refunded(refund_order(tmp_path / "on-its-way.txt", months(YEAR[5]), to="160440007161")).new == 1
    assert verdict() == "no"


def test_a_refund_that_comes_before_its_payment_is_believed_when_it_comes_again(
    register: Register, tmp_path: Path
) -> None:
    path = refund_order(tmp_path / "refund.txt", months(SEPTEMBER))
    assert refunded(path) == Balance(1, 0, 0, 1)
    paid(tmp_path / "payment.txt", months(SEPTEMBER))
    assert refunded(path) == Balance(1, 1, 0, 0)
    assert refunded(path) == Balance(1, 0, 1, 0)


def test_a_payment_for_the_wrong_month_is_mended_by_a_refund_and_a_new_payment(
    register: Register, tmp_path: Path
) -> None:
    """No re-allocation: the money goes back and comes again, and both stand in the ledger."""
    paid(tmp_path / "wrong.txt", months(*YEAR[:-1], OCTOBER))
    follow_journal(BOOK)
    assert verdict() == "no"
    refunded(refund_order(tmp_path / "refund.txt", months(OCTOBER)))
    paid(tmp_path / "right.txt", months(SEPTEMBER), day=date(2025, 10, 24))
    follow_journal(BOOK)
    status = get_status(Iin.parse(ADULT), date(2025, 10, 30))
    assert status is not None
    assert status.verdict == "yes"
    assert [credited for _, credited in status.credited_before(date(2025, 10, 30))] == [True] * 12
    assert sorted(Receipt.objects.filter(month=OCTOBER.number).values_list("amount", flat=True)) == [-425_000, 425_000]
    assert not list(findings(BOOK, every=1))


def test_a_payment_for_the_wrong_person_is_mended_the_same_way(insured: Register, tmp_path: Path) -> None:
    """The accountant mistook one number for another: a month each, and each status follows."""
    paid(tmp_path / "wrong.txt", [*months(*YEAR[:-1], iin=NAMESAKE)])
    follow_journal(BOOK)
    assert (verdict(ADULT), verdict(NAMESAKE)) == ("yes", "no")
    refunded(refund_order(tmp_path / "refund.txt", months(SEPTEMBER)))
    paid(tmp_path / "right.txt", months(SEPTEMBER, OCTOBER, iin=NAMESAKE), day=date(2025, 10, 24))
    follow_journal(BOOK)
    assert (verdict(ADULT), verdict(NAMESAKE)) == ("no", "yes")


def test_an_order_that_returns_nothing_is_no_refund_and_a_refund_no_payment(insured: Register, tmp_path: Path) -> None:
    payment = refund_order(tmp_path / "payment.txt", months(YEAR[5]), purpose="Взносы", to="160440007161")
    with pytest.raises(Refused) as refusal:
        take_in_refunds(payment, by="test", at=AT)
    assert [fault.code for fault in refusal.value.faults] == ["not-a-return"]
    with pytest.raises(Refused) as refusal:
        take_in_payments(refund_order(tmp_path / "refund.txt", months(YEAR[5])), by="test", at=AT)
    assert [fault.code for fault in refusal.value.faults] == ["returned-row"]


@pytest.mark.parametrize("name", ["refunds.csv", "refunds.jsonl"])
def test_refunds_come_as_tables_and_lines_of_json_too(insured: Register, tmp_path: Path, name: str) -> None:
    row = {"iin": ADULT, "amount": "4250.00", "month": str(YEAR[5]), "payment_code": "122"}
    row |= {"paid_on": str(RETURNED), "payer": EMPLOYER}
    path = tmp_path / name
    path.write_text(json.dumps(row) if name.endswith("l") else f"{','.join(row)}\n{','.join(row.values())}\n")
    assert refunded(path) == Balance(1, 1, 0, 0)
    assert refunded(refund_order(tmp_path / "same.txt", months(YEAR[5]))) == Balance(1, 0, 1, 0)
    assert verdict() == "no"


def test_a_step_of_refunds_is_one_entry_and_a_handful_of_statements(insured: Register, tmp_path: Path) -> None:
    before = Entry.objects.count()
    path = refund_order(tmp_path / "refund.txt", months(*YEAR))
    with CaptureQueriesContext(connection) as asked:
        take_in_refunds(path, by="test", at=AT)
    assert Entry.objects.count() == before + 1
    assert Entry.objects.latest("number").verb == "return-money"
    assert len(asked) < 40


def test_refunds_at_the_command_line(insured: Register, tmp_path: Path) -> None:
    path, rejects = refund_order(tmp_path / "refund.txt", months(YEAR[5], Month.parse("2024-09"))), tmp_path / "rejects"
    taken = saqta("import", "refunds", path, "--rejects", rejects, "--json").document
    assert taken == [{"file": 1, "read": 2, "new": 1, "known": 0, "rejected": 1}]
    assert json.loads(rejects.read_text())["code"] == "no-such-receipt"
    assert saqta("status", "--iin", ADULT, "--on", str(ON), "--json").document["verdict"] == "no"
