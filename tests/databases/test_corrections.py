"""Corrections: proposed by one, settled by another, written by the rooms whose rows they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from uuid_utils.compat import uuid7

from saqta.access.actions import add_staff_member
from saqta.access.permissions import Role
from saqta.access.records import Scope, staff_member
from saqta.basis.identifiers import Iin
from saqta.basis.refusal import Refused
from saqta.corrections.actions import decide_correction, propose_correction
from saqta.corrections.models import Correction, Decision, Proof
from saqta.corrections.queries import (
    changed_entries,
    corrections_of,
    find_correction,
    proof_under,
    temporary_on,
    waiting_corrections,
)
from saqta.corrections.records import (
    LARGEST_PROOF,
    Attached,
    CorrectionRecord,
    Ended,
    Held,
    NeverHeld,
    Outcome,
    Proposal,
    Temporary,
    WrongReceipt,
)
from saqta.coverage.actions import follow_journal
from saqta.coverage.queries import get_status
from saqta.coverage.verify import findings
from saqta.journal.models import Entry
from saqta.journal.queries import damage
from saqta.law.book import load
from saqta.registry.actions import record_memberships, record_people
from saqta.registry.queries import attachment_on, find_person, memberships
from saqta.registry.records import ToldMembership, ToldPerson
from tests.databases.clinic_samples import BIN, a_facility
from tests.databases.conftest import Register
from tests.databases.tampering import tamper
from tests.rooms.ledger.payment_samples import invented_iin

BOOK = load()
AT = datetime(2026, 1, 31, 9, 0, tzinfo=UTC)
DAY, END, MONTHS_END = date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 1)
IIN = Iin.parse(invented_iin(3, date(1960, 5, 20)))
PAPER = b"%PDF-1.7 a certificate of a pensioner"
PENSIONER = Temporary("pensioner")


@pytest.fixture
def person(register: Register) -> UUID:
    told = ToldPerson(IIN, citizenship="KZ", residence="permanent", region="750000000")
    record_people([told], by="test", at=AT)
    found = find_person(IIN)
    assert found is not None
    return found.id


def member(role: Role, region: str | None = None) -> str:
    return staff_member(add_staff_member(name="А", role=role, system_user=None, by="test", at=AT, scope=Scope(region)))


def propose(person: UUID, proposal: Proposal = PENSIONER, by: str | None = None, **told: object) -> CorrectionRecord:
    proof = told.get("proof", PAPER if isinstance(proposal, Temporary) else None)
    assert proof is None or isinstance(proof, bytes)
    by = by or member(Role.ADVISER)
    return propose_correction(person, proposal, reason="showed the paper", proof=proof, book=BOOK, by=by, at=AT)


def decide(number: int, outcome: Outcome = "approved", by: str | None = None, at: datetime = AT) -> CorrectionRecord:
    by = by or member(Role.SUPERVISOR)
    return decide_correction(number, outcome, reason="compared with the paper", book=BOOK, by=by, at=at)


def refusal(write: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        write()
    return refused.value.faults[0].code


def verdict(on: date) -> tuple[str, str | None]:
    follow_journal(BOOK)
    found = get_status(IIN, on)
    assert found is not None
    return found.verdict, found.ground


def test_a_category_on_a_document_counts_from_its_approval_and_ends_by_itself_after_a_month(person: UUID) -> None:
    proposed = propose(person)
    assert verdict(DAY) == ("no", None), "what one person says changes nothing"
    settled = decide(proposed.number).decision
    assert settled is not None
    assert (settled.start, settled.until) == (DAY, END)
    assert verdict(DAY) == ("yes", "category")
    assert verdict(MONTHS_END - timedelta(days=1)) == ("yes", "category"), "a category counts for its whole last month"
    assert verdict(MONTHS_END) == ("no", None)
    assert verdict(DAY - timedelta(days=1)) == ("no", None)


def test_whoever_asks_is_told_that_the_answer_rests_on_a_document(person: UUID) -> None:
    number = propose(person).number
    assert temporary_on(person, DAY) is None
    decide(number)
    rests_on = temporary_on(person, END - timedelta(days=1))
    assert rests_on is not None
    assert (rests_on.number, rests_on.proposal) == (number, PENSIONER)
    assert temporary_on(person, END) is None


def test_nobody_settles_what_they_proposed(person: UUID) -> None:
    clerk = member(Role.CLERK)
    number = propose(person, by=clerk).number
    assert refusal(lambda: decide(number, by=clerk)) == "own-correction"
    assert refusal(lambda: decide(number, by=member(Role.ADVISER))) == "not-permitted"
    assert find_correction(number) in tuple(waiting_corrections())
    assert verdict(DAY) == ("no", None)


def test_the_database_refuses_one_person_twice_whatever_program_writes(person: UUID) -> None:
    clerk = member(Role.CLERK)
    number = propose(person, by=clerk).number
    for by in (clerk, clerk.upper(), f" {clerk} "):
        with pytest.raises(IntegrityError), transaction.atomic():
            Decision.objects.create(
                correction_id=number, outcome="approved", reason="x", decided_by=by, decided_at=AT, recorded_id=number
            )
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(
            recorded_id=1, person_id=person, kind="temporary", content={}, reason="x", proposed_by="a", proposed_at=AT
        )


def test_a_document_is_kept_once_under_its_digest_and_encrypted(person: UUID, register: Register) -> None:
    first = propose(person)
    decide(first.number, "declined")
    second = propose(person)
    assert first.proof == second.proof
    assert first.proof is not None
    assert Proof.objects.count() == 1
    assert PAPER not in bytes(Proof.objects.get().sealed)
    kept = proof_under(first.proof)
    assert kept is not None
    assert (kept.media, kept.content) == ("application/pdf", PAPER)


@pytest.mark.parametrize(
    ("proof", "code"),
    [
        (b"", "proof-missing"),
        (b"MZ\x90\x00 a program", "proof-of-another-kind"),
        (b"<html><script>alert(1)</script>", "proof-of-another-kind"),
        (b"%PDF-" + bytes(LARGEST_PROOF), "proof-too-large"),
    ],
)
def test_what_is_no_document_is_not_taken(person: UUID, proof: bytes, code: str) -> None:
    assert refusal(lambda: propose(person, proof=proof)) == code
    assert not Proof.objects.exists()
    assert not Correction.objects.exists()


def test_a_document_of_the_largest_size_is_taken(person: UUID) -> None:
    assert propose(person, proof=b"%PDF-".ljust(LARGEST_PROOF, b"0")).proof is not None


def test_what_cannot_be_is_refused_before_it_waits(person: UUID) -> None:
    assert refusal(lambda: propose(person, Temporary("king"))) == "no-such-category"
    assert refusal(lambda: propose(person, Temporary("child"))) == "child-is-proven-by-the-number"
    assert refusal(lambda: propose(person, Held("pensioner", DAY + timedelta(days=1)))) == "day-to-come"
    assert refusal(lambda: propose(person, NeverHeld("pensioner", DAY, "demo"))) == "category-not-told"
    assert refusal(lambda: propose(person, Attached(BIN.digits, DAY))) == "no-such-provider"
    assert refusal(lambda: propose(uuid7())) == "no-such-person"
    propose(person)
    assert refusal(lambda: propose(person)) == "correction-waits"


def test_whoever_is_insured_needs_no_temporary_status(person: UUID) -> None:
    waiting = propose(person).number
    record_memberships([ToldMembership(IIN, "pensioner", date(2025, 5, 1), None)], source="feed", by="test", at=AT)
    assert refusal(lambda: decide(waiting)) in ("insured-already", "category-known")
    decide(waiting, "declined")
    assert refusal(lambda: propose(person)) in ("insured-already", "category-known")


def test_a_category_that_was_missing_stands_in_the_register_after_the_second_word(person: UUID) -> None:
    decide(propose(person, Held("pensioner", date(2025, 5, 1))).number)
    (held,) = memberships([person])
    assert (held.code, held.start, held.until, held.source) == ("pensioner", date(2025, 5, 1), None, "correction")
    assert verdict(date(2025, 5, 1)) == ("yes", "category")


def test_a_category_wrongly_held_ends_or_was_never_held(person: UUID) -> None:
    start = date(2025, 1, 1)
    for code in ("pensioner", "full_time_student"):
        record_memberships([ToldMembership(IIN, code, start, None)], source="feed", by="test", at=AT)
    decide(propose(person, Ended("pensioner", start, "feed", date(2025, 7, 1))).number)
    decide(propose(person, NeverHeld("full_time_student", start, "feed")).number)
    assert [(row.code, row.until) for row in memberships([person])] == [("pensioner", date(2025, 7, 1))]
    assert verdict(date(2025, 6, 30)) == ("yes", "category")
    assert verdict(date(2025, 7, 1))[0] == "no"
    assert list(findings(BOOK, every=1)) == []


def test_a_person_is_attached_to_the_right_clinic(person: UUID) -> None:
    a_facility()
    decide(propose(person, Attached(BIN.digits, date(2026, 1, 15))).number)
    attached = attachment_on(person, DAY)
    assert attached is not None
    assert (attached.bin, attached.start) == (BIN.digits, date(2026, 1, 15))


def test_a_wrong_payment_becomes_a_request_and_changes_no_receipt(person: UUID) -> None:
    before = Entry.objects.count()
    number = propose(person, WrongReceipt("2025-11", "wrong-month"), by="system-user:ops").number
    decide(number, by="system-user:other")
    assert [entry.verb for entry in Entry.objects.order_by("number")[before:]] == [
        "propose-correction",
        "decide-correction",
    ]


def test_a_member_of_a_region_corrects_nobody_elsewhere(person: UUID) -> None:
    assert refusal(lambda: propose(person, by=member(Role.ADVISER, "79"))) == "out-of-scope"
    number = propose(person, by=member(Role.ADVISER, "75")).number
    assert refusal(lambda: decide(number, by=member(Role.SUPERVISOR, "79"))) == "out-of-scope"
    assert [one.number for one in waiting_corrections(region="75")] == [number]
    assert list(waiting_corrections(region="79")) == []
    decide(number, by=member(Role.SUPERVISOR, "75"))


def test_the_person_finds_every_proposal_and_what_became_of_it(person: UUID) -> None:
    declined, approved = propose(person).number, 0
    decide(declined, "declined")
    approved = propose(person).number
    decide(approved)
    told = [(one.number, one.decision and one.decision.outcome) for one in corrections_of(person)]
    assert told == [(approved, "approved"), (declined, "declined")]
    assert refusal(lambda: decide(approved)) == "correction-settled"


FORGERIES = {
    "another reason": ("UPDATE corrections_correction SET reason = 'another'", "propose-correction"),
    "another who proposed": ("UPDATE corrections_correction SET proposed_by = 'another'", "propose-correction"),
    "another document": (
        "UPDATE corrections_proof SET sealed = (SELECT number_sealed FROM registry_person)",
        "propose-correction",
    ),
    "a forgotten document": ("DELETE FROM corrections_proof", "propose-correction"),
    "another who decided": ("UPDATE corrections_decision SET decided_by = 'another'", "decide-correction"),
    "a forgotten decision": ("DELETE FROM corrections_decision", "decide-correction"),
}


@pytest.mark.parametrize(("forgery", "verb"), FORGERIES.values(), ids=FORGERIES)
def test_what_is_rewritten_behind_the_journal_is_found(person: UUID, forgery: str, verb: str) -> None:
    decide(propose(person).number)
    assert list(changed_entries()) == []
    assert list(damage()) == []
    with pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.update(reason="another")
    tamper(forgery)
    assert list(changed_entries()) == [Entry.objects.get(verb=verb).number]
