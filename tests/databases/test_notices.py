"""Notices of the register: one person writes, another approves, nothing is overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from django.db import IntegrityError, transaction

from saqta.access.actions import add_staff_member
from saqta.access.permissions import Role
from saqta.basis.refusal import Refused
from saqta.basis.text import same
from saqta.channels.cli import notices_shown as command
from saqta.channels.cli import notices_written
from saqta.coverage.verify import findings
from saqta.journal.backup import back_up, restore
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.law.book import load
from saqta.notices.actions import approve_notice, draft_notice, withdraw_notice
from saqta.notices.models import Approval, Version
from saqta.notices.queries import about, changed_entries, every_version, meant, published
from saqta.notices.records import Announcement, Notice
from saqta.notices.shipped import shipped
from tests.channels.command_line import saqta
from tests.databases.conftest import EmptyRegisters, Register
from tests.databases.tampering import tamper

BOOK = load()
AT = datetime(2026, 2, 3, 9, 0, tzinfo=UTC)
DAY = date(2026, 2, 3)
BRACES = next(notice.says for notice in shipped() if notice.says.key.startswith("free-braces"))
CROWNS = msgspec.structs.replace(BRACES, key="free-crowns", services=("dental.crowns",), provisions=(), since=DAY)


def draft(says: Announcement = CROWNS, by: str = "staff:aigerim") -> Notice:
    return draft_notice(says, book=BOOK, by=by, at=AT)


def refusal(write: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        write()
    return refused.value.faults[0].code


def test_a_draft_is_seen_by_nobody_until_another_person_approves_it(register: Register) -> None:
    assert draft() == Notice(CROWNS, 1, "staff:aigerim", AT)
    assert about("dental.crowns", DAY, at=AT) == ()
    approve_notice("free-crowns", by="staff:daniyar", at=AT)
    (notice,) = about("dental.crowns", DAY, at=AT)
    assert (notice.says, notice.drafted_by, notice.approved_by) == (CROWNS, "staff:aigerim", "staff:daniyar")
    assert notice in published(DAY, at=AT)
    assert notice in meant("тегін қаптама", DAY, at=AT)


@pytest.mark.parametrize("by", ["staff:aigerim", "STAFF:AIGERIM", " staff:aigerim "])
def test_nobody_approves_what_they_wrote(register: Register, by: str) -> None:
    draft()
    assert refusal(lambda: approve_notice("free-crowns", by=by, at=AT)) == "own-notice"
    assert about("dental.crowns", DAY, at=AT) == ()


def test_a_later_version_replaces_a_shipped_one_from_its_first_day_and_history_stays(register: Register) -> None:
    later = msgspec.structs.replace(BRACES, since=DAY, truth=same("A pilot project has begun."), verdict="true")
    assert draft(later).number == 2
    (waiting_changes_nothing,) = about("dental.braces", DAY, at=AT)
    assert waiting_changes_nothing.says == BRACES
    approve_notice(BRACES.key, by="staff:daniyar", at=AT)
    assert [notice.says.verdict for notice in about("dental.braces", date(2026, 2, 2), at=AT)] == ["false"]
    assert [notice.says.verdict for notice in about("dental.braces", DAY, at=AT)] == ["true"]
    assert [notice.number for notice in every_version(BRACES.key)] == [1, 2]


def test_versions_are_approved_one_after_another(register: Register) -> None:
    draft()
    assert refusal(draft) == "notice-waiting"
    approve_notice("free-crowns", by="staff:daniyar", at=AT)
    assert refusal(lambda: approve_notice("free-crowns", by="staff:daniyar", at=AT)) == "nothing-waiting"
    assert draft().number == 2


def test_a_notice_about_what_does_not_exist_is_refused_with_what_is_near(register: Register) -> None:
    wrong = msgspec.structs.replace(CROWNS, services=("dental.crown",), provisions=("K2000000360/art_999",))
    with pytest.raises(Refused) as refused:
        draft(wrong)
    service, provision = refused.value.faults
    assert (service.where, provision.where) == ("$.services[0]", "$.provisions[0]")
    assert "dental.crowns" in service.text.kk
    assert not Version.objects.exists()
    assert not Entry.objects.exists()


def test_every_step_is_one_entry_that_seals_what_was_written(register: Register) -> None:
    draft()
    approve_notice("free-crowns", by="staff:daniyar", at=AT)
    assert list(Entry.objects.order_by("number").values_list("verb", "by")) == [
        ("draft-notice", "staff:aigerim"),
        ("approve-notice", "staff:daniyar"),
    ]
    assert list(damage()) == []
    assert list(changed_entries()) == []
    assert list(findings(BOOK, every=1)) == []  # an entry about nobody leaves no timeline behind
    assert saqta("verify", "--json").document["sound"]
    tamper("UPDATE notices_version SET truth_ru = 'Брекеты бесплатны.'")
    assert list(changed_entries()) == [1, 2]
    found = saqta("verify", "--json").document["findings"]
    assert [(finding["what"], finding["number"]) for finding in found] == [("notices", 1), ("notices", 2)]


WRONGS: dict[str, Callable[[], object]] = {
    "an approval by the author": lambda: _approval(approved_by="staff:aigerim"),
    "an approval by the author in capitals": lambda: _approval(approved_by="Staff:Aigerim "),
    "an approval by nobody": lambda: _approval(approved_by=""),
    "a second approval": lambda: (_approval(), _approval()),
    "a changed version": lambda: Version.objects.update(verdict="true"),
    "a forgotten version": lambda: Version.objects.all().delete(),
    "a changed approval": lambda: (_approval(), Approval.objects.update(approved_by="staff:other")),
    "a forgotten approval": lambda: (_approval(), Approval.objects.all().delete()),
    "one number twice": lambda: _version(number=1),
    "a version before the first": lambda: _version(number=0),
    "a fourth verdict": lambda: _version(verdict="maybe"),
    "a span without a day": lambda: _version(until=DAY),
    "about nothing": lambda: _version(services=[], provisions=[]),
    "by nobody": lambda: _version(drafted_by=""),
    **{
        f"no {name}": lambda name=name: _version(**{name: ""})  # type: ignore[misc]  # bound at once
        for text in ("claim", "truth", "publisher")
        for name in (f"{text}_ru", f"{text}_kk", f"{text}_en")
    },
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_the_database_itself_refuses(register: Register, wrong: Callable[[], object]) -> None:
    draft()
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()


def _approval(approved_by: str = "staff:daniyar") -> None:
    Approval.objects.create(
        version=Version.objects.get(), approved_by=approved_by, approved_at=AT, recorded=Entry.objects.latest("number")
    )


def _version(**changed: object) -> None:
    row = Version.objects.get()
    row.pk, row.number = None, 2
    for name, value in changed.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def test_an_approved_notice_is_shown_from_its_hour_on(register: Register) -> None:
    draft()
    opens = AT + timedelta(hours=6)
    assert refusal(lambda: approve_notice("free-crowns", by="staff:daniyar", at=AT, opens_at=AT)) == "opens-in-the-past"
    approve_notice("free-crowns", by="staff:daniyar", at=AT, opens_at=opens)
    assert about("dental.crowns", DAY, at=opens - timedelta(seconds=1)) == ()
    assert len(about("dental.crowns", DAY, at=opens)) == 1
    assert list(changed_entries()) == []


def test_a_notice_taken_back_is_gone_at_once_and_brings_no_earlier_one_back(register: Register) -> None:
    for number in (1, 2):
        assert draft().number == number
        approve_notice("free-crowns", by="staff:daniyar", at=AT)
    assert refusal(lambda: withdraw_notice("free-crowns", reason=" ", by="staff:daniyar", at=AT)) == "no-reason"
    withdraw_notice("free-crowns", reason="the source took it back", by="staff:daniyar", at=AT + timedelta(hours=1))
    assert len(about("dental.crowns", DAY, at=AT)) == 1
    assert about("dental.crowns", DAY, at=AT + timedelta(hours=1)) == ()
    again = lambda: withdraw_notice("free-crowns", reason="again", by="staff:daniyar", at=AT)  # noqa: E731  # one line
    assert refusal(again) == "nothing-to-withdraw"
    assert draft().number == 3
    assert list(changed_entries()) == []


def test_a_draft_taken_back_makes_room_for_a_better_one_and_what_ships_is_only_replaced(register: Register) -> None:
    draft()
    withdraw_notice("free-crowns", reason="a slip of the pen", by="staff:aigerim", at=AT)
    assert refusal(lambda: approve_notice("free-crowns", by="staff:daniyar", at=AT)) == "nothing-waiting"
    assert draft().number == 2
    shipped_one = lambda: withdraw_notice(BRACES.key, reason="x", by="staff:aigerim", at=AT)  # noqa: E731  # one line
    assert refusal(shipped_one) == "nothing-to-withdraw"


def test_a_copy_of_the_register_holds_its_notices(
    register: Register, tmp_path: Path, empty_registers: EmptyRegisters
) -> None:
    draft()
    approve_notice("free-crowns", by="staff:daniyar", at=AT)
    before = every_version()
    back_up(tmp_path / "copy")
    empty_registers("postgresql" if register.kind == "sqlite" else "sqlite")
    restore(tmp_path / "copy")
    assert every_version() == before


def test_two_people_at_their_terminals_publish_a_notice(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "SAQTA_KEYS", tmp_path / "keys")
    file = tmp_path / "notice.json"
    file.write_bytes(msgspec.json.encode(CROWNS))
    assert saqta("notices", "draft", file, "--lang", "en").out.startswith("Kept as version 1.")
    assert saqta("notices", "approve", "free-crowns").status == 2
    assert [notice["published"] for notice in saqta("notices", "show", "free-crowns", "--json").document] == [False]
    daniyar = add_staff_member(name="Данияр", role=Role.EDITOR, system_user="daniyar", by="test", at=AT)
    monkeypatch.setattr(notices_written, "actor", lambda _permission: f"staff:{daniyar}")
    assert saqta("notices", "approve", "free-crowns", "--lang", "en").out == "Version 1 is published.\n"
    found = saqta("notices", "find", "тегін", "қаптама", "--on", "2026-02-03", "--json").document
    assert found[0]["says"]["key"] == "free-crowns"
    assert json.loads(saqta("notices", "list", "--on", "2026-02-02", "--json").out)[0]["says"]["key"] != "free-crowns"
