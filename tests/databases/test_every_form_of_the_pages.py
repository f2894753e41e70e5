"""P-17: whatever is typed into whichever field of whichever form of the pages comes out inert. The forms are found on
the pages themselves, so a form that is added is tested with the others."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product
from typing import NamedTuple
from urllib.parse import urlencode, urljoin

import pytest

from saqta.channels.web.urls import PAGES
from saqta.clinics.demo import make_demo_clinics
from saqta.coverage.demo import make_demo
from saqta.coverage.public import PublicBudgets
from saqta.law.book import load
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server
from tests.databases.test_promises_of_the_doors import EVIL, FORM, Elements

BOOK = load()
BESIDES = ("free/dental.braces/", "free/dental.extraction/1/", "free/dental.extraction/answer/", "law/Z1500000405/")
"""Pages with a part of the address to fill in."""
OWES = {"kind1": "independent", "line": "0"}
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


class Form(NamedTuple):
    """Where a form goes, how, and the names of its fields."""

    address: str
    method: str
    fields: tuple[str, ...]


class _Forms(HTMLParser):
    def __init__(self, page: str, address: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._address = address
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            place = urljoin(self._address, told.get("action") or "").partition("?")[0]
            self.found.append(Form(place, (told.get("method") or "get").upper(), ()))
        elif self.found and told.get("name") and tag in ("input", "select", "textarea", "button"):
            form = self.found[-1]
            self.found[-1] = form._replace(fields=(*form.fields, str(told["name"])))


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo(register.home, AT.date(), BOOK, at=AT)
    make_demo_clinics(AT.date(), at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def sent(served: Server, form: Form, typed: dict[str, str]) -> Reply:
    written = urlencode(typed)
    if form.method == "GET":
        return asked(served.application, "GET", f"{form.address}?{written}")
    return asked(served.application, "POST", form.address, body=written.encode(), media=FORM)


def forms(served: Server) -> set[Form]:
    """All that a page reached without signing in holds, and those of the pages that the calculator leads to."""
    pages = [f"/ru/{path}" for path in (*PAGES, *BESIDES) if "<" not in path]
    texts = [(path, asked(served.application, "GET", path)) for path in pages]
    texts += [(path, sent(served, Form(path, "POST", ()), OWES)) for path in ("/ru/dues/", "/ru/dues/order/")]
    found: set[Form] = set()
    for path, page in texts:
        if page.status == 200 and page.headers["content-type"].startswith("text/html"):
            found |= {
                form._replace(fields=tuple(dict.fromkeys(form.fields)))
                for form in _Forms(page.text, path).found
                if form.address.startswith("/ru/") and form.fields
            }
    return found


def test_what_is_typed_into_any_field_comes_out_inert(served: Server) -> None:
    found = forms(served)
    assert {
        "/ru/status/", "/ru/months/", "/ru/dues/", "/ru/dues/order/", "/ru/anaesthesia/", "/ru/free/", "/ru/clinics/",
        "/ru/certificates/", "/ru/free/dental.extraction/1/", "/ru/opinion/", "/ru/law/Z1500000405/",
    } <= {form.address for form in found}  # fmt: skip
    for form, evil in product(found, EVIL):
        everywhere = dict.fromkeys(form.fields, evil)
        for typed in (everywhere, everywhere | {name: value for name, value in OWES.items() if name in form.fields}):
            page = sent(served, form, typed)
            assert page.status < 500, form
            assert Elements(page.text).acting == [], form
            assert evil not in page.headers.get("location", ""), form
            policy = page.headers.get("content-security-policy", "")
            assert policy.startswith("default-src 'none'; ") or not page.body, (form, page.status, page.text[:200])
