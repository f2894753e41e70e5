"""What every request for a page brings with it, whoever is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest

from saqta.basis.text import Language
from saqta.channels.clock import day_in_kazakhstan
from saqta.law.book import Book


@dataclass(frozen=True, slots=True)
class PageRequest:
    """One request for a page, in the language of its address."""

    request: HttpRequest
    language: Language

    @property
    def at(self) -> datetime:
        """The moment of the request: the clock is read once."""
        moment: datetime = self.request.META["saqta.at"]
        return moment

    @property
    def today(self) -> date:
        return day_in_kazakhstan(self.at)

    @property
    def book(self) -> Book:
        book: Book = self.request.META["saqta.desk"].book
        return book

    @property
    def sent(self) -> bool:
        """Whether a form was sent."""
        return self.request.method == "POST"
