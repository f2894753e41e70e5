"""UX-15: whatever an answer cites is read on our own page, in the edition of the day asked about, at its own anchor,
and the official text is one link away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from html import unescape
from urllib.parse import urldefrag

import pytest
from django.conf import settings

from saqta.basis.month import Month
from saqta.basis.text import LANGUAGES, Language
from saqta.channels.cited import Cited, cited
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.questionnaire import Given
from saqta.channels.telegram import about_care, about_dues, about_status
from saqta.channels.telegram.cards import Card, messages
from saqta.channels.telegram.conversations import Income, Questionnaire
from saqta.channels.web.anaesthesia import ITEMS
from saqta.clinics.demo import CLINICS, make_demo_clinics
from saqta.coverage.demo import PEOPLE
from saqta.coverage.public import PublicBudgets
from saqta.law.book import OutsideKnownLaw, load
from saqta.law.shape import Act
from saqta.registry.clinic_queries import all_facilities
from saqta.rules.answer import Citing
from tests.channels.over_http import Reply, answered, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

BOOK, TODAY = load(), day_in_kazakhstan(AT)
LINE = re.compile(
    r'<li><a href="/(\w\w)/(law/[^"]+)">[^<]+</a> <span class="edition">.*?'
    r'<a href="(https://[^"]+)" rel="noreferrer">[^<]+<span class="hidden">',
    re.DOTALL,
)
LINK = re.compile(r'<a href="([^"]+)">')
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def get(served: Server, path: str) -> str:
    found = asked(served.application, "GET", path)
    assert found.status == 200, path
    return unescape(found.text)


def sent(served: Server, path: str, **fields: str) -> Reply:
    return answered(served.application, path, **fields)


def turning_days(act: Act) -> list[date]:
    """The days from which something in the act reads otherwise, and the last day before each but the first edition."""
    spans = [wording for provision in act.provisions for wording in provision.wordings]
    turns = {day for one in spans for day in (one.start, one.end) if day} | {one.entry.day for one in act.editions}
    first = min(edition.entry.day for edition in act.editions)
    return sorted(day for turn in turns for day in (turn - timedelta(days=1), turn) if day >= first)


def every_citation(act: Act, day: date) -> list[Cited]:
    """The act itself and each of its provisions, as an answer about the day would cite them."""
    citing = Citing(BOOK.on(day))
    citing.keys([act.id, *(f"{act.id}/{provision.path}" for provision in act.provisions)])
    return cited(citing.quotations(), day)


def test_whatever_can_be_cited_on_a_day_is_on_the_page_of_that_day(served: Server) -> None:
    days = [(act, day) for act in map(BOOK.act, BOOK.act_ids) for day in turning_days(act)]
    assert len(days) > 50
    for act, day in days:
        found = every_citation(act, day)
        assert len(found) == len(act.provisions) + 1
        assert len({one.address for one in found}) == len(found)
        page = get(served, f"/kk/law/{act.id}/?on={day}")
        for one in found:
            address, anchor = urldefrag(one.address)
            assert address == f"law/{act.id}/?on={day}"
            assert one.official == act.url
            if not anchor:
                continue
            assert page.count(f'id="{anchor}"') == 1
            if one.says is not None:
                article = page.partition(f'<article class="provision" id="{anchor}">')[2].partition("</article>")[0]
                assert one.says.kk in article


def test_what_a_page_calls_official_has_the_checksum_that_was_recorded(served: Server) -> None:
    kept = [(act_id, one) for act_id in BOOK.act_ids for one in BOOK.act(act_id).editions if one.text]
    assert kept
    for act_id, edition in kept:
        assert edition.text is not None
        written = (BOOK.folder / "lists" / edition.text.file).read_bytes()
        page = get(served, f"/ru/law/{act_id}/?on={edition.entry.day}")
        assert sha256(written).hexdigest() == edition.text.sha256
        assert edition.text.sha256 in page
        shown = re.findall(r'<p class="item" id="list_[^"]+"><a [^>]+>[^<]+</a> ([^<]*)</p>', page)
        whole = " ".join(written.decode().split())
        assert len(shown) > 10
        assert all(" ".join(text.split()) in whole for text in shown)


def lines_of(page: Reply, language: str, on: date) -> list[tuple[str, str]]:
    """What the page cites: where each is read, and its official address. All are links into our own law."""
    assert page.status == 200
    found = LINE.findall(unescape(page.text))
    section = page.text.rpartition('<ul class="law">')[2].partition("</ul>")[0]
    assert len(found) == section.count("<li>") > 0
    assert {code for code, _, _ in found} == {language}
    assert all(f"?on={on}" in address for _, address, _ in found)
    return [(address, official) for _, address, official in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_leads_to_its_articles_as_of_the_day_asked_about(served: Server, language: str) -> None:
    make_demo_clinics(TODAY, at=AT)
    clinic = next(one.id for one in all_facilities() if one.name == CLINICS[0].name)
    born = {"born_day": "1", "born_month": "2", "born_year": "1990"}
    past, month = TODAY - timedelta(days=90), Month.of(TODAY) + -4
    consented = {"kind": "general", **dict.fromkeys(ITEMS, "yes")}
    answers = {
        "status": (sent(served, f"/{language}/status/", iin=PEOPLE[0].number), TODAY),
        "months": (sent(served, f"/{language}/months/", on=str(past), **born), past),
        "dues": (
            sent(served, f"/{language}/dues/", kind1="employee", sum1="500000", month=str(month)),
            month.first_day,
        ),
        "anaesthesia": (sent(served, f"/{language}/anaesthesia/", **born, **consented), TODAY),
        "care": (asked(served.application, "GET", f"/{language}/free/dental.braces/answer/"), TODAY),
        "clinic": (asked(served.application, "GET", f"/{language}/clinics/{clinic}/"), TODAY),
        "inspections": (asked(served.application, "GET", f"/{language}/inspections/?on={past}"), past),
    }
    pages: dict[str, str] = {}
    for page, on in answers.values():
        for address, official in lines_of(page, language, on):
            place, anchor = urldefrag(address)
            text = pages.setdefault(place, get(served, f"/{language}/{place}"))
            assert f'id="{anchor}"' in text or not anchor
            assert official in text


def told_by_the_bot() -> dict[str, tuple[Card, date]]:
    """What it says when it is asked why, and the day that is about."""
    past = TODAY - timedelta(days=90)
    care = Questionnaire("round", Given("dental.braces", past, {}))
    return {
        "status": (about_status.why(past, BOOK), past),
        "care": (about_care.why(care, BOOK), past),
        "dues": (about_dues.why(Income("independent"), past, BOOK), past.replace(day=1)),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_leads_to_the_same_pages_in_the_language_of_the_chat_with_the_official_text_below(
    served: Server, monkeypatch: pytest.MonkeyPatch, language: Language
) -> None:
    monkeypatch.setattr(settings, "SAQTA_ADDRESS", "https://saqta.example")
    for told, on in told_by_the_bot().values():
        links = LINK.findall("".join(message.html for message in messages(told, language)))
        assert len(links) > 2
        for ours, official in zip(links[::2], links[1::2], strict=True):
            place, anchor = urldefrag(ours)
            assert place.startswith(f"https://saqta.example/{language}/law/")
            assert place.endswith(f"/?on={on}")
            text = get(served, place.removeprefix("https://saqta.example"))
            assert f'id="{anchor}"' in text or not anchor
            assert official in text


def test_a_bot_without_a_public_address_leads_to_the_official_text_alone(register: Register) -> None:
    """Telegram opens no page of a machine that only its owner can reach."""
    official = {BOOK.act(act_id).url for act_id in BOOK.act_ids}
    for told, _ in told_by_the_bot().values():
        links = LINK.findall("".join(message.html for message in messages(told, "ru")))
        assert links
        assert set(links) <= official


def test_an_answer_about_a_day_before_an_act_leads_to_its_first_day(register: Register) -> None:
    """Where the law of a day is not known, the nearest one is quoted, and read as of a day on which it stood."""
    act = BOOK.act("P1900000421")
    first = min(edition.entry.day for edition in act.editions)
    citing = Citing(BOOK.on(first))
    citing.keys([f"{act.id}/{act.provisions[0].path}"])
    (line,) = cited(citing.quotations(), first - timedelta(days=400))
    assert f"?on={first}#" in line.address
    with pytest.raises(OutsideKnownLaw):
        BOOK.on(first - timedelta(days=400)).cite(act.id)
