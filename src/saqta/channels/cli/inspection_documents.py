"""The documents about inspections that are printed with ``--json``, apart from the commands, so that their published
schemas can be had without a register."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from saqta.basis.text import Text
from saqta.rules.answer import Quotation


class InspectionLine(msgspec.Struct, frozen=True):
    """Where an inspection stands. ``seen`` is the version that the next step has to name; ``ends_on`` the last day of
    its term, which is not verified in the law."""

    id: UUID
    clinic: UUID
    ground: str
    state: str
    seen: int
    appointed_on: date
    registration: str | None
    begun_on: date | None
    ends_on: date | None
    completed_on: date | None
    outcome: str | None
    results_annulled: bool


class StepTaken(msgspec.Struct, frozen=True):
    """One step of the history of an inspection."""

    number: int
    step: str
    title: Text
    state: str
    on: date
    at: datetime
    by: str
    reason: str
    document: str | None


class MeasureTaken(msgspec.Struct, frozen=True):
    """Something that followed from an inspection; ``amount`` is a sum in tenge."""

    id: UUID
    kind: str
    taken_on: date
    lasts_to: date | None
    amount: str | None
    state: str
    ended_on: date | None


class DisputeFiled(msgspec.Struct, frozen=True):
    """That the clinic disagrees, with a measure or with the results, and what was decided."""

    id: UUID
    kind: str
    measure: UUID | None
    filed_on: date
    decision: str | None
    decided_on: date | None


class InspectionDocument(msgspec.Struct, frozen=True):
    """One inspection with its history, the standing answers to the check-list, what followed and what is disputed."""

    inspection: InspectionLine
    inspectors: tuple[str, ...]
    steps: tuple[StepTaken, ...]
    answers: dict[str, str]
    measures: tuple[MeasureTaken, ...]
    disputes: tuple[DisputeFiled, ...]


class LawfulStep(msgspec.Struct, frozen=True):
    """Something that the law allows from here; ``cites`` are keys of the answer's citations, ``warnings`` terms that
    were not read in the law."""

    step: str
    title: Text
    whose: Text
    leads_to: str
    permission: str
    cites: tuple[str, ...]
    warnings: tuple[Text, ...]


class LawfulSteps(msgspec.Struct, frozen=True):
    """Every lawful step of an inspection on a day."""

    on: date
    inspection: InspectionLine
    steps: tuple[LawfulStep, ...]
    citations: tuple[Quotation, ...]


class WaitingForInspectors(msgspec.Struct, frozen=True):
    """A complaint or a serious complication that no inspection has answered; ``complaint`` is what an appointment names
    as its cause."""

    kind: str
    reference: str
    clinic: UUID
    clinic_name: str | None
    happened_on: date
    about: str
    anonymous: bool
    complaint: UUID | None


class GroundOnDay(msgspec.Struct, frozen=True):
    """A ground on which an inspection may be appointed on a day."""

    code: str
    name: Text
    facts_of_harm: bool
    verified: bool
    cites: tuple[str, ...]


class ChecklistRow(msgspec.Struct, frozen=True):
    """One row of the check-list of a day; ``permit`` is the document that is missing where the answer is no."""

    code: str
    question: Text
    permit: str | None
    verified: bool
    cites: tuple[str, ...]
