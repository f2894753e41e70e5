"""The one way in which a step is taken: lawful by the table, permitted, in order, and on the version that was seen.

Everything here happens inside the transaction of the action that calls it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from django.utils.timezone import localdate

from saqta.access.permissions import Permission
from saqta.access.queries import require
from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.text import Text, listed
from saqta.journal.actions import record_entry, take_turn
from saqta.law.book import Book
from saqta.oversight.models import Event, Inspection, Participant, Stay
from saqta.oversight.permitted import NAMED_ONLY, PERMITS
from saqta.oversight.records import LONGEST_DOCUMENT, LONGEST_REASON, Told
from saqta.oversight.wording import said
from saqta.rules.inspections import State, Step, lawful_step, lawful_steps
from saqta.rules.measures import KNOWN_INSPECTIONS


class Actor(NamedTuple):
    """Who writes a step down, at which moment, and by which book of law."""

    book: Book
    by: str
    at: datetime


class Taking:
    """One step about to be taken. Raises ``Refused`` where the law, the order of days, the permission or another person
    stands in the way."""

    def __init__(self, identifier: UUID, step: Step, told: Told, actor: Actor) -> None:
        self.entry = take_turn()
        row = Inspection.objects.filter(id=identifier).select_for_update().first()
        if row is None:
            raise refused("no-such-inspection")
        self.row, self.step, self.told, self.actor = row, step, told, actor
        require(actor.by, PERMITS[step], region=row.region, facility=row.facility_id)
        if step in NAMED_ONLY and not takes_part(row.id, actor.by):
            raise refused("takes-no-part")
        if row.version != told.seen:
            raise changed_meanwhile(row)
        state = State(row.state)
        lawful = lawful_step(state, step, once_extended=row.extensions > 0)
        if lawful is None:
            names = [found.step.title for found in lawful_steps(state, once_extended=row.extensions > 0)]
            allowed = listed(names) if names else said("nothing")
            raise refused("step-not-lawful", step=step.title, state=state.title, allowed=allowed)
        self.to = lawful.to
        check_told(told, actor, earliest=row.changed_on)

    def write(self, columns: Mapping[str, object] | None = None, detail: Mapping[str, object] | None = None) -> Event:
        """Writes the event with its detail, the row with what else changes in it, and the stay. The entry is for the
        action to seal."""
        row, told = self.row, self.told
        changed = {**(columns or {}), "version": told.seen + 1, "state": self.to.value, "changed_on": told.on}
        # The version is looked at once more where it is written: whatever the isolation, one of two gets through.
        if not Inspection.objects.filter(id=row.id, version=told.seen).update(**changed):
            raise changed_meanwhile(row)
        for name, value in changed.items():
            setattr(row, name, value)
        move_on(row, told.on)
        return write_event(row, self.step, told, self.actor, entry=self.entry, detail=detail)


def write_event(
    row: Inspection, step: Step, told: Told, actor: Actor, *, entry: int, detail: Mapping[str, object] | None = None
) -> Event:
    """The event that brought an inspection to the state and version of its row."""
    return Event.objects.create(
        inspection=row,
        number=row.version,
        step=step.value,
        state=row.state,
        on=told.on,
        at=actor.at,
        by=actor.by,
        reason=told.reason.strip(),
        document=told.document,
        detail={name: _plain(value) for name, value in (detail or {}).items() if value is not None},
        recorded_id=entry,
    )


def _plain(value: object) -> object:
    """A value as JSON keeps it."""
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value if isinstance(value, (str, int, bool)) else str(value)


VERBS: Mapping[Step, str] = MappingProxyType(
    {
        Step.APPOINT: "appoint-inspection",
        Step.REGISTER: "register-inspection",
        Step.REFUSE_REGISTRATION: "refuse-registration",
        Step.GIVE_NOTICE: "give-notice-of-inspection",
        Step.CHANGE_PARTICIPANTS: "change-participants",
        Step.BEGIN: "begin-inspection",
        Step.EXTEND: "extend-inspection",
        Step.SUSPEND: "suspend-inspection",
        Step.RESUME: "resume-inspection",
        Step.REMOVE: "remove-inspection",
        Step.RECORD_FINDING: "record-findings",
        Step.COMPLETE: "complete-inspection",
        Step.TAKE_URGENT_MEASURE: "take-urgent-measure",
        Step.PRESCRIBE: "issue-prescription",
        Step.IMPOSE_FINE: "impose-fine",
        Step.RECORD_COURT_SUSPENSION: "record-court-suspension",
        Step.SUSPEND_PERMIT: "suspend-permit",
        Step.REPRESENT: "make-representation",
        Step.OBJECT: "file-objection",
        Step.APPEAL: "file-appeal",
        Step.DECIDE_APPEAL: "decide-dispute",
    }
)
"""What the journal calls each step. The end of a measure stands in the entry of the follow-up that brought it."""


def seal(*events: Event, actor: Actor) -> None:
    """One entry in the journal, named for the first event, with the digest of all that were written in it."""
    verb = VERBS[Step(events[0].step)]
    record_entry(verb, by=actor.by, at=actor.at, content=digest_of_events(events), people=())


def check_inspectors(inspectors: Iterable[str], *, region: str, facility: UUID) -> tuple[str, ...]:
    """Those who are to inspect, each once; raises ``Refused`` for nobody, and for whoever may not inspect there."""
    named = tuple(sorted(set(inspectors)))
    if not named:
        raise refused("nobody-inspects", "inspectors")
    for inspector in named:
        try:
            require(inspector, Permission.CONDUCT_INSPECTIONS, region=region, facility=facility)
        except Refused:
            raise refused("inspector-may-not", "inspectors") from None
    return named


def takes_part(inspection: UUID, by: str) -> bool:
    """Whether somebody is named among those who inspect. A user of the operating system is asked for nothing, here as
    elsewhere."""
    if by.startswith("system-user:"):
        return True
    return Participant.objects.filter(inspection_id=inspection, inspector=by, until=None).exists()


def move_on(row: Inspection, on: date) -> None:
    """The inspection is as its row says from the day on. What lasted no full day leaves no stay."""
    outcome = "annulled" if row.results_annulled else row.outcome
    now = (row.state, outcome)
    rows = Stay.objects.filter(inspection=row)
    standing = rows.filter(until=None).first()
    if standing is not None:
        if (standing.state, standing.outcome) == now:
            return
        if standing.start < on:
            rows.filter(id=standing.id).update(until=on)
        else:
            rows.filter(id=standing.id).delete()
            before = rows.filter(until=on).first()
            if before is not None and (before.state, before.outcome) == now:
                rows.filter(id=before.id).update(until=None)
                return
    Stay.objects.create(
        inspection=row,
        state=row.state,
        start=on,
        region=row.region[:2],
        funding=row.funding,
        outcome=outcome,
        facility_id=row.facility_id,
    )


def check_told(told: Told, actor: Actor, *, earliest: date | None) -> None:
    """Raises ``Refused`` for a step without a reason, out of the order of days, or on a day whose law is not known."""
    faults = []
    if not told.reason.strip() or len(told.reason) > LONGEST_REASON:
        faults.append(fault("no-reason", "reason", longest=str(LONGEST_REASON)))
    if told.document is not None and not 0 < len(told.document.strip()) <= LONGEST_DOCUMENT:
        faults.append(fault("document-number", "document", longest=str(LONGEST_DOCUMENT)))
    if earliest is not None and told.on < earliest:
        faults.append(fault("day-goes-back", "on"))
    if told.on > localdate(actor.at):
        faults.append(fault("day-to-come", "on"))
    if not actor.book.on(told.on).holds(KNOWN_INSPECTIONS):
        faults.append(fault("law-not-known", "on"))
    refuse_any(faults)


def digest_of_events(events: Iterable[Event]) -> str:
    """What the journal seals of the events of one entry."""
    digest = hashlib.sha256()
    for event in events:
        told = (
            event.inspection_id,
            event.number,
            event.step,
            event.state,
            event.on,
            event.by,
            event.reason,
            event.document,
            json.dumps(event.detail, sort_keys=True, ensure_ascii=False),
        )
        digest.update("\x1f".join(map(str, told)).encode() + b"\x1e")
    return digest.hexdigest()


def changed_meanwhile(row: Inspection) -> Refused:
    """The refusal for somebody who saw an earlier version: what the last step was, and to look again."""
    last = Event.objects.filter(inspection=row).order_by("-number").first()
    step = said("nothing") if last is None else Step(last.step).title
    return refused("changed-meanwhile", "seen", step=step)


def fault(code: str, where: str | None = None, **values: Text | str) -> Fault:
    return Fault(code, said(code).fill(**values), where)


def refused(code: str, where: str | None = None, **values: Text | str) -> Refused:
    return Refused(fault(code, where, **values))
