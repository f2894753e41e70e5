"""What anybody who knows a number may be told about it: so little that the answer betrays nothing more.

A number that the register does not know is answered as somebody of that date of birth who never paid, belongs to no
category and has told no citizenship: the same words, the same bytes. That answer is worked out for every question,
whether it is needed or not, so that the time of an answer does not tell either.
"""

from __future__ import annotations

import logging
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from ipaddress import ip_address, ip_network
from typing import Any

from saqta.access.budgets import EVERYBODY, Budget, Budgets, Key, Spent, digest_key
from saqta.access.proof_of_work import ONCE, ProofOfWork
from saqta.basis.identifiers import Iin
from saqta.basis.month import Month, MonthMask
from saqta.coverage.queries import status_under
from saqta.coverage.records import PublicStatus
from saqta.coverage.timelines import answer_on
from saqta.journal.reads import Reads
from saqta.law.book import KNOWN_FROM, Book
from saqta.registry.queries import numbers
from saqta.rules.answer import Verdict
from saqta.rules.case import Case
from saqta.rules.facts import Person, PersonFacts
from saqta.rules.timeline import end_of_known_law, own_days, turning_days

PURPOSE = "public-status"
_NOTHING_PAID = MonthMask(0)
_FIRST_BIRTH = date(1900, 1, 1)
"""Nobody born before is asked about; if somebody is, the answer is the same."""
_ALARM = Budget("alarm", 1, 60_000_000)
_alarms = logging.getLogger("saqta.alarms")
_HOME_NETWORK = 64
"""Bits of an address of the sixth version that name a network; one household has all addresses behind them."""
_UNPROVEN: Spent | None = Spent(ONCE.name, 0)
"""What becomes of a question without a proof where one is asked for, as of one whose proof was used before."""


@dataclass(frozen=True, slots=True)
class PublicBudgets:
    """How often the public may ask: from one address, about one number, and in all."""

    address: Budget
    number: Budget
    everybody: Budget


@dataclass(frozen=True, slots=True)
class WorkAsked:
    """That a question should come with a proof of work, and how often the public may ask without one: from one address
    and in all. Robots without proofs never use up what those with proofs may ask."""

    proofs: ProofOfWork
    address: Budget
    everybody: Budget


class PublicDesk:
    """Answers strangers: within the budgets, and with every look written down before its answer leaves."""

    def __init__(
        self, book: Book, budgets: Budgets, allowed: PublicBudgets, reads: Reads, work: WorkAsked | None = None
    ) -> None:
        self.book, self._budgets, self._allowed, self._reads, self._work = book, budgets, allowed, reads, work
        self._numbers = numbers()
        self._everybody = budgets.of(allowed.everybody, EVERYBODY)

    @property
    def budgets(self) -> Budgets:
        """What is left of the budgets of this server, for other doors that strangers come by."""
        return self._budgets

    def challenge(self, at: datetime) -> dict[str, Any] | None:
        """Work for whoever is going to ask; None where none is asked for."""
        return None if self._work is None else self._work.proofs.challenge(at)

    def ask(
        self, iin: Iin, *, address: str, by: str, at: datetime, on: date, proof: str | None = None
    ) -> PublicStatus | Spent:
        """The public status of this number on the day ``on``, asked by the channel ``by`` from ``address``; or the
        budget that is used up. A ``proof`` that proves nothing, or has paid for a question before, is none: the
        question counts against the smaller budgets of those without. Raises ``OperationalError`` when the database
        does not answer and ``OSError`` when the look cannot be written down: neither is ever told as a status."""
        digest = self._numbers.digest(iin.digits)
        spent = self._spend(digest_key(digest), network_of(address), proof, at)
        if spent is not None:
            return spent
        status = public_status(iin.birth_date, digest, on, self.book)
        self._reads.write_down(status.person, by=by, purpose=PURPOSE, at=at)
        return status

    def _spend(self, number: Key, network: str, proof: str | None, at: datetime) -> Spent | None:
        """Takes one question from the budgets that it counts against."""
        about, of, work, spent = (self._allowed.number, number), self._budgets.of, self._work, _UNPROVEN
        once = None if work is None or proof is None else work.proofs.solved(proof, at)
        if work is None or once is not None:
            proven = (about, of(self._allowed.address, network), self._everybody)
            spent = self._budgets.spend(at, *proven if once is None else ((ONCE, once), *proven))
        if work is not None and spent is not None and spent.budget == ONCE.name:
            spent = self._budgets.spend(at, about, of(work.address, network), of(work.everybody, EVERYBODY))
        if spent is not None and spent.budget.endswith("everybody"):
            self._raise_alarm(spent, at)
        return spent

    def _raise_alarm(self, spent: Spent, at: datetime) -> None:
        """That nobody can ask any more is for whoever runs the server to know, once a minute."""
        if self._budgets.spend(at, self._budgets.of(_ALARM, spent.budget)) is None:
            _alarms.warning("the budget %s is used up for %s s", spent.budget, spent.seconds)


@lru_cache(maxsize=4096)
def network_of(address: str) -> str:
    """Whose budget an address counts against: its own, or of the sixth version that of its network; what is no address
    counts as itself."""
    if ":" not in address:
        return address
    try:
        return str(ip_network((ip_address(address), _HOME_NETWORK), strict=False))
    except ValueError:
        return address


def public_status(birth_date: date, digest: bytes, on: date, book: Book) -> PublicStatus:
    """The public answer about the number with this digest, in which that date of birth is written; ``undetermined``
    when the law of that day is not known, or the number is that of somebody not yet born."""
    verdict, until = _stranger(max(birth_date, last_without_trace(book)), on, book)
    found = status_under(digest, on)
    paid = (_NOTHING_PAID if found is None else found.credited) & _twelve_months(on)
    if found is None:
        return PublicStatus(None, on, verdict, until, paid)
    return PublicStatus(found.person, on, found.verdict, found.lasts_until, paid)


@lru_cache(maxsize=4)
def _twelve_months(on: date) -> MonthMask:
    month = Month.of(on)
    return MonthMask.between(month + -12, month)


@lru_cache(maxsize=8)
def last_without_trace(book: Book) -> date:
    """The latest date of birth of those who were grown up before the known law began. All of them are the same
    stranger, so that one answer serves most of the country."""
    start, _ = book.spans[KNOWN_FROM]
    law = book.on(start)

    def leaves_a_trace(day: int) -> bool:
        case = Case(_facts(date.fromordinal(day)), law)
        return any(turning >= start for turning in own_days(case))

    days = range(_FIRST_BIRTH.toordinal(), start.toordinal() + 1)
    return date.fromordinal(days[bisect_left(days, True, key=leaves_a_trace) - 1])


@lru_cache(maxsize=65_536)
def _stranger(birth_date: date, on: date, book: Book) -> tuple[Verdict, date | None]:
    facts = _facts(birth_date)
    days = turning_days(facts, book)
    if not days or not days[0] <= on < end_of_known_law(book):
        return "undetermined", None
    verdict, _ = answer_on(facts, on, book)
    later = (day for day in days if day > on and answer_on(facts, day, book)[0] != verdict)
    return verdict, next(later, end_of_known_law(book))


def _facts(birth_date: date) -> PersonFacts:
    return PersonFacts(person=Person(birth_date=birth_date), categories=(), payments=())
