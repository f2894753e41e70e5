"""Receipts of many people, brought together person by person in memory that does not grow with the country."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from datetime import date
from itertools import groupby
from pathlib import Path

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.ledger.fields import payer as read_payer
from saqta.ledger.receipts import Receipt

ROWS_A_BATCH = 10_000


class ReceiptsByPerson:
    """Takes receipts in any order and gives them back one person at a time, in the order of their numbers.

    The receipts lie in a database file of their own, in a folder that only this user may open and that is gone with
    this object; sorting is left to the database, which sorts on disk.
    """

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="saqta-")
        self._database = sqlite3.connect(Path(self._folder.name) / "receipts", isolation_level=None)
        self._database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE;"
            "CREATE TABLE receipt (iin TEXT, month INTEGER, kind TEXT, tiyn INTEGER, paid_on INTEGER, payer TEXT);"
        )
        self.count = 0

    def __enter__(self) -> ReceiptsByPerson:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()
        self._folder.cleanup()

    def add(self, receipts: Iterable[Receipt], on_batch: Callable[[int], object] | None = None) -> None:
        """Takes receipts; ``on_batch`` hears how many have been taken, now and then."""
        batch: list[tuple[str, int, str, int, int | None, str | None]] = []
        self._database.execute("BEGIN")
        for receipt in receipts:
            batch.append(_row(receipt))
            if len(batch) == ROWS_A_BATCH:
                self._write(batch)
                if on_batch is not None:
                    on_batch(self.count)
        self._write(batch)
        self._database.execute("COMMIT")

    def people(self) -> int:
        """How many different people there are."""
        with closing(self._database.execute("SELECT count(DISTINCT iin) FROM receipt")) as found:
            return int(found.fetchone()[0])

    def each(self) -> Iterator[tuple[Iin, list[Receipt]]]:
        """Every person with all receipts; a receipt that stands in two files is one receipt."""
        rows = self._database.execute("SELECT DISTINCT * FROM receipt ORDER BY iin, month, kind")
        for digits, own in groupby(rows, key=lambda row: row[0]):
            iin = Iin.parse(digits)
            yield iin, [_receipt(iin, row) for row in own]

    def _write(self, batch: list[tuple[str, int, str, int, int | None, str | None]]) -> None:
        self._database.executemany("INSERT INTO receipt VALUES (?, ?, ?, ?, ?, ?)", batch)
        self.count += len(batch)
        batch.clear()


def _row(receipt: Receipt) -> tuple[str, int, str, int, int | None, str | None]:
    paid_on = None if receipt.paid_on is None else receipt.paid_on.toordinal()
    payer = None if receipt.payer is None else receipt.payer.digits
    return receipt.iin.digits, receipt.month.number, receipt.kind.value, receipt.amount.tiyn, paid_on, payer


def _receipt(iin: Iin, row: tuple[str, int, str, int, int | None, str | None]) -> Receipt:
    _, month, kind, tiyn, paid_on, payer = row
    return Receipt(
        iin=iin,
        month=Month(month),
        kind=PaymentCode(kind),
        amount=Money(tiyn),
        paid_on=None if paid_on is None else date.fromordinal(paid_on),
        payer=None if payer is None else read_payer(payer),
    )
