"""In which sense a rule looks at its facts: whether more of a fact can only help it hold, or only hinder it.

Where every fact is looked at in one sense, Kleene's logic is exact: what is unknown can be taken at its best and at its
worst all at once, and when the two differ no way of reasoning can decide. Rules over millions of people rest on this;
for other rules ``ask`` finds out what hangs together.
"""

from __future__ import annotations

from collections.abc import Iterable

from saqta.logic.nodes import And, AnyMonth, Clause, Const, EveryMonth, Fact, If, Node, Not, Or, Unsettled
from saqta.logic.windows import set_name

Looked = str | Node
"""What is looked at: a fact or set of months by name, or a comparison, which ``ask`` too takes as a whole."""


def senses(tree: Node) -> dict[Looked, frozenset[bool]]:
    """For everything a settled condition looks at: True if it can help it hold, False if it can hinder it."""
    found: dict[Looked, frozenset[bool]] = {}
    _collect(tree, frozenset({True}), found)
    return found


def looked_at_in_one_sense(tree: Node, implications: Iterable[tuple[str, str]] = ()) -> bool:
    """Whether Kleene's logic is exact for a settled condition. ``implications`` names pairs of month sets of which the
    first lies inside the second; they must be looked at in the same sense, or best and worst cannot all be at once."""
    found = senses(tree)
    together = all(
        found.get(inner, found.get(outer)) == found.get(outer, found.get(inner)) for inner, outer in implications
    )
    return together and all(len(sense) == 1 for sense in found.values())


def _collect(node: Node, sense: frozenset[bool], found: dict[Looked, frozenset[bool]]) -> None:
    match node:
        case Const():
            return
        case Clause(of=inner):
            _collect(inner, sense, found)
        case Not(term):
            _collect(term, frozenset(not one for one in sense), found)
        case And(terms) | Or(terms):
            for term in terms:
                _collect(term, sense, found)
        case If(when, then, otherwise):
            # A condition helps one branch and hinders the other.
            _collect(when, frozenset({True, False}), found)
            _collect(then, sense, found)
            _collect(otherwise, sense, found)
        case EveryMonth() | AnyMonth():
            found[set_name(node)] = found.get(set_name(node), frozenset()) | sense
        case Fact(name) | Unsettled(name):
            found[name] = found.get(name, frozenset()) | sense
        case _:
            found[node] = found.get(node, frozenset()) | sense
