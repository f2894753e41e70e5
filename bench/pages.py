"""Pages for people: how many a server sends that are the same for everybody, whether the time of an answer betrays
that a number is known, and what a person on a cheap phone waits for.

The server has one core to itself, with all that it starts; who asks has the other. The phone is Chromium with a slow
network and a slow processor; where no Chromium is installed, its figures are left out and the missing line says so.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Page, ViewportSize, sync_playwright

from bench.measure import Figure
from bench.serving import ASKING, TEN_YEARS, TURNS, _running
from saqta.basis.text import LANGUAGES
from tests.rooms.ledger.payment_samples import invented_iin

CONNECTIONS, SECONDS, QUESTIONS = 8, 2.0, 2000
PAGES = [
    f"/{language}/{path}" for language in LANGUAGES for path in ("", "status/", "law/Z1500000405/", "law/packages/")
]
PROMISED_PAGES = 500
NEVER_PAID = "930412499990"
"""Of the invented people: known to the register, and never paid."""
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER_PROCESSOR = 4
PROMISED_MS, LONGEST_TASK_MS, STILL, PROMISED_KB = 1500.0, 50.0, 0.001, 60.0
OBSERVE = """
window.seen = { lcp: 0, shift: 0 };
new PerformanceObserver((list) => { for (const e of list.getEntries()) seen.lcp = e.startTime; })
  .observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => { for (const e of list.getEntries()) seen.shift += e.value; })
  .observe({ type: 'layout-shift', buffered: true });
"""
TRACED = {"includedCategories": ["toplevel", "devtools.timeline"]}


def page_figures() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as home:
        url = f"sqlite:///{Path(home) / 'saqta.sqlite3'}"
        environment = os.environ | {"SAQTA_HOME": home, "DATABASE_URL": url, "SAQTA_BUDGETS": TEN_YEARS}
        command = [sys.executable, "-m", "saqta", "prepare", "--demo"]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        with _running(["saqta", "serve", "--workers", "1"], environment) as port:
            before = os.sched_getaffinity(0)
            os.sched_setaffinity(0, ASKING)
            try:
                yield _pages_a_second(port)
                yield _known_and_unknown(port)
                yield _first_page(port)
            finally:
                os.sched_setaffinity(0, before)
            yield from _on_a_phone(f"http://127.0.0.1:{port}")


def _pages_a_second(port: int) -> Figure:
    sent = median(_asked_for(port) for _ in range(TURNS))
    name = f"pages for everybody, on one core ({sent:,.0f} a second)"
    taken, promised = 1e6 / sent, 1e6 / PROMISED_PAGES
    return Figure(name, taken / promised, taken, promised, "µs", "what 500 a second take", 1)


def _asked_for(port: int) -> float:
    """Pages a second, compressed as browsers ask for them, over connections that are never idle."""
    asked = cycle(
        [f"GET {page} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode() for page in PAGES]
    )
    open_ones = [socket.create_connection(("127.0.0.1", port)) for _ in range(CONNECTIONS)]
    until, count = time.perf_counter() + SECONDS, 0
    for one in open_ones:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        one.sendall(next(asked))
    while time.perf_counter() < until:
        for one in open_ones:
            _whole(one)
            count += 1
            one.sendall(next(asked))
    for one in open_ones:
        one.close()
    return count / SECONDS


def _whole(connection: socket.socket) -> None:
    """Reads one answer to its end; raises ``RuntimeError`` for one that is not a page."""
    came = b""
    while b"\r\n\r\n" not in came:
        came += connection.recv(65536)
    head, _, body = came.partition(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError("the server did not send the page")
    length = next(int(line[16:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length: "))
    left = length - len(body)
    while left > 0:
        left -= len(connection.recv(65536))


def _known_and_unknown(port: int) -> Figure:
    """Somebody whom the register knows and who never paid, and somebody of the same day of birth whom it does not know,
    asked about in turn: the ratio of the median times."""
    known, unknown = (_status_of(number) for number in (NEVER_PAID, invented_iin(77, date(1993, 4, 12))))
    mine, others = _in_turn(port, known, unknown)
    name = f"the time of an answer about somebody who never paid ({QUESTIONS:,} pairs)"
    return Figure(name, mine / others, mine, others, "µs", "a number that is not known", 1.15)


def _first_page(port: int) -> Figure:
    """The page on which a status is asked, as it comes when somebody opens it, against an answer of the hot path."""
    page = b"GET /kk/status/ HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n"
    mine, others = _in_turn(port, page, _status_of(NEVER_PAID))
    return Figure("the page of the status, time of the server", mine / others, mine, others, "µs", "a status alone", 5)


def _status_of(number: str) -> bytes:
    body = b'{"iin":"%s"}' % number.encode()
    question = b"POST /api/v1/status HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
    return question + b"Content-Length: %d\r\n\r\n" % len(body) + body


def _in_turn(port: int, first: bytes, second: bytes) -> tuple[float, float]:
    """The median microseconds of two questions, asked in turn on one connection."""
    took: tuple[list[float], list[float]] = ([], [])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for place in range(QUESTIONS):
            # Who goes first alternates, so that what a first question warms up favours neither.
            for which in (0, 1) if place % 2 else (1, 0):
                begun = time.perf_counter()
                connection.sendall((first, second)[which])
                _whole(connection)
                took[which].append(time.perf_counter() - begun)
    return median(took[0]) * 1e6, median(took[1]) * 1e6


def _on_a_phone(site: str) -> Iterator[Figure]:
    """What somebody waits for who opens the page of the status for the first time on a cheap phone."""
    path = os.environ.get("SAQTA_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        print("no figures of a phone: apt-get install chromium", file=sys.stderr)
        return
    with sync_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        address, screen = f"{site}/kk/status/", ViewportSize(width=360, height=740)
        seen = [_seen(browser.new_page(viewport=screen), address) for _ in range(TURNS)]
        longest = median(_longest_task(browser.new_page(viewport=screen), address) for _ in range(TURNS))
        browser.close()
    lcp, shift, loaded = (median(values) for values in zip(*seen, strict=True))
    page = "the page of the status on a cheap phone"
    yield Figure(f"{page}: largest paint", lcp / PROMISED_MS, lcp, PROMISED_MS, "ms", "what is promised", 1)
    yield Figure(f"{page}: shift of what is seen", shift / STILL, shift, STILL, "of it", "a thousandth of it", 1)
    yield Figure(f"{page}: longest task", longest / LONGEST_TASK_MS, longest, LONGEST_TASK_MS, "ms", "as promised", 1)
    yield Figure(f"{page}: first load", loaded / PROMISED_KB, loaded, PROMISED_KB, "KB", "what is promised", 1)


def _seen(page: Page, address: str) -> tuple[float, float, float]:
    """Milliseconds to the largest paint, the shift, and the kilobytes that came, headers included."""
    session = page.context.new_cdp_session(page)
    loaded: list[float] = []
    session.on("Network.loadingFinished", lambda told: loaded.append(told["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_PROCESSOR})
    page.add_init_script(OBSERVE)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1000)
    found = page.evaluate("seen")
    page.context.close()
    return found["lcp"], found["shift"], sum(loaded) / 1000


def _longest_task(page: Page, address: str) -> float:
    """Milliseconds of the longest task of the page on the slower processor.

    Chromium's own throttle is not used here: it makes the thread wait by the clock on the wall, also for what other
    programs took, and the same loop then takes between three and five times as long. The time of the processor, times
    how much slower the phone is, says the same whoever else is at work.
    """
    session = page.context.new_cdp_session(page)
    traced: list[dict[str, Any]] = []
    whole: list[object] = []
    session.on("Tracing.dataCollected", lambda told: traced.extend(told["value"]))
    session.on("Tracing.tracingComplete", lambda told: whole.extend([told]))
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": TRACED})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(1000)
    session.send("Tracing.end")
    while not whole:
        page.wait_for_timeout(50)
    page.context.close()
    return max(_tasks_of_the_page(traced, address)) * SLOWER_PROCESSOR / 1000


def _tasks_of_the_page(traced: Iterable[dict[str, Any]], address: str) -> list[float]:
    """Microseconds of each task as the Long Tasks API means it: of the main thread of the page, not of a service
    worker, the compositor or the browser beside it.

    The first one, in which the browser sets up a new process and a world for scripts, is left out: it is over before
    anything is shown, and a page without a word has it as long.
    """
    traced = list(traced)
    begun = next(
        event
        for event in traced
        if event["name"] == "CommitLoad" and event["args"].get("data", {}).get("url") == address
    )
    return [
        event["tdur"]
        for event in traced
        if event["name"].endswith("RunTask")
        and (event["pid"], event["tid"]) == (begun["pid"], begun["tid"])
        and event["ts"] > begun["ts"]
        and "tdur" in event
    ]
