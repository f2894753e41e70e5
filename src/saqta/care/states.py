"""The states of a plan and the steps between them: one table, from which nothing is left out.

There is one way to ``cleared``, and it leads through ``consented``; whatever changes what the parents agreed to leads
back before it. That a demand of the law is not met is no matter of this table: ``judging`` holds it beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

State = Literal[
    "filed", "consented", "refused", "consent_withdrawn", "cleared", "started", "finished", "plan_withdrawn"
]
"""``filed``: nobody has agreed to the plan as it stands. ``cleared``: it may go ahead."""

Verb = Literal[
    "file",
    "change",
    "note",
    "link",
    "agree",
    "refuse",
    "withdraw_consent",
    "override",
    "go_ahead",
    "start",
    "report",
    "finish",
    "withdraw_plan",
]
"""``note``: what was found at an examination. ``override``: a physician answers for a demand that is not met.
``report``: a complication, as soon as it is seen."""

BEFORE_THE_START: tuple[State, ...] = ("filed", "consented", "refused", "consent_withdrawn", "cleared")

STEPS: Mapping[tuple[State | None, Verb], State] = MappingProxyType(
    {
        (None, "file"): "filed",
        # A plan that changed, or whose demands a physician answers for, is another plan: the parents are asked again.
        **{(state, "change"): "filed" for state in BEFORE_THE_START},
        **{(state, "override"): "filed" for state in BEFORE_THE_START},
        # What is found later leaves the consent standing, but has to be looked at before the plan goes ahead.
        **{(state, "note"): state for state in BEFORE_THE_START},
        ("cleared", "note"): "consented",
        **{(state, "link"): state for state in BEFORE_THE_START},
        ("filed", "agree"): "consented",
        ("refused", "agree"): "consented",
        ("consent_withdrawn", "agree"): "consented",
        **{(state, "refuse"): "refused" for state in BEFORE_THE_START if state != "refused"},
        ("consented", "withdraw_consent"): "consent_withdrawn",
        ("cleared", "withdraw_consent"): "consent_withdrawn",
        ("consented", "go_ahead"): "cleared",
        ("cleared", "start"): "started",
        ("started", "report"): "started",
        ("started", "finish"): "finished",
        # What shows itself at home is reported as well.
        ("finished", "report"): "finished",
        **{(state, "withdraw_plan"): "plan_withdrawn" for state in BEFORE_THE_START},
    }
)
"""Which state a step leads to, from which; a step that is not here is refused."""


def next_steps(state: State) -> tuple[Verb, ...]:
    """What may be done with a plan in this state."""
    return tuple(verb for found, verb in STEPS if found == state)
