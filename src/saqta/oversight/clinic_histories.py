"""What oversight has seen of clinics: complaints, violations, the last inspection; for those who plan the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from saqta.oversight.models import Complaint, Inspection
from saqta.oversight.records import ComplaintTopic
from saqta.registry.queries import chunks
from saqta.rules.inspections import State

GRAVE: frozenset[ComplaintTopic] = frozenset({"harm", "threat", "anaesthesia"})
"""Complaints about life and health."""


@dataclass(slots=True)
class ClinicHistory:
    """Complaints received and inspections that found violations, each within its own time; the last day on which an
    inspection was completed, whatever it found and however long ago."""

    complaints: int = 0
    grave_complaints: int = 0
    violations: int = 0
    last_inspected: date | None = None


def histories_of(
    facilities: Collection[UUID], on: date, *, complaints_since: date, violations_since: date
) -> Mapping[UUID, ClinicHistory]:
    """What had happened to these clinics by the end of ``on``. Results that were annulled prove nothing and count for
    neither; a clinic left out has no history."""
    found: dict[UUID, ClinicHistory] = {}
    for chunk in chunks(list(facilities)):
        complaints = Complaint.objects.filter(facility_id__in=chunk, received_on__range=(complaints_since, on))
        for facility, topic in complaints.values_list("facility_id", "topic"):
            history = found.setdefault(facility, ClinicHistory())
            history.complaints += topic not in GRAVE
            history.grave_complaints += topic in GRAVE
        completed = Inspection.objects.filter(
            facility_id__in=chunk, state=State.COMPLETED.value, completed_on__lte=on, results_annulled=False
        )
        for facility, day, outcome in completed.values_list("facility_id", "completed_on", "outcome"):
            if day is None:  # the database lets no completed inspection be without its day
                continue
            history = found.setdefault(facility, ClinicHistory())
            history.violations += outcome == "violations" and day >= violations_since
            history.last_inspected = max(day, history.last_inspected or day)
    return found
