"""Spark on two cores of this machine answers row for row as the engines that need no cluster."""

from __future__ import annotations

import gc
import os
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from py4j.protocol import Py4JJavaError
from pyspark.sql import SparkSession

from saqta.law.book import load
from saqta.population import making
from saqta.population.everybody import Asking
from saqta.population.layout import Part
from saqta.population.local_spark import environment_for_spark
from saqta.population.making import make
from saqta.population.on_polars import Polars
from saqta.population.on_spark import Spark
from saqta.population.on_sql import DuckDb
from saqta.population.plan import Join, Relation, Rows, Spread, Total, Union, column
from tests.channels.command_line import saqta
from tests.rooms.population.invented_facts import invented_people
from tests.rooms.population.people_in_parquet import write_people
from tests.rooms.population.test_plans_on_engines import TABLE, TERMS, N, X, Y, write_numbers

pytestmark = [
    pytest.mark.allow_hosts(["127.0.0.1"]),
    # Spark's own Python leaves closing its sockets to the garbage collector.
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
]

BOOK = load()


@pytest.fixture(scope="module")
def spark() -> Iterator[Spark]:
    """One Spark for the whole file: it takes longer to start than to answer."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment_for_spark(os.environ).items():
            patch.setenv(name, value)
        yield Spark()
        active = SparkSession.getActiveSession()
        if active is not None:
            active.stop()
        # What Spark left open is closed here, where nobody minds, and not in the middle of another test.
        gc.collect()


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return write_numbers(tmp_path)


def test_every_operation_means_the_same(spark: Spark, files: dict[str, Path]) -> None:
    plan = TABLE.having({f"found_{place}": term for place, (term, _) in enumerate(TERMS.values())})
    found = spark.run(plan, files).sort("n")
    assert {name: found[f"found_{place}"].to_list() for place, name in enumerate(TERMS)} == {
        name: wanted for name, (_, wanted) in TERMS.items()
    }


def test_every_kind_of_table_means_the_same(spark: Spark, files: dict[str, Path]) -> None:
    partners = Rows(("n", "word"), ((1, "one"), (3, "three"), (3, "third")))
    spread = Spread(TABLE.only("n", "x"), "part", N, column("x") - N)
    totals = {"bits": Total("bits", X), "sum": Total("sum", Y), "least": Total("least", Y), "rows": Total("rows", N)}
    plans: list[Relation] = [
        Join(TABLE, partners, "n", "left"),
        Join(TABLE, partners, "n", "inner"),
        Join(TABLE, partners, "n", "semi"),
        Union((TABLE.only("n"), partners.only("n"))).grouped("n", rows=Total("rows", N)),
        TABLE.where(column("said")).only("n"),
        spread,
        Spread(TABLE.only("n"), "part", N, N),
        TABLE.grouped("said", **totals),
    ]
    for plan in plans:
        wanted, by_duckdb, found = (_rows(engine.run(plan, files)) for engine in (Polars(), DuckDb(), spark))
        assert wanted == by_duckdb == found


def _rows(frame: pl.DataFrame) -> list[str]:
    return sorted(map(repr, frame.rows()))


def test_a_number_too_large_stops_the_work_instead_of_becoming_unknown(spark: Spark, files: dict[str, Path]) -> None:
    too_large = TABLE.having({"found": (Y + 1) * (1 << 62)}).only("n", "found")
    with pytest.raises(Py4JJavaError, match="ARITHMETIC_OVERFLOW"):
        spark.run(too_large, files)


@pytest.mark.parametrize(
    ("day", "follow"),
    [
        (date(2020, 7, 1), {}),
        (date(2025, 10, 1), {}),
        (date(2026, 6, 15), {}),
        # Sums matter, some people are asked about alone, and what is open is inquired into.
        (date(2024, 6, 15), {"Q3": "minimum_payment", "Q1": "tail_only"}),
    ],
    ids=str,
)
def test_everybody_gets_the_same_answer(day: date, follow: dict[str, str], spark: Spark, tmp_path: Path) -> None:
    law = BOOK.on(day, None, follow)
    people = invented_people(random.Random(day.toordinal()), day, 300)
    part, asking = Part(0, write_people(tmp_path, people)), Asking(law, "polars")
    wanted = asking.answers(part)
    asking.engine = spark
    found = asking.answers(part)
    assert found.equals(wanted)
    assert set(found["verdict"]) >= {"yes", "no", "depends"}


def test_at_the_command_line_only_the_word_for_the_engine_differs(
    spark: Spark, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two partitions at once, each in a session of its own; all that is printed and kept is the same."""
    monkeypatch.setattr(making, "A_PART", 1_500)
    make(tmp_path / "people", people=3_000, seed=1, book=BOOK, progress=lambda *_: None)
    printed, kept = [], []
    for engine in ("polars", "spark"):
        place, on = ("--from", tmp_path / "people", "--engine", engine), ("--on", "2025-10-01")
        answers = tmp_path / engine
        printed.append(
            [
                saqta("population", "status", *on, "--to", answers, "--json", *place),
                saqta("population", "check", *place),
            ]
        )
        kept.append([pl.read_parquet(path) for path in sorted((answers / "answers").iterdir())])
    assert printed[0] == printed[1]
    assert {run.status for run in printed[0]} == {0}
    assert len(kept[0]) == len(kept[1]) == 2
    assert all(one.equals(other) for one, other in zip(*kept, strict=True))
    assert spark.at_once == 2
