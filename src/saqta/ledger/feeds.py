"""Payment files into the ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from saqta.basis.refusal import Refused
from saqta.journal.feed_files import FeedFile
from saqta.journal.feeds import Balance, Counted, OnProgress, balance_of_finished, take_in
from saqta.ledger.actions import post_receipts
from saqta.ledger.reader import as_refusal, open_payments
from saqta.ledger.receipts import receipt
from saqta.ledger.records import Event, JudgedRow, PaymentFault
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
    opened = open_payments(file)
    with Spool() as spool:

        def set_aside(event: Event) -> None:
            if isinstance(event, JudgedRow):
                spool.add(event)
            if on_reject is not None:
                for fault in _faults(event):
                    on_reject(fault)

        judgement = opened.judge(set_aside)
        if not judgement.valid and not partial:
            raise Refused(*(as_refusal(fault) for fault in judgement.faults))

        def post(step: list[JudgedRow]) -> Counted:
            believed = [receipt(judged.row) for judged in step if judged.believed and judged.row is not None]
            posted = post_receipts(believed, by=by, at=at)
            return Counted(posted.new, posted.known, len(step) - len(believed))

        fingerprint = opened.fingerprint
        return balance_of_finished(fingerprint, "payments") or take_in(
            spool.rows(), post, fingerprint=fingerprint, kind="payments", at=at, on_progress=on_progress
        )


def _faults(event: Event) -> tuple[PaymentFault, ...]:
    if isinstance(event, JudgedRow):
        return event.faults
    return (event,) if isinstance(event, PaymentFault) else ()
