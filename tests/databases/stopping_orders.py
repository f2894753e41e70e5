"""Answers orders one after another, each worker cut short in a child that dies; run by tests as a process of its own.

``python -m tests.databases.stopping_orders FOLDER steps``    the child exits before its n-th write or COMMIT
``python -m tests.databases.stopping_orders FOLDER moments``  the child is killed (SIGKILL) at random moments

After every death the journal must be whole; then another worker comes when the lease is over, and the order must have
one certificate and each step once. The last line printed says how many deaths there were.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from datetime import datetime
from itertools import count
from uuid import UUID

import django

django.setup()

from saqta.journal.queries import damage  # noqa: E402  # Django must know the database first
from saqta.orders.actions import Wanted  # noqa: E402  # see above
from saqta.orders.models import Certificate, Delivery, Turn  # noqa: E402  # see above
from saqta.orders.queries import changed_entries, order  # noqa: E402  # see above
from saqta.orders.terms import LEASE  # noqa: E402  # see above
from tests.databases.ordering import AT, MINUTE, place, settle, signing, somebody, worker  # noqa: E402  # see above
from tests.databases.stopping import CUT_SHORT, exit_before, in_a_child  # noqa: E402  # see above

WANTED = Wanted(consents=True, tell=("https://clinic.example/told",))


def outlived(person: UUID, number: int, at: datetime) -> None:
    """After a death: what there is, is whole. After the lease: one certificate, each step once, one notification."""
    assert not list(damage())
    assert not list(changed_entries())
    placed = place(person, f"order-{number:04}", WANTED, at=at)
    in_another_process(lambda: worker().work(at + LEASE + MINUTE))
    found = order(placed.order.id)
    assert found is not None
    assert [step.state for step in found.steps] == ["received", "consent", "checking", "answered"]
    assert Certificate.objects.count() == number + 1
    assert Delivery.objects.count() == number + 1
    assert not Turn.objects.exists()


def in_another_process(work: Callable[[], object]) -> int:
    """How a child that does the work ends. This process itself never sets a document: the typesetter has threads, and
    threads do not survive a fork."""
    _, status = os.waitpid(in_a_child(work), 0)
    return os.waitstatus_to_exitcode(status)


def order_and_answer(person: UUID, number: int, at: datetime) -> None:
    place(person, f"order-{number:04}", WANTED, at=at)
    worker().work(at)


def stopped_before_every_step(person: UUID) -> int:
    for step in count():
        at = AT + step * 10 * MINUTE

        def work(step: int = step, at: datetime = at) -> None:
            exit_before(step, of_those=lambda sql: not sql.startswith("SELECT"))
            order_and_answer(person, step, at)

        ended = in_another_process(work)
        assert ended in (0, CUT_SHORT)
        outlived(person, step, at)
        if ended == 0:
            return step
    raise AssertionError("counting never ends")


def killed_at_random_moments(person: UUID, times: int) -> int:
    chance, killed, number = random.Random(2026), 0, 0
    started = time.perf_counter()
    in_another_process(lambda: order_and_answer(person, 0, AT))
    lasts = time.perf_counter() - started
    while killed < times:
        number += 1
        at = AT + number * 10 * MINUTE
        child = in_a_child(lambda number=number, at=at: order_and_answer(person, number, at))  # type: ignore[misc]  # the defaults bind them now
        time.sleep(chance.uniform(0, lasts))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.waitstatus_to_exitcode(status) == -signal.SIGKILL
        outlived(person, number, at)
    return killed


if __name__ == "__main__":
    signing()  # made before anybody is killed, and by nobody who is
    somebody_there = settle(somebody())
    if sys.argv[2] == "steps":
        print(stopped_before_every_step(somebody_there))
    else:
        print(killed_at_random_moments(somebody_there, 8))
