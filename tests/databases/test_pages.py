"""People ask on a page, in three languages, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode

import pytest
from django.conf import settings

from saqta.access.budgets import Budget
from saqta.basis.text import LANGUAGES
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.journal.models import Read
from saqta.law.book import load
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server
from tests.rooms.ledger.payment_samples import invented_iin

EMPLOYEE, _, MISSED_A_MONTH, *_, NEVER_PAID = (person.number for person in PEOPLE)


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo(register.home, AT.date(), load(), at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def sent(served: Server, language: str, iin: str, **more: str) -> Reply:
    body = urlencode({"iin": iin}).encode()
    media = "application/x-www-form-urlencoded"
    return asked(served.application, "POST", f"/{language}/", body=body, media=media, **more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_asks_for_a_number_in_the_language_of_the_reader(served: Server, language: str) -> None:
    first = asked(served.application, "GET", "/", accept_language=f"{language}-KZ, en;q=0.1")
    assert (first.status, first.headers["location"]) == (302, f"/{language}/")
    page = asked(served.application, "GET", f"/{language}/")
    assert page.status == 200
    assert f'<html lang="{language}">' in page.text
    assert all(person.story.in_language(language) in page.text for person in PEOPLE)  # type: ignore[arg-type]  # a Language


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_gets_its_verdict_its_months_and_the_law(served: Server, language: str) -> None:
    page = sent(served, language, f"{EMPLOYEE[:6]} {EMPLOYEE[6:]}")
    said = {"ru": "Застрахован", "kk": "Сақтандырылған", "en": "Insured"}[language]
    assert f"<title>{said} — Saqta</title>" in page.text
    assert page.text.count('class="paid"') == 12
    assert "https://adilet.zan.kz/rus/docs/Z1500000405" in page.text
    assert sent(served, language, MISSED_A_MONTH).text.count('class="unpaid"') == 1


def test_nothing_on_an_answer_tells_whose_it_is_and_nothing_keeps_it(served: Server) -> None:
    page = sent(served, "ru", EMPLOYEE)
    assert EMPLOYEE not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "set-cookie" not in page.headers
    assert "<script" not in page.text


def test_a_slip_of_the_pen_is_explained_and_not_repeated(served: Server) -> None:
    page = sent(served, "kk", EMPLOYEE[:-1] + "5")
    assert page.status == 422
    assert "<title>Қате: " in page.text
    assert 'aria-invalid="true"' in page.text
    assert EMPLOYEE[:11] + "5" not in page.text
    inert = sent(served, "ru", '"><script>alert(1)</script>')
    assert "<script" not in inert.text


def test_a_look_from_a_page_is_in_the_journal(served: Server) -> None:
    sent(served, "en", EMPLOYEE)
    served.follow()
    assert Read.objects.get().by == "public:web"


def test_who_asks_too_often_reads_when_to_come_back(register: Register) -> None:
    served = Server(register.home, PublicBudgets(Budget.hourly("address", 1, 60), *GENEROUS[1:]))
    settings_page = [sent(served, "ru", NEVER_PAID) for _ in range(2)]
    assert [page.status for page in settings_page] == [200, 429]
    assert "60 с" in settings_page[1].text
    served.reads.close()
    served.budgets.close()


def test_an_address_that_leads_nowhere_leads_home(served: Server) -> None:
    page = asked(served.application, "GET", "/nothing/", accept_language="kk")
    assert page.status == 404
    assert 'href="/kk/"' in page.text


def test_without_the_demonstration_no_number_stands_on_the_page(register: Register) -> None:
    served = Server(register.home, PublicBudgets(*GENEROUS))
    assert register.home == settings.SAQTA_HOME
    assert PEOPLE[0].number not in asked(served.application, "GET", "/ru/").text
    served.reads.close()
    served.budgets.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_number_and_somebody_who_never_paid_look_alike(served: Server, language: str) -> None:
    """P-02, on the page: every byte and every header."""
    nobody = invented_iin(77, date(1990, 4, 12))
    assert sent(served, language, nobody) == sent(served, language, NEVER_PAID)
