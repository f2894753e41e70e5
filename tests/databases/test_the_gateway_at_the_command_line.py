"""A demonstration asks through the gateway, and the evidence is read byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings

from saqta.channels.cli import gateway
from saqta.channels.egov.application import Gateway
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.envelopes.posting import post
from saqta.orders.gateway import GatewayDesk, Services
from saqta.orders.gateway_settings import make_throw_away_gateway, read_settings, senders_of, signatures_of
from saqta.orders.time_stamps import Stamping, seen_at
from saqta.registry.queries import find_person
from tests.channels.command_line import saqta
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.gateway_door import MANY, OWN
from tests.databases.ordering import AT, BOOK, signing
from tests.databases.test_answers_over_http import GENEROUS, Server
from tests.state_gateway import Answered

INVENTED = PEOPLE[0].number
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def server(register: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """A demonstration, as ``saqta prepare --demo`` and ``saqta serve`` make it."""
    folder = register.home / "egov"
    monkeypatch.setattr(settings, "SAQTA_EGOV", folder)
    monkeypatch.setattr(gateway, "now", lambda: AT)
    make_demo(register.home, AT.date(), BOOK, at=AT)
    make_throw_away_gateway(folder, at=AT)
    made = Server(register.home, PublicBudgets(*GENEROUS))
    made.at = AT
    joined = read_settings(folder)
    assert joined is not None
    desk = GatewayDesk(
        BOOK, senders_of(folder), signatures_of(folder, joined, post), Services(), made.budgets, MANY,
        made.followed.get,
    )  # fmt: skip
    made.application._behind = Gateway(desk, made.application._behind)
    yield made
    made.reads.close()
    made.budgets.close()


def test_the_invented_system_asks_and_what_went_through_is_shown(server: Server) -> None:
    question, order = (
        saqta("gateway", "ask", "--iin", INVENTED, *more).out.encode() for more in ((), ("--certificate",))
    )
    told = asked(server.application, "POST", "/egov/sync", body=question, media="text/xml")
    assert Answered(told.body).text("verdict") == "yes"
    taken = asked(server.application, "POST", "/egov/async", body=order, media="text/xml")
    assert not Answered(taken.body).is_fault
    listed = saqta("gateway", "list", "--json").document
    assert [(each["sender"], each["order"] is None) for each in listed] == [
        ("demo-gateway", False), ("demo-gateway", True),
    ]  # fmt: skip
    identifier = listed[1]["id"]
    assert saqta("gateway", "show", identifier).out.encode() == question
    assert saqta("gateway", "show", identifier, "--answer").out.encode() == told.body
    assert INVENTED not in saqta("gateway", "list").out


def test_the_word_of_an_authority_of_time_is_shown_or_said_not_to_be_there(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = saqta("gateway", "ask", "--iin", INVENTED).out.encode()
    told = asked(server.application, "POST", "/egov/sync", body=question, media="text/xml")
    (listed,) = saqta("gateway", "list", "--json").document
    assert (list(listed), listed["stamped"]) == (["id", "sender", "order", "at", "stamped"], None)
    assert "no time-stamp" in saqta("gateway", "list", "--lang", "en").out
    none = saqta("gateway", "show", listed["id"], "--time-stamp", "--lang", "en")
    assert (none.status, none.out, "no time-stamp" in none.err) == (2, "", True)
    Stamping(signing).stamp_due(AT)
    written: list[bytes] = []
    monkeypatch.setattr(gateway, "_write", written.append)
    assert saqta("gateway", "show", listed["id"], "--time-stamp").status == 0
    assert [seen_at(token, told.body) for token in written] == [AT]
    assert "time-stamped" in saqta("gateway", "list", "--lang", "en").out


def test_the_invented_system_asks_about_invented_people_only(server: Server) -> None:
    assert find_person(OWN) is None
    refused = saqta("gateway", "ask", "--iin", OWN.digits)
    assert (refused.status, OWN.digits in refused.err) == (2, False)


@pytest.mark.usefixtures("server")
def test_what_was_never_there_is_not_shown() -> None:
    for identifier in ("nothing", "01a20300-b698-7122-93bb-b121ad81303c"):
        assert saqta("gateway", "show", identifier).status == 2


def test_whoever_starts_a_server_is_told_at_once_what_the_gateway_lacks(server: Server, register: Register) -> None:
    folder, lacking = register.home / "egov", ("key.pem", "certificate.pem")
    (folder / "senders" / "another.pem").write_text("nothing")
    refused = saqta("serve", "--lang", "en")
    assert (refused.status, "another.pem" in refused.err) == (2, True)
    (folder / "senders" / "another.pem").unlink()
    for name in lacking:
        kept = (folder / name).read_bytes()
        (folder / name).unlink()
        refused = saqta("serve", "--lang", "en")
        assert (refused.status, "There is no key" in refused.err) == (2, True)
        (folder / name).write_bytes(kept)
    (folder / "gateway.json").write_text('{"sender": "saqta", "passwort": "x"}')
    assert saqta("serve", "--lang", "en").status == 2
