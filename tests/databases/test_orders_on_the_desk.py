"""A dead letter is seen by those who look after orders, with its reason; it is put back or ended with an explanation,
and both are in the journal."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.basis.text import LANGUAGES
from saqta.channels.cli.orders_arguments import orders_arguments
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.orders.actions import Wanted
from saqta.orders.queries import changed_entries, order, waiting_orders
from saqta.orders.signing import Signing
from saqta.orders.states import EXPLANATIONS, REASON_TEXTS
from saqta.orders.terms import PATIENCE
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import Worker, WorkingPages
from tests.databases.ordering import AT, MINUTE, place, settle, somebody, worker

pytestmark = pytest.mark.parametrize("register", ["sqlite"], indirect=True)  # the queries are in test_orders, on both
LATER = AT + PATIENCE


def no_time() -> Signing:
    raise ConnectionError("the authority of time does not answer")


@pytest.fixture
def dead_letter(register: Register) -> UUID:
    number = place(settle(somebody())).order.id
    worker(no_time).work(AT)
    worker(no_time).work(LATER)
    return number


@pytest.fixture
def desk(register: Register, dead_letter: UUID) -> Iterator[WorkingPages]:
    made = WorkingPages(register, LATER)
    yield made
    made.close()


def stands(number: UUID) -> tuple[str, str]:
    found = order(number)
    assert found is not None
    return found.steps[-1].state, found.steps[-1].reason


def opened(desk: WorkingPages, role: Role, language: str = "en") -> Worker:
    facility = a_facility() if role is Role.CLINIC_DOCTOR else None
    somebody_there = desk.worker(role, facility=facility)
    somebody_there.open(f"/desk/{language}/orders/")
    return somebody_there


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_dead_letter_is_seen_with_its_reason_and_names_nobody(
    desk: WorkingPages, dead_letter: UUID, language: str
) -> None:
    clerk = opened(desk, Role.CLERK, language)
    says = {"ru": "за сутки не удалось ответить", "kk": "бір тәулікте жауап берілмеді", "en": "could not be answered"}
    assert str(dead_letter) in clerk.text
    assert says[language] in clerk.text
    assert "ConnectionError" in clerk.text
    for personal in (somebody().digits, str(order(dead_letter).person)):  # type: ignore[union-attr]  # it is there
        assert personal not in clerk.page.text


def test_whoever_looks_after_orders_sees_how_many_wait_and_since_when(desk: WorkingPages) -> None:
    place(settle(somebody(9)), "not-consented", Wanted(), at=LATER - 90 * MINUTE)
    place(settle(somebody(10)), "just-now-1", at=LATER - 2 * MINUTE)
    worker(no_time).work(LATER)
    auditor = opened(desk, Role.AUDITOR)
    figures = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", auditor.page.text.partition("</section>")[0]))
    assert figures == {
        "Wait for an answer": "2", "The oldest has waited": "90 min", "of these, for the person to consent": "1",
        "of these late, and the person was told": "1", "Set aside for the staff": "1", "Notifications under way": "0",
    }  # fmt: skip
    assert waiting_orders().oldest == LATER - 90 * MINUTE


def test_putting_back_and_ending_are_two_steps_and_each_is_in_the_journal(
    desk: WorkingPages, dead_letter: UUID
) -> None:
    clerk = opened(desk, Role.CLERK)
    clerk.send(f"/desk/en/orders/{dead_letter}/put-back/")
    assert stands(dead_letter) == ("checking", "put-back")
    assert Entry.objects.order_by("-number").values_list("verb", "by")[0] == ("order-checking", clerk.by)
    worker(no_time).work(LATER + timedelta(hours=1) + PATIENCE)
    worker(no_time).work(LATER + timedelta(hours=2) + PATIENCE)
    assert stands(dead_letter) == ("failed", "given-up")
    clerk.open("/desk/en/orders/")
    assert clerk.send(f"/desk/en/orders/{dead_letter}/close/", explanation="our-fault").status == 200
    assert stands(dead_letter) == ("closed", "our-fault")
    assert Entry.objects.order_by("-number").values_list("verb", "by")[0] == ("order-closed", clerk.by)
    assert "No order was set aside" in clerk.text
    assert list(damage()) == []
    assert list(changed_entries()) == []


def test_nothing_is_ended_without_an_explanation_from_the_list_and_nothing_ends_twice(
    desk: WorkingPages, dead_letter: UUID
) -> None:
    clerk = opened(desk, Role.CLERK)
    for explanation in ("", "because", "given-up"):
        assert clerk.send(f"/desk/en/orders/{dead_letter}/close/", explanation=explanation).status == 422
    assert stands(dead_letter) == ("failed", "given-up")
    clerk.send(f"/desk/en/orders/{dead_letter}/close/", explanation="data-contradict")
    for path in ("put-back", "close"):
        assert clerk.send(f"/desk/en/orders/{dead_letter}/{path}/", explanation="our-fault").status == 422
        assert clerk.send(f"/desk/en/orders/{uuid4()}/{path}/", explanation="our-fault").status == 422
    assert stands(dead_letter) == ("closed", "data-contradict")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.OPERATOR, Role.ADMINISTRATOR)])
def test_only_those_who_may_see_the_queue_and_fewer_decide(desk: WorkingPages, dead_letter: UUID, role: Role) -> None:
    browser = opened(desk, role)
    reads, keeps = (each in PERMISSIONS[role] for each in (Permission.READ_ORDERS, Permission.KEEP_ORDERS))
    assert browser.page.status == (200 if reads else 403)
    assert ("Put back to work" in browser.text) is keeps
    for path in ("close", "put-back"):
        browser.open("/desk/en/")
        status = browser.send(f"/desk/en/orders/{dead_letter}/{path}/", explanation="our-fault").status
        assert (status != 403) is keeps
    assert (stands(dead_letter)[0] == "failed") is not keeps


def test_the_person_reads_why_an_order_ended(desk: WorkingPages, dead_letter: UUID) -> None:
    clerk = opened(desk, Role.CLERK)
    clerk.send(f"/desk/en/orders/{dead_letter}/close/", explanation="answered-elsewhere")
    found = order(dead_letter)
    assert found is not None
    assert found.stands(LATER + PATIENCE) == ("closed", "answered-elsewhere")
    assert "1414" in REASON_TEXTS["our-fault"].kk


def test_the_command_line_offers_the_same_explanations(register: Register) -> None:
    commands = orders_arguments(ArgumentParser().add_subparsers())
    (offered,) = (one.choices for command in commands for one in command._actions if one.dest == "explanation")
    assert offered == EXPLANATIONS
