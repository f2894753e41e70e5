"""Every kind of node, on every target, for every combination of true, false and unknown, equals the reference."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
import sqlglot

from saqta.basis.month import EPOCH, Month
from saqta.logic import ask, nodes, python, with_numpy, with_polars, with_sql, with_z3
from saqta.logic.nodes import (
    Add,
    And,
    AnyMonth,
    Clause,
    Compare,
    Const,
    CountMonths,
    EveryMonth,
    Greatest,
    If,
    Kind,
    Least,
    Node,
    Not,
    OneOf,
    Or,
    Share,
    Subtract,
    Times,
    Unsettled,
    number,
)
from saqta.logic.reference import Evaluation, Value
from saqta.logic.settle import PLAIN, SETTLED, Settled
from saqta.logic.vocabulary import FactSpec, Vocabulary
from saqta.logic.with_z3 import Kleene, Symbols, solve
from tests.logic.random_rules import InventedLaw
from tests.logic.targets import TARGETS, outcomes

LAW = InventedLaw(date(2025, 10, 15), "first")
MONTH = Month.of(LAW.day)
TRUTHS = (True, False, None)
SUMS = (None, -5, 0, 1, 7, 10**12)
WORDS = Vocabulary(
    (
        *(FactSpec(name, Kind.BOOL, name) for name in "abc"),
        *(FactSpec(name, Kind.MONEY, name) for name in "xy"),
        FactSpec("w", Kind.WORD, "w"),
        FactSpec("m", Kind.MONTHS, "m"),
    )
)
A, B, C, X, Y, W, M = (WORDS.fact(name) for name in "abcxywm")

TREES: dict[str, Node] = {
    "fact": A,
    "const": Const(Kind.BOOL, value=True),
    "unsettled": Unsettled("open") | A,
    "not": Not(A),
    "and": And((A, B, C)),
    "or": Or((A, B, C)),
    "if": If(A, B, C),
    "if on sums": If(A, X, Y),
    "compare": Compare("at_most", X, Y),
    "equal": Compare("equal", X, Y),
    "compare words": Compare("equal", W, Const(Kind.WORD, "KZ")),
    "one of": OneOf(W, Const(Kind.WORDS, ("KZ", "RU"))),
    "add": Add((X, Y)),
    "subtract": Subtract(X, Y),
    "share": Share(X, Const(Kind.RATE, "279/2000")),
    "times": Times(X, number(3)),
    "least": Least((X, Y)),
    "greatest": Greatest((X, Y)),
    "clause": Clause("named", A, ("art_1",)),
    "every month": EveryMonth(M, -1, number(2)),
    "any month": AnyMonth(M, -1, number(2)),
    "count months": CountMonths(M, -1, number(2)),
}


def everybody() -> list[dict[str, Value]]:
    """Every combination of the truth values; sums, words and months vary along."""
    people: list[dict[str, Value]] = []
    months = [(belongs & known, known) for belongs, known in product(range(4), range(4))]
    last_two = MONTH - EPOCH - 2
    for place, (a, b, c) in enumerate(product(TRUTHS, repeat=3)):
        for turn, (x, y) in enumerate(product(SUMS, repeat=2)):
            belongs, known = months[(place + turn) % len(months)]
            others = ((1 << 180) - 1) & ~(3 << last_two)
            people.append(
                {
                    **dict(zip("abc", (a, b, c), strict=True)),
                    "x": x,
                    "y": y,
                    "w": ("KZ", "RU", "DE", None)[(place + turn) % 4],
                    "m": (belongs << last_two, known << last_two | others),
                }
            )
    return people


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
@pytest.mark.parametrize("target", TARGETS)
def test_the_lowered_form_equals_the_definition(target: str, tree: Node) -> None:
    people = everybody()
    expected = [Evaluation(LAW, person).outcome(tree) for person in people]
    assert outcomes(TARGETS[target], Settled(nodes.TRUE, tree), MONTH, people, WORDS) == expected


@pytest.mark.parametrize("name", ["fact", "not", "and", "or", "if", "every month", "any month", "clause", "unsettled"])
def test_the_solver_reads_unknown_as_kleene_does(name: str) -> None:
    tree = TREES[name]
    for a, b, c in product(TRUTHS, repeat=3):
        for state in product(TRUTHS, repeat=2):
            symbols = Symbols()
            kleene = Kleene(symbols)
            yes, no = kleene.rails(tree)
            fixed = [kleene.flag(fact) == (value is not None) for fact, value in zip("abc", (a, b, c), strict=True)]
            fixed += [
                symbols.fact(fact, Kind.BOOL) == bool(value) for fact, value in zip("abc", (a, b, c), strict=True)
            ]
            for offset, value in zip((-2, -1), state, strict=True):
                fixed += [symbols.month("m", offset) == bool(value), kleene.flag(f"m[{offset}]") == (value is not None)]
            last_two = MONTH - EPOCH - 2
            bits = [
                (bool(value) << last_two + place, (value is not None) << last_two + place)
                for place, value in enumerate(state)
            ]
            months = (bits[0][0] | bits[1][0], bits[0][1] | bits[1][1])
            expected = Evaluation(LAW, {"a": a, "b": b, "c": c, "m": months}).outcome(tree)
            assert (solve([*fixed, yes]) is not None) == (expected is True)
            assert (solve([*fixed, no]) is not None) == (expected is False)
            if name not in ("every month", "any month"):
                break


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES)
def test_the_same_expression_is_sql_for_spark(tree: Node) -> None:
    """Spark itself runs in the population tests; here its dialect accepts every form we emit."""
    query = with_sql.query(tree, MONTH, table="people", key="person", dialect="spark")
    assert sqlglot.parse_one(query, dialect="spark") is not None


@pytest.mark.parametrize(
    "module", [python, with_numpy, with_sql, with_polars, with_z3], ids=lambda module: module.__name__
)
def test_every_plain_node_stands_in_exactly_one_table_of_a_target(module: object) -> None:
    simple, lowered, refused = (getattr(module, table) for table in ("SIMPLE", "LOWERED", "REFUSED"))
    assert simple | lowered | set(refused) == PLAIN
    assert len(simple) + len(lowered) + len(refused) == len(PLAIN)


def test_every_node_of_the_language_is_plain_or_settled_away() -> None:
    kinds = set(nodes.Node.__args__)
    assert kinds == PLAIN | SETTLED
    assert not PLAIN & SETTLED


def test_questions_know_every_plain_node() -> None:
    """A node of numbers never stands alone in a condition: it is inside a comparison, which is asked as a whole."""
    assert PLAIN - ask.SIMPLE - ask.ATOMIC - {Const, Clause} == ask.INSIDE_COMPARISONS
