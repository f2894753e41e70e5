"""How a step is written: one turn of the journal, the step, and the seal of what was told. For this room alone."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import msgspec

from saqta.care.checks import refused
from saqta.care.history import History
from saqta.care.models import Plan, Step
from saqta.care.phrases import phrases
from saqta.care.queries import VERBS, content_of
from saqta.care.states import STEPS, State, Verb
from saqta.care.told import Filed, Told
from saqta.journal.actions import record_entry


def may_step(found: History, verb: Verb) -> State:
    """The state that the step leads to; raises ``Refused`` where it cannot be taken."""
    after = STEPS.get((found.state, verb))
    if after is None:
        raise refused("step-not-possible", state=phrases("refusals")[f"state-{found.state}"])
    return after


def take_steps(found: History, *taken: tuple[Verb, Told], entry: int, by: str, at: datetime) -> list[Step]:
    """Writes steps one after another under the entry whose turn was taken, and names the entry for the last of them."""
    state, place, written = found.state, found.steps[-1].place, list[Step]()
    for verb, told in taken:
        state, place = STEPS[state, verb], place + 1
        written.append(_write(found.id, place, verb, state, told, entry))
    _seal(written, taken[-1][0], by=by, at=at)
    return written


def file_step(row: Plan, told: Filed, *, by: str, at: datetime) -> None:
    """Writes the first step of a plan, under the entry of its row."""
    step = _write(row.id, 1, "file", STEPS[None, "file"], told, row.recorded_id)
    _seal([step], "file", by=by, at=at)


def _write(plan: UUID, place: int, verb: Verb, state: State, told: Told, entry: int) -> Step:
    details = msgspec.to_builtins(told)
    return Step.objects.create(plan_id=plan, place=place, verb=verb, state=state, details=details, recorded_id=entry)


def _seal(written: list[Step], verb: Verb, *, by: str, at: datetime) -> None:
    """The entry of the journal. It names nobody as one whose status is to be worked out again: a plan changes none."""
    record_entry(VERBS[verb], by=by, at=at, content=content_of(written), people=())
