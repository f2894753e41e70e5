"""A real server with the invented people, and a real Chromium in front of it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request, sync_playwright

from tests.databases.telegram.signing import TOKEN

CHROMIUM = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
NO_CHROMIUM = "there is no Chromium to lead through the pages; on Debian or Ubuntu: apt-get install chromium"


COMMAND = [sys.executable, "-m", "saqta"]


def prepared(home: Path) -> dict[str, str]:
    """Makes a register with the invented people; gives the environment in which commands find it."""
    environment = os.environ | {
        "SAQTA_HOME": str(home),
        "DATABASE_URL": f"sqlite:///{home / 'saqta.sqlite3'}",
        "SAQTA_TELEGRAM_TOKEN": TOKEN,
        "SAQTA_BUDGETS": "address=10000/100000,number=10000/100000,unproven-address=10000/100000,"
        "unproven-everybody=10000/100000",
    }
    subprocess.run([*COMMAND, "prepare", "--demo"], env=environment, check=True, stdout=subprocess.DEVNULL)
    return environment


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """The address of a server of the product."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    serving = subprocess.Popen(
        [*COMMAND, "serve", "--port", str(port), "--workers", "1"],
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    for _ in range(1200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            break
        time.sleep(0.1)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        with suppress(ProcessLookupError):
            os.killpg(serving.pid, signal.SIGTERM)
        serving.wait()


def launch(playwright: Playwright) -> Browser:
    """The installed Chromium; without one it fails and says what to type."""
    path = os.environ.get("SAQTA_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail(NO_CHROMIUM)
    # Without the sandbox only as root, who cannot have one.
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    return playwright.chromium.launch(executable_path=path, args=[*flags, "--disable-dev-shm-usage"])


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Where the commands of the product find a register with the invented people."""
    return prepared(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="session")
def site(environment: dict[str, str]) -> Iterator[str]:
    """The address of a server of the product with the invented people."""
    with served(environment) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One for each file: while it is open the thread has a running loop of asyncio, in which nothing can be signed, and
    the tests that come after must not find it."""
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


class Visitor:
    """Somebody who looks at the pages: opens them in a browser of their own, and what it asked for is remembered."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.context, self.site = context, site
        self.requests: list[Request] = []
        self.violations: list[str] = []
        context.on("request", self._remember)
        context.on("console", lambda message: message.type == "error" and self.violations.append(message.text))
        context.on("weberror", lambda error: self.violations.append(str(error.error)))
        self.page = context.new_page()

    def _remember(self, request: Request) -> None:
        self.requests.append(request)

    def open(self, address: str) -> Page:
        self.page.goto(f"{self.site}{address}")
        return self.page


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Callable[..., Visitor]]:
    """Opens a browser for a visitor, with the options of Playwright: a narrow screen, no script, a dark scheme."""
    opened: list[BrowserContext] = []

    def visit(**options: Any) -> Visitor:
        context = browser.new_context(**{"locale": "ru-KZ", "service_workers": "block", **options})
        context.set_default_timeout(60_000)
        opened.append(context)
        return Visitor(context, site)

    yield visit
    for context in opened:
        context.close()
