"""Nobody approves what they wrote: the database itself refuses, whoever asks."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

_SAME_PERSON = (
    "EXISTS (SELECT 1 FROM notices_version WHERE id = NEW.version_id "
    "AND lower(trim(drafted_by)) = lower(trim(NEW.approved_by)))"
)
_FUNCTION = f"""
CREATE OR REPLACE FUNCTION saqta_two_people() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF {_SAME_PERSON} THEN
    RAISE EXCEPTION 'another person approves a notice' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$
"""


def two_people() -> RunPython:
    """A migration after which an approval by the author of the version is refused."""

    def protect(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(_FUNCTION)
            editor.execute(
                "CREATE TRIGGER notices_approval_two_people BEFORE INSERT ON notices_approval "
                "FOR EACH ROW EXECUTE FUNCTION saqta_two_people()"
            )
            return
        editor.execute(
            f"CREATE TRIGGER notices_approval_two_people BEFORE INSERT ON notices_approval WHEN {_SAME_PERSON} "
            "BEGIN SELECT RAISE(ABORT, 'another person approves a notice'); END"
        )

    return RunPython(protect, RunPython.noop)
