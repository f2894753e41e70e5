"""What the rules say of a plan: its facts gathered, the question asked, and which demands stand in the way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from saqta.basis.days import day_in_kazakhstan
from saqta.care.records import Findings, ToldPlan
from saqta.law.book import Book
from saqta.rules.anaesthesia import AnaesthesiaAnswer, ask
from saqta.rules.facts import AnaesthesiaFacts, Patient

CONSENT = frozenset({"written-consent", "informed-consent"})
"""Demands that nobody answers for in the parents' place."""
LAW_OF_THE_DAY = "law-of-the-day"
"""Stands in the way when the law of that day is not known, or cannot be read to the end."""


@dataclass(frozen=True, slots=True)
class Registered:
    """What the registers say about a plan; None where they say nothing."""

    birth_date: date | None
    licence_annex: bool | None
    certified: bool | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer of the rules about a plan. ``unmet``: the demands of the law that are not met or not known to be;
    ``blocking``: those of them that no physician answers for."""

    answer: AnaesthesiaAnswer
    unmet: tuple[str, ...]
    blocking: tuple[str, ...]

    @property
    def may_go_ahead(self) -> bool:
        return not self.blocking


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it is to be judged: what is planned, what was found, whether consent stands, and when it starts,
    which is the moment planned until it does start."""

    told: ToldPlan
    findings: Findings
    registered: Registered
    consent: bool
    starts_at: datetime


def judge(session: Session, overridden: frozenset[str], book: Book, *, at: datetime) -> Judgement:
    """What stands in the way of this session as things are known ``at`` this moment."""
    answer = ask(facts_of(session), day_in_kazakhstan(at), book)
    unmet: tuple[str, ...] = ()
    if answer.verdict != "yes":
        found = [demand for demand in answer.requirements if demand.basis == "law" and demand.state != "met"]
        unmet = tuple(demand.code for demand in found) or (LAW_OF_THE_DAY,)
    answered_for = overridden - CONSENT
    return Judgement(answer, unmet, tuple(code for code in unmet if code not in answered_for))


def facts_of(session: Session) -> AnaesthesiaFacts:
    """The facts document of a session, the same that anybody may ask the rules about."""
    told, found = session.told, session.findings
    return AnaesthesiaFacts(
        patient=Patient(birth_date=session.registered.birth_date),
        planned_on=day_in_kazakhstan(session.starts_at),
        kind=told.kind,
        medical_indication=told.medical_indication,
        written_consent=session.consent,
        # The page is the explanation: nobody signs without the risks before their eyes.
        consent_informed_of_risks=session.consent,
        licence_annex_anaesthesiology=session.registered.licence_annex,
        anaesthetist_certified=session.registered.certified,
        equipment_complete=found.equipment_complete,
        examined_minutes_before=_minutes_before(session),
        examined_again_before_start=_examined_again(session),
        teeth_planned=len({treated.tooth for treated in told.teeth}),
        minutes_planned=told.minutes_planned,
        asa_class=found.asa_class,
        fasting_kept=found.fasting_kept,
        continuous_monitoring=found.continuous_monitoring,
        recent_respiratory_infection=found.recent_respiratory_infection,
    )


def _minutes_before(session: Session) -> int | None:
    """Whole minutes from the examination to the start. Both clocks are read to the minute, so that 24 hours on the
    record are 24 hours. One that was made after the start is none."""
    examined = session.findings.examined_at
    if examined is None or examined >= session.starts_at:
        return None
    return int((_minute(session.starts_at) - _minute(examined)) / timedelta(minutes=1))


def _examined_again(session: Session) -> bool | None:
    """Was the child looked at once more before the start? The law says "right before" and names no minutes: what was
    noted on the day itself counts, what was noted on an earlier one does not."""
    again = session.findings.examined_again_at
    if again is None:
        return None
    return again <= session.starts_at and day_in_kazakhstan(again) == day_in_kazakhstan(session.starts_at)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
