"""What valid data on state control of clinics looks like: grounds of inspections and the rows of a check-list."""

from __future__ import annotations

from typing import Literal

from saqta.basis.text import Text
from saqta.law.shape import Dated

Permit = Literal["licence", "annex", "certificate"]
"""A document without which medical care must not be given; only these open the way to urgent measures."""


class ControlGround(Dated, frozen=True, kw_only=True):
    """A ground on which an unscheduled inspection may be appointed. ``facts_of_harm``: it must name concrete facts of
    harm or a threat to somebody's life or health."""

    name: Text
    facts_of_harm: bool


class ChecklistItem(Dated, frozen=True, kw_only=True):
    """One row of a check-list. ``permit``: the document that is missing where the answer is no."""

    question: Text
    permit: Permit | None
