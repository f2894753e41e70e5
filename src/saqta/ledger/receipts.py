"""What a believed row says happened: somebody's money came in for a person's month."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.ledger.fields import Payer, payer
from saqta.ledger.records import PaymentRow


class Receipt(msgspec.Struct, frozen=True):
    """Money received for one person and one month. ``payer`` and ``paid_on`` are None when a table leaves them out."""

    iin: Iin
    month: Month
    kind: PaymentCode
    amount: Money
    paid_on: date | None
    payer: Payer | None

    @property
    def credited_month(self) -> Month | None:
        """The month that this receipt covers; late interest covers none."""
        return self.month if self.kind.credits_a_month else None

    def __repr__(self) -> str:
        return f"Receipt({self.kind.name.lower()}, {self.month}, …)"


def receipt(row: PaymentRow) -> Receipt:
    """The receipt behind a believed row. A row with a fault is not believed and may raise here."""
    return Receipt(
        iin=_iin(row.iin),
        month=Month.parse(row.month),
        kind=PaymentCode(row.payment_code),
        amount=Money(int(row.amount.replace(".", ""))),  # a row that is believed has two decimals
        paid_on=row.paid_on,
        payer=None if row.payer is None else _payer(row.payer),
    )


# The rows of a person stand together, and a file has few payers. The caches hold a handful of numbers, no more than
# the rows at hand do.
_iin = lru_cache(maxsize=16)(Iin.parse)
_payer = lru_cache(maxsize=16)(payer)
