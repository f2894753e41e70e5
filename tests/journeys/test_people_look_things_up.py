"""People who look something up: the article behind an answer, the figures behind a headline."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from saqta.channels.clock import today
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.enable_socket
Visiting = Callable[..., Visitor]

MARKED = (
    "(one) => { const box = one.getBoundingClientRect(); return one.matches(':target') && one.checkVisibility()"
    " && getComputedStyle(one).outlineStyle === 'solid' && box.bottom > 0 && box.top < innerHeight }"
)


def test_the_article_behind_an_answer_is_marked_on_its_page(visitor: Visiting) -> None:
    """UX-15"""
    somebody = visitor()
    page = somebody.open("/kk/free/dental.braces/answer/")
    line = page.locator("ul.law li").filter(has=page.locator("a[href*='#']")).first
    says = line.locator("p").inner_text()
    assert "adilet.zan.kz" in (line.locator("a[rel=noreferrer]").get_attribute("href") or "")
    line.locator("a").first.click()
    expect(page.locator("article.provision:target")).to_be_in_viewport()
    assert page.locator("article.provision:target").evaluate(MARKED)
    assert says in page.locator(":target").inner_text()
    assert urlsplit(page.url).query == f"on={today()}"
    assert somebody.violations == []
