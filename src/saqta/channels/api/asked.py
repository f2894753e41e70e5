"""One question over HTTP, as the operations see it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from saqta.basis.month import Month, NotAMonth
from saqta.basis.refusal import Fault, Refused
from saqta.basis.text import Text
from saqta.channels.clock import day_in_kazakhstan
from saqta.coverage.public import PublicDesk
from saqta.orders.desk import OrdersDesk

_DAY = Text(
    ru="Ожидается существующая дата вида ГГГГ-ММ-ДД, например 2025-10-01.",
    kk="ЖЖЖЖ-АА-КК түріндегі бар күн күтіледі, мысалы 2025-10-01.",
    en="An existing date written as YYYY-MM-DD is expected, such as 2025-10-01.",
)
_MONTH = Text(
    ru="Ожидается месяц вида ГГГГ-ММ, например 2026-02.",
    kk="ЖЖЖЖ-АА түріндегі ай күтіледі, мысалы 2026-02.",
    en="A month written as YYYY-MM is expected, such as 2026-02.",
)
_MISSING = Text(
    ru="Не хватает параметра {name}.",
    kk="{name} параметрі жетіспейді.",
    en="The parameter {name} is missing.",
)
_READING = Text(
    ru="Ожидается открытый вопрос и вариант, например Q1=tail_only.",
    kk="Ашық мәселе мен нұсқа күтіледі, мысалы Q1=tail_only.",
    en="An open question and an option are expected, such as Q1=tail_only.",
)


PART = "{id}"
"""What stands in the path of an operation for the part that names one thing."""


class Reply(NamedTuple):
    """An answer that is not simply ``200`` with a document in JSON."""

    status: str
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()
    media: str = "application/json"


class Asked(NamedTuple):
    """The body, the words after the question mark, who asks and when, and up to when the register has been followed;
    the headers that some operations read, and the part of the address that names one thing."""

    body: bytes
    query: Mapping[str, Sequence[str]]
    address: str
    at: datetime
    as_of: datetime
    desk: PublicDesk
    orders: OrdersDesk
    authorization: str = ""
    key: str = ""
    part: str = ""
    """What stands in the address in place of ``{id}``."""

    def day(self, name: str) -> date:
        """The day given, or today in Kazakhstan."""
        return self.optional_day(name) or day_in_kazakhstan(self.at)

    def optional_day(self, name: str) -> date | None:
        typed = self.query.get(name)
        if typed is None:
            return None
        try:
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed[-1], re.ASCII):
                return date.fromisoformat(typed[-1])
        except ValueError:
            pass
        raise Refused(Fault("day", _DAY, f"?{name}"))

    def month(self, name: str) -> Month:
        """The month given, or the current one in Kazakhstan."""
        typed = self.query.get(name)
        if typed is None:
            return Month.of(day_in_kazakhstan(self.at))
        try:
            return Month.parse(typed[-1])
        except NotAMonth:
            raise Refused(Fault("month", _MONTH, f"?{name}")) from None

    def optional(self, name: str) -> str | None:
        """A word that may be left out; one without letters counts as left out."""
        return self.query.get(name, ("",))[-1].strip() or None

    def word(self, name: str) -> str:
        """A word that must be given."""
        typed = self.query.get(name, ("",))[-1].strip()
        if not typed:
            raise Refused(Fault("parameter-missing", _MISSING.fill(name=name), f"?{name}"))
        return typed

    def readings(self, name: str) -> dict[str, str]:
        """Other options of open questions, each as ``Q1=tail_only``."""
        chosen = {}
        for typed in self.query.get(name, ()):
            reading, separator, option = typed.partition("=")
            if not separator:
                raise Refused(Fault("reading", _READING, f"?{name}"))
            chosen[reading] = option
        return chosen
