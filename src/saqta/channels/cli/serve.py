"""``saqta serve``: answers over HTTP, with ``saqta follow`` and ``saqta worker`` beside it."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from granian import Granian
from granian.constants import HTTPModes, Interfaces

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.channels.following import Followed
from saqta.envelopes.posting import post
from saqta.orders.gateway_settings import read_settings, senders_of, signatures_of

_SERVING = Text(
    ru="Saqta отвечает по адресу http://{host}:{port}/ — остановить: Ctrl-C",
    kk="Saqta http://{host}:{port}/ мекенжайында жауап береді — тоқтату: Ctrl-C",
    en="Saqta answers at http://{host}:{port}/ — to stop it: Ctrl-C",
)


def run(arguments: Arguments) -> int:
    port, workers = arguments.whole_number("port", least=1), arguments.whole_number("workers", least=1)
    server = Granian(
        "saqta.channels.serving:application",
        factory=True,
        address=arguments.host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        http=HTTPModes.http1,  # what is in front of a public server speaks HTTP/2 for it
        respawn_failed_workers=True,  # one that is killed takes no other with it
        blocking_threads=1,  # one thread of Python answers faster than several that wait for one another
        log_enabled=False,
    )
    _see_that_the_gateway_is_whole()
    with register(), _following(), _working():
        Page(arguments.language).say(_SERVING.fill(host=arguments.host, port=str(port)))
        sys.stdout.flush()
        server.serve()
    return 0


def _see_that_the_gateway_is_whole() -> None:
    """Raises ``Refused`` where a server that joined the state gateway lacks a key or a certificate: whoever starts it
    is told at once, and not the processes that answer, one after another."""
    joined = read_settings(settings.SAQTA_EGOV)
    if joined is not None:
        signatures_of(settings.SAQTA_EGOV, joined, post)
        senders_of(settings.SAQTA_EGOV)


class NothingFollows(RuntimeError):
    """The process that keeps the answers up to date ended before the first answer."""


@contextmanager
def _following() -> Iterator[None]:
    """The process that keeps the answers up to date, from before the first answer until after the last."""
    began, followed = now(), Followed(settings.SAQTA_FOLLOWED)
    following = subprocess.Popen([sys.executable, "-m", "saqta", "follow", "--beside-server"])
    try:
        while followed.get() < began:
            if following.poll() is not None:
                raise NothingFollows(f"saqta follow ended with status {following.returncode}")
            time.sleep(0.05)
        yield
    finally:
        following.send_signal(signal.SIGTERM)
        following.wait()


@contextmanager
def _working() -> Iterator[None]:
    """The process that answers orders. If it dies the pages go on, and say of each order that it is late."""
    working = subprocess.Popen([sys.executable, "-m", "saqta", "worker", "--beside-server"])
    try:
        yield
    finally:
        working.send_signal(signal.SIGTERM)
        working.wait()
