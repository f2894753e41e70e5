"""Tables that only grow: the database itself refuses to change or remove a row, whoever asks."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

_FUNCTION = """
CREATE OR REPLACE FUNCTION saqta_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'this table only grows' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""


def append_only(table: str) -> RunPython:
    """A migration that protects ``table``; once more where a later migration made the table anew, as SQLite does for a
    constraint that changed, and lost its protection with it."""

    def protect(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(_FUNCTION)
            editor.execute(
                f"CREATE OR REPLACE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
                "FOR EACH STATEMENT EXECUTE FUNCTION saqta_append_only()"
            )
            return
        for event in ("UPDATE", "DELETE"):
            editor.execute(
                f"CREATE TRIGGER IF NOT EXISTS {table}_no_{event.lower()} BEFORE {event} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'this table only grows'); END"
            )

    return RunPython(protect, RunPython.noop)
