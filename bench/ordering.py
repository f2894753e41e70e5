"""Orders for certificates: one worker draining them, against making and signing the same documents and nothing else;
and how long people wait while orders come in at random, four for every five that the worker could answer.

``python -m bench.ordering 10000 200`` drains ten thousand and lets two hundred come in; it prints the seconds for each
order, for each bare document, until 99 of 100 orders were answered and until the last of them was.
"""

from __future__ import annotations

import io
import json
import math
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from datetime import datetime, timedelta
from itertools import accumulate
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from bench.measure import Figure
from saqta.channels.cli.main import main as saqta

if TYPE_CHECKING:
    from saqta.orders.working import Worker

ORDERS, BARE = 200, 40
MOST = 3
BUSY = 0.8
SOON = 10.0
"""Seconds within which 99 of 100 orders are to be answered."""


def ordering_figures() -> Iterator[Figure]:
    """In a process of its own, because a process has one register."""
    command = [sys.executable, "-m", "bench.ordering", str(ORDERS), str(ORDERS)]
    done = subprocess.run(command, capture_output=True, check=True)
    each, bare, soon, _ = json.loads(done.stdout)
    against = "the document alone"
    yield Figure(
        "an order, from the queue to its certificate", each / bare, each * 1e3, bare * 1e3, "ms", against, MOST
    )
    yield Figure("99 of 100 orders on a busy day", soon / SOON, soon, SOON, "s", "what is allowed", 1)


def main(waiting: int, coming: int) -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"SAQTA_HOME": folder, "DJANGO_SETTINGS_MODULE": "saqta.settings"}
        os.environ.pop("DATABASE_URL", None)
        with redirect_stdout(io.StringIO()):
            saqta(["prepare", "--demo"])
        each, bare = drained(waiting)
        print(json.dumps((each, bare, *waited(coming, each / BUSY))))


def drained(count: int) -> tuple[float, float]:
    """Seconds for each order and for each document alone."""
    from django.conf import settings  # noqa: PLC0415  # Django must know the database first

    from saqta.channels.clock import day_in_kazakhstan, now  # noqa: PLC0415  # see above
    from saqta.law.book import load  # noqa: PLC0415  # see above
    from saqta.orders.actions import Wanted, place_order  # noqa: PLC0415  # see above
    from saqta.orders.certifying import certify  # noqa: PLC0415  # see above
    from saqta.orders.document import write_certificate  # noqa: PLC0415  # see above
    from saqta.orders.signing import Signing  # noqa: PLC0415  # see above
    from saqta.registry.queries import all_people  # noqa: PLC0415  # see above

    book, at, signing = load(), now(), Signing(settings.SAQTA_SIGNING)
    people = list(all_people())
    wanted = Wanted(consents=True)
    for number in range(count):
        person, key = people[number % len(people)], f"order {number:06}"
        place_order(person, wanted, key=key, evidence="bench", book=book, by="bench", at=at)
    worker = _worker()
    began = time.perf_counter()
    while worker.work(at):
        pass
    each = (time.perf_counter() - began) / count
    began = time.perf_counter()
    for number in range(BARE):
        person = people[number % len(people)]
        told = certify(person, 12, day_in_kazakhstan(at), book, number=person, at=at)
        signing.sign(write_certificate(told, address="http://127.0.0.1:8000/c/x", code="ABCDEFGHJK"), at=at)
    return each, (time.perf_counter() - began) / BARE


def waited(count: int, apart: float) -> tuple[float, float]:
    """Seconds until 99 of 100 orders were answered, and until the slowest of all was, when they come in at random so
    far apart on the average. The clock is that of the orders: it goes on by as much as the work really took, so that
    nobody has to wait for the hours of an empty queue."""
    from saqta.channels.cli.worker import PAUSE  # noqa: PLC0415  # Django must know the database first
    from saqta.channels.clock import now  # noqa: PLC0415  # see above
    from saqta.law.book import load  # noqa: PLC0415  # see above
    from saqta.orders.actions import Wanted, place_order  # noqa: PLC0415  # see above
    from saqta.orders.models import Turn  # noqa: PLC0415  # see above
    from saqta.registry.queries import all_people  # noqa: PLC0415  # see above

    book, worker, people, chance = load(), _worker(), list(all_people()), random.Random(count)
    at = now() + timedelta(days=1)
    coming = [
        at + timedelta(seconds=moment) for moment in accumulate(chance.expovariate(1 / apart) for _ in range(count))
    ]
    waiting: dict[UUID, datetime] = {}
    took: list[float] = []
    while coming or waiting:
        while coming and coming[0] <= at:
            person, key = people[len(coming) % len(people)], f"busy {len(coming):06}"
            wanted = Wanted(consents=True)
            placed = place_order(person, wanted, key=key, evidence="bench", book=book, by="bench", at=coming[0])
            waiting[placed.order.id] = coming.pop(0)
        began = time.perf_counter()
        answered = worker.work(at)
        at += timedelta(seconds=time.perf_counter() - began if answered else PAUSE)
        left = set(Turn.objects.values_list("order_id", flat=True))
        took += [(at - since).total_seconds() for order, since in waiting.items() if order not in left]
        waiting = {order: since for order, since in waiting.items() if order in left}
    took.sort()
    return took[math.ceil(count * 0.99) - 1], took[-1]


def _worker() -> Worker:
    from django.conf import settings  # noqa: PLC0415  # Django must know the database first

    from saqta.law.book import load  # noqa: PLC0415  # see above
    from saqta.orders.signing import Signing  # noqa: PLC0415  # see above
    from saqta.orders.working import Worker  # noqa: PLC0415  # see above

    signing = Signing(settings.SAQTA_SIGNING)
    return Worker(load(), lambda: signing, "http://127.0.0.1:8000")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
