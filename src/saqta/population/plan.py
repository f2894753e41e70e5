"""The language in which the facts of everybody are gathered: a few kinds of tables, and terms over their columns.

What is gathered is written once in it, and every engine reads the same plan. A term that is unknown is null; ``&``,
``|`` and ``~`` follow Kleene's logic, and a choice takes the first branch whose condition is true. Sets of months are
whole numbers of sixty bits, as in the bulk targets of ``logic``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal, NoReturn

import msgspec

from saqta.basis.month import Month
from saqta.logic.nodes import Node

Scalar = bool | int | str | date | None
"""A fixed value; None is an unknown truth value."""

Operation = Literal[
    "all", "any", "no", "same", "below", "at_most", "missing", "first", "plus", "minus", "times", "quotient",
    "smallest", "largest", "common", "joined", "power", "count_bits", "month_of", "next_day", "day_before",
    "days_between", "days_in_month", "day_of_month", "years_after", "new_year_after",
]  # fmt: skip
"""What can be done with columns. ``power`` is two to a number, ``common`` and ``joined`` work bit by bit, ``month_of``
counts months from year 0, ``smallest`` and ``largest`` are for two values that are both known, and ``years_after``
keeps to the end of February where a year has no 29th."""


class Term(msgspec.Struct, frozen=True):
    """A value for every row of a table."""

    def __bool__(self) -> NoReturn:
        raise TypeError("a term has no truth value while the plan is written; combine with &, | and ~")

    def __and__(self, other: Term) -> Term:
        return Call("all", (self, other))

    def __or__(self, other: Term) -> Term:
        return Call("any", (self, other))

    def __invert__(self) -> Term:
        return Call("no", (self,))

    def __add__(self, other: Term | int) -> Term:
        return Call("plus", (self, term(other)))

    def __sub__(self, other: Term | int) -> Term:
        return Call("minus", (self, term(other)))

    def __mul__(self, other: Term | int) -> Term:
        return Call("times", (self, term(other)))

    def __floordiv__(self, other: Term | int) -> Term:
        return Call("quotient", (self, term(other)))

    def __lt__(self, other: Term | int | date) -> Term:
        return Call("below", (self, term(other)))

    def __le__(self, other: Term | int | date) -> Term:
        return Call("at_most", (self, term(other)))

    def same_as(self, other: Term | Scalar) -> Term:
        return Call("same", (self, term(other)))

    @property
    def missing(self) -> Term:
        return Call("missing", (self,))

    def otherwise(self, value: Term | Scalar) -> Term:
        """This value where it is known, else the other."""
        return Call("first", (self, term(value)))


class Column(Term, frozen=True):
    """A column of the table."""

    name: str


class Fixed(Term, frozen=True):
    """The same value for every row."""

    value: Scalar


class Call(Term, frozen=True):
    """An operation on other terms."""

    operation: Operation
    terms: tuple[Term, ...]


class Choice(Term, frozen=True):
    """The value of the first branch whose condition is true."""

    branches: tuple[tuple[Term, Term], ...]
    last: Term


class RuleValue(Term, frozen=True):
    """The value of a settled rule whose facts are columns, asked about a month."""

    tree: Node
    month: Month


class Total(msgspec.Struct, frozen=True):
    """One value for all rows of a group: their bits joined, their sum, the least of them, or how many they are."""

    how: Literal["bits", "sum", "least", "rows"]
    of: Term


class Relation(msgspec.Struct, frozen=True):
    """A table: read, given, or made from others."""

    @property
    def columns(self) -> tuple[str, ...]:
        raise NotImplementedError

    def where(self, condition: Term) -> Where:
        return Where(self, condition)

    def having(self, columns: Mapping[str, Term]) -> With:
        return With(self, tuple(columns.items()))

    def only(self, *names: str) -> Only:
        return Only(self, names)

    def grouped(self, *keys: str, **totals: Total) -> Group:
        return Group(self, keys, tuple(totals.items()))


class Table(Relation, frozen=True):
    """Columns of a table of the partition."""

    name: str
    read: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.read


class Rows(Relation, frozen=True):
    """A small table written out in the plan, such as the wordings of the law."""

    names: tuple[str, ...]
    rows: tuple[tuple[bool | int | str | date, ...], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.names


class Where(Relation, frozen=True):
    """The rows for which a condition is true; where it is unknown, the row is left out."""

    of: Relation
    condition: Term

    @property
    def columns(self) -> tuple[str, ...]:
        return self.of.columns


class With(Relation, frozen=True):
    """The table with further columns."""

    of: Relation
    added: tuple[tuple[str, Term], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.of.columns, *(name for name, _ in self.added))


class Only(Relation, frozen=True):
    """The table with only these columns."""

    of: Relation
    names: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.names


class Group(Relation, frozen=True):
    """One row for all rows that agree in the keys."""

    of: Relation
    keys: tuple[str, ...]
    totals: tuple[tuple[str, Total], ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.keys, *(name for name, _ in self.totals))


class Join(Relation, frozen=True):
    """Rows of two tables that agree in ``on``. ``left`` keeps rows without a partner, whose further columns are null;
    ``semi`` keeps the rows of the left table that have a partner, without its columns."""

    left: Relation
    right: Relation
    on: str
    how: Literal["left", "inner", "semi"]

    @property
    def columns(self) -> tuple[str, ...]:
        if self.how == "semi":
            return self.left.columns
        return (*self.left.columns, *(name for name in self.right.columns if name != self.on))


class Union(Relation, frozen=True):
    """The rows of several tables that have the same columns."""

    parts: tuple[Relation, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        return self.parts[0].columns


class Spread(Relation, frozen=True):
    """Each row once for every whole number from ``first`` up to, but not including, ``end``; rows with none vanish."""

    of: Relation
    name: str
    first: Term
    end: Term

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.of.columns, self.name)


TRUE, FALSE, UNKNOWN, NOTHING = Fixed(value=True), Fixed(value=False), Fixed(None), Fixed(0)


def term(value: Term | Scalar) -> Term:
    return value if isinstance(value, Term) else Fixed(value)


def column(name: str) -> Column:
    return Column(name)


def every(terms: Iterable[Term]) -> Term:
    """All of them; with none to ask, true."""
    listed = tuple(terms)
    return listed[0] if len(listed) == 1 else Call("all", listed) if listed else TRUE


def some(terms: Iterable[Term]) -> Term:
    """At least one of them; with none to ask, false."""
    listed = tuple(terms)
    return listed[0] if len(listed) == 1 else Call("any", listed) if listed else FALSE


def among(value: Term, words: Iterable[str]) -> Term:
    return some(value.same_as(word) for word in words)


def choose(condition: Term, then: Term | Scalar, otherwise: Term | Scalar) -> Term:
    """``then`` where the condition is true; where it is false or unknown, the other."""
    return Choice(((condition, term(then)),), term(otherwise))


def call(operation: Operation, *terms: Term | Scalar) -> Term:
    return Call(operation, tuple(map(term, terms)))


def joined(*sets: Term) -> Term:
    """The bits that any of the sets has."""
    return sets[0] if len(sets) == 1 else Call("joined", sets) if sets else NOTHING


def without(bits: Term, taken: Term) -> Term:
    """The bits of the first set that the second has not."""
    return bits - Call("common", (bits, taken))
