"""Running a settled rule over columns in memory with NumPy: the smallest of the bulk targets.

A column is a pair of arrays, the values and which of them are known; where a value is not known, the stored one is
arbitrary and never looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

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
    kind_of,
)
from saqta.logic.windows import set_name, window_mask, word_masks

SIMPLE = frozenset({Const, Fact, Unsettled, Not, And, Or, Compare, Add, Subtract, Times, Clause})
LOWERED = frozenset({If, OneOf, Share, Least, Greatest, EveryMonth, AnyMonth, CountMonths})
REFUSED: dict[type, str] = {}

Array = npt.NDArray[np.generic]


class Column(NamedTuple):
    """Values for every person, and for whom they are known."""

    values: Array
    known: npt.NDArray[np.bool_]


class MonthColumns(NamedTuple):
    """A set of months for every person: sixty months to a word, those that belong and those known."""

    belongs: list[npt.NDArray[np.int64]]
    known: list[npt.NDArray[np.int64]]


Table = Mapping[str, Column | MonthColumns]


def run(tree: Node, month: Month, table: Table, people: int) -> Column:
    """The value of the rule for every person of the table."""
    return _Run(month, table, people).column(tree)


class _Run:
    def __init__(self, month: Month, table: Table, people: int) -> None:
        self.month, self.table, self.people = month, table, people

    def column(self, node: Node) -> Column:
        match node:
            case Const(value=value):
                return Column(np.full(self.people, value), self._all(known=True))
            case Fact(name):
                column = self.table[name]
                if isinstance(column, MonthColumns):
                    raise TypeError(f"{name} is a set of months and is read through a window")
                return column
            case Unsettled():
                return Column(self._all(known=False), self._all(known=False))
            case Clause(of=inner):
                return self.column(inner)
            case Not(term):
                values, known = self.column(term)
                return Column(~values.astype(bool), known)
            case And(terms):
                return reduce(_and, map(self.column, terms))
            case Or(terms):
                return _not(reduce(_and, (_not(self.column(term)) for term in terms)))
            case If(when, then, otherwise):
                return _choose(self.column(when), self.column(then), self.column(otherwise))
            case Window():
                return self._window(node)
            case OneOf(value, Const(value=tuple(words))):
                values, known = self.column(value)
                return Column(np.isin(values, np.array(words)), known)
            case _:
                return self._arithmetic(node)

    def _all(self, *, known: bool) -> npt.NDArray[np.bool_]:
        return np.full(self.people, known)

    def _window(self, node: Window) -> Column:
        months = self.table[set_name(node)]
        if not isinstance(months, MonthColumns):
            raise TypeError(f"{set_name(node)} is not a set of months")
        mask, before = window_mask(node, self.month)
        held, missing, count = self._all(known=False), self._all(known=before > 0), np.zeros(self.people, np.int64)
        open_ = self._all(known=False)
        for word, bits in enumerate(word_masks(mask)):
            if bits:
                belongs, known = months.belongs[word] & bits, months.known[word] & bits
                held |= belongs != 0
                missing |= known != belongs
                open_ |= known != bits
                count += np.bitwise_count(belongs)
        if isinstance(node, CountMonths):
            return Column(count, ~open_)
        if isinstance(node, AnyMonth):
            return Column(held, held | ~open_)
        return Column(~missing, missing | ~open_)

    def _arithmetic(self, node: Node) -> Column:
        match node:
            case Compare(relation, left, right):
                first, second = self.column(left), self.column(right)
                return Column(_RELATIONS[relation](first.values, second.values), first.known & second.known)
            case Share(amount, Const(value=str(rate))):
                values, known = self.column(amount)
                numerator, denominator = map(int, rate.split("/"))
                size = (np.abs(values) * numerator * 2 + denominator) // (2 * denominator)
                return Column(np.sign(values) * size, known)
            case Add(terms):
                return self._fold(np.add, terms)
            case Subtract(left, right):
                return self._fold(np.subtract, (left, right))
            case Times(left, right):
                return self._fold(np.multiply, (left, right))
            case Least(terms):
                return self._fold(np.minimum, terms)
            case Greatest(terms):
                return self._fold(np.maximum, terms)
            case _:
                raise TypeError(f"{type(node).__name__} is not part of a settled rule")

    def _fold(self, operation: np.ufunc, terms: tuple[Node, ...]) -> Column:
        columns = [self.column(term) for term in terms]
        values = reduce(operation, (column.values for column in columns))
        return Column(values, reduce(np.logical_and, (column.known for column in columns)))


_RELATIONS = {
    "below": np.less,
    "at_most": np.less_equal,
    "equal": np.equal,
    "at_least": np.greater_equal,
    "above": np.greater,
}


def _not(column: Column) -> Column:
    return Column(~column.values.astype(bool), column.known)


def _and(left: Column, right: Column) -> Column:
    """Known where both are known, and wherever either is known to be false."""
    first, second = left.values.astype(bool), right.values.astype(bool)
    known = (left.known & right.known) | (left.known & ~first) | (right.known & ~second)
    return Column((first | ~left.known) & (second | ~right.known), known)


def _choose(when: Column, then: Column, otherwise: Column) -> Column:
    """With the condition unknown, known only where both branches are known and equal."""
    condition = when.values.astype(bool)
    agree = then.known & otherwise.known & (then.values == otherwise.values)
    known = np.where(when.known, np.where(condition, then.known, otherwise.known), agree)
    return Column(np.where(when.known & ~condition, otherwise.values, then.values), known)


def column_of(kind: Kind, values: list[bool | int | str | None]) -> Column:
    """A column from plain values, with None for unknown."""
    blank: bool | int | str = "" if kind is Kind.WORD else False if kind is Kind.BOOL else 0
    filled = [blank if value is None else value for value in values]
    return Column(np.array(filled), np.array([value is not None for value in values], dtype=bool))


def outcome(tree: Node, column: Column) -> list[bool | int | str | None]:
    """The column as plain values again, with None for unknown."""
    values = column.values.astype(bool).tolist() if kind_of(tree) is Kind.BOOL else column.values.tolist()
    return [value if known else None for value, known in zip(values, column.known.tolist(), strict=True)]
