"""The course of an inspection as one table: from which state which step leads where, who takes it, by which article.

What the table does not name is not lawful. Terms that nobody of us has read in the law (``inspection_terms``) warn and
never forbid; the table itself holds only what the law or the title of the registration rules says.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Literal, NamedTuple

from saqta.basis.text import Text
from saqta.rules.phrases import phrases


class State(Enum):
    """Where an inspection stands."""

    BEING_REGISTERED = "being_registered"
    REGISTRATION_REFUSED = "registration_refused"
    REGISTERED = "registered"
    IN_PROGRESS = "in_progress"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    REMOVED = "removed"
    """Removed from the register, for example because the clinic does not work."""

    @property
    def title(self) -> Text:
        """What the state is called."""
        return phrases("inspections")[f"state-{self.value}"]


class Step(Enum):
    """What can be done with an inspection, each by one action."""

    APPOINT = "appoint"
    REGISTER = "register"
    REFUSE_REGISTRATION = "refuse_registration"
    GIVE_NOTICE = "give_notice"
    CHANGE_PARTICIPANTS = "change_participants"
    BEGIN = "begin"
    EXTEND = "extend"
    SUSPEND = "suspend"
    RESUME = "resume"
    REMOVE = "remove"
    RECORD_FINDING = "record_finding"
    TAKE_URGENT_MEASURE = "take_urgent_measure"
    COMPLETE = "complete"
    PRESCRIBE = "prescribe"
    IMPOSE_FINE = "impose_fine"
    RECORD_COURT_SUSPENSION = "record_court_suspension"
    SUSPEND_PERMIT = "suspend_permit"
    REPRESENT = "represent"
    OBJECT = "object"
    APPEAL = "appeal"
    DECIDE_APPEAL = "decide_appeal"
    END_MEASURE = "end_measure"

    @property
    def title(self) -> Text:
        """What the step is called, as something to do."""
        return phrases("inspections")[f"step-{self.value}"]


Taker = Literal["inspector", "head", "legal_statistics", "clinic", "higher_body_or_court"]
"""Whose decision a step is. Whoever writes it down in the register may be another person."""


def taker_title(taker: Taker) -> Text:
    """Who that is, in words."""
    return phrases("inspections")[f"taker-{taker}"]


class Lawful(NamedTuple):
    """One row of the table. ``once_extended`` tells two rows apart that differ only by what came before."""

    state: State | None
    step: Step
    to: State
    taker: Taker
    cites: tuple[str, ...]
    once_extended: bool | None = None


_ENTREPRENEURIAL, _HEALTH, _RULES = "K1500000375", "K2000000360", "order-162-2020"
_RUNNING = (State.IN_PROGRESS, State.EXTENDED)
_ON_RESULTS = (State.COMPLETED,)
_UNDER_WAY = (State.REGISTERED, *_RUNNING, State.SUSPENDED)
_MEASURED = (*_RUNNING, State.SUSPENDED, State.COMPLETED)


def _stay(states: Iterable[State], step: Step, taker: Taker, *cites: str) -> tuple[Lawful, ...]:
    """Rows for a step that leaves an inspection in the state it is in."""
    return tuple(Lawful(state, step, state, taker, cites) for state in states)


def _move(states: Iterable[State | None], step: Step, to: State, taker: Taker, *cites: str) -> tuple[Lawful, ...]:
    return tuple(Lawful(state, step, to, taker, cites) for state in states)


def _resumed(to: State, *, once_extended: bool) -> Lawful:
    return Lawful(State.SUSPENDED, Step.RESUME, to, "head", (f"{_RULES}/rule_3",), once_extended)


COURSE: tuple[Lawful, ...] = (
    *_move(
        (None,),
        Step.APPOINT,
        State.BEING_REGISTERED,
        "head",
        f"{_ENTREPRENEURIAL}/art_145",
        f"{_ENTREPRENEURIAL}/art_144__para_5",
    ),
    *_move(
        (State.BEING_REGISTERED,), Step.REGISTER, State.REGISTERED, "legal_statistics", f"{_ENTREPRENEURIAL}/art_146"
    ),
    *_move(
        (State.BEING_REGISTERED,),
        Step.REFUSE_REGISTRATION,
        State.REGISTRATION_REFUSED,
        "legal_statistics",
        f"{_RULES}/rule_1",
        f"{_ENTREPRENEURIAL}/art_146",
    ),
    *_stay((State.REGISTERED,), Step.GIVE_NOTICE, "inspector", f"{_ENTREPRENEURIAL}/art_147"),
    *_stay(_UNDER_WAY, Step.CHANGE_PARTICIPANTS, "head", f"{_RULES}/rule_5"),
    *_move((State.REGISTERED,), Step.BEGIN, State.IN_PROGRESS, "inspector", f"{_ENTREPRENEURIAL}/art_146"),
    *_move(_RUNNING, Step.EXTEND, State.EXTENDED, "head", f"{_RULES}/rule_4", f"{_ENTREPRENEURIAL}/art_148"),
    *_move(_RUNNING, Step.SUSPEND, State.SUSPENDED, "head", f"{_RULES}/rule_3"),
    _resumed(State.IN_PROGRESS, once_extended=False),
    _resumed(State.EXTENDED, once_extended=True),
    *_move(_UNDER_WAY, Step.REMOVE, State.REMOVED, "head", f"{_RULES}/rule_2"),
    *_stay(_RUNNING, Step.RECORD_FINDING, "inspector", f"{_HEALTH}/art_32__para_3__subpara_1"),
    *_stay(
        (*_RUNNING, *_ON_RESULTS),
        Step.TAKE_URGENT_MEASURE,
        "head",
        f"{_HEALTH}/art_34-2__para_5",
        f"{_HEALTH}/art_32__para_3__subpara_4",
    ),
    *_move(
        _RUNNING,
        Step.COMPLETE,
        State.COMPLETED,
        "inspector",
        f"{_HEALTH}/art_32__para_3__subpara_1",
        f"{_ENTREPRENEURIAL}/art_152",
    ),
    *_stay(_ON_RESULTS, Step.PRESCRIBE, "inspector", f"{_HEALTH}/art_32__para_3__subpara_2"),
    *_stay(_ON_RESULTS, Step.IMPOSE_FINE, "inspector", f"{_HEALTH}/art_32__para_1__subpara_6"),
    *_stay(_ON_RESULTS, Step.RECORD_COURT_SUSPENSION, "higher_body_or_court", f"{_HEALTH}/art_32__para_1__subpara_6"),
    *_stay(_ON_RESULTS, Step.SUSPEND_PERMIT, "head", f"{_HEALTH}/art_32__para_3__subpara_3"),
    *_stay(_ON_RESULTS, Step.REPRESENT, "head", f"{_HEALTH}/art_32__para_3__subpara_5"),
    *_stay(_ON_RESULTS, Step.OBJECT, "clinic", f"{_ENTREPRENEURIAL}/art_152"),
    *_stay(
        _MEASURED,
        Step.APPEAL,
        "clinic",
        f"{_ENTREPRENEURIAL}/chapter_29",
        f"{_HEALTH}/art_34-2__para_13__part_1",
    ),
    *_stay(
        _MEASURED,
        Step.DECIDE_APPEAL,
        "higher_body_or_court",
        f"{_ENTREPRENEURIAL}/chapter_29",
        f"{_HEALTH}/art_34-2__para_14",
    ),
    *_stay(_MEASURED, Step.END_MEASURE, "head", f"{_HEALTH}/art_34-2__para_11__part_2"),
)
"""Every lawful step from every state; ``None`` is the state of an inspection that nobody has appointed yet."""

FINAL: frozenset[State] = frozenset(State) - {row.state for row in COURSE}
"""States that no step leads out of and in which nothing more is done."""


def lawful_steps(state: State | None, *, once_extended: bool) -> tuple[Lawful, ...]:
    """What the law allows from here, in the order of the table. ``once_extended``: its term was extended before."""
    return tuple(
        row
        for row in COURSE
        if row.state is state and (row.once_extended is None or row.once_extended is once_extended)
    )


def lawful_step(state: State | None, step: Step, *, once_extended: bool) -> Lawful | None:
    """The row of the table for this step from this state; None when the step is not lawful."""
    return next((row for row in lawful_steps(state, once_extended=once_extended) if row.step is step), None)
