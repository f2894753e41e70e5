"""What a patient clerk would do: go through the journal event by event with a pencil, and count what is left.

Written without a look at how the product counts: no stays, no rows that sum up, no statement that groups.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from saqta.oversight.models import Event, Inspection


@dataclass
class Sheet:
    """The clerk's sheet about one inspection."""

    facility: UUID
    region: str
    funding: str | None
    state: str = ""
    outcome: str | None = None
    measures: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass
class Tally:
    """What the clerk hands in."""

    states: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    fundings: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    measures: Counter[tuple[str, str]] = field(default_factory=Counter)
    fines: Counter[str] = field(default_factory=Counter)
    facilities: set[UUID] = field(default_factory=set)


def recount(on: date, campaign: UUID | None = None) -> Tally:
    """Everything that had happened by the end of the day, in the order of the journal."""
    sheets: dict[UUID, Sheet] = {}
    events = Event.objects.order_by("recorded_id", "inspection_id", "number")
    if campaign is not None:
        events = events.filter(inspection__campaign_id=campaign)
    for event in events:
        if event.on > on:
            continue
        if event.step == "appoint":
            row = Inspection.objects.get(id=event.inspection_id)
            sheets[row.id] = Sheet(row.facility_id, row.region[:2], row.funding)
        _note(sheets[event.inspection_id], event)
    return _handed_in(sheets)


def _note(sheet: Sheet, event: Event) -> None:
    sheet.state, told = event.state, event.detail
    if event.step == "complete":
        sheet.outcome = told["outcome"]
    elif event.step == "end_measure":
        for measure in told["measures"]:
            sheet.measures[measure]["state"] = "ended"
    elif event.step == "decide_appeal" and told["decision"] == "annulled":
        named = told.get("measure")
        if named is None:
            sheet.outcome = "annulled"
        for identifier, measure in sheet.measures.items():
            if named in (None, identifier) and measure["state"] == "standing":
                measure["state"] = "annulled"
    elif "measure" in told and "kind" in told and "dispute" not in told:
        sheet.measures[told["measure"]] = {"kind": told["kind"], "state": "standing", "fine": told.get("amount", 0)}


def _handed_in(sheets: dict[UUID, Sheet]) -> Tally:
    tally = Tally()
    for sheet in sheets.values():
        tally.facilities.add(sheet.facility)
        tally.states[sheet.state] += 1
        tally.regions[sheet.region] += 1
        tally.fundings[sheet.funding or "not_known"] += 1
        if sheet.state == "completed":
            tally.outcomes[sheet.outcome or "not_known"] += 1
        for measure in sheet.measures.values():
            tally.measures[measure["kind"], measure["state"]] += 1
            tally.fines[sheet.region] += measure["fine"]
    return tally
