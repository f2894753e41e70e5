"""A clinic puts the widget on its own page: it works there, and the page learns nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Error, Frame, Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.enable_socket

EMPLOYEE, NEVER_PAID = "850520499990", "930412499990"
OPEN = "Мәртебені анықтау"


@pytest.fixture
def foreign(visitor: Callable[..., Visitor]) -> Visitor:
    """Somebody on a page of another site: the same machine under its other name, which is another site to a browser."""
    somebody = visitor(viewport={"width": 360, "height": 720})
    somebody.site = somebody.site.replace("127.0.0.1", "localhost")
    somebody.open("/widget/demo/")
    return somebody


INSIDE = "document.querySelector('saqta-status').shadowRoot.querySelector('iframe')"


def opened(page: Page) -> Frame:
    page.get_by_role("button", name=OPEN).click()
    page.wait_for_function(INSIDE)
    while len(page.frames) == 1:  # the browser has it before the test hears of it
        page.wait_for_timeout(50)
    frame = page.frames[1]
    frame.wait_for_load_state()
    return frame


def test_a_number_is_answered_in_the_frame_after_two_steps(foreign: Visitor) -> None:
    """UX-01 for the widget"""
    frame = opened(foreign.page)
    frame.get_by_label("Жеке сәйкестендіру нөмірі").fill(f"{EMPLOYEE[:6]} {EMPLOYEE[6:]}")
    frame.get_by_role("button").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Сақтандырылған")
    assert foreign.violations == []
    assert foreign.context.cookies() == []


def test_the_page_around_sees_neither_the_number_nor_the_answer(foreign: Visitor) -> None:
    """P-18"""
    heard = "window.heard = []; addEventListener('message', (event) => heard.push(String(event.data)))"
    foreign.page.evaluate(heard)
    frame = opened(foreign.page)
    frame.get_by_label("Жеке сәйкестендіру нөмірі").fill(NEVER_PAID)
    frame.get_by_role("button").click()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Сақтандырылмаған")
    assert foreign.page.evaluate(f"{INSIDE}.contentDocument") is None
    with pytest.raises(Error, match="cross-origin"):
        foreign.page.evaluate(f"{INSIDE}.contentWindow.document.body.innerText")
    assert NEVER_PAID not in foreign.page.content()
    assert foreign.page.evaluate("heard") == []
    assert all(NEVER_PAID not in request.url + str(request.headers.get("referer")) for request in foreign.requests)


def test_the_dialog_is_a_dialog_and_closes_from_inside_the_frame(foreign: Visitor) -> None:
    """UX-02 for the widget"""
    frame = opened(foreign.page)
    expect(foreign.page.get_by_role("dialog", name="Медициналық сақтандыру мәртебесі")).to_be_visible()
    frame.get_by_label("Жеке сәйкестендіру нөмірі").focus()
    foreign.page.frames[1].wait_for_load_state("load")  # until then the frame's script hears no key
    foreign.page.keyboard.press("Escape")
    expect(foreign.page.get_by_role("dialog")).to_have_count(0)
    focused = "document.activeElement.shadowRoot.activeElement.className"
    assert foreign.page.evaluate(focused) == "open"
    foreign.page.wait_for_function(f"!{INSIDE}")  # the answer is gone with its frame


def test_no_other_page_of_ours_can_be_framed(foreign: Visitor) -> None:
    """P-18: what a page may be talked into clicking is not there to be clicked."""
    ours = foreign.site.replace("localhost", "127.0.0.1")
    frame_of = "(address) => { const f = document.createElement('iframe'); f.src = address; document.body.append(f) }"
    foreign.page.evaluate(frame_of, f"{ours}/ru/status/")
    for _ in range(200):  # until the browser tells why it shows nothing
        if foreign.violations:
            break
        foreign.page.wait_for_timeout(50)
    assert foreign.page.frames[1].locator("form").count() == 0
    assert any("frame-ancestors 'none'" in told for told in foreign.violations)


def test_a_program_on_another_site_gets_no_answer(visitor: Callable[..., Visitor]) -> None:
    """P-18: asked by a page elsewhere, the browser does not hand our answers on."""
    somebody = visitor()
    foreign = somebody.site.replace("127.0.0.1", "localhost")
    page = somebody.page
    page.route("**/elsewhere/", lambda route: route.fulfill(content_type="text/html", body="<h1>Elsewhere</h1>"))
    page.goto(f"{foreign}/elsewhere/")
    ask = """async ([address, headers, iin]) => {
      try { return (await (await fetch(address, {method: 'POST', headers, body: JSON.stringify({iin})})).text()) }
      catch (error) { return error.name }
    }"""
    api = f"{somebody.site}/api/v1/status"
    assert page.evaluate(ask, [api, {"Content-Type": "application/json"}, EMPLOYEE]) == "TypeError"
    assert page.evaluate(ask, [api, {}, EMPLOYEE]) == "TypeError"
    assert page.evaluate(ask, [f"{somebody.site}/widget/ru/", {}, EMPLOYEE]) == "TypeError"
