"""``saqta worker``: answers the orders for certificates until it is stopped."""

from __future__ import annotations

import logging
import os
import signal
import threading
from functools import cache

from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError

from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.law.book import load
from saqta.orders.notifying import deliver, send_over_https, signing_key
from saqta.orders.signing import Signing
from saqta.orders.working import Worker

PAUSE = 0.5
"""Seconds between two looks when there was nothing to do."""

_WORKING = Text(
    ru="Заказы справок выполняются. Остановить: Ctrl-C",
    kk="Анықтама тапсырыстары орындалып жатыр. Тоқтату: Ctrl-C",
    en="Orders for certificates are being answered. To stop: Ctrl-C",
)
_accidents = logging.getLogger("saqta.accidents")


@cache
def _signing() -> Signing:
    """The key of this process, read once there is one."""
    return Signing(settings.SAQTA_SIGNING, settings.SAQTA_TIME_AUTHORITY)


def run(arguments: Arguments) -> int:
    stopped, parent = threading.Event(), os.getppid()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stopped.set())
    with register():
        if not arguments.beside_server:
            _signing()  # whoever starts a worker is told at once that there is no key
            Page(arguments.language).say(_WORKING)
        worker = Worker(load(), _signing, settings.SAQTA_ADDRESS)
        while not stopped.is_set():
            if not _try_to_work(worker):
                stopped.wait(PAUSE)
            if arguments.beside_server and os.getppid() != parent:
                break  # the server was killed, and whoever is killed stops nobody
    return 0


def _try_to_work(worker: Worker) -> bool:
    """Whether there was something to do. A database that does not answer is asked again; what was taken comes back when
    its lease is over."""
    try:
        tried = deliver(signing_key(settings.SAQTA_KEYS.read_bytes()), send_over_https, at=now())
        return worker.work(now()) + tried > 0
    except DatabaseError as error:
        _accidents.error("%s while answering orders", type(error).__name__)
        connection.close()
        return False
