"""Taking what is due from a queue: each row for one worker, until its lease is over."""

from __future__ import annotations

from typing import TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


def nobody_takes(rows: QuerySet[M]) -> QuerySet[M]:
    """Those of the rows that nobody else is taking at this moment, locked until the transaction ends. SQLite has one
    writer at a time by itself."""
    if connection.features.has_select_for_update_skip_locked:
        return rows.select_for_update(skip_locked=True)
    return rows
