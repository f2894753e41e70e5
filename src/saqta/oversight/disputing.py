"""When the clinic disagrees: objections, complaints to the higher body, claims in court, and what was decided."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.law.book import Book
from saqta.oversight.models import Dispute, Inspection, Measure
from saqta.oversight.queries import dispute_of
from saqta.oversight.records import Decision, DisputeKind, DisputeRecord, Told
from saqta.oversight.stepping import Actor, Taking, refused, seal
from saqta.rules.inspections import Step


@transaction.atomic
def file_dispute(
    identifier: UUID, told: Told, *, kind: DisputeKind, measure: UUID | None, book: Book, by: str, at: datetime
) -> DisputeRecord:
    """The clinic disagrees with a measure, or with the whole result. What it disputes stands until it is decided: a
    complaint does not stop an urgent measure. Raises ``Refused`` for a measure of another inspection or one that is
    over, and for results that do not exist yet."""
    step = Step.OBJECT if kind == "objection" else Step.APPEAL
    taking = Taking(identifier, step, told, Actor(book, by, at))
    _check_disputed(taking.row, measure)
    dispute = uuid7()
    event = taking.write(detail={"dispute": dispute, "kind": kind, "measure": measure})
    row = Dispute.objects.create(
        id=dispute,
        inspection=taking.row,
        measure_id=measure,
        kind=kind,
        filed_on=told.on,
        recorded_id=taking.entry,
    )
    seal(event, actor=taking.actor)
    return dispute_of(row)


@transaction.atomic
def decide_dispute(
    identifier: UUID, told: Told, *, dispute: UUID, decision: Decision, book: Book, by: str, at: datetime
) -> DisputeRecord:
    """What was decided. Annulling the results annuls every measure that rests on them. Raises ``Refused`` for a dispute
    that is not waiting."""
    taking = Taking(identifier, Step.DECIDE_APPEAL, told, Actor(book, by, at))
    row = Dispute.objects.filter(id=dispute, inspection_id=identifier, decision=None).first()
    if row is None:
        raise refused("nothing-disputed", "dispute")
    annuls_results = decision == "annulled" and row.measure_id is None
    detail = {"dispute": dispute, "decision": decision, "measure": row.measure_id}
    event = taking.write({"results_annulled": True} if annuls_results else None, detail)
    if decision == "annulled":
        rows = Measure.objects.filter(inspection_id=identifier, state="standing")
        rows = rows if row.measure_id is None else rows.filter(id=row.measure_id)
        rows.update(state="annulled", ended_on=told.on)
    Dispute.objects.filter(id=dispute).update(decision=decision, decided_on=told.on)
    row.refresh_from_db()
    seal(event, actor=taking.actor)
    return dispute_of(row)


def _check_disputed(inspection: Inspection, measure: UUID | None) -> None:
    if measure is None:
        if inspection.outcome is None or inspection.results_annulled:
            raise refused("no-results-to-dispute", "measure")
    elif not Measure.objects.filter(id=measure, inspection=inspection, state="standing").exists():
        raise refused("no-such-measure", "measure")
