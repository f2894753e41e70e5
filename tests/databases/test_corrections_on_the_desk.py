"""Somebody of an exempt category is shown as not insured: from the call to a temporary status, by two people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest

from saqta.access.models import Attempt
from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.identifiers import Iin
from saqta.basis.text import LANGUAGES
from saqta.corrections.models import Correction, Proof
from saqta.corrections.queries import corrections_of, waiting_corrections
from saqta.corrections.records import LARGEST_PROOF
from saqta.coverage.actions import follow_journal
from saqta.coverage.demo import PEOPLE
from saqta.journal.queries import looks_at
from saqta.law.book import load
from saqta.registry.queries import find_person
from tests.databases.clinic_samples import BIN, a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages, demo_pages
from tests.databases.test_answers_over_http import AT

NEVER_PAID = PEOPLE[-1].number
PAPER = b"\x89PNG\r\n\x1a\n<script>alert(1)</script>"


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    yield (made := demo_pages(register, AT))
    made.close()


def person() -> UUID:
    found = find_person(Iin.parse(NEVER_PAID))
    assert found is not None
    return found.id


def ask(browser: Worker) -> int:
    browser.open("/desk/en/people/")
    return browser.send("/desk/en/people/", iin=NEVER_PAID, purpose="own-call").status


def propose(browser: Worker, kind: str = "temporary", file: bytes = PAPER, **fields: str) -> int:
    address = f"/desk/en/corrections/of/{person()}/"
    browser.open(address)
    told = {"kind": kind, "reason": "showed a pension certificate", **fields}
    if kind == "temporary":
        told.setdefault("code", "pensioner")
        return browser.upload(address, file, **told).status
    return browser.send(address, **told).status


def settle(browser: Worker, number: int, outcome: str = "approved") -> int:
    address = f"/desk/en/corrections/{number}/"
    browser.open(address)
    return browser.send(address, outcome=outcome, reason="compared with the paper").status


def waiting() -> int:
    return next(waiting_corrections()).number


def test_a_pensioner_shown_as_not_insured_leaves_the_call_with_a_number_and_is_insured_after_the_second_word(
    desk: WorkingPages,
) -> None:
    adviser, supervisor = desk.worker(Role.ADVISER), desk.worker(Role.SUPERVISOR)
    assert ask(adviser) == 200
    assert "Not insured" in adviser.text
    (mend,) = re.findall(r'href="(/desk/en/corrections/of/[^"]+)"', adviser.page.text)
    adviser.open(mend)
    assert "taken on a document for 1 month" in adviser.text
    assert propose(adviser) == 200
    number = waiting()
    assert f"Proposed under the number {number}" in adviser.text
    supervisor.open("/desk/en/corrections/")
    supervisor.open(f"/desk/en/corrections/{number}/")
    assert "If approved Insured" in supervisor.text, "nobody approves in the dark"
    assert settle(supervisor, number) == 200
    assert "We have seen no article about taking documents in this way" in supervisor.text
    follow_journal(load())
    assert ask(adviser) == 200
    assert ">Insured</h2>" in adviser.page.text
    assert f"correction No {number}" in adviser.text, "the answer says on what it rests"


def test_one_person_does_not_do_both_and_the_page_says_so(desk: WorkingPages) -> None:
    clerk = desk.worker(Role.CLERK)
    propose(clerk)
    number = waiting()
    clerk.open(f"/desk/en/corrections/{number}/")
    assert "another member of the staff settles it" in clerk.text
    assert clerk.send(f"/desk/en/corrections/{number}/", outcome="approved", reason="x").status == 422
    assert waiting() == number
    other = desk.worker(Role.CLERK)
    assert settle(other, number, "declined") == 200
    assert not list(waiting_corrections())


def test_the_document_is_sent_to_be_kept_and_no_browser_runs_it(desk: WorkingPages) -> None:
    adviser, supervisor = desk.worker(Role.ADVISER), desk.worker(Role.SUPERVISOR)
    propose(adviser)
    address = f"/desk/en/corrections/{waiting()}/proof/"
    got = supervisor.open(address)
    assert got.body == PAPER
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith("attachment;")
    assert got.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in got.headers["content-security-policy"]
    assert ".exe" not in str(got.headers), "the name that the sender gave is not kept"
    assert adviser.open(address).status == 403


@pytest.mark.parametrize("file", [b"", b"<html>", b"%PDF-".ljust(LARGEST_PROOF + 3, b"0")])
def test_what_is_no_document_is_refused_beside_what_was_typed(desk: WorkingPages, file: bytes) -> None:
    adviser = desk.worker(Role.ADVISER)
    assert propose(adviser, file=file) == 422
    assert "showed a pension certificate" in adviser.text
    assert not Proof.objects.exists()


def test_every_kind_is_proposed_from_its_own_form(desk: WorkingPages) -> None:
    a_facility()
    clerk, other = desk.worker(Role.CLERK), desk.worker(Role.CLERK)
    assert propose(clerk, "held", code="pensioner", start="2023-05-01") == 200, clerk.text
    settle(other, waiting())
    held = "pensioner|2023-05-01|correction"
    assert propose(clerk, "ended", membership=held, until="2024-01-01") == 200, clerk.text
    settle(other, waiting())
    assert "its next file will say the same again" in other.text
    assert propose(clerk, "never-held", membership=held) == 200, clerk.text
    settle(other, waiting())
    assert propose(clerk, "attached", bin=BIN.digits, start="2024-01-01") == 200, clerk.text
    settle(other, waiting())
    assert propose(clerk, "wrong-receipt", month="2024-01", wrong="paid-twice") == 200, clerk.text
    settle(other, waiting())
    assert "The State Corporation answers within 15 working days" in other.text
    assert {one.decision and one.decision.outcome for one in corrections_of(person())} == {"approved"}
    assert [one.kind for one in corrections_of(person())] == [
        "wrong-receipt", "attached", "never-held", "ended", "held",
    ]  # fmt: skip


def test_every_look_and_every_step_is_in_the_persons_list(desk: WorkingPages) -> None:
    adviser, supervisor = desk.worker(Role.ADVISER), desk.worker(Role.SUPERVISOR)
    propose(adviser)
    number = waiting()
    supervisor.open(f"/desk/en/corrections/{number}/")
    supervisor.open(f"/desk/en/corrections/{number}/proof/")
    told = {(read.by, read.purpose) for read in looks_at(person())}
    assert told >= {
        (adviser.by, "correction:propose"),
        (supervisor.by, "correction:look"),
        (supervisor.by, "correction:proof"),
    }


def test_nobody_of_another_region_looks_proposes_or_settles_and_the_attempt_is_kept(desk: WorkingPages) -> None:
    here, elsewhere = desk.worker(Role.ADVISER, region="75"), desk.worker(Role.CLERK, region="79")
    assert ask(here) == 200
    propose(here)
    address = f"/desk/en/corrections/{waiting()}/"
    before = len(list(looks_at(person())))
    assert ask(elsewhere) == 403
    assert "not of your region" in elsewhere.text
    for path in (address, f"{address}proof/", f"/desk/en/corrections/of/{person()}/"):
        assert elsewhere.open(path).status == 404
    assert address not in elsewhere.open("/desk/en/corrections/").text
    assert len(list(looks_at(person()))) == before, "nothing was shown"
    told = Attempt.objects.filter(outcome="not-permitted").values_list("permission", flat=True)
    assert sorted(told) == ["decide-corrections", "propose-corrections", "read-a-person", "read-a-person"]


@pytest.mark.parametrize("role", STAFF)
def test_each_page_is_open_to_those_who_may_and_to_nobody_else(desk: WorkingPages, role: Role) -> None:
    proposer = desk.worker(Role.ADVISER)
    propose(proposer)
    number = waiting()
    browser = desk.worker(role, facility=a_facility() if role is Role.CLINIC_DOCTOR else None)
    pages = {
        f"/desk/en/corrections/of/{person()}/": Permission.PROPOSE_CORRECTIONS,
        "/desk/en/corrections/": Permission.DECIDE_CORRECTIONS,
        f"/desk/en/corrections/{number}/": Permission.READ_A_PERSON,
        f"/desk/en/corrections/{number}/proof/": Permission.DECIDE_CORRECTIONS,
    }
    for path, permission in pages.items():
        assert browser.open(path).status == (200 if permission in PERMISSIONS[role] else 403), (role, path)
    may = Permission.DECIDE_CORRECTIONS in PERMISSIONS[role]
    reads = Permission.READ_A_PERSON in PERMISSIONS[role]
    assert settle(browser, number, "declined") == (200 if may else 403), (role, reads)
    assert (Correction.objects.filter(decision=None).count() == 0) is may


def test_the_pages_speak_three_languages(desk: WorkingPages) -> None:
    clerk = desk.worker(Role.CLERK)
    propose(desk.worker(Role.ADVISER))
    desk.served.at += timedelta(minutes=1)
    for language in LANGUAGES:
        for path in (f"corrections/of/{person()}/", "corrections/", f"corrections/{waiting()}/"):
            assert clerk.open(f"/desk/{language}/{path}").status == 200
            assert f'<html lang="{language}">' in clerk.page.text
