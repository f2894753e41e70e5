"""The meaning of a rule, stated in the plainest way: the slow evaluator that all the fast ones are tested against.

It reads the whole language, unsettled. The one short cut it takes belongs to the meaning: terms are read from left to
right up to the one that decides, so that a rule may name a parameter which the law has only while a period lasts.
Optimising this file would spoil its use.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from saqta.basis.money import rounded_share
from saqta.basis.month import EPOCH, Month
from saqta.logic.nodes import (
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
    Least,
    MisbuiltRule,
    Node,
    Not,
    OneOf,
    Or,
    Param,
    Reading,
    Ref,
    Run,
    Share,
    Since,
    Subtract,
    Times,
    Unsettled,
    number,
)
from saqta.logic.settle import DatedLaw, constant


class NotApplicable:
    """The outcome of a rule that does not apply to the case."""

    def __repr__(self) -> str:
        return "NOT_APPLICABLE"


NOT_APPLICABLE: Final = NotApplicable()

Months = tuple[int, int]
"""A set of months as two masks over ``basis.month``: those that belong to it, and those of which we know."""

Value = bool | int | str | tuple[str, ...] | Fraction | Months | None


class Conflict(Exception):
    """Two exceptions of equal rank apply and say different things: the law as written contradicts itself."""


class Evaluation:
    """A rule read for one case on one day."""

    def __init__(self, law: DatedLaw, facts: Mapping[str, Value], rules: Mapping[str, Node] | None = None) -> None:
        self.law, self.facts, self.rules = law, facts, rules or {}

    def outcome(self, rule: Node) -> Value | NotApplicable:
        """The value of a whole rule, unknown, or not applicable."""
        if isinstance(rule, Applicable):
            applies = self.value(rule.when, 0)
            then = self.value(rule.then, 0)
            return NOT_APPLICABLE if applies is False else then if applies is True else None
        return self.value(rule, 0)

    def value(self, node: Node, back: int) -> Value:
        month = Month.of(self.law.day) + -back
        match node:
            case Const():
                return Fraction(str(node.value)) if node.kind.value == "rate" else node.value
            case Fact(name):
                return self.facts.get(name)
            case Param(name):
                return self.value(constant(self.law.read(name)), back)
            case During(period):
                return self.law.holds(period, month.first_day if back else self.law.day)
            case Unsettled():
                return None
            case Ref(rule):
                return self.value(self.rules[rule], back)
            case Clause(of=inner):
                return self.value(inner, back)
            case Reading(id, choices):
                options = {choice.option: choice.then for choice in choices}
                return self.value(options[self.law.option(id)], back)
            case Not(term):
                return kleene_not(self._bool(term, back))
            case And(terms):
                return kleene_and(self._read_until(False, terms, back))
            case Or(terms):
                return kleene_or(self._read_until(True, terms, back))
            case If(when, then, otherwise):
                return self._chosen(self._bool(when, back), then, self.value(otherwise, back), back)
            case EveryMonth(months, last, count):
                return kleene_and(self._window(months, last - back, count, back))
            case AnyMonth(months, last, count):
                return kleene_or(self._window(months, last - back, count, back))
            case CountMonths(months, last, count):
                seen = self._window(months, last - back, count, back)
                return None if None in seen else sum(1 for belongs in seen if belongs)
            case Run():
                return self._run(node, back)
            case Since():
                return self._since(node, back)
            case Cascade():
                return self._cascade(node, back)
            case Applicable():
                raise MisbuiltRule("a part of a rule cannot be not applicable")
            case _:
                return self._arithmetic(node, back)

    def _read_until(self, decided: bool, terms: tuple[Node, ...], back: int) -> list[bool | None]:
        read: list[bool | None] = []
        for term in terms:
            read.append(self._bool(term, back))
            if read[-1] is decided:
                break
        return read

    def _chosen(self, when: bool | None, then: Node, otherwise: Value, back: int) -> Value:
        """The branch that holds; with the condition unknown, a value only if both branches agree on it."""
        if when is False:
            return otherwise
        value = self.value(then, back)
        return value if when or value == otherwise else None

    def _bool(self, node: Node, back: int) -> bool | None:
        value = self.value(node, back)
        if value is None or isinstance(value, bool):
            return value
        raise MisbuiltRule(f"{value!r} is neither true, false nor unknown")

    def _number(self, node: Node, back: int) -> int | None:
        value = self.value(node, back)
        if value is None or isinstance(value, int):
            return value
        raise MisbuiltRule(f"{value!r} is not a whole number")

    def _window(self, months: Node, last: int, count: Node, back: int) -> list[bool | None]:
        """Each month of the window: belongs, does not, or unknown. No month before the epoch belongs to a set."""
        value = self.value(months, back)
        length = self._number(count, back)
        asked = Month.of(self.law.day)
        seen: list[bool | None] = []
        for offset in range(last - (length or 0) + 1, last + 1):
            place = asked + offset - EPOCH
            if place < 0:
                seen.append(False)
            elif not isinstance(value, tuple) or not isinstance(value[1], int) or not isinstance(value[0], int):
                seen.append(None)
            elif value[1] >> place & 1:
                seen.append(bool(value[0] >> place & 1))
            else:
                seen.append(None)
        return seen

    def _run(self, node: Run, back: int) -> bool | None:
        count, within = self._number(node.count, back) or 0, self._number(node.within, back) or 0
        ways: list[bool | None] = [True] if count <= 0 else []
        for length in map(number, range(max(count, 1), within + 1)):
            counted = self._window(node.counted, node.last - back, length, back)
            enough = None if None in counted else counted.count(True) >= count
            ways.append(kleene_and([enough, *self._window(node.bridged, node.last - back, length, back)]))
        return kleene_or(ways)

    def _since(self, node: Since, back: int) -> bool | None:
        ways: list[bool | None] = []
        for step in range(1, (self._number(node.within, back) or 0) + 1):
            between = [self._bool(node.meanwhile, back + nearer) for nearer in range(1, step)]
            ways.append(kleene_and([self._bool(node.began, back + step), *between]))
        return kleene_or(ways)

    def _cascade(self, node: Cascade, back: int) -> Value:
        value = self.value(node.base, back)
        for rank in sorted({exception.rank for exception in node.exceptions}):
            applied: list[Value] = []
            for exception in node.exceptions:
                if exception.rank == rank:
                    when = self._bool(exception.when, back)
                    value = self._chosen(when, exception.then, value, back)
                    applied += [value] if when is True else []
            if any(then != applied[0] for then in applied):
                raise Conflict(f"two exceptions of rank {rank} apply and differ")
        return value

    def _arithmetic(self, node: Node, back: int) -> Value:
        match node:
            case Compare(relation, left, right):
                return _compare(relation, self.value(left, back), self.value(right, back))
            case OneOf(value, among):
                word, words = self.value(value, back), self.value(among, back)
                if not words or not isinstance(words, tuple):
                    return False  # nothing stands in an empty list, whatever the word is
                return None if word is None else word in words
            case Share(amount, rate):
                sum_, share = self._number(amount, back), self.value(rate, back)
                if sum_ is None or not isinstance(share, Fraction):
                    return None
                return rounded_share(sum_, share.numerator, share.denominator)
            case Times(left, right) | Subtract(left, right):
                first, second = self._number(left, back), self._number(right, back)
                if first is None or second is None:
                    return None
                return first * second if isinstance(node, Times) else first - second
            case Add(terms) | Least(terms) | Greatest(terms):
                numbers = [self._number(term, back) for term in terms]
                known = [amount for amount in numbers if amount is not None]
                if len(known) < len(numbers):
                    return None
                return sum(known) if isinstance(node, Add) else min(known) if isinstance(node, Least) else max(known)
            case _:
                raise MisbuiltRule(f"{type(node).__name__} is not a node of the language")


def kleene_not(term: bool | None) -> bool | None:
    return None if term is None else not term


def kleene_and(terms: list[bool | None]) -> bool | None:
    if any(term is False for term in terms):
        return False
    return None if any(term is None for term in terms) else True


def kleene_or(terms: list[bool | None]) -> bool | None:
    if any(term is True for term in terms):
        return True
    return None if any(term is None for term in terms) else False


def _compare(relation: str, left: Value, right: Value) -> bool | None:
    if left is None or right is None:
        return None
    if relation == "equal":
        return left == right
    if not isinstance(left, int) or not isinstance(right, int):
        raise MisbuiltRule(f"{left!r} and {right!r} have no order")
    return {"below": left < right, "at_most": left <= right, "at_least": left >= right, "above": left > right}[relation]
