"""The documents that ``saqta plans`` prints with ``--json``, apart from the commands, so that their schemas can be had
without a register. None of them names a child."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import msgspec

from saqta.basis.text import Language
from saqta.care.records import (
    Complication,
    ComplicationCode,
    Decision,
    Findings,
    Kind,
    Relation,
    SessionReport,
    SignatureKind,
    ToldPlan,
)
from saqta.care.states import State, Verb
from saqta.rules.anaesthesia import AnaesthesiaAnswer


class PlanOverride(msgspec.Struct, frozen=True):
    """For which demands a physician answers, and why."""

    demands: tuple[str, ...]
    physician: str
    reason: str
    at: datetime


class PlanConsent(msgspec.Struct, frozen=True):
    """What the parents decided. ``document``: the digest of what they signed."""

    version: int
    decision: Decision
    relation: Relation
    signature: SignatureKind
    language: Language
    at: datetime
    document: str
    stands: bool


class PlanStep(msgspec.Struct, frozen=True):
    """One step in the life of a plan and its entry in the journal."""

    verb: Verb
    state: State
    by: str
    at: datetime
    entry: int


class PlanSession(msgspec.Struct, frozen=True):
    """What was done on the day; ``report`` is null until it is told."""

    started_at: datetime
    report: SessionReport | None
    complications: tuple[Complication, ...]


class ShownPlan(msgspec.Struct, frozen=True):
    """A plan with everything that happened to it."""

    number: int
    clinic: UUID
    state: State
    version: int
    plan: ToldPlan
    findings: Findings
    overrides: tuple[PlanOverride, ...]
    consents: tuple[PlanConsent, ...]
    session: PlanSession | None
    steps: tuple[PlanStep, ...]


class PlanCheck(msgspec.Struct, frozen=True):
    """What stands in the way of a plan: the demands that are not met, and those of them that nobody answers for."""

    number: int
    may_go_ahead: bool
    unmet: tuple[str, ...]
    blocking: tuple[str, ...]
    answer: AnaesthesiaAnswer


class PlanLine(msgspec.Struct, frozen=True):
    """One plan in the list of a clinic."""

    number: int
    state: State
    planned_on: date
    kind: Kind


class PlanLink(msgspec.Struct, frozen=True):
    """The link to be given to the parents, told this once."""

    number: int
    link: str


class Incident(msgspec.Struct, frozen=True):
    """A serious complication."""

    number: int
    plan: int
    clinic: UUID
    code: ComplicationCode
    happened_at: datetime
    opened_at: datetime


class CheckedDocument(msgspec.Struct, frozen=True):
    """A signed document that was found again."""

    plan: int
    decision: Decision
    version: int
    at: datetime
    stands: bool
