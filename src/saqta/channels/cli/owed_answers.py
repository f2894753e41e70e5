"""Beside the work on orders: sends the state gateway what is owed to it, so that no order waits for a slow gateway."""

from __future__ import annotations

import logging
import threading

from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError

from saqta.channels.clock import now
from saqta.channels.opening import register  # noqa: F401  # makes the rooms that keep rows importable

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.envelopes.posting import post
from saqta.law.book import Book
from saqta.orders.gateway_settings import read_settings, signatures_of
from saqta.orders.owing import Owing

PAUSE = 0.5
"""Seconds between two looks when nothing was owed."""
_accidents = logging.getLogger("saqta.accidents")


def owing_of(book: Book) -> Owing | None:
    """Whoever sends what is owed; None where this server has not joined the gateway, or was not told where it is.
    Raises ``Refused`` for settings that are none, and without a key."""
    joined = read_settings(settings.SAQTA_EGOV)
    if joined is None or joined.address is None:
        return None
    signatures = signatures_of(settings.SAQTA_EGOV, joined, post)
    return Owing(book, signatures, joined.own, joined.services.certificate, joined.address, post)


def send_beside(owing: Owing, stopped: threading.Event) -> threading.Thread:
    """Sends in a thread of its own until stopped."""

    def run() -> None:
        while not stopped.is_set():
            if not _send(owing):
                stopped.wait(PAUSE)
        connection.close()

    thread = threading.Thread(target=run, name="owed answers")
    thread.start()
    return thread


def _send(owing: Owing) -> bool:
    """Whether something was owed. A database that does not answer is asked again; so is whatever else goes wrong, and
    what was taken comes back when its lease is over."""
    try:
        return owing.send_owed(now()) > 0
    except DatabaseError as error:
        _accidents.error("%s while answering the state gateway", type(error).__name__)
        connection.close()
        return False
