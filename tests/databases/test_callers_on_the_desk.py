"""The line 1406: the same answer as everywhere, to read aloud, and every look in the caller's own list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.identifiers import Iin
from saqta.basis.text import LANGUAGES
from saqta.channels.desk.scripts import every_script
from saqta.coverage.demo import PEOPLE
from saqta.journal.models import Read
from saqta.journal.queries import looks_at
from saqta.law.book import load
from saqta.registry.queries import find_person
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages, demo_pages
from tests.databases.test_answers_over_http import AT
from tests.rooms.ledger.payment_samples import invented_iin

EMPLOYEE, NEVER_PAID = PEOPLE[0].number, PEOPLE[-1].number
UNKNOWN = invented_iin(77, date(1993, 4, 12))
SLOWEST_READER = 130
"""Words a minute: somebody who reads to a caller for forty seconds gets through two thirds of them."""


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    yield (made := demo_pages(register, AT))
    made.close()


def ask(browser: Worker, iin: str, language: str = "en", **fields: str) -> int:
    path = f"/desk/{language}/people/"
    browser.open(path)
    return browser.send(path, iin=iin, **{"purpose": "own-call", **fields}).status


def test_a_caller_is_told_what_everybody_is_told_in_less_than_forty_seconds(desk: WorkingPages) -> None:
    """UX-45, UX-46"""
    adviser = desk.worker(Role.ADVISER)
    said = {"yes": "Insured", "no": "Not insured", "depends": "Not enough is known", "undetermined": "Cannot be told"}
    for person in PEOPLE:
        assert ask(adviser, person.number) == 200
        public = desk.served.status(person.number).document
        assert f">{said[public['verdict']]}</h2>" in adviser.page.text
        assert adviser.page.text.count('<dd class="good">paid') == sum(month["paid"] for month in public["months"])
        assert all(" ".join(public["says"][spoken].split()) in adviser.text for spoken in ("ru", "kk"))
        for text in re.findall(r'class="reads" lang="(?:ru|kk)">([^<]+)<', adviser.page.text):
            assert len(text.split()) <= SLOWEST_READER * 40 // 60, text


def test_what_callers_ask_most_is_read_in_less_than_forty_seconds_and_rests_on_the_law(desk: WorkingPages) -> None:
    adviser, law = desk.worker(Role.ADVISER), load().on(AT.date())
    adviser.open("/desk/en/")
    assert 'href="/desk/en/scripts/"' in adviser.page.text
    adviser.open("/desk/kk/scripts/")
    read = re.findall(r'class="reads" lang="(ru|kk)">([^<]+)<', adviser.page.text)
    assert len(read) == 2 * len(every_script()) >= 12
    for _, text in read:
        assert 30 <= len(text.split()) <= SLOWEST_READER * 40 // 60, text
    for script in every_script():
        assert f'id="{script.key}"' in adviser.page.text
        assert all(law.cite(reference).url for reference in script.cites)


def test_nobody_looks_without_a_purpose_and_every_look_is_in_the_persons_list(desk: WorkingPages) -> None:
    """UX-45"""
    adviser, person = desk.worker(Role.ADVISER), find_person(Iin.parse(EMPLOYEE))
    assert person is not None
    for purpose in ("", "curiosity"):
        assert ask(adviser, EMPLOYEE, purpose=purpose) == 422
        assert 'id="answer"' not in adviser.page.text
    assert not Read.objects.exists()
    assert ask(adviser, EMPLOYEE, purpose="child-call") == 200
    assert [(read.by, read.purpose) for read in looks_at(person.id)] == [(adviser.by, "1406:child-call")]


def test_the_number_stays_masked_until_a_reason_is_given_and_kept(desk: WorkingPages) -> None:
    """UX-45"""
    adviser, person = desk.worker(Role.ADVISER), find_person(Iin.parse(EMPLOYEE))
    assert person is not None
    ask(adviser, EMPLOYEE)
    assert EMPLOYEE not in adviser.page.text
    assert f"••••••••{EMPLOYEE[-4:]}" in adviser.text
    assert ask(adviser, EMPLOYEE, reason="because") == 422
    assert EMPLOYEE not in adviser.page.text
    ask(adviser, EMPLOYEE, reason="compare-document")
    assert EMPLOYEE in adviser.page.text
    assert "1406:number:compare-document" in {read.purpose for read in looks_at(person.id)}


def test_a_number_that_nobody_knows_is_told_as_such_and_the_look_is_kept(desk: WorkingPages) -> None:
    adviser = desk.worker(Role.ADVISER)
    assert ask(adviser, UNKNOWN) == 200
    assert "does not know this person" in adviser.text
    assert Read.objects.get().person is None
    assert ask(adviser, "12345") == 422
    assert "12345" not in adviser.page.text


def test_only_those_who_answer_callers_look(desk: WorkingPages) -> None:
    for role in STAFF:
        browser = desk.worker(role, facility=a_facility() if role is Role.CLINIC_DOCTOR else None)
        before = Read.objects.count()
        looks = Permission.READ_A_PERSON in PERMISSIONS[role]
        assert ask(browser, NEVER_PAID) == (200 if looks else 403), role
        assert Read.objects.count() - before == looks


def test_the_operator_reads_their_own_language_and_the_caller_theirs(desk: WorkingPages) -> None:
    adviser = desk.worker(Role.ADVISER)
    for language in LANGUAGES:
        assert ask(adviser, EMPLOYEE, language) == 200
        assert f'<html lang="{language}">' in adviser.page.text
        for spoken in ("ru", "kk"):
            assert adviser.page.text.count(f'class="reads" lang="{spoken}"') == 1
