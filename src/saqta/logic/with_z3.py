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
    Window,
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
        self.terms: dict[Node, z3.ExprRef] = {}

    def term(self, node: Node) -> z3.ExprRef:
        """The node as a term of the solver; equal nodes share one term."""
        if node not in self.terms:
            self.terms[node] = self._term(node)
        return self.terms[node]

    def _term(self, node: Node) -> z3.ExprRef:
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
            case Window():
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

    def _window(self, node: Window) -> z3.ExprRef:
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


class Rails(NamedTuple):
    """A value in Kleene's logic as two claims: certainly true, certainly false; neither is unknown."""

    yes: z3.BoolRef
    no: z3.BoolRef


class Kleene:
    """The meaning of a settled condition when facts may be unknown, beside the world that the facts describe.

    A fact has the value it has in the world; a flag says whether it is known. What is not known enters no rail, so no
    second world is needed to say that nothing may rest on it.
    """

    def __init__(self, symbols: Symbols, *, all_known: bool = False) -> None:
        self.symbols, self.classical, self.all_known = symbols, Classical(symbols), all_known
        self.flags: dict[str, z3.BoolRef] = {}
        self.months: dict[tuple[str, int], Rails] = {}

    def flag(self, name: str) -> z3.BoolRef:
        if self.all_known:
            return z3.BoolVal(val=True)
        return self.flags.setdefault(name, z3.Bool(f"known:{name}{self.symbols.suffix}"))

    def rails(self, node: Node) -> Rails:
        match node:
            case Clause(of=inner):
                return self.rails(inner)
            case Const(value=value):
                return Rails(z3.BoolVal(val=bool(value)), z3.BoolVal(val=not value))
            case Unsettled():
                return Rails(z3.BoolVal(val=False), z3.BoolVal(val=False))
            case Not(term):
                yes, no = self.rails(term)
                return Rails(no, yes)
            case And(terms):
                return _all([self.rails(term) for term in terms])
            case Or(terms):
                return _any([self.rails(term) for term in terms])
            case If(when, then, otherwise):
                return self._choice(self.rails(when), self.rails(then), self.rails(otherwise))
            case EveryMonth() | AnyMonth():
                months = [self._month(set_name(node), offset) for offset in offsets(node)]
                return _all(months) if isinstance(node, EveryMonth) else _any(months)
            case _:
                return self._seen(self.classical.term(node), sorted(_names(node)))

    def _month(self, name: str, offset: int) -> Rails:
        """Windows overlap, so each month is written once."""
        if (name, offset) not in self.months:
            self.months[name, offset] = self._seen(self.symbols.month(name, offset), [f"{name}[{offset}]"])
        return self.months[name, offset]

    def _seen(self, value: z3.BoolRef, names: list[str]) -> Rails:
        known = z3.And([self.flag(name) for name in names])
        return Rails(z3.And(known, value), z3.And(known, z3.Not(value)))

    @staticmethod
    def _choice(when: Rails, then: Rails, otherwise: Rails) -> Rails:
        """With the condition unknown the value is certain only where both branches agree on it."""
        return Rails(
            z3.Or(z3.And(when.yes, then.yes), z3.And(when.no, otherwise.yes), z3.And(then.yes, otherwise.yes)),
            z3.Or(z3.And(when.yes, then.no), z3.And(when.no, otherwise.no), z3.And(then.no, otherwise.no)),
        )


def _all(parts: list[Rails]) -> Rails:
    return Rails(z3.And([part.yes for part in parts]), z3.Or([part.no for part in parts]))


def _any(parts: list[Rails]) -> Rails:
    return Rails(z3.Or([part.yes for part in parts]), z3.And([part.no for part in parts]))


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


def offsets(node: Window) -> range:
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


def shrinks(condition: Node, growing: frozenset[str], given: Iterable[Node] = ()) -> tuple[Witness, Witness] | None:
    """Two people, alike but for more months in the ``growing`` sets of the second, of whom only the first satisfies
    the condition; None is a proof that more months never take it away."""
    before, after = Symbols(), Symbols("'")
    had, has = Classical(before).term(condition), Classical(after).term(condition)
    after.words = before.words
    given_of_both = [Classical(symbols).term(node) for symbols in (before, after) for node in given]
    alike: list[z3.BoolRef] = [before.bools[name] == after.bools[name] for name in before.bools]
    alike += [before.numbers[name] == after.numbers[name] for name in before.numbers]
    for (name, offset), month in before.months.items():
        other = after.month(name, offset)
        alike.append(z3.Implies(month, other) if name in growing else month == other)
    model = solve([had, z3.Not(has), *alike, *given_of_both])
    return None if model is None else (before.witness(model), after.witness(model))


def unsound(condition: Node) -> bool:
    """Whether Kleene's logic ever calls certain what the world, with its unknown facts, contradicts."""
    symbols = Symbols()
    yes, no = Kleene(symbols).rails(condition)
    truth = Classical(symbols).term(condition)
    return solve([z3.Or(z3.And(yes, z3.Not(truth)), z3.And(no, truth))]) is not None


def undecided(condition: Node) -> bool:
    """Whether somebody of whom everything is known gets no verdict, other than by a question the law leaves open."""
    yes, no = Kleene(Symbols(), all_known=True).rails(condition)
    return solve([z3.Not(yes), z3.Not(no)]) is not None


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
