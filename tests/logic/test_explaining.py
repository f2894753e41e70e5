"""An explanation names parts that really decide, and changes that really change the verdict."""

from __future__ import annotations

import random

from hypothesis import assume, given
from hypothesis import strategies as st

from saqta.basis.month import EPOCH, Month, MonthMask
from saqta.logic.explain import Months, Way, explain
from saqta.logic.nodes import And, Clause, Kind, Node, kind_of
from saqta.logic.reference import Evaluation, Value
from saqta.logic.settle import PLAIN, settle
from saqta.logic.trees import walk
from tests.logic.random_rules import RULES, VOCABULARY, InventedLaw, conditions, laws, random_person


@given(conditions(2), laws, st.integers(0, 2**32))
def test_the_decisive_facts_suffice_for_the_verdict(rule: Node, law: InventedLaw, seed: int) -> None:
    """Whatever all other facts may be: with the decisive ones as they are, the verdict stays."""
    month = Month.of(law.day)
    person = random_person(random.Random(seed), month)
    tree = settle(rule, law, RULES).value
    explanation = explain(tree, month, VOCABULARY.record_of(person, month))
    assume(explanation.value is not None)
    kept = set(explanation.facts())
    for other in (random_person(random.Random(seed + turn), month) for turn in range(1, 6)):
        mixed = {name: person[name] if name in kept else other[name] for name in person}
        assert Evaluation(law, mixed, RULES).outcome(rule) == explanation.value


@given(conditions(2), laws, st.integers(0, 2**32))
def test_each_way_to_another_verdict_leads_there(rule: Node, law: InventedLaw, seed: int) -> None:
    month = Month.of(law.day)
    person = random_person(random.Random(seed), month)
    tree = settle(rule, law, RULES).value
    explanation = explain(tree, month, VOCABULARY.record_of(person, month))
    wanted = explanation.value is not True
    for way in explanation.ways_to(wanted=wanted):
        if all(change.to is not None for change in way):
            assert Evaluation(law, _changed(person, way)).outcome(tree) is wanted


def _changed(person: dict[str, Value], way: Way) -> dict[str, Value]:
    changed = dict(person)
    for change in way:
        if isinstance(change.to, Months):
            belongs, known = person[change.fact]  # type: ignore[misc]  # a set of months is a pair of masks
            bits = MonthMask.of(found for found in change.to.months if found >= EPOCH).bits
            changed[change.fact] = (
                (belongs | bits, known | bits) if change.to.belongs else (belongs & ~bits, known | bits)
            )
        else:
            changed[change.fact] = change.to
    return changed


def test_ways_may_be_sought_through_some_facts_only() -> None:
    child, works = VOCABULARY.fact("child"), VOCABULARY.fact("works")
    explanation = explain(child | works, Month.at(2025, 1), VOCABULARY.record(child=False, works=False))
    assert [{change.fact for change in way} for way in explanation.ways_to(wanted=True)] == [{"child"}, {"works"}]
    (only,) = explanation.ways_to(wanted=True, through={"works"})
    assert {change.fact for change in only} == {"works"}


def test_a_clause_is_reported_with_its_value_and_whether_it_decided() -> None:
    child = Clause("child", VOCABULARY.fact("child"), ("art_26",))
    works = Clause("works", VOCABULARY.fact("works"), ("art_27",))
    explanation = explain(child | works, Month.at(2025, 1), VOCABULARY.record(child=True, works=True))
    reported = {outcome.clause.code: (outcome.value, outcome.decisive) for outcome in explanation.clauses()}
    assert reported == {"child": (True, True), "works": (True, False)}


def test_the_second_pass_takes_no_short_cut() -> None:
    tree = And((VOCABULARY.fact("child"), VOCABULARY.fact("works")))
    explanation = explain(tree, Month.at(2025, 1), VOCABULARY.record(child=False, works=True))
    values = {
        node.name: value
        for node, value in zip(explanation.plan.nodes, explanation.values, strict=True)
        if hasattr(node, "name")
    }
    assert values == {"child": False, "works": True}
    assert {type(node) for node in walk(tree)} <= PLAIN
    assert kind_of(tree) is Kind.BOOL
