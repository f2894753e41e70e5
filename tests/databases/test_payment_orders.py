"""A payment order for what is owed: on a page to print and as PDF, with a QR code that says the same; nothing of
whoever pays is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlencode

import pypdfium2
import pytest
import zxingcpp

from saqta.basis.month import Month
from saqta.basis.text import LANGUAGES, Language, Text
from saqta.channels.clock import day_in_kazakhstan
from saqta.channels.web.wording.paying import PAYING
from saqta.coverage.demo import PEOPLE
from saqta.coverage.public import PublicBudgets
from saqta.law.book import load
from tests.channels.over_http import Reply, answered, asked
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import AT, GENEROUS, Server

FORM = "application/x-www-form-urlencoded"
IIN, EMPLOYER = PEOPLE[0].number, "160440007161"
QUESTION = {"kind1": "employee", "sum1": "500000", "month": str(Month.of(day_in_kazakhstan(AT))), "line": "1"}
pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # what is asked here is not the rows


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    yield (made := Server(register.home, PublicBudgets(*GENEROUS)))
    made.reads.close()
    made.budgets.close()


def sent(served: Server, path: str, **fields: str) -> Reply:
    return asked(served.application, "POST", path, body=urlencode(fields).encode(), media=FORM)


def order(served: Server, language: Language, **fields: str) -> Reply:
    return sent(served, f"/{language}/dues/order/", **{**QUESTION, **fields})


def paper(document: bytes) -> tuple[str, str]:
    """The words of a PDF, and what its QR code says."""
    (page,) = pypdfium2.PdfDocument(document)
    code = zxingcpp.read_barcode(page.render(scale=3).to_numpy())
    assert code is not None
    return " ".join(page.get_textpage().get_text_range().split()), code.text


def said_to_a_bank(text: Text, language: Language) -> str:
    """Banks work in Kazakh and Russian; in English the paper says both, the Kazakh one first."""
    return text.ru if language == "ru" else text.kk


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paper_and_its_code_tell_a_bank_the_same(served: Server, language: Language) -> None:
    typed = {"person_name": "Ахметова Ұлжан Әлімқызы", "person_iin": IIN, "payer_name": "«Үміт» ЖШС"}
    page = order(served, language, payer_number=EMPLOYER, **typed)
    assert page.status == 200
    download = order(served, language, payer_number=EMPLOYER, pdf="1", **typed)
    assert download.headers["content-type"] == "application/pdf"
    assert download.headers["content-disposition"] == 'attachment; filename="saqta-payment-order.pdf"'
    text, code = paper(download.body)
    beneficiary = load().payments.beneficiary_on(day_in_kazakhstan(AT))
    assert beneficiary is not None
    words = load().payments.purpose_on("122", day_in_kazakhstan(AT))
    assert words is not None
    must = [
        beneficiary.account, beneficiary.bank, beneficiary.bin, said_to_a_bank(beneficiary.name, language),
        *typed.values(), EMPLOYER, "122", f"10.{AT.year}", "10",
    ]  # fmt: skip
    for told in must:
        assert told in unescape(page.text)
        assert told in text
        assert told in code
    assert said_to_a_bank(words.name, language).split()[-1] in code
    assert PAYING["row_number"].in_language(language) in text  # a line to be written on
    assert PAYING["row_number"].in_language(language) not in code


def test_what_is_left_empty_is_a_line_to_be_written_on(served: Server) -> None:
    text, code = paper(order(served, "kk", pdf="1").body)
    assert "ЖСН" in text
    assert "ЖСН" not in code.replace(PAYING["row_payer_number"].kk, "")
    page = order(served, "kk").text
    assert page.count("<td></td>") == 6  # number, payer with number and account, person with number


def test_whoever_pays_for_themselves_writes_their_number_once(served: Server) -> None:
    fields = {"kind1": "independent", "sum1": "", "line": "0", "person_iin": IIN}
    page = order(served, "ru", **fields)
    assert 'name="payer_number"' not in page.text
    _, code = paper(order(served, "ru", pdf="1", **fields).body)
    assert code.count(IIN) == 2  # as the payer and as the person paid for


@pytest.mark.parametrize(
    ("field", "wrong"), [("person_iin", IIN[:-1] + "5"), ("person_iin", "777"), ("payer_number", "160440007162")]
)
def test_a_wrong_number_does_not_reach_the_paper(served: Server, field: str, wrong: str) -> None:
    page = order(served, "en", pdf="1", **{field: wrong})
    assert page.status == 422
    assert page.headers["content-type"].startswith("text/html")
    assert "<title>Error: " in page.text
    assert f'href="#{field}"' in page.text
    assert f'aria-describedby="{field}-error"' in page.text
    assert f'value="{wrong}"' in page.text
    assert wrong not in page.text.partition("</table>")[0].partition('class="paper"')[2]


def test_nothing_that_was_typed_is_kept_or_stands_in_an_address(
    served: Server, register: Register, caplog: pytest.LogCaptureFixture
) -> None:
    """P-03, UX-37"""
    for reply in (order(served, "ru", person_iin=IIN), order(served, "ru", person_iin=IIN, pdf="1")):
        assert reply.headers["cache-control"] == "no-store"
        assert IIN not in json.dumps(reply.headers)
        assert reply.cookies == ()
        assert not re.search(rf'(href|action)="[^"]*({IIN}|500000)', reply.text if reply.body[:4] != b"%PDF" else "")
    assert IIN not in caplog.text
    assert [one for one in register.home.rglob("*") if one.is_file() and IIN.encode() in one.read_bytes()] == []


@pytest.mark.parametrize("fields", [{"line": "2"}, {"line": "-1"}, {"line": "²"}, {"sum1": ""}, {"unified": "1"}])
def test_where_there_is_no_order_the_way_leads_back_to_the_question(served: Server, fields: dict[str, str]) -> None:
    reply = order(served, "kk", **fields)
    assert (reply.status, reply.headers["location"]) == (303, "/kk/dues/")
    assert asked(served.application, "GET", "/kk/dues/order/").status == 303


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["employee", "civil_contract", "entrepreneur", "independent", "self_employed"])
def test_the_page_of_dues_ends_with_how_to_pay_for_each_kind_of_payer(
    served: Server, kind: str, language: Language
) -> None:
    page = unescape(answered(served.application, f"/{language}/dues/", kind1=kind, sum1="500000", month="2026-01").text)
    beneficiary = load().payments.beneficiary_on(day_in_kazakhstan(AT))
    assert beneficiary is not None
    assert beneficiary.account in page
    assert page.count('class="way"') == {"employee": 2, "self_employed": 0}.get(kind, 1)  # that regime begins in 2026
    assert page.count(f'action="/{language}/dues/order/"') == page.count('class="way"')
    assert page.count(PAYING["make_order"].in_language(language)) == page.count('class="way"')
    shares = unescape(
        answered(served.application, f"/{language}/dues/", kind1="employee", sum1="500000", unified="1").text
    )
    assert f'action="/{language}/dues/order/"' not in shares
