"""Explaining a verdict: a second pass over the whole settled tree, without short cuts.

The first pass only decides; this one knows the value of every part, marks the parts that decided, and says what
would have to be different. It never looks at a person: the phrases belong to the room that wrote the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from saqta.basis.money import rounded_share
from saqta.basis.month import EPOCH, Month
from saqta.logic.nodes import (
    And,
    AnyMonth,
    Clause,
    CountMonths,
    EveryMonth,
    Fact,
    If,
    Node,
    Not,
    Or,
    Window,
)
from saqta.logic.python import Writer, unwrapped
from saqta.logic.trees import children
from saqta.logic.vocabulary import Record
from saqta.logic.windows import BACK, relative_mask, set_name

SIMPLE = frozenset({And, Or, Not, If, Clause, EveryMonth, AnyMonth, CountMonths, Fact})

MOST_WAYS = 12
"""How many ways to change a verdict are kept while they are combined; the shortest are kept."""

Outcome = bool | int | str | None


class Months(NamedTuple):
    """A set of months that a change would have to add to a fact, or take out of it."""

    months: tuple[Month, ...]
    belongs: bool


class Change(NamedTuple):
    """One fact that would have to be otherwise: a truth value, some months, or "different" for a number or a word."""

    fact: str
    to: bool | Months | None


Way = frozenset[Change]
"""Changes that together would turn the verdict."""


class ClauseOutcome(NamedTuple):
    """A named part of the rule: what came of it, and whether the verdict rests on it."""

    clause: Clause
    value: Outcome
    decisive: bool


class Explanation:
    """The values of all parts of a rule for one record of facts."""

    def __init__(self, plan: Plan, values: tuple[Outcome, ...], record: Record, month: Month) -> None:
        self.plan, self.values, self.record, self.month = plan, values, record, month
        self.value = values[plan.root]
        self.decisive = self._decisive()

    def _decisive(self) -> set[int]:
        """The parts that decided: for a disjunction that holds the first term that holds, for one that fails every
        term; for a conjunction the other way round; for what is unknown, whatever in it is unknown."""
        values, parts = self.values, self.plan.parts
        found: set[int] = set()
        waiting = [self.plan.root]
        while waiting:
            place = waiting.pop()
            if place in found:
                continue
            found.add(place)
            shape, below = parts[place]
            if shape is _PLAIN:
                waiting.extend(below)
                continue
            value = values[place]
            if value is None:
                waiting.extend([child for child in below if values[child] is None])
            elif shape is _IF:
                waiting.append(below[0])
                if values[below[0]] is None:
                    waiting.extend(below[1:])
                else:
                    waiting.append(below[1] if values[below[0]] else below[2])
            elif value is shape:
                # The value that one term is enough for: true for a disjunction, false for a conjunction.
                for child in below:
                    if values[child] is shape:
                        waiting.append(child)
                        break
            else:
                waiting.extend(below)
        return found

    def clauses(self) -> Iterator[ClauseOutcome]:
        """Every named part in the order of the rule, decisive or not."""
        for clause, place in self.plan.clauses:
            yield ClauseOutcome(clause, self.values[place], place in self.decisive)

    def facts(self) -> list[str]:
        """The facts that the verdict rests on, in the order of the rule."""
        used = dict.fromkeys(name for place in sorted(self.decisive) for name in self.plan.facts[place])
        return list(used)

    def months(self, window: Window, belongs: bool | None) -> tuple[Month, ...]:
        """The months of a window that belong to its set, do not, or are unknown."""
        mask = relative_mask(window)
        held = getattr(self.record, set_name(window)) & mask
        known = getattr(self.record, f"{set_name(window)}_known") & mask
        chosen = held if belongs else known & ~held if belongs is False else mask & ~known
        return tuple(self.month + (place - BACK) for place in range(chosen.bit_length()) if chosen >> place & 1)

    def ways_to(self, wanted: bool, through: Collection[str] | None = None) -> list[Way]:
        """The shortest combinations of changed facts that would give the verdict ``wanted``; the empty one if it has
        it already. ``through`` names the only facts that may be changed."""
        ways = self._ways(self.plan.nodes[self.plan.root], wanted, through)
        gone = [way for way in ways if self._leads_to(way, wanted)]
        return sorted(gone, key=lambda way: (len(way), sorted(map(repr, way))))

    def _leads_to(self, way: Way, wanted: bool) -> bool:
        """Ways are found part by part; where one fact serves two parts in opposite senses, going one may undo the
        other. A way that needs another number or word cannot be tried and is taken as found."""
        changed: dict[str, object] = {}
        for change in way:
            if change.to is None:
                return True
            if change.fact in changed:
                return False
            changed[change.fact] = change.to
            if isinstance(change.to, Months):
                bits = sum(1 << (month - self.month + BACK) for month in change.to.months)
                held, known = (getattr(self.record, name) for name in (change.fact, f"{change.fact}_known"))
                changed[change.fact] = held | bits if change.to.belongs else held & ~bits
                changed[f"{change.fact}_known"] = known | bits
        return self.plan.values(msgspec.structs.replace(self.record, **changed))[self.plan.root] is wanted

    def _ways(self, node: Node, wanted: bool, through: Collection[str] | None) -> list[Way]:
        node = unwrapped(node)
        place = self.plan.places.get(node)
        if place is not None and self.values[place] is wanted:
            return [frozenset()]
        if through is not None and not {fact.name for fact in _facts_below(node)} & set(through):
            return []
        match node:
            case Not(term):
                return self._ways(term, not wanted, through)
            case Or(terms) if wanted:
                return _shortest(way for term in terms for way in self._ways(term, wanted, through))
            case And(terms) if not wanted:
                return _shortest(way for term in terms for way in self._ways(term, wanted, through))
            case Or(terms) | And(terms):
                return self._together(terms, wanted, through)
            case EveryMonth() | AnyMonth():
                return self._window_ways(node, wanted)
            case Fact(name):
                return [frozenset({Change(name, wanted)})]
            case _:
                names = {part.name for part in _facts_below(node)}
                return [frozenset(Change(name, None) for name in names)] if names else []

    def _together(self, terms: tuple[Node, ...], wanted: bool, through: Collection[str] | None) -> list[Way]:
        """All terms must come to have the value: each way joins one way of every term."""
        ways: list[Way] = [frozenset()]
        for term in terms:
            ways = _shortest(way | more for way in ways for more in self._ways(term, wanted, through))
        return ways

    def _window_ways(self, node: EveryMonth | AnyMonth, wanted: bool) -> list[Way]:
        not_yet = self.months(node, belongs=not wanted) + self.months(node, belongs=None)
        whole = isinstance(node, EveryMonth) is wanted
        if wanted:
            # No month before the epoch can come to belong to a set.
            if whole and any(month < EPOCH for month in not_yet):
                return []
            not_yet = tuple(month for month in not_yet if month >= EPOCH)
        groups = [not_yet] if whole else [(month,) for month in not_yet]
        return [
            frozenset({Change(set_name(node), Months(tuple(sorted(group)), belongs=wanted))})
            for group in groups
            if group
        ]


_PLAIN, _IF = "plain", "if"


class Plan:
    """What can be prepared once for a settled tree: its parts in order, and the function that values them."""

    def __init__(self, tree: Node) -> None:
        self.nodes: list[Node] = _postorder(unwrapped(tree))
        self.places = {node: place for place, node in enumerate(self.nodes)}
        self.root = len(self.nodes) - 1
        self.parts = [
            (
                _shape(node),
                tuple(self.places[unwrapped(child)] for child in children(node) if unwrapped(child) in self.places),
            )
            for node in self.nodes
        ]
        self.facts = [tuple(dict.fromkeys(fact.name for fact in _own_facts(node))) for node in self.nodes]
        self.clauses = [(clause, self.places[unwrapped(clause)]) for clause in _clauses(tree)]
        writer = Writer(self.nodes)
        names = "".join(f"{writer.names[node]}, " for node in self.nodes)
        body = "".join(f"    {line}\n" for line in writer.lines)
        scope: dict[str, Callable[[Record], tuple[Outcome, ...]]] = {"rounded_share": rounded_share}  # type: ignore[dict-item]  # one scope for exec
        exec(compile(f"def values(facts):\n{body}    return ({names})\n", "<settled rule>", "exec"), scope)  # noqa: S102  # only our own source
        self.values = scope["values"]


@lru_cache(maxsize=1024)
def plan(tree: Node) -> Plan:
    """The prepared explanation of a settled tree, kept for each tree."""
    return Plan(tree)


def explain(tree: Node, month: Month, record: Record) -> Explanation:
    """Why the settled tree has the value it has for these facts, seen from ``month``."""
    prepared = plan(tree)
    return Explanation(prepared, prepared.values(record), record, month)


def _shape(node: Node) -> bool | str:
    match node:
        case Or():
            return True
        case And():
            return False
        case If():
            return _IF
        case _:
            return _PLAIN


def _postorder(tree: Node) -> list[Node]:
    """Each distinct part once, after everything it is made of; clauses looked through, windows kept whole."""
    order: dict[Node, None] = {}

    def visit(node: Node) -> None:
        node = unwrapped(node)
        if node in order:
            return
        if not isinstance(node, Window):
            for child in children(node):
                visit(child)
        order[node] = None

    visit(tree)
    return list(order)


def _clauses(tree: Node) -> list[Clause]:
    found: dict[Clause, None] = {}

    def visit(node: Node) -> None:
        if isinstance(node, Clause):
            found.setdefault(node)
        for child in children(node):
            visit(child)

    visit(tree)
    return list(found)


def _own_facts(node: Node) -> list[Fact]:
    """The facts a part reads by itself: a fact reads itself, a window its set of months."""
    if isinstance(node, Fact):
        return [node]
    if isinstance(node, Window):
        return [child for child in children(node) if isinstance(child, Fact)]
    return []


def _facts_below(node: Node) -> list[Fact]:
    below = [fact for child in children(node) for fact in _facts_below(child)]
    return [node] if isinstance(node, Fact) else below


def _shortest(ways: Iterable[Way]) -> list[Way]:
    """The ways that contain no other way, the shortest first."""
    kept: list[Way] = []
    for way in sorted(dict.fromkeys(ways), key=len):
        if not any(shorter <= way for shorter in kept):
            kept.append(way)
    return kept[:MOST_WAYS]
