"""Files of payments and of refunds into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from saqta.basis.refusal import Refused
from saqta.journal.feed_files import FeedFile
from saqta.journal.feeds import Balance, Counted, OnProgress, balance_of_finished, take_in
from saqta.ledger.actions import post_receipts
from saqta.ledger.faults import fault
from saqta.ledger.reader import PaymentFile, as_refusal, open_payments
from saqta.ledger.receipts import receipt
from saqta.ledger.records import Event, JudgedRow, PaymentFault
from saqta.ledger.returning import return_money
from saqta.ledger.spool import Spool

OnReject = Callable[[PaymentFault], object]


def take_in_payments(
    file: Path | FeedFile,
    *,
    by: str,
    at: datetime,
    partial: bool = False,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """Every receipt of a payment file, into the ledger. Raises ``Refused`` for a file that is not valid, unless its
    sound rows were asked for with ``partial``; ``on_reject`` gets each fault of the others either way."""

    def post(step: list[JudgedRow]) -> Counted:
        believed = [receipt(judged.row) for judged in step if judged.believed and judged.row is not None]
        posted = post_receipts(believed, by=by, at=at)
        return Counted(posted.new, posted.known, len(step) - len(believed))

    feed = _Feed(open_payments(file), "payments", at, partial, on_reject, on_progress)
    return feed.take_in(post)


def take_in_refunds(
    file: Path | FeedFile,
    *,
    by: str,
    at: datetime,
    partial: bool = False,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """Every return in a file of the State Corporation or in a table: whose money of which month went back, and to whom.
    Raises ``Refused`` as for payments. A row of which the ledger holds no receipt, or less than it returns, is rejected
    alone, and believed when the same file comes again after the payment it is of."""

    def post(step: list[JudgedRow]) -> Counted:
        believed = [(judged.line, judged.row) for judged in step if judged.believed and judged.row is not None]
        returned = return_money([receipt(row) for _, row in believed], by=by, at=at)
        if on_reject is not None:
            for place, code in returned.refused.items():
                on_reject(fault(code, None, believed[place][0]))
        return Counted(returned.new, returned.known, len(step) - len(believed) + len(returned.refused))

    feed = _Feed(open_payments(file, refunds=True), "refunds", at, partial, on_reject, on_progress)
    return feed.take_in(post)


@dataclass(frozen=True, slots=True)
class _Feed:
    """One file on its way in."""

    opened: PaymentFile
    kind: str
    at: datetime
    partial: bool
    on_reject: OnReject | None
    on_progress: OnProgress | None

    def take_in(self, post: Callable[[list[JudgedRow]], Counted]) -> Balance:
        with Spool() as spool:

            def set_aside(event: Event) -> None:
                if isinstance(event, JudgedRow):
                    spool.add(event)
                if self.on_reject is not None:
                    for told in _faults(event):
                        self.on_reject(told)

            judgement = self.opened.judge(set_aside)
            if not judgement.valid and not self.partial:
                raise Refused(*(as_refusal(told) for told in judgement.faults))
            seal = self.opened.fingerprint
            return balance_of_finished(seal, self.kind) or take_in(
                spool.rows(), post, fingerprint=seal, kind=self.kind, at=self.at, on_progress=self.on_progress
            )


def _faults(event: Event) -> tuple[PaymentFault, ...]:
    if isinstance(event, JudgedRow):
        return event.faults
    return (event,) if isinstance(event, PaymentFault) else ()
