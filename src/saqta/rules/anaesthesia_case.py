"""The facts of one planned session under anaesthesia, prepared for the rule of the day of the session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from saqta.basis.days import age_on
from saqta.basis.month import Month
from saqta.law.book import Law
from saqta.logic.nodes import Fact, Kind
from saqta.logic.reference import Value
from saqta.logic.vocabulary import FactSpec, Record, Vocabulary
from saqta.rules.facts import AnaesthesiaFacts

MINUTES_AN_HOUR = 60

VOCABULARY = Vocabulary(
    (
        FactSpec("kind", Kind.WORD, "kind"),
        FactSpec("age", Kind.NUMBER, "patient.birth_date"),
        FactSpec("medical_indication", Kind.BOOL, "medical_indication", 3),
        FactSpec("written_consent", Kind.BOOL, "written_consent"),
        FactSpec("informed", Kind.BOOL, "consent_informed_of_risks"),
        FactSpec("licence_annex", Kind.BOOL, "licence_annex_anaesthesiology", 2),
        FactSpec("certified", Kind.BOOL, "anaesthetist_certified", 2),
        FactSpec("equipment", Kind.BOOL, "equipment_complete", 2),
        FactSpec("never_examined", Kind.BOOL, "examined_by_anaesthetist"),
        FactSpec("full_hours", Kind.NUMBER, "examined_hours_before"),
        FactSpec("begun_hours", Kind.NUMBER, "examined_hours_before"),
        FactSpec("examined_again", Kind.BOOL, "examined_again_before_start"),
    )
)
"""The facts that the rule may ask about, each with its place in the published facts document.

``full_hours`` counts the hours that had passed in full since the examination, ``begun_hours`` also one that had only
begun: with the two, a time of any fineness is set exactly against a term of whole hours.
"""


def fact(name: str) -> Fact:
    return VOCABULARY.fact(name)


def session_day(facts: AnaesthesiaFacts, on: date) -> date:
    """The day whose law binds the session: the day it is planned for, else the day asked about."""
    return facts.planned_on or on


class AnaesthesiaCase:
    """The facts behind one question about a session, under the law of the session's day."""

    def __init__(self, facts: AnaesthesiaFacts, law: Law) -> None:
        self.facts, self.law = facts, law

    @property
    def age(self) -> int | None:
        """Whole years of life on the day of the session."""
        born = self.facts.patient.birth_date
        return None if born is None else age_on(self.law.day, born)

    @property
    def hours(self) -> Fraction | None:
        """How long before the session the anaesthetist examined the patient, exactly."""
        if self.facts.examined_minutes_before is not None:
            return Fraction(self.facts.examined_minutes_before, MINUTES_AN_HOUR)
        given = self.facts.examined_hours_before
        return None if given is None else Fraction(given)

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The facts by name."""
        facts, hours = self.facts, self.hours
        return {
            "kind": facts.kind,
            "age": self.age,
            "medical_indication": facts.medical_indication,
            "written_consent": facts.written_consent,
            "informed": facts.consent_informed_of_risks,
            "licence_annex": facts.licence_annex_anaesthesiology,
            "certified": facts.anaesthetist_certified,
            "equipment": facts.equipment_complete,
            # That there was an examination follows from its time; only a plain no is known without one.
            "never_examined": facts.examined_by_anaesthetist is False,
            "full_hours": None if hours is None else floor(hours),
            "begun_hours": None if hours is None else ceil(hours),
            "examined_again": facts.examined_again_before_start,
        }

    @cached_property
    def record(self) -> Record:
        """The facts as the rule reads them."""
        return VOCABULARY.record_of(self.values, Month.of(self.law.day))
