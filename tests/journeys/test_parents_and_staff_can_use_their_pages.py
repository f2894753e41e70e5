"""UX-29, UX-31, UX-32 on the pages behind a link or a door: clinics, the parents' decision, and the working pages.

Each is opened on the narrowest screen, light, dark and in forced colours; somebody signs in by the keyboard alone.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from saqta.basis.text import LANGUAGES, Language
from saqta.coverage.demo import PEOPLE
from tests.journeys.conftest import COMMAND, Visitor
from tests.journeys.judging import wrong
from tests.journeys.working import sign_in

pytestmark = pytest.mark.enable_socket
Visiting = Callable[..., Visitor]

NARROW = {"width": 320, "height": 640}
WORK = {
    "head": ("", "inspections/", "inspections/planning/", "inspections/appoint/", "inspections/inbox/"),
    "doctor": ("plans/", "plans/file/", "plans/1/"),
    "editor": ("opinions/", "notices/", "notices/write/"),
    "supervisor": ("corrections/", "looks/"),
    "clerk": ("questions/categories/", "scripts/", "complaints/", "ties/"),
    "auditor": ("sign-ins/",),
}
"""Who opens which working pages."""


def judged(somebody: Visitor, addresses: Iterable[str]) -> dict[str, list[str]]:
    return {address: found for address in addresses if (found := wrong(somebody.open(address)))}


@pytest.mark.parametrize("login", WORK)
def test_the_working_pages_can_be_used_by_everybody_of_the_staff(
    visitor: Visiting, environment: dict[str, str], login: str
) -> None:
    """UX-29, UX-31, UX-32, UX-45"""
    somebody = visitor(viewport=NARROW, java_script_enabled=True)
    page = sign_in(somebody, Path(environment["SAQTA_HOME"]), login, "kk")
    found = judged(somebody, (f"/desk/{language}/{path}" for language in LANGUAGES for path in WORK[login]))
    assert found == {}
    assert somebody.violations == []
    assert page.locator("html").get_attribute("lang") == LANGUAGES[-1]


def test_the_answer_to_a_caller_can_be_read_by_everybody(visitor: Visiting, environment: dict[str, str]) -> None:
    """UX-18, UX-29, UX-45: and, where the register is wrong, mended from the call."""
    somebody = visitor(viewport=NARROW)
    page = sign_in(somebody, Path(environment["SAQTA_HOME"]), "adviser", "ru")
    for language in LANGUAGES:
        page.goto(f"{somebody.site}/desk/{language}/people/")
        page.locator("[name=iin]").fill(PEOPLE[0].number)
        page.locator("main form button").last.click()
        expect(page.locator("main .errors, [role=alert]").first).to_be_visible()  # no purpose was chosen
        assert wrong(page) == []
        page.locator("[name=purpose]").select_option(index=1)
        page.locator("[name=iin]").fill(PEOPLE[0].number)
        page.locator("main form button").last.click()
        page.locator("#answer").wait_for()
        assert wrong(page) == []
    send_a_document(page, somebody.site)
    assert [told for told in somebody.violations if "422" not in told] == []


def send_a_document(page: Page, site: str) -> None:
    """From the call of a pensioner shown as not insured to the number of her request, with a file that the browser
    sends itself."""
    page.goto(f"{site}/desk/ru/people/")
    page.locator("[name=iin]").fill(PEOPLE[-1].number)
    page.locator("[name=purpose]").select_option(index=1)
    page.locator("main form button").last.click()
    page.locator("#answer a[href*=corrections]").click()
    page.locator("#kind-temporary summary").click()
    assert wrong(page) == []
    form = page.locator("#kind-temporary form")
    form.locator("[name=code]").select_option("pensioner")
    form.locator("[name=proof]").set_input_files(
        {"name": "пенсионное.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 a certificate"}
    )
    form.locator("[name=reason]").fill("показала удостоверение")
    form.locator("button").click()
    expect(page.locator(".done")).to_contain_text("под номером")
    assert wrong(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_clinics_and_the_parents_decision_can_be_used_by_everybody(
    visitor: Visiting, environment: dict[str, str], language: Language
) -> None:
    """UX-29, UX-31"""
    told = subprocess.run([*COMMAND, "plans", "link", "1", "--json"], env=environment, check=True, capture_output=True)
    link = "/".join(json.loads(told.stdout)["link"].split("/")[4:])
    somebody = visitor(viewport=NARROW)
    found = judged(
        somebody,
        (f"/{language}/{place}" for place in ("clinics/?near=75", "clinics/?words=ъъъ", link, f"{link}decide/")),
    )
    page = somebody.page
    page.locator("[name=decision][value=agree]").click()
    page.locator(".summary").wait_for()
    found["decided without reading"] = wrong(page)
    somebody.open(f"/{language}/clinics/")
    page.locator("a.tile").first.click()
    found["a card"] = wrong(page)
    page.goto(f"{somebody.site}/{language}/opinion/told/")
    found["told"] = wrong(page)
    assert {place: faults for place, faults in found.items() if faults} == {}
    assert [told for told in somebody.violations if "422" not in told] == []


@pytest.mark.parametrize("script", [True, False])
def test_the_nearest_clinic_is_found_with_and_without_a_script(visitor: Visiting, script: bool) -> None:
    """UX-03, UX-32, UX-37: from a chosen city, by the keyboard; or from the device, which no address tells of."""
    almaty = {"latitude": 43.2401234, "longitude": 76.8901234}
    somebody = visitor(java_script_enabled=script, geolocation=almaty, permissions=["geolocation"])
    page = somebody.open("/en/clinics/")
    button = page.get_by_role("button", name="Near me")
    if script:
        button.press("Enter")
        page.get_by_text("from where you are").wait_for()
    else:
        expect(button).to_be_hidden()
        page.locator("#near").select_option("75")
        page.locator("#words").press("Enter")
        page.get_by_text("the centre of Almaty").wait_for()
    assert page.get_by_text("km away").count() > 0
    assert not any("43.2" in request.url for request in somebody.requests)
    assert page.locator("a[hreflang=kk], button[lang=kk]").count() == 1
    assert somebody.violations == []
