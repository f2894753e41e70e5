"""Payment files into the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from saqta.basis.refusal import Refused
from saqta.journal.feeds import Balance, Counted, OnProgress, balance_of_finished, take_in
from saqta.ledger.actions import post_receipts
from saqta.ledger.reader import PaymentFile, as_refusal, open_payments
from saqta.ledger.receipts import receipt
from saqta.ledger.records import JudgedRow, PaymentFault

OnReject = Callable[[PaymentFault], object]


def take_in_payments(
    path: Path,
    *,
    by: str,
    at: datetime,
    partial: bool = False,
    on_reject: OnReject | None = None,
    on_progress: OnProgress | None = None,
) -> Balance:
    """Every receipt of a payment file, into the ledger. Raises ``Refused`` for a file that is not valid, unless its
    sound rows were asked for with ``partial``; then ``on_reject`` gets each fault of the others."""
    opened = open_payments(path)
    judgement = opened.judge()
    if not judgement.valid and not partial:
        raise Refused(*(as_refusal(fault) for fault in judgement.faults))
    rows = _rows(opened, on_reject)
    finished = balance_of_finished(opened.fingerprint, "payments")
    if finished is not None:
        for _ in rows:
            pass  # only to tell its rejects again
        return finished

    def post(step: list[JudgedRow]) -> Counted:
        believed = [receipt(judged.row) for judged in step if judged.believed and judged.row is not None]
        posted = post_receipts(believed, by=by, at=at)
        return Counted(posted.new, posted.known, len(step) - len(believed))

    return take_in(rows, post, fingerprint=opened.fingerprint, kind="payments", at=at, on_progress=on_progress)


def _rows(opened: PaymentFile, on_reject: OnReject | None) -> Iterator[JudgedRow]:
    for event in opened.events():
        faults = event.faults if isinstance(event, JudgedRow) else ()
        if isinstance(event, PaymentFault):
            faults = (event,)
        if on_reject is not None:
            for fault in faults:
                on_reject(fault)
        if isinstance(event, JudgedRow):
            yield event
