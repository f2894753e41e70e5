"""One person's status on one day, worked out once and read by everything that goes into an answer about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.logic.ask import Inquiry
from saqta.logic.explain import Explanation
from saqta.rules.answer import Missing
from saqta.rules.case import Case
from saqta.rules.explained import Explained
from saqta.rules.insured import inquire, settled_on
from saqta.rules.missing import missing_facts
from saqta.rules.owed import MonthState, months_before, total_owed
from saqta.rules.projection import insured_until
from saqta.rules.vocabulary import VOCABULARY

Ground = Literal[
    "category", "exempt", "contributions", "prepaid", "three_months", "grace", "transition", "local_budget"
]

_GROUND_OF_CLAUSE: Mapping[str, Ground] = {
    "category": "category",
    "exempt": "exempt",
    "local-budget": "local_budget",
    "transition": "transition",
    "twelve-months": "contributions",
    "prepaid-year": "prepaid",
    "three-months": "three_months",
    "grace": "grace",
}


def ground_of(explanation: Explanation) -> Ground | None:
    """The first ground that holds, in the order of the rule."""
    for outcome in explanation.clauses():
        if outcome.value is True and outcome.clause.code in _GROUND_OF_CLAUSE:
            return _GROUND_OF_CLAUSE[outcome.clause.code]
    return None


class Standing(Explained):
    """The explained rule of insured status for a case, on the day of the case's law."""

    def __init__(self, case: Case) -> None:
        super().__init__(settled_on(case.law), case.law, case.record(case.law.day), VOCABULARY)
        self.case = case

    @cached_property
    def inquiry(self) -> Inquiry:
        return inquire(self.explanation)

    @property
    def ground(self) -> Ground | None:
        return ground_of(self.explanation) if self.verdict == "yes" else None

    @cached_property
    def months(self) -> tuple[MonthState, ...]:
        return months_before(self.case, self.law)

    @property
    def months_owed(self) -> tuple[Month, ...]:
        return tuple(Month.parse(month.month) for month in self.months if month.state == "owed")

    @property
    def months_without_payment(self) -> tuple[Month, ...]:
        """Months for which the payments are known and none was made, while a category might still have covered them."""
        if self.case.facts.payments is None:
            return ()
        known = self.case.known_months(self.law.day)
        unknown = (Month.parse(month.month) for month in self.months if month.state == "unknown")
        return tuple(month for month in unknown if month in known)

    @property
    def amount_owed(self) -> Money:
        return total_owed(self.law, self.months_owed)

    @cached_property
    def missing(self) -> tuple[Missing, ...]:
        """The unknown facts that decide, the most telling first; none unless the verdict depends on them."""
        return missing_facts(self.case, self.inquiry.questions) if self.verdict == "depends" else ()

    @cached_property
    def insured_until(self) -> date | None:
        return insured_until(self.case, self.law) if self.verdict == "yes" else None
