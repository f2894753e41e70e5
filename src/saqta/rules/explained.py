"""A rule explained for one case: its verdict, what came of each named part, and what is still open in it."""

from __future__ import annotations

from functools import cached_property

from saqta.basis.month import Month
from saqta.law.book import Law
from saqta.logic.ask import Inquiry
from saqta.logic.explain import ClauseOutcome, Explanation, explain
from saqta.logic.nodes import Node
from saqta.logic.vocabulary import Record, Vocabulary
from saqta.rules.answer import Verdict


def verdict_when_open(inquiry: Inquiry) -> Verdict:
    """What can be said although Kleene's logic leaves it open: all that is unknown together may still decide."""
    if inquiry.verdict is not None:
        return "yes" if inquiry.verdict else "no"
    return "depends" if inquiry.can_be_settled else "undetermined"


class Explained:
    """A settled rule that yields true or false, with its parts named by their clauses."""

    def __init__(self, tree: Node, law: Law, record: Record, vocabulary: Vocabulary) -> None:
        self.tree, self.law, self.vocabulary = tree, law, vocabulary
        self.month = Month.of(law.day)
        self.explanation: Explanation = explain(tree, self.month, record)

    @cached_property
    def inquiry(self) -> Inquiry:
        return Inquiry(self.explanation, self.vocabulary)

    @property
    def verdict(self) -> Verdict:
        value = self.explanation.value
        if value is None:
            return verdict_when_open(self.inquiry)
        return "yes" if value else "no"

    @cached_property
    def outcomes(self) -> dict[str, ClauseOutcome]:
        """The named parts of the rule by code; those that the law of the day folds away are left out."""
        found: dict[str, ClauseOutcome] = {}
        for outcome in self.explanation.clauses():
            known = found.get(outcome.clause.code)
            if known is None or (outcome.decisive and not known.decisive):
                found[outcome.clause.code] = outcome
        return found

    def state_of(self, code: str) -> bool | None:
        """Whether a named part holds; what the law of the day folded away does not."""
        outcome = self.outcomes.get(code)
        if outcome is None:
            return False
        return None if outcome.value is None else bool(outcome.value)
