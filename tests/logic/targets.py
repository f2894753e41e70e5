"""One settled rule read by every target for many people, each result as a list of plain values."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import duckdb
import numpy as np
import polars as pl

from saqta.basis.month import MONTHS_A_WORD, Month
from saqta.logic import with_numpy, with_polars, with_sql
from saqta.logic.explain import explain
from saqta.logic.nodes import Kind, Node, kind_of
from saqta.logic.python import compile_decider
from saqta.logic.reference import NOT_APPLICABLE, Value
from saqta.logic.settle import Settled
from saqta.logic.vocabulary import Vocabulary
from saqta.logic.windows import WORDS, column_names

People = Sequence[dict[str, Value]]
Target = Callable[[Node, Month, People, Vocabulary], list[Value]]


def by_python(tree: Node, month: Month, people: People, vocabulary: Vocabulary) -> list[Value]:
    decide = compile_decider(tree)
    return [decide(vocabulary.record_of(person, month)) for person in people]


def by_explanation(tree: Node, month: Month, people: People, vocabulary: Vocabulary) -> list[Value]:
    return [explain(tree, month, vocabulary.record_of(person, month)).value for person in people]


def by_numpy(tree: Node, month: Month, people: People, vocabulary: Vocabulary) -> list[Value]:
    table: dict[str, with_numpy.Column | with_numpy.MonthColumns] = {}
    for name, spec in vocabulary.specs.items():
        if spec.kind is Kind.MONTHS:
            belongs, known = (np.array(_words(people, name, part), dtype=np.int64).T for part in (0, 1))
            table[name] = with_numpy.MonthColumns(list(belongs), list(known))
        else:
            table[name] = with_numpy.column_of(spec.kind, [person[name] for person in people])
    return with_numpy.outcome(tree, with_numpy.run(tree, month, table, len(people)))


def by_polars(tree: Node, month: Month, people: People, vocabulary: Vocabulary) -> list[Value]:
    frame = people_frame(people, vocabulary).lazy().select(with_polars.expression(tree, month).alias("verdict"))
    verdicts = frame.collect()["verdict"].to_list()
    return verdicts * len(people) if len(verdicts) == 1 else verdicts  # a constant rule is one row in Polars


def by_duckdb(tree: Node, month: Month, people: People, vocabulary: Vocabulary) -> list[Value]:
    query = with_sql.query(tree, month, table="people", key="person", dialect="duckdb")
    with duckdb.connect() as connection:
        connection.register("people", people_frame(people, vocabulary).to_arrow())
        return [value for _, value in sorted(connection.execute(query).fetchall(), key=lambda row: row[0])]


TARGETS: dict[str, Target] = {
    "python": by_python,
    "explanation": by_explanation,
    "numpy": by_numpy,
    "polars": by_polars,
    "duckdb": by_duckdb,
}


def outcomes(target: Target, rule: Settled, month: Month, people: People, vocabulary: Vocabulary) -> list[object]:
    """What a target makes of a whole rule: not applicable, unknown, or the value."""
    applies = [plain(rule.applies, value) for value in target(rule.applies, month, people, vocabulary)]
    values = [plain(rule.value, value) for value in target(rule.value, month, people, vocabulary)]
    return [
        NOT_APPLICABLE if applied is False else value if applied else None
        for applied, value in zip(applies, values, strict=True)
    ]


def people_frame(people: People, vocabulary: Vocabulary) -> pl.DataFrame:
    """The people as the columns that the bulk targets read."""
    columns: dict[str, pl.Series] = {"person": pl.Series(range(len(people)), dtype=pl.Int64)}
    for name, spec in vocabulary.specs.items():
        if spec.kind is Kind.MONTHS:
            for part in (0, 1):
                words = _words(people, name, part)
                for place, pair in enumerate(column_names(name)):
                    columns[pair[part]] = pl.Series([word[place] for word in words], dtype=pl.Int64)
        else:
            kind = with_polars.POLARS_TYPES.get(spec.kind, pl.Int64)
            columns[name] = pl.Series([person[name] for person in people], dtype=kind)
    return pl.DataFrame(columns)


def _words(people: People, name: str, part: int) -> list[list[int]]:
    masks = [person[name][part] for person in people]  # type: ignore[index]  # a set of months is a pair of masks
    return [[mask >> (MONTHS_A_WORD * word) & ((1 << MONTHS_A_WORD) - 1) for word in range(WORDS)] for mask in masks]


def plain(tree: Node, value: Value) -> Value:
    """Engines give 0 and 1 or NumPy numbers; the kind of the rule says what they mean."""
    if value is None:
        return None
    return bool(value) if kind_of(tree) is Kind.BOOL else value
