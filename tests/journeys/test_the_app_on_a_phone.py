"""The pages as an app: what is there without a network, what is kept on the device and what is forgotten."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from saqta.channels.web.wording.app import APP, SAVING
from tests.journeys.conftest import CHROMIUM, Visitor

pytestmark = pytest.mark.enable_socket

EMPLOYEE = "850520499990"
NUMBER = re.compile(r"[0-9]{12}")
KEPT = """async () => {
  const kept = {};
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys())
    kept[new URL(request.url).pathname] = await (await (await caches.open(name)).match(request)).text();
  return kept;
}"""


@pytest.fixture
def phone(visitor: Callable[..., Visitor]) -> Iterator[Visitor]:
    """Somebody with the pages on a phone, whose browser keeps what the app tells it to."""
    somebody = visitor(service_workers="allow", viewport={"width": 360, "height": 720}, has_touch=True)
    somebody.open("/kk/")
    somebody.page.evaluate("navigator.serviceWorker.ready.then((found) => found.active.state)")
    somebody.page.wait_for_function("async () => (await caches.keys()).length > 0")
    somebody.page.wait_for_timeout(1500)  # until what helps is fetched
    yield somebody
    somebody.context.set_offline(offline=False)


def ask(page: Page, site: str, number: str = EMPLOYEE) -> None:
    page.goto(f"{site}/kk/status/")
    page.locator("main input[name=iin]").fill(number)
    page.locator("main form[data-proof] button").first.click()
    expect(page.locator("article.verdict")).to_be_visible()


@pytest.mark.parametrize("path", ["", "saved/", "elsewhere/", "law/packages/", "announcements/", "status/"])
def test_what_helps_is_there_without_a_network(phone: Visitor, path: str) -> None:
    """UX-34"""
    phone.context.set_offline(offline=True)
    phone.page.goto(f"{phone.site}/kk/{path}")
    assert phone.page.locator("html").get_attribute("lang") == "kk"
    expect(phone.page.locator("h1")).to_be_visible()
    assert phone.page.locator("h1").inner_text() != APP["offline_title"].kk
    assert phone.page.evaluate("getComputedStyle(document.body).display") == "flex"  # with its style


def test_a_page_that_was_never_read_is_not_a_no(phone: Visitor) -> None:
    phone.context.set_offline(offline=True)
    phone.page.goto(f"{phone.site}/kk/law/K2000000360/?on=2024-01-01")
    assert phone.page.locator("h1").inner_text() == APP["offline_title"].kk
    assert phone.page.locator("a[href='tel:1414']").first.is_visible()


def test_no_personal_answer_is_kept_unless_asked_for(phone: Visitor) -> None:
    """UX-34, P-03: neither the cache of the app nor the storage of the browser knows of the question."""
    ask(phone.page, phone.site)
    kept = phone.page.evaluate(KEPT)
    assert "/kk/" in kept
    assert "verdict yes" not in json.dumps(kept)
    assert phone.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    phone.context.set_offline(offline=True)
    phone.page.goto(f"{phone.site}/kk/status/")
    assert phone.page.locator("article.verdict").count() == 0


def test_an_answer_is_kept_on_the_device_when_asked_for_with_its_age(phone: Visitor) -> None:
    """UX-34"""
    ask(phone.page, phone.site)
    phone.page.locator("#save-name").fill("Анам <b>")
    phone.page.get_by_role("button", name=SAVING["save"].kk).click()
    expect(phone.page.get_by_role("status")).to_have_text(SAVING["save_done"].kk)
    stored = phone.page.evaluate("localStorage.getItem('saqta.saved')")
    assert not NUMBER.search(stored)
    phone.context.set_offline(offline=True)
    phone.page.goto(f"{phone.site}/kk/saved/")
    card = phone.page.locator("[data-saved] article")
    expect(card.locator("h2")).to_have_text("Сақтандырылған")
    expect(card.locator("[data-name]")).to_have_text("Анам <b>")
    assert card.locator("time").inner_text().strip()
    expect(card.locator("[data-old]")).to_be_hidden()
    phone.page.evaluate("""() => {
      const all = JSON.parse(localStorage.getItem('saqta.saved'));
      all[0].asOf = new Date(Date.now() - 3 * 864e5).toISOString();
      localStorage.setItem('saqta.saved', JSON.stringify(all));
    }""")
    phone.page.reload()
    expect(card.locator("[data-old]")).to_have_text(APP["saved_old"].kk)
    card.get_by_role("button", name=APP["saved_remove"].kk).click()
    expect(card).to_have_count(0)
    expect(phone.page.get_by_text(APP["saved_none"].kk)).to_be_visible()


def test_traces_are_gone_when_somebody_clears_them(phone: Visitor) -> None:
    """UX-41"""
    ask(phone.page, phone.site)
    phone.page.get_by_role("button", name=SAVING["save"].kk).click()
    phone.page.goto(f"{phone.site}/kk/saved/")
    phone.page.get_by_role("button", name=APP["clear"].kk).click()
    phone.page.wait_for_url("**/kk/cleared/")
    assert phone.page.evaluate("localStorage.length") == 0
    assert phone.context.cookies() == []
    assert not any("saved" in entry for entry in history(phone.page)), "the page of answers left the history"
    with pytest.raises(Error, match="ERR_CACHE_MISS"):  # the answer was kept by nobody, so there is none to go back to
        phone.page.go_back()
    expect(phone.page.locator("article.verdict")).to_have_count(0)
    # A page of its own, because the one above may still be on its way to the browser's own page of the error.
    again = phone.context.new_page()
    again.goto(f"{phone.site}/kk/saved/")
    expect(again.get_by_text(APP["saved_none"].kk)).to_be_visible()


def test_traces_can_be_cleared_without_a_script(visitor: Callable[..., Visitor]) -> None:
    somebody = visitor(java_script_enabled=False)
    page = somebody.open("/ru/saved/")
    with page.expect_response("**/ru/clear/") as answered:
        page.get_by_role("button", name=APP["clear"].ru).click()
    assert answered.value.header_value("clear-site-data") == '"cache", "cookies", "storage"'
    expect(page.locator("h1")).to_have_text(APP["cleared_title"].ru)


def history(page: Page) -> list[str]:
    """The addresses that the button "Back" goes through."""
    entries = page.context.new_cdp_session(page).send("Page.getNavigationHistory")["entries"]
    return [entry["url"] for entry in entries]


def test_the_app_can_be_installed(browser: Browser, site: str, tmp_path: Path) -> None:
    """UX-35: the browser itself finds nothing missing. Ordinary contexts count as private and cannot install."""
    path = next(filter(None, map(shutil.which, CHROMIUM)))
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    context: BrowserContext = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=os.environ.get("SAQTA_CHROMIUM", path), args=flags
    )
    try:
        page = context.new_page()
        page.goto(f"{site}/kk/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        found = context.new_cdp_session(page).send("Page.getInstallabilityErrors")
        assert found["installabilityErrors"] == []
        manifest = context.new_cdp_session(page).send("Page.getAppManifest")
        assert manifest["errors"] == []
        described = json.loads(manifest["data"])
        assert described["lang"] == "kk"
        assert {icon["sizes"] for icon in described["icons"]} >= {"144x144", "192x192", "512x512"}
    finally:
        context.close()
