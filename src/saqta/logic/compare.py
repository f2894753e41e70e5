"""What changed between two forms of a rule: in its wording, and in whom it helps or hurts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from saqta.logic.nodes import And, Clause, Const, Fact, Node, Not
from saqta.logic.trees import children
from saqta.logic.with_z3 import Witness, example


class Edit(NamedTuple):
    """One place where two trees differ; ``None`` where one of them has nothing."""

    path: tuple[str, ...]
    before: Node | None
    after: Node | None


class Effect(NamedTuple):
    """Somebody who gains and somebody who loses by the change; None is a proof that there can be nobody."""

    gains: Witness | None
    loses: Witness | None


def edits(before: Node, after: Node, path: tuple[str, ...] = ()) -> Iterator[Edit]:
    """The smallest differing parts, each under the names of the clauses and nodes around it."""
    if before == after:
        return
    here = (*path, before.code if isinstance(before, Clause) else type(before).__name__)
    left, right = children(before), children(after)
    if type(before) is not type(after) or isinstance(before, Const | Fact) or not left or len(left) != len(right):
        if isinstance(before, type(after)) and left and right:
            yield from _list_edits(left, right, here)
        else:
            yield Edit(here, before, after)
        return
    if left == right:
        yield Edit(here, before, after)
    for first, second in zip(left, right, strict=True):
        yield from edits(first, second, here)


def _list_edits(left: tuple[Node, ...], right: tuple[Node, ...], path: tuple[str, ...]) -> Iterator[Edit]:
    """Terms that only one side has; the rest is kept, in whatever order it stands."""
    for node in left:
        if node not in right:
            yield Edit(path, node, None)
    for node in right:
        if node not in left:
            yield Edit(path, None, node)


def effect(before: Node, after: Node, given: Iterable[Node] = ()) -> Effect:
    """Who gains and who loses when one settled condition replaces another, proved for everybody."""
    conditions = tuple(given)
    return Effect(
        gains=example(And((after, Not(before))), conditions),
        loses=example(And((before, Not(after))), conditions),
    )
