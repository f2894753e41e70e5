"""What the doors to the public promise, by the rows of docs/promises.md: P-03, P-04, P-17, and that nothing personal is
kept by anybody in between. P-01 is in ``test_robots``, P-02 in ``test_pages``, P-18 in ``tests/journeys``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from urllib.parse import urlencode

import msgspec
import pytest
from django.db import connection

from saqta.basis.text import LANGUAGES, Text
from saqta.channels.web.app_pages import helpful
from saqta.coverage.demo import PEOPLE, DemoPerson, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.law.book import load
from saqta.notices.actions import approve_notice, draft_notice
from saqta.notices.records import Announcement, Source
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server
from tests.rooms.ledger.payment_samples import invented_iin

BOOK = load()
FORM = "application/x-www-form-urlencoded"
EMPLOYEE, *_, NEVER_PAID = (person.number for person in PEOPLE)
EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "</title></textarea><iframe src=javascript:alert(1)>",
)
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo(register.home, AT.date(), BOOK, at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def sent(served: Server, path: str, **fields: str) -> Reply:
    return asked(served.application, "POST", path, body=urlencode(fields).encode(), media=FORM)


def answers(served: Server, iin: str = EMPLOYEE) -> dict[str, Reply]:
    """The answer about one person by every door there is to the public."""
    return {
        "page": sent(served, "/ru/status/", iin=iin),
        "widget": sent(served, "/widget/ru/", iin=iin),
        "interface": asked(served.application, "POST", "/api/v1/status", body={"iin": iin}),
    }


def test_a_number_that_was_asked_about_is_found_nowhere_afterwards(
    served: Server, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """UX-37: p-03: in no answer, header, log line or file, whether the question was answered, refused or wrong."""
    replies = list(answers(served).values())
    replies += [
        sent(served, "/widget/kk/", iin=EMPLOYEE[:-1] + "5"),
        asked(served.application, "POST", "/api/v1/status", body={"iin": EMPLOYEE[:-1] + "5"}),
    ]
    served.follow()
    for reply in replies:
        assert EMPLOYEE[:11] not in reply.text
        assert EMPLOYEE[:11] not in json.dumps(reply.headers)
    assert EMPLOYEE[:11] not in caplog.text
    written = [path for path in register.home.rglob("*") if path.is_file()]
    assert len(written) > 4
    assert [path.name for path in written if EMPLOYEE[:11].encode() in path.read_bytes()] == []


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.number)
def test_the_public_is_told_what_it_may_know_and_nothing_else(served: Server, person: DemoPerson) -> None:
    """P-04: status and months. No sum, no payer, no category, no ground: whatever the register knows of the person."""
    replies = answers(served, person.number)
    assert set(replies["interface"].document) == {
        "question", "on", "verdict", "says", "months", "as_of", "valid_until", "citations", "readings", "law",
    }  # fmt: skip
    assert {tuple(month) for month in replies["interface"].document["months"]} == {("month", "paid")}
    for door, reply in replies.items():
        text = re.sub(r"<[^>]*>", " ", reply.text)
        assert not re.search(r"₸|тенге|350[  ]?000|[0-9] ?[0-9]{3}[.,][0-9]{2}", text), door
        assert "150340999998" not in text, door  # the employer
        if door != "interface":
            assert "Z1500000405/art_26" not in text, door


def statements(served: Server, iin: str) -> list[str]:
    """What the database is asked while one person is asked about by every door, without the values."""
    told: list[str] = []
    connection.ensure_connection()
    connection.connection.set_trace_callback(told.append)
    try:
        answers(served, iin)
    finally:
        connection.connection.set_trace_callback(None)
    return [re.sub(r"[xX]?'[^']*'", "?", one) for one in told]


def test_a_stranger_and_somebody_who_never_paid_cost_the_database_the_same(served: Server) -> None:
    """P-02: neither more questions to it nor others, so that nobody tells them apart by waiting."""
    stranger, never_paid = statements(served, invented_iin(77, date(1990, 4, 12))), statements(served, NEVER_PAID)
    assert stranger == never_paid
    assert len(stranger) == 3  # one look by each door


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_somebodys_own_is_kept_by_nobody_and_the_rest_by_everybody(served: Server, language: str) -> None:
    """Right headers on both kinds; a page for everybody is the same whoever asks, with whatever cookie."""
    for path in (f"/{language}/status/", f"/widget/{language}/"):
        for iin in (EMPLOYEE, NEVER_PAID, "1"):
            reply = sent(served, path, iin=iin)
            assert reply.headers["cache-control"] == "no-store"
            assert "etag" not in reply.headers
    for path in ("", *helpful(), "law/Z1500000405/", "app.webmanifest"):
        page, again = (
            asked(served.application, "GET", f"/{language}/{path}", cookie=cookie, accept_encoding="gzip")
            for cookie in ("", "session=somebody")
        )
        if page.headers["cache-control"] == "no-store":
            continue  # its owner decided that it may hold something personal
        assert page == again
        assert page.headers["cache-control"].startswith("public, max-age=")
        assert "set-cookie" not in page.headers
        assert page.headers["vary"] == "Accept-Encoding"
        asked_again = asked(
            served.application, "GET", f"/{language}/{path}", accept_encoding="gzip", if_none_match=page.headers["etag"]
        )
        assert (asked_again.status, asked_again.body) == (304, b"")


class Elements(HTMLParser):
    """The elements of a page that could do something, and the handlers written into any of them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.acting: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        ours = tag == "script" and str(told.get("src")).startswith("/") and not str(told.get("src")).startswith("//")
        if tag in ("script", "iframe", "object", "embed", "base", "style") and not ours:
            self.acting.append(tag)
        self.acting += [name for name, value in attrs if name.startswith("on") or name == "style"]
        self.acting += [str(value) for name, value in attrs if str(value).strip().lower().startswith("javascript:")]


@pytest.mark.parametrize("evil", EVIL)
def test_what_was_typed_or_stored_comes_out_inert(served: Server, evil: str) -> None:
    """P-17: in the fields of every form, in the words of an address, and in every field that is stored and shown."""
    text = Text(ru=evil, kk=evil, en=evil)
    notice = Announcement(
        key="evil", claim=text, verdict="false", truth=text, since=date(2025, 1, 1), until=None,
        source=Source(text, date(2025, 1, 1), f"https://example.org/{evil}"), services=("dental.crowns",),
    )  # fmt: skip
    draft_notice(notice, book=BOOK, by="staff:one", at=AT)
    approve_notice("evil", by="staff:two", at=AT)
    pages = [sent(served, path, iin=evil, proof=evil, again=evil) for path in ("/ru/status/", "/widget/ru/")]
    shown = asked(served.application, "GET", "/ru/announcements/")
    assert "evil" in shown.text
    in_address = urlencode({"on": evil, "before": evil, "after": evil})
    pages += [shown]
    pages += [
        asked(served.application, "GET", f"/ru/{path}?{in_address}") for path in ("law/changes/", "law/packages/")
    ]
    for page in pages:
        assert Elements(page.text).acting == []
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert "data:" not in re.findall(r"script-src [^;]*", policy)[0]
    assert msgspec.to_builtins(notice)["claim"]["ru"] == evil


def test_every_page_refuses_what_it_does_not_need(served: Server) -> None:
    """P-17: the headers of every kind of page, the one that is not there included."""
    pages = [asked(served.application, "GET", f"/kk/{path}") for path in ("", "status/", "law/", "nothing/")]
    pages += [sent(served, "/kk/status/", iin=EMPLOYEE), sent(served, "/kk/status/", iin="1")]
    for page in pages:
        policy = dict(part.split(" ", 1) for part in page.headers["content-security-policy"].split("; "))
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
        assert page.headers["x-content-type-options"] == "nosniff"
        assert page.headers["referrer-policy"] == "no-referrer"
        assert page.headers["cross-origin-opener-policy"] == "same-origin"
        assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page.text)


def test_the_first_load_of_the_status_page_is_small(served: Server) -> None:
    """At most 60 KB compressed in all, and usable after the first answer: the form needs no script."""
    page = asked(served.application, "GET", "/kk/status/", accept_encoding="gzip")
    plain = asked(served.application, "GET", "/kk/status/")
    parts = set(re.findall(r'(?:src|href)="(/[a-z.-]+\.(?:js|css|svg|png)|/kk/app\.webmanifest)"', plain.text))
    assert {"/style.css", "/site.js", "/proof.js", "/app.js"} <= parts
    loaded = [asked(served.application, "GET", part, accept_encoding="gzip") for part in parts]
    assert all(part.status == 200 for part in loaded)
    assert len(page.body) + sum(len(part.body) for part in loaded) <= 60_000
    assert re.search(r'<form method="post" action="/kk/status/"', plain.text)
