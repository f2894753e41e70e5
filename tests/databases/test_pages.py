"""People ask on a page, in three languages, without a script."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
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
    return asked(served.application, "POST", f"/{language}/status/", body=body, media=media, **more)


def kept(page: Reply) -> str:
    """The encrypted number in the page."""
    return page.text.partition('name="again" value="')[2].partition('"')[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_asks_for_a_number_in_the_language_of_the_reader(served: Server, language: str) -> None:
    first = asked(served.application, "GET", "/", accept_language=f"{language}-KZ, en;q=0.1")
    assert (first.status, first.headers["location"]) == (302, f"/{language}/")
    page = asked(served.application, "GET", f"/{language}/")
    assert page.status == 200
    assert f'href="/{language}/status/"' in page.text
    assert page.headers["cache-control"].startswith("public, ")
    page = asked(served.application, "GET", f"/{language}/status/")
    assert page.status == 200
    assert page.headers["cache-control"].startswith("public, ")  # the form is the same for everybody
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
    assert "<script>" not in page.text


def test_a_slip_of_the_pen_is_explained_and_stays_in_its_field_alone(served: Server) -> None:
    page = sent(served, "kk", EMPLOYEE[:-1] + "5")
    assert page.status == 422
    assert "<title>Қате: " in page.text
    assert 'aria-invalid="true"' in page.text
    assert page.text.count(EMPLOYEE[:11] + "5") == page.text.count(f'value="{EMPLOYEE[:11]}5"') == 1
    inert = sent(served, "ru", '"><script>alert(1)</script>')
    assert "<script>" not in inert.text


@pytest.mark.parametrize(
    "typed",
    [
        "{0} {1}",
        "{0}-{1}",
        " {0}\N{NO-BREAK SPACE}{1}\t",
        "{0}\N{EN DASH}{1}",
        "{0}.{1}",
        "\N{LEFT-TO-RIGHT MARK}{0}{1}",
        "{0}\N{ZERO WIDTH SPACE}{1}",
    ],
)
def test_what_people_put_between_digits_does_no_harm(served: Server, typed: str) -> None:
    """UX-04"""
    assert "<title>Застрахован — " in sent(served, "ru", typed.format(EMPLOYEE[:6], EMPLOYEE[6:])).text


def test_wide_digits_are_read_and_digits_of_other_scripts_are_refused_by_name(served: Server) -> None:
    """UX-04"""
    wide = EMPLOYEE.translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})
    assert sent(served, "ru", wide).status == 200
    arabic = EMPLOYEE.translate({ord("0") + digit: 0x660 + digit for digit in range(10)})
    assert "digits of another script" in sent(served, "en", arabic).text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Номер не введён"),
        ("85052049999", "Число цифр не то"),
        ("851320499990", "не образуют существующей даты"),
        ("850520499995", "контрольная цифра не сходится"),
    ],
)
def test_each_error_says_what_is_wrong_and_how_to_mend_it(served: Server, typed: str, said: str) -> None:
    """UX-05"""
    page = sent(served, "ru", typed)
    assert page.status == 422
    assert page.text.count(said) == 2  # in the summary and beside the field
    assert "<title>Ошибка: " in page.text


def test_an_answer_is_told_in_another_language_without_the_number_being_typed_again(served: Server) -> None:
    """UX-25"""
    token = kept(sent(served, "ru", EMPLOYEE))
    assert EMPLOYEE not in token
    body, media = urlencode({"again": token}).encode(), "application/x-www-form-urlencoded"
    told = asked(served.application, "POST", "/kk/status/", body=body, media=media)
    assert "<title>Сақтандырылған — " in told.text
    served.at += timedelta(minutes=31)
    assert asked(served.application, "POST", "/kk/status/", body=body, media=media).status == 422


def test_old_data_are_called_old(served: Server) -> None:
    """UX-09"""
    fresh = sent(served, "ru", EMPLOYEE).text
    assert 'datetime="2025-10-05T06:30:00+00:00"' in fresh
    assert "устарели" not in fresh
    served.at += timedelta(minutes=16)
    assert "Эти данные устарели" in sent(served, "ru", EMPLOYEE).text


def test_a_register_that_does_not_answer_is_never_told_as_a_status(
    served: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """UX-42"""

    def fails(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(served.desk, "ask", fails)
    page = sent(served, "ru", EMPLOYEE)
    assert page.status == 503
    assert page.headers["retry-after"] == "60"
    assert "Не застрахован<" not in page.text
    assert "номер вводить заново не придётся" in page.text
    monkeypatch.undo()
    body = urlencode({"again": kept(page)}).encode()
    again = asked(served.application, "POST", "/ru/status/", body=body, media="application/x-www-form-urlencoded")
    assert again.status == 200


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
    assert PEOPLE[0].number not in asked(served.application, "GET", "/ru/status/").text
    served.reads.close()
    served.budgets.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_number_and_somebody_who_never_paid_look_alike(served: Server, language: str) -> None:
    """P-02, on the page: every header, and every byte but those of the encrypted number, which never repeat."""
    pages = [sent(served, language, number) for number in (invented_iin(77, date(1990, 4, 12)), NEVER_PAID)]
    first, second = (page._replace(body=page.body.replace(kept(page).encode(), b"")) for page in pages)
    assert first == second
    assert len(pages[0].body) == len(pages[1].body)
