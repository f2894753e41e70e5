"""Questions are asked exactly as long as an answer can change the verdict."""

from __future__ import annotations

import random
from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from saqta.basis.month import EPOCH, Month
from saqta.logic.ask import Inquiry
from saqta.logic.diagrams import FALSE, TRUE, Diagrams, Likelihood
from saqta.logic.explain import explain
from saqta.logic.nodes import And, EveryMonth, Fact, Kind, Node, Not, Or, number
from saqta.logic.reference import Evaluation, Value
from saqta.logic.vocabulary import FactSpec, Vocabulary
from tests.logic.random_rules import InventedLaw

LAW = InventedLaw(date(2025, 10, 15), "first")
MONTH = Month.of(LAW.day)
NAMES = ("a", "b", "c", "d")
WORDS = Vocabulary((*(FactSpec(name, Kind.BOOL, name) for name in NAMES), FactSpec("m", Kind.MONTHS, "months")))

leaves: st.SearchStrategy[Node] = st.sampled_from(
    [*map(WORDS.fact, NAMES), EveryMonth(WORDS.fact("m"), -1, number(2)), EveryMonth(WORDS.fact("m"), 0, number(1))]
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


def completions(values: dict[str, Value]) -> list[dict[str, Value]]:
    """Every way in which the unknown facts may turn out, the three months that matter among them."""
    unknown = [name for name in NAMES if values[name] is None]
    belongs, known = values["m"]  # type: ignore[misc]  # a set of months is a pair of masks
    places = [place for place in range(MONTH - EPOCH - 2, MONTH - EPOCH + 1) if not known >> place & 1]
    worlds = []
    for truths in product((True, False), repeat=len(unknown)):
        for months in product((0, 1), repeat=len(places)):
            bits = belongs | sum(value << place for value, place in zip(months, places, strict=True))
            worlds.append({**values, **dict(zip(unknown, truths, strict=True)), "m": (bits, (1 << 180) - 1)})
    return worlds


@given(conditions, st.integers(0, 2**32))
def test_the_verdict_is_exact_and_only_relevant_facts_are_asked(tree: Node, seed: int) -> None:
    chance = random.Random(seed)
    values: dict[str, Value] = {name: chance.choice([True, False, None, None]) for name in NAMES}
    window = 7 << (MONTH - EPOCH - 2)
    known = (1 << 180) - 1 - window + (chance.getrandbits(3) << (MONTH - EPOCH - 2))
    values["m"] = (known & window & (chance.getrandbits(3) << (MONTH - EPOCH - 2)), known)
    inquiry = Inquiry(explain(tree, MONTH, WORDS.record_of(values, MONTH)), WORDS)
    worlds = completions(values)
    verdicts = [Evaluation(LAW, world).outcome(tree) for world in worlds]
    assert inquiry.verdict == (verdicts[0] if len(set(verdicts)) == 1 else None)
    asked = {question.path for question in inquiry.questions}
    for name in NAMES:
        if values[name] is None:
            flips = any(
                Evaluation(LAW, {**world, name: True}).outcome(tree)
                != Evaluation(LAW, {**world, name: False}).outcome(tree)
                for world in worlds
            )
            assert (name in asked) == flips


def test_the_most_telling_question_comes_first() -> None:
    either = Fact("a") & (Fact("b") | Fact("c"))
    unknown: dict[str, Value] = dict.fromkeys(NAMES)
    inquiry = Inquiry(explain(either, MONTH, WORDS.record_of(unknown, MONTH)), WORDS)
    assert [question.path for question in inquiry.questions] == ["a", "b", "c"]
    assert inquiry.questions[0].gain > inquiry.questions[1].gain


def test_combinations_that_cannot_occur_are_not_asked_about() -> None:
    words = Vocabulary((FactSpec("paid", Kind.MONTHS, "p"), FactSpec("credited", Kind.MONTHS, "p")))
    paid, credited = (EveryMonth(words.fact(name), -1, number(1)) for name in ("paid", "credited"))
    impossible = paid & ~credited
    record = words.record_of({}, MONTH)
    assert Inquiry(explain(impossible, MONTH, record), words).verdict is None
    assert Inquiry(explain(impossible, MONTH, record), words, implications=[("paid", "credited")]).verdict is False


def test_equal_diagrams_are_one_number() -> None:
    diagrams = Diagrams()
    a, b = diagrams.atom("a"), diagrams.atom("b")
    assert diagrams.negate(diagrams.both(a, b)) == diagrams.either(diagrams.negate(a), diagrams.negate(b))
    assert diagrams.either(a, diagrams.negate(a)) == TRUE
    assert diagrams.both(a, diagrams.negate(a)) == FALSE
    assert diagrams.support(diagrams.either(a, diagrams.both(a, b))) == {"a"}
    likelihood = Likelihood(diagrams, {"a": 0.5})
    assert likelihood.of(diagrams.either(a, b)) == 0.75
    assert likelihood.of(diagrams.either(a, b), {"a": False}) == 0.5
    assert likelihood.of(diagrams.either(a, b), {"b": True}) == 1.0
