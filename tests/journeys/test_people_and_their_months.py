"""People ask what becomes of their status, and an accountant what is to be paid: in three languages, on real pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from saqta.basis.month import Month
from saqta.basis.text import LANGUAGES, Language
from saqta.channels.clock import today
from saqta.channels.web.anaesthesia import ITEMS
from saqta.channels.web.wording.frame import SITE
from saqta.coverage.demo import PEOPLE
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.enable_socket
Visiting = Callable[..., Visitor]


def asked(page: Page, *, born: date, paid: int = 0, before: int = 0) -> Page:
    """Fills in the months of somebody who paid the first ``paid`` of the twelve, and ``before`` months before them."""
    for name in ("day", "month", "year"):
        page.locator(f"[name=born_{name}]").fill(str(getattr(born, name)))
    for box in page.locator("[name=paid]").all()[:paid]:
        box.check()
    page.locator("#before").fill(str(before))
    return page


def verdict(page: Page) -> str:
    page.locator("main form button").first.click()
    return (page.locator("article.verdict").get_attribute("class") or "").split()[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dismissed_man_is_insured_in_the_second_month_and_no_longer_in_the_fourth(
    visitor: Visiting, language: Language
) -> None:
    """UX-06, UX-17"""
    somebody = visitor(java_script_enabled=False)
    born = date(1988, 5, 4)
    page = asked(somebody.open(f"/{language}/months/"), born=born, paid=11, before=36)
    assert verdict(page) == "yes"
    expect(page.locator("article.verdict time, article.verdict p").first).to_be_visible()
    page.get_by_role("link", name=SITE["anew"].in_language(language)).click()
    assert page.locator("#before").input_value() == ""
    page = asked(page, born=born, paid=8, before=36)
    assert verdict(page) == "no"
    owed = page.locator("section li").all_inner_texts()
    assert any("₸" in text for text in owed)
    assert page.locator("[role=alert]").count() == 0
    assert page.locator(f"main a[href='/{language}/dues/']").count() == 1
    assert page.locator("main a[href='tel:1414']").count() == 1


@pytest.mark.parametrize("script", [True, False])
def test_back_and_forward_lead_to_the_answer_and_its_form_as_they_were(visitor: Visiting, script: bool) -> None:
    """UX-13"""
    somebody = visitor(java_script_enabled=script)
    page = asked(somebody.open("/ru/months/"), born=date(1988, 5, 4), paid=11, before=36)
    before = verdict(page)
    page.locator("main .law a").first.click()
    page.locator("header a.name").click()
    for step in (page.go_back, page.go_back, page.go_forward, page.go_back, page.reload):
        step()
    assert (page.locator("article.verdict").get_attribute("class") or "").split()[1] == before
    assert page.locator("[type=text][name=born_year]").input_value() == "1988"
    assert page.locator("[name=paid]:checked").count() == 11
    page.goto(f"{somebody.site}/ru/anaesthesia/")
    page.locator("[name=kind][value=general]").check()
    for unknown in page.locator("main form [value=unknown]").all():
        unknown.check()
    page.locator("main form button").first.click()
    page.locator("header a.name").click()
    page.go_back()
    assert page.locator("[value=unknown]:checked").count() == len(ITEMS)
    page.goto(f"{somebody.site}/ru/dues/")
    page.locator("#sum1").fill("350 000")
    page.locator("main form button").first.click()
    page.locator("header a.name").click()
    page.go_back()
    assert page.locator("#sum1").input_value() == "350 000"
    assert page.locator("tbody .sum").count() > 0
    assert somebody.violations == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_student_who_turns_eighteen_stays_insured_and_who_does_not_study_is_not(
    visitor: Visiting, language: Language
) -> None:
    """The day before the birthday the child is insured; eight months later the student is, and nobody else."""
    somebody = visitor(java_script_enabled=False)
    month = Month.of(today()) + -8
    birthday, eve = month.first_day, (month + -1).last_day
    page = asked(somebody.open(f"/{language}/months/"), born=birthday.replace(year=birthday.year - 18))
    page.locator("#on").fill(eve.isoformat())
    assert verdict(page) == "yes"
    page.locator("#on").fill(today().isoformat())
    assert verdict(page) == "no"
    page.locator("#category").select_option("full_time_student")
    page.locator("#since").fill(birthday.isoformat())
    assert verdict(page) == "yes"
    page.locator("#since").fill("")
    page.locator("main form button").first.click()
    expect(page.locator("#since-error")).to_be_visible()
    assert page.locator("#since").get_attribute("aria-describedby") == "since-error"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_accountant_sees_what_is_due_for_a_worker_with_two_jobs(visitor: Visiting, language: Language) -> None:
    """UX-25, UX-28, UX-37"""
    somebody = visitor(java_script_enabled=False)
    page = somebody.open(f"/{language}/dues/")
    page.locator("#sum1").fill("900 000")
    page.locator("#kind2").select_option("civil_contract")
    page.locator("#sum2").fill("100000,00")
    page.locator("#month").select_option(str(Month.of(today())))
    page.locator("main form button").first.click()
    separator = "," if language == "en" else "\N{NO-BREAK SPACE}"
    point = "." if language == "en" else ","
    sums = page.locator("tbody .sum").all_inner_texts()
    assert [text.partition("₸")[0].strip()[-9:] for text in sums] == [
        f"27{separator}000{point}00",
        f"18{separator}000{point}00",
        f"2{separator}000{point}00",
    ]
    assert "KZ92009MEDS368609103" in page.locator("main").inner_text()
    other = "en" if language == "kk" else "kk"
    page.locator(f"nav.languages button[lang={other}]").click()
    assert page.locator("html").get_attribute("lang") == other
    assert page.locator("tbody .sum").count() == 3
    assert page.locator("#sum1").input_value() == "900 000"
    assert not any("900" in request.url for request in somebody.requests)


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_without_income_takes_an_order_to_the_bank(visitor: Visiting, language: Language) -> None:
    """UX-37: from the sum to a sheet of paper; the number is typed, printed, and is in no address."""
    somebody = visitor(viewport={"width": 360, "height": 780})
    page = somebody.open(f"/{language}/dues/")
    page.locator("#kind1").select_option("independent")
    page.locator("main form button").first.click()
    page.locator("article.way button").click()
    account = page.get_by_role("cell", name="KZ92009MEDS368609103")
    expect(account).to_be_visible()
    page.locator("#person_iin").fill(PEOPLE[0].number)
    page.locator(".off-paper form button").first.click()
    expect(page.locator("table.paper td").filter(has_text=PEOPLE[0].number)).to_have_count(2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("img.qr").evaluate("(one) => one.complete && one.naturalWidth > 0")
    page.emulate_media(media="print")
    expect(account).to_be_visible()
    expect(page.locator("#person_iin")).to_be_hidden()
    page.emulate_media(media="screen")
    with page.expect_download() as download:
        page.locator("button[name=pdf]").click()
    assert download.value.suggested_filename == "saqta-payment-order.pdf"
    other = "ru" if language == "kk" else "kk"
    page.locator(f"nav.languages button[lang={other}]").click()
    assert page.locator("html").get_attribute("lang") == other
    assert page.locator("#person_iin").input_value() == PEOPLE[0].number
    assert not any(PEOPLE[0].number in request.url for request in somebody.requests)
    assert PEOPLE[0].number not in page.title()
    assert somebody.violations == []
