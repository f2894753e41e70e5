"""One server for all who come over HTTP: programs at ``/api/``, people at the pages.

``application`` is what a WSGI server calls once in each of its processes.
"""

from __future__ import annotations

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from saqta.channels.opening import register

# isort: split
# The rooms that keep rows can be imported only after the register's settings are known.
from saqta.access.budgets import Budgets, read_budgets
from saqta.channels.api.application import Interface
from saqta.channels.following import Followed
from saqta.coverage.public import PublicBudgets, PublicDesk
from saqta.journal.reads import Reads
from saqta.law.book import load


def application() -> Interface:
    """The application of this process: budgets shared with the other processes, a file of reads of its own."""
    with register():
        book = load()
        budgets = Budgets(settings.SAQTA_HOME / "budgets", settings.SAQTA_KEYS.read_bytes())
        allowed = PublicBudgets(**read_budgets(settings.SAQTA_BUDGETS))
        desk = PublicDesk(book, budgets, allowed, Reads(settings.SAQTA_READS))
        followed = Followed(settings.SAQTA_FOLLOWED)
    return Interface(desk, followed.get, get_wsgi_application(), proxy=settings.SAQTA_PROXY)
