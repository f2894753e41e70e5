"""The pages to read: the law on any day, what changed, the packages, notices, other ways to check, for programs."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from datetime import date
from html import unescape
from http import HTTPStatus
from typing import get_args
from urllib.parse import urldefrag, urljoin

import pytest

from saqta.basis.text import LANGUAGES, Language
from saqta.channels.web.changed_words import changed_words
from saqta.channels.web.wording.abbreviations import ABBREVIATIONS
from saqta.channels.web.wording.packages import CONDITIONS
from saqta.coverage.demo import make_demo
from saqta.coverage.public import PublicBudgets
from saqta.law.book import load
from saqta.law.packages import Condition, PackageName
from saqta.notices.shipped import shipped
from saqta.rules.phrases import phrases
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server
from tests.house.test_abbreviations import unexplained

BOOK = load()
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows
PAGES = (
    "law/", "law/packages/", "law/readings/", "law/changes/", "law/Z1500000405/", "law/P1900000421/changes/",
    "announcements/", "elsewhere/", "data/", "developers/", "saved/", "offline/", "cleared/",
)  # fmt: skip


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def get(served: Server, path: str, **more: str) -> Reply:
    return asked(served.application, "GET", path, **more)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_there_in_each_language_at_a_parallel_address(served: Server, page: str, language: str) -> None:
    found = get(served, f"/{language}/{page}")
    assert found.status == 200
    assert f'<html lang="{language}">' in found.text
    assert len(re.findall(r"<h1[ >]", found.text)) == 1
    for other in LANGUAGES:
        assert other == language or f'href="/{other}/{page}"' in found.text


def test_every_link_leads_somewhere_and_every_anchor_is_there(served: Server) -> None:
    """UX-15, UX-49: all that can be reached without a login, from the first page on. The other languages have the same
    pages at parallel addresses."""
    waiting, texts = deque(["/kk/"]), dict[str, str]()
    anchors: set[tuple[str, str]] = set()
    while waiting:
        path = waiting.popleft()
        if path in texts:
            continue
        page = get(served, path, host="localhost:8000")
        # A question that earlier answers have settled, and a page of somebody who has to sign in first.
        if page.status in {HTTPStatus.FOUND, HTTPStatus.SEE_OTHER}:
            texts[path] = ""
            waiting.append(page.headers["location"])
            continue
        assert page.status == HTTPStatus.OK, path
        texts[path] = page.text if page.headers["content-type"].startswith("text/html") else ""
        for written in re.findall(r'<a\b[^>]*?\bhref="([^"]*)"', texts[path]):
            target, anchor = urldefrag(urljoin(path, unescape(written)))
            if not target.startswith("/") or re.match(r"/(ru|en)/", target):
                continue
            anchors.add((target, anchor))
            waiting.append(target)
    assert len(texts) > 60
    missing = [
        (path, anchor) for path, anchor in anchors if anchor and texts[path] and f'id="{anchor}"' not in texts[path]
    ]
    assert missing == []


def test_the_law_is_read_as_of_the_day_in_the_address(served: Server) -> None:
    """UX-16: past and announced editions."""
    before, after = (get(served, f"/ru/law/P1900000421/?on={day}").text for day in ("2025-12-14", "2026-01-01"))
    assert "Так было 14\N{NO-BREAK SPACE}декабря 2025\N{NO-BREAK SPACE}года" not in after
    first, second = (
        next(one.text.sha256 for one in BOOK.act("P1900000421").editions if one.text and number in one.made_by.ru)
        for number in ("673", "1086")
    )
    assert first in before
    assert second in after
    assert "Эта редакция будет действовать с" in after  # asked on 5 October 2025
    announced = get(served, "/kk/law/packages/?on=2026-01-01").text
    assert "бастап қолданылады" in announced
    assert "Так будет 6" in get(served, "/ru/law/packages/?on=2025-10-06").text
    assert "Так было" in get(served, "/ru/law/P1900000421/?on=2025-01-01").text
    assert get(served, "/ru/law/P1900000421/").text.count('class="notice"') == 0
    gone = get(served, "/en/law/Z1500000405/?on=2015-01-01")
    assert "did not exist yet" in gone.text
    assert '<article class="provision"' not in gone.text


def test_each_provision_stands_under_its_anchor_with_what_it_says_on_the_day(served: Server) -> None:
    day = date(2026, 2, 1)
    page = get(served, f"/kk/law/Z1500000405/?on={day}").text
    act = BOOK.act("Z1500000405")
    for provision in act.provisions:
        standing = [one for one in provision.wordings if one.start <= day and (one.end is None or day < one.end)]
        assert (f'<article class="provision" id="{provision.path}">' in page) is bool(standing)
        assert all(one.summary.kk in unescape(page) for one in standing)


def test_what_changed_is_told_word_by_word(served: Server) -> None:
    page = get(served, "/ru/law/Z1500000405/changes/?before=2025-12-31&after=2026-01-01").text
    assert "<del>" in page
    assert "<ins>" in page
    everything = get(served, "/ru/law/changes/?before=2025-12-31&after=2026-01-01").text
    assert everything.count("<article") > page.count("<article") > 0
    nothing = get(served, "/en/law/Z1500000405/changes/?before=2026-03-01&after=2026-03-02").text
    assert "Nothing changed between these days." in nothing
    printed = get(served, "/en/law/P1900000421/changes/?before=2025-12-31&after=2026-01-01").text
    assert "differ in printing and not in substance" in printed


def test_both_wordings_can_be_read_from_the_comparison(register: Register) -> None:
    before, after = "шесть месяцев вместо трёх", "три месяца и шесть вместо трёх дней"
    runs = changed_words(before, after)
    assert "".join(run.text for run in runs if run.fate != "came") == before
    assert "".join(run.text for run in runs if run.fate != "went") == after
    assert [run.fate for run in changed_words("", "новое")] == ["came"]
    assert [run.fate for run in changed_words("то же", "то же")] == ["stayed"]


@pytest.mark.parametrize(
    "path",
    [
        "/ru/law/Z1500000405/?on=2025-02-30",
        "/ru/law/Z1500000405/?on=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "/ru/law/packages/?on=2019-12-31",
        "/ru/law/changes/?before=2026-01-01&after=2026-01-01",
        "/ru/law/changes/?before=1&after=2026-01-01",
    ],
)
def test_a_day_that_is_none_is_explained_not_repeated_and_not_kept(served: Server, path: str) -> None:
    page = get(served, path)
    assert page.status == 422
    assert "<title>Ошибка: " in page.text
    assert 'role="alert"' in page.text
    assert "<script>alert" not in page.text
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/ru/law/Z9999999999/", "/ru/law/Z9999999999/changes/", "/ru/law/..%2F/"])
def test_an_act_that_we_do_not_have_is_not_found(served: Server, path: str) -> None:
    assert get(served, path).status == 404


@pytest.mark.parametrize("day", [date(2020, 3, 1), date(2025, 12, 31), date(2026, 1, 1), date(2027, 1, 1)])
def test_the_packages_hold_what_they_hold_on_the_day(served: Server, day: date) -> None:
    page = get(served, f"/en/law/packages/?on={day}").text
    names: tuple[PackageName, ...] = ("guaranteed", "insurance")
    standing = [
        f"{name}.{item.code}"
        for name in names
        for item in BOOK.package(name).values()
        if any(one.start <= day and (one.end is None or day < one.end) for one in item.wordings)
    ]
    assert re.findall(r'<article class="provision" id="([^"]+)">', page) == standing


def test_every_condition_of_a_package_has_words(register: Register) -> None:
    assert set(CONDITIONS) == set(get_args(Condition))
    assert all(len({text.ru, text.kk}) == 2 or text.ru == "туберкулёз" for text in CONDITIONS.values())


def test_every_open_question_is_told_with_the_option_followed(served: Server) -> None:
    page = unescape(get(served, "/kk/law/readings/").text)
    assert page.count('<li class="followed">') == len(BOOK.readings)
    for reading in BOOK.readings.values():
        assert f'id="{reading.id}"' in page
        assert reading.because.kk in page
        assert all(option.text.kk in page for option in reading.options)


def test_a_refuted_rumour_is_told_to_people_and_to_programs(served: Server) -> None:
    """UX-47: what is claimed, whether it is so, what is true, since when, who says so."""
    page = unescape(get(served, "/ru/announcements/").text)
    standing = {notice.says.key: notice.says for notice in shipped() if notice.says.since <= AT.date()}
    assert page.count('itemtype="https://schema.org/ClaimReview"') == len(standing)
    for says in standing.values():
        assert f'id="{says.key}"' in page
        assert says.truth.ru in page
        assert f'itemprop="datePublished" datetime="{says.since}"' in page
    reviews = json.loads(get(served, "/ru/announcements.jsonld").text)["@graph"]
    assert '<link rel="alternate" type="application/ld+json" href="/ru/announcements.jsonld">' in page
    assert {review["claimReviewed"]: review["datePublished"] for review in reviews} == {
        says.claim.ru: says.since.isoformat() for says in standing.values()
    }
    assert {review["@type"] for review in reviews} == {"ClaimReview"}
    assert all(1 <= review["reviewRating"]["ratingValue"] <= 5 for review in reviews)


def test_1414_comes_first_and_every_other_way_is_named(served: Server) -> None:
    page = get(served, "/kk/elsewhere/").text
    places = [
        page.index(word) for word in ("tel:1414", "Qoldau 24/7", "@SaqtandyryBot", "egov.kz", "fms.kz", "tel:1406")
    ]
    assert places == sorted(places)


def test_the_page_about_the_data_counts_what_there_is(served: Server) -> None:
    page = get(served, "/en/data/").text
    assert f"Laws and orders encoded: {len(BOOK.act_ids)}," in page
    assert f"open questions: {len(BOOK.readings)}." in page
    assert "10 questions in a row and 20 an hour" in page
    assert re.search(r"sha256:[0-9a-f]{64}", page)


def test_what_developers_are_shown_works(served: Server, register: Register) -> None:
    make_demo(register.home, AT.date(), BOOK, at=AT)
    page = unescape(get(served, "/ru/developers/", host="localhost:8000").text)
    (body,) = re.findall(r"-d '(\{\"iin\".*?\})'", page)
    assert asked(served.application, "POST", "/api/v1/status", body=body.encode()).status == 200
    (path, facts) = re.findall(r"localhost:8000(/api/v1/ask/[^']*)'.*?-d '(\{.*?\})'", page, re.DOTALL)[0]
    assert asked(served.application, "POST", path, body=facts.encode()).status == 200
    assert '<script src="http://localhost:8000/widget.js" data-language="ru" defer></script>' in page
    assert "http://127.0.0.1:8000/widget.js" in get(served, "/ru/developers/", host="127.0.0.1:8000").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_leaves_an_abbreviation_unexplained(served: Server, language: Language) -> None:
    """UX-48: each stands in brackets behind its own words, or is spelled out at the end of the page."""
    for page in ("", "law/Z1500000405/", "law/packages/", "elsewhere/", "anaesthesia/", "free/dental.braces/answer/"):
        text = get(served, f"/{language}/{page}").text
        main = re.sub(r"<[^>]+>", " ", text.partition("<main")[2].partition("</main>")[0])
        told = set(re.findall(r"<dt>([^<]+)</dt>", text))
        assert {word for word in unexplained(unescape(main)) if word in ABBREVIATIONS[language]} <= told, page
    assert "<dt>" not in get(served, f"/{language}/opinion/told/").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_urgent_track_says_that_the_dentist_decides_what_is_urgent(served: Server, language: Language) -> None:
    """UX-20"""
    page = unescape(get(served, f"/{language}/teeth/").text)
    urgent = page.partition('<section id="urgent">')[2].partition("</section>")[0]
    said = phrases("entitlement")["dentist-decides"].in_language(language)
    assert said in urgent
    assert [f'<section id="{track}">' in page for track in ("urgent", "planned", "orthodontics")] == [True] * 3
    for service in (one for one in BOOK.services.values() if one.care == "dental" and one.form != "planned"):
        for step in ("", "answer/"):
            assert said in unescape(get(served, f"/{language}/free/{service.code}/{step}").text), service.code
