"""Imports small files one after another, each cut short in a child that dies; run by tests as a process of its own.

``python -m tests.databases.stopping FOLDER steps``      the child exits before its n-th statement, COPY or COMMIT
``python -m tests.databases.stopping FOLDER moments N``  the child is killed N times (SIGKILL) at random moments

After every death the register must be sound; then the file is taken in to its end, and the register must hold each of
its payments once. The last line printed says how often that was so. The process is single and forks, because starting
Python anew for each death would take longer than all the imports.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import django
import psycopg

django.setup()

from django.db import connection, connections  # noqa: E402  # Django must know the database first
from django.db.backends.base.base import BaseDatabaseWrapper  # noqa: E402  # see above

from saqta.basis.month import Month  # noqa: E402  # see above
from saqta.coverage.actions import follow_journal  # noqa: E402  # see above
from saqta.coverage.verify import findings  # noqa: E402  # see above
from saqta.journal import feeds  # noqa: E402  # see above
from saqta.journal.models import Feed  # noqa: E402  # see above
from saqta.journal.one_moment import one_moment  # noqa: E402  # see above
from saqta.law.book import load  # noqa: E402  # see above
from saqta.ledger.feeds import take_in_payments  # noqa: E402  # see above
from saqta.ledger.models import Receipt  # noqa: E402  # see above
from tests.rooms.ledger.payment_samples import Order, Person, invented_iin, write_mt102  # noqa: E402  # see above

BOOK = load()
AT = datetime(2025, 10, 3, tzinfo=UTC)
YEAR = [*Month.parse("2024-10").until(Month.parse("2025-10"))]
ROWS = 6
CUT_SHORT = 86


def order(folder: Path, number: int) -> Path:
    """A file of its own: two people and three months, one of the people known from every file before."""
    path = folder / f"order{number}.txt"
    iins = (invented_iin(1, date(1985, 5, 1)), invented_iin(number, date(1986, 1, 1 + number % 28)))
    people = [Person(iin=iin, month=month, tiyn=425_000 + number) for iin in iins for month in YEAR[:3]]
    path.write_bytes(write_mt102(Order(number=str(number + 1), day=date(2025, 10, 3)), people))
    return path


def take_in(path: Path) -> None:
    take_in_payments(path, by="test", at=AT)
    follow_journal(BOOK)


def in_a_child(work: Callable[[], object]) -> int:
    """The number of a child that does the work on a connection of its own and then exits with status 0."""
    connections.close_all()
    child = os.fork()
    if not child:
        try:
            work()
            connections.close_all()
            os._exit(0)
        finally:
            os._exit(1)
    return child


def exit_before(step: int, *, of_those: Callable[[str], bool] = lambda _: True) -> None:
    """From now on this process exits before its ``step``-th statement of some kind, COPY or COMMIT."""
    steps = count()

    def or_exit(*_: object) -> None:
        if next(steps) == step:
            os._exit(CUT_SHORT)

    def statement(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if of_those(sql):
            or_exit()
        return execute(sql, *rest)

    connection.execute_wrappers.append(statement)
    commit, copy = BaseDatabaseWrapper._commit, psycopg.Cursor.copy  # type: ignore[attr-defined]  # not in its stubs

    def counted_commit(self: BaseDatabaseWrapper) -> None:
        or_exit()
        commit(self)

    def counted_copy(self: psycopg.Cursor[Any], *rest: Any) -> Any:
        or_exit()
        return copy(self, *rest)

    BaseDatabaseWrapper._commit = counted_commit  # type: ignore[attr-defined]  # not in its stubs
    psycopg.Cursor.copy = counted_copy  # type: ignore[method-assign,assignment]  # a wrapper of the same call


def nothing_is_lost_or_double(path: Path, files: int) -> None:
    """After a death: what there is, is sound. After another try: every payment of every file so far, once."""
    with one_moment():  # the server of a database may still be at the last wish of who was killed
        found = {finding.what for finding in findings(BOOK, every=sys.maxsize)}
    assert found <= {"behind"}, found
    take_in(path)
    assert not list(findings(BOOK, every=sys.maxsize))
    assert Receipt.objects.count() == files * ROWS
    assert set(Feed.objects.values_list("read", "new", "known", "rejected")) == {(ROWS, ROWS, 0, 0)}
    assert not Feed.objects.filter(finished=None).exists()


def stopped_before_every_step(folder: Path) -> int:
    for step in count():
        path = order(folder, step)

        def work(step: int = step, path: Path = path) -> None:
            exit_before(step)
            take_in(path)

        _, status = os.waitpid(in_a_child(work), 0)
        ended = os.waitstatus_to_exitcode(status)
        assert ended in (0, CUT_SHORT)
        nothing_is_lost_or_double(path, step + 1)
        if ended == 0:
            return step
    raise AssertionError("counting never ends")


def killed_at_random_moments(folder: Path, times: int) -> int:
    chance, killed = random.Random(2025), 0
    first = order(folder, 0)
    started = time.perf_counter()
    os.waitpid(in_a_child(lambda: take_in(first)), 0)
    lasts = time.perf_counter() - started
    number = 0
    while killed < times:
        number += 1
        path = order(folder, number)
        child = in_a_child(lambda path=path: take_in(path))  # type: ignore[misc]  # the default binds it now
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        nothing_is_lost_or_double(path, number + 1)
    return killed


if __name__ == "__main__":
    feeds.ROWS_AT_ONCE = 4
    folder = Path(sys.argv[1])
    deaths = (
        stopped_before_every_step(folder)
        if sys.argv[2] == "steps"
        else killed_at_random_moments(folder, int(sys.argv[3]))
    )
    assert not list(findings(BOOK, every=3))
    print(deaths)
