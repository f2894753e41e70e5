"""A complaint that is told again under its key is one complaint, whoever was killed in between or sent it twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from uuid import UUID

import pytest
from django.db import IntegrityError, connections
from uuid_utils.compat import uuid7

from saqta.journal.models import Entry
from saqta.oversight.models import Complaint, ComplaintAccount
from saqta.oversight.receiving import take_complaint
from saqta.oversight.records import Account, ComplaintRecord
from saqta.oversight.verify import changed_entries
from tests.databases.clinic_samples import a_facility
from tests.databases.conftest import Register
from tests.databases.inspection_samples import BY

AT = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
STORY = "Вчера ребёнку лечили зуб под наркозом без анестезиолога."


@pytest.fixture
def clinic(register: Register) -> UUID:
    return a_facility()


def told(clinic: UUID, key: str | None, *, words: str = STORY, contact: str = "Әсел") -> ComplaintRecord:
    return take_complaint(facility=clinic, topic="anaesthesia", account=Account(words, contact), key=key, by=BY, at=AT)


def test_the_same_words_under_one_key_are_the_complaint_that_was_taken_then(clinic: UUID) -> None:
    first = told(clinic, "one")
    assert told(clinic, "one") == first
    assert told(clinic, "one", words=f" {STORY} ") == first
    assert Entry.objects.filter(verb="record-complaint").count() == 1
    assert list(changed_entries()) == []


def test_other_words_another_key_and_no_key_are_complaints_of_their_own(clinic: UUID) -> None:
    numbers = [
        told(clinic, "one").reference,
        told(clinic, "one", words=f"{STORY}!").reference,
        told(clinic, "one", contact="").reference,
        told(clinic, "two").reference,
        told(clinic, None).reference,
        told(clinic, None).reference,
    ]
    assert len(set(numbers)) == Complaint.objects.count() == 6


def test_ten_at_once_under_one_key_are_one(clinic: UUID) -> None:
    def send(_: int) -> str:
        try:
            return told(clinic, "at-once").reference
        finally:
            connections.close_all()

    with ThreadPoolExecutor(10) as pool:
        assert len(set(pool.map(send, range(10)))) == 1
    assert Complaint.objects.count() == 1


def test_the_database_itself_keeps_a_key_once_and_as_it_was(clinic: UUID) -> None:
    told(clinic, "one")
    (kept,) = ComplaintAccount.objects.all()
    assert b"one" not in bytes(kept.key or b"")
    second = told(clinic, None)
    assert second.id != kept.complaint_id
    with pytest.raises(IntegrityError):
        ComplaintAccount.objects.filter(complaint_id=second.id).update(key=kept.key)
    other = Complaint.objects.create(
        id=uuid7(),
        facility_id=clinic,
        received_on=AT.date(),
        topic="other",
        anonymous=True,
        reference="elsewhere/1",
        recorded_id=kept.complaint.recorded_id,
    )
    with pytest.raises(IntegrityError):
        ComplaintAccount.objects.create(complaint=other, sealed=b"", key=kept.key)
