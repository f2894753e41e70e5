"""Many rows at once, past the layer that would make an object of each: a feed brings a million of them.

PostgreSQL gets new rows by COPY, SQLite by one prepared statement. Constraints and triggers see every row all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.db import connection, models
from msgspec import to_builtins


def insert_rows(model: type[models.Model], columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Adds rows to the table of ``model``, values in the order of ``columns``; raises ``IntegrityError`` like any
    other way in. Must run inside the transaction of the change."""
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with connection.wrap_database_errors, cursor.cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        places = ", ".join(["%s"] * len(columns))
        statement = f"INSERT INTO {table} ({quoted}) VALUES ({places})"  # noqa: S608  # names of our own models
        cursor.executemany(statement, [_for_sqlite(row) for row in rows])


def select_rows(
    model: type[models.Model], columns: Sequence[str], key: str, values: Sequence[bytes] | Sequence[UUID]
) -> Iterator[tuple[Any, ...]]:
    """The rows whose ``key`` is one of some thousands of values, in the order of their primary keys; of each row the
    ``columns``, as the database layer would give them."""
    fields = {field.column: field for field in model._meta.concrete_fields}
    name = connection.ops.quote_name
    quoted, table, order = ", ".join(map(name, columns)), name(model._meta.db_table), name(str(model._meta.pk.column))
    postgresql = connection.vendor == "postgresql"
    among = "= ANY(%s)" if postgresql else f"IN ({', '.join(['%s'] * len(values))})"
    statement = f"SELECT {quoted} FROM {table} WHERE {name(key)} {among} ORDER BY {order}"  # noqa: S608  # our own names
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(values)] if postgresql else _for_sqlite(values))
        rows = cursor.fetchall()
    if postgresql or not rows:
        yield from rows
        return
    known = _Identifiers()
    by_column = list(zip(*rows, strict=True))
    for place, column in enumerate(columns):
        if _is_identifier(fields[column]):
            by_column[place] = tuple(known[text] for text in by_column[place])
    yield from zip(*by_column, strict=True)


def _is_identifier(field: models.Field[Any, Any]) -> bool:
    return isinstance(field.target_field if isinstance(field, models.ForeignKey) else field, models.UUIDField)


class _Identifiers(dict[str | None, UUID | None]):
    """Identifiers by the text that SQLite keeps of them; rows that name the same one share it."""

    def __missing__(self, text: str | None) -> UUID | None:
        self[text] = identifier = None if text is None else UUID(int=int(text, 16))
        return identifier


def _for_sqlite(row: Sequence[Any]) -> list[Any]:
    """SQLite has neither identifiers nor days nor moments of its own; Django keeps them as text, and reads days back by
    itself."""
    return [value if (write := _AS_TEXT.get(type(value))) is None else write(value) for value in row]


_AS_TEXT: dict[type, Callable[[Any], str]] = {
    UUID: lambda value: value.hex,
    date: date.isoformat,
    # As isoformat(" ") would, at a fifth of its time.
    datetime: lambda value: to_builtins(value.astimezone(UTC)).replace("T", " ").removesuffix("Z"),
}
