"""Plans for the pure parts of the room: what is told, and what the registers say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import msgspec

from saqta.care.judging import Registered, Session, judge
from saqta.care.records import Anaesthetist, Findings, OverrideRecord, ToldPlan, TreatedTooth
from saqta.care.sheet import ConsentSheet, Proposal, write_sheet
from saqta.law.book import load

BOOK = load()
START = datetime(2025, 12, 10, 4, 0, tzinfo=UTC)
AT = START - timedelta(hours=17)
TOLD = ToldPlan(
    planned_at=START,
    kind="general",
    teeth=(TreatedTooth(54, "extraction"), TreatedTooth(64, "filling")),
    minutes_planned=70,
    anaesthetist=Anaesthetist("Серікова Әсел", "KZ-0001"),
    medical_indication=True,
    indication="Множественный кариес, ребёнку три года",
    diagnosis="K02.1",
)
FOUND = Findings(examined_at=START - timedelta(hours=18), equipment_complete=True)
REGISTERED = Registered(date(2022, 5, 1), licence_annex=True, certified=True)


def session(findings: Findings = FOUND, registered: Registered = REGISTERED, **changed: object) -> Session:
    told = msgspec.structs.replace(TOLD, **changed)
    return Session(told, findings, registered, consent=True, starts_at=told.planned_at)


def written(
    asked: Session, overrides: tuple[OverrideRecord, ...] = (), clinic: str = "Ақ тіс", address: str = "Алматы, Абай, 1"
) -> ConsentSheet:
    """The sheet of a session."""
    overridden = frozenset(code for override in overrides for code in override.demands)
    judgement = judge(asked, overridden, BOOK, at=AT)
    return write_sheet(Proposal(17, 1, asked.told, clinic, address, asked.registered, judgement, overrides, ()))
