"""Looks through the clinics of the register, a part of them at a time, and keeps those with the most points."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from uuid import UUID

from saqta.care.sessions_of_clinics import ClinicSessions, sessions_of
from saqta.figures.planning import ClinicSigns, ScoredClinic, Weights, score, weights_on
from saqta.law.activities import ANAESTHESIOLOGY
from saqta.oversight.clinic_histories import ClinicHistory, histories_of
from saqta.registry.clinic_queries import all_facilities, annexes, descriptions_of
from saqta.registry.clinic_records import FacilityRecord

_AT_ONCE = 1000


def next_clinics(on: date, *, most: int, region: str = "") -> tuple[ScoredClinic, ...]:
    """The clinics with the most points on the day, the highest first, at most so many; of equals the one told of first.
    ``region`` takes those whose code of КАТО begins so. Raises ``NoWeights``."""
    weights = weights_on(on)
    found = (facility for facility in all_facilities() if facility.region.startswith(region))
    scored = ((scored.score.points, -place, scored) for place, scored in enumerate(_scored(found, on, weights)))
    return tuple(one for *_, one in heapq.nlargest(most, scored, key=lambda ranked: ranked[:2]))


def score_of(clinic: UUID, on: date) -> ScoredClinic | None:
    """The score of one clinic; None where no feed has told of it. Raises ``NoWeights``."""
    return next(_scored(iter(descriptions_of([clinic]).values()), on, weights_on(on)), None)


def _scored(facilities: Iterator[FacilityRecord], on: date, weights: Weights) -> Iterator[ScoredClinic]:
    while chunk := list(islice(facilities, _AT_ONCE)):
        signs = _signs([facility.id for facility in chunk], on, weights)
        for facility in chunk:
            worked_out = score(signs[facility.id], on, weights)
            yield ScoredClinic(facility.id, facility.bin, facility.name, facility.address, facility.region, worked_out)


def _signs(clinics: list[UUID], on: date, weights: Weights) -> dict[UUID, ClinicSigns]:
    longest = max(weights.complaint.days, weights.grave_complaint.days)
    histories = histories_of(
        clinics,
        on,
        complaints_since=on - timedelta(days=longest),
        violations_since=on - timedelta(days=weights.repeat_violation.days),
    )
    sessions = sessions_of(clinics, on - timedelta(days=weights.wide_session.days), on)
    annexed: dict[UUID, bool] = {}
    for annex in annexes(clinics):
        here = annex.activity == ANAESTHESIOLOGY and annex.in_force_on(on)
        annexed[annex.facility] = annexed.get(annex.facility, False) or here
    return {
        clinic: _of(
            histories.get(clinic, ClinicHistory()),
            sessions.get(clinic, ClinicSessions()),
            annexed.get(clinic),
            weights.wide_session.teeth,
        )
        for clinic in clinics
    }


def _of(history: ClinicHistory, sessions: ClinicSessions, annex: bool | None, teeth: int) -> ClinicSigns:
    return ClinicSigns(
        complaints=history.complaints,
        grave_complaints=history.grave_complaints,
        annex=annex,
        plans=sessions.plans,
        wide_sessions=sum(count >= teeth for count in sessions.teeth),
        violations=history.violations,
        last_inspected=history.last_inspected,
    )
