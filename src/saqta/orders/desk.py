"""The desk at which people order about themselves and others check what they were shown: with budgets, one for all
doors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from saqta.access.budgets import EVERYBODY, Budget, Budgets, Spent
from saqta.access.identity import Identities
from saqta.access.records import person as person_named
from saqta.coverage.public import network_of
from saqta.law.book import Book
from saqta.orders import checking
from saqta.orders.actions import Placed, Wanted, answer_consent, place_order
from saqta.orders.queries import own_order
from saqta.orders.records import CertificateRecord, OrderRecord
from saqta.orders.texts import refused
from saqta.registry.queries import find_person


@dataclass(frozen=True, slots=True)
class OrderBudgets:
    """How often one person may order; how often certificates may be asked for by their codes, from one address and in
    all."""

    person: Budget
    address: Budget
    everybody: Budget


class OrdersDesk:
    """Takes orders of people who proved who they are, and answers those who were shown a certificate."""

    def __init__(self, book: Book, identities: Identities, budgets: Budgets, allowed: OrderBudgets) -> None:
        self.book, self._identities, self._budgets, self._allowed = book, identities, budgets, allowed

    def sign_in(self, written: str, at: datetime) -> UUID:
        """The person whom a provider of identity vouches for; raises ``Refused`` when nobody does, and for somebody
        whom the register does not know."""
        found = find_person(self._identities.proven(written, at).iin)
        if found is None:
            raise refused("unknown-person")
        return found.id

    def place(self, person: UUID, wanted: Wanted, *, key: str, evidence: str, at: datetime) -> Placed | Spent:
        """An order of this person, or the budget that is used up; raises ``Refused``."""
        spent = self._budgets.spend(at, self._budgets.of(self._allowed.person, person.hex))
        if spent is not None:
            return spent
        by = person_named(person)
        return place_order(person, wanted, key=key, evidence=evidence, book=self.book, by=by, at=at)

    def consent(self, identifier: UUID, person: UUID, given: bool, *, evidence: str, at: datetime) -> OrderRecord:
        """What this person says about their own order; raises ``Refused``."""
        if own_order(identifier, person) is None:
            raise refused("no-such-order")
        return answer_consent(identifier, given, evidence=evidence, by=person_named(person), at=at)

    def by_token(self, token: str, *, address: str, at: datetime) -> CertificateRecord | Spent | None:
        """The certificate with this secret."""
        return self._spent(address, at) or checking.by_token(token, self.book, at=at)

    def by_code(self, code: str, birth_date: date, *, address: str, at: datetime) -> CertificateRecord | Spent | None:
        """The certificate with this short code of somebody born that day."""
        return self._spent(address, at) or checking.by_code(code, birth_date, self.book, at=at)

    def _spent(self, address: str, at: datetime) -> Spent | None:
        return self._budgets.spend(
            at,
            self._budgets.of(self._allowed.address, network_of(address)),
            self._budgets.of(self._allowed.everybody, EVERYBODY),
        )
