"""A real server, asked over loopback and killed in the middle: what was answered was written down."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from saqta.channels.clock import now
from saqta.coverage.demo import PEOPLE
from saqta.coverage.verify import findings
from saqta.journal.models import Read
from saqta.journal.reads import move_reads
from saqta.law.book import load
from tests.channels.command_line import saqta
from tests.databases.conftest import Register

pytestmark = pytest.mark.enable_socket

BUDGETS = ("address", "number", "everybody", "unproven-address", "unproven-everybody")


@pytest.fixture
def port(register: Register) -> Iterator[int]:
    assert saqta("prepare", "--demo").status == 0
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = int(free.getsockname()[1])
    environment = os.environ | {
        "SAQTA_HOME": str(register.home),
        "DATABASE_URL": register.url,
        "SAQTA_BUDGETS": ",".join(f"{name}=100000/1000000" for name in BUDGETS),
    }
    command = [sys.executable, "-m", "saqta", "serve", "--port", str(number), "--workers", "1"]
    serving = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)
    for _ in range(200):
        with suppress(OSError), socket.create_connection(("127.0.0.1", number), 1):
            break
        time.sleep(0.1)
    yield number
    with suppress(ProcessLookupError):
        os.killpg(serving.pid, signal.SIGKILL)
    serving.wait()


def ask(connection: http.client.HTTPConnection, iin: str) -> int:
    connection.request("POST", "/api/v1/status", json.dumps({"iin": iin}), {"Content-Type": "application/json"})
    reply = connection.getresponse()
    reply.read()
    return reply.status


def test_every_question_answered_before_the_kill_is_in_the_journal(register: Register, port: int) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        answered = sum(ask(connection, person.number) == 200 for _ in range(30) for person in PEOPLE)
    assert answered == 300
    for process in processes_of(port):
        os.kill(process, signal.SIGKILL)
    time.sleep(0.5)
    move_reads(register.home / "reads", at=now())
    assert Read.objects.count() == answered
    assert list(findings(load(), every=1)) == []
    assert list((register.home / "reads").iterdir()) == []


def test_a_process_that_answers_is_killed_and_another_takes_its_place(register: Register, port: int) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        assert ask(connection, PEOPLE[0].number) == 200
    server, *answering = processes_of(port)
    for process in answering:
        os.kill(process, signal.SIGKILL)
    assert eventually(lambda: answers(port))
    assert not set(answering) & set(processes_of(port))
    os.kill(server, signal.SIGTERM)
    assert eventually(lambda: processes_of(port) == [])
    assert Read.objects.count() == 2


def answers(port: int) -> bool:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection, suppress(OSError):
        return ask(connection, PEOPLE[0].number) == 200
    return False


def eventually(so: Callable[[], bool]) -> bool:
    """Whether it comes to be so within twenty seconds."""
    for _ in range(200):
        if so():
            return True
        time.sleep(0.1)
    return False


def test_a_server_that_is_asked_to_stop_leaves_nothing_behind(register: Register, port: int) -> None:
    with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        assert ask(connection, PEOPLE[0].number) == 200
    leader = processes_of(port)[0]
    os.kill(leader, signal.SIGTERM)
    assert eventually(lambda: processes_of(port) == [])
    assert Read.objects.count() == 1


def processes_of(port: int) -> list[int]:
    """The server and all it started, the first of them first."""
    found = []
    for folder in Path("/proc").iterdir():
        with suppress(OSError):
            words = (folder / "cmdline").read_bytes().split(b"\0")
            if b"saqta" in words and (str(port).encode() in words):
                found.append(int(folder.name))
    return sorted(found)
