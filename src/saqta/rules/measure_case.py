"""The facts about a clinic without its documents, prepared for the rules of urgent measures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from saqta.basis.month import Month
from saqta.law.book import Law
from saqta.logic.nodes import Fact, Kind
from saqta.logic.reference import Value
from saqta.logic.vocabulary import FactSpec, Record, Vocabulary
from saqta.rules.facts import MeasureFacts, UrgentMeasure

VOCABULARY = Vocabulary(
    (
        FactSpec("control", Kind.WORD, "control"),
        FactSpec("care_given", Kind.BOOL, "care_given", 2),
        FactSpec("licence_missing", Kind.BOOL, "licence_missing"),
        FactSpec("annex_missing", Kind.BOOL, "annex_missing"),
        FactSpec("certificate_missing", Kind.BOOL, "certificate_missing"),
        FactSpec("measure", Kind.WORD, "measure.kind"),
        FactSpec("annulled", Kind.BOOL, "measure.annulled"),
        FactSpec("mending_confirmed", Kind.BOOL, "measure.mending_confirmed"),
        FactSpec("competent", Kind.BOOL, "measure.competent", 3),
        FactSpec("procedure_kept", Kind.BOOL, "measure.procedure_kept", 3),
    )
)
"""The facts that the rules may ask about, each with its place in the published facts document."""


def fact(name: str) -> Fact:
    return VOCABULARY.fact(name)


class MeasureCase:
    """The facts behind one question about urgent measures, under the law of a day."""

    def __init__(self, facts: MeasureFacts, law: Law) -> None:
        self.facts, self.law = facts, law

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The facts by name; what is said of no measure is unknown."""
        facts, measure = self.facts, self.facts.measure or UrgentMeasure()
        return {
            "control": facts.control,
            "care_given": facts.care_given,
            "licence_missing": facts.licence_missing,
            "annex_missing": facts.annex_missing,
            "certificate_missing": facts.certificate_missing,
            "measure": measure.kind,
            "annulled": measure.annulled,
            "mending_confirmed": measure.mending_confirmed,
            "competent": measure.competent,
            "procedure_kept": measure.procedure_kept,
        }

    @cached_property
    def record(self) -> Record:
        return VOCABULARY.record_of(self.values, Month.of(self.law.day))
