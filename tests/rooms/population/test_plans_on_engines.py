"""A plan means the same to every engine, operation by operation, and can be written for a cluster."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import msgspec
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saqta.basis.month import EPOCH, Month
from saqta.law.book import load
from saqta.logic.nodes import And, Node, Window
from saqta.logic.python import compile_decider
from saqta.logic.reference import Value
from saqta.logic.trees import walk
from saqta.logic.with_sql import Dialect
from saqta.population.answering import answers_of_all
from saqta.population.months import bit_of, bits_before, bits_between
from saqta.population.on_polars import Polars
from saqta.population.on_sql import DuckDb, query
from saqta.population.plan import (
    FALSE,
    UNKNOWN,
    Fixed,
    Join,
    Relation,
    Rows,
    Spread,
    Table,
    Term,
    Total,
    Union,
    call,
    choose,
    column,
    joined,
    some,
    without,
)
from saqta.population.question import Question
from saqta.population.steps import in_steps
from saqta.rules.insured import settled_on
from tests.logic.test_asking import MONTH, NAMES, WORDS, conditions

ENGINES = (Polars(), DuckDb())
DAYS = [date(2004, 2, 29), date(2020, 1, 31), date(2021, 12, 31), date(2024, 2, 29), None]
TABLE = Table("numbers", ("n", "x", "y", "day", "said"))
N, X, Y, DAY, SAID = map(column, TABLE.columns)


def write_numbers(folder: Path) -> dict[str, Path]:
    frame = pl.DataFrame(
        {
            "n": [0, 1, 2, 3, 4],
            "x": [0, 5, 12, 59, 60],
            "y": [7, 5, -3, 100, 0],
            "day": DAYS,
            "said": [True, False, None, True, False],
        }
    )
    frame.write_parquet(folder / "numbers.parquet")
    return {"numbers": folder / "numbers.parquet"}


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return write_numbers(tmp_path)


def on_both(plan: Relation, files: dict[str, Path]) -> list[tuple[object, ...]]:
    first, second = (engine.run(plan, files).sort(plan.columns).rows() for engine in ENGINES)
    assert first == second
    return first


TERMS: dict[str, tuple[Term, list[object]]] = {
    "all": (SAID & (X < 10), [True, False, False, False, False]),
    "any": (SAID | (X < 10), [True, True, None, True, False]),
    "no": (~SAID, [False, True, None, False, True]),
    "missing": (DAY.missing, [False, False, False, False, True]),
    "first known": (SAID.otherwise(FALSE), [True, False, False, True, False]),
    "unknown": (SAID & UNKNOWN, [None, False, None, None, False]),
    "arithmetic": ((X + Y) * 2 - 1, [13, 19, 17, 317, 119]),
    "quotient": (X // 7, [0, 0, 1, 8, 8]),
    "smallest": (call("smallest", X, Y), [0, 5, -3, 59, 0]),
    "largest": (call("largest", Y, 6), [7, 6, 6, 100, 6]),
    "common bits": (call("common", X, 12), [0, 4, 12, 8, 12]),
    "joined bits": (joined(X, Fixed(3)), [3, 7, 15, 59, 63]),
    "without": (without(X, Fixed(4)), [0, 1, 8, 59, 56]),
    "power": (call("power", X), [1, 32, 4096, 1 << 59, 1 << 60]),
    "counted bits": (call("count_bits", X), [0, 2, 2, 5, 4]),
    "choice": (choose(SAID, X, -1), [0, -1, -1, 59, -1]),
    "month": (call("month_of", DAY), [Month.of(day).number if day else None for day in DAYS]),
    "next day": (call("next_day", DAY), [date(2004, 3, 1), date(2020, 2, 1), date(2022, 1, 1), date(2024, 3, 1), None]),
    "day before": (
        call("day_before", DAY), [date(2004, 2, 28), date(2020, 1, 30), date(2021, 12, 30), date(2024, 2, 28), None]
    ),
    "day of month": (call("day_of_month", DAY), [29, 31, 31, 29, None]),
    "days in month": (call("days_in_month", DAY), [29, 31, 31, 29, None]),
    "days between": (call("days_between", DAY, date(2024, 3, 1)), [7306, 1491, 791, 1, None]),
    "years after": (
        call("years_after", DAY, 18),
        [date(2022, 2, 28), date(2038, 1, 31), date(2039, 12, 31), date(2042, 2, 28), None],
    ),
    "new year": (
        call("new_year_after", DAY), [date(2005, 1, 1), date(2021, 1, 1), date(2022, 1, 1), date(2025, 1, 1), None]
    ),
    "some of none": (some([]), [False] * 5),
}  # fmt: skip


@pytest.mark.parametrize("name", TERMS)
def test_an_operation_means_the_same_to_both_engines(name: str, files: dict[str, Path]) -> None:
    term, wanted = TERMS[name]
    assert [found for _, found in on_both(TABLE.having({"found": term}).only("n", "found"), files)] == wanted


def test_tables_are_joined_grouped_and_spread_alike(files: dict[str, Path]) -> None:
    partners = Rows(("n", "word"), ((1, "one"), (3, "three"), (3, "third")))
    assert on_both(Join(TABLE, partners, "n", "left").only("n", "word"), files) == [
        (0, None), (1, "one"), (2, None), (3, "third"), (3, "three"), (4, None)
    ]  # fmt: skip
    assert on_both(Join(TABLE, partners, "n", "inner").only("n"), files) == [(1,), (3,), (3,)]
    assert on_both(Join(TABLE, partners, "n", "semi").only("n"), files) == [(1,), (3,)]
    assert on_both(Union((TABLE.only("n"), partners.only("n"))).grouped("n", rows=Total("rows", N)), files) == [
        (0, 1), (1, 2), (2, 1), (3, 3), (4, 1)
    ]  # fmt: skip
    spread = Spread(TABLE.only("n"), "part", N, Fixed(3))
    assert on_both(spread, files) == [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
    totals = {"bits": Total("bits", column("part")), "sum": Total("sum", N), "least": Total("least", column("part"))}
    assert on_both(spread.grouped("n", **totals), files) == [(0, 3, 0, 0), (1, 3, 2, 1), (2, 2, 2, 2)]


def test_a_row_of_whom_too_little_is_known_is_left_out_only_by_where(files: dict[str, Path]) -> None:
    assert on_both(TABLE.where(SAID).only("n"), files) == [(0,), (3,)]
    assert on_both(TABLE.where(~SAID).only("n"), files) == [(1,), (4,)]


@given(st.integers(-30, 190), st.integers(-30, 190), st.integers(0, 2))
@settings(max_examples=40)
def test_months_become_the_bits_of_their_word(first: int, end: int, word: int) -> None:
    def value(term: Term) -> int:
        found = Rows(("one",), ((1,),)).having({"found": term})
        (row,) = Polars().run(found, {}).rows()
        return int(row[1])

    def bits(months: range) -> int:
        return sum(1 << (place - 60 * word) for place in months if 60 * word <= place < 60 * word + 60)

    low, high = Fixed(EPOCH.number + first), Fixed(EPOCH.number + end)
    assert value(bits_between(low, high, word)) == bits(range(first, end))
    assert value(bits_before(high, word)) == bits(range(-100, end))
    assert value(bit_of(low, word)) == bits(range(first, first + 1))


@pytest.mark.parametrize("dialect", ["duckdb", "spark"])
@pytest.mark.parametrize("day", [date(2020, 7, 1), date(2026, 6, 15)], ids=str)
def test_the_question_is_one_query_that_a_cluster_takes_in_one_piece(dialect: Dialect, day: date) -> None:
    written = query(answers_of_all(Question(load().on(day))), dialect)
    assert written.startswith("WITH step_0 AS")
    assert len(written) < 120_000


@given(st.lists(conditions, min_size=1, max_size=4), st.integers(0, 2**32))
def test_cut_into_steps_rules_keep_their_meaning(trees: list[Node], seed: int) -> None:
    chance = random.Random(seed)
    rules = {f"rule_{place}": tree for place, tree in enumerate(trees)}
    values: dict[str, Value] = {name: chance.choice([True, False, None]) for name in NAMES}
    belongs, known = chance.getrandbits(180), chance.getrandbits(180)
    values["m"] = (belongs & known, known)
    record = WORDS.record_of(values, MONTH)
    facts = SimpleNamespace(**msgspec.structs.asdict(record))
    steps = in_steps(rules)
    for layer in steps.layers:
        facts.__dict__.update({name: compile_decider(tree)(facts) for name, tree in layer.items()})
    assert {name: compile_decider(tree)(facts) for name, tree in steps.rules.items()} == {
        name: compile_decider(tree)(record) for name, tree in rules.items()
    }


def test_a_part_that_rules_share_is_worked_out_once() -> None:
    tree = settled_on(load().on(date(2025, 10, 1)))
    steps = in_steps({"first": tree, "second": And((tree, WORDS.fact("a")))})
    written = [node for layer in (*steps.layers, steps.rules) for part in layer.values() for node in walk(part)]
    windows = [node for node in written if isinstance(node, Window)]
    assert len(windows) == len(set(windows))
