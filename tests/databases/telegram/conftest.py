"""The real bot process in front of a strict server of the Bot API, with the invented people in its register."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from saqta.registry.sealed_numbers import make_keys
from tests.databases.telegram.bot_api import BotApi, bot_api
from tests.databases.telegram.signing import TOKEN

Started = subprocess.Popen[str]
Start = Callable[..., Started]

_INVENT = """
from django.conf import settings
from saqta.channels.opening import register
from saqta.channels.clock import now, today
from saqta.channels.following import Followed, Following
from saqta.clinics.demo import make_demo_clinics
from saqta.coverage.demo import make_demo
from saqta.law.book import load
with register():
    make_demo(settings.SAQTA_HOME, today(), load(), at=now())
    make_demo_clinics(today(), at=now())
    Following(load(), settings.SAQTA_READS, Followed(settings.SAQTA_FOLLOWED)).look()
"""


def environment(home: Path) -> dict[str, str]:
    """Where commands find the register in that folder."""
    return os.environ | {"SAQTA_HOME": str(home), "DATABASE_URL": f"sqlite:///{home / 'saqta.sqlite3'}"}


@pytest.fixture(scope="session")
def invented(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with the invented people and clinics, to be copied."""
    home = tmp_path_factory.mktemp("invented")
    shutil.copy(empty_file, home / "saqta.sqlite3")
    make_keys(home / "keys")
    subprocess.run([sys.executable, "-c", _INVENT], env=environment(home), check=True)
    return home


@pytest.fixture
def home(invented: Path, tmp_path: Path) -> Path:
    """A register of this test's own."""
    return Path(shutil.copytree(invented, tmp_path / "home"))


@pytest.fixture
def api(socket_enabled: None) -> Iterator[BotApi]:
    with bot_api() as opened:
        yield opened


@pytest.fixture
def start(home: Path, api: BotApi, tmp_path: Path) -> Iterator[Start]:
    """Starts the bot, with other words after the command and other settings; what it writes is kept in the log.
    ``program`` runs in its place the same command, which comes after it."""
    running: list[Started] = []

    def start_bot(*words: str, at: Path = home, program: tuple[str, ...] = ("-m", "saqta"), **settings: str) -> Started:
        told = environment(at) | {
            "SAQTA_TELEGRAM_TOKEN": TOKEN,
            "SAQTA_TELEGRAM_SERVER": api.address,
            "SAQTA_BUDGETS": "number=1000/1000,unproven-address=1000/1000",
            **settings,
        }
        command = [sys.executable, *program, "bot", *words, "--lang", "en"]
        with (tmp_path / "log").open("a") as log:
            running.append(subprocess.Popen(command, env=told, stdout=log, stderr=log, text=True))
        return running[-1]

    yield start_bot
    for process in running:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGKILL)
        process.wait()


@pytest.fixture
def log(tmp_path: Path) -> Callable[[], str]:
    """What the bot has written so far."""
    return (tmp_path / "log").read_text
