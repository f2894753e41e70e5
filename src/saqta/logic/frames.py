"""From ledger rows to what a rule looks at, inside Polars: the step before ``with_polars`` when data lies row by row.

A ledger has one row for each person and month: it says that the month belongs to a set, that it does not, or (null)
that nobody knows. Months without a row, inside the span that the ledger covers, do not belong; the span is given,
because only whoever wrote the ledger knows how far it is complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from saqta.basis.month import EPOCH, MONTHS_A_WORD, Month
from saqta.logic import with_polars
from saqta.logic.nodes import (
    FALSE,
    TRUE,
    And,
    AnyMonth,
    Clause,
    Compare,
    Const,
    EveryMonth,
    Fact,
    Kind,
    Node,
    Not,
    OneOf,
    Or,
    Window,
    number,
)
from saqta.logic.settle import both, either, negate
from saqta.logic.trees import replaced, walk
from saqta.logic.windows import column_names, length, set_name

MOST_WINDOWS = 3
"""Up to so many windows are counted row by row as they are; for more it is cheaper to gather masks of months once."""


class Covered(NamedTuple):
    """The months that a ledger covers, from ``first`` up to, but not including, ``end``: outside, no month belongs."""

    first: Month
    end: Month


def assuming(tree: Node, facts: Mapping[str, bool | str], month: Month, covered: Mapping[str, Covered]) -> Node:
    """The settled condition once some facts are the same for everybody and sets of months are bounded.

    ``facts`` are truth values and words; a set of months missing from ``covered`` is empty for everybody.
    """
    match tree:
        case Fact(name) if name in facts:
            return TRUE if facts[name] is True else FALSE if facts[name] is False else tree
        case Compare("equal", Fact(name), Const(value=word)) if name in facts:
            return TRUE if facts[name] == word else FALSE
        case OneOf(Fact(name), Const(value=tuple(words))) if name in facts:
            return TRUE if facts[name] in words else FALSE
        case EveryMonth() | AnyMonth():
            return _bounded(tree, month, covered.get(set_name(tree)))
        case Clause(of=inner):
            return assuming(inner, facts, month, covered)
        case Not(term):
            return negate(assuming(term, facts, month, covered))
        case And(terms):
            return both(*(assuming(term, facts, month, covered) for term in terms))
        case Or(terms):
            return _absorbed(either(*(assuming(term, facts, month, covered) for term in terms)))
        case _:
            return tree


def _absorbed(node: Node) -> Node:
    """Without the terms that say less than another: "a, or a and b" is a, also where something is unknown."""
    if not isinstance(node, Or):
        return node
    kept = [
        term
        for term in dict.fromkeys(node.terms)
        if not (isinstance(term, And) and any(other in term.terms for other in node.terms))
    ]
    return either(*kept)


def _bounded(window: EveryMonth | AnyMonth, month: Month, covered: Covered | None) -> Node:
    """A window cut to the months that can belong at all."""
    last, count = month + window.last, length(window)
    first = last + (1 - count)
    if covered is None:
        return FALSE
    inside_first, inside_last = max(first, covered.first), min(last, covered.end + -1)
    if inside_last < inside_first:
        return FALSE
    if isinstance(window, EveryMonth):
        return window if (inside_first, inside_last) == (first, last) else FALSE
    return AnyMonth(window.months, inside_last - month, number(inside_last - inside_first + 1))


def verdicts(
    tree: Node,
    month: Month,
    *,
    people: pl.LazyFrame,
    ledger: pl.LazyFrame,
    key: str,
    sets: Mapping[str, str],
    covered: Covered,
    most_windows: int = MOST_WINDOWS,
) -> pl.LazyFrame:
    """The value of a settled condition for everybody in ``people``, as columns ``key`` and ``verdict``.

    ``people`` has one column a fact; ``ledger`` has the key, a whole-number ``month`` and, for each set of months, the
    column named in ``sets``. No two rows may speak of one person and month.
    """
    windows: list[Node] = [node for node in dict.fromkeys(walk(tree)) if isinstance(node, Window)]
    if len(windows) <= most_windows and all(isinstance(node, EveryMonth) for node in windows):
        gathered, condition = _counted(tree, windows, month, ledger, key, sets, covered)
    else:
        gathered, condition = _masked(windows, ledger, key, sets), tree
    listed = gathered.with_columns(listed=pl.lit(value=True))
    joined = people.join(listed, on=key, how="left")
    without_rows = pl.col("listed").is_null()
    filled = joined.with_columns(
        pl.when(without_rows).then(pl.lit(value)).otherwise(pl.col(name)).alias(name)
        for name, value in _of_nobody(gathered, key).items()
    )
    return filled.select(key, with_polars.expression(condition, month).alias("verdict"))


def _counted(
    tree: Node,
    windows: list[Node],
    month: Month,
    ledger: pl.LazyFrame,
    key: str,
    sets: Mapping[str, str],
    covered: Covered,
) -> tuple[pl.LazyFrame, Node]:
    """Each window as one column of truth values, decided while rows are grouped; the tree looks at those columns."""
    columns: list[pl.Expr] = []
    condition = tree
    for place, window in enumerate(windows):
        if not isinstance(window, EveryMonth):
            raise TypeError("only windows of every month are counted")
        name, rows = f"window_{place}", pl.col(sets[set_name(window)])
        last, count = month + window.last, length(window)
        first = last + (1 - count)
        if (first, last + 1) != (covered.first, covered.end):
            rows = rows.filter(pl.col("month").is_between(first.number, last.number))
        # Fewer rows than months means a month without a row, which does not belong.
        every = rows.all(ignore_nulls=False) & (rows.len() >= count)
        columns.append(every.alias(name))
        condition = replaced(condition, window, Fact(name, Kind.BOOL))
    return ledger.group_by(key).agg(columns), condition


def _masked(windows: list[Node], ledger: pl.LazyFrame, key: str, sets: Mapping[str, str]) -> pl.LazyFrame:
    """Each set of months as masks of sixty months. Each row sets a bit of its own, so adding them joins them, and
    adding is what a grouping does fastest."""
    used = {set_name(node) for node in windows if isinstance(node, Window)}
    columns: list[pl.Expr] = []
    place = pl.col("month").cast(pl.Int64) - EPOCH.number
    for name in sorted(used):
        row = pl.col(sets[name])
        for word, (belongs, known) in enumerate(column_names(name)):
            inside = place.is_between(word * MONTHS_A_WORD, (word + 1) * MONTHS_A_WORD - 1)
            bit = pl.lit(2, pl.Int64).pow((place - word * MONTHS_A_WORD).clip(0, MONTHS_A_WORD - 1))
            held = pl.when(inside & row).then(bit).otherwise(0).sum()
            open_ = pl.when(inside & row.is_null()).then(bit).otherwise(0).sum()
            columns += [held.alias(belongs), ((1 << MONTHS_A_WORD) - 1 - open_).alias(known)]
    return ledger.group_by(key).agg(columns)


def _of_nobody(gathered: pl.LazyFrame, key: str) -> dict[str, int | bool]:
    """What the columns say of somebody without a single row: no month belongs, and that is known."""
    whole = (1 << MONTHS_A_WORD) - 1
    return {
        name: False if name.startswith("window_") else whole if "_known_" in name else 0
        for name in gathered.collect_schema().names()
        if name != key
    }
