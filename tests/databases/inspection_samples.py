"""An invented inspection for tests, led from step to step by the actions themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from saqta.law.book import load
from saqta.oversight import actions
from saqta.oversight.appointing import Appointment
from saqta.oversight.queries import find_inspection
from saqta.oversight.records import Answer, InspectionRecord, Told
from saqta.rules.inspection_terms import Size
from tests.databases.clinic_samples import a_facility

BOOK = load()
AT = datetime(2026, 2, 20, 9, 0, tzinfo=UTC)
BY = "system-user:aigerim"
MONDAY = date(2025, 12, 1)
NO_LICENCE: Mapping[str, Answer] = {"licence": "not_met", "consent": "met"}
NO_CONSENT: Mapping[str, Answer] = {"licence": "met", "consent": "not_met"}
ALL_IN_ORDER: Mapping[str, Answer] = {"licence": "met", "consent": "met"}

Move = Callable[..., InspectionRecord]


def now(identifier: UUID) -> InspectionRecord:
    """The inspection as it stands."""
    found = find_inspection(identifier)
    assert found is not None
    return found


def told(identifier: UUID, on: date | None = None, document: str | None = None) -> Told:
    """A step told by somebody who has just looked; on the day of the last step unless said otherwise."""
    seen = now(identifier)
    return Told(seen.version, on or seen.changed_on, "по требованию прокурора", document)


def appointed(
    facility: UUID | None = None,
    ground: str = "prosecutor_demand",
    on: date = MONDAY,
    size: Size = "other",
    follows: UUID | None = None,
    campaign: UUID | None = None,
) -> UUID:
    """An inspection that waits to be registered."""
    what = Appointment(facility or a_facility(), ground, size, campaign, follows)
    first = Told(0, on, "по требованию прокурора")
    return actions.appoint_inspection(what, first, inspectors=("system-user:ulpan",), book=BOOK, by=BY, at=AT).id


def move(identifier: UUID, action: Move, on: date | None = None, document: str | None = None, **more: object) -> None:
    """Takes a step that only needs to be told."""
    action(identifier, told(identifier, on, document), **more, book=BOOK, by=BY, at=AT)


def registered(**more: object) -> UUID:
    """A registered inspection of which the clinic was told."""
    identifier = appointed(**more)  # type: ignore[arg-type]  # what the caller varies is checked there
    move(identifier, actions.register_inspection, document="25-7500-1")
    move(identifier, actions.give_notice)
    return identifier


def under_way(**more: object) -> UUID:
    """An inspection that began the day after it was registered."""
    identifier = registered(**more)
    move(identifier, actions.begin_inspection, now(identifier).changed_on + timedelta(days=1))
    return identifier


def completed(answers: Mapping[str, Answer] = NO_CONSENT, **more: object) -> UUID:
    """A completed inspection with these answers."""
    identifier = under_way(**more)
    move(identifier, actions.record_findings, answers=answers)
    move(identifier, actions.complete_inspection, document="7")
    return identifier
