"""Which clinic to inspect next: signs, each with its points, added up in the open.

The score is a proposal for those who plan. It is worked out from weights that are Saqta's own and are kept as dated
data, every point of it is explained by a line, and what is not known adds nothing and says so. It is no law, no proof
and no verdict on a clinic, and no public page shows it.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Literal
from uuid import UUID

import msgspec

from saqta.basis.days import day_text
from saqta.basis.span import covers
from saqta.basis.text import Text
from saqta.figures import planning_wording as say

_FILE = Path(__file__).with_name("planning_weights.yaml")

Sign = Literal["grave_complaints", "complaints", "missing_annex", "wide_sessions", "repeat_violations", "time_since"]
"""What points to a clinic."""


class NoWeights(LookupError):
    """No weights are known for this day."""


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points for each time within so many days before the day, up to ``most``. ``teeth``: from how many on."""

    points: int
    most: int
    days: int
    teeth: int = 0


class Once(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points for something that is so or is not; ``days`` is how far back is looked for it."""

    points: int
    days: int


class Elapsed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points for each full ``days_each`` days since something, up to ``most``; ``never``: where it has not been."""

    points: int
    most: int
    never: int
    days_each: int


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weights from one day up to, but not including, another."""

    start: date = msgspec.field(name="from")
    until: date | None
    source: Text
    complaint: Counted
    grave_complaint: Counted
    missing_annex: Once
    wide_session: Counted
    repeat_violation: Counted
    time_since: Elapsed


class ClinicSigns(msgspec.Struct, frozen=True):
    """What is known of a clinic on a day. ``annex``: whether its licence names anaesthesiology, None where the register
    holds no annex of it at all; ``plans`` of anaesthesia that it filed; ``wide_sessions`` among those it finished."""

    complaints: int
    grave_complaints: int
    annex: bool | None
    plans: int
    wide_sessions: int
    violations: int
    last_inspected: date | None


class ScoreLine(msgspec.Struct, frozen=True):
    """One sign: what was found, the points it gives, and whether it was known at all."""

    sign: Sign
    says: Text
    points: int
    known: bool


class Score(msgspec.Struct, frozen=True):
    """The points of a clinic, which are the sum of its lines."""

    points: int
    lines: tuple[ScoreLine, ...]


class ScoredClinic(msgspec.Struct, frozen=True):
    """A clinic with its score. ``region`` is its code of КАТО."""

    clinic: UUID
    bin: str
    name: str
    address: str
    region: str
    score: Score


@lru_cache(maxsize=1)
def all_weights() -> tuple[Weights, ...]:
    """Every set of weights there has been."""
    return msgspec.yaml.decode(_FILE.read_bytes(), type=tuple[Weights, ...])


def weights_on(on: date) -> Weights:
    """The weights of a day; raises ``NoWeights``."""
    for found in all_weights():
        if covers(found.start, found.until, on):
            return found
    raise NoWeights(on)


def score(signs: ClinicSigns, on: date, weights: Weights) -> Score:
    """The score of a clinic on a day, line by line."""
    lines = (
        _counted("grave_complaints", signs.grave_complaints, weights.grave_complaint),
        _counted("complaints", signs.complaints, weights.complaint),
        _annex(signs, weights.missing_annex),
        _wide(signs, weights.wide_session),
        _counted("repeat_violations", max(signs.violations - 1, 0), weights.repeat_violation),
        _elapsed(signs.last_inspected, on, weights.time_since),
    )
    return Score(sum(line.points for line in lines), lines)


def _counted(sign: Sign, count: int, weight: Counted) -> ScoreLine:
    says = say.COUNTED[sign].fill(count=str(count), days=str(weight.days), teeth=str(weight.teeth))
    return ScoreLine(sign, _each(says, weight), min(count * weight.points, weight.most), known=True)


def _each(says: Text, weight: Counted | Elapsed) -> Text:
    return say.EACH.fill(says=says, points=str(weight.points), most=str(weight.most))


def _annex(signs: ClinicSigns, weight: Once) -> ScoreLine:
    if signs.plans == 0:
        return ScoreLine("missing_annex", say.NOT_OFFERED.fill(days=str(weight.days)), 0, known=False)
    if signs.annex is None:
        return ScoreLine("missing_annex", say.ANNEX_UNKNOWN, 0, known=False)
    if signs.annex:
        return ScoreLine("missing_annex", say.ANNEX_THERE, 0, known=True)
    return ScoreLine("missing_annex", say.ANNEX_MISSING, weight.points, known=True)


def _wide(signs: ClinicSigns, weight: Counted) -> ScoreLine:
    if signs.plans == 0 and signs.wide_sessions == 0:
        return ScoreLine("wide_sessions", say.NO_SESSIONS.fill(days=str(weight.days)), 0, known=False)
    return _counted("wide_sessions", signs.wide_sessions, weight)


def _elapsed(last: date | None, on: date, weight: Elapsed) -> ScoreLine:
    if last is None:
        return ScoreLine("time_since", say.NEVER.fill(points=str(weight.never)), weight.never, known=True)
    times = (on - last).days // weight.days_each
    says = say.LAST.fill(day=day_text(last), times=str(times), each=str(weight.days_each))
    return ScoreLine("time_since", _each(says, weight), min(times * weight.points, weight.most), known=True)
