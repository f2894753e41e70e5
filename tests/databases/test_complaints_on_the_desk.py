"""A complaint by telephone: it begins with the clinic, gets a number and a day, and waits for those who inspect."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.identifiers import Iin
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.journal.queries import damage, looks_at
from saqta.law.book import load
from saqta.oversight.models import Complaint, ComplaintAccount
from saqta.oversight.records import LONGEST_ACCOUNT
from saqta.oversight.verify import changed_entries
from saqta.registry.queries import find_person
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages
from tests.databases.tampering import tamper

AT = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
STORY = "On 18 February my son had three teeth out under anaesthesia and nobody asked for our consent."


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    yield (made := WorkingPages(register, AT))
    made.close()


def complain(browser: Worker, **fields: str) -> int:
    address = f"/desk/en/complaints/about/{a_facility()}/"
    told = {"topic": "anaesthesia", "words": STORY, "contact": "Айгүл, +7 701 000 00 00", **fields}
    browser.open(address)
    return browser.send_all(address, list(told.items())).status


def test_a_complaint_begins_with_the_clinic_and_ends_with_a_number_and_a_day(desk: WorkingPages) -> None:
    adviser, inspector = desk.worker(Role.ADVISER), desk.worker(Role.INSPECTOR, region="75")
    a_facility()
    adviser.open(f"/desk/en/complaints/?words={quote('ақ тіс')}")
    (card,) = re.findall(r'href="(/desk/en/complaints/about/[^"]+)"', adviser.page.text)
    adviser.open(card)
    assert "Ақ тіс" in adviser.text
    adviser.send(card, topic="anaesthesia", words=STORY, contact="Айгүл, +7 701 000 00 00")
    found = Complaint.objects.get()
    assert f"Tell the caller its number: {found.reference}" in adviser.text
    assert "Committee of Medical and Pharmaceutical Control: Almaty" in adviser.text
    assert "16 March 2026: the term of 15 working days is general knowledge" in adviser.text.replace("\xa0", " ")
    inspector.open("/desk/en/inspections/inbox/")
    assert found.reference in inspector.text
    inspector.open(f"/desk/en/complaints/{found.id}/")
    assert "nobody asked for our consent" in inspector.text


@pytest.mark.parametrize("words", ["", "bad clinic", " " * 40])
def test_a_complaint_may_be_without_a_name_and_never_without_a_content(desk: WorkingPages, words: str) -> None:
    adviser = desk.worker(Role.ADVISER)
    assert complain(adviser, words=words, contact="") == 422
    assert not Complaint.objects.exists()
    assert complain(adviser, contact="") == 200
    assert Complaint.objects.get().anonymous
    assert "anonymous" in adviser.text


def test_a_long_complaint_can_be_typed_to_its_end(desk: WorkingPages) -> None:
    adviser = desk.worker(Role.ADVISER)
    assert complain(adviser, words=STORY + "." * LONGEST_ACCOUNT) == 422
    assert f'name="words" maxlength="{LONGEST_ACCOUNT}"' in adviser.page.text
    assert complain(adviser, words=STORY.ljust(LONGEST_ACCOUNT, ".")) == 200


def test_a_form_that_is_sent_twice_is_one_complaint(desk: WorkingPages) -> None:
    adviser, address = desk.worker(Role.ADVISER), f"/desk/en/complaints/about/{a_facility()}/"
    adviser.open(address)
    (key,) = re.findall(r'name="key" value="([^"]+)"', adviser.page.text)
    assert complain(adviser, key=key) == complain(adviser, key=key) == 200
    assert f"number: {Complaint.objects.get().reference}" in adviser.text
    adviser.open(address)
    assert key not in adviser.page.text  # another form is another complaint, even in the same words
    assert complain(adviser, key=key, words=f"{STORY} He is in pain.") == 200
    assert Complaint.objects.count() == 2


def test_money_asked_for_what_is_free_goes_to_the_fund(desk: WorkingPages) -> None:
    adviser = desk.worker(Role.ADVISER)
    complain(adviser, topic="payment")
    assert "the branch of the Social Health Insurance Fund: Almaty" in adviser.text


def test_what_was_told_is_encrypted_sealed_and_in_the_list_of_whoever_was_harmed(
    desk: WorkingPages, register: Register
) -> None:
    make_demo(register.home, AT.date(), load(), at=AT)
    adviser, inspector = desk.worker(Role.ADVISER), desk.worker(Role.INSPECTOR)
    assert complain(adviser, iin="850520499991") == 422
    assert complain(adviser, iin=PEOPLE[5].number) == 200
    assert PEOPLE[5].number not in adviser.page.text
    assert b"consent" not in bytes(ComplaintAccount.objects.get().sealed)
    inspector.open(f"/desk/en/complaints/{Complaint.objects.get().id}/")
    child = find_person(Iin.parse(PEOPLE[5].number))
    assert child is not None
    told = [(read.by, read.purpose) for read in looks_at(child.id)]
    assert (adviser.by, "complaint:take") in told
    assert (inspector.by, "complaint:look") in told
    assert (list(damage()), list(changed_entries())) == ([], [])
    tamper("UPDATE oversight_complaintaccount SET person_id = NULL")
    assert list(changed_entries()) == [Complaint.objects.get().recorded_id]


@pytest.mark.parametrize("role", STAFF)
def test_who_takes_complaints_and_who_reads_them(desk: WorkingPages, role: Role) -> None:
    complain(desk.worker(Role.ADVISER))
    found = Complaint.objects.get()
    browser = desk.worker(role, facility=a_facility() if role is Role.CLINIC_DOCTOR else None)
    takes = Permission.RECORD_COMPLAINTS in PERMISSIONS[role]
    inspects = Permission.READ_INSPECTIONS in PERMISSIONS[role]
    assert browser.open("/desk/en/complaints/").status == (200 if takes else 403)
    assert complain(browser) == (200 if takes else 403)
    assert browser.open(f"/desk/en/complaints/{found.id}/").status == (200 if takes or inspects else 403)
    assert browser.open("/desk/en/inspections/inbox/").status == (200 if inspects else 403)


def test_a_clinic_of_another_region_is_not_there(desk: WorkingPages) -> None:
    complain(desk.worker(Role.ADVISER))
    found = Complaint.objects.get()
    elsewhere = desk.worker(Role.HEAD_OF_INSPECTION, region="79")
    for path in (f"complaints/about/{found.facility_id}/", f"complaints/{found.id}/"):
        assert elsewhere.open(f"/desk/en/{path}").status == 404
    assert found.reference not in elsewhere.open("/desk/en/inspections/inbox/").text
