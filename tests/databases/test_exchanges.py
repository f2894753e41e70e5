"""What went through the state gateway is kept once, on either database, and sent until it is taken."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connections

from saqta.journal.queries import looks_at
from saqta.orders.exchanges import evidence, exchanges
from saqta.orders.models import Exchange, Order, OwedAnswer
from saqta.orders.queries import changed_entries
from saqta.registry.queries import find_person
from tests.databases.gateway_door import OURS, OWN, PORTAL, Door, about, joined, ordering
from tests.databases.ordering import AT, MINUTE, YEAR, pay, worker
from tests.state_gateway import (
    Taking,
    accepted,
    again,
    another_chain,
    away,
    garbage,
    judged,
    question,
    reset,
    signed,
    slow,
)

door = pytest.fixture(joined)


def test_a_message_that_comes_again_gets_the_same_bytes_and_nothing_happens_twice(door: Door) -> None:
    """The connection was lost after our answer was written: nobody at the other end knows."""
    status, order = signed(question(data=about(OWN.digits)), PORTAL), signed(ordering(OWN.digits), PORTAL)
    first = door.send(status), door.send(order, "async")
    door.at += MINUTE
    pay(OWN, YEAR[:1])
    assert (door.send(status).written, door.send(order, "async").written) == (first[0].written, first[1].written)
    assert (Exchange.objects.count(), Order.objects.count(), OwedAnswer.objects.count()) == (2, 1, 1)
    person = find_person(OWN)
    assert person is not None
    assert len([read for read in looks_at(person.id) if read.purpose == "state-gateway-status"]) == 2


FAILS = (away, again, garbage, another_chain, slow, reset)


def test_an_answer_is_sent_until_it_is_taken_and_taken_once(door: Door) -> None:
    """Whatever happened to the tries before, even when the gateway had taken the answer and nobody learnt of it."""
    door.order()
    worker().work(AT + MINUTE)
    gateway, at = Taking(*FAILS, accepted), AT + MINUTE
    owing = door.owing(gateway)
    for taken in (0, 0, 0, 0, 1, 1, 1):
        assert owing.send_owed(at) == 1
        assert owing.send_owed(at) == 0  # not at once again
        assert len(gateway.taken) == taken
        at += 2 * MINUTE
    assert owing.send_owed(at) == 0
    assert gateway.tried == len(FAILS) + 1
    assert OwedAnswer.objects.get().ended is not None
    assert Exchange.objects.count() == 2


def test_what_went_over_the_wire_is_kept_and_cannot_be_changed(door: Door) -> None:
    written = signed(question(data=about(OWN.digits)), PORTAL)
    told = door.send(written)
    (listed,) = exchanges()
    kept = evidence(listed.id, by="test", at=AT)
    assert (kept.sent, kept.answered, listed.sender, listed.order) == (written, told.written, "portal", None)
    assert judged(kept.sent, PORTAL)
    assert judged(kept.answered, OURS)
    assert list(changed_entries()) == []
    with pytest.raises(DatabaseError):
        Exchange.objects.update(answered=b"")


def test_both_ways_of_an_order_are_kept_and_whoever_looks_at_them_is_in_the_persons_list(door: Door) -> None:
    door.order()
    worker().work(AT + MINUTE)
    gateway = Taking()
    door.owing(gateway).send_owed(AT + MINUTE)
    out, into = exchanges()
    assert (into.order, into.sender, out.sender) == (out.order, "portal", "saqta")
    assert evidence(out.id, by="somebody", at=AT).sent == next(iter(gateway.taken.values())).written
    assert list(changed_entries()) == []
    person = find_person(OWN)
    assert person is not None
    assert ("somebody", "state-gateway-evidence") in {(read.by, read.purpose) for read in looks_at(person.id)}


def test_one_message_on_many_connections_at_once_is_one_exchange(door: Door) -> None:
    written = [signed(ordering(OWN.digits, message="ten-at-once"), PORTAL) for _ in range(2)]

    def send(turn: int) -> bytes:
        try:
            return door.send(written[turn % 2], "async").written
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        answers = set(pool.map(send, range(10)))
    assert len(answers) == 1
    assert (Exchange.objects.count(), Order.objects.count(), OwedAnswer.objects.count()) == (1, 1, 1)
