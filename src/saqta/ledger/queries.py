"""Reading the ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef

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


def receipts_of(people: Collection[UUID], *, as_of: int | None = None) -> Iterator[PostedReceipt]:
    """What stands to the credit of these people, in the order in which it was posted; with ``as_of`` what stood to it
    after that entry of the journal."""
    for chunk in chunks(list(people)):
        values = list(select_rows(Receipt, _COLUMNS, "person_id", chunk))
        returned: dict[int, int] = {}
        if as_of is not None:
            values = [row for row in values if row[-1] <= as_of]
        for _, returns, *_, amount, _, _ in values:
            if returns is not None:
                returned[returns] = returned.get(returns, 0) + amount
        for number, returns, person, month, code, own, amount, paid_on, _ in values:
            left = amount + returned.get(number, 0)
            if returns is None and left > 0:
                yield PostedReceipt(person, Month(month), _CODES[code], own, Money(left), paid_on)


class MoneyPaid(NamedTuple):
    """Money that stands to the credit of a person for a month, late interest included, and who paid it."""

    month: Month
    code: PaymentCode
    own: bool | None
    amount: Money
    paid_on: date | None
    payer: UUID | None


def money_of(person: UUID, first: Month, until: Month) -> list[MoneyPaid]:
    """What was paid for the person for the months from ``first`` up to, but not including, ``until``, less what went
    back, in the order of the months."""
    rows = Receipt.objects.filter(person_id=person)
    returned: dict[int, int] = {}
    for of, amount in rows.exclude(returns=None).values_list("returns_id", "amount"):
        returned[of] = returned.get(of, 0) + amount
    paid = rows.filter(returns=None, month__gte=first.number, month__lt=until.number).order_by("month", "code", "id")
    return [
        MoneyPaid(Month(row.month), _CODES[row.code], row.own, Money(left), row.paid_on, row.payer_id)
        for row in paid
        if (left := row.amount + returned.get(row.id, 0)) > 0
    ]


_COLUMNS = ("id", "returns_id", "person_id", "month", "code", "own", "amount", "paid_on", "recorded_id")
_CODES = {int(code.value): code for code in PaymentCode}


_VERBS = ("post-receipts", "return-money")


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose receipts are no longer those that were sealed with them, and entries of another kind
    that receipts name: whoever puts a receipt in must put it under some entry."""
    of_receipts = Entry.objects.filter(verb__in=_VERBS)
    for entry in of_receipts.order_by("number").iterator():
        if digest_of_rows(Receipt.objects.filter(recorded_id=entry.number)) != entry.content:
            yield entry.number
    elsewhere = Receipt.objects.filter(~Exists(of_receipts.filter(number=OuterRef("recorded_id"))))
    yield from elsewhere.order_by("recorded_id").values_list("recorded_id", flat=True).distinct()
