"""Orders over the interface for programs: proven people only, once for each key, told as they go on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connections
from joserfc import jwt
from joserfc.jwk import ECKey

from saqta.access.budgets import Budget, Spent
from saqta.access.demo_identity import demo_proof, make_demo_provider
from saqta.access.identity import Identities
from saqta.basis.identifiers import Iin
from saqta.coverage.public import PublicBudgets
from saqta.orders.desk import OrderBudgets, OrdersDesk
from saqta.orders.models import Order
from saqta.orders.queries import document_of
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, MINUTE, settle, somebody, worker
from tests.databases.test_answers_over_http import GENEROUS, Server

ORDERS = "/api/v1/orders"
MANY = OrderBudgets(*(Budget.hourly(name, 10**6, 10**9) for name in ("order", "address", "everybody")))
OWN, OTHER = somebody(7), somebody(9)
STRANGER = somebody(55)


class Door(Server):
    """A server with a provider of identity, to which people come with proofs."""

    def __init__(self, register: Register, allowed: OrderBudgets = MANY) -> None:
        self.home = register.home
        make_demo_provider(self.home, self.home / "identity.json")
        super().__init__(register.home, PublicBudgets(*GENEROUS))
        self.at = AT
        self.orders = OrdersDesk(BOOK, Identities(self.home / "identity.json"), self.budgets, allowed)
        self.application._orders = self.orders

    def proof(self, iin: Iin = OWN, at: datetime | None = None) -> str:
        said = demo_proof(self.home, iin, at or self.at)
        assert said is not None
        return f"Bearer {said}"

    def order(self, body: object = None, key: str = "a-key-of-mine", iin: Iin = OWN, **headers: str) -> Reply:
        told = {"authorization": self.proof(iin), "idempotency_key": key} | headers
        return asked(self.application, "POST", ORDERS, body={"consent": True} if body is None else body, **told)

    def get(self, path: str, iin: Iin = OWN) -> Reply:
        return asked(self.application, "GET", path, authorization=self.proof(iin))


@pytest.fixture
def door(register: Register) -> Iterator[Door]:
    settle(OWN)
    settle(OTHER)
    yield (made := Door(register))
    made.reads.close()
    made.budgets.close()


def test_an_order_is_accepted_followed_and_answered(door: Door) -> None:
    reply = door.order({"months": 24, "consent": True})
    address = reply.headers["location"]
    assert (reply.status, address) == (202, f"{ORDERS}/{reply.document['id']}")
    assert reply.document["state"] == "received"
    assert reply.document["deadline"] == "2026-03-02T11:10:00+05:00"
    assert set(reply.document["says"]) == {"ru", "kk", "en"}
    worker().work(AT + MINUTE)
    told = door.get(address).document
    assert [step["state"] for step in told["steps"]] == ["received", "consent", "checking", "answered"]
    certificate = door.get(told["certificate"])
    assert (certificate.status, certificate.headers["content-type"]) == (200, "application/pdf")
    row = Order.objects.get()
    assert certificate.body == document_of(row.id, row.person_id)


def test_the_same_key_gives_the_same_order_and_another_body_is_refused(door: Door) -> None:
    first, again, other = door.order(), door.order(), door.order({"consent": True, "months": 24})
    assert (first.document["id"], again.headers["idempotent-replayed"]) == (again.document["id"], "true")
    assert "idempotent-replayed" not in first.headers
    assert (other.status, other.document["errors"][0]["code"]) == (422, "order-key-used")
    assert Order.objects.count() == 1


def test_fifty_posts_at_once_make_one_order(door: Door) -> None:
    def post(_: int) -> tuple[int, str]:
        try:
            reply = door.order(key="fifty-at-once")
            return reply.status, reply.document["id"]
        finally:
            connections.close_all()

    with ThreadPoolExecutor(50) as pool:
        replies = set(pool.map(post, range(50)))
    assert len(replies) == 1
    assert {status for status, _ in replies} == {202}
    assert Order.objects.count() == 1


def test_only_the_person_sees_an_order_and_others_cannot_tell_that_it_is_there(door: Door) -> None:
    address = door.order().headers["location"]
    worker().work(AT + MINUTE)
    for path in (address, f"{address}/certificate"):
        elsewhere, nowhere = door.get(path, OTHER), door.get(path.replace(address, f"{ORDERS}/{uuid4()}"), OTHER)
        assert elsewhere.status == nowhere.status == 404
        assert elsewhere.body == nowhere.body
    assert door.get(f"{ORDERS}/not-a-number").status == 404


def test_whoever_proves_nothing_orders_nothing(door: Door) -> None:
    for told in (
        {"authorization": ""},
        {"authorization": "Bearer"},
        {"authorization": "Bearer not.a.token"},
        {"authorization": f"Basic {door.proof().partition(' ')[2]}"},
        {"authorization": door.proof(STRANGER)},
    ):
        reply = door.order(**told)
        assert (reply.status, reply.headers["www-authenticate"]) == (401, "Bearer")
        for iin in (OWN, STRANGER):
            assert iin.digits not in reply.text
    assert Order.objects.count() == 0


FORGED: dict[str, dict[str, Any]] = {
    "another audience": {"aud": "elsewhere"},
    "no audience": {"aud": None},
    "over": {"exp": int(AT.timestamp())},
    "of tomorrow": {"iat": int((AT + timedelta(days=1)).timestamp())},
    "lives too long": {"exp": int((AT + timedelta(hours=1)).timestamp())},
    "no end": {"exp": None},
    "nobody": {"iin": None},
    "no number": {"iin": "123"},
}


@pytest.mark.parametrize("why", FORGED)
def test_a_proof_that_is_not_for_us_and_of_now_is_none(door: Door, why: str) -> None:
    moment = int(AT.timestamp())
    claims = {"iss": "x", "aud": "saqta", "iin": OWN.digits, "iat": moment, "exp": moment + 300}
    key = ECKey.import_key(json.loads((door.home / "demo-identity.json").read_text()))
    good = jwt.encode({"alg": "ES256", "kid": "saqta-demo"}, claims, key, algorithms=["ES256"])
    assert door.order(authorization=f"Bearer {good}").status == 202
    changed = {name: value for name, value in (claims | FORGED[why]).items() if value is not None}
    bad = jwt.encode({"alg": "ES256", "kid": "saqta-demo"}, changed, key, algorithms=["ES256"])
    assert door.order(authorization=f"Bearer {bad}").status == 401


def test_a_proof_under_another_key_or_none_is_none(door: Door) -> None:
    moment = int(AT.timestamp())
    claims = {"iss": "x", "aud": "saqta", "iin": OWN.digits, "iat": moment, "exp": moment + 300}
    own_key = ECKey.generate_key("P-256")
    forged = jwt.encode({"alg": "ES256", "kid": "saqta-demo"}, claims, own_key, algorithms=["ES256"])
    _, body, signature = door.proof().partition(" ")[2].split(".")
    unsigned = "eyJhbGciOiJub25lIn0"  # {"alg":"none"}
    for token in (forged, f"{unsigned}.{body}.", f"{unsigned}.{body}.{signature}"):
        assert door.order(authorization=f"Bearer {token}").status == 401


def test_where_no_provider_is_trusted_the_refusal_says_where_to_go(door: Door) -> None:
    door.application._orders = OrdersDesk(BOOK, Identities(door.home / "none.json"), door.budgets, MANY)
    reply = door.order()
    assert (reply.status, reply.document["errors"][0]["code"]) == (401, "nobody-vouches")


def test_consent_can_come_later_and_cannot_be_taken_back(door: Door) -> None:
    address = door.order({}).headers["location"]
    worker().work(AT + MINUTE)
    assert door.get(address).document["state"] == "consent"
    words = {"body": {"consent": True}, "authorization": door.proof()}
    assert asked(door.application, "POST", f"{address}/consent", **words).document["consent"] is True
    elsewhere = asked(
        door.application, "POST", f"{address}/consent", body={"consent": True}, authorization=door.proof(OTHER)
    )
    assert elsewhere.status == 422
    worker().work(AT + 2 * MINUTE)
    assert door.get(address).document["state"] == "answered"


def test_late_is_said_before_the_deadline_and_without_any_worker(door: Door) -> None:
    address = door.order().headers["location"]
    door.at = AT + 9 * MINUTE
    told = door.get(address).document
    assert told["state"] == "overdue"
    assert "1414" in told["why"]["en"]


@pytest.mark.parametrize(
    ("body", "key"),
    [({"months": 11}, "a-key-of-mine"), ({"months": 61}, "a-key-of-mine"), ({"unknown": 1}, "a-key-of-mine"),
     ({"tell": "http://clinic.example"}, "a-key-of-mine"), ({"consent": True}, ""), ({"consent": True}, "short")],
)  # fmt: skip
def test_what_does_not_fit_is_refused(door: Door, body: object, key: str) -> None:
    assert door.order(body, key=key).status == 422
    assert Order.objects.count() == 0


def test_one_person_cannot_order_without_end(register: Register) -> None:
    settle(OWN)
    few = Door(register, OrderBudgets(Budget.hourly("order", 3, 20), *(MANY.address, MANY.everybody)))
    replies = [few.order(key=f"order-{number}-of-mine") for number in range(4)]
    assert [reply.status for reply in replies] == [202, 202, 202, 429]
    assert replies[-1].headers["retry-after"] == "180"


def test_a_hundred_thousand_guesses_at_codes_find_nothing(door: Door) -> None:
    """The guesser even knows the date of birth and has a thousand addresses; after the budgets nothing is looked up."""
    door.order()
    worker().work(AT + MINUTE)
    allowed = OrderBudgets(MANY.person, Budget.hourly("certificate-address", 20, 60), Budget.hourly("all", 2000, 20000))
    desk = OrdersDesk(BOOK, Identities(door.home / "none.json"), door.budgets, allowed)
    answered = found = 0
    alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
    for guess in range(100_000):
        code = "".join(alphabet[guess // 31**place % 31] for place in range(10))
        address = f"192.0.{guess % 1000 // 250}.{guess % 250}"
        answer = desk.by_code(code, date(1985, 5, 20), address=address, at=AT + timedelta(microseconds=guess))
        answered += not isinstance(answer, Spent)
        found += answer is not None and not isinstance(answer, Spent)
    assert (answered, found) == (2000, 0)


def test_no_number_is_in_any_address_or_header(door: Door) -> None:
    reply = door.order()
    worker().work(AT + MINUTE)
    certificate = door.get(f"{reply.headers['location']}/certificate")
    for sent in (reply, certificate):
        assert OWN.digits not in "".join((*sent.headers, *sent.headers.values()))
    assert OWN.digits not in reply.text
