"""The language of rules: about two dozen kinds of node, immutable, each refusing to be built wrong.

A value is true, false or unknown (``None``); numbers, sums, dates and words may be unknown too. *Not applicable* is
not a value but a fourth outcome of a whole rule. Month windows are counted from the *month looked at*: offset 0 is
that month, -1 the one before it. At the root of a tree the month looked at is the month of the day asked about;
``Since`` moves it back.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, NoReturn

import msgspec


class Kind(Enum):
    """What a node's value is."""

    BOOL = "bool"
    NUMBER = "number"
    MONEY = "money"
    RATE = "rate"
    DATE = "date"
    WORD = "word"
    WORDS = "words"
    MONTHS = "months"


NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY, Kind.DATE})
"""Kinds whose values are whole numbers: counts, tiyn, days counted from year 1."""


class MisbuiltRule(TypeError):
    """A node was given parts that do not fit it."""


class Expr(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="node", cache_hash=True):
    """What all nodes share: they combine with ``&``, ``|`` and ``~`` and cannot be used as a Python truth value."""

    def __bool__(self) -> NoReturn:
        raise MisbuiltRule("a rule has no truth value while it is built; combine with &, | and ~, not and, or, not")

    def __and__(self, other: Node) -> And:
        return And(_joined(And, self, other))

    def __or__(self, other: Node) -> Or:
        return Or(_joined(Or, self, other))

    def __invert__(self) -> Not:
        return Not(_node(self))


class Const(Expr, tag="const", frozen=True):
    """A fixed value. Sums are whole tiyn, dates are day numbers, rates are written ``3/100``."""

    kind: Kind
    value: bool | int | str | tuple[str, ...]


class Fact(Expr, tag="fact", frozen=True):
    """Something known about the case, or unknown."""

    name: str
    kind: Kind = Kind.BOOL


class Param(Expr, tag="param", frozen=True):
    """A dated value of the law, looked up for the day asked about."""

    name: str
    kind: Kind


class During(Expr, tag="during", frozen=True):
    """Whether a named period of the law contains the day asked about, or the first day of an earlier month."""

    period: str


class Unsettled(Expr, tag="unsettled", frozen=True):
    """A question that the law leaves open: always unknown, and no fact can settle it."""

    reading: str


class Not(Expr, tag="not", frozen=True):
    term: Node

    def __post_init__(self) -> None:
        _expect("not", (self.term,), Kind.BOOL)


class And(Expr, tag="and", frozen=True):
    """False if any term is false, true if all are true, otherwise unknown."""

    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        _expect("and", self.terms, Kind.BOOL)


class Or(Expr, tag="or", frozen=True):
    """True if any term is true, false if all are false, otherwise unknown."""

    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        _expect("or", self.terms, Kind.BOOL)


class If(Expr, tag="if", frozen=True):
    """One of two values. With the condition unknown the value is known only when both branches agree."""

    when: Node
    then: Node
    otherwise: Node

    def __post_init__(self) -> None:
        _expect("if", (self.when,), Kind.BOOL)
        _expect("if", (self.then, self.otherwise), kind_of(self.then))


Relation = Literal["below", "at_most", "equal", "at_least", "above"]


class Compare(Expr, tag="compare", frozen=True):
    """Two values of one kind set against each other; words only for equality."""

    relation: Relation
    left: Node
    right: Node

    def __post_init__(self) -> None:
        kind = kind_of(self.left)
        if kind not in NUMERIC and not (kind is Kind.WORD and self.relation == "equal"):
            raise MisbuiltRule(f"values of kind {kind.value} cannot be compared by {self.relation}")
        _expect("compare", (self.right,), kind)


class OneOf(Expr, tag="one_of", frozen=True):
    """Whether a word stands in a list of words."""

    value: Node
    among: Node

    def __post_init__(self) -> None:
        _expect("one_of", (self.value,), Kind.WORD)
        _expect("one_of", (self.among,), Kind.WORDS)


class Add(Expr, tag="add", frozen=True):
    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        _expect_numeric("add", self.terms)


class Subtract(Expr, tag="subtract", frozen=True):
    left: Node
    right: Node

    def __post_init__(self) -> None:
        _expect_numeric("subtract", (self.left, self.right))


class Share(Expr, tag="share", frozen=True):
    """A sum times an exact rate, to the nearest tiyn, half a tiyn away from zero."""

    amount: Node
    rate: Node

    def __post_init__(self) -> None:
        _expect("share", (self.amount,), Kind.MONEY)
        _expect("share", (self.rate,), Kind.RATE)


class Times(Expr, tag="times", frozen=True):
    """A sum taken a whole number of times, as in "forty minimum wages"."""

    amount: Node
    count: Node

    def __post_init__(self) -> None:
        _expect("times", (self.amount,), Kind.MONEY)
        _expect("times", (self.count,), Kind.NUMBER)


class Least(Expr, tag="least", frozen=True):
    """The smallest of the values: a cap. Unknown if any of them is unknown."""

    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        _expect_numeric("least", self.terms)


class Greatest(Expr, tag="greatest", frozen=True):
    """The largest of the values: a floor. Unknown if any of them is unknown."""

    terms: tuple[Node, ...]

    def __post_init__(self) -> None:
        _expect_numeric("greatest", self.terms)


class Window(Expr, frozen=True):
    """What the month windows share: ``count`` months in a row of a set, the last of them at offset ``last``."""

    months: Node
    last: int
    count: Node

    def __post_init__(self) -> None:
        _expect("a window", (self.months,), Kind.MONTHS)
        _expect("a window", (self.count,), Kind.NUMBER)


class EveryMonth(Window, tag="every_month", frozen=True):
    """Whether all months of the window belong to the set."""


class AnyMonth(Window, tag="any_month", frozen=True):
    """Whether at least one month of the window belongs to the set."""


class CountMonths(Window, tag="count_months", frozen=True):
    """How many months of the window belong to the set; unknown if one of them is unknown."""


class Run(Expr, tag="run", frozen=True):
    """Whether ``count`` months of ``counted`` stand in one unbroken run of ``bridged`` months that ends at offset
    ``last`` and is at most ``within`` months long. A month that is only bridged neither adds nor breaks."""

    counted: Node
    bridged: Node
    last: int
    count: Node
    within: Node

    def __post_init__(self) -> None:
        _expect("run", (self.counted, self.bridged), Kind.MONTHS)
        _expect("run", (self.count, self.within), Kind.NUMBER)


class Since(Expr, tag="since", frozen=True):
    """The bounded *since* of temporal logic: in some month at most ``within`` months back ``began`` held as seen from
    that month, and ``meanwhile`` has held in every month after it and before the month looked at."""

    began: Node
    meanwhile: Node
    within: Node

    def __post_init__(self) -> None:
        _expect("since", (self.began, self.meanwhile), Kind.BOOL)
        _expect("since", (self.within,), Kind.NUMBER)


class Override(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """A ranked exception of a cascade. The higher rank prevails; two of equal rank must never both apply and differ."""

    code: str
    rank: int
    when: Node
    then: Node


class Cascade(Expr, tag="cascade", frozen=True):
    """A base rule and its exceptions, as laws are written."""

    base: Node
    exceptions: tuple[Override, ...]

    def __post_init__(self) -> None:
        kind = kind_of(self.base)
        for exception in self.exceptions:
            _expect("cascade", (exception.when,), Kind.BOOL)
            _expect("cascade", (exception.then,), kind)


class Applicable(Expr, tag="applicable", frozen=True):
    """A rule that applies only ``when``; where it does not, the outcome is *not applicable*, which is not zero."""

    when: Node
    then: Node

    def __post_init__(self) -> None:
        _expect("applicable", (self.when,), Kind.BOOL)


class Ref(Expr, tag="ref", frozen=True):
    """Another rule, by name."""

    rule: str
    kind: Kind = Kind.BOOL


class Clause(Expr, tag="clause", frozen=True):
    """A part of a rule that has a name in the explanation and a place in the law."""

    code: str
    of: Node
    cites: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.cites:
            raise MisbuiltRule(f"clause {self.code} cites nothing")


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, cache_hash=True):
    """What a rule says under one option of an open reading."""

    option: str
    then: Node


class Reading(Expr, tag="reading", frozen=True):
    """A doubtful point: one sub-rule for each encoded option, chosen by the book of law."""

    id: str
    choices: tuple[Choice, ...]

    def __post_init__(self) -> None:
        _expect(f"reading {self.id}", tuple(choice.then for choice in self.choices), kind_of(self.choices[0].then))


# fmt: off
Node = (
    Const | Fact | Param | During | Unsettled | Not | And | Or | If | Compare | OneOf | Add | Subtract | Share | Times
    | Least | Greatest | EveryMonth | AnyMonth | CountMonths | Run | Since | Cascade | Applicable | Ref | Clause
    | Reading
)
# fmt: on
"""Any node of the language."""

TRUE = Const(Kind.BOOL, value=True)
FALSE = Const(Kind.BOOL, value=False)


def number(value: int) -> Const:
    return Const(Kind.NUMBER, value)


def kind_of(node: Node) -> Kind:
    """The kind of value that a node yields."""
    match node:
        case Const(kind) | Fact(kind=kind) | Param(kind=kind) | Ref(kind=kind):
            return kind
        case If(then=inner) | Applicable(then=inner) | Clause(of=inner) | Cascade(base=inner):
            return kind_of(inner)
        case Add(terms) | Least(terms) | Greatest(terms):
            return kind_of(terms[0])
        case Subtract(left=left):
            return kind_of(left)
        case Reading(choices=choices):
            return kind_of(choices[0].then)
        case Share() | Times():
            return Kind.MONEY
        case CountMonths():
            return Kind.NUMBER
        case _:
            return Kind.BOOL


def _node(expr: Expr) -> Node:
    if isinstance(expr, Node):
        return expr
    raise MisbuiltRule(f"{type(expr).__name__} is not a node of the language")


def _joined(operator: type[And] | type[Or], left: Expr, right: Expr) -> tuple[Node, ...]:
    """The terms of both sides, so that a chain of one operator stays one flat node."""
    terms: list[Node] = []
    for side in (_node(left), _node(right)):
        terms.extend(side.terms if isinstance(side, operator) else (side,))
    return tuple(terms)


def _expect(where: str, nodes: tuple[Node, ...], kind: Kind) -> None:
    if not nodes:
        raise MisbuiltRule(f"{where} has no parts")
    for node in nodes:
        if kind_of(node) is not kind:
            raise MisbuiltRule(f"{where} needs a {kind.value}, not a {kind_of(node).value}")


def _expect_numeric(where: str, nodes: tuple[Node, ...]) -> None:
    if not nodes or kind_of(nodes[0]) not in NUMERIC:
        raise MisbuiltRule(f"{where} needs numbers, sums or dates")
    _expect(where, nodes, kind_of(nodes[0]))
