"""Money that goes back: a receipt of its own, negative, that names the receipt it returns. Nothing is moved to another
month or person; the law knows only the refund and a new payment."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from saqta.journal.actions import record_entry, take_turn
from saqta.ledger.actions import digest_of_rows, identity
from saqta.ledger.models import Receipt as Row
from saqta.ledger.receipts import Receipt
from saqta.registry.queries import chunks, find_payers, find_people, numbers


class Returned(NamedTuple):
    """How many returns were new, how many the ledger had already, and why the others were not believed, by their place
    among those told."""

    new: int
    known: int
    refused: Mapping[int, str]


@dataclass(slots=True)
class _Left:
    """A receipt, and how much of it is still there."""

    row: Row
    tiyn: int


@transaction.atomic
def return_money(told: Sequence[Receipt], *, by: str, at: datetime) -> Returned:
    """Money that went back to those who had paid it, wholly or in part. What is told has the form of a receipt: whose
    money, of which month and kind, how much went back, on which day and to whom; without ``payer``, to whoever paid.

    Each return is taken from one receipt of which so much is left and that was there on the day: from the one that it
    returns to the last tiyn if there is one, else from the latest. The same return told twice is known the second time.
    Refused are ``no-such-receipt`` and ``less-is-left``.
    """
    entry = take_turn()
    identities = [identity_of_return(refund) for refund in told]
    seen = _known(identities)
    candidates = _candidates(told)
    payers = _payers(told)
    rows: list[Row] = []
    refused: dict[int, str] = {}
    for place, (refund, found) in enumerate(zip(told, identities, strict=True)):
        if found in seen:
            continue
        payer = None if refund.payer is None else payers.get(refund.payer.digits)
        ours = [
            left
            for left in candidates.get(_key_of(refund), ())
            if refund.payer is None or left.row.payer_id in (payer, None)
            if _not_after(left.row.paid_on, refund.paid_on)
        ]
        fitting = [left for left in ours if left.tiyn >= refund.amount.tiyn > 0]
        if not fitting:
            refused[place] = "less-is-left" if ours else "no-such-receipt"
            continue
        chosen = max(
            fitting,
            key=lambda left: (left.tiyn == refund.amount.tiyn, left.row.paid_on or date.min, left.row.id),
        )
        chosen.tiyn -= refund.amount.tiyn
        seen.add(found)
        rows.append(_return_of(chosen.row, refund, found, entry))
    if rows:
        Row.objects.bulk_create(rows, batch_size=2000)
        content = digest_of_rows(rows)
        record_entry("return-money", by=by, at=at, content=content, people={row.person_id for row in rows})
    return Returned(len(rows), len(told) - len(rows) - len(refused), refused)


def identity_of_return(told: Receipt) -> bytes:
    """What makes a return this one: whatever receipt it is taken from, told in one file or in two."""
    return numbers().digest_of("return", identity(told).hex())


_Key = tuple[bytes, int, int]
"""Digest of a person's number, month, code of payment."""


def _key_of(told: Receipt) -> _Key:
    return numbers().digest(told.iin.digits), told.month.number, int(told.kind.value)


def _candidates(told: Sequence[Receipt]) -> dict[_Key, list[_Left]]:
    """What is left of the receipts of the people, months and kinds told of."""
    wanted = {_key_of(refund) for refund in told}
    people = {person: digest for digest, person in find_people({digest for digest, _, _ in wanted}).items()}
    found: dict[int, _Left] = {}
    returned: dict[int, int] = {}
    for row in _receipts(people, {month for _, month, _ in wanted}):
        if row.returns_id is None:
            found[row.id] = _Left(row, row.amount)
        else:
            returned[row.returns_id] = returned.get(row.returns_id, 0) + row.amount
    by_key: dict[_Key, list[_Left]] = {}
    for number, left in found.items():
        left.tiyn += returned.get(number, 0)
        by_key.setdefault((people[left.row.person_id], left.row.month, left.row.code), []).append(left)
    return by_key


def _receipts(people: Collection[UUID], months: Collection[int]) -> Iterable[Row]:
    for chunk in chunks(list(people)):
        yield from Row.objects.filter(person_id__in=chunk, month__in=months).order_by("id")


def _payers(told: Sequence[Receipt]) -> dict[str, UUID]:
    digests = {
        refund.payer.digits: numbers().digest(refund.payer.digits) for refund in told if refund.payer is not None
    }
    found = find_payers(digests.values())
    return {digits: found[digest] for digits, digest in digests.items() if digest in found}


def _not_after(paid_on: date | None, returned_on: date | None) -> bool:
    """Nothing goes back before it came; where a day is unknown, the order cannot be held against a row."""
    return paid_on is None or returned_on is None or paid_on <= returned_on


def _return_of(original: Row, refund: Receipt, found: bytes, entry: int) -> Row:
    return Row(
        identity=found,
        person_id=original.person_id,
        payer_id=original.payer_id,
        own=original.own,
        month=original.month,
        code=original.code,
        amount=-refund.amount.tiyn,
        paid_on=refund.paid_on,
        returns_id=original.id,
        recorded_id=entry,
    )


def _known(identities: Sequence[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for chunk in chunks(list(identities)):
        found.update(map(bytes, Row.objects.filter(identity__in=chunk).values_list("identity", flat=True)))
    return found
