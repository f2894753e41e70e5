"""What is told with each step of a plan, as it is kept."""

from __future__ import annotations

import msgspec

from saqta.basis.text import Language
from saqta.care.records import Complication, Findings, Relation, SignatureKind, ToldPlan, Treatments
from saqta.care.states import Verb


class Filed(msgspec.Struct, frozen=True):
    """A plan told for the first time."""

    plan: ToldPlan
    findings: Findings


class Changed(msgspec.Struct, frozen=True):
    """The plan that took the place of the one before."""

    plan: ToldPlan


class Decided(msgspec.Struct, frozen=True):
    """What the parents decided about a version, and the digest of the document under which they put their names."""

    version: int
    relation: Relation
    signature: SignatureKind
    language: Language
    digest: str


class Overridden(msgspec.Struct, frozen=True):
    """For which demands a physician answers, and why."""

    demands: tuple[str, ...]
    physician: str
    reason: str


class Judged(msgspec.Struct, frozen=True):
    """The seal of the answer of the rules with which a plan was let pass, and what a physician answers for."""

    answer: str
    overridden: tuple[str, ...]


class Finished(msgspec.Struct, frozen=True):
    """What was done."""

    teeth: Treatments
    anaesthesia_minutes: int


class Reason(msgspec.Struct, frozen=True):
    """Why the clinic withdrew the plan."""

    reason: str


class Nothing(msgspec.Struct, frozen=True):
    """The step says all by itself."""


Told = Filed | Changed | Decided | Findings | Overridden | Judged | Complication | Finished | Reason | Nothing

SHAPES: dict[Verb, type[Told]] = {
    "file": Filed,
    "change": Changed,
    "note": Findings,
    "link": Nothing,
    "agree": Decided,
    "refuse": Decided,
    "withdraw_consent": Nothing,
    "override": Overridden,
    "go_ahead": Judged,
    "start": Judged,
    "report": Complication,
    "finish": Finished,
    "withdraw_plan": Reason,
}
"""The shape of what is told with each step."""
