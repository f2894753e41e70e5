"""Sums a stream of events up in a judgement of bounded size."""

from __future__ import annotations

from collections import defaultdict

from saqta.basis.money import Money
from saqta.ledger.records import CodeTotal, Event, JudgedRow, Judgement, Layout, PaymentDocument, PaymentFault

MOST_FAULTS_KEPT = 100
MOST_DOCUMENTS_KEPT = 100


class Tally:
    """Counts everything and keeps the first of each; fed with every event of one file."""

    def __init__(self) -> None:
        self._documents: list[PaymentDocument] = []
        self._faults: list[PaymentFault] = []
        self._document_count = self._fault_count = self._row_count = self._believed_count = 0
        self._rows: defaultdict[str, int] = defaultdict(int)
        self._tiyn: defaultdict[str, int] = defaultdict(int)

    def add(self, event: Event) -> None:
        if isinstance(event, JudgedRow):
            self._row_count += 1
            for fault in event.faults:
                self._fault(fault)
            if event.believed and event.row is not None:
                self._believed_count += 1
                code = event.row.payment_code
                self._rows[code] += 1
                self._tiyn[code] += int(event.row.amount.replace(".", ""))
        elif isinstance(event, PaymentFault):
            self._fault(event)
        else:
            self._document_count += 1
            if len(self._documents) < MOST_DOCUMENTS_KEPT:
                self._documents.append(event)

    def _fault(self, fault: PaymentFault) -> None:
        self._fault_count += 1
        if len(self._faults) < MOST_FAULTS_KEPT:
            self._faults.append(fault)

    def judgement(self, layout: Layout, encoding: str, fingerprint: str) -> Judgement:
        totals = tuple(CodeTotal(code, rows, str(Money(self._tiyn[code]))) for code, rows in sorted(self._rows.items()))
        return Judgement(
            valid=self._fault_count == 0,
            layout=layout,
            encoding=encoding,
            fingerprint=fingerprint,
            documents=tuple(self._documents),
            document_count=self._document_count,
            row_count=self._row_count,
            believed_count=self._believed_count,
            totals=totals,
            faults=tuple(self._faults),
            fault_count=self._fault_count,
        )
