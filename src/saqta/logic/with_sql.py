"""Running a settled rule inside a database: one SQL expression tree, written in the dialect of the engine.

Unknown is NULL. Between columns of one row AND, OR, NOT and comparisons already follow Kleene in every engine;
CASE, IN, LEAST and GREATEST do not, so those are lowered to forms that do. The rule is always selected, never used
as a filter, because a filter drops the people of whom too little is known.
"""

from __future__ import annotations

from functools import reduce
from typing import Literal

from sqlglot import exp

from saqta.basis.month import Month
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
from saqta.logic.windows import column_names, set_name, window_mask, word_masks

SIMPLE = frozenset({Const, Fact, Unsettled, Not, And, Or, Compare, Add, Subtract, Times, Clause})
LOWERED = frozenset({If, OneOf, Share, Least, Greatest, EveryMonth, AnyMonth, CountMonths})
REFUSED: dict[type, str] = {}

Dialect = Literal["duckdb", "spark"]


def expression(tree: Node, month: Month) -> exp.Expr:
    """The rule as an SQL expression over one row of facts, the same for every engine."""
    return _Lowering(month).sql(tree)


def query(tree: Node, month: Month, *, table: str, key: str, dialect: Dialect) -> str:
    """A query that gives the rule's value for every row of a table, beside the row's key."""
    select = exp.select(exp.column(key), exp.alias_(expression(tree, month), "verdict", copy=False), copy=False)
    return select.from_(table, copy=False).sql(dialect=dialect, copy=False)


class _Lowering:
    def __init__(self, month: Month) -> None:
        self.month = month

    def sql(self, node: Node) -> exp.Expr:
        match node:
            case Const(kind, value):
                return _literal(kind, value)
            case Fact(name):
                return exp.column(name)
            case Unsettled():
                return exp.cast(exp.null(), "boolean")
            case Clause(of=inner):
                return self.sql(inner)
            case Not(term):
                return exp.Not(this=_paren(self.sql(term)))
            case And(terms):
                return exp.and_(*map(self.sql, terms), copy=False)
            case Or(terms):
                return exp.or_(*map(self.sql, terms), copy=False)
            case If(when, then, otherwise):
                return self._choice(when, then, otherwise)
            case Window():
                return self._window(node)
            case Compare(relation, left, right):
                return _RELATIONS[relation](this=_paren(self.sql(left)), expression=_paren(self.sql(right)))
            case OneOf(value, Const(value=tuple(words))):
                column = self.sql(value)
                return exp.or_(*(exp.EQ(this=column.copy(), expression=exp.Literal.string(word)) for word in words))
            case _:
                return self._arithmetic(node)

    def _choice(self, when: Node, then: Node, otherwise: Node) -> exp.Expr:
        """With the condition NULL neither of the first two branches is taken, and the third gives a value only when
        both are equal; an equality with NULL is NULL, so nothing else gets through."""
        condition, first, second = self.sql(when), self.sql(then), self.sql(otherwise)
        return (
            exp.Case()
            .when(condition, first, copy=False)
            .when(exp.Not(this=_paren(condition.copy())), second, copy=False)
            .when(exp.EQ(this=_paren(first.copy()), expression=_paren(second.copy())), first.copy(), copy=False)
        )

    def _window(self, node: Window) -> exp.Expr:
        mask, before = window_mask(node, self.month)
        words = [
            (exp.column(belongs), exp.column(known), bits)
            for (belongs, known), bits in zip(column_names(set_name(node)), word_masks(mask), strict=True)
            if bits
        ]
        all_known = exp.and_(*(_equal(_bits(known, bits), bits) for _, known, bits in words), exp.true())
        match node:
            case EveryMonth():
                if before:
                    return exp.false()
                missing = [
                    exp.NEQ(this=_bits(known, bits), expression=_bits(held, bits)) for held, known, bits in words
                ]
                return exp.Case().when(exp.or_(*missing), exp.false()).when(all_known, exp.true())
            case AnyMonth():
                held = exp.or_(*(_different_from_zero(_bits(held, bits)) for held, _, bits in words), exp.false())
                return exp.Case().when(held, exp.true()).when(all_known, exp.false())
            case _:
                counts: list[exp.Expr] = [_bit_count(_bits(held, bits)) for held, _, bits in words]
                return exp.Case().when(all_known, reduce(_plus, counts, _whole(0)))

    def _arithmetic(self, node: Node) -> exp.Expr:
        match node:
            case Add(terms):
                return reduce(_plus, map(self.sql, terms))
            case Subtract(left, right):
                return _paren(exp.Sub(this=_paren(self.sql(left)), expression=_paren(self.sql(right))))
            case Times(left, right):
                return _paren(exp.Mul(this=_paren(self.sql(left)), expression=_paren(self.sql(right))))
            case Share(amount, Const(value=str(rate))):
                return self._share(self.sql(amount), *map(int, rate.split("/")))
            case Least(terms):
                return self._guarded(exp.Least, terms)
            case Greatest(terms):
                return self._guarded(exp.Greatest, terms)
            case _:
                raise TypeError(f"{type(node).__name__} is not part of a settled rule")

    def _share(self, amount: exp.Expr, numerator: int, denominator: int) -> exp.Expr:
        """Halves away from zero, on whole numbers: the size is rounded and the sign put back."""
        size = exp.Abs(this=amount)
        doubled = _plus(exp.Mul(this=size, expression=_whole(numerator * 2)), _whole(denominator))
        rounded = exp.IntDiv(this=_paren(doubled), expression=_whole(denominator * 2))
        sign = exp.cast(exp.Sign(this=amount.copy()), "bigint")
        return _paren(exp.Mul(this=sign, expression=_paren(rounded)))

    def _guarded(self, function: type[exp.Least] | type[exp.Greatest], terms: tuple[Node, ...]) -> exp.Expr:
        """LEAST and GREATEST skip NULL; with one value unknown the result is unknown."""
        columns = [self.sql(term) for term in terms]
        unknown = exp.or_(*(exp.Is(this=_paren(column.copy()), expression=exp.null()) for column in columns))
        value = function(this=columns[0], expressions=columns[1:])
        return exp.Case().when(exp.Not(this=_paren(unknown)), value)


_RELATIONS = {"below": exp.LT, "at_most": exp.LTE, "equal": exp.EQ, "at_least": exp.GTE, "above": exp.GT}


def _literal(kind: Kind, value: bool | int | str | tuple[str, ...]) -> exp.Expr:
    match value:
        case bool():
            return exp.true() if value else exp.false()
        case int():
            return _whole(value)
        case str() if kind is Kind.WORD:
            return exp.Literal.string(value)
        case _:
            raise TypeError(f"a constant of kind {kind.value} stands only inside another node")


def _paren(of: exp.Expr) -> exp.Expr:
    """Expressions are built afresh and belong to nothing else yet; sqlglot's own copy of each at every level would take
    time by the square of the depth."""
    return exp.paren(of, copy=False)


def _whole(value: int) -> exp.Expr:
    """A whole number as a 64-bit one, so that no engine picks a narrower type and overflows."""
    return exp.cast(exp.Literal.number(value), "bigint")


def _bits(column: exp.Expr, mask: int) -> exp.Expr:
    return _paren(exp.BitwiseAnd(this=column.copy(), expression=_whole(mask)))


def _equal(left: exp.Expr, right: int) -> exp.Expr:
    return exp.EQ(this=left, expression=_whole(right))


def _different_from_zero(value: exp.Expr) -> exp.Expr:
    return exp.NEQ(this=value, expression=_whole(0))


def _bit_count(value: exp.Expr) -> exp.Expr:
    return exp.cast(exp.func("bit_count", value), "bigint")


def _plus(left: exp.Expr, right: exp.Expr) -> exp.Expr:
    return _paren(exp.Add(this=left, expression=right))
