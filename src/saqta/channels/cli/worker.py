"""``saqta worker``: answers the orders for certificates until it is stopped."""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from functools import cache

from django.conf import settings
from django.db import connection
from django.db.utils import Error as DatabaseError

from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.cli.arguments import Arguments
from saqta.channels.cli.output import Page
from saqta.channels.clock import now
from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.envelopes.posting import post
from saqta.law.book import Book, load
from saqta.orders.gateway_settings import read_settings, signatures_of
from saqta.orders.mailing import BadMailServer, MailServer, post_letters
from saqta.orders.notifying import deliver, send_over_https, signing_key
from saqta.orders.owing import Owing
from saqta.orders.signing import Signing
from saqta.orders.time_stamps import Stamping
from saqta.orders.working import Worker

PAUSE = 0.5
"""Seconds between two looks when there was nothing to do."""

_WORKING = Text(
    ru="Заказы справок выполняются. Остановить: Ctrl-C",
    kk="Анықтама тапсырыстары орындалып жатыр. Тоқтату: Ctrl-C",
    en="Orders for certificates are being answered. To stop: Ctrl-C",
)
_BAD_MAIL_SERVER = Text(
    ru="Почтовый сервер пишется так: SAQTA_MAIL=smtps://имя:пароль@сервер, и SAQTA_MAIL_FROM с адресом отправителя.",
    kk="Пошта сервері былай жазылады: SAQTA_MAIL=smtps://аты:құпиясөз@сервер, әрі SAQTA_MAIL_FROM жіберушінің "
    "мекенжайымен.",
    en="A mail server is written as SAQTA_MAIL=smtps://name:password@host, with SAQTA_MAIL_FROM, the sender's address.",
)
_accidents = logging.getLogger("saqta.accidents")


def _signing() -> Callable[[], Signing]:
    """The keys, read once there are any. Each thread has its own: the authority of time of the demonstration is a clock
    that is set before each signature."""
    return cache(lambda: Signing(settings.SAQTA_SIGNING, settings.SAQTA_TIME_AUTHORITY))


def run(arguments: Arguments) -> int:
    stopped, parent, signing = threading.Event(), os.getppid(), _signing()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: stopped.set())
    with register():
        mail = _mail_server()
        if not arguments.beside_server:
            signing()  # whoever starts a worker is told at once that there is no key
            Page(arguments.language).say(_WORKING)
        worker = Worker(book := load(), signing, settings.SAQTA_ADDRESS)
        beside = [_beside(work, stopped) for work in (_telling(mail), *_for_the_gateway(book))]
        while not stopped.is_set():
            if not _tried(lambda: worker.work(now())):
                stopped.wait(PAUSE)
            if arguments.beside_server and os.getppid() != parent:
                stopped.set()  # the server was killed, and whoever is killed stops nobody
        for thread in beside:
            thread.join()
    return 0


def _mail_server() -> MailServer | None:
    """Raises ``Refused`` for one that is not written as it must be; None where no letters are sent."""
    if settings.SAQTA_MAIL is None:
        return None
    try:
        return MailServer.read(settings.SAQTA_MAIL, settings.SAQTA_MAIL_FROM)
    except BadMailServer:
        raise Refused(Fault("mail-server", _BAD_MAIL_SERVER, "SAQTA_MAIL")) from None


def _telling(mail: MailServer | None) -> Callable[[], int]:
    """Tells people and programs how their orders went, one at a time, so that none is held longer than its lease."""

    def told() -> int:
        count = deliver(signing_key(settings.SAQTA_KEYS.read_bytes()), send_over_https, at=now())
        if mail is not None:
            count += post_letters(mail.send, mail.sender, settings.SAQTA_ADDRESS, at=now())
        return count

    return told


def _for_the_gateway(book: Book) -> Iterator[Callable[[], int]]:
    """What a server that joined the state gateway does for it: sends the answers that are owed, if it was told where
    to, and gets time-stamps for those that were given. Raises ``Refused`` for settings that are none, and without a
    key."""
    joined = read_settings(settings.SAQTA_EGOV)
    if joined is None:
        return
    if joined.address is not None:
        signatures = signatures_of(settings.SAQTA_EGOV, joined, post)
        owing = Owing(book, signatures, joined.own, joined.services.certificate, joined.address, post)
        yield lambda: owing.send_owed(now())
    stamping = Stamping(_signing())
    yield lambda: stamping.stamp_due(now())


def _beside(work: Callable[[], int], stopped: threading.Event) -> threading.Thread:
    """Work in a thread of its own until stopped, so that nobody's order waits for somebody else's slow server."""

    def run() -> None:
        while not stopped.is_set():
            if not _tried(work):
                stopped.wait(PAUSE)
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def _tried(work: Callable[[], int]) -> bool:
    """Whether there was something to do. A database that does not answer is asked again; what was taken comes back when
    its lease is over."""
    try:
        return work() > 0
    except DatabaseError as error:
        _accidents.error("%s while answering orders", type(error).__name__)
        connection.close()
        return False
