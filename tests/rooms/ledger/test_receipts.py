"""What a believed row says happened, and what a printed record does not say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rich.pretty import pretty_repr

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.ledger.reader import open_payments
from saqta.ledger.receipts import Receipt, receipt
from saqta.ledger.wording.documents import DOCUMENT_FAULTS
from saqta.ledger.wording.files import FILE_FAULTS, REFUSALS
from saqta.ledger.wording.refunds import REFUND_FAULTS
from saqta.ledger.wording.rows import ROW_FAULTS
from tests.rooms.ledger.payment_samples import Order, Person, events_of, invented_bin, invented_iin, write_mt102

PERSON = Person(invented_iin(1, date(2001, 2, 3)))


def one_receipt(folder: Path, order: Order) -> Receipt:
    path = folder / "payments"
    path.write_bytes(write_mt102(order, [PERSON]))
    (row,) = open_payments(path).believed_rows()
    return receipt(row)


def test_a_receipt_says_who_paid_what_for_whom_and_when(tmp_path: Path) -> None:
    assert one_receipt(tmp_path, Order()) == Receipt(
        iin=Iin.parse(PERSON.iin),
        month=Month.at(2025, 7),
        kind=PaymentCode.INSUREE_CONTRIBUTION,
        amount=Money(425_000),
        paid_on=date(2025, 7, 3),
        payer=OrganisationBin.parse(invented_bin(1)),
    )


@pytest.mark.parametrize(("code", "covers"), [("121", True), ("122", True), ("123", False), ("124", False)])
def test_contributions_cover_their_month_and_late_interest_covers_none(code: str, covers: bool, tmp_path: Path) -> None:
    assert one_receipt(tmp_path, Order(payment_code=code)).credited_month == (Month.at(2025, 7) if covers else None)


def test_a_person_may_pay_for_himself(tmp_path: Path) -> None:
    assert one_receipt(tmp_path, Order(payer=PERSON.iin)).payer == Iin.parse(PERSON.iin)


def test_no_printed_record_shows_a_person(tmp_path: Path) -> None:
    found = one_receipt(tmp_path, Order(payer=PERSON.iin))
    documents, rows, _ = events_of(tmp_path / "payments")
    for record in (found, documents[0], rows[0], rows[0].row):
        printed = repr(record) + str(record) + pretty_repr(record)
        assert not [secret for secret in (PERSON.iin, PERSON.surname, PERSON.name) if secret in printed]


def test_every_fault_speaks_three_languages_and_has_no_place_for_a_value() -> None:
    kinds = (REFUSALS, FILE_FAULTS, DOCUMENT_FAULTS, ROW_FAULTS, REFUND_FAULTS)
    texts = {code: text for kind in kinds for code, text in kind.items()}
    assert len(texts) == sum(map(len, kinds))
    for code, text in texts.items():
        assert set(text.kk) & set("әғқңөұүһі"), code
        assert not set(text.ru) & set("әғқңөұүһ"), code
        assert len({text.ru, text.kk, text.en}) == 3, code
