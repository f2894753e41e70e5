"""What one person wrote another one settles: the database itself refuses the same one, whoever asks."""

from __future__ import annotations

from typing import NamedTuple

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython


class Written(NamedTuple):
    """Where the first person stands: the table, the column with the name in the journal, the key by which the second
    row names the first, and the key of the first."""

    table: str
    by: str
    named_by: str
    key: str = "id"


def two_people(table: str, by: str, first: Written) -> RunPython:
    """A migration after which ``table`` takes no row whose ``by`` is the one who wrote the row of ``first`` that it
    names, however the name is spaced or capitalised."""
    same = (
        f"EXISTS (SELECT 1 FROM {first.table} WHERE {first.key} = NEW.{first.named_by} "  # noqa: S608  # our own names
        f"AND lower(trim({first.by})) = lower(trim(NEW.{by})))"
    )

    def protect(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        trigger = f"{table}_two_people"
        if editor.connection.vendor == "postgresql":
            editor.execute(_FUNCTION.format(trigger=trigger, same=same))
            editor.execute(
                f"CREATE TRIGGER {trigger} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION saqta_{trigger}()"
            )
            return
        editor.execute(
            f"CREATE TRIGGER {trigger} BEFORE INSERT ON {table} WHEN {same} BEGIN SELECT RAISE(ABORT, '{_SAYS}'); END"
        )

    return RunPython(protect, RunPython.noop)


_SAYS = "another person settles what one wrote"
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION saqta_{{trigger}}() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF {{same}} THEN
    RAISE EXCEPTION '{_SAYS}' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$
"""
