"""What valid data on state control of clinics looks like: grounds of inspections and the rows of a check-list."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from saqta.basis.span import covers
from saqta.basis.text import Text
from saqta.law.shape import Confidence, check_spans

Permit = Literal["licence", "annex", "certificate"]
"""A document without which medical care must not be given; only these open the way to urgent measures."""


class _Dated(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that stands from one day up to, but not including, another."""

    code: str
    confidence: Confidence
    source: str
    cites: tuple[str, ...]
    start: date = msgspec.field(name="from")
    end: date | None = msgspec.field(name="until")

    def __post_init__(self) -> None:
        check_spans(self.code, (self,))

    def stands_on(self, day: date) -> bool:
        return covers(self.start, self.end, day)


class ControlGround(_Dated, frozen=True, kw_only=True):
    """A ground on which an unscheduled inspection may be appointed. ``facts_of_harm``: it must name concrete facts of
    harm or a threat to somebody's life or health."""

    name: Text
    facts_of_harm: bool


class ChecklistItem(_Dated, frozen=True, kw_only=True):
    """One row of a check-list. ``permit``: the document that is missing where the answer is no."""

    question: Text
    permit: Permit | None
