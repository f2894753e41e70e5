"""Signing in on the working pages, as a browser sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.conf import settings

from saqta.access.actions import add_staff_member, disable_staff_member, enrol_staff_member
from saqta.access.demo import DemoAccount, make_demo_staff
from saqta.access.models import Attempt
from saqta.access.permissions import Role
from saqta.access.proofs import code_at
from saqta.access.queries import staff
from saqta.access.sessions import IDLE
from saqta.basis.text import LANGUAGES
from saqta.channels.desk.pages import COOKIE
from saqta.coverage.public import PublicBudgets
from saqta.journal.models import Entry
from tests.channels.browsing import Browser
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

OWN = "төрт жапырақты беде"


class Desk:
    """A server with invented staff."""

    def __init__(self, register: Register) -> None:
        self.accounts = {account.login: account for account in make_demo_staff(register.home, None, at=AT)}
        self.served = Server(register.home, PublicBudgets(*GENEROUS))

    def browser(self) -> Browser:
        return Browser(self.served.application)

    def signed_in(self, login: str, language: str = "en") -> Browser:
        account, browser = self.accounts[login], self.browser()
        self.served.at += timedelta(seconds=30)  # a code is good once
        page = browser.sign_in(account.login, account.password, account.secret, self.served.at, language)
        assert page.status == 200, browser.text
        return browser

    def code(self, account: DemoAccount) -> str:
        return code_at(account.secret, int(self.served.at.timestamp()))


@pytest.fixture
def desk(register: Register) -> Iterator[Desk]:
    yield (made := Desk(register))
    made.served.reads.close()
    made.served.budgets.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_password_and_a_code_lead_in_and_a_click_leads_out(desk: Desk, language: str) -> None:
    browser, account = desk.browser(), desk.accounts["auditor"]
    assert f'<html lang="{language}">' in browser.open(f"/desk/{language}/").text
    assert 'name="password"' in browser.page.text
    browser.send(f"/desk/{language}/sign-in/", login=account.login, password=account.password)
    assert 'name="code"' in browser.page.text
    assert 'name="password"' in browser.open(f"/desk/{language}/").text, "a password alone opens nothing"
    browser.open(f"/desk/{language}/code/")
    browser.send(f"/desk/{language}/code/", code=desk.code(account))
    assert account.name in browser.text
    browser.send(f"/desk/{language}/sign-out/")
    assert COOKIE not in browser.cookies
    assert 'name="password"' in browser.open(f"/desk/{language}/").text


def test_the_first_time_a_password_is_chosen_and_a_second_factor_set_up(desk: Desk) -> None:
    who = add_staff_member(name="Данияр", role=Role.AUDITOR, system_user=None, by="test", at=AT)
    issued = enrol_staff_member(who, "daniyar", by="test", at=AT)
    browser = desk.browser()
    browser.open("/desk/en/sign-in/")
    page = browser.send("/desk/en/sign-in/", login=issued.login, password=issued.password)
    found = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page.text)
    assert found
    secret = found.group(1).replace(" ", "")
    assert f"secret={secret}" in page.text
    code = code_at(secret, int(desk.served.at.timestamp()))
    short = browser.send("/desk/en/set-up/", password="short", code=code)
    assert (short.status, "12 characters" in browser.text) == (422, True)
    browser.send("/desk/en/set-up/", password=OWN, code=code)
    assert "Данияр" in browser.text
    assert 'name="password"' in browser.open("/desk/en/set-up/").text
    assert secret not in browser.page.text, "it is shown once"


def test_the_cookies_are_for_this_host_alone_and_out_of_reach_of_scripts(desk: Desk) -> None:
    browser, account = desk.browser(), desk.accounts["head"]
    page = browser.open("/desk/en/sign-in/")
    sent = browser.send("/desk/en/sign-in/", follow=False, login=account.login, password=account.password)
    for cookie in (*page.cookies, *sent.cookies):
        assert cookie.startswith("__Host-")
        assert {"Secure", "HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie


@pytest.mark.parametrize("path", ["", "sign-in/", "code/", "sign-ins/"])
def test_no_working_page_may_be_kept_framed_or_run_a_script(desk: Desk, path: str) -> None:
    browser = desk.signed_in("auditor")
    page = browser.open(f"/desk/en/{path}")
    assert page.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in page.text


def test_a_form_without_the_token_of_this_browser_writes_nothing(desk: Desk) -> None:
    browser, other = desk.signed_in("auditor"), desk.browser()
    written = Entry.objects.count()
    assert browser.send("/desk/en/sign-out/", "").status == 403
    assert browser.send("/desk/en/sign-out/", "a" * 64).status == 403
    other.open("/desk/en/sign-in/")
    foreign = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', other.page.text)
    assert foreign
    assert browser.send("/desk/en/sign-out/", foreign.group(1)).status == 403
    assert "Nothing was written" in browser.text
    assert Entry.objects.count() == written
    assert browser.open("/desk/en/sign-ins/").status == 200, "still signed in"


def test_a_session_ends_when_nobody_clicks(desk: Desk) -> None:
    browser = desk.signed_in("auditor")
    desk.served.at += IDLE - timedelta(seconds=1)
    assert "Signed" not in browser.open("/desk/en/sign-ins/").text
    assert browser.page.status == 200
    desk.served.at += IDLE
    assert 'name="password"' in browser.open("/desk/en/sign-ins/").text


def test_whoever_is_disabled_is_out_at_the_next_click(desk: Desk) -> None:
    browser = desk.signed_in("auditor")
    who = next(member for member in staff() if member.login == "auditor")
    disable_staff_member(who.id, by="test", at=desk.served.at)
    assert 'name="password"' in browser.open("/desk/en/sign-ins/").text
    account = desk.accounts["auditor"]
    assert browser.sign_in(account.login, account.password, account.secret, desk.served.at).status == 422


def test_guessing_is_slowed_down_and_told_when_to_come_back(desk: Desk) -> None:
    browser = desk.browser()
    browser.open("/desk/ru/sign-in/")
    replies = [browser.send("/desk/ru/sign-in/", login="head", password="guess") for _ in range(11)]
    assert [reply.status for reply in replies] == [422] * 10 + [429]
    assert int(replies[-1].headers["retry-after"]) <= 120
    assert all("guess" not in reply.text for reply in replies)


def test_what_a_role_does_not_permit_is_refused_and_stands_in_the_journal(desk: Desk) -> None:
    for login in set(desk.accounts) - {"auditor"}:
        browser = desk.signed_in(login)
        assert "sign-ins/" not in browser.page.text
        assert browser.open("/desk/en/sign-ins/").status == 403
    refused = Attempt.objects.filter(outcome="not-permitted")
    assert refused.count() == len(desk.accounts) - 1
    assert set(refused.values_list("permission", flat=True)) == {"read-sign-ins"}
    assert "read-sign-ins" in desk.signed_in("auditor").open("/desk/en/sign-ins/").text


def test_the_pages_say_that_this_is_a_demonstration_only_where_it_is(desk: Desk) -> None:
    assert "saqta staff code" not in desk.browser().open("/desk/en/sign-in/").text
    (settings.SAQTA_HOME / "demo").touch()
    assert "saqta staff code" in desk.browser().open("/desk/en/sign-in/").text
