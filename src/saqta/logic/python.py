"""Deciding for one person: a settled tree becomes the source of one Python function.

The function short-cuts as Kleene's logic allows and returns True, False, a whole number, a word, or None for unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import lru_cache

from saqta.basis.money import rounded_share
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
)
from saqta.logic.trees import children
from saqta.logic.vocabulary import Record
from saqta.logic.windows import relative_mask, set_name

SIMPLE = frozenset({Const, Fact, Unsettled, Not, And, Or, Compare, OneOf, EveryMonth, AnyMonth, CountMonths, Clause})
LOWERED = frozenset({If, Add, Subtract, Share, Times, Least, Greatest})
REFUSED: dict[type, str] = {}

Decider = Callable[[Record], bool | int | str | None]

OPERATORS = {"below": "<", "at_most": "<=", "equal": "==", "at_least": ">=", "above": ">"}


@lru_cache(maxsize=1024)
def compile_decider(tree: Node) -> Decider:
    """The function that decides a settled tree for a record of facts, whatever month the record is seen from.

    Compiling takes about a millisecond; the result is kept for each tree.
    """
    source = decider_source(tree)
    scope: dict[str, object] = {"rounded_share": rounded_share}
    exec(compile(source, "<settled rule>", "exec"), scope)  # noqa: S102  # only source written by this module
    decide = scope["decide"]
    if not callable(decide):
        raise TypeError("the generated source defines no function")
    return decide


def decider_source(tree: Node) -> str:
    """The source of the function, for reading and for tests."""
    writer = Writer(sorted(shared_parts(tree), key=_size))
    value = writer.expression(tree)
    lines = "".join(f"    {line}\n" for line in writer.lines)
    return f"def decide(facts):\n{lines}    return {value}\n"


class Writer:
    """Writes Python expressions for settled nodes; ``named`` parts are computed first, each once, in that order."""

    def __init__(self, named: list[Node]) -> None:
        self.lines: list[str] = []
        self.names: dict[Node, str] = {}
        self.fresh = 0
        for part in named:
            name = self._name()
            self.lines.append(f"{name} = {self.expression(part)}")
            self.names[part] = name

    def _name(self) -> str:
        self.fresh += 1
        return f"v{self.fresh}"

    def expression(self, node: Node) -> str:
        node = unwrapped(node)
        if node in self.names:
            return self.names[node]
        match node:
            case Const(kind, value):
                return repr(value) if kind is not Kind.RATE else f"({value})"
            case Fact(name):
                return f"facts.{name}"
            case Unsettled():
                return "None"
            case Not(term):
                (first,), (again,) = self._held((term,))
                return f"(None if {first} is None else not {again})"
            case And(terms):
                return self._all(terms)
            case Or(terms):
                return self._any(terms)
            case Window():
                return self._window(node)
            case If(when, then, otherwise):
                return self._choice(when, then, otherwise)
            case Compare(relation, left, right):
                return self._known((left, right), f"{{}} {OPERATORS[relation]} {{}}")
            case OneOf(value, among):
                return self._known((value,), f"{{}} in {among.value if isinstance(among, Const) else ()!r}")
            case _:
                return self._arithmetic(node)

    def _all(self, terms: tuple[Node, ...]) -> str:
        first, again = self._held(terms)
        fails = " or ".join(f"{term} is False" for term in first)
        unknown = " or ".join(f"{name} is None" for name in again)
        return f"(False if {fails} else None if {unknown} else True)"

    def _any(self, terms: tuple[Node, ...]) -> str:
        first, again = self._held(terms)
        unknown = " or ".join(f"{name} is None" for name in again)
        return f"(True if {' or '.join(first)} else None if {unknown} else False)"

    def _held(self, terms: tuple[Node, ...]) -> tuple[list[str], list[str]]:
        """Each term as it is first read, and the name under which its value can be read again."""
        first, again = [], []
        for term in terms:
            expression = self.expression(term)
            name = expression if expression.isidentifier() else self._name()
            first.append(expression if name == expression else f"({name} := {expression})")
            again.append(name)
        return first, again

    def _window(self, node: Window) -> str:
        mask = relative_mask(node)
        belongs, known = f"facts.{set_name(node)}", f"facts.{set_name(node)}_known"
        seen = self._name()
        match node:
            case EveryMonth():
                return (
                    f"(True if ({seen} := {belongs} & {mask}) == {mask} "
                    f"else None if {known} & {mask} == {seen} else False)"
                )
            case AnyMonth():
                return f"(True if {belongs} & {mask} else False if {known} & {mask} == {mask} else None)"
            case _:
                return f"(({belongs} & {mask}).bit_count() if {known} & {mask} == {mask} else None)"

    def _choice(self, when: Node, then: Node, otherwise: Node) -> str:
        """Both branches are computed, because with the condition unknown both are needed."""
        condition, first, second = self._name(), self._name(), self._name()
        return (
            f"(({condition} := {self.expression(when)}, {first} := {self.expression(then)}, "
            f"{second} := {self.expression(otherwise)}) and "
            f"({first} if {condition} else {second} if {condition} is False "
            f"else {first} if {first} == {second} else None))"
        )

    def _arithmetic(self, node: Node) -> str:
        match node:
            case Add(terms):
                return self._known(terms, " + ".join(["{}"] * len(terms)))
            case Subtract(left, right):
                return self._known((left, right), "{} - {}")
            case Times(amount, count):
                return self._known((amount, count), "{} * {}")
            case Share(amount, Const(value=str(rate))):
                numerator, denominator = rate.split("/")
                return self._known((amount,), f"rounded_share({{}}, {numerator}, {denominator})")
            case Least(terms):
                return self._known(terms, f"min({', '.join(['{}'] * len(terms))})")
            case Greatest(terms):
                return self._known(terms, f"max({', '.join(['{}'] * len(terms))})")
            case _:
                raise TypeError(f"{type(node).__name__} is not part of a settled rule")

    def _known(self, terms: tuple[Node, ...], form: str) -> str:
        """``form`` of the terms, or None when one of them is unknown."""
        written: list[str] = []
        unknown: list[str] = []
        for term in terms:
            if isinstance(term, Const):
                written.append(self.expression(term))
                continue
            (first,), (again,) = self._held((term,))
            unknown.append(f"{first} is None")
            written.append(again)
        value = form.format(*written)
        return f"(None if {' or '.join(unknown)} else {value})" if unknown else f"({value})"


def shared_parts(tree: Node) -> list[Node]:
    """The parts that stand in more than one place, clauses looked through; leaves are not worth a name."""
    places: Counter[Node] = Counter()
    seen: set[Node] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        for child in children(node):
            inner = unwrapped(child)
            places[inner] += 1
            waiting.append(inner)
    return [part for part, times in places.items() if times > 1 and not isinstance(part, Const | Fact | Unsettled)]


def unwrapped(node: Node) -> Node:
    """What stands inside any clauses."""
    while isinstance(node, Clause):
        node = node.of
    return node


def _size(node: Node) -> int:
    return 1 + sum(_size(child) for child in children(node))
