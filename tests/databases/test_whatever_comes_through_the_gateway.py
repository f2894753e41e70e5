"""Whatever bytes come through the door of the state gateway, an answer or a fault goes back, and nobody's number."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as searching
from hypothesis import strategies as st

from saqta.coverage.demo import PEOPLE, make_demo
from saqta.orders import exchanges
from saqta.orders.models import Exchange, Order
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.gateway_door import NEVER_PAID, OWN, PORTAL, TOKEN, Door, about, ordering
from tests.databases.ordering import BOOK, settle
from tests.state_gateway import AT, SOAP, Answered, question, signed

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows
TREATING = searching(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
GOOD = signed(question(data=about(OWN.digits)), PORTAL)
CHANNELS = st.sampled_from(["sync", "async"])


@pytest.fixture
def door(register: Register) -> Iterator[Door]:
    settle(OWN)
    yield (made := Door(register))
    made.reads.close()
    made.budgets.close()


def is_decent(told: Answered) -> None:
    """An envelope with a fault in three languages or an answer, and no number that was sent."""
    text = told.written.decode()
    assert OWN.digits not in text
    assert NEVER_PAID.digits not in text
    assert TOKEN not in text
    assert "Traceback" not in text
    if told.is_fault:
        assert [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in told.all("text")] == [
            "ru", "kk", "en",
        ]  # fmt: skip
        assert told.text("errorCode").startswith("SC")
        assert not told.all("verdict")
    else:
        assert told.all("response")


@TREATING
@given(written=st.binary(max_size=400), channel=CHANNELS)
def test_any_bytes_get_a_fault(door: Door, written: bytes, channel: str) -> None:
    told = door.send(written, channel)
    assert told.is_fault
    is_decent(told)


@st.composite
def mutilated(draw: st.DrawFn) -> bytes:
    """A good message with pieces cut out, doubled, or written over."""
    written = bytearray(GOOD)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(written) - 1))
        end = min(len(written), start + draw(st.integers(0, 40)))
        written[start:end] = draw(
            st.one_of(st.binary(max_size=12), st.just(written[start:end] * 2), st.just(OWN.digits.encode()))
        )
    return bytes(written)


@TREATING
@given(written=mutilated(), channel=CHANNELS)
def test_a_mutilated_message_gets_an_answer_or_a_fault(door: Door, written: bytes, channel: str) -> None:
    is_decent(door.send(written, channel))


ANYTHING = st.one_of(
    st.sampled_from([OWN.digits, NEVER_PAID.digits, "", "x" * 9_000, "<iin>", "&amp;", "{}", "2026-13-45", "--"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>&\ufffe\uffff"), max_size=30),
)


@TREATING
@given(told=st.fixed_dictionaries({}, optional={
    name: ANYTHING.map(lambda text: text.replace("<", "&lt;")) for name in (
        "message", "service", "sender", "date", "chain",
    )
}), data=st.lists(st.tuples(st.sampled_from(["iin", "kdpToken", "months", "x"]), ANYTHING), max_size=4))  # fmt: skip
def test_a_signed_message_that_says_anything_gets_an_answer_or_a_fault(
    door: Door, told: dict[str, Any], data: list[tuple[str, str]]
) -> None:
    """Also when a number stands where none belongs, and in what answers repeat of a message."""
    fields = "".join(f"<{name}>{text.replace('<', '&lt;')}</{name}>" for name, text in data)
    is_decent(door.send(signed(question(data=fields, **told), PORTAL)))
    is_decent(
        door.send(signed(ordering("", data=fields, **({"service": "SAQTA_CERTIFICATE"} | told)), PORTAL), "async")
    )


def test_a_number_in_the_marks_of_a_message_is_not_repeated(door: Door) -> None:
    for mark in ("message", "chain"):
        told = door.ask(**{mark: f"id-{OWN.digits}"})
        assert told.refusal == "number-in-mark"
        is_decent(told)
    inside_a_random_one = f"0f6f5e1a-0000-4000-8000-{OWN.digits}"
    assert door.ask(message=inside_a_random_one).refusal == "number-in-mark"
    assert door.ask(NEVER_PAID.digits, message=inside_a_random_one).text("code") == "SCSS001"


GROWING = "".join(f'<!ENTITY {b} "{f"&{a};" * 9}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
MESSAGE = GOOD.decode().partition("?>")[2]
HOSTILE = {
    "a bomb of entities": f'<!DOCTYPE b [<!ENTITY a "xxxxxxxxx">{GROWING}]>{MESSAGE.replace(OWN.digits, "&i;")}',
    "an entity of a file": f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>{MESSAGE}',
    "a document type elsewhere": f'<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">{MESSAGE}',
    "a parameter entity": f'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/">%p;]>{MESSAGE}',
}


def test_documents_that_expand_or_look_elsewhere_are_not_even_parsed(door: Door) -> None:
    for what, text in HOSTILE.items():
        for encoded in (text.encode(), text.encode("utf-8-sig")):
            assert door.send(encoded).refusal == "document-type", what
        assert door.send(text.encode("utf-16")).refusal == "not-xml", what
        claiming = b'<?xml version="1.0" encoding="utf-7"?>' + text.encode()
        assert door.send(claiming).refusal == "not-xml", what


def test_what_is_too_large_or_too_deep_is_refused(door: Door) -> None:
    assert door.send(b"<" * 262_145).refusal == "too-large"
    assert door.send(b"<a>" * 60_000).refusal == "not-xml"
    assert door.send(b"<a>" * 5_000 + b"</a>" * 5_000).refusal == "not-xml"
    wide = question(data="<x/>" * 40_000 + about(OWN.digits))
    assert door.send(signed(wide, PORTAL)).text("code") == "SCSS001"


def test_only_messages_are_posted(door: Door) -> None:
    for method in ("GET", "PUT", "HEAD"):
        reply = asked(door.application, method, "/egov/sync")
        assert (reply.status, reply.headers["allow"]) == (405, "POST")
    reply = asked(door.application, "POST", "/egov/elsewhere", body=GOOD, media="text/xml")
    assert reply.status == 404
    is_decent(door.send(b""))
    soap12 = GOOD.decode().replace(SOAP, "http://www.w3.org/2003/05/soap-envelope")
    assert door.send(soap12.encode()).refusal == "not-an-envelope"


def test_a_number_that_went_through_the_gateway_is_found_nowhere_afterwards(
    door: Door, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """Not in a log, a file, or the register itself, where message and answer are kept: neither is the token."""
    caplog.set_level(logging.DEBUG)
    door.ask()
    door.order()
    door.send(GOOD.replace(b"<iin>", b"<iin>1"))
    door.follow()
    assert Exchange.objects.count() == 2
    written = [path for path in register.home.rglob("*") if path.is_file()]
    assert any("SQLite" in path.read_bytes()[:16].decode("latin-1") for path in written)
    for secret in (OWN.digits, TOKEN):
        assert secret not in caplog.text
        assert [path.name for path in written if secret.encode() in path.read_bytes()] == []


def test_what_fails_half_way_leaves_nothing_and_is_done_when_it_comes_again(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(OWN.digits)

    order = signed(ordering(OWN.digits), PORTAL)
    with monkeypatch.context() as broken:
        broken.setattr(exchanges, "record_entry", fail)
        told = door.send(order, "async")
    assert (told.refusal, told.text("errorCode"), told.text("faultcode")) == ("accident", "SCSE003", "soap:Server")
    assert (Order.objects.count(), Exchange.objects.count()) == (0, 0)
    assert OWN.digits not in caplog.text
    assert not door.send(order, "async").is_fault
    assert (Order.objects.count(), Exchange.objects.count()) == (1, 1)


def test_everybody_of_the_demonstration_is_told_the_same_by_the_gateway_and_by_the_interface(
    register: Register,
) -> None:
    make_demo(register.home, AT.date(), BOOK, at=AT)
    door = Door(register)
    verdicts = set()
    for place, person in enumerate(PEOPLE):
        told = door.ask(person.number, data=about(person.number, token=f"token {place}"))
        public = asked(door.application, "POST", "/api/v1/status", body={"iin": person.number}).document
        assert told.text("verdict") == public["verdict"]
        assert told.text("law") == public["law"]
        assert told.texts("validUntil") == ([] if public["valid_until"] is None else [public["valid_until"]])
        cited = [(each.get("act"), each.get("provision")) for each in told.all("citation")]
        assert cited == [(each["act"], each["provision"]) for each in public["citations"]]
        assert [reading.get("id") for reading in told.all("reading")] == [each["id"] for each in public["readings"]]
        verdicts.add(public["verdict"])
    assert {"yes", "no"} <= verdicts
    door.reads.close()
    door.budgets.close()
