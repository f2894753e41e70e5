"""Orders for certificates: one worker draining them, against making and signing the same documents and nothing else.

``python -m bench.ordering 10000`` drains as many and prints the seconds for each order and for each bare document.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from tempfile import TemporaryDirectory

from bench.measure import Figure
from saqta.channels.cli.main import main as saqta

ORDERS, BARE = 200, 40
MOST = 3


def ordering_figures() -> Iterator[Figure]:
    """In a process of its own, because a process has one register."""
    done = subprocess.run([sys.executable, "-m", "bench.ordering", str(ORDERS)], capture_output=True, check=True)
    each, bare = json.loads(done.stdout)
    against = "the document alone"
    yield Figure(
        "an order, from the queue to its certificate", each / bare, each * 1e3, bare * 1e3, "ms", against, MOST
    )


def main(count: int) -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"SAQTA_HOME": folder, "DJANGO_SETTINGS_MODULE": "saqta.settings"}
        os.environ.pop("DATABASE_URL", None)
        with redirect_stdout(io.StringIO()):
            saqta(["prepare", "--demo"])
        print(json.dumps(drained(count)))


def drained(count: int) -> tuple[float, float]:
    """Seconds for each order and for each document alone."""
    from django.conf import settings  # noqa: PLC0415  # Django must know the database first

    from saqta.channels.clock import day_in_kazakhstan, now  # noqa: PLC0415  # see above
    from saqta.law.book import load  # noqa: PLC0415  # see above
    from saqta.orders.actions import Wanted, place_order  # noqa: PLC0415  # see above
    from saqta.orders.certifying import certify  # noqa: PLC0415  # see above
    from saqta.orders.document import write_certificate  # noqa: PLC0415  # see above
    from saqta.orders.signing import Signing  # noqa: PLC0415  # see above
    from saqta.orders.working import Worker  # noqa: PLC0415  # see above
    from saqta.registry.queries import all_people  # noqa: PLC0415  # see above

    book, at, signing = load(), now(), Signing(settings.SAQTA_SIGNING)
    people = list(all_people())
    wanted = Wanted(consents=True)
    for number in range(count):
        person, key = people[number % len(people)], f"order {number:06}"
        place_order(person, wanted, key=key, evidence="bench", book=book, by="bench", at=at)
    worker = Worker(book, lambda: signing, "http://127.0.0.1:8000")
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


if __name__ == "__main__":
    main(int(sys.argv[1]))
