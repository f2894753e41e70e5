"""Sums a stream of events up in a judgement of bounded size."""

from __future__ import annotations

from collections import defaultdict

from saqta.basis.money import Money
from saqta.ledger.records import CodeTotal, Event, JudgedRow, Judgement, Layout, PaymentDocument, PaymentFault

MOST_FAULTS_KEPT = 100
MOST_DOCUMENTS_KEPT = 100


class _Total:
    """How many rows of one payment code were believed, and the sum of what they say."""

    __slots__ = ("rows", "tiyn")

    def __init__(self) -> None:
        self.rows = self.tiyn = 0


class Tally:
    """Counts everything and keeps the first of each; fed with every event of one file."""

    def __init__(self) -> None:
        self._documents: list[PaymentDocument] = []
        self._faults: list[PaymentFault] = []
        self._document_count = self._fault_count = self._row_count = 0
        self._believed: defaultdict[str, _Total] = defaultdict(_Total)

    def add(self, event: Event) -> None:
        if isinstance(event, JudgedRow):
            self._row_count += 1
            row = event.row
            if event.believed and row is not None:
                total = self._believed[row.payment_code]
                total.rows += 1
                total.tiyn += event.tiyn
            for fault in event.faults:
                self._fault(fault)
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
        believed = sorted(self._believed.items())
        return Judgement(
            valid=self._fault_count == 0,
            layout=layout,
            encoding=encoding,
            fingerprint=fingerprint,
            documents=tuple(self._documents),
            document_count=self._document_count,
            row_count=self._row_count,
            believed_count=sum(total.rows for _, total in believed),
            totals=tuple(CodeTotal(code, total.rows, str(Money(total.tiyn))) for code, total in believed),
            faults=tuple(self._faults),
            fault_count=self._fault_count,
        )
