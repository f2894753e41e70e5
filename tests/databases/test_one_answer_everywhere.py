"""By whichever door somebody asks: the same verdict, the same articles, the same seal."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import date
from html import unescape

import pytest

from saqta.basis.text import LANGUAGES
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.law.book import load
from tests.channels.over_http import asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

BOOK = load()
CASES = 100
FORM = "application/x-www-form-urlencoded"
DAYS = (date(2020, 1, 1), date(2024, 2, 29), date(2025, 10, 5), date(2025, 12, 14), date(2026, 1, 1))
LAW = re.compile(r'<li><a href="/\w\w/law/([^/?"]+)/[^"]*">[^<]+</a> <span class="edition">')
SEAL = re.compile(r"<code>(sha256:[0-9a-f]{64})</code>")
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo(register.home, AT.date(), BOOK, at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def test_a_page_and_a_program_are_told_the_same_of_every_care(served: Server) -> None:
    """UX-46: a hundred questions chosen by chance, about any service on any of the days; the cookie carries the day
    as it carries what was answered."""
    chance = random.Random(46)
    for _ in range(CASES):
        code, on, language = chance.choice(list(BOOK.services)), chance.choice(DAYS), chance.choice(LANGUAGES)
        program = asked(served.application, "POST", f"/api/v1/ask/entitlement?service={code}&on={on}", body={}).document
        address = f"/{language}/free/{code}/answer/"
        chosen = asked(served.application, "POST", address, body=f"on={on}".encode(), media=FORM)
        carried = "; ".join(cookie.partition(";")[0] for cookie in chosen.cookies)
        page = asked(served.application, "GET", address, cookie=carried).text
        assert f'<article class="verdict {program["verdict"]}">' in page, (code, on)
        assert SEAL.findall(page) == [program["answer"], program["law"]], (code, on)
        assert unescape(page).count(program["says"][language]) > 0
        assert set(LAW.findall(page)) == {one["act"] for one in program["citations"]}, (code, on)


def test_a_page_a_widget_and_a_program_are_told_the_same_of_everybody(served: Server) -> None:
    """UX-46"""
    for person in PEOPLE:
        program = served.status(person.number).document
        for address in ("/ru/status/", "/widget/ru/"):
            body = f"iin={person.number}".encode()
            page = asked(served.application, "POST", address, body=body, media=FORM).text
            assert f"verdict {program['verdict']}" in page, (address, person.number)
            assert program["says"]["ru"] in unescape(page)
