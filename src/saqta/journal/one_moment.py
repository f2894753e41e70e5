"""Reading the register as it was at one moment, while others go on writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction


@contextmanager
def one_moment() -> Iterator[None]:
    """All that is read inside is of the moment of the first reading, and nobody who writes has to wait for it. Nothing
    is to be written inside. While it lasts the database keeps what is changed meanwhile twice, so that its files grow
    by as much."""
    database: Any = connection
    if database.vendor == "postgresql":
        with transaction.atomic():
            with database.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield
        return
    database.ensure_connection()  # which sets how transactions begin
    usual = database.transaction_mode
    database.transaction_mode = "DEFERRED"  # the usual ones begin by locking out whoever writes
    try:
        with transaction.atomic():
            yield
    finally:
        database.transaction_mode = usual
