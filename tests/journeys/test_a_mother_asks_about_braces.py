"""A mother asks about braces for a child of nine: the rumour, the questions, the answer, and a question changed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from saqta.basis.text import LANGUAGES, Language
from saqta.law.book import load
from saqta.rules.phrases import phrases
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.enable_socket

SEARCHED = {"ru": "брекеты ребёнку", "kk": "балаға брекет", "en": "braces for a child"}
YES, NO, UNSURE, KAZAKHSTAN = (
    phrases("entitlement_questions")[code] for code in ("answer-yes", "answer-no", "dont-know", "answer-KZ")
)


def answer(page: Page, said: str) -> None:
    page.get_by_label(said, exact=True).check()
    send(page)


def born(page: Page, day: str, month: str, year: str) -> None:
    for name, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f"input[name={name}]").fill(value)
    send(page)


def send(page: Page) -> None:
    page.locator("main form button").first.click()
    page.wait_for_load_state("domcontentloaded")  # what is counted next is counted on a whole page


def verdict(page: Page) -> str:
    return (page.locator("article.verdict").get_attribute("class") or "").split()[1]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rumour_is_refuted_and_the_answer_is_no(
    visitor: Callable[..., Visitor], language: Language, script: bool
) -> None:
    """UX-06, UX-17, UX-21"""
    somebody = visitor(java_script_enabled=script)
    page = somebody.open(f"/{language}/free/")
    page.locator("#words").fill(SEARCHED[language])
    page.locator("form[role=search] button").click()
    page.get_by_role("link", name=load().service("dental.braces").name.in_language(language), exact=True).click()
    expect(page.locator("aside.notice")).to_be_visible()
    assert page.locator("aside.notice time").get_attribute("datetime") == "2025-12-04"
    page.locator("a.button").first.click()
    expect(page.locator("article.verdict.no h1")).to_be_visible()
    assert page.locator("[role=alert]").count() == 0
    assert page.locator("main a[href='tel:1414']").count() == 1
    assert page.locator("aside.notice").count() == 1
    assert somebody.violations == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plate_is_free_for_a_child_of_a_low_income_family(
    visitor: Callable[..., Visitor], language: Language
) -> None:
    """UX-11, UX-12, UX-13, UX-14, UX-37"""
    somebody = visitor(viewport={"width": 320, "height": 640})
    page = somebody.open(f"/{language}/free/dental.orthodontic-plate/1/")
    asked: list[str] = []
    while "/answer/" not in page.url:
        assert page.locator("fieldset").count() == 1
        hint = page.locator("#why").inner_text()
        assert 0 < len(hint) <= 140
        assert page.locator("#why a").count() == 0
        fact = page.locator("input[name=fact]").get_attribute("value") or ""
        asked.append(fact)
        if page.locator("input[name=year]").count():
            born(page, "10", "3", "2017")
        elif fact == "need.congenital_maxillofacial_pathology":
            answer(page, NO.in_language(language))
        elif fact in ("insured", "need.dentofacial_anomaly", "need.low_income_family", "facility.contract_with_fund"):
            answer(page, YES.in_language(language))
        elif fact == "person.citizenship":
            answer(page, KAZAKHSTAN.in_language(language))
        else:
            answer(page, UNSURE.in_language(language))
    assert len(asked) == len(set(asked)) <= 8
    first = verdict(page)
    assert first in ("yes", "depends")
    for _ in range(3):
        page.go_back()
    for _ in range(3):
        page.go_forward()
    assert verdict(page) == first
    place = asked.index("need.low_income_family") + 1
    page.locator(f"dl.given a[href$='/{place}/']").click()
    expect(page.locator("input:checked")).to_have_count(1)
    answer(page, NO.in_language(language))
    expect(page.locator("article.verdict.no")).to_be_visible()
    assert page.locator("article.verdict.yes, article.verdict.depends").count() == 0
    other = "kk" if language == "ru" else "ru"
    page.locator(f"nav.languages a[lang={other}]").click()
    expect(page.locator("article.verdict.no")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == other
    assert somebody.violations == []
    for request in somebody.requests:
        assert not re.search(r"2017|low_income|\d{12}", request.url)
        assert not request.headers.get("referer")
