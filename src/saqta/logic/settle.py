"""Fixing a rule for one day of the law: what remains is a plain tree over facts.

Parameters become values, periods become true or false, readings become the option followed, references the rule
referred to; ``Since`` is unrolled into the months it looks at, cascades into nested choices. What is then certain
is folded away, by steps that Kleene's logic allows. A settled tree holds only the kinds of node in ``PLAIN``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple, Protocol

from saqta.basis.money import Money
from saqta.basis.month import Month
from saqta.logic import nodes
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    Add,
    And,
    AnyMonth,
    Applicable,
    Cascade,
    Clause,
    Compare,
    Const,
    CountMonths,
    During,
    EveryMonth,
    Fact,
    Greatest,
    If,
    Kind,
    Least,
    Node,
    Not,
    OneOf,
    Or,
    Override,
    Param,
    Reading,
    Ref,
    Run,
    Share,
    Since,
    Subtract,
    Times,
    Unsettled,
    kind_of,
)

PLAIN: frozenset[type] = frozenset(
    {
        Const, Fact, Unsettled, Not, And, Or, If, Compare, OneOf, Add, Subtract, Share, Times, Least, Greatest,
        EveryMonth, AnyMonth, CountMonths, Clause,
    }
)  # fmt: skip
"""What every target must be able to read."""

SETTLED: frozenset[type] = frozenset({Param, During, Run, Since, Cascade, Applicable, Ref, Reading})
"""What settling takes out of a tree, for every target alike."""


class DatedLaw(Protocol):
    """What this room needs of the book of law; nothing in it is about insurance."""

    day: date

    def read(self, name: str) -> Money | Fraction | int | tuple[str, ...]: ...

    def holds(self, period: str, day: date) -> bool: ...

    def option(self, reading_id: str) -> str: ...


class Settled(NamedTuple):
    """A rule on one day: where it applies, and its value there."""

    applies: Node
    value: Node


class UnknownRule(KeyError):
    """A reference names a rule that was not given."""


class NotApplicableInside(TypeError):
    """Only a whole rule may be not applicable; a part of another rule needs a value."""


def settle(rule: Node, law: DatedLaw, rules: Mapping[str, Node] | None = None) -> Settled:
    """The rule as it stands on ``law.day``."""
    settling = _Settling(law, rules or {})
    match rule:
        case Applicable(when, then):
            return Settled(settling.node(when, 0), settling.node(then, 0))
        case _:
            return Settled(TRUE, settling.node(rule, 0))


def constant(value: Money | Fraction | int | tuple[str, ...]) -> Const:
    """A value of the law as a node."""
    match value:
        case Money(tiyn):
            return Const(Kind.MONEY, tiyn)
        case Fraction():
            return Const(Kind.RATE, f"{value.numerator}/{value.denominator}")
        case tuple():
            return Const(Kind.WORDS, value)
        case _:
            return Const(Kind.NUMBER, value)


class _Settling:
    """One walk over a rule; ``back`` is how many months before the asked one the part is looked at."""

    def __init__(self, law: DatedLaw, rules: Mapping[str, Node]) -> None:
        self.law, self.rules = law, rules

    def node(self, node: Node, back: int) -> Node:
        match node:
            case Const() | Fact() | Unsettled():
                return node
            case Param(name):
                return constant(self.law.read(name))
            case During(period):
                return TRUE if self.law.holds(period, self._moment(back)) else FALSE
            case Ref(rule):
                if rule not in self.rules:
                    raise UnknownRule(rule)
                return self.node(self.rules[rule], back)
            case Reading(id, choices):
                followed = self.law.option(id)
                return self.node(next(choice.then for choice in choices if choice.option == followed), back)
            case Clause(code, of, cites):
                inner = self.node(of, back)
                return inner if isinstance(inner, Const) else Clause(code, inner, cites)
            case Applicable():
                raise NotApplicableInside("a part of a rule cannot be not applicable; refer to the whole rule")
            case EveryMonth() | AnyMonth() | CountMonths():
                return self._window(node, back)
            case Run():
                return self._run(node, back)
            case Since():
                return self._since(node, back)
            case Cascade(base, exceptions):
                return self._cascade(base, exceptions, back)
            case _:
                return self._combination(node, back)

    def _moment(self, back: int) -> date:
        return (Month.of(self.law.day) + -back).first_day if back else self.law.day

    def _count(self, node: Node, back: int) -> int:
        settled = self.node(node, back)
        if isinstance(settled, Const) and isinstance(settled.value, int):
            return settled.value
        raise nodes.MisbuiltRule("a window needs a length that the law fixes, not one that depends on the facts")

    def _window(self, node: EveryMonth | AnyMonth | CountMonths, back: int) -> Node:
        count = self._count(node.count, back)
        if count <= 0:
            return {EveryMonth: TRUE, AnyMonth: FALSE}.get(type(node), nodes.number(0))
        return type(node)(node.months, node.last - back, nodes.number(count))

    def _run(self, node: Run, back: int) -> Node:
        """For some length: every month of it bridged, and enough of them counted."""
        count, within, last = self._count(node.count, back), self._count(node.within, back), node.last - back
        if count <= 0:
            return TRUE
        ways: list[Node] = []
        for length in map(nodes.number, range(count, within + 1)):
            counted = CountMonths(node.counted, last, length)
            enough = Compare("at_least", counted, nodes.number(count))
            ways.append(both(EveryMonth(node.bridged, last, length), enough))
        return either(*ways)

    def _since(self, node: Since, back: int) -> Node:
        """For some month L at most ``within`` back: ``began`` as of L, and ``meanwhile`` in each month between."""
        between: list[Node] = []
        ways: list[Node] = []
        for step in range(1, self._count(node.within, back) + 1):
            ways.append(both(self.node(node.began, back + step), *between))
            between.append(self.node(node.meanwhile, back + step))
        return either(*ways)

    def _cascade(self, base: Node, exceptions: tuple[Override, ...], back: int) -> Node:
        value = self.node(base, back)
        by_rank = sorted(exceptions, key=lambda exception: exception.rank)
        for _, rank in groupby(by_rank, key=lambda exception: exception.rank):
            for exception in rank:
                value = self._choice(self.node(exception.when, back), exception.then, value, back)
        return value

    def _until(self, decided: Node, terms: tuple[Node, ...], back: int) -> list[Node]:
        """The settled terms up to the one that decides. What stands behind a period that does not hold is never looked
        at, so a rule may name a parameter that exists only while the period lasts."""
        settled: list[Node] = []
        for term in terms:
            settled.append(self.node(term, back))
            if settled[-1] == decided:
                break
        return settled

    def _choice(self, when: Node, then: Node, otherwise: Node, back: int) -> Node:
        return otherwise if when == FALSE else choose(when, self.node(then, back), otherwise)

    def _combination(self, node: Node, back: int) -> Node:
        match node:
            case Not(term):
                return negate(self.node(term, back))
            case And(terms):
                return both(*self._until(FALSE, terms, back))
            case Or(terms):
                return either(*self._until(TRUE, terms, back))
            case If(when, then, otherwise):
                return self._choice(self.node(when, back), then, self.node(otherwise, back), back)
            case Compare(relation, left, right):
                return Compare(relation, self.node(left, back), self.node(right, back))
            case OneOf(value, among):
                words = self.node(among, back)
                return FALSE if words == nodes.Const(Kind.WORDS, ()) else OneOf(self.node(value, back), words)
            case Subtract(left, right):
                return Subtract(self.node(left, back), self.node(right, back))
            case Share(amount, rate):
                return Share(self.node(amount, back), self.node(rate, back))
            case Times(amount, count):
                return Times(self.node(amount, back), self.node(count, back))
            case Add(terms) | Least(terms) | Greatest(terms):
                return type(node)(tuple(self.node(term, back) for term in terms))
            case _:
                raise nodes.MisbuiltRule(f"{type(node).__name__} is not a node of the language")


def negate(term: Node) -> Node:
    """Not, with a double negation and a certain value folded."""
    match term:
        case Const():
            return FALSE if term.value else TRUE
        case Not(inner):
            return inner
        case _:
            return Not(term)


def both(*terms: Node) -> Node:
    """And, flat, without what is certain; false as soon as one term is."""
    kept: list[Node] = []
    for term in terms:
        if term == FALSE:
            return FALSE
        if term != TRUE:
            kept.extend(term.terms if isinstance(term, And) else (term,))
    return kept[0] if len(kept) == 1 else And(tuple(kept)) if kept else TRUE


def either(*terms: Node) -> Node:
    """Or, flat, without what is certain; true as soon as one term is."""
    kept: list[Node] = []
    for term in terms:
        if term == TRUE:
            return TRUE
        if term != FALSE:
            kept.extend(term.terms if isinstance(term, Or) else (term,))
    return kept[0] if len(kept) == 1 else Or(tuple(kept)) if kept else FALSE


def choose(when: Node, then: Node, otherwise: Node) -> Node:
    """If, with a certain condition followed and choices between true and false written as Or and And.

    All three forms have the same value for every combination of true, false and unknown.
    """
    if when == TRUE or then == otherwise:
        return then
    if when == FALSE:
        return otherwise
    if kind_of(then) is Kind.BOOL:
        if then == TRUE:
            return either(when, otherwise)
        if then == FALSE:
            return both(negate(when), otherwise)
        if otherwise == FALSE:
            return both(when, then)
        if otherwise == TRUE:
            return either(negate(when), then)
    return If(when, then, otherwise)
