"""A citizen sees that an operator looked, and why, in the operator's own words; asks about it; and leaves no traces."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from saqta.access.proofs import code_at
from saqta.basis.text import LANGUAGES, Language
from saqta.channels.clock import now
from saqta.channels.web.wording.personal import PERSONAL
from saqta.coverage.demo import PEOPLE
from tests.journeys.conftest import Visitor
from tests.journeys.test_everybody_can_use_the_pages import AXE, JUDGED, violations

pytestmark = pytest.mark.enable_socket

MOTHER = PEOPLE[0]
NUMBER = re.compile(r"[0-9]{12}")
STATES = (
    "me/", "me/months/", "me/categories/", "me/children/", "me/children/1/", "me/children/9/", "me/consents/",
    "me/looks/", "me/data/", "orders/", "me/fix/",
)  # fmt: skip


def sign_in(page: Page, site: str, language: Language) -> None:
    """As a citizen, through the provider of the demonstration."""
    page.goto(f"{site}/{language}/me/")
    page.locator(f"a[href='/{language}/me/sign-in/go/']").click()
    page.get_by_role("button", name=MOTHER.name).click()
    expect(page.locator("h1")).to_have_text(PERSONAL["menu_status"].in_language(language))


def operator(visitor: Callable[..., Visitor], environment: dict[str, str]) -> Page:
    """An operator of the line 1406 at work."""
    accounts: list[dict[str, Any]] = json.loads(Path(environment["SAQTA_HOME"], "demo-staff.json").read_text())
    account = next(one for one in accounts if one["login"] == "adviser")
    somebody = visitor()
    page = somebody.open("/desk/en/sign-in/")
    page.locator("input[name=login]").fill(account["login"])
    page.locator("input[name=password]").fill(account["password"])
    page.locator("main form button").click()
    page.locator("input[name=code]").fill(code_at(account["secret"], int(now().timestamp())))
    page.locator("main form button").click()
    expect(page.locator("input[name=code]")).to_have_count(0)
    return page


def look(page: Page, site: str, language: Language, purpose: str) -> str:
    """The operator looks; gives the purpose as it was chosen."""
    page.goto(f"{site}/desk/{language}/people/")
    page.locator("input[name=iin]").fill(MOTHER.number)
    chosen = page.locator(f"select[name=purpose] option[value={purpose}]").inner_text()
    page.locator("select[name=purpose]").select_option(purpose)
    page.locator("main form button").last.click()
    expect(page.locator("#answer")).to_be_visible()
    return chosen


def test_an_operator_looks_and_the_citizen_reads_why_at_once(
    visitor: Callable[..., Visitor], environment: dict[str, str]
) -> None:
    """UX-40, P-07: in three languages, the same words on both sides."""
    working = operator(visitor, environment)
    citizen = visitor(viewport={"width": 360, "height": 740})
    sign_in(citizen.page, citizen.site, "ru")
    for language, purpose in zip(LANGUAGES, ("own-call", "child-call", "complaint"), strict=True):
        chosen = look(working, citizen.site, language, purpose)
        citizen.open(f"/{language}/me/looks/")
        expect(citizen.page.locator("tbody tr").first).to_contain_text(chosen)
    assert citizen.violations == []
    addresses = [request.url for request in citizen.requests if "/me/" in request.url]
    assert addresses
    assert not any(NUMBER.search(address) for address in addresses)
    assert not NUMBER.search(citizen.page.title())


def test_without_a_script_one_asks_why_and_gets_a_number(
    visitor: Callable[..., Visitor], environment: dict[str, str]
) -> None:
    somebody = visitor(java_script_enabled=False)
    page = somebody.page
    sign_in(page, somebody.site, "kk")
    page.goto(f"{somebody.site}/kk/me/looks/")
    ask = page.locator("tbody a").filter(has_text=PERSONAL["ask_why"].kk).first
    ask.click()
    page.locator("textarea").fill("<b>Неге?</b>")
    page.get_by_role("button", name=PERSONAL["dispute_send"].kk).click()
    expect(page.locator("h1")).to_contain_text(re.compile("[0-9]+"))
    expect(page.locator("dd", has_text="<b>Неге?</b>")).to_be_visible()


def test_whoever_leaves_leaves_nothing_behind_the_back_button(visitor: Callable[..., Visitor]) -> None:
    """UX-41"""
    somebody = visitor()
    page = somebody.page
    sign_in(page, somebody.site, "en")
    somebody.open("/en/me/months/")
    page.get_by_role("button", name=PERSONAL["sign_out"].en).click()
    expect(page.locator("h1")).to_have_text(PERSONAL["personal_title"].en)
    page.go_back()
    expect(page.locator("h1")).to_have_text(PERSONAL["personal_title"].en)
    assert page.locator("table").count() == 0
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_axe_finds_nothing_on_the_personal_pages(visitor: Callable[..., Visitor]) -> None:
    """UX-29: each page in one of the three languages, light and dark, on a narrow screen without sideways scrolling."""
    somebody = visitor(viewport={"width": 320, "height": 640})
    page, found = somebody.page, dict[str, list[str]]()
    page.goto(f"{somebody.site}/en/me/sign-in/")
    judge(page, found)
    page.goto(f"{somebody.site}/kk/me/sign-in/go/")
    judge(page, found)
    sign_in(page, somebody.site, "ru")
    for place, state in enumerate(STATES):
        somebody.open(f"/{LANGUAGES[place % 3]}/{state}")
        judge(page, found)
    somebody.open("/ru/me/looks/")
    page.locator("tbody a").first.click()
    judge(page, found)
    assert found == {}
    assert [one for one in somebody.violations if "404" not in one] == []


def judge(page: Page, found: dict[str, list[str]]) -> None:
    page.emulate_media(color_scheme="light")
    page.evaluate(AXE)
    wrong = violations(page, {"type": "tag", "values": JUDGED})
    page.emulate_media(color_scheme="dark")
    wrong += [f"dark: {one}" for one in violations(page, {"type": "rule", "values": ["color-contrast"]})]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append("scrolls sideways")
    if wrong:
        found[page.url] = wrong
