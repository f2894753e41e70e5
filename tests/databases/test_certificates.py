"""Certificates: any reader checks one, nobody forges, guesses or misreads one, and it says when it no longer holds."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pypdfium2
import pytest
import zxingcpp

from saqta.basis.codes import PaymentCode
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.coverage.register import facts_of
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.orders.actions import Wanted
from saqta.orders.certifying import certify
from saqta.orders.checking import by_code, by_token, revoke_certificate
from saqta.orders.queries import changed_entries, document_of
from saqta.orders.records import CertificateRecord
from saqta.orders.secrets_of_certificates import ALPHABET, new_token
from saqta.rules.status import ask
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, YEAR, authority, pay, place, settle, somebody, worker

BORN = date(1985, 5, 20)
LATER = AT + timedelta(days=1)


class Issued:
    """A certificate as its owner holds it: read back from the document alone."""

    def __init__(self, person: UUID, months: int = 12) -> None:
        self.number = place(person, f"order of {months}", Wanted(months=months, consents=True)).order.id
        worker().work(AT)
        document = document_of(self.number, person)
        assert document is not None
        self.document, read = document, pypdfium2.PdfDocument(document)
        self.text = "\n".join(page.get_textpage().get_text_range() for page in read)
        codes = [zxingcpp.read_barcode(page.render(scale=2).to_numpy()) for page in read]
        (self.address,) = [code.text for code in codes if code]
        self.token = self.address.rpartition("/")[2]
        found = re.search(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", self.text)
        assert found is not None
        self.code = found[0]


@pytest.fixture
def person(register: Register) -> UUID:
    return settle(somebody())


@pytest.fixture
def issued(person: UUID) -> Issued:
    return Issued(person)


def shown(issued: Issued, at: datetime = LATER) -> CertificateRecord:
    found = by_token(issued.token, BOOK, at=at)
    assert found is not None
    return found


def test_the_document_says_in_kazakh_and_russian_what_the_register_holds(issued: Issued) -> None:
    """UX-27"""
    for words in (
        "2026 жылғы 2 наурыз күні сақтандырылған", "На 2 марта 2026 года застрахован(а)",
        "Міндетті әлеуметтік медициналық сақтандыру", "Қысқа код", somebody().digits,
        "БСН 150340999998 / БИН 150340999998", "7 000,00 ₸", "84 000,00 ₸",
    ):  # fmt: skip
        assert words in issued.text.replace("\N{NO-BREAK SPACE}", " ").replace("\r\n", " ")
    assert set("әғқңөұүһі") & set(issued.text) >= set("әғқңөүі")


def test_the_code_on_it_leads_to_a_page_equal_to_the_certificate(issued: Issued, person: UUID) -> None:
    """UX-38"""
    assert issued.address.startswith("https://saqta.example/c/")
    told = shown(issued).told
    assert told == certify(person, 12, AT.date(), BOOK, number=issued.number, at=AT)
    assert [month.month for month in told.months] == [str(month) for month in YEAR]
    assert {(paid.payer, paid.code, paid.amount, paid.paid_on) for paid in told.payments} == {
        ("150340999998", "122", "7000.00", date(2026, 3, 1))
    }


@pytest.mark.parametrize("months", [12, 36, 60])
def test_it_covers_as_many_months_as_were_ordered(person: UUID, months: int) -> None:
    told = shown(Issued(person, months)).told
    assert len(told.months) == months
    assert told.months[-1].month == "2026-02"


def test_it_tells_the_status_that_every_other_channel_tells(person: UUID) -> None:
    for number, months in ((9, []), (10, YEAR[:5]), (11, YEAR)):
        other = settle(somebody(number), months)
        ((_, facts),) = facts_of([other], BOOK)
        answer = ask(facts, AT.date(), BOOK)
        told = certify(other, 12, AT.date(), BOOK, number=other, at=AT)
        assert (told.verdict, told.insured_until) == (answer.verdict, answer.insured_until)


def test_somebody_elses_number_is_not_told_whole(person: UUID) -> None:
    """An entrepreneur who employs people is a person too."""
    employer = somebody(99)
    receipt = Receipt(
        somebody(), Month.parse("2026-02"), PaymentCode.EMPLOYER_CONTRIBUTION, Money.tenge("9000.00"), None, employer
    )
    post_receipts([receipt], by="test", at=AT)
    issued = Issued(person)
    assert employer.digits not in issued.text
    assert f"ИИН …{employer.digits[-4:]}" in issued.text.replace("\r\n", " ")


def test_the_signature_holds_for_openssl_and_not_after_one_byte_is_changed(issued: Issued, tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.fail("openssl is missing: apt-get install openssl")
    assert _openssl_verifies(issued.document, tmp_path)
    ranges = _byte_range(issued.document)
    for where in (20, ranges[1] // 2, len(issued.document) - 3):
        forged = bytearray(issued.document)
        forged[where] ^= 1
        assert not _openssl_verifies(bytes(forged), tmp_path)


def test_any_reader_of_pdf_finds_the_signature_valid_and_a_changed_byte(issued: Issued, tmp_path: Path) -> None:
    if shutil.which("pdfsig") is None:
        pytest.fail("pdfsig is missing: apt-get install poppler-utils")
    assert "Signature is Valid" in _pdfsig(issued.document, tmp_path)
    assert "ETSI.CAdES.detached" in _pdfsig(issued.document, tmp_path)
    forged = bytearray(issued.document)
    forged[_byte_range(issued.document)[1] // 2] ^= 1
    assert "Signature is Valid" not in _pdfsig(bytes(forged), tmp_path)


def test_it_is_made_for_the_archive_and_carries_its_time(issued: Issued) -> None:
    assert b"pdfaid:part>2<" in issued.document.replace(b" ", b"")
    time_stamp_token = bytes.fromhex("060b2a864886f70d010910020e")  # 1.2.840.113549.1.9.16.2.14, RFC 3161
    assert time_stamp_token in _signature(issued.document)


def test_a_certificate_that_nothing_has_happened_to_is_in_force(issued: Issued) -> None:
    found = shown(issued)
    assert (found.revoked_at, found.outdated) == (None, False)


def test_a_payment_that_came_later_outdates_it(issued: Issued) -> None:
    pay(somebody(), [Month.parse("2025-03")])  # the same money twice is one receipt
    assert not shown(issued).outdated
    from_another_day = Month.parse("2026-03")
    pay(somebody(), [from_another_day])
    assert shown(issued).outdated


def test_it_is_outdated_once_the_status_is_another_one(issued: Issued) -> None:
    """UX-39"""
    assert not shown(issued, datetime.combine(date(2026, 4, 30), AT.timetz())).outdated
    until = shown(issued).told.insured_until
    assert until is not None
    assert not shown(issued, datetime.combine(until - timedelta(days=1), AT.timetz())).outdated
    assert shown(issued, datetime.combine(until, AT.timetz())).outdated


def test_a_revoked_certificate_says_so_by_both_ways(issued: Issued) -> None:
    revoke_certificate(issued.number, "issued to the wrong person", by="staff:test", at=LATER)
    found = by_code(issued.code, BORN, BOOK, at=LATER)
    assert found is not None
    assert found.revoked_at == shown(issued).revoked_at == LATER
    with pytest.raises(Refused):
        revoke_certificate(issued.number, "again", by="staff:test", at=LATER)
    assert list(changed_entries()) == []


def test_the_short_code_counts_only_with_the_date_of_birth(issued: Issued) -> None:
    for typed in (issued.code, issued.code.lower(), issued.code.replace("-", " ")):
        assert by_code(typed, BORN, BOOK, at=LATER) is not None
    for wrong in (BORN + timedelta(days=1), BORN.replace(year=1986)):
        assert by_code(issued.code, wrong, BOOK, at=LATER) is None
    letter = next(each for each in ALPHABET if each != issued.code[0])
    assert by_code(letter + issued.code[1:], BORN, BOOK, at=LATER) is None


def test_what_was_never_issued_is_not_found(issued: Issued) -> None:
    for token in ("", new_token(), issued.token[:-1], issued.token + "x", str(issued.number)):
        assert by_token(token, BOOK, at=LATER) is None


def _byte_range(document: bytes) -> list[int]:
    found = re.search(rb"/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)", document)
    assert found is not None
    return [int(number) for number in found.groups()]


def _signature(document: bytes) -> bytes:
    _, first, second, _ = _byte_range(document)
    written = bytes.fromhex(document[first:second].strip(b"<>").decode())
    length = 4 + int.from_bytes(written[2:4], "big")  # a sequence with a length of two bytes
    return written[:length]


def _openssl_verifies(document: bytes, folder: Path) -> bool:
    start, first, second, last = _byte_range(document)
    (folder / "signed").write_bytes(document[start : start + first] + document[second : second + last])
    (folder / "signature").write_bytes(_signature(document))
    words = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature", "-content", "signed"]
    words += ["-CAfile", str(authority() / "authority.pem"), "-purpose", "any", "-out", "/dev/null"]
    done = subprocess.run(words, cwd=folder, capture_output=True, check=False)
    return done.returncode == 0


def _pdfsig(document: bytes, folder: Path) -> str:
    (folder / "certificate.pdf").write_bytes(document)
    return subprocess.run(["pdfsig", folder / "certificate.pdf"], capture_output=True, text=True, check=False).stdout
