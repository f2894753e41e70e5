"""A plan run by Spark: the query that DuckDB runs, in Spark's words.

Only that text travels to the executors and no function of ours, so that a cluster needs no package of ours. How Spark
is reached (its master, memory, Java) is settled by whoever starts it; what its answers mean is settled here.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import to_arrow_schema

from saqta.population.layout import TABLES, ColumnType
from saqta.population.on_sql import query
from saqta.population.plan import Relation

MEANING = {
    # A sum that overflows and a number that is none stop the work. Without this both would become null, and null is
    # what nobody knows: an unknown that nobody's facts hold.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.enforceReservedKeywords": "false",
    "spark.sql.session.timeZone": "UTC",
}
"""What a query means, whatever a cluster is configured to."""

SHAPE = {
    # A partition of a population is a piece of work for one core; cut smaller, its pieces would wait for one another.
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.adaptive.enabled": "false",
}
"""How the work on one partition is cut; as many partitions are worked on at once as there are cores."""

_TYPES: Mapping[ColumnType, str] = {
    "number": "BIGINT",
    "month": "INT",
    "word": "STRING",
    "day": "DATE",
    "truth": "BOOLEAN",
}


class Spark:
    """Runs plans over the files of one partition, which every executor must see under the same path."""

    name = "spark"

    def __init__(self) -> None:
        self._spark = SparkSession.builder.appName("saqta").getOrCreate()
        self.at_once = max(2, self._spark.sparkContext.defaultParallelism)
        # The plan is kept beside its query, so that its identity is not given to another one.
        self._written: dict[int, tuple[Relation, str]] = {}

    def run(self, plan: Relation, files: Mapping[str, Path]) -> pl.DataFrame:
        if id(plan) not in self._written:
            self._written[id(plan)] = (plan, query(plan, "spark"))
        # Names of tables belong to a session; partitions worked on at the same time must not see one another's.
        session = self._spark.newSession()
        for setting, value in (MEANING | SHAPE).items():
            session.conf.set(setting, value)
        for name, path in files.items():
            # Told the columns, Spark need not read a file to learn them.
            reader = session.read.schema(_columns(name)) if name in TABLES else session.read
            reader.parquet(path.absolute().as_uri()).createOrReplaceTempView(name)
        found = session.sql(self._written[id(plan)][1])
        # Spark 4 has a public name for it, but no Java that comes as a wheel. Row objects would take a second for
        # every hundred thousand people.
        batches = found._collect_as_arrow()
        return pl.DataFrame(pa.Table.from_batches(batches, to_arrow_schema(found.schema)))


def _columns(table: str) -> str:
    return ", ".join(f"{column.name} {_TYPES[column.type]}" for column in TABLES[table])
