"""A plan worked out from its steps: nothing about it is kept in two places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from saqta.care.records import (
    Complication,
    ConsentRecord,
    Decision,
    Findings,
    OverrideRecord,
    PlanRecord,
    SessionRecord,
    SessionReport,
    ToldPlan,
)
from saqta.care.states import State, Verb
from saqta.care.told import Changed, Decided, Filed, Finished, Overridden, Told


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step with what was told with it."""

    place: int
    verb: Verb
    state: State
    told: Told
    by: str
    at: datetime
    entry: int


@dataclass(frozen=True, slots=True)
class History:
    """A plan and its steps in their order, of which there is at least one."""

    id: UUID
    number: int
    person: UUID
    facility: UUID
    steps: Sequence[ToldStep]

    @property
    def state(self) -> State:
        return self.steps[-1].state

    @property
    def started_at(self) -> datetime | None:
        return next((step.at for step in self.steps if step.verb == "start"), None)

    def plan(self) -> PlanRecord:
        """The plan as it stands."""
        told, findings, overrides = _as_told(self.steps)
        return PlanRecord(
            id=self.id,
            number=self.number,
            person=self.person,
            facility=self.facility,
            state=self.state,
            version=_version(self.steps),
            plan=told,
            findings=findings,
            overrides=overrides,
            filed_at=self.steps[0].at,
        )

    def consents(self) -> tuple[ConsentRecord, ...]:
        """Every decision of the parents, the last one last; at most one of them stands."""
        decided = [(step, step.told) for step in self.steps if isinstance(step.told, Decided)]
        return tuple(
            ConsentRecord(
                plan=self.number,
                version=told.version,
                decision=_decision(step.verb),
                relation=told.relation,
                signature=told.signature,
                language=told.language,
                at=step.at,
                digest=told.digest,
                stands=step is decided[-1][0] and self._stands(step),
            )
            for step, told in decided
        )

    def session(self) -> SessionRecord | None:
        """What was done; None before the start."""
        if self.started_at is None:
            return None
        done = next(((step.at, step.told) for step in self.steps if isinstance(step.told, Finished)), None)
        report = None if done is None else SessionReport(done[1].teeth, done[1].anaesthesia_minutes)
        complications = tuple(step.told for step in self.steps if isinstance(step.told, Complication))
        return SessionRecord(self.number, self.started_at, None if done is None else done[0], report, complications)

    def _stands(self, decided: ToldStep) -> bool:
        """Whether nothing since has asked the parents anew or taken back what they said."""
        undone: set[Verb] = {"change", "override", "withdraw_consent", "withdraw_plan"}
        return not any(step.verb in undone for step in self.steps if step.place > decided.place)


def _as_told(steps: Iterable[ToldStep]) -> tuple[ToldPlan, Findings, tuple[OverrideRecord, ...]]:
    plan: ToldPlan | None = None
    findings, overrides = Findings(), list[OverrideRecord]()
    for step in steps:
        match step.told:
            case Filed(plan=plan, findings=findings):
                pass
            case Changed(plan=plan):
                # Whoever answered for a demand answered for the plan that was.
                overrides.clear()
            case Findings():
                findings = findings.then(step.told)
            case Overridden(demands, physician, reason):
                overrides.append(OverrideRecord(demands, physician, reason, step.at))
            case _:
                pass
    if plan is None:
        raise ValueError("a plan begins by being filed")
    return plan, findings, tuple(overrides)


def _version(steps: Iterable[ToldStep]) -> int:
    return sum(step.verb in ("file", "change", "override") for step in steps)


def _decision(verb: Verb) -> Decision:
    return "agree" if verb == "agree" else "refuse"
