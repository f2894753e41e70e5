"""Whatever stops an import, nothing is lost, nothing is double, and the next one goes on from there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from saqta.basis.identifiers import Iin
from saqta.basis.month import Month
from saqta.coverage.queries import get_status
from saqta.coverage.verify import findings
from saqta.journal.models import Feed
from saqta.law.book import load
from saqta.ledger.models import Receipt
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102

BOOK = load()
PEOPLE = [invented_iin(number, date(1985, 5, 1 + number)) for number in range(1, 26)]
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
MOMENTS = 200 if os.environ.get("SAQTA_DEEP") else 12
PROGRAM = """
import sys
from saqta.channels import opening
from saqta.journal import feeds
from saqta.channels.cli.main import main
feeds.ROWS_AT_ONCE = 20
sys.exit(main(["import", "payments", sys.argv[1]]))
"""


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.txt"
    people = [Person(iin=iin, month=month) for iin in PEOPLE for month in YEAR]
    path.write_bytes(write_mt102(Order(day=date(2025, 10, 3)), people))
    return path


def started(register: Register, order: Path) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "SAQTA_HOME": str(register.home), "DATABASE_URL": register.url}
    return subprocess.Popen([sys.executable, "-c", PROGRAM, str(order)], env=environment, stdout=subprocess.DEVNULL)


def nothing_is_lost_or_double() -> None:
    assert Receipt.objects.count() == len(PEOPLE) * len(YEAR)
    feed = Feed.objects.get()
    assert (feed.read, feed.new, feed.known, feed.rejected) == (300, 300, 0, 0)
    assert not list(findings(BOOK, every=7))
    for iin in PEOPLE:
        status = get_status(Iin.parse(iin), date(2025, 10, 5))
        assert status is not None
        assert status.verdict == "yes"


def test_an_import_that_is_killed_again_and_again_ends_as_if_it_never_was(register: Register, order: Path) -> None:
    chance, stopped = random.Random(2025), 0
    for _ in range(5):
        running = started(register, order)
        try:
            running.wait(timeout=chance.uniform(0.4, 1.6))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
            stopped += 1
    assert started(register, order).wait() == 0
    assert stopped
    nothing_is_lost_or_double()


def deaths(register: Register, folder: Path, *words: str) -> int:
    """How many imports were cut short in a process that checks after each that nothing is lost and nothing double."""
    environment = {**os.environ, "SAQTA_HOME": str(register.home), "DATABASE_URL": register.url}
    environment["DJANGO_SETTINGS_MODULE"] = "saqta.settings"
    program = [sys.executable, "-m", "tests.databases.stopping", str(folder), *words]
    run = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr[-2_000:]
    return int(run.stdout.split()[-1])


def test_an_import_may_die_before_any_of_its_steps(register: Register, tmp_path: Path) -> None:
    """Every statement, every COPY and every COMMIT of two steps of posting and of the statuses that follow."""
    assert deaths(register, tmp_path, "steps") > 40


def test_an_import_may_be_killed_at_any_moment(register: Register, tmp_path: Path) -> None:
    assert deaths(register, tmp_path, "moments", str(MOMENTS)) == MOMENTS


def test_two_imports_of_one_file_at_once_are_one(register: Register, order: Path) -> None:
    both = [started(register, order), started(register, order)]
    assert [running.wait() for running in both] == [0, 0]
    nothing_is_lost_or_double()


def test_readers_go_on_while_an_import_runs(register: Register, order: Path) -> None:
    """Neither database locks readers out; each sees the statuses from before a step or from after it."""
    running, seen = started(register, order), set()
    while running.poll() is None:
        status = get_status(Iin.parse(PEOPLE[0]), date(2025, 10, 5))
        seen.add(None if status is None else status.verdict)
    assert running.returncode == 0
    assert seen <= {None, "no", "yes"}
