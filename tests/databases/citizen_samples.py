"""A server at which invented people sign in: an employed mother, her child, and somebody else, with little paid so that
it is made in a blink."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from django.conf import settings

from saqta.access.demo_identity import make_demo_provider
from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.coverage.demo import MOTHER_AND_CHILD, PEOPLE
from saqta.coverage.public import PublicBudgets
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.queries import find_person
from saqta.registry.records import ToldMembership, ToldPerson
from saqta.registry.representing import record_representations
from tests.databases.conftest import Register
from tests.databases.ordering import AT, EMPLOYER, YEAR
from tests.databases.test_answers_over_http import GENEROUS, Server

MOTHER, OTHER, CHILD, PENSIONER = (PEOPLE[place].number for place in (0, 1, 5, 6))


def identifier(number: str) -> UUID:
    """Who it is in the register."""
    found = find_person(Iin.parse(number))
    assert found is not None
    return found.id


def settle_them() -> None:
    """The people, what was paid for the mother, and for whom she speaks."""
    numbers = (MOTHER, OTHER, CHILD, PENSIONER)
    told = [ToldPerson(Iin.parse(number), citizenship="KZ", residence="permanent") for number in numbers]
    record_people(told, by="test", at=AT)
    code, amount = PaymentCode.EMPLOYER_CONTRIBUTION, Money.tenge("10500.00")
    receipts = [Receipt(Iin.parse(MOTHER), month, code, amount, AT.date(), EMPLOYER) for month in YEAR]
    post_receipts(receipts, by="test", at=AT)
    person = PEOPLE[6]
    assert person.category is not None
    assert person.held_since is not None
    held = ToldMembership(Iin.parse(PENSIONER), person.category, person.held_since, None)
    record_memberships([held], source="pension-fund", by="test", at=AT)
    record_representations([MOTHER_AND_CHILD], source="civil-records", by="test", at=AT)


@contextmanager
def serving(register: Register) -> Iterator[Server]:
    """A server of a demonstration with these people and its provider of identity."""
    settle_them()
    (register.home / "demo").touch()
    make_demo_provider(register.home, register.home / "identity.json", settings.SAQTA_OPENID)
    made = Server(register.home, PublicBudgets(*GENEROUS))
    made.at = AT
    made.follow()
    yield made
    made.reads.close()
    made.budgets.close()
