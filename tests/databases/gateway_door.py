"""A server that joined the state gateway, asked by systems of the State."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from saqta.access.budgets import Budget
from saqta.channels.egov.application import Gateway
from saqta.coverage.public import PublicBudgets
from saqta.envelopes.senders import Senders
from saqta.envelopes.signatures import OwnKey
from saqta.envelopes.writing import Own
from saqta.orders.gateway import GatewayBudgets, GatewayDesk, Services
from saqta.orders.owing import Owing
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, settle, somebody
from tests.databases.test_answers_over_http import GENEROUS, Server
from tests.state_gateway import ASYNC, Answered, Taking, keys, question, signed

OURS, PORTAL, OTHER = keys("ours", since=3650), keys("portal", since=3650), keys("other")
OWN, NEVER_PAID, UNKNOWN = somebody(7), somebody(9), somebody(55)
TOKEN = "eyJhbGciOiJ.consent-of-somebody.c2lnbmF0dXJl"
MANY = GatewayBudgets(*(Budget.hourly(name, 10**6, 10**9) for name in ("number", "sender")))
ASYNC_TYPES = "http://bip.bee.kz/AsyncChannel/v10/Types"


def about(iin: str, token: str | None = TOKEN, more: str = "") -> str:
    consent = "" if token is None else f"<kdpToken>{token}</kdpToken>"
    return f"<iin>{iin}</iin>{consent}{more}"


def ordering(iin: str, **told: str) -> str:
    more = {"template": ASYNC, "service": "SAQTA_CERTIFICATE", "types": ASYNC_TYPES} | told
    return question(data=more.pop("data", about(iin)), **more)


class Door(Server):
    """A server that joined the gateway, asked by systems of the State."""

    def __init__(self, register: Register, allowed: GatewayBudgets = MANY) -> None:
        super().__init__(register.home, PublicBudgets(*GENEROUS))
        self.at = AT
        self.signatures = OwnKey(folder_of_keys(register.home))
        desk = GatewayDesk(
            BOOK, Senders.read(register.home / "senders"), self.signatures, Services(), self.budgets, allowed,
            self.followed.get,
        )  # fmt: skip
        self.application._behind = Gateway(desk, self.application._behind)
        self.follow()

    def send(self, written: bytes, channel: str = "sync") -> Answered:
        reply = asked(self.application, "POST", f"/egov/{channel}", body=written, media="text/xml")
        assert reply.status == 200
        assert reply.headers["content-type"] == "text/xml; charset=utf-8"
        assert reply.headers["cache-control"] == "no-store"
        return Answered(reply.body)

    def ask(self, iin: str = OWN.digits, **told: str) -> Answered:
        data = told.pop("data", about(iin))
        return self.send(signed(question(data=data, **told), PORTAL))

    def order(self, iin: str = OWN.digits, **told: str) -> Answered:
        return self.send(signed(ordering(iin, **told), PORTAL), "async")

    def owing(self, to: Taking) -> Owing:
        own = Own("saqta", "secret")
        return Owing(BOOK, self.signatures, own, "SAQTA_CERTIFICATE", "http://gateway.test/async", to.post)


def joined(register: Register) -> Iterator[Door]:
    """The door of a register that knows somebody who paid and somebody who never did; closed afterwards."""
    settle(OWN)
    settle(NEVER_PAID, [])
    yield (made := Door(register))
    made.reads.close()
    made.budgets.close()


def folder_of_keys(home: Path) -> Path:
    (home / "key.pem").write_bytes(OURS.private)
    (home / "certificate.pem").write_bytes(OURS.pem)
    (home / "senders").mkdir()
    for name, by in (("portal", PORTAL), ("other", OTHER)):
        (home / "senders" / f"{name}.pem").write_bytes(by.pem)
    return home
