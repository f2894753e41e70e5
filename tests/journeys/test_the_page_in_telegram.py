"""The page as a client of Telegram for telephones shows it: its colours, its buttons, and nothing in the address."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from saqta.channels.clock import now
from tests.databases.telegram.signing import init_data
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.enable_socket

EMPLOYEE = "850520499990"
TELEGRAM = "https://web.telegram.org/"
NIGHT = {"bg_color": "#17212b", "secondary_bg_color": "#232e3c", "text_color": "#f5f5f5", "link_color": "#6ab3f3"}
LEFT_TO_THE_BROWSER = """link => new Promise((told) => {
  const last = (event) => { told(!event.defaultPrevented); event.preventDefault(); };
  window.addEventListener("click", last, { once: true });
  link.click();
})"""
"""Whether our script leaves it to the browser to follow a link; then the browser does not follow it either."""
CLIENT = """
window.told = [];
window.TelegramWebviewProxy = { postEvent: (name, data) => window.told.push([name, JSON.parse(data)]) };
"""


def buttons(page: Page) -> dict[str, dict[str, object]]:
    """What the page told Telegram last of each of its buttons."""
    page.wait_for_function("window.told.some(([name]) => name === 'web_app_setup_main_button')")
    return dict(page.evaluate("window.told"))


def press(page: Page, event: str) -> None:
    page.evaluate(f"window.Telegram.WebView.receiveEvent('{event}')")


def test_a_status_is_asked_with_the_buttons_of_telegram_and_the_pages_wear_its_colours(
    visitor: Callable[..., Visitor],
) -> None:
    somebody = visitor(viewport={"width": 360, "height": 720}, locale="kk-KZ")
    page = somebody.page
    page.add_init_script(CLIENT)
    told = urlencode(
        {"tgWebAppData": init_data(now()), "tgWebAppThemeParams": json.dumps(NIGHT), "tgWebAppVersion": "8.0"}
    )
    somebody.open(f"/telegram/#{told}")
    number = page.get_by_label("Жеке сәйкестендіру нөмірі")
    expect(number).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ground')") == "#232e3c"
    assert buttons(page)["web_app_setup_back_button"] == {"is_visible": False}
    assert buttons(page)["web_app_setup_main_button"]["text"] == "Тексеру"
    number.fill(EMPLOYEE)
    press(page, "main_button_pressed")
    expect(page.get_by_role("heading", level=1)).to_have_text("✅ Сақтандырылған")
    assert buttons(page)["web_app_setup_back_button"] == {"is_visible": True}
    press(page, "back_button_pressed")
    expect(number).to_be_visible()
    page.get_by_role("link", name="Тіс").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Тіс")
    assert buttons(page)["web_app_setup_back_button"] == {"is_visible": True}
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--ground')") == "#232e3c"
    call = page.locator("a[href^='tel:']").first
    assert call.evaluate(LEFT_TO_THE_BROWSER)  # a number is dialled, whoever shows the page
    outside = page.locator("a[href^='https://']").first
    assert not outside.evaluate(LEFT_TO_THE_BROWSER)
    assert buttons(page)["web_app_open_link"] == {"url": outside.get_attribute("href")}
    press(page, "back_button_pressed")
    expect(number).to_be_visible()
    assert somebody.violations == []
    assert not any("tgWebAppData" in one.url or EMPLOYEE in one.url for one in somebody.requests)
    assert EMPLOYEE not in page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")


def test_in_a_browser_telegram_opens_beside_its_frame_what_may_not_stand_in_it(
    visitor: Callable[..., Visitor],
) -> None:
    somebody = visitor(locale="kk-KZ")
    told = urlencode({"tgWebAppData": init_data(now())})
    around = f"""<script>window.told = []; onmessage = (event) => told.push(JSON.parse(event.data))</script>
        <iframe src="{somebody.site}/telegram/#{told}" allow="local-network-access"></iframe>"""
    somebody.context.grant_permissions(["local-network-access"])  # the site of the test is on this machine
    somebody.context.route(f"{TELEGRAM}**", lambda route: route.fulfill(body=around, content_type="text/html"))
    somebody.page.goto(TELEGRAM)
    frame = somebody.page.frame_locator("iframe")
    number = frame.get_by_label("Жеке сәйкестендіру нөмірі")
    number.fill(EMPLOYEE)
    pressed = json.dumps({"eventType": "main_button_pressed"})
    somebody.page.evaluate(f"document.querySelector('iframe').contentWindow.postMessage('{pressed}', '*')")
    expect(frame.get_by_role("heading", level=1)).to_have_text("✅ Сақтандырылған")
    law = frame.get_by_role("link").first
    law.click()
    somebody.page.wait_for_function("told.some((one) => one.eventType === 'web_app_open_link')")
    (opened,) = somebody.page.evaluate("told.filter((one) => one.eventType === 'web_app_open_link')")
    assert opened["eventData"] == {"url": law.evaluate("link => link.href")}
    expect(frame.get_by_role("heading", level=1)).to_have_text("✅ Сақтандырылған")
    assert somebody.violations == []
