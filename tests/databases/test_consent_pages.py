"""Parents read, decide and change their minds on a page behind a link, in three languages, without a script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlencode

import msgspec
import pytest
from django.db.utils import OperationalError

from saqta.basis.days import day_in_kazakhstan
from saqta.basis.text import LANGUAGES
from saqta.care import queries
from saqta.care.actions import change_plan, clear_plan, file_plan, make_link, note_findings, withdraw_plan
from saqta.care.records import Anaesthetist, Complication, SessionReport, TreatedTooth
from saqta.care.sessions import finish_session, start_session
from saqta.channels.web.wording.consent import CONSENT_WORDS
from saqta.coverage.public import PublicBudgets
from saqta.journal.models import Entry, Read
from tests.channels.over_http import Reply, asked
from tests.databases.care_samples import (
    AGAIN,
    AT,
    BOOK,
    BY,
    CHILD,
    MOTHER,
    PLAN,
    START,
    decided,
    document,
    register_child_and_clinic,
)
from tests.databases.conftest import Register
from tests.databases.test_answers_over_http import GENEROUS, Server

NASTY = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
SOON = START - timedelta(minutes=5)
ANSWERS = dict.fromkeys(("why", "risks", "alternatives", "who", "answers"), "yes")
SIGNED = {"signer": MOTHER.signer, "child": MOTHER.child, "relation": "mother"}


class Parents:
    """Somebody with a link and a browser."""

    def __init__(self, served: Server, secret: str, language: str = "ru") -> None:
        self.served, self.secret, self.language = served, secret, language

    def get(self, page: str = "", **more: str) -> Reply:
        return asked(self.served.application, "GET", f"/{self.language}/consent/{self.secret}/{page}", **more)

    def send(self, page: str = "decide/", **fields: str) -> Reply:
        address = f"/{self.language}/consent/{self.secret}/{page}"
        media = "application/x-www-form-urlencoded"
        return asked(self.served.application, "POST", address, body=urlencode(fields).encode(), media=media)

    def seen(self) -> str:
        (mark,) = re.findall(r'name="seen" value="([0-9a-f]{64})"', self.get("decide/").text)
        return str(mark)

    def decide(self, decision: str, **changed: str) -> Reply:
        return self.send(**{"seen": self.seen(), "decision": decision, **ANSWERS, **SIGNED, **changed})


@pytest.fixture
def served(register: Register) -> Iterator[Server]:
    register_child_and_clinic()
    made = Server(register.home, PublicBudgets(*GENEROUS))
    made.at = AT
    yield made
    made.reads.close()
    made.budgets.close()


@pytest.fixture
def parents(served: Server) -> Parents:
    number = file_plan(document(), book=BOOK, by=BY, at=AT).number
    return Parents(served, make_link(number, by=BY, at=AT))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_all_that_the_signed_document_will_say(parents: Parents, language: str) -> None:
    parents.language = language
    page = parents.get()
    assert page.status == 200
    assert f'<html lang="{language}">' in page.text
    for section in queries.sheet(1, BOOK, inspections=(), at=AT).sections:
        told = (section.heading, *section.points, *(text for text in section.paragraphs if section.code != "clinic"))
        for text in told:
            assert _escaped(text.in_language(language)) in page.text  # type: ignore[arg-type]  # a Language
    assert page.text.count("<title>") == 1 + len({treated.tooth for treated in PLAN.teeth}) + 1


def test_inspections_that_nobody_told_of_read_as_no_data_and_never_as_passed(parents: Parents) -> None:
    page = parents.get().text
    (clinic,) = re.findall(r'<section class="consent-clinic">(.*?)</section>', page, re.DOTALL)
    assert "данных нет" in clinic
    assert "Это не значит" in clinic


def test_nothing_is_ticked_or_filled_in_beforehand_and_the_two_buttons_are_alike(parents: Parents) -> None:
    """UX-23"""
    page = parents.get("decide/").text
    main = page[page.index("<main") : page.index("</main>")]
    assert " checked" not in main
    assert set(re.findall(r'type="text"[^>]*? value="([^"]*)"', main)) == {""}
    agree, refuse = re.findall(r"<button name=\"decision\"(.*?)>", main)
    assert agree.replace("agree", "refuse") == refuse
    # The first button of the form is what the Enter key presses.
    assert main.index("<button disabled hidden>") < main.index('name="decision"')


@pytest.mark.parametrize("decision", ["agree", "refuse"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_parents_decide_and_take_the_document_home(parents: Parents, decision: str, language: str) -> None:
    """UX-24"""
    parents.language = language
    answer = parents.decide(decision)
    assert (answer.status, answer.headers["location"]) == (303, f"/{language}/consent/{parents.secret}/")
    (consent,) = queries.consents(1)
    assert (consent.decision, consent.language, consent.relation, consent.stands) == (
        decision,
        language,
        "mother",
        True,
    )
    page = parents.get().text
    said = CONSENT_WORDS["state_consented" if decision == "agree" else "state_refused"]
    assert said.in_language(language) in page  # type: ignore[arg-type]  # a Language
    assert consent.digest in page
    pdf = parents.get("document/")
    assert (pdf.headers["content-type"], pdf.body[:5]) == ("application/pdf", b"%PDF-")
    assert queries.consent_in(pdf.body) == consent
    assert Entry.objects.latest("number").by == "parent:plan-1"


def test_refusing_needs_no_answers_and_agreeing_needs_all_of_them(parents: Parents) -> None:
    """UX-23"""
    without = dict.fromkeys(ANSWERS, "")
    missing = parents.decide("agree", **without)
    assert missing.status == 422
    assert missing.text.count('class="error"') == len(ANSWERS)
    one_no = parents.decide("agree", risks="no")
    assert one_no.status == 422
    assert 'id="risks-error"' in one_no.text
    assert queries.consents(1) == ()
    assert parents.decide("refuse", **without).status == 303
    assert queries.plan(1).state == "refused"


def test_what_is_missing_is_told_at_its_place_and_what_was_typed_stays(parents: Parents) -> None:
    answer = parents.decide("agree", signer=" ", relation="")
    assert answer.status == 422
    assert 'id="signer-error"' in answer.text
    assert 'id="relation-error"' in answer.text
    assert f'value="{MOTHER.child}"' in answer.text
    assert queries.consents(1) == ()


def test_consent_is_taken_back_by_one_press_until_the_start(parents: Parents, served: Server) -> None:
    """UX-24"""
    parents.decide("agree")
    assert "/withdraw/" in parents.get().text
    note_findings(1, AGAIN, by=BY, at=SOON)
    clear_plan(1, book=BOOK, by=BY, at=SOON)
    served.at = SOON
    assert parents.send("withdraw/").status == 303
    assert queries.plan(1).state == "consent_withdrawn"
    assert "/withdraw/" not in parents.get().text
    parents.decide("agree")
    clear_plan(1, book=BOOK, by=BY, at=SOON)
    start_session(1, book=BOOK, by=BY, at=START)
    assert parents.send("withdraw/").status == 409
    assert parents.send(seen="", decision="refuse", **SIGNED).status == 200
    assert queries.plan(1).state == "started"
    assert parents.get("withdraw/").status == 405


def test_a_plan_that_changed_while_it_was_read_is_not_signed(parents: Parents) -> None:
    before = parents.seen()
    change_plan(1, msgspec.structs.replace(PLAN, minutes_planned=180), version=1, book=BOOK, by=BY, at=AT)
    answer = parents.decide("agree", seen=before)
    assert answer.status == 409
    assert "План тем временем изменился" in answer.text
    assert queries.consents(1) == ()


def test_an_earlier_consent_to_a_changed_plan_is_told_not_to_stand(parents: Parents) -> None:
    parents.decide("agree")
    change_plan(1, msgspec.structs.replace(PLAN, minutes_planned=180), version=1, book=BOOK, by=BY, at=AT)
    page = parents.get().text
    assert CONSENT_WORDS["earlier"].ru in page
    assert CONSENT_WORDS["state_filed"].ru in page


def test_after_the_session_the_parents_see_what_was_done_tooth_by_tooth(parents: Parents, served: Server) -> None:
    parents.decide("agree")
    note_findings(1, AGAIN, by=BY, at=SOON)
    clear_plan(1, book=BOOK, by=BY, at=SOON)
    start_session(1, book=BOOK, by=BY, at=START)
    served.at = START + timedelta(hours=2)
    assert CONSENT_WORDS["done_not_told"].ru in parents.get().text
    told = Complication("laryngospasm", START + timedelta(minutes=20), serious=True, words=NASTY)
    done = SessionReport((TreatedTooth(54, "extraction"), TreatedTooth(16, "filling")), 65, (told,))
    finish_session(1, done, by=BY, at=served.at)
    page = parents.get().text
    assert "Зуб 54: удаление." in page
    assert "<title>16: пломба</title>" in page
    assert "Наркоз длился минут: 65." in page
    assert "спазм гортани" in page
    assert CONSENT_WORDS["incident"].ru in page
    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_plan_given_up_asks_for_nothing(parents: Parents) -> None:
    withdraw_plan(1, reason="Ребёнок простудился", by=BY, at=AT)
    page = parents.get().text
    assert CONSENT_WORDS["state_plan_withdrawn"].ru in page
    assert "/decide/" not in page
    assert CONSENT_WORDS["state_plan_withdrawn"].ru in parents.get("decide/").text


@pytest.mark.parametrize("page", ["", "decide/", "document/"])
def test_nobody_keeps_a_page_and_nothing_in_its_address_or_title_tells_whose_it_is(parents: Parents, page: str) -> None:
    parents.decide("agree")
    reply = parents.get(page)
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["x-robots-tag"] == "noindex"
    assert reply.headers["content-security-policy"].startswith("default-src 'none'; ")
    assert "set-cookie" not in reply.headers
    assert len(parents.secret) == 22
    assert CHILD.digits.encode() not in reply.body
    for title in re.findall(rb"<title>(.*?)</title>", reply.body):
        assert not any(part.encode() in title for part in (MOTHER.signer, MOTHER.child))


@pytest.mark.parametrize("page", ["", "decide/", "document/"])
def test_a_link_that_is_none_tells_nothing_but_that(served: Server, page: str) -> None:
    replies = set()
    for secret in ("a" * 22, "a", "%00", "..", "ә".encode().decode("latin-1")):
        reply = Parents(served, secret).get(page)
        assert reply.status == 404
        (main,) = re.findall(r"<main.*</main>", reply.text, re.DOTALL)
        replies.add(main)
    assert len(replies) == 1


def test_what_clinics_and_parents_type_is_inert(served: Server) -> None:
    plan = msgspec.structs.replace(PLAN, indication=NASTY, anaesthetist=Anaesthetist(NASTY, "KZ-0001"))
    number = file_plan(document(plan), book=BOOK, by=BY, at=AT).number
    parents = Parents(served, make_link(number, by=BY, at=AT))
    pages = (parents.get(), parents.decide("agree", signer=NASTY, child=NASTY, relation=""))
    for page in pages:
        assert "<script>alert" not in page.text
        assert "<img" not in page.text
    assert parents.decide("agree", signer=NASTY, child=NASTY).status == 303
    assert "<script>alert" not in parents.get().text


def test_a_look_at_the_page_stands_in_the_list_of_the_child(parents: Parents) -> None:
    for _ in range(3):  # opened again and again, it is one look: the journal is not flooded
        parents.get()
    assert list(Read.objects.values_list("by", "purpose")) == [("parent:plan-1", "consent-page")]


def test_a_register_that_does_not_answer_is_told_as_that(parents: Parents, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> int:
        raise OperationalError("gone")

    monkeypatch.setattr(queries, "plan_behind", fails)
    reply = parents.get()
    assert reply.status == 503
    assert CONSENT_WORDS["unavailable"].ru in reply.text


def test_a_day_later_the_same_sheet_is_still_the_one_that_was_read(parents: Parents, served: Server) -> None:
    mark = parents.seen()
    served.at = AT + timedelta(hours=9)
    assert day_in_kazakhstan(served.at) > day_in_kazakhstan(AT)
    assert parents.seen() == mark
    assert decided(1, at=AT, seen=queries.sheet(1, BOOK, inspections=(), at=AT).mark).stands


def _escaped(text: str) -> str:
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(letter, entity)
    return text
