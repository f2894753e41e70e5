"""A plan read by Polars: tables become lazy frames, terms become expressions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from pathlib import Path

import polars as pl

from saqta.logic import with_polars
from saqta.population.plan import (
    Call,
    Choice,
    Column,
    Fixed,
    Group,
    Join,
    Only,
    Operation,
    Relation,
    Rows,
    RuleValue,
    Spread,
    Table,
    Term,
    Total,
    Union,
    Where,
    With,
)


class Polars:
    """Runs plans over the Parquet files of one partition."""

    name = "polars"
    at_once = 2  # it has stretches in which it uses one core only

    def __init__(self) -> None:
        self._expressions = Expressions()

    def run(self, plan: Relation, files: Mapping[str, Path]) -> pl.DataFrame:
        return _Reading(files, self._expressions).frame(plan).collect(engine="streaming")


class Expressions:
    """Terms as expressions, each written once however many partitions it is asked of."""

    def __init__(self) -> None:
        # The term is kept beside its expression, so that its identity is not given to another one.
        self._written: dict[int, tuple[Term, pl.Expr]] = {}

    def __call__(self, term: Term) -> pl.Expr:
        if id(term) not in self._written:
            self._written[id(term)] = (term, expression(term))
        return self._written[id(term)][1]


class _Reading:
    """One walk over a plan; a table used twice becomes one lazy frame, so that Polars reads it once."""

    def __init__(self, files: Mapping[str, Path], expressions: Expressions) -> None:
        self.files, self.expression = files, expressions
        self.frames: dict[int, pl.LazyFrame] = {}

    def frame(self, relation: Relation) -> pl.LazyFrame:
        if id(relation) not in self.frames:
            self.frames[id(relation)] = self._frame(relation)
        return self.frames[id(relation)]

    def _frame(self, relation: Relation) -> pl.LazyFrame:
        match relation:
            case Table(name, columns):
                return pl.scan_parquet(self.files[name]).select(columns)
            case Rows(names, rows):
                return pl.LazyFrame(rows, schema=list(names), orient="row")
            case Where(of, condition):
                return self.frame(of).filter(self.expression(condition))
            case With(of, added):
                return self.frame(of).with_columns(self.expression(term).alias(name) for name, term in added)
            case Only(of, names):
                return self.frame(of).select(names)
            case Group(of, keys, totals):
                return self.frame(of).group_by(keys).agg(self._total(total).alias(name) for name, total in totals)
            case Join(left, right, on, how):
                return self.frame(left).join(self.frame(right), on=on, how=how)
            case Union(parts):
                return pl.concat([self.frame(part).select(relation.columns) for part in parts], how="vertical_relaxed")
            case Spread(of, name, first, end):
                numbers = pl.int_ranges(self.expression(first), self.expression(end)).alias(name)
                return self.frame(of).with_columns(numbers).explode(name).filter(pl.col(name).is_not_null())
            case _:
                raise TypeError(f"{type(relation).__name__} is not a table of the language")

    def _total(self, total: Total) -> pl.Expr:
        match total.how:
            case "bits":
                return self.expression(total.of).bitwise_or()
            case "sum":
                return self.expression(total.of).sum()
            case "least":
                return self.expression(total.of).min()
            case "rows":
                return pl.len().cast(pl.Int64)


def expression(term: Term) -> pl.Expr:
    """A term as an expression over columns."""
    match term:
        case Column(name):
            return pl.col(name)
        case Fixed(None):
            return pl.lit(None, pl.Boolean)
        case Fixed(value):
            return pl.lit(value, pl.Int64) if type(value) is int else pl.lit(value)
        case Call(operation, terms):
            return _OPERATIONS[operation](*map(expression, terms))
        case Choice(((condition, then), *more), last):
            chosen = pl.when(expression(condition)).then(expression(then))
            for condition, then in more:
                chosen = chosen.when(expression(condition)).then(expression(then))  # type: ignore[assignment]  # Then and ChainedThen chain alike
            return chosen.otherwise(expression(last))
        case RuleValue(tree, month):
            return with_polars.expression(tree, month)
        case _:
            raise TypeError(f"{type(term).__name__} is not a term of the language")


def _month_of(day: pl.Expr) -> pl.Expr:
    return day.dt.year().cast(pl.Int64) * 12 + day.dt.month().cast(pl.Int64) - 1


def _days_later(day: pl.Expr, count: int) -> pl.Expr:
    return (day.cast(pl.Int32) + count).cast(pl.Date)


def _years_after(day: pl.Expr, years: pl.Expr) -> pl.Expr:
    return day.dt.offset_by(pl.concat_str(years, pl.lit("y")))


def _new_year_after(day: pl.Expr) -> pl.Expr:
    return pl.date(day.dt.year() + 1, 1, 1)


_OPERATIONS: Mapping[Operation, Callable[..., pl.Expr]] = {
    "all": lambda *terms: reduce(pl.Expr.__and__, terms),
    "any": lambda *terms: reduce(pl.Expr.__or__, terms),
    "no": pl.Expr.__invert__,
    "same": pl.Expr.eq,
    "below": pl.Expr.lt,
    "at_most": pl.Expr.le,
    "missing": pl.Expr.is_null,
    "first": pl.coalesce,
    "plus": pl.Expr.__add__,
    "minus": pl.Expr.__sub__,
    "times": pl.Expr.__mul__,
    "quotient": pl.Expr.__floordiv__,
    "smallest": lambda one, other: one.clip(upper_bound=other),
    "largest": lambda one, other: one.clip(lower_bound=other),
    "common": lambda *terms: reduce(pl.Expr.__and__, terms),
    "joined": lambda *terms: reduce(pl.Expr.__or__, terms),
    "power": lambda exponent: pl.lit(2, pl.Int64).pow(exponent),
    "count_bits": lambda bits: bits.bitwise_count_ones().cast(pl.Int64),
    "month_of": _month_of,
    "next_day": lambda day: _days_later(day, 1),
    "day_before": lambda day: _days_later(day, -1),
    "days_between": lambda first, end: (end.cast(pl.Int32) - first.cast(pl.Int32)).cast(pl.Int64),
    "days_in_month": lambda day: day.dt.days_in_month().cast(pl.Int64),
    "day_of_month": lambda day: day.dt.day().cast(pl.Int64),
    "years_after": _years_after,
    "new_year_after": _new_year_after,
}
