"""Running a settled rule as one Polars expression: the fastest way from Parquet to verdicts on one machine.

Unknown is null. ``&``, ``|``, ``~`` and comparisons follow Kleene; ``when`` treats null as false and the horizontal
minimum and maximum skip it, so those are guarded.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

import polars as pl

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

POLARS_TYPES = {Kind.BOOL: pl.Boolean, Kind.WORD: pl.String}
"""The column type that carries facts of a kind; all others are 64-bit whole numbers."""


def expression(tree: Node, month: Month) -> pl.Expr:
    """The rule as an expression over columns of facts."""
    return _Lowering(month).expr(tree)


class _Lowering:
    def __init__(self, month: Month) -> None:
        self.month = month

    def expr(self, node: Node) -> pl.Expr:
        match node:
            case Const(value=value):
                return pl.lit(value, pl.Int64) if type(value) is int else pl.lit(value)
            case Fact(name):
                return pl.col(name)
            case Unsettled():
                return pl.lit(None, pl.Boolean)
            case Clause(of=inner):
                return self.expr(inner)
            case Not(term):
                return ~self.expr(term)
            case And(terms):
                return reduce(pl.Expr.__and__, map(self.expr, terms))
            case Or(terms):
                return reduce(pl.Expr.__or__, map(self.expr, terms))
            case If(when, then, otherwise):
                condition, first, second = self.expr(when), self.expr(then), self.expr(otherwise)
                return pl.when(condition).then(first).when(~condition).then(second).when(first == second).then(first)
            case Window():
                return self._window(node)
            case Compare(relation, left, right):
                return _RELATIONS[relation](self.expr(left), self.expr(right))
            case OneOf(value, Const(value=tuple(words))):
                column = self.expr(value)
                return reduce(pl.Expr.__or__, [column == word for word in words])
            case _:
                return self._arithmetic(node)

    def _window(self, node: Window) -> pl.Expr:
        mask, before = window_mask(node, self.month)
        words = [
            (pl.col(belongs) & bits, pl.col(known) & bits, bits)
            for (belongs, known), bits in zip(column_names(set_name(node)), word_masks(mask), strict=True)
            if bits
        ]
        all_known = reduce(pl.Expr.__and__, [known == bits for _, known, bits in words], pl.lit(value=True))
        match node:
            case EveryMonth():
                if before:
                    return pl.lit(value=False)
                missing = reduce(pl.Expr.__or__, [known != belongs for belongs, known, _ in words])
                return pl.when(missing).then(statement=False).when(all_known).then(statement=True)
            case AnyMonth():
                held = reduce(pl.Expr.__or__, [belongs != 0 for belongs, _, _ in words], pl.lit(value=False))
                return pl.when(held).then(statement=True).when(all_known).then(statement=False)
            case _:
                counts = [belongs.bitwise_count_ones().cast(pl.Int64) for belongs, _, _ in words]
                return pl.when(all_known).then(reduce(pl.Expr.__add__, counts, pl.lit(0, pl.Int64)))

    def _arithmetic(self, node: Node) -> pl.Expr:
        match node:
            case Add(terms):
                return reduce(pl.Expr.__add__, map(self.expr, terms))
            case Subtract(left, right):
                return self.expr(left) - self.expr(right)
            case Times(left, right):
                return self.expr(left) * self.expr(right)
            case Share(amount, Const(value=str(rate))):
                column = self.expr(amount)
                numerator, denominator = map(int, rate.split("/"))
                return column.sign() * ((column.abs() * (numerator * 2) + denominator) // (denominator * 2))
            case Least(terms):
                return self._guarded(pl.min_horizontal, terms)
            case Greatest(terms):
                return self._guarded(pl.max_horizontal, terms)
            case _:
                raise TypeError(f"{type(node).__name__} is not part of a settled rule")

    def _guarded(self, function: Callable[[list[pl.Expr]], pl.Expr], terms: tuple[Node, ...]) -> pl.Expr:
        columns = [self.expr(term) for term in terms]
        known = reduce(pl.Expr.__and__, [column.is_not_null() for column in columns])
        return pl.when(known).then(function(columns))


_RELATIONS = {
    "below": pl.Expr.lt,
    "at_most": pl.Expr.le,
    "equal": pl.Expr.eq,
    "at_least": pl.Expr.ge,
    "above": pl.Expr.gt,
}
