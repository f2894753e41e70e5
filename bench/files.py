"""Payment files: reading and checking every row against a bare loop over the lines of the same file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measure import Figure, ratio
from saqta.ledger.reader import open_payments
from tests.rooms.ledger.payment_samples import Order, people, write_mt102

ROWS = 50_000


def file_figures() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "payments.txt"
        path.write_bytes(write_mt102(Order(), people(ROWS)))

        def judged() -> None:
            if not open_payments(path).judge().valid:
                raise SystemExit("the sample file is not in order; the figure would mean nothing")

        def bare_loop() -> None:
            with path.open(encoding="utf-8") as lines:
                for line in lines:
                    line.rstrip()

        found, mine, theirs = ratio(judged, bare_loop, turns=9)
        name = f"checking {ROWS:,} rows of MT102"
        yield Figure(name, found, mine, theirs, "s", "a bare loop over its lines", 5.0)
