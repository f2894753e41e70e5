"""One server for all who come over HTTP: programs at ``/api/``, people at the pages.

``application`` is what a WSGI server calls once in each of its processes.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection as database
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created

from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.access.budgets import Budgets, read_budgets
from saqta.access.citizens import connected
from saqta.access.identity import Identities
from saqta.access.proof_of_work import ProofOfWork
from saqta.channels.api.application import Application, Interface
from saqta.channels.egov.application import Gateway
from saqta.channels.following import Followed
from saqta.coverage.public import PublicBudgets, PublicDesk, WorkAsked
from saqta.envelopes.posting import post
from saqta.journal.reads import Reads
from saqta.law.book import Book, load
from saqta.orders.desk import OrderBudgets, OrdersDesk
from saqta.orders.gateway import GatewayBudgets, GatewayDesk
from saqta.orders.gateway_settings import read_settings, senders_of, signatures_of

_MOST_MAPPED = 1 << 40
"""Bytes of a register; SQLite maps no more than its own limit, which is two gibibytes as a rule."""


def application() -> Interface:
    """The application of this process: budgets shared with the other processes, a file of reads of its own."""
    if database.vendor == "sqlite":
        _finish_what_runs()
        connection_created.connect(_read_in_place)
    with register():
        book = load()
        keys = settings.SAQTA_KEYS.read_bytes()
        budgets = Budgets(settings.SAQTA_HOME / "budgets", keys)
        allowed, work = public_budgets(settings.SAQTA_BUDGETS, ProofOfWork(keys))
        desk = PublicDesk(book, budgets, allowed, Reads(settings.SAQTA_READS), work)
        followed = Followed(settings.SAQTA_FOLLOWED)
        orders = OrdersDesk(book, trusted(), budgets, order_budgets())
        pages = _with_gateway(book, budgets, followed, get_wsgi_application())
    # The law and the framework stay as long as the process: what is never thrown away need not be looked through.
    gc.collect()
    gc.freeze()
    return Interface(desk, followed.get, pages, orders, proxy=settings.SAQTA_PROXY)


def _finish_what_runs() -> None:
    """Asks the system not to interrupt the thread that answers each time the thread of the network wakes up. Questions
    are then handed over several at a time, and a core that is busy answers a quarter more of them. With PostgreSQL each
    answer waits for another process anyway, and whoever interrupts nobody would wait longer."""
    if sys.platform == "linux":
        with suppress(OSError):  # a system that forbids it only answers slower
            os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))


def _read_in_place(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Lets SQLite read a register where the system keeps it: a page that was copied is copied again after each change
    that the process beside makes."""
    connection.connection.execute(f"PRAGMA mmap_size={_MOST_MAPPED}")


def _with_gateway(book: Book, budgets: Budgets, followed: Followed, pages: Application) -> Application:
    """The pages, behind the door of the state gateway where this server has joined it."""
    joined = read_settings(settings.SAQTA_EGOV)
    if joined is None:
        return pages
    named = read_budgets(settings.SAQTA_ORDER_BUDGETS)
    desk = GatewayDesk(
        book,
        senders_of(settings.SAQTA_EGOV),
        signatures_of(settings.SAQTA_EGOV, joined, post),
        joined.services,
        budgets,
        GatewayBudgets(named["gateway-number"], named["gateway-sender"]),
        followed.get,
    )
    return Gateway(desk, pages)


def trusted() -> Identities:
    """Whose word counts when a program brings it; raises ``NotAProvider``."""
    provider = connected()
    return Identities(settings.SAQTA_IDENTITY, None if provider is None else provider.bearer)


def order_budgets() -> OrderBudgets:
    """How often orders and certificates may be asked for; raises ``NoBudget``."""
    named = read_budgets(settings.SAQTA_ORDER_BUDGETS)
    return OrderBudgets(named["order"], named["certificate-address"], named["certificate-everybody"])


def public_budgets(written: str, proofs: ProofOfWork) -> tuple[PublicBudgets, WorkAsked]:
    """What the public may ask with a proof of work, and without one; raises ``NoBudget`` and, for a name that there is
    not or that is missing, ``TypeError``."""
    named = read_budgets(written)
    work = WorkAsked(proofs, named.pop("unproven-address"), named.pop("unproven-everybody"))
    return PublicBudgets(**named), work
