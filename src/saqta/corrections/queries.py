"""Reading corrections: what waits, what became of one, and on what a category taken for a while rests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from heapq import merge
from typing import cast
from uuid import UUID

import msgspec
from cryptography.exceptions import InvalidTag
from django.db.models import Exists, OuterRef, Q, QuerySet

from saqta.corrections.models import Correction, Decision, Proof
from saqta.corrections.proofs import digest_of
from saqta.corrections.records import CorrectionRecord, DecisionRecord, Outcome, ProofRecord, Proposal
from saqta.journal.queries import changed_under
from saqta.journal.records import content_digest
from saqta.registry.queries import numbers

_ENCODER = msgspec.json.Encoder(order="deterministic")


def find_correction(number: int) -> CorrectionRecord | None:
    """The correction with this number."""
    row = _rows().filter(pk=number).first()
    return None if row is None else record_of(row)


def waiting_corrections(*, region: str | None = None) -> Iterator[CorrectionRecord]:
    """Those that nobody has settled, the oldest first, of people whose code of КАТО begins with ``region``."""
    rows = _rows().filter(~Exists(_settled())).order_by("recorded")
    yield from map(record_of, _within(rows, region))


def settled_corrections(at_most: int, *, region: str | None = None) -> Iterator[CorrectionRecord]:
    """Those settled last, the latest first."""
    rows = _rows().filter(Exists(_settled())).order_by("-decision__recorded")
    yield from map(record_of, _within(rows, region)[:at_most])


def corrections_of(person: UUID) -> Iterator[CorrectionRecord]:
    """What was proposed about a person and what became of it, the latest first: for the person to see, too."""
    yield from map(record_of, _rows().filter(person=person).order_by("-recorded"))


def temporary_on(person: UUID, day: date) -> CorrectionRecord | None:
    """The document on which a category of this person is taken on the day; None where none is. The answer about such a
    day rests on it: on the category by its article, and on the document by the decision of the administration."""
    standing = Q(decision__start__lte=day, decision__until__gt=day)
    row = _rows().filter(standing, person=person, kind="temporary").order_by("-recorded").first()
    return None if row is None else record_of(row)


def proof_under(digest: str) -> ProofRecord | None:
    """The document as it was handed in; raises ``InvalidTag`` where its bytes are no longer those."""
    row = Proof.objects.filter(digest=digest).first()
    return None if row is None else ProofRecord(digest, row.media, _opened(row))


def changed_entries() -> Iterator[int]:
    """Entries of the journal whose corrections, decisions or documents are no longer those that were sealed, and
    entries of another kind under which such rows stand."""
    proposed = Correction.objects.select_related("proof").defer("proof__sealed").order_by("recorded_id")
    decided = Decision.objects.order_by("recorded_id")
    written = merge(
        ((row.recorded_id, digest_of_proposal(row) if _document_is_whole(row) else "") for row in proposed.iterator()),
        ((row.recorded_id, digest_of_decision(row)) for row in decided.iterator()),
    )
    yield from changed_under(("propose-correction", "decide-correction"), written)


def digest_of_proposal(row: Correction) -> str:
    """What the journal seals of a proposal."""
    content = _ENCODER.encode(row.content).decode()
    return content_digest(row.person_id, row.kind, content, row.reason, row.proof_id, row.proposed_by)


def digest_of_decision(row: Decision) -> str:
    """What the journal seals of a decision."""
    return content_digest(row.correction_id, row.outcome, row.reason, row.start, row.until, row.decided_by)


def record_of(row: Correction) -> CorrectionRecord:
    """The row as it leaves the room."""
    decision = _decision(row)
    return CorrectionRecord(
        number=row.recorded_id,
        person=row.person_id,
        proposal=msgspec.convert(row.content, Proposal, strict=False),
        reason=row.reason,
        proof=row.proof_id,
        by=row.proposed_by,
        at=row.proposed_at,
        decision=None
        if decision is None
        else DecisionRecord(
            cast("Outcome", decision.outcome),
            decision.reason,
            decision.decided_by,
            decision.decided_at,
            decision.start,
            decision.until,
        ),
    )


def _rows() -> QuerySet[Correction]:
    return Correction.objects.select_related("decision", "proof").defer("proof__sealed")


def _settled() -> QuerySet[Decision]:
    return Decision.objects.filter(correction=OuterRef("pk"))


def _within(rows: QuerySet[Correction], region: str | None) -> QuerySet[Correction]:
    return rows if region is None else rows.filter(person__region__startswith=region)


def _decision(row: Correction) -> Decision | None:
    return getattr(row, "decision", None)


def _opened(row: Proof) -> bytes:
    return numbers().open_document(bytes(row.sealed), row.digest.encode())


def _document_is_whole(row: Correction) -> bool:
    """A proposal names the digest of its document, if it has one; the document is there and has it."""
    if row.proof is None:
        return row.proof_id is None
    try:
        return digest_of(_opened(row.proof)) == row.proof_id
    except InvalidTag:
        return False
