"""A citizen sees that an operator looked, and why, in the operator's own words; asks about it; and leaves no traces."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from saqta.basis.text import LANGUAGES, Language
from saqta.channels.web.wording.personal import PERSONAL
from saqta.coverage.demo import PEOPLE
from tests.journeys.conftest import Visitor
from tests.journeys.judging import wrong
from tests.journeys.working import sign_in as sign_in_at_work

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
    return sign_in_at_work(visitor(), Path(environment["SAQTA_HOME"]), "adviser", "en")


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
    """UX-29, UX-31: the door, the provider behind it, every page, and the question why somebody looked."""
    somebody = visitor(viewport={"width": 320, "height": 640})
    page, found = somebody.page, dict[str, list[str]]()
    for language in LANGUAGES:
        for place in ("me/sign-in/", "me/sign-in/go/"):
            found[f"{language} {place}"] = wrong(somebody.open(f"/{language}/{place}"))
    sign_in(page, somebody.site, "ru")
    question = somebody.open("/ru/me/looks/").locator("tbody a").first.get_attribute("href") or ""
    for language in LANGUAGES:
        for place in (*STATES, question.removeprefix("/ru/")):
            found[f"{language} {place}"] = wrong(somebody.open(f"/{language}/{place}"))
            assert page.locator("html").get_attribute("lang") == language
    assert {place: faults for place, faults in found.items() if faults} == {}
    assert [one for one in somebody.violations if "404" not in one] == []
