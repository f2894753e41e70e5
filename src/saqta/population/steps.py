"""Several rules over one table, each part that they share worked out once.

A settled rule says the same thing in many places: who may contribute at all, whether twelve months are credited as seen
from this month and from the next. An engine that is given such a rule as one expression reads those parts again and
again. Here they become columns of their own, in layers, each made from the ones before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from saqta.basis.month import Month
from saqta.logic.nodes import And, Fact, Node, kind_of
from saqta.logic.python import shared_parts, unwrapped
from saqta.logic.trees import rewritten, walk
from saqta.population.plan import Relation, RuleValue


class Steps(NamedTuple):
    """Columns in layers, and what the rules themselves come to over those columns."""

    layers: tuple[Mapping[str, Node], ...]
    rules: Mapping[str, Node]

    def over(self, table: Relation, month: Month) -> Relation:
        """The table with a column for each shared part and for each rule, asked about a month."""
        for layer in (*self.layers, self.rules):
            table = table.having({name: RuleValue(tree, month) for name, tree in layer.items()})
        return table


def in_steps(rules: Mapping[str, Node]) -> Steps:
    """The rules, each true or false or unknown, cut into steps; their meaning is unchanged."""
    whole = And(tuple(rules.values()))
    parts = sorted(shared_parts(whole), key=lambda part: len(walk(part)))
    named: dict[Node, Node] = {}
    depth: dict[str, int] = {}
    layers: list[dict[str, Node]] = []
    for place, part in enumerate(parts):
        name = f"part_{place}"
        tree = rewritten(unwrapped(part), named)
        below = [depth[node.name] for node in walk(tree) if isinstance(node, Fact) and node.name in depth]
        level = max(below, default=-1) + 1
        named[part], depth[name] = Fact(name, kind_of(part)), level
        layers += [{} for _ in range(level + 1 - len(layers))]
        layers[level][name] = tree
    return Steps(tuple(layers), {name: rewritten(tree, named) for name, tree in rules.items()})
