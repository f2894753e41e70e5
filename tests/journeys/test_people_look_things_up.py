"""People who look something up: the article behind an answer, the figures behind a headline."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from saqta.basis.days import day_text
from saqta.basis.text import LANGUAGES, Language
from saqta.channels.clinic_wording import ANAESTHESIA
from saqta.channels.clock import today
from saqta.clinics.demo import CLINICS
from saqta.figures.published import published
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_journalist_finds_the_figures_of_the_8th_of_december_and_how_they_fit(
    visitor: Visiting, language: Language
) -> None:
    """From the first page to the figures of a headline, what they leave open, and the same for a program."""
    somebody = visitor(java_script_enabled=False)
    page = somebody.open(f"/{language}/")
    page.locator(f"nav a[href='/{language}/inspections/published/']").first.click()
    (statement,) = (one for one in published().statements if one.as_of == date(2025, 12, 8))
    section = page.locator(f"section#{statement.key}")
    said = section.inner_text()
    assert day_text(date(2025, 12, 8)).in_language(language) in said
    assert statement.publisher.in_language(language) in said
    told = {int(re.sub(r"\D", "", cell)) for cell in section.locator("td").all_inner_texts()}
    assert {622, 290, 135, 103, 52, 316, 34, 282} <= told
    assert "290" in page.locator("section#sums").inner_text()
    remark = next(one.says.in_language(language) for one in published().remarks if "441" in one.says.en)
    assert remark in page.locator("section#remarks").inner_text()
    program = page.locator("a[href='/api/v1/inspections/published']").get_attribute("href")
    document = page.request.get(f"{somebody.site}{program}").json()
    (same,) = (one for one in document["published"]["statements"] if one["key"] == statement.key)
    assert {figure["value"] for figure in same["figures"]} == {figure.value for figure in statement.figures}
    page.locator(f"main a[href='/{language}/inspections/']").click()
    expect(page.locator("ul.law a[href*='#art_']").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_father_looks_up_whether_a_clinic_may_put_his_child_to_sleep(visitor: Visiting, language: Language) -> None:
    """The one whose annex names it, the one whose annex has run out, and the article that asks for it."""
    somebody = visitor(viewport={"width": 360, "height": 780}, java_script_enabled=False)
    for clinic, may in ((CLINICS[0], "yes"), (CLINICS[1], "no"), (CLINICS[5], "not_known")):
        page = somebody.open(f"/{language}/clinics/")
        page.locator("#words").fill(clinic.name)
        page.locator("#words").press("Enter")
        page.locator("a.tile").filter(has_text=clinic.name).click()
        expect(page.locator("h1")).to_have_text(clinic.name)
        verdict = page.locator("p.verdict").filter(has_text=ANAESTHESIA[may].in_language(language))
        expect(verdict).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.locator("ul.law a[href*='#art_34-2']").click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator("html").get_attribute("lang") == language
    assert somebody.violations == []
