"""How a population lies in a folder: four tables, each cut into partitions by person.

``people/part-000.parquet`` and its namesakes in ``memberships``, ``payments`` and ``not_owed`` speak of the same
people, so a partition can be answered by itself. The columns are those of a facts document: the meaning of every one
is that of its namesake there. A person is a whole number that means nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Literal, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from saqta.basis.refusal import Fault, Refused, refuse_any
from saqta.basis.text import Text
from saqta.basis.whole_files import whole_file

ColumnType = Literal["number", "month", "word", "day", "truth"]

_ARROW: Mapping[ColumnType, pa.DataType] = {
    "number": pa.int64(),
    "month": pa.int32(),
    "word": pa.string(),
    "day": pa.date32(),
    "truth": pa.bool_(),
}


class ColumnOf(NamedTuple):
    """One column: its type, whether it may be null (unknown, or never), and what it says."""

    name: str
    type: ColumnType
    may_be_null: bool
    says: str


PERSON = ColumnOf("person", "number", may_be_null=False, says="the person, a number that means nothing elsewhere")

TABLES: Mapping[str, tuple[ColumnOf, ...]] = {
    "people": (
        PERSON,
        ColumnOf("birth_date", "day", may_be_null=True, says="null: unknown"),
        ColumnOf("sex", "word", may_be_null=True, says="`female` or `male`; for summaries, no rule looks at it"),
        ColumnOf("region", "word", may_be_null=True, says="nine digits of КАТО, of a region or a city of its rank"),
        ColumnOf("citizenship", "word", may_be_null=True, says="ISO 3166 alpha-2, or `stateless`"),
        ColumnOf("residence", "word", may_be_null=True, says="`permanent`, `temporary`, `refugee`, `asylum_seeker`"),
        ColumnOf("died_on", "day", may_be_null=True, says="null: no death is recorded"),
        ColumnOf("register_until", "day", may_be_null=True, says="the last day for which both lists are complete"),
        ColumnOf("categories_listed", "truth", may_be_null=False, says="false: no list of memberships was given"),
        ColumnOf("payments_listed", "truth", may_be_null=False, says="false: no list of payments was given"),
    ),
    "memberships": (
        PERSON,
        ColumnOf("code", "word", may_be_null=False, says="the category"),
        ColumnOf("start", "day", may_be_null=False, says="the first day"),
        ColumnOf("until", "day", may_be_null=True, says="the first day after it; null: still held"),
        ColumnOf("since_childhood", "truth", may_be_null=True, says="as in a facts document"),
        ColumnOf("working", "truth", may_be_null=True, says="as in a facts document"),
        ColumnOf("visited_on", "day", may_be_null=True, says="as in a facts document"),
        ColumnOf(
            "no_pension_contributions_for_3_months", "truth", may_be_null=True, says="as in a facts document"
        ),
        ColumnOf("house_arrest", "truth", may_be_null=True, says="as in a facts document"),
        ColumnOf("minimum_security", "truth", may_be_null=True, says="as in a facts document"),
        ColumnOf("subsidised_job", "truth", may_be_null=True, says="as in a facts document"),
        ColumnOf("receives_allowance", "truth", may_be_null=True, says="as in a facts document"),
    ),
    "payments": (
        PERSON,
        ColumnOf("month", "month", may_be_null=False, says="the month paid for: year times 12, plus month less one"),
        ColumnOf("kind", "word", may_be_null=False, says="what was paid, as in a facts document"),
        ColumnOf("amount", "number", may_be_null=True, says="tiyn; null: not said"),
        ColumnOf("paid_on", "day", may_be_null=True, says="null: not said"),
        ColumnOf("leave_from", "day", may_be_null=True, says="the first day of the leave that was paid for"),
        ColumnOf("leave_until", "day", may_be_null=True, says="the first day after the leave"),
    ),
    "not_owed": (
        PERSON,
        ColumnOf("month_from", "month", may_be_null=False, says="the first month for which nothing is owed"),
        ColumnOf("month_until", "month", may_be_null=False, says="the first month after it"),
    ),
}  # fmt: skip
"""The tables and their columns. Rows of one person need not stand together, but answers are faster when they do."""


class Part(NamedTuple):
    """One partition: the file of each table."""

    number: int
    files: Mapping[str, Path]


def schema(table: str) -> pa.Schema:
    """The Parquet schema of a table."""
    return pa.schema(
        [pa.field(column.name, _ARROW[column.type], nullable=column.may_be_null) for column in TABLES[table]]
    )


def part_files(folder: Path, number: int) -> Mapping[str, Path]:
    return {table: folder / table / f"part-{number:03d}.parquet" for table in TABLES}


@contextmanager
def part_writers(files: Mapping[str, Path]) -> Iterator[Mapping[str, pq.ParquetWriter]]:
    """A writer for each table of a partition; an accident leaves no half of a file. The file of the people is renamed
    last: where it stands, the others do."""
    with ExitStack() as stack:
        yield {
            table: stack.enter_context(
                pq.ParquetWriter(stack.enter_context(whole_file(files[table])), schema(table), compression="zstd")
            )
            for table in TABLES
        }


def parts_of(folder: Path) -> list[Part]:
    """The partitions in a folder, all tables present and of the right shape; raises ``Refused`` otherwise."""
    people = sorted((folder / "people").glob("part-*.parquet"))
    if not people:
        raise Refused(Fault("population-missing", _TEXTS["population-missing"]))
    parts: list[Part] = []
    faults: list[Fault] = []
    for path in people:
        number = int(path.stem.removeprefix("part-")) if path.stem.removeprefix("part-").isdigit() else -1
        files = {table: folder / table / path.name for table in TABLES}
        faults += [fault for table, file in files.items() for fault in _faults(table, file)]
        parts.append(Part(number, files))
    refuse_any(faults)
    return parts


def _faults(table: str, file: Path) -> Iterator[Fault]:
    where = f"{table}/{file.name}"
    if not file.exists():
        yield Fault("population-part-missing", _TEXTS["population-part-missing"], where)
        return
    try:
        found = pq.read_schema(file)
    except (pa.ArrowInvalid, OSError):
        yield Fault("population-not-parquet", _TEXTS["population-not-parquet"], where)
        return
    for column in TABLES[table]:
        if column.name not in found.names:
            text = _TEXTS["population-column-missing"].fill(name=column.name)
            yield Fault("population-column-missing", text, where)
        elif not _fits(found.field(column.name).type, column.type):
            text = _TEXTS["population-column-type"].fill(name=column.name, type=str(_ARROW[column.type]))
            yield Fault("population-column-type", text, where)


def _fits(found: pa.DataType, wanted: ColumnType) -> bool:
    """Whether a column can be read as meant: the type itself, or words kept as a dictionary or in a larger type."""
    if wanted == "word":
        inner = found.value_type if pa.types.is_dictionary(found) else found
        return bool(pa.types.is_string(inner) or pa.types.is_large_string(inner) or pa.types.is_string_view(inner))
    return bool(found == _ARROW[wanted])


_TEXTS: dict[str, Text] = {
    "population-missing": Text(
        ru="В этой папке нет населения: нужны файлы people/part-….parquet. Создать его: saqta population make",
        kk="Бұл қалтада халық деректері жоқ: people/part-….parquet файлдары керек. Жасау: saqta population make",
        en="This folder holds no population: people/part-….parquet is needed. To make one: saqta population make",
    ),
    "population-part-missing": Text(
        ru="Этого файла не хватает: у каждой части должны быть все таблицы.",
        kk="Бұл файл жетіспейді: әр бөлікте барлық кесте болуы керек.",
        en="This file is missing: every partition needs all tables.",
    ),
    "population-not-parquet": Text(
        ru="Это не файл Parquet.",
        kk="Бұл Parquet файлы емес.",
        en="This is not a Parquet file.",
    ),
    "population-column-missing": Text(
        ru="Нет столбца {name}.",
        kk="{name} бағаны жоқ.",
        en="The column {name} is missing.",
    ),
    "population-column-type": Text(
        ru="Столбец {name} другого типа: ожидается {type}.",
        kk="{name} бағанының түрі басқа: {type} күтіледі.",
        en="The column {name} has another type: {type} is expected.",
    ),
}
