"""Orders in tests: invented people of a register, a throw-away authority, a worker whose clock the test sets."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from uuid import UUID

from saqta.access.records import person as person_named
from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.law.book import load
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.orders.actions import Placed, Wanted, place_order
from saqta.orders.signing import Signing, make_throw_away_authority
from saqta.orders.working import Worker
from saqta.registry.actions import record_people
from saqta.registry.queries import find_person
from saqta.registry.records import ToldPerson
from tests.rooms.ledger.payment_samples import invented_iin

BOOK = load()
AT = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
EMPLOYER = OrganisationBin.parse("150340999998")
YEAR = [*Month.parse("2025-03").until(Month.parse("2026-03"))]
CONSENTING = Wanted(consents=True)


def settle(iin: Iin, months: list[Month] = YEAR) -> UUID:
    """Somebody whose employer paid for these months; gives who that is."""
    record_people([ToldPerson(iin, citizenship="KZ", residence="permanent")], by="test", at=AT)
    pay(iin, months)
    person = find_person(iin)
    assert person is not None
    return person.id


def pay(iin: Iin, months: list[Month]) -> None:
    code, amount = PaymentCode.INSUREE_CONTRIBUTION, Money.tenge("7000.00")
    post_receipts([Receipt(iin, month, code, amount, date(2026, 3, 1), EMPLOYER) for month in months], by="test", at=AT)


def somebody(number: int = 7) -> Iin:
    return Iin.parse(invented_iin(number, date(1985, 5, 20)))


def place(person: UUID, key: str = "first-order", wanted: Wanted = CONSENTING, at: datetime = AT) -> Placed:
    return place_order(person, wanted, key=key, evidence="test", book=BOOK, by=person_named(person), at=at)


@cache
def authority() -> Path:
    """A throw-away authority, made once for all tests of a process."""
    folder = Path(tempfile.mkdtemp(prefix="saqta-signing-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make_throw_away_authority(folder, at=AT)
    return folder


@cache
def signing() -> Signing:
    return Signing(authority())


def worker(signed_by: Callable[[], Signing] = signing) -> Worker:
    return Worker(BOOK, signed_by, "https://saqta.example")
