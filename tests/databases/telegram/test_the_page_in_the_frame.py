"""The page in Telegram's frame: opened only by what Telegram signed just now for this bot, framed by Telegram alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import pytest
from aiogram.utils.web_app import check_webapp_signature
from django.conf import settings

from saqta.basis.text import LANGUAGES
from saqta.channels.sealing import seal
from saqta.channels.telegram.init_data import account
from saqta.channels.telegram.passes import sealed
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.journal.models import Read
from saqta.law.book import load
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.telegram.signing import TOKEN, init_data
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

EMPLOYEE = PEOPLE[0].number
SIGNED = init_data(AT)


@pytest.fixture
def served(register: Register, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr(settings, "SAQTA_TELEGRAM_TOKEN", TOKEN)
    make_demo(register.home, AT.date(), load(), at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def sent(served: Server, language: str = "ru", **fields: str) -> Reply:
    body = urlencode(fields).encode()
    form = "application/x-www-form-urlencoded"
    return asked(served.application, "POST", f"/telegram/{language}/", body=body, media=form)


def given_pass(page: Reply) -> str:
    (found,) = re.findall(r'name="pass" value="([^"]+)"', page.text)
    return str(found)


def test_an_independent_reader_finds_the_same_signature_good() -> None:
    """That reader of another project judges the signature alone; the moment is for us to judge."""
    old = init_data(AT - timedelta(days=2000))
    assert check_webapp_signature(TOKEN, SIGNED)
    assert check_webapp_signature(TOKEN, old)
    assert account(SIGNED, TOKEN, AT) == 77
    assert account(old, TOKEN, AT) is None


def test_what_is_forged_old_or_for_another_bot_opens_nothing() -> None:
    assert account(init_data(AT - timedelta(minutes=5)), TOKEN, AT) == 77
    assert account(init_data(AT - timedelta(minutes=5, seconds=1)), TOKEN, AT) is None
    assert account(init_data(AT + timedelta(seconds=30)), TOKEN, AT) == 77
    assert account(init_data(AT + timedelta(seconds=31)), TOKEN, AT) is None
    assert account(init_data(AT, token="987654321:AAother"), TOKEN, AT) is None
    assert account(SIGNED, "", AT) is None
    assert account("", TOKEN, AT) is None
    assert account(init_data(AT, token=""), "", AT) is None
    assert account(init_data(AT, user="[]"), TOKEN, AT) is None
    assert account(init_data(AT, auth_date="9" * 40), TOKEN, AT) is None
    assert account(f"{SIGNED}&user=%7B%22id%22%3A1%7D", TOKEN, AT) is None
    for place, letter in enumerate(SIGNED):
        changed = SIGNED[:place] + ("1" if letter != "1" else "2") + SIGNED[place + 1 :]
        assert account(changed, TOKEN, AT) is None, place


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_a_status_is_told_in_the_frame_after_two_steps_and_nobody_else_may_frame_it(served: Server) -> None:
    for language in LANGUAGES:
        start = sent(served, language, init=SIGNED)
        assert (start.status, start.headers["cache-control"]) == (200, "no-store")
        told = sent(served, language, **{"pass": given_pass(start)}, iin=f"{EMPLOYEE[:6]} {EMPLOYEE[6:]}")
        verdict = {"ru": "✅ Застрахован", "kk": "✅ Сақтандырылған", "en": "✅ Insured"}[language]
        assert f"<h1>{verdict}</h1>" in told.text
        assert "zan.kz" in told.text
        assert EMPLOYEE not in told.text
        assert told.headers["content-security-policy"].endswith("frame-ancestors https://web.telegram.org")
        wrong = sent(served, language, **{"pass": given_pass(told)}, iin=EMPLOYEE[:-1] + "5")
        assert wrong.status == 422
        assert EMPLOYEE[:11] not in wrong.text
    served.follow()
    assert {read.by for read in Read.objects.all()} == {"public:telegram"}


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_without_a_good_signature_or_pass_nothing_is_answered(served: Server) -> None:
    good = given_pass(sent(served, init=SIGNED))
    refused = [
        {},
        {"init": ""},
        {"init": init_data(AT - timedelta(hours=1))},
        {"init": init_data(AT, token="987654321:AAother")},
        {"pass": good[:-6] + "AAAAA="},
        {"pass": "ф"},
        {"pass": sealed(77, AT - timedelta(minutes=30, seconds=1))},
        {"pass": seal("saqta-answers", (77).to_bytes(8, "big"), AT)},
        {"iin": EMPLOYEE},
    ]
    for fields in refused:
        page = sent(served, **{"iin": EMPLOYEE, **fields})
        assert page.status == 401
        assert "Застрахован" not in page.text
        assert 'name="pass"' not in page.text
    entry = asked(served.application, "GET", "/telegram/", accept_language="kk")
    assert (entry.status, 'lang="kk"' in entry.text) == (200, True)
    assert (
        asked(served.application, "GET", "/ru/").headers["content-security-policy"].endswith("frame-ancestors 'none'")
    )
