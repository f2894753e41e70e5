"""Parents open the link of a clinic on a telephone, read, and decide, in a real browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from saqta.basis.text import LANGUAGES, Language
from saqta.channels.web.consent_form import QUESTIONS
from saqta.channels.web.wording.consent import CONSENT_WORDS
from tests.journeys.conftest import COMMAND, Visitor

pytestmark = pytest.mark.enable_socket

PHONE = {"width": 360, "height": 780}


@pytest.fixture
def link(environment: dict[str, str]) -> str:
    """The link that the clinic gives, below the language; each one anew, so that journeys do not meet."""
    told = subprocess.run([*COMMAND, "plans", "link", "1", "--json"], env=environment, check=True, capture_output=True)
    return "/".join(json.loads(told.stdout)["link"].split("/")[4:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mother_reads_changes_her_mind_and_takes_it_back(
    visitor: Callable[..., Visitor], link: str, language: Language
) -> None:
    """UX-23, UX-24"""

    def said(code: str) -> str:
        return CONSENT_WORDS[code].in_language(language)

    mother = visitor(viewport=PHONE, java_script_enabled=False)
    page = mother.open(f"/{language}/{link}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.get_by_role("link", name=said("decide")).click()
    agree, refuse = (page.get_by_role("button", name=said(decision), exact=True) for decision in ("agree", "refuse"))
    sizes = [button.bounding_box() for button in (agree, refuse)]
    assert sizes[0] is not None
    assert sizes[1] is not None
    assert (sizes[0]["width"], sizes[0]["height"]) == (sizes[1]["width"], sizes[1]["height"])
    assert sizes[0]["y"] == sizes[1]["y"]
    page.get_by_label(said("signer")).fill("Ахметова Ұлжан")
    page.get_by_label(said("child")).fill("Ахметов Әлихан")
    page.get_by_label(said("relation_mother"), exact=True).check()
    # The Enter key decides nothing.
    page.get_by_label(said("child")).press("Enter")
    assert page.url.endswith("/decide/")
    assert page.locator(".summary").count() == 0
    agree.click()
    expect(page.locator("fieldset .error")).to_have_count(len(QUESTIONS))
    assert page.get_by_label(said("child")).input_value() == "Ахметов Әлихан"
    refuse.click()
    expect(page.get_by_role("heading", name=said("state_refused"))).to_be_visible()
    page.get_by_role("link", name=said("decide")).click()
    for question in QUESTIONS:
        page.locator(f"#{question} input[value=yes]").check()
    page.get_by_label(said("signer")).fill("Ахметова Ұлжан")
    page.get_by_label(said("child")).fill("Ахметов Әлихан")
    page.get_by_label(said("relation_mother"), exact=True).check()
    page.get_by_role("button", name=said("agree"), exact=True).click()
    expect(page.get_by_role("heading", name=said("state_consented"))).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name=said("download")).click()
    assert download.value.suggested_filename == "saqta.pdf"
    page.get_by_role("button", name=said("withdraw")).click()
    expect(page.get_by_role("heading", name=said("state_consent_withdrawn"))).to_be_visible()
    # The browser tells of the form that came back with its gaps; nothing else may be wrong.
    assert [told for told in mother.violations if "422" not in told] == []
    assert [(request.url, told) for request in mother.requests if (told := request.headers.get("referer"))] == []


def test_the_secret_of_the_link_goes_nowhere_else(visitor: Callable[..., Visitor], link: str) -> None:
    somebody = visitor(viewport={"width": 1280, "height": 900})
    page = somebody.open(f"/kk/{link}")
    page.locator("a[href*='/law/']").first.click()
    secret = link.split("/")[1]
    assert [request.url for request in somebody.requests if secret in request.headers.get("referer", "")] == []
    assert secret not in page.content()
    assert somebody.violations == []
