"""Proving what a settled rule does for everybody: the facts of one imagined person as variables of a solver.

Two meanings are written here. *Classical*: every fact has a value, months stand relative to the month asked about.
*Kleene*: every fact may also be unknown. A solver that gives up raises; an unproved claim never passes for a proof.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

import z3

from saqta.logic.nodes import (
    Add,
    And,
    AnyMonth,
    Clause,
    Compare,
    Const,
    CountMonths,
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
    Share,
    Subtract,
    Times,
    Unsettled,
    kind_of,
)
from saqta.logic.windows import length, set_name

SIMPLE = frozenset({Const, Fact, Not, And, Or, If, Compare, Add, Subtract, Times, Clause})
LOWERED = frozenset({Share, OneOf, Least, Greatest, EveryMonth, AnyMonth, CountMonths, Unsettled})
REFUSED: dict[type, str] = {}

TIMEOUT_MS = 20_000


class SolverGaveUp(Exception):
    """Neither a proof nor a counter-example was found in time."""


class Witness(NamedTuple):
    """An imagined person: facts by name, and months by offset from the month asked about."""

    facts: dict[str, bool | int | str]
    months: dict[str, tuple[int, ...]]


class Symbols:
    """The variables of one imagined person. ``suffix`` keeps two people in one question apart."""

    def __init__(self, suffix: str = "") -> None:
        self.suffix = suffix
        self.bools: dict[str, z3.BoolRef] = {}
        self.numbers: dict[str, z3.ArithRef] = {}
        self.words: dict[str, int] = {}
        self.word_facts: set[str] = set()
        self.months: dict[tuple[str, int], z3.BoolRef] = {}

    def fact(self, name: str, kind: Kind) -> z3.BoolRef | z3.ArithRef:
        if kind is Kind.BOOL:
            return self.bools.setdefault(name, z3.Bool(f"{name}{self.suffix}"))
        if kind is Kind.WORD:
            self.word_facts.add(name)
        return self.numbers.setdefault(name, z3.Int(f"{name}{self.suffix}"))

    def word(self, word: str) -> int:
        """Words are numbered as they are met; a number nobody has stands for any other word."""
        return self.words.setdefault(word, len(self.words))

    def month(self, name: str, offset: int) -> z3.BoolRef:
        return self.months.setdefault((name, offset), z3.Bool(f"{name}[{offset}]{self.suffix}"))

    def witness(self, model: z3.ModelRef) -> Witness:
        spelled = {number: word for word, number in self.words.items()}
        facts: dict[str, bool | int | str] = {name: z3.is_true(model.eval(term)) for name, term in self.bools.items()}
        for name, term in self.numbers.items():
            value = model.eval(term, model_completion=True).as_long()
            facts[name] = spelled.get(value, "other") if name in self.word_facts else value
        months: dict[str, list[int]] = {name: [] for name, _ in self.months}
        for (name, offset), term in sorted(self.months.items(), key=lambda item: item[0]):
            if z3.is_true(model.eval(term)):
                months[name].append(offset)
        return Witness(facts, {name: tuple(offsets) for name, offsets in months.items()})


class Classical:
    """The meaning of a settled rule for a person of whom everything is known."""

    def __init__(self, symbols: Symbols) -> None:
        self.symbols = symbols

    def term(self, node: Node) -> z3.ExprRef:
        match node:
            case Const(kind, value):
                return self._constant(kind, value)
            case Fact(name, kind):
                return self.symbols.fact(name, kind)
            case Unsettled(reading):
                return self.symbols.fact(f"unsettled:{reading}", Kind.BOOL)
            case Clause(of=inner):
                return self.term(inner)
            case Not(term):
                return z3.Not(self.term(term))
            case And(terms):
                return z3.And([self.term(term) for term in terms])
            case Or(terms):
                return z3.Or([self.term(term) for term in terms])
            case If(when, then, otherwise):
                return z3.If(self.term(when), self.term(then), self.term(otherwise))
            case EveryMonth() | AnyMonth() | CountMonths():
                return self._window(node)
            case Compare(relation, left, right):
                return compared(relation, self.term(left), self.term(right))
            case OneOf(value, Const(value=tuple(words))):
                term = self.term(value)
                return z3.Or([term == self.symbols.word(word) for word in words])
            case _:
                return self._arithmetic(node)

    def _constant(self, kind: Kind, value: bool | int | str | tuple[str, ...]) -> z3.ExprRef:
        match value:
            case bool():
                return z3.BoolVal(value)
            case int():
                return z3.IntVal(value)
            case str() if kind is Kind.WORD:
                return z3.IntVal(self.symbols.word(value))
            case _:
                raise TypeError(f"a constant of kind {kind.value} stands only inside another node")

    def _window(self, node: EveryMonth | AnyMonth | CountMonths) -> z3.ExprRef:
        terms = [self.symbols.month(set_name(node), offset) for offset in offsets(node)]
        match node:
            case EveryMonth():
                return z3.And(terms)
            case AnyMonth():
                return z3.Or(terms)
            case _:
                return z3.Sum([z3.If(term, 1, 0) for term in terms])

    def _arithmetic(self, node: Node) -> z3.ExprRef:
        match node:
            case Add(terms):
                return z3.Sum([self.term(term) for term in terms])
            case Subtract(left, right):
                return self.term(left) - self.term(right)
            case Times(amount, count):
                return self.term(amount) * self.term(count)
            case Share(amount, Const(value=str(rate))):
                return share(self.term(amount), Fraction(rate))
            case Least(terms) | Greatest(terms):
                return extreme([self.term(term) for term in terms], least=isinstance(node, Least))
            case _:
                raise TypeError(f"{type(node).__name__} is not part of a settled rule")


class Known(NamedTuple):
    """A value in Kleene's logic: what it is, and whether it is known."""

    value: z3.ExprRef
    known: z3.BoolRef


class Kleene:
    """The meaning of a settled condition when facts may be unknown; numbers inside it follow ``Classical``.

    A fact's unknown counterpart is the variable ``known:…`` beside it.
    """

    def __init__(self, symbols: Symbols) -> None:
        self.symbols, self.classical = symbols, Classical(symbols)
        self.flags: dict[str, z3.BoolRef] = {}

    def flag(self, name: str) -> z3.BoolRef:
        return self.flags.setdefault(name, z3.Bool(f"known:{name}{self.symbols.suffix}"))

    def truth(self, node: Node) -> Known:
        match node:
            case Clause(of=inner):
                return self.truth(inner)
            case Const():
                return Known(self.classical.term(node), z3.BoolVal(val=True))
            case Unsettled():
                return Known(z3.BoolVal(val=False), z3.BoolVal(val=False))
            case Not(term):
                value, known = self.truth(term)
                return Known(z3.Not(value), known)
            case And(terms):
                return self._all([self.truth(term) for term in terms])
            case Or(terms):
                negated = self._all([Known(z3.Not(part.value), part.known) for part in map(self.truth, terms)])
                return Known(z3.Not(negated.value), negated.known)
            case If(when, then, otherwise):
                return self._choice(self.truth(when), self.truth(then), self.truth(otherwise))
            case EveryMonth() | AnyMonth():
                months = [
                    Known(self.symbols.month(set_name(node), offset), self.flag(f"{set_name(node)}[{offset}]"))
                    for offset in offsets(node)
                ]
                if isinstance(node, EveryMonth):
                    return self._all(months)
                negated = self._all([Known(z3.Not(part.value), part.known) for part in months])
                return Known(z3.Not(negated.value), negated.known)
            case _:
                return Known(self.classical.term(node), z3.And([self.flag(name) for name in sorted(_names(node))]))

    @staticmethod
    def _all(parts: list[Known]) -> Known:
        certain_no = z3.Or([z3.And(part.known, z3.Not(part.value)) for part in parts])
        certain_yes = z3.And([z3.And(part.known, part.value) for part in parts])
        return Known(certain_yes, z3.Or(certain_no, certain_yes))

    @staticmethod
    def _choice(when: Known, then: Known, otherwise: Known) -> Known:
        agree = z3.And(then.known, otherwise.known, then.value == otherwise.value)
        chosen = z3.If(when.value, then.known, otherwise.known)
        value = z3.If(z3.And(when.known, z3.Not(when.value)), otherwise.value, then.value)
        return Known(value, z3.If(when.known, chosen, agree))


def counterexample(claim: Node, given: Iterable[Node] = ()) -> Witness | None:
    """None when the claim holds for everybody; otherwise somebody for whom it does not."""
    return example(Not(claim), given)


def example(condition: Node, given: Iterable[Node] = ()) -> Witness | None:
    """Somebody for whom the condition holds, or None when there can be nobody."""
    symbols = Symbols()
    meaning = Classical(symbols)
    model = solve([meaning.term(condition), *(meaning.term(node) for node in given)])
    return None if model is None else symbols.witness(model)


def solve(claims: Iterable[z3.ExprRef]) -> z3.ModelRef | None:
    """A model of all the claims, or None when there is none; raises ``SolverGaveUp``."""
    solver = z3.Solver()
    solver.set("timeout", TIMEOUT_MS)
    solver.add(*claims)
    result = solver.check()
    if result == z3.unknown:
        raise SolverGaveUp(solver.reason_unknown())
    return solver.model() if result == z3.sat else None


def offsets(node: EveryMonth | AnyMonth | CountMonths) -> range:
    """The months a settled window looks at, counted from the month asked about."""
    return range(node.last - length(node) + 1, node.last + 1)


def compared(relation: str, left: z3.ExprRef, right: z3.ExprRef) -> z3.BoolRef:
    match relation:
        case "below":
            return left < right
        case "at_most":
            return left <= right
        case "equal":
            return left == right
        case "at_least":
            return left >= right
        case _:
            return left > right


def share(amount: z3.ArithRef, rate: Fraction) -> z3.ArithRef:
    """The rounding of ``basis.money``: the size to the nearest whole, the sign put back."""
    size = z3.If(amount >= 0, amount, -amount)
    rounded = (size * (2 * rate.numerator) + rate.denominator) / (2 * rate.denominator)
    return z3.If(amount >= 0, rounded, -rounded)


def extreme(terms: list[z3.ArithRef], *, least: bool) -> z3.ArithRef:
    best = terms[0]
    for term in terms[1:]:
        best = z3.If((term < best) if least else (term > best), term, best)
    return best


def _names(node: Node) -> set[str]:
    match node:
        case Fact(name):
            return {name}
        case Compare(left=left, right=right):
            return _names(left) | _names(right)
        case OneOf(value=value):
            return _names(value)
        case Const():
            return set()
        case _:
            raise TypeError(
                f"{type(node).__name__} of kind {kind_of(node).value} has no Kleene meaning of its own here"
            )
