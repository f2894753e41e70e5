"""Where Kleene's logic cannot tell: the few whose verdict is worked out as exactly as one person's would be.

Under the readings followed the rule looks at every fact in one sense, so Kleene's logic is exact and there is nothing
to work out. Under others what is unknown about a person can still decide by the way its parts hang together; then
``logic.ask`` settles it from what the rule looks at alone.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from saqta.basis.month import MONTHS_A_WORD
from saqta.logic.explain import Explanation, plan
from saqta.logic.nodes import AnyMonth, EveryMonth
from saqta.logic.reference import Value
from saqta.logic.senses import looked_at_in_one_sense
from saqta.population.gather import Gathering
from saqta.population.held import CATEGORY_BITS
from saqta.population.layout import Part
from saqta.population.one_person import facts_of
from saqta.population.question import Question, word_columns
from saqta.rules.answer import Verdict
from saqta.rules.case import Case
from saqta.rules.explained import verdict_when_open
from saqta.rules.insured import inquire
from saqta.rules.standing import Standing
from saqta.rules.vocabulary import INSIDE_CREDITED, VOCABULARY

SEEN = ("citizenship", "residence", "recorded", "kandas", "died")

Sight = tuple[Any, ...]
"""All that the rule sees of a person: the plain facts, the categories, the months looked at."""


class Undecided:
    """Settles one question for the undecided of every partition, and remembers what it has settled."""

    def __init__(self, question: Question) -> None:
        self.question, self.plan = question, plan(question.tree)
        self.words = [(name, bits) for name, bits in Gathering(question).words]
        self.asked_about = sum(bit for code, bit in CATEGORY_BITS.items() if code in question.facts)
        self.kleene_is_exact = looked_at_in_one_sense(question.tree, INSIDE_CREDITED)
        self.windows = [
            (place, node) for place, node in enumerate(self.plan.nodes) if isinstance(node, EveryMonth | AnyMonth)
        ]
        self.settled: dict[tuple[object, ...], Verdict] = {}

    def verdicts(self, rows: pl.DataFrame) -> list[Verdict]:
        """The verdict of each row of gathered facts."""
        columns = [
            *SEEN,
            *((pl.col(name) & self.asked_about).alias(name) for name in ("held", "open")),
            *((pl.col(name) & bits).alias(name) for name, bits in self.words),
        ]
        return [self._verdict(sight) for sight in rows.select(columns).iter_rows()]

    def _verdict(self, sight: Sight) -> Verdict:
        """What is open hangs on nothing but the values of all parts of the rule and the months not known of the
        windows that are open, so people who agree in these have one verdict."""
        record = VOCABULARY.record_of(self._values(sight), self.question.month)
        values = self.plan.values(record)
        explanation = Explanation(self.plan, values, record, self.question.month)
        months = [explanation.months(node, belongs=None) for place, node in self.windows if values[place] is None]
        key = (*values, *months)
        if key not in self.settled:
            self.settled[key] = verdict_when_open(inquire(explanation))
        return self.settled[key]

    def _values(self, sight: Sight) -> dict[str, Value]:
        plain = dict(zip((*SEEN, "held", "open", *(name for name, _ in self.words)), sight, strict=True))
        values: dict[str, Value] = {name: plain[name] for name in SEEN}
        for code, bit in CATEGORY_BITS.items():
            values[code] = True if plain["held"] & bit else None if plain["open"] & bit else False
        for name in self.question.looked_at:
            masks = [0, 0]
            for word in self.question.words_of(name):
                for place, column in enumerate(word_columns(name)[word]):
                    masks[place] |= plain[column] << (MONTHS_A_WORD * word)
            values[name] = (masks[0], masks[1])
        return values


def standings(question: Question, part: Part, persons: list[int]) -> dict[int, Standing]:
    """The standings of people who cannot be gathered in bulk, each from the person's own facts."""
    return {person: Standing(Case(facts, question.law)) for person, facts in facts_of(part, persons).items()}
