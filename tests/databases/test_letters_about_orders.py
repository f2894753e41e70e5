"""A person is told by letter how an order went: in their language, thin, by one address and not three, never at night;
and whatever the mail server does, the letter arrives once."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.db import connections

from saqta.basis.days import KAZAKHSTAN
from saqta.basis.refusal import Refused
from saqta.basis.text import LANGUAGES, Language
from saqta.orders.actions import Wanted, close_order
from saqta.orders.mailing import PAUSES, BadMailServer, MailServer, post_letters
from saqta.orders.models import Delivery, Order
from saqta.orders.notifying import deliver, signing_key
from saqta.orders.outbox import record_delivered, take_messages
from saqta.orders.states import EXPLANATIONS
from saqta.orders.terms import LEASE, PATIENCE, may_be_told_from
from saqta.orders.ways import way_of
from saqta.orders.working import Worker
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, MINUTE, place, settle, somebody, worker

MAILBOX = "aigerim@example.kz"
SENDER, SITE = "Saqta <saqta@example.kz>", "https://saqta.example"
HERE = Wanted(consents=True, tell=(f"mailto:{MAILBOX}",), language="kk")


class MailBox(socketserver.ThreadingTCPServer):
    """A mail server that takes every letter and answers as the script says: ``recipient`` to each address, ``letter``
    after the last byte, where None is a connection that breaks once the letter is in."""

    allow_reuse_address = daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.recipient, self.letter = list[int](), list[int | None]()
        self.taken: list[EmailMessage] = []
        self.envelopes: list[str] = []
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    @property
    def reached(self) -> MailServer:
        return MailServer.read(f"smtp://127.0.0.1:{self.server_address[1]}", SENDER)


class _Talk(socketserver.StreamRequestHandler):
    server: MailBox

    def handle(self) -> None:
        self._say(220)
        while line := self.rfile.readline().decode().strip():
            match line.split()[0].upper():
                case "RCPT":
                    self.server.envelopes.append(line)
                    self._say(self.server.recipient.pop(0) if self.server.recipient else 250)
                case "DATA":
                    self._say(354)
                    if not self._letter():
                        return
                case "QUIT":
                    self._say(221)
                    return
                case _:
                    self._say(250)

    def _letter(self) -> bool:
        lines = list[bytes]()
        while (line := self.rfile.readline()) != b".\r\n":
            lines.append(line)
        status = self.server.letter.pop(0) if self.server.letter else 250
        if status is None or status == 250:
            self.server.taken.append(message_from_bytes(b"".join(lines), policy=policy.default))  # type: ignore[arg-type]  # its stubs know of the old policy only
        if status is not None:
            self._say(status)
        return status is not None

    def _say(self, status: int) -> None:
        self.wfile.write(f"{status} said\r\n".encode())


@pytest.fixture
def mailbox(socket_enabled: None) -> Iterator[MailBox]:
    with MailBox() as made:
        yield made
        made.shutdown()


def post(mailbox: MailBox, at: datetime = AT) -> int:
    return post_letters(mailbox.reached.send, SENDER, SITE, at=at)


def answer(wanted: Wanted = HERE, at: datetime = AT) -> str:
    identifier = place(settle(somebody()), wanted=wanted, at=at).order.id
    worker().work(at)
    return str(identifier)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_letter_is_in_the_language_of_the_person_and_holds_nothing_of_them(
    register: Register, mailbox: MailBox, language: Language
) -> None:
    """UX-44: the language of a letter is that of the person."""
    number = answer(Wanted(consents=True, tell=HERE.tell, language=language))
    assert (post(mailbox), post(mailbox)) == (1, 0)
    (letter,) = mailbox.taken
    subject = {"ru": "Saqta: Справка готова", "kk": "Saqta: Анықтама дайын", "en": "Saqta: The certificate is ready"}
    assert (letter["Subject"], letter["To"], letter["Content-Language"]) == (subject[language], MAILBOX, language)
    assert letter["Auto-Submitted"] == "auto-generated"
    words = letter.get_content()
    assert f"{SITE}/{language}/orders/{number}/" in words
    for personal in (
        somebody().digits,
        somebody().digits[:6],
        "7000",
        "150340999998",
        "1985",
        "застрахован",
        "insured",
    ):
        assert personal not in words + str(letter), personal


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_whoever_named_no_language_reads_all_three(register: Register, mailbox: MailBox) -> None:
    answer(Wanted(consents=True, tell=HERE.tell))
    post(mailbox)
    words = mailbox.taken[0].get_content()
    assert all(f"/{language}/orders/" in words for language in LANGUAGES)
    assert "Content-Language" not in mailbox.taken[0]


def test_a_letter_whose_arrival_nobody_heard_of_comes_again_as_the_same_letter(
    register: Register, mailbox: MailBox
) -> None:
    """The server has the letter and the connection breaks: a mailbox keeps one of two with one ``Message-ID``."""
    answer()
    mailbox.letter = [None, None]
    at = AT
    for pause in PAUSES[:2]:
        assert post(mailbox, at) == 1
        assert post(mailbox, at + pause - timedelta(seconds=1)) == 0
        at += pause
    assert (post(mailbox, at), post(mailbox, at + timedelta(days=3))) == (1, 0)
    assert len(mailbox.taken) == 3
    assert len({letter["Message-ID"] for letter in mailbox.taken}) == 1
    assert Delivery.objects.get().delivered is True


def test_whoever_dies_between_sending_and_writing_it_down_sends_the_same_letter_again(
    register: Register, mailbox: MailBox
) -> None:
    answer()
    (held,) = take_messages("email", AT)  # and the process is killed, before or after sending
    assert post(mailbox, AT + LEASE - timedelta(seconds=1)) == 0
    assert post(mailbox, AT + LEASE) == 1
    assert f"<{held.id}@example.kz>" == mailbox.taken[0]["Message-ID"]
    record_delivered(held, at=AT + LEASE)  # whoever was taken for dead changes nothing
    assert Delivery.objects.get().tries == 1


def test_several_that_send_at_once_send_one_letter(register: Register, mailbox: MailBox) -> None:
    answer()

    def sent(_: int) -> int:
        try:
            return post(mailbox)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(6) as pool:
        assert sum(pool.map(sent, range(6))) == 1
    assert len(mailbox.taken) == 1


def test_the_next_address_has_its_turn_when_one_fails_for_good_and_only_one_is_told(
    register: Register, mailbox: MailBox
) -> None:
    """UX-44: a program that is gone, then a mailbox that there is not, then a chat: exactly one delivery."""
    answer(Wanted(consents=True, tell=("https://clinic.example/told", *HERE.tell, "tg:4815162342"), language="kk"))
    mailbox.recipient = [550]
    assert (post(mailbox), take_messages("telegram", AT)) == (0, [])
    assert deliver(signing_key(bytes(64)), lambda *_: 410, at=AT) == 1
    assert post(mailbox) == 1
    assert mailbox.envelopes == [f"rcpt TO:<{MAILBOX}>"]
    (chat,) = take_messages("telegram", AT)
    assert (chat.address, chat.language, chat.state) == ("tg:4815162342", "kk", "answered")
    record_delivered(chat, at=AT)
    assert list(Delivery.objects.order_by("place").values_list("way", "delivered")) == [
        ("https", False), ("email", False), ("telegram", True),
    ]  # fmt: skip


def test_a_server_that_says_later_is_tried_ever_more_seldom_and_given_up(
    register: Register, mailbox: MailBox, caplog: pytest.LogCaptureFixture
) -> None:
    answer()
    mailbox.recipient, at = [451] * 20, AT
    for pause in (*PAUSES, timedelta()):
        assert post(mailbox, at) == 1
        at += pause
    assert Delivery.objects.get().delivered is False
    assert "nobody could be told of order" in caplog.text
    assert MAILBOX not in caplog.text


def test_every_end_is_told_and_an_explanation_among_them(register: Register, mailbox: MailBox) -> None:
    placed = place(settle(somebody()), wanted=HERE).order

    def out_of_order() -> None:
        raise ConnectionError("the authority of time does not answer")

    Worker(BOOK, out_of_order, SITE).work(AT)  # type: ignore[arg-type]  # it never gives a key
    Worker(BOOK, out_of_order, SITE).work(AT + 9 * MINUTE)  # type: ignore[arg-type]  # see above
    worker().work(AT + PATIENCE)
    close_order(placed.id, EXPLANATIONS[0], by="test", at=AT + PATIENCE + 60 * MINUTE)
    while post(mailbox, AT + 2 * PATIENCE):
        pass
    assert [letter["Subject"].partition(": ")[2] for letter in mailbox.taken] == [
        "Мерзімінде үлгермейміз", "Анықтама берілмеді", "Тапсырыс жабылды",
    ]  # fmt: skip


def almaty(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=KAZAKHSTAN).astimezone(UTC)


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (almaty(3, 21, 59), almaty(3, 21, 59)),
        (almaty(3, 22, 0), almaty(4, 8)),
        (almaty(3, 23, 59), almaty(4, 8)),
        (almaty(4, 0, 0), almaty(4, 8)),
        (almaty(4, 7, 59), almaty(4, 8)),
        (almaty(4, 8, 0), almaty(4, 8)),
    ],
)
def test_nobody_is_woken_at_night(happened: datetime, told: datetime) -> None:
    assert may_be_told_from(happened, almaty(1, 12)) == told


def test_whoever_waits_for_their_order_at_night_is_told_at_night() -> None:
    """UX-44: the hours in which nobody is woken, but for those who sit and wait."""
    ordered = almaty(3, 23, 30)
    assert may_be_told_from(almaty(4, 0, 29), ordered) == almaty(4, 0, 29)
    assert may_be_told_from(almaty(4, 0, 30), ordered) == almaty(4, 8)


def test_a_letter_waits_for_the_morning(register: Register, mailbox: MailBox) -> None:
    night = almaty(3, 23)
    place(settle(somebody()), wanted=HERE, at=night)
    worker().work(almaty(4, 3))
    assert post(mailbox, almaty(4, 7, 59)) == 0
    while post(mailbox, almaty(4, 8)):
        pass
    assert [letter["Subject"] for letter in mailbox.taken][-1] == "Saqta: Анықтама дайын"


@pytest.mark.parametrize(
    "address",
    [
        "mailto:", "mailto:nobody", "mailto:a@b", "mailto:a@b.kz\nBcc: c@d.kz", "mailto:a@b.kz,c@d.kz",
        "mailto:a b@c.kz", "mailto:<a@b.kz>", "mailto:a@b.kz?subject=x", "tg:0", "tg:@name", "tg:-100", "http://clinic.example/",
        "https://", "ftp://clinic.example/", "", "x",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_and_not_repeated(address: str) -> None:
    with pytest.raises(Refused) as refused:
        way_of(address)
    (fault,) = refused.value.faults
    assert fault.code == "order-tell"
    assert len(address) < 10 or address not in fault.text.en


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_an_order_names_up_to_three_addresses(register: Register) -> None:
    person = settle(somebody())
    for number, addresses in enumerate((HERE.tell * 4, ("nowhere",))):
        with pytest.raises(Refused):
            place(person, f"order-{number:04}", Wanted(consents=True, tell=addresses))
    place(person, "order-three", Wanted(consents=True, tell=HERE.tell * 3))
    assert Order.objects.count() == 1


@pytest.mark.parametrize(
    ("written", "sender"),
    [("mail.example.kz", SENDER), ("http://mail.example.kz", SENDER), ("smtp://", SENDER), ("smtp://a", "")],
)
def test_a_mail_server_that_is_written_wrongly_is_refused(written: str, sender: str) -> None:
    with pytest.raises(BadMailServer):
        MailServer.read(written, sender)


def test_a_mail_server_is_reached_as_it_is_written() -> None:
    read = MailServer.read("smtps://saqta%40example.kz:p%3Ass@mail.example.kz", SENDER)
    assert (read.host, read.port, read.encrypted, read.login) == (
        "mail.example.kz", 465, True, ("saqta@example.kz", "p:ss"),
    )  # fmt: skip
    assert MailServer.read("smtp://127.0.0.1:2525", SENDER).port == 2525
