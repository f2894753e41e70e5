"""The register: a status against the same row by a bare statement."""

from __future__ import annotations

import io
import os
import sqlite3
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import UTC, date, datetime
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Figure, ratio
from saqta.basis.identifiers import Iin
from saqta.basis.month import Month
from saqta.channels.cli.main import main
from saqta.law.book import load
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

PEOPLE, MONTHS, LOOK_UPS = 8_000, 12, 2_000
ON = date(2025, 10, 5)


def register_figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        os.environ |= {"SAQTA_HOME": folder, "DJANGO_SETTINGS_MODULE": "saqta.settings"}
        os.environ.pop("DATABASE_URL", None)
        with redirect_stdout(io.StringIO()):
            main(["prepare"])
        iins = [invented_iin(1, date.fromordinal(date(1960, 1, 1).toordinal() + day)) for day in range(PEOPLE)]
        path = Path(folder) / "payments.txt"
        year = list((Month.of(ON) + -MONTHS).until(Month.of(ON)))
        path.write_bytes(write_mt102(Order(day=ON), [Person(iin=iin, month=month) for iin in iins for month in year]))
        _take_in(path)
        yield _look_up(Path(folder) / "saqta.sqlite3", [Iin.parse(iin) for iin in iins])


def _take_in(path: Path) -> None:
    from saqta.coverage.actions import follow_journal  # noqa: PLC0415  # Django must know the database first
    from saqta.ledger.feeds import take_in_payments  # noqa: PLC0415  # Django must know the database first

    take_in_payments(path, by="bench", at=datetime(2025, 10, 5, tzinfo=UTC))
    follow_journal(load())


def _look_up(database: Path, iins: list[Iin]) -> Figure:
    from saqta.coverage.queries import LOOK_UP, get_status  # noqa: PLC0415  # Django must know the database first
    from saqta.registry.queries import numbers  # noqa: PLC0415  # Django must know the database first

    bare = sqlite3.connect(database)
    statement, day = LOOK_UP.replace("%s", "?"), ON.isoformat()
    digests = [numbers().digest(iin.digits) for iin in iins]
    people, rows = cycle(iins), cycle(digests)

    def statuses() -> None:
        for _ in range(LOOK_UPS):
            get_status(next(people), ON)

    def statements() -> None:
        for _ in range(LOOK_UPS):
            bare.execute(statement, (next(rows), day, day)).fetchone()

    found, mine, theirs = ratio(statuses, statements, turns=9)
    scale = 1e6 / LOOK_UPS
    return Figure("status of a number", found, mine * scale, theirs * scale, "µs", "the same statement bare", 6)
