"""That nobody is attached to two clinics on one day: the database itself refuses, whoever asks."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import RunPython

_ANOTHER_STANDS = """
SELECT 1 FROM registry_attachment AS other
WHERE other.person_id = NEW.person_id AND other.withdrawn_id IS NULL
  AND (other.until IS NULL OR NEW.start < other.until) AND (NEW.until IS NULL OR other.start < NEW.until)
"""

_FUNCTION = f"""
CREATE FUNCTION saqta_one_clinic_at_a_time() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    -- Whoever attaches the same person at the same time waits here, and then sees the row.
    PERFORM 1 FROM registry_person WHERE id = NEW.person_id FOR NO KEY UPDATE;
    IF EXISTS ({_ANOTHER_STANDS} AND other.id <> NEW.id) THEN
        RAISE EXCEPTION 'a person is attached to one clinic at a time' USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NEW;
END $$
"""

_SQLITE = """
CREATE TRIGGER registry_attachment_{name} BEFORE {event} ON registry_attachment
WHEN NEW.withdrawn_id IS NULL AND EXISTS ({another})
BEGIN SELECT RAISE(ABORT, 'a person is attached to one clinic at a time'); END
"""


def one_clinic_at_a_time() -> RunPython:
    """A migration that protects the attachments that stand."""

    def protect(_apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
        if editor.connection.vendor == "postgresql":
            editor.execute(_FUNCTION)
            editor.execute(
                "CREATE TRIGGER registry_attachment_alone BEFORE INSERT OR UPDATE ON registry_attachment "
                "FOR EACH ROW WHEN (NEW.withdrawn_id IS NULL) EXECUTE FUNCTION saqta_one_clinic_at_a_time()"
            )
            return
        editor.execute(_SQLITE.format(name="added", event="INSERT", another=_ANOTHER_STANDS))
        editor.execute(
            _SQLITE.format(name="changed", event="UPDATE", another=f"{_ANOTHER_STANDS} AND other.id <> NEW.id")
        )

    return RunPython(protect, RunPython.noop)
