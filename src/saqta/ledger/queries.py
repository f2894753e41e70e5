"""Reading the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from saqta.basis.codes import PaymentCode
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.journal.many_rows import select_rows
from saqta.journal.models import Entry
from saqta.ledger.actions import digest_of_rows
from saqta.ledger.models import Receipt
from saqta.registry.queries import chunks


class PostedReceipt(NamedTuple):
    """Money for a person and a month that the ledger holds: what came in, less what went back."""

    person: UUID
    month: Month
    kind: PaymentCode
    own: bool | None
    amount: Money
    paid_on: date | None


def receipts_of(people: Collection[UUID]) -> Iterator[PostedReceipt]:
    """What stands to the credit of these people, in the order in which it was posted."""
    for chunk in chunks(list(people)):
        values = list(select_rows(Receipt, _COLUMNS, "person_id", chunk))
        returned: dict[int, int] = {}
        for _, returns, *_, amount, _ in values:
            if returns is not None:
                returned[returns] = returned.get(returns, 0) + amount
        for number, returns, person, month, code, own, amount, paid_on in values:
            left = amount + returned.get(number, 0)
            if returns is None and left > 0:
                yield PostedReceipt(person, Month(month), _CODES[code], own, Money(left), paid_on)


_COLUMNS = ("id", "returns_id", "person_id", "month", "code", "own", "amount", "paid_on")
_CODES = {int(code.value): code for code in PaymentCode}


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose receipts are no longer those that were sealed with them."""
    for entry in Entry.objects.filter(verb__in=("post-receipts", "return-money")).order_by("number").iterator():
        if digest_of_rows(Receipt.objects.filter(recorded_id=entry.number)) != entry.content:
            yield entry.number
