"""Proposing a correction and settling it. Every action is one transaction; what is written is written by the room whose
rows it is, and the decision stands in the journal beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import msgspec
from django.db import transaction
from django.utils.timezone import localdate

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.basis.identifiers import Iin, OrganisationBin
from saqta.corrections.checks import check_proposal, held_by, refused, temporary_span
from saqta.corrections.models import Correction, Decision, Proof
from saqta.corrections.proofs import digest_of, media_of
from saqta.corrections.queries import digest_of_decision, digest_of_proposal, find_correction
from saqta.corrections.records import (
    CORRECTION_SOURCE,
    LONGEST_REASON,
    TEMPORARY_SOURCE,
    Attached,
    CorrectionRecord,
    DecisionRecord,
    Ended,
    Held,
    NeverHeld,
    Outcome,
    Proposal,
    Temporary,
    kind_of,
)
from saqta.journal.actions import record_entry, take_turn
from saqta.journal.records import is_one_person
from saqta.law.book import Book
from saqta.registry.actions import record_attachments, record_memberships, withdraw_membership
from saqta.registry.queries import number_of, numbers, person_known_as
from saqta.registry.records import PersonRecord, ToldAttachment, ToldMembership


@transaction.atomic
def propose_correction(
    person: UUID, proposal: Proposal, *, reason: str, proof: bytes | None, book: Book, by: str, at: datetime
) -> CorrectionRecord:
    """Keeps what is proposed about a person until another member of the staff settles it. ``proof`` is the document as
    it was handed in. Raises ``Refused`` for a person outside the region of whoever proposes, for what the facts of the
    person cannot hold, for a category taken on a document without one, and while the same waits."""
    entry = take_turn()
    found = _person(person)
    require(by, Permission.PROPOSE_CORRECTIONS, region=found.region or "")
    told = _reason(reason)
    check_proposal(found, proposal, book, localdate(at))
    if isinstance(proposal, Temporary) and not proof:
        raise refused("proof-missing", "proof")
    row = Correction(
        recorded_id=entry,
        person_id=person,
        kind=kind_of(proposal),
        content=msgspec.to_builtins(proposal),
        reason=told,
        proof=_kept(proof, entry) if proof else None,
        proposed_by=by,
        proposed_at=at,
    )
    row.save(force_insert=True)
    record_entry("propose-correction", by=by, at=at, content=digest_of_proposal(row), people=())
    return CorrectionRecord(entry, person, proposal, told, row.proof_id, by, at, None)


@transaction.atomic
def decide_correction(
    number: int, outcome: Outcome, *, reason: str, book: Book, by: str, at: datetime
) -> CorrectionRecord:
    """Settles a correction; an approved one is written at once. Raises ``Refused`` for whoever proposed it, whom the
    database refuses as well, for one that is settled, and where the facts have changed meanwhile."""
    take_turn()
    found = find_correction(number)
    if found is None:
        raise refused("no-such-correction")
    person = _person(found.person)
    require(by, Permission.DECIDE_CORRECTIONS, region=person.region or "")
    if found.decision is not None:
        raise refused("correction-settled")
    if is_one_person(found.by, by):
        raise refused("own-correction")
    told, on = _reason(reason), localdate(at)
    span: tuple[date, date] | None = None
    if outcome == "approved":
        check_proposal(person, found.proposal, book, on, itself=number)
        if isinstance(found.proposal, Temporary):
            span = temporary_span(on, book)
        _write(found, span, by=by, at=at)
    # Asked for once more: what was written has taken a number of its own.
    entry = take_turn()
    start, until = span or (None, None)
    row = Decision(
        correction_id=number,
        outcome=outcome,
        reason=told,
        decided_by=by,
        decided_at=at,
        start=start,
        until=until,
        recorded_id=entry,
    )
    row.save(force_insert=True)
    record_entry("decide-correction", by=by, at=at, content=digest_of_decision(row), people=())
    return replace(found, decision=DecisionRecord(outcome, told, by, at, start, until))


def _write(found: CorrectionRecord, span: tuple[date, date] | None, *, by: str, at: datetime) -> None:
    """Tells the registry. A wrong payment changes nothing here: the State Corporation is asked to return it."""
    iin = number_of(found.person)
    match found.proposal:
        case Temporary(code, details) if span is not None:
            told = ToldMembership(iin, code, *span, tuple(details.items()))
            record_memberships([told], source=TEMPORARY_SOURCE, by=by, at=at)
        case Held(code, start, until, details):
            told = ToldMembership(iin, code, start, until, tuple(details.items()))
            record_memberships([told], source=CORRECTION_SOURCE, by=by, at=at)
        case Ended() as ended:
            _end(found.person, iin, ended, by=by, at=at)
        case NeverHeld(code, start, source):
            withdraw_membership(found.person, code, start, source=source, by=by, at=at)
        case Attached(number, start):
            attached = ToldAttachment(iin, OrganisationBin.parse(number), start)
            record_attachments([attached], source=CORRECTION_SOURCE, by=by, at=at)


def _end(person: UUID, iin: Iin, ended: Ended, *, by: str, at: datetime) -> None:
    """The same category from the same source with the end that is right, so that nothing says it twice."""
    from_source = (row for row in held_by(person) if row.source == ended.source)
    for row in from_source:
        if (row.code, row.start) == (ended.code, ended.start):
            told = ToldMembership(iin, row.code, row.start, ended.until, tuple(row.details.items()))
            record_memberships([told], source=row.source, by=by, at=at)


def _person(identifier: UUID) -> PersonRecord:
    found = person_known_as(identifier)
    if found is None:
        raise refused("no-such-person")
    return found


def _reason(typed: str) -> str:
    reason = typed.strip()
    if not 0 < len(reason) <= LONGEST_REASON:
        raise refused("no-reason", "reason", longest=str(LONGEST_REASON))
    return reason


def _kept(content: bytes, entry: int) -> Proof:
    """The document under its digest; one that is kept already is not kept twice."""
    media, digest = media_of(content), digest_of(content)
    known = Proof.objects.filter(digest=digest).first()
    if known is not None:
        return known
    sealed = numbers().seal_document(content, digest.encode())
    return Proof.objects.create(digest=digest, media=media, size=len(content), sealed=sealed, recorded_id=entry)
