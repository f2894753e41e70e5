"""What somebody can do to a register who owns its database and asks nobody."""

from __future__ import annotations

from django.db import connection


def tamper(statement: str) -> None:
    """Runs the statement with triggers and references switched off, and leaves them so."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA foreign_keys = OFF")
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (trigger,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {trigger}")
        else:
            cursor.execute("SET session_replication_role = replica")
        cursor.execute(statement)
