"""What starts inspections: campaigns and complaints. Every action is one transaction with one entry in the journal."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils.timezone import localdate
from uuid_utils.compat import uuid7

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.basis.text import Text
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import content_digest
from saqta.oversight.models import Campaign, Complaint, ComplaintAccount
from saqta.oversight.queries import complaint_told_before
from saqta.oversight.records import (
    LONGEST_ACCOUNT,
    LONGEST_CONTACT,
    LONGEST_DOCUMENT,
    SHORTEST_ACCOUNT,
    Account,
    CampaignRecord,
    ComplaintRecord,
    ComplaintTopic,
)
from saqta.oversight.stepping import refused
from saqta.registry.clinic_queries import facility as find_facility
from saqta.registry.queries import numbers

REFERENCE = "1406/"
"""What the number of a complaint told here begins with; the number of its entry in the journal follows."""


@transaction.atomic
def open_campaign(*, name: Text, ordered_by: str, on: date, by: str, at: datetime) -> CampaignRecord:
    """Inspections that belong together, such as those of one prosecutor's list; ``ordered_by`` is the paper."""
    entry = take_turn()
    require(by, Permission.APPOINT_INSPECTIONS)
    if not ordered_by.strip():
        raise refused("campaign-without-an-order", "ordered_by")
    row = Campaign.objects.create(
        id=uuid7(),
        name_ru=name.ru,
        name_kk=name.kk,
        name_en=name.en,
        ordered_by=ordered_by.strip(),
        begun_on=on,
        recorded_id=entry,
    )
    record_entry("open-campaign", by=by, at=at, content=digest_of_campaign(row), people=())
    return CampaignRecord(row.id, name, row.ordered_by, on)


@transaction.atomic
def record_complaint(
    *, facility: UUID, topic: ComplaintTopic, anonymous: bool, reference: str, on: date, by: str, at: datetime
) -> ComplaintRecord:
    """That somebody complained about a clinic on a day. Raises ``Refused`` for a clinic nobody knows, a day to come and
    a reference that is kept already."""
    entry = take_turn()
    found = find_facility(facility)
    if found is None:
        raise refused("no-such-clinic", "facility")
    require(by, Permission.RECORD_COMPLAINTS, region=found.region, facility=found.id)
    number = reference.strip()
    if not 0 < len(number) <= LONGEST_DOCUMENT:
        raise refused("document-number", "reference", longest=str(LONGEST_DOCUMENT))
    if on > localdate(at):
        raise refused("day-to-come", "on")
    if Complaint.objects.filter(reference=number).exists():
        raise refused("complaint-known", "reference")
    row = Complaint.objects.create(
        id=uuid7(),
        facility_id=facility,
        received_on=on,
        topic=topic,
        anonymous=anonymous,
        reference=number,
        recorded_id=entry,
    )
    record_entry("record-complaint", by=by, at=at, content=digest_of_complaint(row), people=())
    return ComplaintRecord(row.id, facility, on, topic, anonymous, number)


@transaction.atomic
def take_complaint(
    *, facility: UUID, topic: ComplaintTopic, account: Account, key: str | None = None, by: str, at: datetime
) -> ComplaintRecord:
    """A complaint as it is told, today, under a number of its own. It may be anonymous, and then gives no ground for
    an inspection; it is never empty. Told once more under the same ``key`` and alike in everything, it is the
    complaint that was taken then. Raises ``Refused``."""
    words, contact = account.words.strip(), account.contact.strip()
    if not SHORTEST_ACCOUNT <= len(words) <= LONGEST_ACCOUNT:
        raise refused("complaint-is-empty", "words", shortest=str(SHORTEST_ACCOUNT), longest=str(LONGEST_ACCOUNT))
    if len(contact) > LONGEST_CONTACT:
        raise refused("contact-too-long", "contact", longest=str(LONGEST_CONTACT))
    entry, identifier = take_turn(), uuid7()  # complaints under one key come one after another
    found = find_facility(facility)
    if found is None:
        raise refused("no-such-clinic", "facility")
    require(by, Permission.RECORD_COMPLAINTS, region=found.region, facility=found.id)
    sealing = numbers()
    told = ("complaint", str(facility), topic, words, contact, str(account.person))
    once = None if key is None else sealing.digest_of(key, *told)
    if once is not None and (before := complaint_told_before(once)) is not None:
        return before
    row = Complaint.objects.create(
        id=identifier,
        facility_id=facility,
        received_on=localdate(at),
        topic=topic,
        anonymous=not contact,
        reference=f"{REFERENCE}{entry}",
        recorded_id=entry,
    )
    sealed = sealing.seal_document(msgspec.json.encode((words, contact)), identifier.bytes)
    row.account = ComplaintAccount.objects.create(complaint=row, sealed=sealed, person_id=account.person, key=once)
    record_entry("record-complaint", by=by, at=at, content=digest_of_complaint(row), people=())
    return ComplaintRecord(row.id, facility, row.received_on, topic, not contact, row.reference)


def digest_of_campaign(row: Campaign) -> str:
    """What the journal seals of a campaign."""
    return content_digest(row.id, row.name_ru, row.name_kk, row.name_en, row.ordered_by, row.begun_on)


def digest_of_complaint(row: Complaint) -> str:
    """What the journal seals of a complaint, with what was told where it was told here."""
    told = (row.id, row.facility_id, row.received_on, row.topic, row.anonymous, row.reference)
    account = getattr(row, "account", None)
    if account is None:
        return content_digest(*told)
    key = () if account.key is None else (bytes(account.key).hex(),)
    return content_digest(*told, hashlib.sha256(bytes(account.sealed)).hexdigest(), account.person_id, *key)
