"""A plan written as one SQL query, and run by DuckDB. Each table of the plan is a named step of the query."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import reduce
from pathlib import Path

import duckdb
import polars as pl
from sqlglot import exp

from saqta.logic import with_sql
from saqta.logic.with_sql import Dialect
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


class DuckDb:
    """Runs plans over the Parquet files of one partition, in a database that lives only in memory."""

    name = "duckdb"
    at_once = 2  # it has stretches in which it uses one core only

    def __init__(self) -> None:
        # The plan is kept beside its query, so that its identity is not given to another one.
        self._written: dict[int, tuple[Relation, str]] = {}

    def run(self, plan: Relation, files: Mapping[str, Path]) -> pl.DataFrame:
        if id(plan) not in self._written:
            self._written[id(plan)] = (plan, query(plan, "duckdb"))
        with duckdb.connect() as connection:
            for name, path in files.items():
                connection.read_parquet(str(path)).create_view(name)
            found: pl.DataFrame = connection.sql(self._written[id(plan)][1]).pl()
            return found


def query(plan: Relation, dialect: Dialect) -> str:
    """The plan as one query; its tables are read under their own names."""
    return _Writing().query(plan).sql(dialect=dialect)


class _Writing:
    """One walk over a plan; every table of it becomes a named step, written once however often it is used."""

    def __init__(self) -> None:
        self.steps: dict[int, str] = {}
        self.written: list[tuple[str, exp.Query]] = []

    def query(self, plan: Relation) -> exp.Query:
        last = exp.select(*map(exp.column, plan.columns)).from_(self.step(plan), copy=False)
        for name, step in self.written:
            last = last.with_(name, as_=step, copy=False)
        return last

    def step(self, relation: Relation) -> str:
        """The name under which the table can be selected from."""
        if isinstance(relation, Table):
            return relation.name
        if id(relation) not in self.steps:
            written = self._select(relation)
            self.steps[id(relation)] = name = f"step_{len(self.steps)}"
            self.written.append((name, written))
        return self.steps[id(relation)]

    def _select(self, relation: Relation) -> exp.Query:
        match relation:
            case Rows(names, rows):
                written = [tuple(sql(Fixed(value)) for value in row) for row in rows]
                return exp.select(*map(exp.column, names)).from_(exp.values(written, alias="listed", columns=names))
            case Where(of, condition):
                return self._all(of).where(sql(condition), copy=False)
            case With(of, added):
                return self._all(of).select(
                    *(exp.alias_(sql(term), name, copy=False) for name, term in added), copy=False
                )
            case Only(of, names):
                return exp.select(*map(exp.column, names)).from_(self.step(of))
            case Group(of, keys, totals):
                values = [exp.alias_(_total(total), name) for name, total in totals]
                return exp.select(*map(exp.column, keys), *values).from_(self.step(of)).group_by(*keys)
            case Join(left, right, on, "semi"):
                partners = exp.select(exp.column(on)).from_(self.step(right))
                return self._all(left).where(exp.In(this=exp.column(on), query=_paren(partners)))
            case Join(left, right, on, how):
                columns = [exp.column(name) for name in relation.columns]
                return exp.select(*columns).from_(self.step(left)).join(self.step(right), using=on, join_type=how)
            case Union(parts):
                selects = [exp.select(*map(exp.column, relation.columns)).from_(self.step(part)) for part in parts]
                return _stacked(selects)
            case Spread(of, name, first, end):
                return self._all(of).select(exp.alias_(exp.Explode(this=_numbers(sql(first), sql(end))), name))
            case _:
                raise TypeError(f"{type(relation).__name__} is not a table of the language")

    def _all(self, relation: Relation) -> exp.Select:
        return exp.select(*map(exp.column, relation.columns)).from_(self.step(relation))


def _numbers(first: exp.Expr, end: exp.Expr) -> exp.Expr:
    """A list of the whole numbers from the first up to the one before the end, null where there are none: an engine
    counts backwards rather than give an empty list."""
    listed = exp.GenerateSeries(start=first, end=_paren(end) - 1)
    return exp.Case().when(exp.LT(this=_paren(first.copy()), expression=_paren(end.copy())), listed)


def _stacked(selects: list[exp.Select]) -> exp.Query:
    return exp.union(*selects, distinct=False) if len(selects) > 1 else selects[0]


def sql(term: Term) -> exp.Expr:
    """A term as an SQL expression over columns."""
    match term:
        case Column(name):
            return exp.column(name)
        case Fixed(value):
            return _fixed(value)
        case Call(operation, terms):
            return _paren(_OPERATIONS[operation](*map(sql, terms)))
        case Choice(branches, last):
            case = exp.Case()
            for condition, then in branches:
                case = case.when(sql(condition), sql(then))
            return case.else_(sql(last))
        case RuleValue(tree, month):
            return _paren(with_sql.expression(tree, month))
        case _:
            raise TypeError(f"{type(term).__name__} is not a term of the language")


def _paren(term: exp.Expr) -> exp.Expr:
    return exp.Paren(this=term)


def _fixed(value: bool | int | str | date | None) -> exp.Expr:
    match value:
        case None:
            return exp.cast(exp.null(), "boolean")
        case bool():
            return exp.true() if value else exp.false()
        case int():
            return exp.cast(exp.Literal.number(value), "bigint")
        case str():
            return exp.Literal.string(value)
        case date():
            return exp.cast(exp.Literal.string(value.isoformat()), "date")


def _total(total: Total) -> exp.Expr:
    match total.how:
        case "bits":
            return exp.BitwiseOrAgg(this=sql(total.of))
        case "sum":
            return exp.cast(exp.Sum(this=sql(total.of)), "bigint")
        case "least":
            return exp.Min(this=sql(total.of))
        case "rows":
            return exp.cast(exp.Count(this=exp.Star()), "bigint")


def _chain(kind: type[exp.Binary]) -> Callable[..., exp.Expr]:
    def chained(*terms: exp.Expr) -> exp.Expr:
        return reduce(lambda left, right: _paren(kind(this=left, expression=right)), terms)

    return chained


def _month_of(day: exp.Expr) -> exp.Expr:
    year, month = exp.cast(exp.Year(this=day), "bigint"), exp.cast(exp.Month(this=day.copy()), "bigint")
    return year * 12 + month - 1


def _shifted(day: exp.Expr, count: exp.Expr, unit: str) -> exp.Expr:
    return exp.cast(exp.DateAdd(this=day, expression=count, unit=exp.var(unit)), "date")


def _days_between(first: exp.Expr, end: exp.Expr) -> exp.Expr:
    return exp.cast(exp.DateDiff(this=end, expression=first, unit=exp.var("day")), "bigint")


def _new_year_after(day: exp.Expr) -> exp.Expr:
    return exp.func("make_date", exp.Year(this=day) + 1, exp.Literal.number(1), exp.Literal.number(1))


_OPERATIONS: Mapping[Operation, Callable[..., exp.Expr]] = {
    "all": exp.and_,
    "any": exp.or_,
    "no": lambda this: exp.Not(this=_paren(this)),
    "same": _chain(exp.EQ),
    "below": _chain(exp.LT),
    "at_most": _chain(exp.LTE),
    "missing": lambda this: exp.Is(this=this, expression=exp.null()),
    "first": lambda *terms: exp.Coalesce(this=terms[0], expressions=list(terms[1:])),
    "plus": _chain(exp.Add),
    "minus": _chain(exp.Sub),
    "times": _chain(exp.Mul),
    "quotient": _chain(exp.IntDiv),
    "smallest": lambda *terms: exp.Least(this=terms[0], expressions=list(terms[1:]), ignore_nulls=True),
    "largest": lambda *terms: exp.Greatest(this=terms[0], expressions=list(terms[1:]), ignore_nulls=True),
    "common": _chain(exp.BitwiseAnd),
    "joined": _chain(exp.BitwiseOr),
    "power": lambda count: exp.BitwiseLeftShift(this=_fixed(1), expression=exp.cast(count, "int")),
    "count_bits": lambda bits: exp.cast(exp.func("bit_count", bits), "bigint"),
    "month_of": _month_of,
    "next_day": lambda day: _shifted(day, exp.Literal.number(1), "day"),
    "day_before": lambda day: _shifted(day, exp.Literal.number(-1), "day"),
    "days_between": _days_between,
    "days_in_month": lambda day: exp.cast(exp.Day(this=exp.LastDay(this=day)), "bigint"),
    "day_of_month": lambda day: exp.cast(exp.Day(this=day), "bigint"),
    "years_after": lambda day, years: _shifted(day, exp.cast(years, "int"), "year"),
    "new_year_after": _new_year_after,
}
