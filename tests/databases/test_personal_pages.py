"""What a person reads on their own pages: status, money, categories, children, decisions, and who looked."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html import unescape

import msgspec
import pytest

from saqta.access.permissions import Role
from saqta.access.purposes import PURPOSES
from saqta.basis.text import LANGUAGES, Language
from saqta.care.actions import file_plan
from saqta.channels.web.wording.personal import PERSONAL
from saqta.journal.actions import record_read
from saqta.journal.models import Read
from saqta.personal.models import Question
from saqta.registry.models import Membership
from tests.channels.citizens import Citizen
from tests.databases import care_samples
from tests.databases.care_samples import decided, document, register_child_and_clinic
from tests.databases.citizen_samples import CHILD, MOTHER, OTHER, PENSIONER, identifier, serving
from tests.databases.conftest import Register
from tests.databases.desk_samples import WorkingPages
from tests.databases.ordering import AT, BOOK, MINUTE
from tests.databases.test_answers_over_http import Server

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)

PAGES = (
    "me/", "me/months/", "me/categories/", "me/children/", "me/children/1/", "me/consents/", "me/looks/", "me/data/",
    "me/looks.csv", "me/looks.json", "me/data.json", "orders/",
)  # fmt: skip
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> =HYPERLINK(1)"
NUMBER = re.compile(r"[0-9]{12}")


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    with serving(register) as made:
        yield made


@pytest.fixture
def mother(served: Server) -> Citizen:
    signed_in = Citizen(served.application)
    signed_in.sign_in_as(MOTHER)
    return signed_in


def looked(person: str, by: str = "process:orders", purpose: str = "ordered-certificate") -> None:
    record_read(identifier(person), by=by, purpose=purpose, at=AT)


def said(citizen: Citizen, key: str, language: str = "ru") -> bool:
    return PERSONAL[key].in_language(language) in citizen.text


def test_months_show_money_payers_and_codes(mother: Citizen) -> None:
    mother.open("/ru/me/months/")
    assert mother.text.count("БИН 150340999998, код 121") == 12
    assert mother.text.count("10 500,00 ₸") == 12
    assert "126 000,00 ₸" in mother.text
    mother.open("/en/me/")
    assert "/en/law/Z1500000405/" in mother.page.text
    assert 'data-answer="yes"' in mother.page.text


def test_a_category_names_its_source_and_its_days(served: Server) -> None:
    pensioner = Citizen(served.application)
    pensioner.sign_in_as(PENSIONER, "en")
    pensioner.open("/en/me/categories/")
    assert "Source: pension-fund" in pensioner.text
    assert "2019" in pensioner.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mother_reads_about_her_child_and_is_asked_for_nothing(mother: Citizen, language: str) -> None:
    """UX-19: the age is in the number, which the page does not show."""
    mother.open(f"/{language}/me/children/")
    assert f'href="/{language}/me/children/1/"' in mother.page.text
    page = mother.open(f"/{language}/me/children/1/")
    assert said(mother, "is_child_insured", language)
    assert 'datetime="2017-03-10"' in page.text
    assert 'data-answer="yes"' in page.text
    main = page.text.partition('<main id="main"')[2].partition("</main>")[0]
    assert re.findall(r"<input(?![^>]*hidden)|<select", main) == []
    assert CHILD not in page.text
    read = Read.objects.get(person=identifier(CHILD))
    assert read.purpose == "child-page"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mother_reads_what_was_decided_about_her_child_and_what_of_it_stands(
    mother: Citizen, language: Language
) -> None:
    register_child_and_clinic()
    plan = file_plan(msgspec.structs.replace(document(), iin=CHILD), book=BOOK, by=care_samples.BY, at=care_samples.AT)
    decided(plan.number, "agree")
    decided(plan.number, "refuse")
    for page in ("me/consents/", "me/children/1/"):
        assert mother.open(f"/{language}/{page}").status == 200, page
        for decision, stands in (("decision_agree", "stands_no_longer"), ("decision_refuse", "stands")):
            told = f"{PERSONAL[decision].in_language(language)}, {PERSONAL[stands].in_language(language)}"
            assert re.search(rf"\d: {told}( |$)", mother.text), (page, told)


def test_nobody_reads_about_somebody_elses_child(served: Server) -> None:
    other = Citizen(served.application)
    other.sign_in_as(OTHER)
    assert other.open("/ru/me/children/1/").status == 404
    assert other.open("/ru/me/children/0/").status == 404
    assert not Read.objects.filter(person=identifier(CHILD)).exists()


def test_nobody_reads_any_of_it_without_signing_in(served: Server) -> None:
    nobody = Citizen(served.application)
    for page in PAGES:
        reply = nobody.asked("GET", f"/kk/{page}", b"", follow=False)
        assert reply.status == 303, page
        assert reply.headers["location"].startswith("/kk/me/sign-in/")
        assert reply.headers["cache-control"] == "no-store"


def test_no_personal_page_is_kept_and_no_number_stands_in_an_address_or_a_title(mother: Citizen) -> None:
    """P-03"""
    looked(MOTHER)
    for page in PAGES:
        reply = mother.open(f"/ru/{page}")
        assert reply.status == 200, page
        assert reply.headers["cache-control"] == "no-store", page
        assert reply.headers["referrer-policy"] == "same-origin", page
        if not page.endswith((".csv", ".json")):
            assert "default-src 'none'" in reply.headers["content-security-policy"]
            (title,) = re.findall(r"<title>(.*?)</title>", reply.text)
            assert not NUMBER.search(title)
            for address in re.findall(r'(?:href|action|src)="([^"]*)"', reply.text):
                assert not NUMBER.search(address), address
        if page not in ("me/data/", "me/data.json"):
            assert MOTHER not in reply.text, page


def test_a_form_that_is_not_ours_changes_nothing(mother: Citizen) -> None:
    """P-17: signing out, ordering and asking need the token of a page of ours."""
    looked(MOTHER, by="staff:nobody")
    entry, place = Read.objects.filter(purpose="ordered-certificate").values_list("entry_id", "place").get()
    mother.open("/ru/me/")
    for path in ("/ru/me/sign-out/", "/ru/orders/", f"/ru/me/looks/{entry}/{place}/"):
        for token in ("", "A" * 64):
            assert mother.send(path, token, follow=False).status == 403, path
            assert said(mother, "forged")
    assert mother.open("/ru/me/").status == 200
    assert not Question.objects.exists()


def test_opening_pages_again_and_again_is_one_look(mother: Citizen, served: Server) -> None:
    """The journal of looks is not flooded by whoever reads about themselves."""
    for _ in range(3):
        for page in ("me/", "me/months/", "me/categories/", "me/looks/"):
            mother.open(f"/ru/{page}")
    own = Read.objects.filter(person=identifier(MOTHER), purpose="own-page")
    assert own.count() == 1
    served.at = AT + 10 * MINUTE
    mother.open("/ru/me/")
    assert own.count() == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_looked_is_told_by_role_and_place_with_the_purpose_the_desk_named(
    register: Register, language: str
) -> None:
    """UX-40, P-07"""
    with serving(register) as made:
        desk = WorkingPages(register, AT, made)
        adviser = desk.worker(Role.ADVISER, name="Иванова Мария")
        adviser.open(f"/desk/{language}/people/")
        purpose = PURPOSES["1406:own-call"].in_language(language)
        assert f">{purpose}</option>" in unescape(adviser.page.text)
        adviser.send(f"/desk/{language}/people/", iin=MOTHER, purpose="own-call")
        mother = Citizen(made.application)
        mother.sign_in_as(MOTHER, language)
        mother.open(f"/{language}/me/looks/")
        assert purpose in mother.text
        assert "Иванова" not in mother.text
        assert {"ru": "оператор линии 1406", "kk": "1406 желісінің операторы", "en": "operator of the line 1406"}[
            language
        ] in mother.text


def test_the_latest_look_comes_first_and_the_list_can_be_taken_along(mother: Citizen) -> None:
    looked(MOTHER)
    record_read(identifier(MOTHER), by="public:web", purpose="public-status", at=AT + 2 * MINUTE)
    mother.open("/en/me/looks/")
    assert mother.text.index(PURPOSES["public-status"].en) < mother.text.index(PURPOSES["ordered-certificate"].en)
    rows = list(csv.reader(io.StringIO(mother.open("/en/me/looks.csv").body.decode("utf-8-sig"))))
    assert rows[0] == ["When", "Who", "Why", "Your question"]
    assert rows[1][2] == PURPOSES["public-status"].en
    listed = json.loads(mother.open("/en/me/looks.json").body)
    assert listed[0]["why"]["en"] == PURPOSES["public-status"].en
    assert len(listed) == len(rows) - 1 == Read.objects.filter(person=identifier(MOTHER)).count()


def test_one_does_not_ask_about_ones_own_look_nor_about_anybody_elses(mother: Citizen, served: Server) -> None:
    mother.open("/ru/me/")
    own = Read.objects.get(person=identifier(MOTHER), purpose="own-page")
    looked(OTHER)
    others = Read.objects.get(person=identifier(OTHER))
    address = f"/ru/me/looks/{own.entry_id}/{own.place}/"
    mother.open(address)
    assert mother.send(address, words="").status == 422
    assert mother.open(f"/ru/me/looks/{others.entry_id}/{others.place}/").status == 404
    assert not Question.objects.exists()


def test_all_data_can_be_read_and_taken_along(mother: Citizen) -> None:
    looked(MOTHER)
    told = json.loads(mother.open("/ru/me/data.json").body)
    assert told["person"]["iin"] == MOTHER
    assert told["status"]["verdict"] == "yes"
    assert len(told["payments"]) == 12
    assert told["payments"][0] == {
        "month": "2025-03", "payer": "150340999998", "code": "121", "amount": "10500.00", "paid_on": "2026-03-02"
    }  # fmt: skip
    assert [one["number"] for one in told["speaks_for"]] == [CHILD[-4:]]
    assert told["timeline"][0]["start"] < told["timeline"][-1]["until"]
    assert "ordered-certificate" not in json.dumps(told["looks"])
    mother.open("/ru/me/data/")
    assert MOTHER in mother.text


def test_what_a_source_told_comes_out_inert(served: Server) -> None:
    """P-17"""
    Membership.objects.filter(person=identifier(PENSIONER)).update(source="<script>alert(1)</script>")
    pensioner = Citizen(served.application)
    pensioner.sign_in_as(PENSIONER)
    for page in ("me/categories/", "me/data/"):
        pensioner.open(f"/ru/{page}")
        assert "<script>alert" not in pensioner.page.text
        assert "<script>alert(1)</script>" in pensioner.text


def test_a_purpose_that_a_program_for_tables_would_work_out_is_text(mother: Citizen) -> None:
    record_read(identifier(MOTHER), by="=cmd", purpose="=HYPERLINK(1)", at=AT)
    rows = list(csv.reader(io.StringIO(mother.open("/en/me/looks.csv").body.decode("utf-8-sig"))))
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
