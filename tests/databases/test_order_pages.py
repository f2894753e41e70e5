"""A certificate is ordered on a page, read after the tab was closed, and checked by whoever is shown it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
import pytest
import zxingcpp
from django.conf import settings

from saqta.access.budgets import Budget
from saqta.access.demo_identity import make_demo_provider
from saqta.access.identity import Identities
from saqta.basis.text import LANGUAGES
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.orders.checking import revoke_certificate
from saqta.orders.desk import OrderBudgets, OrdersDesk
from saqta.orders.models import Order
from saqta.orders.outbox import take_messages
from tests.channels.citizens import Citizen
from tests.channels.over_http import Reply
from tests.databases.conftest import Register
from tests.databases.ordering import AT, BOOK, MINUTE, worker
from tests.databases.test_answers_over_http import GENEROUS, Server

EMPLOYEE, LEFT_WORK, *_ = (person.number for person in PEOPLE)
MANY = OrderBudgets(*(Budget.hourly(name, 10**6, 10**9) for name in ("order", "address", "everybody")))


class Browser(Citizen):
    """Somebody at a browser, who orders."""

    def __init__(self, served: Server) -> None:
        super().__init__(served.application)
        self.served = served

    def get(self, path: str, **more: str) -> Reply:
        return self.asked("GET", path, b"", follow=False, **more)

    def post(self, path: str, **fields: str) -> Reply:
        return self.send(path, follow=False, **fields)

    def sign_in(self, number: str = EMPLOYEE, language: str = "ru") -> None:
        self.sign_in_as(number, language, to="orders/")

    def order(self, language: str = "ru", **fields: str) -> str:
        key = re.search(r'name="key" value="([^"]+)"', self.get(f"/{language}/orders/").text)
        assert key is not None
        reply = self.post(f"/{language}/orders/", key=key[1], **({"months": "12", "consent": "yes"} | fields))
        assert reply.status == 303
        return reply.headers["location"]


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo(register.home, AT.date(), BOOK, at=AT)
    make_demo_provider(register.home, register.home / "identity.json", settings.SAQTA_OPENID)
    made = Server(register.home, PublicBudgets(*GENEROUS))
    made.at = AT
    made.orders = OrdersDesk(BOOK, Identities(register.home / "identity.json"), made.budgets, MANY)
    made.application._orders = made.orders
    yield made
    made.reads.close()
    made.budgets.close()


@pytest.fixture
def browser(served: Server) -> Browser:
    return Browser(served)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_order_goes_on_while_the_tab_is_closed(browser: Browser, language: str) -> None:
    """UX-43"""
    browser.sign_in(language=language)
    address = browser.order(language)
    page = browser.get(address)
    assert page.status == 200
    assert '<meta http-equiv="refresh"' in page.text
    worker().work(AT + MINUTE)
    listed = browser.get(f"/{language}/orders/")
    assert address in listed.text
    page = browser.get(address)
    assert '<meta http-equiv="refresh"' not in page.text
    document = browser.get(f"{address}saqta.pdf")
    assert document.headers["content-type"] == "application/pdf"
    assert document.body.startswith(b"%PDF-")


def test_a_form_sent_twice_is_one_order(browser: Browser) -> None:
    browser.sign_in()
    fields = {"key": "made-with-the-form", "months": "24", "consent": "yes"}
    first = browser.post("/ru/orders/", **fields)
    browser.get("/ru/orders/")
    second = browser.post("/ru/orders/", **fields)
    assert first.headers["location"] == second.headers["location"]
    assert Order.objects.count() == 1


def test_the_consent_is_never_ticked_beforehand_and_can_come_later(browser: Browser) -> None:
    browser.sign_in()
    assert "checked" not in browser.get("/ru/orders/").text
    address = browser.order(consent="")
    worker().work(AT + MINUTE)
    assert 'name="consent" value="yes"' in browser.get(address).text
    browser.get(address)
    browser.post(address, consent="yes")
    worker().work(AT + 2 * MINUTE)
    assert "saqta.pdf" in browser.get(address).text


def test_nobody_else_sees_an_order_or_its_certificate(browser: Browser, served: Server) -> None:
    browser.sign_in()
    address = browser.order()
    worker().work(AT + MINUTE)
    other, nobody = Browser(served), Browser(served)
    other.sign_in(LEFT_WORK)
    assert other.get(address).status == 404
    assert other.get(f"{address}saqta.pdf").status == 404
    assert nobody.get(f"{address}saqta.pdf").headers["location"] == "/ru/me/sign-in/"
    assert nobody.get(address).headers["location"] == "/ru/me/sign-in/"
    nobody.get("/ru/certificates/")
    assert nobody.post("/ru/orders/", key="no-one-at-all", months="12", consent="yes").status == 403
    assert Order.objects.count() == 1


def test_nobody_orders_where_nobody_vouches(browser: Browser, served: Server) -> None:
    (settings.SAQTA_HOME / "demo").unlink()
    led = browser.get("/ru/orders/")
    assert (led.status, led.headers["location"]) == (303, "/ru/me/sign-in/?to=orders/")
    assert browser.open("/ru/me/sign-in/go/").status == 404
    assert not Order.objects.exists()


def issued(browser: Browser) -> tuple[str, str]:
    """The address in the QR code of a new certificate, without its host, and the short code."""

    browser.sign_in()
    address = browser.order()
    worker().work(AT + MINUTE)
    read = pypdfium2.PdfDocument(browser.get(f"{address}saqta.pdf").body)
    codes = [zxingcpp.read_barcode(page.render(scale=2).to_numpy()) for page in read]
    text = "\n".join(page.get_textpage().get_text_range() for page in read)
    short = re.search(r"\b[2-9A-Z]{5}-[2-9A-Z]{5}\b", text)
    assert short is not None
    return next(code.text for code in codes if code).removeprefix("https://saqta.example"), short[0]


def test_the_code_on_a_certificate_leads_to_a_page_that_says_the_same(browser: Browser, served: Server) -> None:
    """UX-38"""
    address, code = issued(browser)
    anybody = Browser(served)
    led = anybody.get(address, accept_language="kk")
    assert (led.status, led.headers["location"]) == (302, f"/kk/certificates/{address.removeprefix('/c/')}/")
    page = anybody.get(led.headers["location"])
    assert "Анықтама жарамды" in page.text
    assert page.text.count("150340999998") == 24
    assert EMPLOYEE not in page.text
    assert f"{EMPLOYEE[:6]}••••{EMPLOYEE[-2:]}" in page.text
    typed = anybody.post("/ru/certificates/", code=code.lower(), born="1985-05-20")
    assert "Справка действительна" in typed.text
    for wrong in ({"code": code, "born": "1985-05-21"}, {"code": "AAAAA-AAAAA", "born": "1985-05-20"}, {"born": "x"}):
        refused = anybody.post("/ru/certificates/", **wrong)
        assert refused.status == 404
        assert "Такой справки нет" in refused.text


def test_a_revoked_certificate_says_so_on_its_page(browser: Browser, served: Server) -> None:
    """UX-38, UX-39"""
    address, _ = issued(browser)
    revoke_certificate(Order.objects.get().id, "issued by mistake", by="staff:test", at=AT + MINUTE)
    page = Browser(served).get(f"/en{address.replace('/c/', '/certificates/')}/")
    assert "The certificate was revoked" in page.text
    assert "in force" not in page.text


def test_whoever_guesses_is_stopped(browser: Browser, served: Server) -> None:
    few = OrderBudgets(MANY.person, Budget.hourly("certificate-address", 3, 60), MANY.everybody)
    served.application._orders = OrdersDesk(BOOK, Identities(settings.SAQTA_HOME / "none"), served.budgets, few)
    replies = [browser.get(f"/en/certificates/guess-number-{number}/") for number in range(4)]
    assert [reply.status for reply in replies] == [404, 404, 404, 429]
    assert replies[-1].headers["retry-after"] == "60"


@pytest.mark.parametrize("months", ["", "0", "11", "61", "²", "1e9"])
def test_what_no_form_offers_is_refused(browser: Browser, months: str) -> None:
    browser.sign_in()
    assert browser.post("/ru/orders/", key="a-key-of-mine", months=months, consent="yes").status == 422
    assert Order.objects.count() == 0


def test_an_order_names_where_its_person_is_told(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    """First by the bot, and by letter if that fails; where this server writes to neither, the page does not ask."""
    browser.sign_in()
    assert 'name="email"' not in browser.get("/kk/orders/").text
    monkeypatch.setattr(settings, "SAQTA_TELEGRAM_TOKEN", "1:x")
    assert 'name="email"' in browser.get("/kk/orders/").text
    told = {"key": "a-key-of-mine", "months": "12", "consent": "yes"}
    for refused in ("aigerim@example.kz", "tg:nobody", "aigerim"):
        assert browser.post("/kk/orders/", email=refused, **told).status == 422
    monkeypatch.setattr(settings, "SAQTA_MAIL", "smtp://127.0.0.1")
    browser.order("kk", email="tg:4815162342, aigerim@example.kz")
    worker().work(AT + MINUTE)
    (chat,) = take_messages("telegram", AT + MINUTE)
    assert (chat.address, chat.language, chat.state) == ("tg:4815162342", "kk", "answered")
