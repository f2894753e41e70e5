"""Who asks, when, and what they may ask of."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from saqta.channels.clock import day_in_kazakhstan
from saqta.coverage.public import PublicDesk
from saqta.law.book import Book


class Asker(NamedTuple):
    """One chat at one moment; ``as_of`` is up to when the register's changes are in its answers, ``update`` by which
    update it came, 0 for what came by no update."""

    chat: int
    at: datetime
    as_of: datetime
    desk: PublicDesk
    update: int = 0

    @property
    def book(self) -> Book:
        return self.desk.book

    @property
    def on(self) -> date:
        return day_in_kazakhstan(self.at)

    @property
    def address(self) -> str:
        """Whose budget a question counts against: that of the account, as on the pages it is that of the network."""
        return f"telegram {self.chat}"
