"""How much anaesthesia clinics planned and gave, without a word about any child: for those who plan inspections."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

import msgspec

from saqta.basis.days import day_in_kazakhstan
from saqta.care.models import Step
from saqta.care.told import Finished
from saqta.registry.queries import chunks


@dataclass(slots=True)
class ClinicSessions:
    """How many plans a clinic filed, and how many teeth each finished session treated."""

    plans: int = 0
    teeth: list[int] = field(default_factory=list)


def sessions_of(facilities: Collection[UUID], since: date, on: date) -> Mapping[UUID, ClinicSessions]:
    """What was written down of these clinics from ``since`` to ``on``, both included; a clinic left out wrote
    nothing."""
    found: dict[UUID, ClinicSessions] = {}
    for chunk in chunks(list(facilities)):
        rows = Step.objects.filter(plan__facility_id__in=chunk, verb__in=("file", "finish"))
        columns = ("plan__facility_id", "verb", "details", "recorded__at")
        for facility, verb, details, at in rows.values_list(*columns).iterator(chunk_size=1000):
            if not since <= day_in_kazakhstan(at) <= on:
                continue
            sessions = found.setdefault(facility, ClinicSessions())
            if verb == "file":
                sessions.plans += 1
            else:
                told = msgspec.convert(details, Finished)
                sessions.teeth.append(len({treated.tooth for treated in told.teeth}))
    return found
