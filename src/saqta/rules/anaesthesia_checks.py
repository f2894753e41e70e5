"""What a question about anaesthesia may not say: each check names both facts that contradict one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction

from saqta.basis.refusal import Fault, refuse_any
from saqta.rules.anaesthesia_case import MINUTES_AN_HOUR
from saqta.rules.checks import OLDEST_BIRTH
from saqta.rules.facts import AnaesthesiaFacts
from saqta.rules.phrases import phrases

Check = Callable[[AnaesthesiaFacts, date], Iterator[Fault]]

LONGEST_HOURS = 8760
"""A year: an earlier examination is a slip in the document."""


def patients_are_born(facts: AnaesthesiaFacts, on: date) -> Iterator[Fault]:
    born = facts.patient.birth_date
    if born is None:
        return
    if born < OLDEST_BIRTH:
        yield _fault("patient-born-too-early", "$.patient.birth_date")
    if facts.planned_on is not None and facts.planned_on < born:
        yield _fault("patient-not-born-at-session", "$.planned_on")
    elif on < born:
        yield _fault("patient-not-yet-born", "$.patient.birth_date")


def hours_are_possible(facts: AnaesthesiaFacts, _: date) -> Iterator[Fault]:
    hours = facts.examined_hours_before
    if hours is not None and not 0 <= hours <= LONGEST_HOURS:
        yield _fault("hours-impossible", "$.examined_hours_before")


def hours_and_minutes_agree(facts: AnaesthesiaFacts, _: date) -> Iterator[Fault]:
    """Hours may be rounded; they must round from the minutes given, to the nearest minute."""
    hours, minutes = facts.examined_hours_before, facts.examined_minutes_before
    if hours is None or minutes is None:
        return
    if abs(Fraction(hours) * MINUTES_AN_HOUR - minutes) >= 1:
        yield _fault("hours-against-minutes", "$.examined_minutes_before")


def whoever_was_examined_was_seen(facts: AnaesthesiaFacts, _: date) -> Iterator[Fault]:
    if facts.examined_by_anaesthetist is not False:
        return
    if facts.examined_hours_before is not None or facts.examined_minutes_before is not None:
        yield _fault("examined-and-never-examined", "$.examined_by_anaesthetist")


CHECKS: tuple[Check, ...] = (
    patients_are_born,
    hours_are_possible,
    hours_and_minutes_agree,
    whoever_was_examined_was_seen,
)


def check_anaesthesia(facts: AnaesthesiaFacts, on: date) -> None:
    """Raises ``Refused`` with every contradiction found."""
    refuse_any(fault for check in CHECKS for fault in check(facts, on))


def _fault(code: str, where: str) -> Fault:
    return Fault(code, phrases("anaesthesia")[code], where)
