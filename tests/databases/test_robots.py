"""P-01: nobody harvests statuses."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import cycle

import pytest
from django.conf import settings

from saqta.access.budgets import Spent, read_budgets
from saqta.access.proof_of_work import LIFETIME, ProofOfWork, Work
from saqta.basis.identifiers import Iin
from saqta.channels.serving import public_budgets
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import ADULT, AT, NEVER_PAID, Server
from tests.rooms.access.test_proof_of_work import solved
from tests.rooms.ledger.payment_samples import invented_iin

WALKED = 10_000
BUDGETS = read_budgets(settings.SAQTA_BUDGETS)


@pytest.fixture
def guarded(register: Register) -> Iterator[Server]:
    """A server with the budgets of the product, and as little work as can be asked for."""
    allowed, work = public_budgets(settings.SAQTA_BUDGETS, ProofOfWork(bytes(64), Work(1, 1, 2)))
    yield (made := Server(register.home, allowed, work))
    made.reads.close()
    made.budgets.close()


def walked(served: Server, addresses: int, *, proving: bool, reusing: bool = False) -> int:
    """How many of ten thousand generated numbers are answered when all are asked about at once."""
    from_addresses = cycle([f"198.{51 + place // 250}.100.{place % 250}" for place in range(addresses)])
    ask = partial(served.desk.ask, by="public:api", at=AT, on=AT.date())
    answered = 0
    again = solved(served.desk.challenge(AT) or {})
    for place in range(WALKED):
        iin = Iin.parse(invented_iin(place % 100, date(1960, 1, 1) + timedelta(days=place // 100)))
        proof = (again if reusing else solved(served.desk.challenge(AT) or {})) if proving else None
        answered += not isinstance(ask(iin, address=next(from_addresses), proof=proof), Spent)
    return answered


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # budgets lie in a file of their own
@pytest.mark.parametrize("addresses", [1, 50, 500])
def test_ten_thousand_numbers_get_no_more_answers_than_the_budgets_allow(guarded: Server, addresses: int) -> None:
    """Without proofs at most one in twenty, from however many addresses; with ten thousand proofs at most a half, also
    after robots without proofs have used up what there is for them."""
    bare = walked(guarded, addresses, proving=False)
    assert bare == min(addresses * BUDGETS["unproven-address"].at_once, BUDGETS["unproven-everybody"].at_once)
    assert bare <= WALKED // 20
    proven = walked(guarded, addresses, proving=True)
    at_most = min(addresses * BUDGETS["address"].at_once, BUDGETS["everybody"].at_once)
    # What is left over when the proofs are spent counts as unproven, of which nothing is left.
    assert proven == at_most <= WALKED // 2


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_one_proof_used_ten_thousand_times_is_worth_one_question(guarded: Server) -> None:
    everybody = BUDGETS["unproven-everybody"].at_once
    assert walked(guarded, 500, proving=True, reusing=True) == 1 + everybody


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_proof_is_asked_for_and_spent_over_http(guarded: Server) -> None:
    given = asked(guarded.application, "GET", "/api/v1/proof-of-work")
    assert given.headers["cache-control"] == "no-store"
    proof = solved(given.document["challenge"])
    at_once = BUDGETS["unproven-address"].at_once

    def status(**more: str) -> int:
        body = {"iin": ADULT.digits if more else NEVER_PAID.digits, **more}
        return asked(guarded.application, "POST", "/api/v1/status", body=body).status

    assert [status() for _ in range(at_once + 1)] == [200] * at_once + [429]
    assert status(proof=proof) == 200
    assert status(proof=proof) == 429  # spent: this address has no questions without a proof left
    late = solved(asked(guarded.application, "GET", "/api/v1/proof-of-work").document["challenge"])
    guarded.at += LIFETIME
    assert guarded.desk._work is not None
    assert guarded.desk._work.proofs.solved(late, guarded.at) is None


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_spent_address_keeps_its_proof_for_later(guarded: Server) -> None:
    """Nothing is taken from any budget when one of them is used up, and a proof is one of them."""
    ask = partial(guarded.desk.ask, address="192.0.2.1", by="public:api", on=AT.date())
    at_once = BUDGETS["number"].at_once
    for _ in range(at_once):
        ask(ADULT, at=AT, proof=solved(guarded.desk.challenge(AT) or {}))
    proof = solved(guarded.desk.challenge(AT) or {})
    waiting = ask(ADULT, at=AT, proof=proof)
    assert isinstance(waiting, Spent)
    assert waiting.budget == "number"
    later = AT + timedelta(seconds=waiting.seconds)
    assert not isinstance(ask(ADULT, at=later, proof=proof), Spent)
    assert guarded.desk._work is not None


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_walk_through_the_numbers_raises_an_alarm_once_a_minute_and_names_nobody(
    guarded: Server, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "saqta.alarms"):
        walked(guarded, 500, proving=False)
    (alarm,) = caplog.records
    assert "unproven-everybody" in alarm.getMessage()
    assert "198." not in alarm.getMessage()
