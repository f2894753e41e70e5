"""One file on its way into the registry: rows are judged one by one, and those believed are posted in steps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from saqta.basis.refusal import Fault, Refused
from saqta.journal.feed_files import FeedFile, one_file
from saqta.journal.feeds import Balance, Counted, OnProgress, balance_of_finished, take_in
from saqta.registry.feed_lines import Line, fingerprint, lines
from saqta.registry.feed_rows import not_a_row

OnReject = Callable[[int, Fault], object]
Told = TypeVar("Told")


class Posted(NamedTuple):
    """What came of some rows: how many told something new, and which, by their place, were not believed after all."""

    new: int
    refused: Mapping[int, Fault] = {}


class Judged(NamedTuple, Generic[Told]):
    """A row by its line, and what it tells; None for one that was rejected."""

    line: int
    told: Told | None


class Way:
    """One file on its way in. What another source tells in the same words is another feed."""

    def __init__(
        self,
        file: Path | FeedFile,
        kind: str,
        *,
        source: str | None,
        at: datetime,
        on_reject: OnReject | None,
        on_progress: OnProgress | None,
    ) -> None:
        self._file = one_file(file, workbooks=True)
        self._kind = kind
        self._source = source
        self._at = at
        self._on_reject = on_reject
        self._on_progress = on_progress

    def take_in(self, read: Callable[[dict[str, object]], Told], post: Callable[[Sequence[Told]], Posted]) -> Balance:
        """All rows of the file: ``read`` raises ``Refused`` for one that says nothing believable, ``post`` writes."""
        seal = fingerprint(self._file)
        if self._source is not None:
            seal = hashlib.sha256(f"{self._source}\0{seal}".encode()).hexdigest()
        finished = balance_of_finished(seal, self._kind)
        if finished is not None:
            return finished
        rows = (self._judged(line, read) for line in lines(self._file))

        def post_rows(step: list[Judged[Told]]) -> Counted:
            believed = [(row.line, row.told) for row in step if row.told is not None]
            posted = post([told for _, told in believed])
            for place, fault in posted.refused.items():
                self._reject(believed[place][0], fault)
            taken = len(believed) - len(posted.refused)
            return Counted(posted.new, taken - posted.new, len(step) - taken)

        return take_in(rows, post_rows, fingerprint=seal, kind=self._kind, at=self._at, on_progress=self._on_progress)

    def _judged(self, line: Line, read: Callable[[dict[str, object]], Told]) -> Judged[Told]:
        faults: tuple[Fault, ...] = (line.fault or not_a_row(),)
        if line.fields is not None:
            try:
                return Judged(line.number, read(line.fields))
            except Refused as refused:
                faults = refused.faults
        for fault in faults:
            self._reject(line.number, fault)
        return Judged(line.number, None)

    def _reject(self, line: int, fault: Fault) -> None:
        if self._on_reject is not None:
            self._on_reject(line, fault)
