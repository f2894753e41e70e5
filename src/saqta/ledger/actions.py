"""Writing to the ledger: receipts are added and never changed. Money that goes back: ``returning``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from saqta.basis.codes import PaymentCode
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.many_rows import insert_rows, select_rows
from saqta.ledger.models import Receipt as Row
from saqta.ledger.receipts import Receipt
from saqta.registry.actions import enrol, enrol_payers
from saqta.registry.queries import chunks, numbers


class Posted(NamedTuple):
    """How many receipts were new, and how many the ledger had already."""

    new: int
    known: int


class _Fresh(NamedTuple):
    """A receipt about to be added, by the columns of the ledger."""

    identity: bytes
    person_id: UUID
    payer_id: UUID | None
    own: bool | None
    month: int
    code: int
    amount: int
    paid_on: date | None
    returns_id: int | None
    recorded_id: int


@transaction.atomic
def post_receipts(receipts: Sequence[Receipt], *, by: str, at: datetime) -> Posted:
    """Receipts, each once: one that the ledger holds already, or that comes twice, is known and changes nothing."""
    entry = take_turn()
    by_identity = dict(zip(identities(receipts), receipts, strict=True))
    known = _known(by_identity)
    fresh = {found: receipt for found, receipt in by_identity.items() if found not in known}
    if not fresh:
        return Posted(0, len(receipts))
    people = enrol({receipt.iin for receipt in fresh.values()}, entry=entry)
    payers = enrol_payers({receipt.payer for receipt in fresh.values() if receipt.payer is not None}, entry=entry)
    rows = [
        _Fresh(
            identity=found,
            person_id=people[receipt.iin.digits],
            payer_id=None if receipt.payer is None else payers[receipt.payer.digits],
            own=None if receipt.payer is None else receipt.payer.digits == receipt.iin.digits,
            month=receipt.month.number,
            code=_NUMBERS[receipt.kind],
            amount=receipt.amount.tiyn,
            paid_on=receipt.paid_on,
            returns_id=None,
            recorded_id=entry,
        )
        for found, receipt in fresh.items()
    ]
    insert_rows(Row, _Fresh._fields, rows)
    record_entry("post-receipts", by=by, at=at, content=digest_of_rows(rows), people={row.person_id for row in rows})
    return Posted(len(fresh), len(receipts) - len(fresh))


def identity(receipt: Receipt) -> bytes:
    """What makes a receipt this one: two rows that agree in all of it, in one file or in two, are one payment.

    The number of the order is left out, because a table of the same payments has none. Within one file such a repeat
    is a fault; across files it is how the same payment arrives twice.
    """
    return next(identities([receipt]))


def identities(receipts: Iterable[Receipt]) -> Iterator[bytes]:
    """The identity of each of many receipts."""
    digest_of = numbers().digest_of
    for receipt in receipts:
        payer, paid_on = receipt.payer, receipt.paid_on
        yield digest_of(
            receipt.iin.digits,
            str(receipt.month),
            _CODES[receipt.kind],
            str(receipt.amount),
            "" if payer is None else payer.digits,
            "" if paid_on is None else paid_on.isoformat(),
        )


_CODES = {code: code.value for code in PaymentCode}
_NUMBERS = {code: int(code.value) for code in PaymentCode}


def digest_of_rows(rows: Iterable[Row | _Fresh]) -> str:
    """The digest of receipts as they stand in the ledger; the journal keeps it for each entry."""
    digest = hashlib.sha256()
    for row in sorted(rows, key=lambda row: bytes(row.identity)):
        payer = None if row.payer_id is None else row.payer_id.int
        written = f"{row.person_id.int:x},{payer},{row.own},{row.month},{row.code},{row.amount},{row.paid_on}"
        digest.update(bytes(row.identity) + f"{written},{row.returns_id};".encode())
    return digest.hexdigest()


def _known(identities: Iterable[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for chunk in chunks(list(identities)):
        found.update(same for (same,) in select_rows(Row, ("identity",), "identity", chunk))
    return found
