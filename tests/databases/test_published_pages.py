"""Pages that are the same for everybody: what is sent, how often it is rendered, and what is never sent so."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import RequestFactory

from saqta.channels.published import Shelf, published

AT = datetime(2025, 10, 5, 6, 30, tzinfo=UTC)


def request(method: str = "GET", path: str = "/ru/", at: datetime = AT, **headers: str) -> Any:
    found = RequestFactory(headers={"host": "localhost", **headers}).generic(method, path)
    found.META["saqta.at"] = at
    return found


def counted() -> tuple[list[str], Callable[[], str]]:
    calls: list[str] = []

    def render() -> str:
        calls.append("rendered")
        return "Бет " * 500

    return calls, render


def test_a_page_is_rendered_once_a_minute_however_often_it_is_asked_for() -> None:
    calls, render = counted()
    for _ in range(5):
        published(request(path="/ru/once/"), render, headers={})
    assert len(calls) == 1
    published(request(path="/kk/once/"), render, headers={})
    published(request(path="/ru/once/?a=1"), render, headers={})
    assert len(calls) == 3
    published(request(path="/ru/once/", at=AT + timedelta(seconds=60)), render, headers={})
    assert len(calls) == 4


def test_browsers_and_servers_in_between_may_keep_it_and_ask_whether_it_changed() -> None:
    _, render = counted()
    page = published(request(path="/ru/kept/"), render, headers={"X": "1"})
    assert page.headers["Cache-Control"] == "public, max-age=60"
    assert page.headers["Vary"] == "Accept-Encoding"
    again = published(request(path="/ru/kept/", if_none_match=page.headers["ETag"]), render, headers={})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == page.headers["ETag"]
    other = published(request(path="/ru/kept/", if_none_match='W/"other"'), render, headers={})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("accepted", "squeezed"),
    [("gzip, br", True), ("br;q=1, gzip;q=0.5", True), ("gzip;q=0", False), ("gzip;q=0.0, br", False), ("", False)],
)
def test_it_is_compressed_for_whoever_reads_that(accepted: str, squeezed: bool) -> None:
    _, render = counted()
    page = published(request(path="/ru/squeezed/", accept_encoding=accepted), render, headers={})
    assert (page.headers.get("Content-Encoding") == "gzip") is squeezed
    plain = gzip.decompress(page.content) if squeezed else page.content
    assert plain.decode() == render()
    assert squeezed is (len(page.content) < len(plain))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_what_is_sent_in_a_body_is_never_answered_from_here(method: str) -> None:
    calls, render = counted()
    refused = published(request(method, "/ru/posted/"), render, headers={})
    assert (refused.status_code, refused.headers["Allow"], calls) == (405, "GET, HEAD", [])


def test_the_shelf_does_not_grow_with_the_addresses_that_somebody_thinks_up() -> None:
    shelf = Shelf()
    for place in range(2000):
        shelf.get((place,), lambda: "x")
    assert len(shelf._pages) == 512
    calls, render = counted()
    shelf.get((1999,), render)
    assert calls == []
