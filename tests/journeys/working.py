"""Somebody on the staff at a browser."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from saqta.access.demo import demo_accounts
from saqta.access.proofs import code_at
from saqta.basis.text import Language
from saqta.channels.clock import now
from tests.journeys.conftest import Visitor


def sign_in(somebody: Visitor, home: Path, login: str, language: Language) -> Page:
    """Through both doors by the keyboard alone."""
    account = next(one for one in demo_accounts(home) if one.login == login)
    page = somebody.open(f"/desk/{language}/sign-in/")
    while page.evaluate("document.activeElement.id") != "login":
        page.keyboard.press("Tab")
    page.keyboard.type(account.login)
    page.keyboard.press("Tab")
    page.keyboard.type(account.password)
    page.keyboard.press("Enter")
    expect(page.locator("#code")).to_be_focused()
    page.keyboard.type(code_at(account.secret, int(now().timestamp())))
    page.keyboard.press("Enter")
    page.locator(".who").wait_for()
    return page
