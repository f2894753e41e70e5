"""A supervisor sees looks that stand out, asks, and notes what came of it; every look is in the person's own list."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from saqta.access.actions import add_staff_member
from saqta.access.models import LookOutcome, StaffMember, Tie
from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.access.records import staff_member
from saqta.access.unusual import Flag
from saqta.access.watching import changed_entries, declare_tie, note_outcome
from saqta.basis.identifiers import Iin
from saqta.coverage.demo import PEOPLE
from saqta.journal.models import Entry
from saqta.journal.queries import looks_at
from saqta.registry.queries import find_person
from tests.channels.command_line import saqta
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages, demo_pages
from tests.databases.tampering import tamper
from tests.databases.test_answers_over_http import AT


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    yield (made := demo_pages(register, AT))
    made.close()


def add(role: Role) -> UUID:
    return add_staff_member(name="А", role=role, system_user=None, by="test", at=AT)


def look(browser: Worker, number: str) -> None:
    browser.open("/desk/en/people/")
    assert browser.send("/desk/en/people/", iin=number, purpose="own-call").status == 200


def test_whoever_looks_at_many_at_once_or_at_themselves_is_asked_and_the_outcome_stays(desk: WorkingPages) -> None:
    adviser, supervisor = desk.worker(Role.ADVISER, name="Жанна"), desk.worker(Role.SUPERVISOR, name="Бақыт")
    adviser.open("/desk/en/ties/")
    assert adviser.send("/desk/en/ties/", iin=PEOPLE[1].number, kind="own").status == 200
    assert adviser.send("/desk/en/ties/", iin=PEOPLE[2].number, kind="own").status == 422, "one is oneself"
    assert PEOPLE[1].number not in adviser.page.text
    for person in PEOPLE[:4]:
        look(adviser, person.number)
    supervisor.open("/desk/en/looks/")
    assert "Looked at their own data: 1 times" in supervisor.text
    assert "People looked at within a minute: 4" in supervisor.text
    assert not any(person.number in supervisor.page.text for person in PEOPLE)
    flag = re.findall(r'name="flag" value="([0-9a-f]{64})"', supervisor.page.text)[0]
    assert supervisor.send("/desk/en/looks/", flag=flag, outcome="work", words=" ").status == 422
    assert supervisor.send("/desk/en/looks/", flag=flag, outcome="warned", words="trained on real people").status == 200
    assert "trained on real people" in supervisor.text


def test_nobody_settles_what_is_about_their_own_looks(desk: WorkingPages) -> None:
    supervisor = desk.worker(Role.SUPERVISOR)
    for person in PEOPLE[:4]:
        look(supervisor, person.number)
    supervisor.open("/desk/en/looks/")
    assert "another supervisor writes it down" in supervisor.text
    with pytest.raises(IntegrityError), transaction.atomic():
        LookOutcome.objects.create(
            recorded_id=Entry.objects.latest("number").number,
            flag="x", about=supervisor.by, outcome="work", words="x", noted_by=supervisor.by, noted_at=AT,
        )  # fmt: skip


FORGERIES = {
    "a tie with somebody else": ("UPDATE access_tie SET person = member_id", "declare-tie"),
    "a tie of another kind": ("UPDATE access_tie SET kind = 'relative'", "declare-tie"),
    "a forgotten tie": ("DELETE FROM access_tie", "declare-tie"),
    "another outcome": ("UPDATE access_lookoutcome SET outcome = 'work'", "note-look-outcome"),
    "an outcome about somebody else": ("UPDATE access_lookoutcome SET about = 'staff:x'", "note-look-outcome"),
    "an outcome by somebody else": ("UPDATE access_lookoutcome SET noted_by = 'staff:x'", "note-look-outcome"),
    "another moment": ("UPDATE access_lookoutcome SET noted_at = '2020-01-01 00:00:00'", "note-look-outcome"),
    "a forgotten outcome": ("DELETE FROM access_lookoutcome", "note-look-outcome"),
}


@pytest.mark.parametrize(("forgery", "verb"), FORGERIES.values(), ids=FORGERIES)
def test_a_tie_or_an_outcome_rewritten_behind_the_journal_is_found(register: Register, forgery: str, verb: str) -> None:
    adviser, supervisor = staff_member(add(Role.ADVISER)), staff_member(add(Role.SUPERVISOR))
    declare_tie(uuid4(), "own", by=adviser, at=AT)
    note_outcome(Flag(adviser, AT.date(), "own", 1, ""), "warned", words="looked at himself", by=supervisor, at=AT)
    assert list(changed_entries()) == []
    tamper(forgery)
    assert list(changed_entries()) == [Entry.objects.get(verb=verb).number]


def test_a_tie_that_nobody_declared_is_found(register: Register) -> None:
    member = StaffMember.objects.get(id=add(Role.ADVISER))
    assert saqta("verify", "--json").document["sound"]
    Tie.objects.create(member=member, person=uuid4(), kind="own", recorded=member.recorded)
    found = saqta("verify", "--json").document["findings"]
    assert found == [{"what": "watching", "number": member.recorded_id}]


@pytest.mark.parametrize("role", STAFF)
def test_only_supervisors_watch(desk: WorkingPages, role: Role) -> None:
    browser = desk.worker(role, facility=a_facility() if role is Role.CLINIC_DOCTOR else None)
    assert browser.open("/desk/en/looks/").status == (200 if Permission.WATCH_LOOKS in PERMISSIONS[role] else 403)


def test_every_look_is_in_the_persons_own_list_within_five_seconds(desk: WorkingPages) -> None:
    clerk, person = desk.worker(Role.CLERK), find_person(Iin.parse(PEOPLE[-1].number))
    assert person is not None
    for path, fields in {
        "people/": {"iin": PEOPLE[-1].number, "purpose": "complaint"},
        f"corrections/of/{person.id}/": {"kind": "held", "code": "pensioner", "start": "2020-02-01", "reason": "x"},
    }.items():
        before = len(list(looks_at(person.id)))
        clerk.open(f"/desk/en/{path}")
        assert clerk.send_all(f"/desk/en/{path}", list(fields.items())).status == 200
        answered = time.monotonic()
        found = list(looks_at(person.id))
        assert time.monotonic() - answered < 5
        assert len(found) > before, path
        assert found[0].by == clerk.by
