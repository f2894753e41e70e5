"""One person and one day are answered alike by whatever door somebody comes in: the same verdict, the same ground where
a ground is told, the same citations."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest

import pytest

from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.coverage.queries import get_status
from saqta.coverage.register import facts_of
from saqta.registry.queries import find_person
from saqta.rules.checks import check_person
from tests.databases.conftest import Register
from tests.databases.filling import fill
from tests.databases.status_channels import BOOK, CHANNELS, Case, Doors, Told

DAYS = (date(2021, 6, 28), date(2024, 2, 29), date(2025, 9, 30), date(2025, 10, 1), date(2026, 1, 1), date(2026, 6, 15))
EACH_DAY = 84 if os.environ.get("SAQTA_DEEP") else 5
"""504 cases in the deep run. Before the first of the days nobody could order a certificate."""


@pytest.fixture
def doors(register: Register) -> Iterator[Doors]:
    yield (made := Doors(register))
    made.close()


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # that both databases agree is shown elsewhere
def test_the_same_person_on_the_same_day_is_told_the_same_by_every_channel(doors: Doors) -> None:
    """UX-46: random people, on the days around which the law changed."""
    chance, grounds = random.Random(7), set[str | None]()
    people = fill(EACH_DAY * 8)
    for on in DAYS:
        for iin in various(people, on, chance)[:EACH_DAY]:
            person = find_person(iin)
            assert person is not None
            case = Case(iin, person.id, on)
            told = {name: ask(doors, case) for name, ask in CHANNELS.items()}
            agreed(told)
            grounds.add(told["terminal"].ground)
    assert {None, "category", "contributions"} < grounds


def various(people: list[Iin], on: date, chance: random.Random) -> list[Iin]:
    """Those who were born by that day, so that neighbours are insured on different grounds or on none."""
    groups: dict[str | None, list[Iin]] = {}
    for iin in chance.sample(people, len(people)):
        status = get_status(iin, on)
        if status is not None and iin.birth_date < on and not contradictory(iin, on):
            groups.setdefault(status.ground, []).append(iin)
    return [iin for row in zip_longest(*groups.values()) for iin in row if iin is not None]


def contradictory(iin: Iin, on: date) -> bool:
    """Whether what is told of somebody cannot be: no feed takes such a person in."""
    person = find_person(iin)
    assert person is not None
    ((_, facts),) = facts_of([person.id], BOOK)
    try:
        check_person(facts, on)
    except Refused:
        return True
    return False


def agreed(told: dict[str, Told]) -> None:
    """Whatever two channels both tell is the same."""
    for field in Told._fields:
        said = {name: getattr(each, field) for name, each in told.items()}
        if field == "ground" and said["terminal"] is None:
            assert not any(said.values()), said
            continue
        spoken = {name: value for name, value in said.items() if value is not None}
        assert len(set(spoken.values())) == 1, (field, spoken)
        assert len(spoken) >= 3, field
    public, own = told["web page"].to_strangers, told["terminal, asked why"].to_the_person
    assert public
    assert own
