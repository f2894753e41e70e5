"""Facts documents written as the tables of a partition, so that both ways of asking see the same people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from saqta.population.layout import TABLES, part_files, schema
from saqta.population.one_person import Rows, add_rows
from saqta.rules.facts import PersonFacts


def write_people(folder: Path, people: Sequence[PersonFacts], *, number: int = 0) -> Mapping[str, Path]:
    """One partition in which the person at each place has that number."""
    rows: Rows = {table: [] for table in TABLES}
    for person, facts in enumerate(people):
        add_rows(rows, person, facts, "710000000")
    files = part_files(folder, number)
    for table, path in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        pq.write_table(pa.Table.from_pylist(rows[table], schema(table)), path)
    return files
