"""A register full of random people, dense around one day: their categories, their months, their deaths."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime

from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.coverage.actions import follow_journal
from saqta.law.book import load
from saqta.ledger.actions import post_receipts
from saqta.ledger.receipts import Receipt
from saqta.population.held import ATTRIBUTES
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.records import ToldMembership, ToldPerson
from saqta.rules.facts import PersonFacts
from tests.rooms.ledger.payment_samples import invented_iin
from tests.rooms.population.invented_facts import invented_people

BOOK = load()
AT = datetime(2025, 10, 3, 9, 0, tzinfo=UTC)
NEAR = date(2025, 10, 1)


def fill(count: int) -> list[Iin]:
    """People each born on a day of their own, so that a test can find them where nothing else could."""
    chance = random.Random(count)
    births = chance.sample(range(date(1945, 1, 1).toordinal(), date(2025, 6, 1).toordinal()), count)
    iins = [Iin.parse(invented_iin(number, date.fromordinal(birth))) for number, birth in enumerate(births)]
    facts = invented_people(chance, NEAR, count)
    record_people([_person(iin, one, chance) for iin, one in zip(iins, facts, strict=True)], by="test", at=AT)
    memberships = [found for iin, one in zip(iins, facts, strict=True) for found in _memberships(iin, one)]
    record_memberships(memberships, source="test", by="test", at=AT)
    receipts = [found for iin, one in zip(iins, facts, strict=True) for found in _receipts(iin, one, chance)]
    post_receipts(receipts, by="test", at=AT)
    follow_journal(BOOK)
    return iins


def _person(iin: Iin, facts: PersonFacts, chance: random.Random) -> ToldPerson:
    died = facts.person.died_on
    assert iin.birth_date is not None
    return ToldPerson(
        iin,
        citizenship=facts.person.citizenship,
        residence=facts.person.residence,
        died_on=died if isinstance(died, date) and iin.birth_date <= died else None,
        region=chance.choice(["750000000", "196243100", None]),
    )


def _memberships(iin: Iin, facts: PersonFacts) -> list[ToldMembership]:
    assert iin.birth_date is not None
    return [
        ToldMembership(iin, one.code, one.start, one.until, tuple(_details(one).items()))
        for one in facts.categories or ()
        if iin.birth_date <= one.start
    ]


def _details(member: object) -> Mapping[str, object]:
    said = {name: getattr(member, name) for name in ATTRIBUTES}
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in said.items()
        if value is not None
    }


def _receipts(iin: Iin, facts: PersonFacts, chance: random.Random) -> list[Receipt]:
    codes = [PaymentCode.INSUREE_CONTRIBUTION, PaymentCode.EMPLOYER_CONTRIBUTION]
    payer = chance.choice([iin, None])
    return [
        Receipt(iin, Month.parse(one.month), chance.choice(codes), Money.tenge(one.amount), one.paid_on, payer)
        for one in facts.payments or ()
        if one.amount is not None
    ]
