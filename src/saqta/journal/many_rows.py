"""Many new rows at once, past the layer that would make an object of each: a feed brings a million of them.

PostgreSQL gets them by COPY, SQLite by one prepared statement. Constraints and triggers see every row all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, models


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


def _for_sqlite(row: Sequence[Any]) -> list[Any]:
    """SQLite has neither identifiers nor days of its own; Django keeps both as text."""
    return [_AS_TEXT[type(value)](value) if type(value) in _AS_TEXT else value for value in row]


_AS_TEXT: dict[type, Callable[[Any], str]] = {
    UUID: lambda value: value.hex,
    date: date.isoformat,
}
