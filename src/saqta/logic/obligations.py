"""What must be true of a rule, generated from its tree and apart from any solver: each obligation is a tree again."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import combinations
from typing import Literal, NamedTuple

from saqta.logic.nodes import And, Cascade, Clause, Fact, Node, Not, Or
from saqta.logic.settle import DatedLaw, both, either, negate, settle
from saqta.logic.trees import replaced, walk


class Obligation(NamedTuple):
    """A claim about everybody (``always``), or about somebody (``possible``), on one day of the law."""

    name: str
    kind: Literal["always", "possible"]
    condition: Node


def no_conflicts(rule: Node, law: DatedLaw) -> Iterator[Obligation]:
    """Two exceptions of equal rank that say different things never both apply."""
    for node in walk(rule):
        if isinstance(node, Cascade):
            for first, second in combinations(node.exceptions, 2):
                if first.rank == second.rank and first.then != second.then:
                    overlap = both(settle(first.when, law).value, settle(second.when, law).value)
                    yield Obligation(f"{first.code} and {second.code} never both apply", "always", negate(overlap))


def reachable_exceptions(rule: Node, law: DatedLaw) -> Iterator[Obligation]:
    """Every exception prevails for somebody: it applies, and none of higher rank does."""
    for node in walk(rule):
        if isinstance(node, Cascade):
            for exception in node.exceptions:
                higher = [other.when for other in node.exceptions if other.rank > exception.rank]
                stronger = either(*(settle(when, law).value for when in higher))
                alone = both(settle(exception.when, law).value, negate(stronger))
                yield Obligation(f"{exception.code} prevails", "possible", alone)


def deciding_clauses(settled: Node, proved: Container[str] = ()) -> Iterator[Obligation]:
    """Every clause can decide: for somebody the verdict is one thing if the clause holds and another if it does not.
    Clauses whose code is ``proved`` already, in another form of the rule, are left out."""
    for clause in dict.fromkeys(node for node in walk(settled) if isinstance(node, Clause)):
        if clause.code in proved:
            continue
        free = Fact(f"clause:{clause.code}")
        opened = replaced(settled, clause, free)
        if_true, if_false = (replaced(opened, free, value) for value in (Or((free, Not(free))), And((free, Not(free)))))
        differs = Or((And((if_true, Not(if_false))), And((if_false, Not(if_true)))))
        yield Obligation(f"{clause.code} can decide", "possible", differs)
