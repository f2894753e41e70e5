"""A supervisor sees looks that stand out, asks, and notes what came of it; every look is in the person's own list."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, transaction

from saqta.access.models import LookOutcome
from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.identifiers import Iin
from saqta.coverage.demo import PEOPLE, make_demo
from saqta.journal.models import Entry
from saqta.journal.queries import reads_of
from saqta.law.book import load
from saqta.registry.queries import find_person
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import Worker, WorkingPages
from tests.databases.test_answers_over_http import AT

STAFF = [role for role in Role if role not in (Role.OPERATOR, Role.ADMINISTRATOR)]


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    make_demo(register.home, AT.date(), load(), at=AT)
    made = WorkingPages(register, AT)
    made.served.follow()
    yield made
    made.close()


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
        before = len(list(reads_of(person.id)))
        clerk.open(f"/desk/en/{path}")
        assert clerk.send_all(f"/desk/en/{path}", list(fields.items())).status == 200
        answered = time.monotonic()
        found = list(reads_of(person.id))
        assert time.monotonic() - answered < 5
        assert len(found) > before, path
        assert found[0].by == clerk.by
