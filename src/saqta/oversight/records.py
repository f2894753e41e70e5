"""What is told to the room and what leaves it. Days are inclusive unless called ``until``; money is whole tiyn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from saqta.access.permissions import Permission
from saqta.basis.text import Text
from saqta.rules.inspection_terms import Size
from saqta.rules.inspections import State, Step, Taker

Outcome = Literal["violations", "no_violations"]
"""What a completed inspection found: whether any row of its check-list was answered no."""

OUTCOMES: tuple[Outcome, ...] = ("violations", "no_violations")

Answer = Literal["met", "not_met", "not_checked"]
"""How a row of the check-list was answered."""

ANSWERS: tuple[Answer, ...] = ("met", "not_met", "not_checked")

MeasureKind = Literal[
    "suspend_activity",
    "suspend_part",
    "remove_person",
    "prescription",
    "fine",
    "court_suspension",
    "permit_suspension",
    "representation",
]
"""What followed from an inspection. The first three are the urgent measures of article 34-2."""

URGENT: tuple[MeasureKind, ...] = ("suspend_activity", "suspend_part", "remove_person")
MEASURES: tuple[MeasureKind, ...] = (
    *URGENT,
    "prescription",
    "fine",
    "court_suspension",
    "permit_suspension",
    "representation",
)

MeasureState = Literal["standing", "ended", "annulled"]
"""A measure stands until a follow-up inspection ends it or a higher body or court annuls it."""

MEASURE_STATES: tuple[MeasureState, ...] = ("standing", "ended", "annulled")

DisputeKind = Literal["objection", "complaint", "claim"]
"""A written objection to the act on the results; a complaint to the higher body; a claim in court."""

DISPUTES: tuple[DisputeKind, ...] = ("objection", "complaint", "claim")

Decision = Literal["kept", "annulled"]
"""What became of the disputed act."""

DECISIONS: tuple[Decision, ...] = ("kept", "annulled")

ComplaintTopic = Literal["harm", "threat", "anaesthesia", "no_permit", "payment", "other"]
"""What a complaint about a clinic is about."""

TOPICS: tuple[ComplaintTopic, ...] = ("harm", "threat", "anaesthesia", "no_permit", "payment", "other")

LONGEST_REASON = 1000
SHORTEST_ACCOUNT, LONGEST_ACCOUNT, LONGEST_CONTACT = 20, 4000, 200
"""Letters of what somebody who complains tells, and of how they want to be answered."""
LONGEST_DOCUMENT = 60
LONGEST_ACTOR = 64


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a step: which version of the inspection was seen, on which day the step was done, why, and the
    number of its paper where it has one."""

    seen: int
    on: date
    reason: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class InspectionRecord:
    """Where an inspection stands. ``region`` and ``funding`` are those of the clinic on the day of appointment;
    ``ends_on`` is the last day of its term, which is not verified in the law; ``version`` is what the next step has to
    name as seen."""

    id: UUID
    facility: UUID
    campaign: UUID | None
    ground: str
    follows: UUID | None
    region: str
    funding: str | None
    size: Size
    state: State
    version: int
    appointed_on: date
    registered_on: date | None
    registration: str | None
    notice_on: date | None
    begun_on: date | None
    ends_on: date | None
    completed_on: date | None
    outcome: Outcome | None
    results_annulled: bool
    extensions: int
    changed_on: date


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One step that was taken: which, when, by whom, why, and where it led. ``document`` is the number of its paper."""

    number: int
    step: Step
    state: State
    on: date
    at: datetime
    by: str
    reason: str
    document: str | None


@dataclass(frozen=True, slots=True)
class FindingRecord:
    """How one row of the check-list was answered; the latest answer to a row stands."""

    item: str
    answer: Answer
    number: int


@dataclass(frozen=True, slots=True)
class MeasureRecord:
    """Something that followed from an inspection. ``mend_by`` is the day up to which the violation is to be mended or
    the measure lasts; ``amount`` is that of a fine, in tiyn."""

    id: UUID
    inspection: UUID
    kind: MeasureKind
    taken_on: date
    mend_by: date | None
    amount: int | None
    state: MeasureState
    ended_on: date | None
    document: str | None


@dataclass(frozen=True, slots=True)
class DisputeRecord:
    """That the clinic disagrees, with the whole result or with one measure, and what was decided."""

    id: UUID
    inspection: UUID
    measure: UUID | None
    kind: DisputeKind
    filed_on: date
    decision: Decision | None
    decided_on: date | None


@dataclass(frozen=True, slots=True)
class CampaignRecord:
    """Inspections that belong together, and the paper that ordered them."""

    id: UUID
    name: Text
    ordered_by: str
    begun_on: date


@dataclass(frozen=True, slots=True)
class ComplaintRecord:
    """That somebody complained about a clinic; who did is not kept here. ``reference`` is the number under which the
    complaint itself is kept."""

    id: UUID
    facility: UUID
    received_on: date
    topic: ComplaintTopic
    anonymous: bool
    reference: str


@dataclass(frozen=True, slots=True)
class Account:
    """What somebody who complains tells: what happened, and by which name and way they want to be answered; without
    ``contact`` the complaint is anonymous. ``person`` is who complains or for whom, if the register knows them."""

    words: str
    contact: str = ""
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class NextStep:
    """Something the law allows from here: what, whose decision it is, by which articles, where it leads, and which
    permission writes it down. ``warnings`` are terms that nobody of us has read in the law."""

    step: Step
    title: Text
    taker: Taker
    to: State
    cites: tuple[str, ...]
    permission: Permission
    warnings: tuple[Text, ...] = ()
