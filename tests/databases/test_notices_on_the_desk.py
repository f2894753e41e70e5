"""Announcements at work: an editor writes, another person approves for an hour to come, either takes one back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from saqta.access.permissions import PERMISSIONS, Permission, Role
from saqta.notices.queries import every_version
from saqta.notices.shipped import shipped
from tests.channels.browsing import Browser
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.desk_samples import STAFF, Worker, WorkingPages

AT = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
FORM = {
    "key": "free-crowns",
    "verdict": "false",
    "since": "2026-02-20",
    "services": "dental.crowns",
    **{f"claim_{code}": f"{code}: crowns are free" for code in ("ru", "kk", "en")},
    **{f"truth_{code}": f"{code}: they are not <b>" for code in ("ru", "kk", "en")},
    **{f"publisher_{code}": f"{code}: the Fund" for code in ("ru", "kk", "en")},
}


@pytest.fixture
def desk(register: Register) -> Iterator[WorkingPages]:
    yield (made := WorkingPages(register, AT))
    made.close()


def send(browser: Worker, path: str, **fields: str) -> int:
    browser.open(f"/desk/en/notices/{path.partition('/')[0]}/")
    return browser.send_all(f"/desk/en/notices/{path}", list(fields.items())).status


def on_the_page(desk: WorkingPages) -> bool:
    """Whether a citizen reads it, once a page that was sent before may no longer be shown."""
    desk.served.at += timedelta(minutes=2)
    page = Browser(desk.served.application).open("/en/announcements/")
    assert page.status == 200
    return "en: they are not &lt;b&gt;" in page.text


def test_what_one_writes_another_approves_and_it_appears_at_its_hour(desk: WorkingPages) -> None:
    editor, approver = desk.worker(Role.EDITOR), desk.worker(Role.APPROVER)
    assert send(editor, "write/", **FORM) == 200, editor.text
    for code in ("ru", "kk", "en"):
        assert f"{code}: they are not <b>" in editor.text, "previewed in three languages"
    assert "another person approves it" in editor.text
    assert send(editor, "free-crowns/approve/") == 422
    assert send(approver, "free-crowns/approve/", opens_at="2026-02-20T12:00") == 422, "that hour is over"
    assert send(approver, "free-crowns/approve/", opens_at="2026-02-20T18:30") == 200
    assert "appears 20 February 2026, 18:30" in approver.text.replace("\xa0", " ")
    assert not on_the_page(desk)
    desk.served.at = datetime(2026, 2, 20, 13, 28, tzinfo=UTC)
    assert on_the_page(desk), "18:30 in Kazakhstan"


def test_what_was_wrong_is_taken_back_at_once_and_the_reason_stays(desk: WorkingPages) -> None:
    editor, approver = desk.worker(Role.EDITOR), desk.worker(Role.APPROVER)
    send(editor, "write/", **FORM)
    send(approver, "free-crowns/approve/")
    assert on_the_page(desk)
    assert send(approver, "free-crowns/withdraw/", reason="") == 422
    assert send(approver, "free-crowns/withdraw/", reason="the source took it back") == 200
    assert not on_the_page(desk)
    assert "the source took it back" in approver.text
    assert send(editor, "free-crowns/write/", **{**FORM, "verdict": "partly"}) == 200
    assert [one.number for one in every_version("free-crowns")] == [1, 2]


def test_a_text_that_is_missing_is_named_and_what_was_typed_stays(desk: WorkingPages) -> None:
    editor = desk.worker(Role.EDITOR)
    assert send(editor, "write/", **{**FORM, "truth_kk": "", "services": "dental.crown"}) == 422
    assert "What is true (Қазақша)" in editor.text
    assert "en: crowns are free" in editor.page.text
    assert send(editor, "write/", **{**FORM, "services": "dental.crown"}) == 422
    assert "dental.crowns" in editor.text, "what is near"


@pytest.mark.parametrize("role", STAFF)
def test_who_writes_and_who_approves(desk: WorkingPages, role: Role) -> None:
    browser = desk.worker(role, facility=a_facility() if role is Role.CLINIC_DOCTOR else None)
    approves = Permission.APPROVE_NOTICES in PERMISSIONS[role]
    writes = Permission.WRITE_NOTICES in PERMISSIONS[role]
    key = shipped()[0].says.key
    assert browser.open("/desk/en/notices/").status == (200 if approves else 403)
    assert browser.open(f"/desk/en/notices/{key}/").status == (200 if approves else 403)
    assert send(browser, "write/", **FORM) == (200 if writes else 403)
    assert send(browser, f"{key}/approve/") == (422 if approves else 403)
    assert send(browser, f"{key}/withdraw/", reason="x") == (422 if approves else 403)
    assert len(every_version()) == len(shipped()) + writes
