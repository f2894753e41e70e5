"""What is counted of inspections on a day, before anybody adds it up: groups of rows that are alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from saqta.basis.text import Text
from saqta.oversight.records import MeasureKind, MeasureState
from saqta.rules.inspections import State

CellOutcome = Literal["violations", "no_violations", "annulled"]
"""What a completed inspection found; or that a higher body or court annulled its results by the day."""


@dataclass(frozen=True, slots=True)
class InspectionCell:
    """How many inspections were alike on the day. ``region`` is the first two digits of the code of КАТО and
    ``funding`` what the clinic worked for, both on the day of appointment; ``outcome`` is None unless completed."""

    state: State
    region: str
    funding: str | None
    outcome: CellOutcome | None
    inspections: int


@dataclass(frozen=True, slots=True)
class MeasureCell:
    """How many measures were alike on the day; ``amount`` is the sum of their fines in tiyn."""

    kind: MeasureKind
    state: MeasureState
    region: str
    measures: int
    amount: int


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that was counted at once, up to entry ``entry`` of the journal: the clinics of the register, those
    with at least one of these inspections, and the cells. ``campaign`` is its name, or None for all inspections."""

    on: date
    campaign: Text | None
    entry: int
    clinics: int
    inspected: int
    inspections: tuple[InspectionCell, ...]
    measures: tuple[MeasureCell, ...]
