"""Who acts, and what the journal says of it."""

from __future__ import annotations

import os
import pwd
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from saqta.access.actions import add_staff_member, disable_staff_member
from saqta.access.permissions import Permission, Role
from saqta.access.queries import acting, staff
from saqta.access.records import staff_member
from saqta.basis.refusal import Refused
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from tests.channels.command_line import saqta
from tests.databases.conftest import Register
from tests.rooms.ledger.payment_samples import invented_iin

AT = datetime(2025, 10, 3, 9, 0, tzinfo=UTC)
ADULT = invented_iin(7, date(1985, 5, 20))
USER = pwd.getpwuid(os.getuid()).pw_name


def refusal_of(user: str, permission: Permission) -> str:
    with pytest.raises(Refused) as refusal:
        acting(user, permission)
    return refusal.value.faults[0].code


def test_a_user_who_is_nobody_on_the_staff_acts_under_the_systems_own_name(register: Register) -> None:
    assert acting("ulpan", Permission.TAKE_IN_FEEDS) == "system-user:ulpan"


def test_somebody_on_the_staff_does_what_the_role_permits_and_nothing_once_disabled(register: Register) -> None:
    who = add_staff_member(name="Ұлпан", role=Role.OPERATOR, system_user="ulpan", by="test", at=AT)
    assert acting("ulpan", Permission.TAKE_IN_FEEDS) == staff_member(who)
    assert refusal_of("ulpan", Permission.KEEP_STAFF) == "not-permitted"
    disable_staff_member(who, by="test", at=AT)
    assert refusal_of("ulpan", Permission.TAKE_IN_FEEDS) == "staff-disabled"
    again = add_staff_member(name="Ұлпан", role=Role.ADVISER, system_user="ulpan", by="test", at=AT)
    assert acting("ulpan", Permission.READ_A_PERSON) == staff_member(again)
    assert [(member.role, member.disabled) for member in staff()] == [(Role.OPERATOR, True), (Role.ADVISER, False)]


def test_every_change_of_the_staff_is_in_the_journal_without_a_name(register: Register) -> None:
    who = add_staff_member(name="Ұлпан", role=Role.OPERATOR, system_user="ulpan", by="test", at=AT)
    disable_staff_member(who, by="test", at=AT)
    assert [entry.verb for entry in Entry.objects.order_by("number")] == ["add-staff-member", "disable-staff-member"]
    assert not list(damage())
    assert "Ұлпан" not in repr(list(Entry.objects.values()))


def test_a_user_of_the_system_is_one_person_and_nobody_disables_himself(register: Register) -> None:
    who = add_staff_member(name="Әсел", role=Role.ADMINISTRATOR, system_user="asel", by="test", at=AT)
    with pytest.raises(Refused) as refusal:
        add_staff_member(name="Ұлпан", role=Role.OPERATOR, system_user="asel", by="test", at=AT)
    assert refusal.value.faults[0].code == "system-user-taken"
    with pytest.raises(Refused) as refusal:
        disable_staff_member(who, by=staff_member(who), at=AT)
    assert refusal.value.faults[0].code == "own-staff-record"


def test_the_journal_names_who_was_at_the_terminal_whatever_the_environment_says(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "somebody-else")
    people, more = tmp_path / "people.csv", tmp_path / "more.csv"
    people.write_text(f"iin,citizenship\n{ADULT},KZ\n")
    more.write_text(f"iin,residence\n{ADULT},permanent\n")
    assert saqta("import", "people", people).status == 0
    added = saqta("staff", "add", "--name", "Ұлпан", "--role", "operator", "--system-user", USER, "--json").document
    assert saqta("import", "people", more).status == 0
    assert [entry.by for entry in Entry.objects.order_by("number")] == [
        f"system-user:{USER}",
        f"system-user:{USER}",
        f"staff:{added['id']}",
    ]


def test_a_role_that_does_not_permit_it_is_refused_at_the_command_line(register: Register, tmp_path: Path) -> None:
    saqta("staff", "add", "--name", "Әсел", "--role", "operator", "--system-user", USER)
    for words in (
        ("staff", "list"),
        ("status", "--iin", ADULT, "--on", "2025-10-05"),
        ("backup", tmp_path / "copy"),
    ):
        outcome = saqta(*words)
        assert (outcome.status, outcome.out) == (2, "")
        assert "does not permit" in outcome.err
    assert not (tmp_path / "copy").exists()


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_staff_is_listed_in_the_language_of_the_user(register: Register, language: str) -> None:
    assert saqta("staff", "list", "--lang", language).out
    who = saqta("staff", "add", "--name", "Ұлпан", "--role", "adviser", "--lang", language).out.split()[-1]
    assert saqta("staff", "disable", who, "--lang", language).status == 0
    listed = saqta("staff", "list", "--lang", language).out
    assert who in listed
    assert "Ұлпан" in listed
    assert saqta("staff", "disable", who, "--lang", language).status == 2
    assert saqta("staff", "disable", "nobody", "--lang", language).status == 2
