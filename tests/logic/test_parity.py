"""All readings of a rule agree with the reference, on random rules and random people."""

from __future__ import annotations

import os
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from saqta.basis.month import Month
from saqta.logic.nodes import Node
from saqta.logic.reference import Evaluation
from saqta.logic.settle import PLAIN, settle
from saqta.logic.trees import walk
from tests.logic.random_rules import RULES, VOCABULARY, InventedLaw, laws, random_person, rules
from tests.logic.targets import TARGETS, outcomes

PEOPLE = 100
EXAMPLES = 10_000 if os.environ.get("SAQTA_DEEP") else 200
"""Times a hundred people each: 20,000 pairs every day, a million in the deep run."""


@settings(max_examples=EXAMPLES)
@given(rule=rules(), law=laws, seed=st.integers(0, 2**32))
def test_every_target_agrees_with_the_reference(rule: Node, law: InventedLaw, seed: int) -> None:
    chance = random.Random(seed)
    month = Month.of(law.day)
    people = [random_person(chance, month) for _ in range(PEOPLE)]
    settled = settle(rule, law, RULES)
    assert {type(part) for part in walk(settled.value)} <= PLAIN
    expected = [Evaluation(law, person, RULES).outcome(rule) for person in people]
    for name, target in TARGETS.items():
        assert outcomes(target, settled, month, people, VOCABULARY) == expected, name
