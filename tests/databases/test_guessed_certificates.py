"""Nobody comes by a certificate by guessing: not by the secret in its QR code, and not by its short code either, also
when the date of birth is known."""

from __future__ import annotations

import os
import random
import secrets
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.conf import settings

from saqta.access.budgets import Spent, read_budgets
from saqta.access.identity import Identities
from saqta.channels.serving import order_budgets
from saqta.coverage.public import PublicBudgets
from saqta.orders.desk import OrdersDesk
from saqta.orders.models import Certificate
from saqta.orders.secrets_of_certificates import ALPHABET, CODE_LETTERS, TOKEN_BYTES, new_code, new_token
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, place, settle, somebody, worker
from tests.databases.test_answers_over_http import GENEROUS, Server

GUESSES = 100_000
LOOKED_UP = 100_000 if os.environ.get("SAQTA_DEEP") else 3_000
BORN = date(1985, 5, 20)
BUDGETS = read_budgets(settings.SAQTA_ORDER_BUDGETS)
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # budgets lie in a file of their own


@pytest.fixture
def desk(register: Register) -> Iterator[OrdersDesk]:
    """The desk with the budgets of the product, where one certificate was issued."""
    place(settle(somebody()))
    worker().work(AT)
    assert Certificate.objects.count() == 1
    made = Server(register.home, PublicBudgets(*GENEROUS))
    yield OrdersDesk(BOOK, Identities(register.home / "none"), made.budgets, order_budgets())
    made.reads.close()
    made.budgets.close()


def test_a_hundred_thousand_guesses_at_once_are_stopped_by_the_budgets(desk: OrdersDesk) -> None:
    """From five hundred addresses, half of them by short code with the right date of birth."""
    chance, stopped = random.Random(2026), 0
    for number in range(GUESSES):
        address = f"198.51.{chance.randrange(100)}.{number % 250}"
        if number % 2:
            found = desk.by_code(new_code(), BORN, address=address, at=AT)
        else:
            found = desk.by_token(new_token(), address=address, at=AT)
        assert found is None or isinstance(found, Spent)
        stopped += found is not None
    assert GUESSES - stopped == BUDGETS["certificate-everybody"].at_once


def test_guesses_that_keep_within_the_budgets_find_nothing(desk: OrdersDesk) -> None:
    """As fast as the budget for everybody allows, which takes five hours for the whole hundred thousand."""
    pace, asked = timedelta(microseconds=BUDGETS["certificate-everybody"].interval), 0
    for number in range(LOOKED_UP):
        address = f"10.{number >> 8 & 255}.{number & 255}.1"
        found = desk.by_code(new_code(), BORN, address=address, at=AT + number * pace)
        asked += not isinstance(found, Spent)
        assert found is None
    assert asked == LOOKED_UP


def test_the_budgets_leave_a_guesser_no_hope_in_a_year(register: Register) -> None:
    """Ten million certificates, each person's date of birth known, and the budget for everybody used by one guesser."""
    a_year = 365 * 24 * 3600 * 1_000_000 // BUDGETS["certificate-everybody"].interval
    certificates, dates_of_birth = 10_000_000, 36_525
    assert len(secrets.token_urlsafe(TOKEN_BYTES)) >= 22
    assert a_year * certificates / 2 ** (8 * TOKEN_BYTES) < 1e-20
    of_one_date = certificates / dates_of_birth
    assert a_year * of_one_date / len(ALPHABET) ** CODE_LETTERS < 1e-3
