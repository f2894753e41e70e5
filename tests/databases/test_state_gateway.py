"""Systems of the State ask about people who consented: answered once, kept, and never with a number in a fault."""

from __future__ import annotations

import logging
from base64 import b64decode
from contextlib import suppress
from datetime import timedelta
from random import Random
from uuid import uuid4
from xml.sax.saxutils import escape

import pytest
from lxml import etree

from saqta.access.budgets import Budget
from saqta.journal.models import Entry
from saqta.orders import owing
from saqta.orders.gateway import GatewayBudgets
from saqta.orders.models import Consent, Exchange, Order, OwedAnswer
from saqta.orders.queries import changed_entries, document_of
from saqta.personal.looks import looks
from saqta.registry.queries import find_person
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.gateway_door import (
    ASYNC_TYPES,
    NEVER_PAID,
    OTHER,
    OURS,
    OWN,
    PORTAL,
    TOKEN,
    UNKNOWN,
    Door,
    about,
    joined,
    ordering,
)
from tests.databases.ordering import AT, MINUTE, settle, worker
from tests.state_gateway import (
    NOTICE,
    Answered,
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

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # ``test_exchanges`` asks both databases


door = pytest.fixture(joined)


@pytest.mark.parametrize("digits", [OWN.digits, NEVER_PAID.digits, UNKNOWN.digits])
def test_the_gateway_is_told_what_the_public_pages_say(door: Door, digits: str) -> None:
    """Same verdict, same months, same law and citations for the same person."""
    told = door.ask(digits)
    public = asked(door.application, "POST", "/api/v1/status", body={"iin": digits}).document
    assert told.text("code") == "SCSS001"
    assert told.text("verdict") == public["verdict"]
    assert told.text("law") == public["law"]
    cited = [(each.get("act"), each.get("provision"), each.get("edition")) for each in told.all("citation")]
    assert cited == [(each["act"], each["provision"], each["edition"]) for each in public["citations"]]
    assert cited
    months = {each.text: each.get("paid") == "true" for each in told.all("month")}
    assert months == {each["month"]: each["paid"] for each in public["months"]}
    assert {each.get("{http://www.w3.org/XML/1998/namespace}lang"): each.text for each in told.all("says")} == public[
        "says"
    ]
    assert digits not in told.written.decode()


def test_an_answer_is_signed_and_belongs_to_its_question(door: Door) -> None:
    told = door.ask(chain="a-chain")
    assert judged(told.written, OURS)
    assert told.text("correlationId") == "a-chain"
    assert told.text("sessionId") == "{f0774397-4fcd-484a-9434-f71535ee4326}"
    assert told.text("responseDate") == "2026-03-02T11:00:00.000+05:00"
    identifier = str(uuid4())
    assert door.ask(message=identifier).text("correlationId") == identifier


def test_a_look_through_the_gateway_is_in_the_persons_list_in_words(door: Door) -> None:
    person = find_person(OWN)
    assert person is not None
    door.ask()
    door.order()
    worker().work(AT + MINUTE)
    door.owing(Taking()).send_owed(AT + MINUTE)
    looked = {(look.who.en, look.why.en) for look in looks(person.id)}
    assert (
        "a system of the State, through the state gateway: portal",
        "the status, asked by a system of the State with your consent",
    ) in looked
    sent = "a certificate ordered with your consent, sent to a system of the State"
    assert ("the system, nobody in person", sent) in looked


def test_a_repetition_may_be_dated_and_signed_anew_but_not_ask_something_else(door: Door) -> None:
    identifier = str(uuid4())
    first = door.ask(message=identifier)
    door.at += timedelta(hours=1)
    anew = door.ask(message=identifier, date=door.at.isoformat(), mark="id-body")
    assert anew.written == first.written
    assert door.ask(NEVER_PAID.digits, message=identifier, date=door.at.isoformat()).refusal == "message-used"
    assert door.send(signed(ordering(OWN.digits, message=identifier), PORTAL), "async").refusal == "message-used"


def test_whoever_finds_a_message_later_learns_nothing_from_it(door: Door) -> None:
    written = signed(question(data=about(OWN.digits)), PORTAL)
    door.send(written)
    door.at += timedelta(days=1)
    assert not door.send(written).is_fault
    door.at += timedelta(seconds=1)
    told = door.send(written)
    assert told.refusal == "message-old"
    assert not told.all("verdict")


def test_clocks_may_differ_by_five_minutes(door: Door) -> None:
    apart, further = timedelta(minutes=5), timedelta(minutes=5, seconds=1)
    for within, outside in ((AT + apart, AT + further), (AT - apart, AT - further)):
        assert door.ask(date=within.isoformat()).text("code") == "SCSS001"
        assert door.ask(date=outside.isoformat()).refusal == "clock"
    assert Exchange.objects.count() == 2


def test_a_date_is_read_in_every_form_that_is_met(door: Door) -> None:
    for date in ("2026-03-02T06:00:00.000Z", "2026-03-02T11:00:00", "2026-03-02T12:00:00+0600"):
        assert door.ask(date=date).text("code") == "SCSS001"


VARIED = {
    "other prefixes": {"p": "S", "t": "typ"},
    "types in small letters": {"types": "http://bip.bee.kz/syncchannel/v10/types"},
    "types of interfaces": {"types": "http://bip.bee.kz/SyncChannel/v10/ITypes"},
    "unknown fields": {"data": about(OWN.digits, more="<senderCode>x</senderCode><more><deep>y</deep></more>")},
    "another letter case": {"data": f"<IIN>{OWN.digits}</IIN><ConsentToken>{TOKEN}</ConsentToken>"},
    "another order": {"data": f"<kdpToken>{TOKEN}</kdpToken><publicKey>k</publicKey><iin>{OWN.digits}</iin>"},
    "namespaces in the data": {
        "data": f'<c:iin xmlns:c="urn:c">{OWN.digits}</c:iin><c:kdpToken xmlns:c="urn:c">{TOKEN}</c:kdpToken>'
    },
    "white space": {"data": f"<iin>\n {OWN.digits} </iin><kdpToken>\t{TOKEN}\n</kdpToken>"},
    "a document as text": {"data": escape(f"<r>{about(OWN.digits)}</r>")},
    "in capital letters": {"template": question.__kwdefaults__["template"].replace("SendMessage", "sendMessage")},
}  # fmt: skip


def test_messages_are_read_however_their_schema_was_published(door: Door) -> None:
    for how, told in VARIED.items():
        assert door.ask(**told).texts("verdict") == ["yes"], how


REFUSED = {
    "no consent": (about(OWN.digits, token=None), "1414"),
    "an endless token": (about(OWN.digits, token="x" * 4_097), "1414"),
    "no number": (f"<kdpToken>{TOKEN}</kdpToken>", "12"),
    "a number that was never issued": (about("111111111111"), "контрольная цифра"),
}


def test_what_cannot_be_answered_is_said_in_three_languages_and_never_as_a_status(door: Door) -> None:
    for why, (data, said) in REFUSED.items():
        told = door.ask(data=data)
        assert told.text("code") == "SCSE002", why
        assert said in told.text("message"), why
        assert told.text("message").count(" / ") == 2
        assert judged(told.written, OURS)
        assert not told.all("verdict")


def test_two_numbers_in_one_message_are_none(door: Door) -> None:
    assert door.ask(data=about(OWN.digits, more=f"<x><iin>{NEVER_PAID.digits}</iin></x>")).refusal == "said-twice"
    assert door.ask(data=about(OWN.digits, more="<ConsentToken>another</ConsentToken>")).refusal == "said-twice"


def test_a_consent_does_not_wander_to_somebody_else(door: Door) -> None:
    door.ask(OWN.digits)
    assert door.ask(OWN.digits).text("code") == "SCSS001"
    assert door.ask(NEVER_PAID.digits).refusal == "consent-of-another"
    assert door.order(NEVER_PAID.digits).refusal == "consent-of-another"
    assert Order.objects.count() == 0
    own = door.ask(NEVER_PAID.digits, data=about(NEVER_PAID.digits, token="their-own-token"))
    assert own.text("code") == "SCSS001"


def test_a_system_speaks_in_its_own_name(door: Door) -> None:
    assert door.send(signed(question(data=about(OWN.digits)), OTHER)).refusal == "unknown-sender"
    assert door.send(signed(question(data=about(OWN.digits), sender="other"), OTHER)).text("code") == "SCSS001"


def test_there_is_one_service_on_each_channel(door: Door) -> None:
    assert door.ask(service="GBDFL_UniversalServiceSync").text("errorCode") == "SCE004"
    assert door.ask(service="SAQTA_CERTIFICATE").text("errorCode") == "SCE004"
    assert door.order(service="SAQTA_STATUS").text("errorCode") == "SCE004"
    assert door.send(signed(ordering(OWN.digits), PORTAL)).refusal == "not-a-message"
    notification = ordering(OWN.digits).replace(">REQUEST<", ">NOTIFICATION<")
    assert door.send(signed(notification, PORTAL), "async").text("errorCode") == "SCE004"


def test_too_many_questions_are_told_to_come_again(register: Register) -> None:
    settle(OWN)
    door = Door(register, GatewayBudgets(Budget.hourly("number", 2, 60), Budget.hourly("sender", 4, 1)))
    written = [signed(question(data=about(OWN.digits)), PORTAL) for _ in range(3)]
    answers = [door.send(each) for each in written]
    assert [each.is_fault for each in answers] == [False, False, True]
    assert (answers[2].text("errorCode"), answers[2].text("faultcode")) == ("SCSE003", "soap:Server")
    door.at += 2 * MINUTE
    assert door.send(written[2]).text("code") == "SCSS001"  # what was no answer was not kept as one
    door.at += MINUTE / 10
    other = door.ask(NEVER_PAID.digits, data=about(NEVER_PAID.digits, token="t2"))
    assert not other.is_fault
    assert door.ask(UNKNOWN.digits, data=about(UNKNOWN.digits, token="t3")).text("errorCode") == "SCSE003"
    door.reads.close()
    door.budgets.close()


def test_strangers_cannot_keep_the_state_from_asking(register: Register) -> None:
    settle(OWN)
    door = Door(register, GatewayBudgets(Budget.hourly("number", 1, 3600), Budget.hourly("sender", 9, 60)))
    for _ in range(50):
        asked(door.application, "POST", "/api/v1/status", body={"iin": OWN.digits})
    assert door.ask().text("code") == "SCSS001"
    door.reads.close()
    door.budgets.close()


def test_an_order_is_acknowledged_and_answered_with_the_signed_certificate(door: Door) -> None:
    acknowledged = door.order(chain="chain-of-theirs", data=about(OWN.digits, more="<months>24</months>"))
    assert judged(acknowledged.written, OURS)
    assert acknowledged.text("correlationId") == "chain-of-theirs"
    assert not acknowledged.all("verdict")
    row = Order.objects.get()
    assert (row.months, row.by) == (24, "gateway:portal")
    gateway = Taking()
    sending = door.owing(gateway)
    assert sending.send_owed(AT) == 0
    worker().work(AT + MINUTE)
    assert sending.send_owed(AT + MINUTE) == 1
    assert sending.send_owed(AT + 2 * MINUTE) == 0
    (told,) = gateway.taken.values()
    assert judged(told.written, OURS)
    assert (told.text("messageType"), told.text("correlationId")) == ("RESPONSE", "chain-of-theirs")
    assert (told.text("senderId"), told.text("serviceId")) == ("saqta", "SAQTA_CERTIFICATE")
    assert (told.text("state"), told.text("verdict"), told.text("order")) == ("answered", "yes", str(row.id))
    assert len(told.all("payment")) == 12
    assert told.text("total") == "84000.00"
    assert b64decode(told.text("certificate")) == document_of(row.id, row.person_id)


def test_the_consent_is_carried_into_the_order_and_the_journal(door: Door) -> None:
    door.order()
    consent, exchange = Consent.objects.get(), Exchange.objects.get()
    assert consent.given
    assert bytes(exchange.consent or b"").hex() in consent.evidence
    assert TOKEN not in consent.evidence
    assert {"place-order", "keep-exchange"} <= set(Entry.objects.values_list("verb", flat=True))


def test_a_gateway_that_stays_away_is_given_up_after_three_days_and_somebody_is_told(
    door: Door, caplog: pytest.LogCaptureFixture
) -> None:
    door.order()
    worker().work(AT + MINUTE)
    gateway = Taking(*[away] * 3)
    sending = door.owing(gateway)
    for at in (AT + MINUTE, AT + timedelta(days=3), AT + timedelta(days=3) + MINUTE):
        assert sending.send_owed(at) == 1
    assert sending.send_owed(AT + timedelta(days=9)) == 0
    assert [record.message for record in caplog.records if record.levelno == logging.WARNING] == [
        f"the state gateway could not be told of order {Order.objects.get().id}"
    ]


def test_an_order_that_will_be_late_is_apologised_for_and_answered_later(door: Door) -> None:
    def no_key() -> object:
        raise ConnectionError

    door.order()
    gateway = Taking()
    sending = door.owing(gateway)
    failing = worker(no_key)  # type: ignore[arg-type]
    failing.work(AT)
    failing.work(AT + 9 * MINUTE)
    assert sending.send_owed(AT + 9 * MINUTE) == 1
    worker().work(AT + 20 * MINUTE)
    assert sending.send_owed(AT + 20 * MINUTE) == 1
    late, answered = gateway.taken.values()
    assert (late.text("messageType"), late.text("state")) == ("NOTIFICATION", "overdue")
    assert not late.all("verdict")
    assert (answered.text("messageType"), answered.text("state")) == ("RESPONSE", "answered")


def test_the_register_knows_nothing_of_somebody(door: Door) -> None:
    told = door.order(UNKNOWN.digits)
    assert (told.refusal, told.text("errorCode")) == ("unknown-person", "SCSE002")
    assert UNKNOWN.digits not in told.written.decode()
    assert Order.objects.count() == 0


def test_an_answer_is_written_in_the_namespace_that_the_gateway_asked_in(door: Door) -> None:
    """Systems are handed messages in another one than they hand theirs over in."""
    client = "http://bip.bee.kz/AsyncChannel/v10/Types/Client"
    for types, expected in ((client, client), (ASYNC_TYPES, ASYNC_TYPES), ("urn:anything", ASYNC_TYPES)):
        taken, refused = door.order(types=types), door.order(types=types, data=about(OWN.digits, token=None))
        assert etree.QName(taken.root[1][0]).namespace == expected
        assert etree.QName(refused.all("detail")[0][0]).namespace == expected


def test_the_gateway_tells_how_a_message_of_ours_stands(door: Door, caplog: pytest.LogCaptureFixture) -> None:
    def tell(state: str, error: str = "", date: str = AT.isoformat()) -> Answered:
        written = NOTICE.format(message="our-message", date=date, state=state, error=error)
        return door.send(signed(written, PORTAL), "async")

    first = tell("DELIVERED")
    assert judged(first.written, OURS)
    assert first.text("responseDate") == "2026-03-02T11:00:00.000+05:00"
    assert tell("DELIVERED").written == first.written
    assert not caplog.records
    fails = "<error><errorCode>SCE909</errorCode><errorMessage>x</errorMessage></error>"
    for _ in range(2):
        tell("ERROR", fails)
    assert [record.message for record in caplog.records] == ["the state gateway could not do with message our-message"]
    assert tell("LATE", date=(AT - timedelta(hours=1)).isoformat()).refusal == "clock"
    assert Exchange.objects.count() == 2


def test_an_answer_that_cannot_even_be_made_does_not_stop_the_others(
    door: Door, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    door.order()
    door.order(NEVER_PAID.digits, data=about(NEVER_PAID.digits, token="their-own-token"))
    worker().work(AT + MINUTE)
    gateway, made = Taking(), owing.order_content

    def fails_for_the_first(*told: object) -> object:
        monkeypatch.setattr(owing, "order_content", made)
        raise RuntimeError(OWN.digits)

    monkeypatch.setattr(owing, "order_content", fails_for_the_first)
    assert door.owing(gateway).send_owed(AT + MINUTE) == 2
    assert len(gateway.taken) == 1
    assert OWN.digits not in caplog.text
    assert door.owing(gateway).send_owed(AT + 3 * MINUTE) == 1
    assert len(gateway.taken) == 2


class Killed(BaseException):
    """The worker was killed: nothing of what comes after is done."""


def killed(gateway: Taking, body: bytes) -> bytes:
    gateway.take(body)
    raise Killed


def test_a_day_with_a_gateway_that_fails_in_every_way_ends_with_every_answer_taken_once(door: Door) -> None:
    """Lost before, lost after, late, garbled, meant for somebody else; and workers that die before they note it."""
    chance, orders = Random(1), 5
    taken = [door.order(chain=f"chain-{each}").text("correlationId") for each in range(orders)]
    worker().work(AT + MINUTE)
    fails = [away, slow, reset, garbage, another_chain, again, killed]
    gateway = Taking(*(chance.choice([*fails, accepted, accepted]) for _ in range(40)))
    at, workers = AT + MINUTE, [door.owing(gateway), door.owing(gateway)]
    while OwedAnswer.objects.filter(ended=None).exists():
        assert at < AT + timedelta(days=1)
        with suppress(Killed):
            chance.choice(workers).send_owed(at)
        at += timedelta(seconds=chance.randint(1, 60))
    assert sorted(told.text("correlationId") for told in gateway.taken.values()) == taken
    assert gateway.tried > orders
    told = {told.text("order"): b64decode(told.text("certificate")) for told in gateway.taken.values()}
    assert told == {str(row.id): document_of(row.id, row.person_id) for row in Order.objects.all()}
    assert Exchange.objects.filter(sender="saqta").count() == orders
    assert list(changed_entries()) == []
