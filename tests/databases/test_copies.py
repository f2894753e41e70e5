"""A copy of the register: whole or not at all, and the same register on either database."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.db import connection
from msgspec.structs import replace

from saqta.access.actions import add_staff_member
from saqta.access.permissions import Role
from saqta.access.queries import staff
from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.basis.refusal import Refused
from saqta.coverage.actions import follow_journal
from saqta.coverage.queries import get_status
from saqta.coverage.verify import findings
from saqta.journal.backup import back_up, restore
from saqta.journal.models import Entry
from saqta.law.book import load
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.ledger.returning import return_money
from saqta.registry.actions import record_attachments, record_memberships, record_people
from saqta.registry.queries import attachment_on, find_person
from saqta.registry.records import ToldAttachment, ToldMembership, ToldPerson
from tests.databases.conftest import EmptyRegisters, Register
from tests.rooms.ledger.payment_samples import invented_bin, invented_iin

BOOK = load()
AT = datetime(2025, 10, 3, 9, 0, tzinfo=UTC)
ADULT = Iin.parse(invented_iin(7, date(1985, 5, 20)))
CLINIC = OrganisationBin.parse(invented_bin(100))
ON = date(2025, 10, 5)
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]


@pytest.fixture
def copied(register: Register, tmp_path: Path) -> Path:
    receipts = [
        Receipt(ADULT, month, PaymentCode.INSUREE_CONTRIBUTION, Money.tenge("4250.00"), ON, ADULT) for month in YEAR
    ]
    post_receipts(receipts, by="test", at=AT)
    return_money([replace(receipts[0], amount=Money(1))], by="test", at=AT)
    told = ToldMembership(ADULT, "disability", date(2026, 1, 1), None, (("group", 1),))
    record_memberships([told], source="test", by="test", at=AT)
    record_people([ToldPerson(ADULT, citizenship="KZ", region="750000000")], by="test", at=AT)
    moves = [ToldAttachment(ADULT, CLINIC, date(2024, 1, 1)), ToldAttachment(ADULT, CLINIC, date(2025, 1, 1))]
    for move in moves:  # the second makes the first end: a row withdrawn and one that stands
        record_attachments([move], source="test", by="test", at=AT)
    add_staff_member(name="Ұлпан", role=Role.OPERATOR, system_user="ulpan", by="test", at=AT)
    follow_journal(BOOK)
    path = tmp_path / "copy"
    back_up(path)
    return path


@pytest.mark.parametrize("into", ["sqlite", "postgresql"])
def test_a_copy_becomes_the_same_register_on_either_database(
    copied: Path, empty_registers: EmptyRegisters, into: str
) -> None:
    before = get_status(ADULT, ON)
    seals = list(Entry.objects.order_by("number").values_list("number", "at", "seal"))
    empty_registers(into)
    assert get_status(ADULT, ON) is None
    restore(copied)
    assert get_status(ADULT, ON) == before
    person = find_person(ADULT)
    assert person is not None
    attached = attachment_on(person.id, ON)
    assert attached is not None
    assert (attached.bin, attached.start) == (CLINIC.digits, date(2025, 1, 1))
    assert [(who.name, who.system_user) for who in staff()] == [("Ұлпан", "ulpan")]
    assert list(Entry.objects.order_by("number").values_list("number", "at", "seal")) == seals
    assert not list(findings(BOOK, every=1))
    again = copied.with_name("again")
    back_up(again)
    assert gzip.decompress(again.read_bytes()) == gzip.decompress(copied.read_bytes())


def test_a_restored_register_goes_on(copied: Path, empty_registers: EmptyRegisters) -> None:
    empty_registers("postgresql")
    restore(copied)
    more = Receipt(ADULT, Month.parse("2025-10"), PaymentCode.INSUREE_CONTRIBUTION, Money.tenge("4250.00"), ON, ADULT)
    assert post_receipts([more], by="test", at=AT).new == 1
    follow_journal(BOOK)
    assert not list(findings(BOOK, every=1))


def test_who_pays_while_a_copy_is_made_neither_waits_nor_is_half_in_it(
    copied: Path, empty_registers: EmptyRegisters
) -> None:
    months = iter(Month.parse("2025-10").until(Month.parse("2027-10")))

    def pay() -> None:
        told = Receipt(ADULT, next(months), PaymentCode.INSUREE_CONTRIBUTION, Money.tenge("4250.00"), ON, ADULT)
        assert post_receipts([told], by="test", at=AT).new == 1
        connection.close()

    def somebody_pays(_: int) -> None:
        with ThreadPoolExecutor() as others:  # who has a connection of their own
            others.submit(pay).result()

    meanwhile = copied.with_name("meanwhile")
    back_up(meanwhile, on_progress=somebody_pays)
    assert [found.what for found in findings(BOOK, every=1)] == ["behind"]
    empty_registers("sqlite")
    restore(meanwhile)
    assert gzip.decompress(meanwhile.read_bytes()) == gzip.decompress(copied.read_bytes())
    assert not list(findings(BOOK, every=1))


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda whole: whole[: len(whole) // 2],
    "the end is missing": lambda whole: gzip.compress(gzip.decompress(whole)[:-90]),
    "a sum was changed": lambda whole: gzip.compress(gzip.decompress(whole).replace(b"750000000", b"710000000")),
    "no copy at all": lambda _: b"people,payments",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_copy_restores_nothing(
    copied: Path, empty_registers: EmptyRegisters, damage: Callable[[bytes], bytes]
) -> None:
    copied.write_bytes(damage(copied.read_bytes()))
    empty_registers("sqlite")
    with pytest.raises(Refused) as refusal:
        restore(copied)
    assert refusal.value.faults[0].code == "copy-damaged"
    assert not Entry.objects.exists()


def test_a_register_that_holds_something_is_not_written_over(copied: Path) -> None:
    with pytest.raises(Refused) as refusal:
        restore(copied)
    assert refusal.value.faults[0].code == "register-not-empty"
