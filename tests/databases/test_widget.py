"""The widget: one script on somebody else's page, and a frame of ours that the page cannot look into."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from django.conf import settings

from saqta.access.budgets import Budget
from saqta.access.proof_of_work import ProofOfWork
from saqta.basis.text import LANGUAGES
from saqta.channels.serving import public_budgets
from saqta.channels.widget.wording import WORDS
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.coverage.public import PublicBudgets
from saqta.journal.models import Read
from saqta.law.book import load
from tests.channels.over_http import Reply, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

EMPLOYEE, *_, NEVER_PAID = (person.number for person in PEOPLE)
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    make_demo(register.home, AT.date(), load(), at=AT)
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def sent(served: Server, language: str, **fields: str) -> Reply:
    body = urlencode(fields).encode()
    return asked(
        served.application, "POST", f"/widget/{language}/", body=body, media="application/x-www-form-urlencoded"
    )


def test_the_script_is_small_whole_and_for_everybody(served: Server) -> None:
    script = asked(served.application, "GET", "/widget.js")
    assert len(script.body) < 10_000
    assert script.headers["content-type"].startswith("text/javascript")
    assert script.headers["cross-origin-resource-policy"] == "cross-origin"
    assert "set-cookie" not in script.headers
    for word in ("cookie", "localStorage", "sessionStorage", "indexedDB", "sendBeacon", "eval(", "innerHTML", "fetch("):
        assert word not in script.text
    assert all(text in script.text for text in ("Определить статус", "Мәртебені анықтау", "Check the status"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_frame_asks_and_answers_in_the_language_of_the_page(served: Server, language: str) -> None:
    form = asked(served.application, "GET", f"/widget/{language}/")
    assert f'<html lang="{language}">' in form.text
    answer = sent(served, language, iin=f"{EMPLOYEE[:6]} {EMPLOYEE[6:]}")
    assert answer.status == 200
    assert WORDS["yes"].in_language(language) in answer.text  # type: ignore[arg-type]  # a Language
    assert sent(served, language, iin="－".join((EMPLOYEE[:6], EMPLOYEE[6:]))).status == 422
    assert sent(served, language, iin=f"{EMPLOYEE[:4]}\u00a0{EMPLOYEE[4:6]}-{EMPLOYEE[6:]}").status == 200
    assert sent(served, language, iin=NEVER_PAID).text.count('class="verdict no"') == 1
    served.follow()
    assert {read.by for read in Read.objects.all()} == {"public:widget"}


def test_the_frame_keeps_nothing_repeats_nothing_and_loads_nothing_foreign(served: Server) -> None:
    for page in (sent(served, "kk", iin=EMPLOYEE), sent(served, "kk", iin=EMPLOYEE[:-1] + "5"), sent(served, "kk")):
        assert EMPLOYEE[:11] not in page.text
        assert page.headers["cache-control"] == "no-store"
        assert "set-cookie" not in page.headers
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; ")
        assert policy.endswith("frame-ancestors *")
        assert "unsafe" not in policy
    assert sent(served, "ru", iin=EMPLOYEE[:-1] + "5").status == 422
    assert "<script>alert" not in sent(served, "ru", iin='"><script>alert(1)</script>').text


def test_every_other_page_refuses_to_be_framed(served: Server) -> None:
    for page in ("/ru/", "/kk/", "/en/", "/nothing/"):
        policy = asked(served.application, "GET", page).headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy


def test_programs_in_other_peoples_pages_may_not_ask(served: Server) -> None:
    """P-18: no page elsewhere is allowed by any header of ours to read an answer."""
    for method, path in (("OPTIONS", "/api/v1/status"), ("POST", "/api/v1/status"), ("GET", "/widget/ru/")):
        reply = asked(served.application, method, path, body={"iin": EMPLOYEE}, origin="https://elsewhere.example")
        assert not [name for name in reply.headers if name.startswith("access-control-")]


def test_the_challenge_comes_with_the_form_because_the_frame_may_fetch_nothing(register: Register) -> None:
    served = Server(register.home, *public_budgets(settings.SAQTA_BUDGETS, ProofOfWork(bytes(64))))
    assert "data-challenge=" in asked(served.application, "GET", "/widget/ru/").text
    served.reads.close()
    served.budgets.close()


def test_who_asks_too_often_and_a_register_that_is_silent_are_never_a_no(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = Server(register.home, PublicBudgets(Budget.hourly("address", 1, 60), *GENEROUS[1:]))
    pages = [sent(served, "en", iin=NEVER_PAID) for _ in range(2)]
    assert [page.status for page in pages] == [200, 429]
    assert pages[1].headers["retry-after"] == "60"

    def silent(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(served.desk, "ask", silent)
    page = sent(served, "en", iin=NEVER_PAID)
    assert page.status == 503
    assert "This does not mean that you are not insured" in page.text
    served.reads.close()
    served.budgets.close()


def test_the_page_of_somebody_else_is_there_with_the_invented_people_alone(served: Server, register: Register) -> None:
    demo = asked(served.application, "GET", "/widget/demo/", host="localhost:8000")
    assert '<script src="http://127.0.0.1:8000/widget.js" data-language="kk" defer></script>' in demo.text
    (register.home / "demo").unlink()
    assert asked(served.application, "GET", "/widget/demo/", host="localhost:8000").status == 404
