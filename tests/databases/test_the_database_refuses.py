"""What no program may do to the register: each constraint, violated on purpose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from saqta.access.models import StaffMember
from saqta.basis.codes import PaymentCode
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.coverage.actions import follow_journal
from saqta.coverage.models import Stretch
from saqta.coverage.verify import Finding, findings
from saqta.journal.actions import NoTransaction, record_entry
from saqta.journal.models import Entry, Feed, Head, Mention
from saqta.journal.queries import entries, last_seal
from saqta.journal.records import FIRST_SEAL
from saqta.law.book import load
from saqta.ledger.actions import post_receipts
from saqta.ledger.models import Receipt as Row
from saqta.ledger.receipts import Receipt
from saqta.registry.actions import record_attachments, record_memberships
from saqta.registry.models import (
    Attachment,
    Facility,
    FacilityDescription,
    FundContract,
    Licence,
    LicenceAnnex,
    LicenceTerm,
    Membership,
    Person,
    Provider,
    SpecialistCertificate,
)
from saqta.registry.records import ToldAttachment, ToldMembership
from tests.databases.conftest import Register
from tests.databases.tampering import tamper
from tests.rooms.ledger.payment_samples import invented_bin, invented_iin

BOOK = load()
AT = datetime(2025, 10, 3, tzinfo=UTC)
ADULT = Iin.parse(invented_iin(7, date(1985, 5, 20)))


@pytest.fixture
def filled(register: Register) -> Register:
    for month in ("2025-07", "2025-08", "2025-09"):
        receipt = Receipt(
            ADULT,
            Month.parse(month),
            PaymentCode.INSUREE_CONTRIBUTION,
            Money.tenge("4250.00"),
            date(2025, 10, 1),
            ADULT,
        )
        post_receipts([receipt], by="test", at=AT)
    follow_journal(BOOK)
    return register


def person() -> Person:
    return Person.objects.get()


WRONGS: dict[str, Callable[[], object]] = {
    "a receipt of nothing": lambda: _receipt(amount=0),
    "money back that names no receipt": lambda: _receipt(amount=-1),
    "a code of another fund": lambda: _receipt(code=12),
    "one payment twice": lambda: _receipt(identity=Row.objects.earliest("id").identity),
    "a changed receipt": lambda: Row.objects.update(amount=1),
    "a forgotten receipt": lambda: Row.objects.all().delete(),
    "a changed entry": lambda: Entry.objects.update(by="nobody"),
    "a forgotten mention": lambda: Mention.objects.all().delete(),
    "an entry without an actor": lambda: _entry(by=""),
    "a second head": lambda: Head.objects.create(id=2, number=1, seal="0"),
    "a file that does not add up": lambda: Feed.objects.create(fingerprint="0", kind="payments", started=AT, read=1),
    "one number for two people": lambda: _person(number_digest=person().number_digest),
    "a third sex": lambda: Person.objects.update(sex="m"),
    "a death before birth": lambda: Person.objects.update(died_on=date(1980, 1, 1)),
    "a category that contains no day": lambda: _membership(until=date(2025, 1, 1)),
    "a category told twice by one source": lambda: (_membership(), _membership()),
    "a code of a region that has no nine digits": lambda: Person.objects.update(region="75"),
    "a number of an organisation that has no twelve digits": lambda: _provider(bin="15034"),
    "one number for two organisations": lambda: (_provider(), _provider()),
    "an attachment that contains no day": lambda: _attachment(until=date(2025, 1, 1)),
    "two clinics on one day": lambda: (_attachment(until=date(2025, 3, 2)), _attachment(start=date(2025, 3, 1))),
    "two clinics for ever": lambda: (_attachment(), _attachment(start=date(2026, 1, 1))),
    "a clinic inside another": lambda: (
        _attachment(),
        _attachment(start=date(2025, 2, 1), until=date(2025, 3, 1)),
    ),
    "an attachment made longer than the next allows": lambda: (
        _attachment(until=date(2025, 3, 1)),
        _attachment(start=date(2025, 3, 1)),
        Attachment.objects.filter(start=date(2025, 1, 1)).update(until=date(2025, 3, 2)),
    ),
    "one place of an organisation twice": lambda: (_facility(), _facility()),
    "a facility without a place": lambda: _facility(place=""),
    "a facility described twice at once": lambda: (_description(), _description(facility=Facility.objects.get())),
    "a facility without a name": lambda: _description(name=""),
    "a facility without an address": lambda: _description(address=""),
    "a facility in half a region": lambda: _description(region="75"),
    "a facility with half of its coordinates": lambda: _description(latitude=43_238_949),
    "a facility in the sea": lambda: _description(latitude=0, longitude=0),
    "a facility whose coordinates were swapped": lambda: _description(latitude=76_889_709, longitude=43_238_949),
    "a facility paid for in another way": lambda: _description(funding="barter"),
    "one licence twice": lambda: (_licence(), _licence()),
    "a licence without a number": lambda: _licence(number=""),
    "a licence that ends before it starts": lambda: _term(until=date(2024, 12, 31)),
    "a licence that ends on the day it starts": lambda: _term(until=date(2025, 1, 1)),
    "two terms of one licence": lambda: (_term(), _term(licence=Licence.objects.get())),
    "an annex for nothing": lambda: _annex(activity=""),
    "an annex that contains no day": lambda: _annex(until=date(2025, 1, 1)),
    "one annex twice": lambda: (
        _annex(),
        _annex(licence=Licence.objects.get(), facility=Facility.objects.get()),
    ),
    "a certificate without a number": lambda: _certificate(number=""),
    "a certificate in nothing": lambda: _certificate(specialty=""),
    "a certificate that contains no day": lambda: _certificate(until=date(2025, 1, 1)),
    "one certificate twice": lambda: (_certificate(), _certificate(facility=Facility.objects.get())),
    "a contract within no package": lambda: _contract(package="private"),
    "a contract about no care": lambda: _contract(care=""),
    "a contract without a number": lambda: _contract(number=""),
    "a contract that contains no day": lambda: _contract(until=date(2025, 1, 1)),
    "one contract twice": lambda: (_contract(), _contract(facility=Facility.objects.get())),
    "a status that is no verdict": lambda: Stretch.objects.update(verdict="maybe"),
    "a ground without insurance": lambda: Stretch.objects.filter(verdict="no").update(ground="grace"),
    "a stretch that ends before it begins": lambda: Stretch.objects.update(until=date(2000, 1, 1)),
    "somebody on the staff without a name": lambda: _staff_member(name=""),
    "a role that nobody has heard of": lambda: _staff_member(role="king"),
    "one user of the system for two people": lambda: (_staff_member(), _staff_member()),
    "a clinic's doctor without a clinic": lambda: _staff_member(role="clinic-doctor"),
    "an inspector of one clinic alone": lambda: _staff_member(role="inspector", facility=uuid4()),
    "a user of the system without a name": lambda: _staff_member(system_user=""),
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=WRONGS)
def test_the_database_itself_refuses(filled: Register, wrong: Callable[[], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        wrong()


def test_attachments_that_meet_or_were_withdrawn_are_let_in(filled: Register) -> None:
    _attachment(until=date(2025, 3, 1))
    _attachment(start=date(2025, 3, 1))
    _attachment(withdrawn_id=2)
    Attachment.objects.filter(start=date(2025, 1, 1)).update(withdrawn_id=2)
    assert Attachment.objects.count() == 3


def test_nothing_is_recorded_outside_the_transaction_of_a_change(register: Register) -> None:
    with pytest.raises(NoTransaction):
        record_entry("nothing", by="test", at=AT, content="0" * 64, people=())


_RECEIPT = """
INSERT INTO ledger_receipt (identity, person_id, month, code, amount, recorded_id)
SELECT number_digest, id, 24300, 122, 425000, {entry} FROM registry_person
"""
_MEMBERSHIP = """
INSERT INTO registry_membership (person_id, code, start, details, source, recorded_id)
SELECT id, 'pensioner', '2020-01-01', '{{}}', 'pension', {entry} FROM registry_person
"""
FORGERIES = {
    "an entry was rewritten": ("UPDATE journal_entry SET \"by\" = 'nobody' WHERE number = 2", "journal"),
    "an entry was removed": ("DELETE FROM journal_entry WHERE number = 2", "journal"),
    "the end was cut off": ("DELETE FROM journal_entry WHERE number = 3", "journal"),
    "two entries changed places": (
        "UPDATE journal_entry SET verb = CASE number WHEN 1 THEN 'b' ELSE 'a' END WHERE number < 3",
        "journal",
    ),
    "a mention was removed": ("DELETE FROM journal_mention WHERE entry_id = 2", "journal"),
    "a receipt grew": ("UPDATE ledger_receipt SET amount = amount + 1", "receipts"),
    "a receipt vanished": (
        "DELETE FROM ledger_receipt WHERE month = (SELECT max(month) FROM ledger_receipt)",
        "receipts",
    ),
    "a receipt was put in": (_RECEIPT.format(entry=2), "receipts"),
    "a receipt was put in under an entry about something else": (_RECEIPT.format(entry=4), "receipts"),
    "a receipt was put in under no entry": (_RECEIPT.format(entry=77), "receipts"),
    "a category was put in": (_MEMBERSHIP.format(entry=4), "statements"),
    "a category was put in under an entry about something else": (_MEMBERSHIP.format(entry=1), "statements"),
    "a category grew": ("UPDATE registry_membership SET until = NULL", "statements"),
    "a category was withdrawn": ("UPDATE registry_membership SET withdrawn_id = 4", "statements"),
    "a category vanished": ("DELETE FROM registry_membership", "statements"),
    "a clinic was changed": ("UPDATE registry_attachment SET until = NULL", "statements"),
    "the end was forgotten": ("DELETE FROM journal_head", "journal"),
    "a status was bought": ("UPDATE coverage_stretch SET verdict = 'depends', ground = NULL", "timeline"),
}


@pytest.mark.parametrize(("statement", "found"), FORGERIES.values(), ids=FORGERIES)
def test_whoever_gets_past_the_database_is_found_out(filled: Register, statement: str, found: str) -> None:
    told = ToldMembership(ADULT, "full_time_student", date(2024, 9, 1), date(2025, 7, 1))
    record_memberships([told], source="schools", by="test", at=AT)
    clinic = ToldAttachment(ADULT, OrganisationBin.parse(invented_bin(5)), date(2025, 1, 1), date(2025, 3, 1))
    record_attachments([clinic], source="clinics", by="test", at=AT)
    follow_journal(BOOK)
    assert not list(findings(BOOK, every=1))
    tamper(statement)
    assert found in {finding.what for finding in findings(BOOK, every=1)}
    assert all(isinstance(finding, Finding) for finding in findings(BOOK, every=1))


def test_whoever_writes_the_whole_chain_anew_is_found_out_by_a_seal_noted_elsewhere(filled: Register) -> None:
    noted = last_seal()
    assert not list(findings(BOOK, every=1, seal=noted))
    tamper("UPDATE journal_entry SET \"by\" = 'nobody' WHERE number = 1")
    seal = FIRST_SEAL
    for entry, _ in entries():
        seal = entry.sealed_after(seal)
        with connection.cursor() as cursor:
            cursor.execute("UPDATE journal_entry SET seal = %s WHERE number = %s", (seal, entry.number))
    Head.objects.update(seal=seal)
    assert not list(findings(BOOK, every=1))
    assert [found.what for found in findings(BOOK, every=1, seal=noted)] == ["seal"]


def test_a_correction_is_no_forgery(filled: Register) -> None:
    """What a source withdraws in its own name, told again and cut shorter, is sealed with the withdrawal."""
    for until in (None, date(2025, 7, 1), date(2025, 6, 1)):
        told = ToldMembership(ADULT, "full_time_student", date(2024, 9, 1), until, (("group", 2), ("award", None)))
        record_memberships([told], source="schools", by="test", at=AT)
        clinic = ToldAttachment(ADULT, OrganisationBin.parse(invented_bin(5)), date(2025, 1, 1), until)
        record_attachments([clinic], source="clinics", by="test", at=AT)
    follow_journal(BOOK)
    assert not [found for found in findings(BOOK, every=1) if found.what == "statements"]


def _entry(**fields: object) -> object:
    plain = {"number": 99, "at": AT, "by": "test", "verb": "v", "content": "", "mentions": 0, "mentioned": ""}
    return Entry.objects.create(**{**plain, "seal": "s", **fields})


def _receipt(**fields: object) -> object:
    plain = {"identity": b"0" * 16, "person": person(), "month": 24300, "code": 122, "amount": 1, "recorded_id": 1}
    return Row.objects.create(**{**plain, **fields})


def _person(**fields: object) -> object:
    plain = {"id": uuid4(), "number_digest": b"1" * 16, "number_sealed": b"", "provisional": True, "recorded_id": 1}
    return Person.objects.create(**{**plain, **fields})


def _membership(**fields: object) -> object:
    plain = {"person": person(), "code": "pensioner", "start": date(2025, 1, 1), "source": "test", "recorded_id": 1}
    return Membership.objects.create(**{**plain, **fields})


def _staff_member(**fields: object) -> object:
    plain = {"id": uuid4(), "name": "Ұлпан", "role": "operator", "system_user": "ulpan", "recorded_id": 1}
    return StaffMember.objects.create(**{**plain, **fields})


def _provider(**fields: object) -> Provider:
    plain = {"id": uuid4(), "bin": invented_bin(5), "recorded_id": 1}
    return Provider.objects.create(**{**plain, **fields})


def _attachment(**fields: object) -> object:
    provider = Provider.objects.first() or _provider()
    plain = {"person": person(), "provider": provider, "start": date(2025, 1, 1), "source": "test", "recorded_id": 1}
    return Attachment.objects.create(**{**plain, **fields})


def _facility(**fields: object) -> Facility:
    provider = Provider.objects.first() or _provider()
    return Facility.objects.create(**{"id": uuid4(), "provider": provider, "place": "1", "recorded_id": 1, **fields})


def _description(facility: Facility | None = None, **fields: object) -> object:
    plain = {"name": "Айсұлу", "address": "Абай, 1", "region": "750000000", **_SAID}
    return FacilityDescription.objects.create(facility=facility or _facility(), **{**plain, **fields})


def _licence(**fields: object) -> Licence:
    provider = Provider.objects.first() or _provider()
    return Licence.objects.create(**{"provider": provider, "number": "1", "recorded_id": 1, **fields})


def _term(licence: Licence | None = None, **fields: object) -> object:
    plain = {"start": date(2025, 1, 1), **_SAID}
    return LicenceTerm.objects.create(licence=licence or _licence(), **{**plain, **fields})


def _annex(licence: Licence | None = None, facility: Facility | None = None, **fields: object) -> object:
    plain = {"activity": "dentistry", "start": date(2025, 1, 1), **_SAID}
    return LicenceAnnex.objects.create(
        licence=licence or _licence(), facility=facility or _facility(), **{**plain, **fields}
    )


def _certificate(facility: Facility | None = None, **fields: object) -> object:
    plain = {"specialist": person(), "number": "7", "specialty": "dentistry", "start": date(2025, 1, 1), **_SAID}
    return SpecialistCertificate.objects.create(facility=facility or _facility(), **{**plain, **fields})


def _contract(facility: Facility | None = None, **fields: object) -> object:
    plain = {"package": "insurance", "care": "dental", "number": "7", "start": date(2025, 1, 1), **_SAID}
    return FundContract.objects.create(
        facility=facility or _facility(), **{**plain, "until": date(2026, 1, 1), **fields}
    )


_SAID = {"source": "test", "recorded_id": 1}
