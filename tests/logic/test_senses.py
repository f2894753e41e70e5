"""Where a rule looks at every fact in one sense, Kleene's logic leaves nothing to find out."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from saqta.basis.month import Month
from saqta.law.book import load
from saqta.logic.ask import Inquiry
from saqta.logic.explain import explain
from saqta.logic.nodes import And, AnyMonth, Compare, Const, EveryMonth, Fact, If, Kind, Node, Not, Or, number
from saqta.logic.reference import Value
from saqta.logic.senses import looked_at_in_one_sense, senses
from saqta.logic.vocabulary import FactSpec, Vocabulary
from saqta.rules.insured import settled_on
from saqta.rules.vocabulary import INSIDE_CREDITED

MONTH = Month.at(2025, 10)
NAMES = ("a", "b", "c")
SETS = ("inner", "outer")
WORDS = Vocabulary(
    (*(FactSpec(name, Kind.BOOL, name) for name in NAMES), *(FactSpec(name, Kind.MONTHS, name) for name in SETS))
)
A, B, C = map(WORDS.fact, NAMES)
KZ = Compare("equal", Fact("citizenship", Kind.WORD), Const(Kind.WORD, "KZ"))

leaves: st.SearchStrategy[Node] = st.sampled_from(
    [A, B, C, *(window(WORDS.fact(name), 0, number(2)) for name in SETS for window in (EveryMonth, AnyMonth))]
)
conditions: st.SearchStrategy[Node] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(And),
        st.lists(inner, min_size=2, max_size=3).map(tuple).map(Or),
        inner.map(Not),
    ),
    max_leaves=8,
)


@given(conditions, st.integers(0, 2**32))
def test_nothing_is_left_to_find_out_where_every_fact_is_looked_at_in_one_sense(tree: Node, seed: int) -> None:
    implications = (("inner", "outer"),)
    assume(looked_at_in_one_sense(tree, implications))
    chance = random.Random(seed)
    values: dict[str, Value] = {name: chance.choice([True, False, None, None]) for name in NAMES}
    everything, place = (1 << 180) - 1, MONTH - Month.at(2015, 1)
    for name in SETS:
        known = everything - (3 << (place - 1)) + (chance.getrandbits(2) << (place - 1))
        values[name] = (known & (chance.getrandbits(2) << (place - 1)), known)
    explanation = explain(tree, MONTH, WORDS.record_of(values, MONTH))
    assume(explanation.value is None)
    assert Inquiry(explanation, WORDS, implications=implications).verdict is None


@pytest.mark.parametrize(
    ("tree", "one_sense"),
    [
        (And((A, Or((B, C)))), True),
        (And((Not(A), Or((B, Not(A))))), True),
        (Or((A, Not(A))), False),
        (Not(Or((And((A, B)), Not(A)))), False),
        (
            Or(
                (
                    And((EveryMonth(WORDS.fact("outer"), 0, number(2)), A)),
                    Not(AnyMonth(WORDS.fact("outer"), -5, number(1))),
                )
            ),
            False,
        ),
        (If(A, B, C), False),
        (If(B, C, C), False),
        (And((KZ, Or((KZ, A)))), True),
        (And((KZ, Or((Not(KZ), A)))), False),
    ],
)
def test_a_sense_is_turned_by_not_and_by_nothing_else(tree: Node, one_sense: bool) -> None:
    assert looked_at_in_one_sense(tree) is one_sense


def test_sets_of_months_that_lie_in_one_another_must_be_looked_at_in_one_sense() -> None:
    inner, outer = (EveryMonth(WORDS.fact(name), 0, number(1)) for name in SETS)
    assert looked_at_in_one_sense(Or((inner, outer)), [("inner", "outer")])
    assert not looked_at_in_one_sense(Or((inner, Not(outer))), [("inner", "outer")])
    assert looked_at_in_one_sense(Or((inner, A)), [("inner", "outer")])


@pytest.mark.parametrize(
    "day", [date(2020, 3, 1), date(2021, 8, 1), date(2023, 1, 1), date(2025, 10, 1), date(2026, 7, 1)]
)
def test_the_rule_of_insured_status_looks_at_every_fact_in_one_sense(day: date) -> None:
    """Only a death can hinder, and only under the reading that a resumed payment ends the grace can a payment."""
    tree = settled_on(load().on(day))
    assert looked_at_in_one_sense(tree, INSIDE_CREDITED)
    assert {fact for fact, sense in senses(tree).items() if sense != {True}} == {"died"}
    other = settled_on(load().on(day, None, {"Q1": "tail_only"}))
    assert looked_at_in_one_sense(other, INSIDE_CREDITED) is ("grace" not in str(other))
