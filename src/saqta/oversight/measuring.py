"""What follows from an inspection: urgent measures, prescriptions, fines, suspensions; one verb each, like ``actions``.

The number of the paper, ``told.document``, is asked of each: none of them exists without one.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal
from uuid import UUID

from django.db import transaction
from uuid_utils.compat import uuid7

from saqta.basis.money import Money
from saqta.basis.text import listed
from saqta.law.book import Book
from saqta.oversight.models import Measure
from saqta.oversight.queries import measure_of, standing_answers
from saqta.oversight.records import MeasureKind, MeasureRecord, Told
from saqta.oversight.stepping import Actor, Taking, refused, seal
from saqta.rules import measures
from saqta.rules.facts import MeasureFacts
from saqta.rules.inspections import Step
from saqta.rules.urgent_measures import MeasureKind as UrgentKind


@transaction.atomic
def take_urgent_measure(
    identifier: UUID, told: Told, *, kind: UrgentKind, mend_by: date, book: Book, by: str, at: datetime
) -> MeasureRecord:
    """The chief state medical inspector stops the clinic, a part of it or a person, by a ruling that says by which day
    the violation is to be mended. Raises ``Refused`` unless the findings show the one ground that the law knows."""
    taking = Taking(identifier, Step.TAKE_URGENT_MEASURE, told, Actor(book, by, at))
    answer = measures.ask(_found(identifier, book), told.on, book)
    if not any(found.kind == kind and found.verdict == "yes" for found in answer.measures):
        raise refused("measure-not-lawful", "kind", why=listed([found.text for found in answer.reasons], " "))
    return _taken(taking, kind, mend_by=mend_by)


@transaction.atomic
def issue_prescription(
    identifier: UUID, told: Told, *, mend_by: date, book: Book, by: str, at: datetime
) -> MeasureRecord:
    """The clinic is told to mend the violations by a day. Raises ``Refused`` where none were found."""
    taking = _on_violations(identifier, Step.PRESCRIBE, told, Actor(book, by, at))
    return _taken(taking, "prescription", mend_by=mend_by)


@transaction.atomic
def impose_fine(identifier: UUID, told: Told, *, amount: Money, book: Book, by: str, at: datetime) -> MeasureRecord:
    """A fine imposed in an administrative case on the results."""
    taking = _on_violations(identifier, Step.IMPOSE_FINE, told, Actor(book, by, at))
    if amount.tiyn <= 0:
        raise refused("fine-without-a-sum", "amount")
    return _taken(taking, "fine", amount=amount)


Ordered = Literal["court_suspension", "permit_suspension", "representation"]
"""A suspension by a court; of the permit; a private representation."""

_ORDERED: dict[Ordered, Step] = {
    "court_suspension": Step.RECORD_COURT_SUSPENSION,
    "permit_suspension": Step.SUSPEND_PERMIT,
    "representation": Step.REPRESENT,
}


@transaction.atomic
def record_measure(
    identifier: UUID, told: Told, *, kind: Ordered, lasts_to: date | None, book: Book, by: str, at: datetime
) -> MeasureRecord:
    """A suspension or a representation on the results, up to and including a day where one is named."""
    taking = _on_violations(identifier, _ORDERED[kind], told, Actor(book, by, at))
    return _taken(taking, kind, mend_by=lasts_to)


def _found(identifier: UUID, book: Book) -> MeasureFacts:
    """What the check-list has established of the documents: care is given without one where its row says no."""
    answers = standing_answers(identifier)
    unmet = [book.dental_checklist[code].permit for code, answer in answers.items() if answer == "not_met"]
    return MeasureFacts(
        control="inspection",
        care_given=any(permit is not None for permit in unmet),
        licence_missing="licence" in unmet,
        annex_missing="annex" in unmet,
        certificate_missing="certificate" in unmet,
        other_violation=None in unmet,
    )


def _on_violations(identifier: UUID, step: Step, told: Told, actor: Actor) -> Taking:
    """A step that only an inspection with violations leads to."""
    taking = Taking(identifier, step, told, actor)
    if taking.row.outcome != "violations" or taking.row.results_annulled:
        raise refused("no-violations")
    return taking


def _taken(
    taking: Taking, kind: MeasureKind, *, mend_by: date | None = None, amount: Money | None = None
) -> MeasureRecord:
    told = taking.told
    if told.document is None:
        raise refused("measure-without-a-paper", "document")
    if mend_by is not None and mend_by < told.on:
        raise refused("mended-before-taken", "mend_by")
    identifier, tiyn = uuid7(), None if amount is None else amount.tiyn
    detail = {"measure": identifier, "kind": kind, "mend_by": mend_by, "amount": tiyn}
    event = taking.write(detail=detail)
    row = Measure.objects.create(
        id=identifier,
        inspection=taking.row,
        region=taking.row.region[:2],
        kind=kind,
        taken_on=told.on,
        mend_by=mend_by,
        amount=tiyn,
        state="standing",
        document=told.document.strip(),
        recorded_id=taking.entry,
    )
    seal(event, actor=taking.actor)
    return measure_of(row)
