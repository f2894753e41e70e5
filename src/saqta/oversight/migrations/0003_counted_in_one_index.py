import django.db.models.deletion
from django.db import migrations, models

FILL = """
UPDATE oversight_stay SET
    region = (SELECT substr(i.region, 1, 2) FROM oversight_inspection i WHERE i.id = inspection_id),
    funding = (SELECT i.funding FROM oversight_inspection i WHERE i.id = inspection_id),
    facility_id = (SELECT i.facility_id FROM oversight_inspection i WHERE i.id = inspection_id),
    outcome = CASE WHEN state = 'completed' THEN (
        SELECT CASE WHEN i.results_annulled THEN 'annulled' ELSE i.outcome END
        FROM oversight_inspection i WHERE i.id = inspection_id) END
"""
MEASURES = """
UPDATE oversight_measure SET
    region = (SELECT substr(i.region, 1, 2) FROM oversight_inspection i WHERE i.id = inspection_id)
"""


class Migration(migrations.Migration):
    """What reports divide by stands in what they count. Rows written before get it from their inspections."""

    # PostgreSQL changes no table whose rows were changed in the same transaction and whose references wait for its end.
    atomic = False

    dependencies = [
        ("oversight", "0002_constraints_and_null"),
        ("registry", "0003_clinics"),
    ]

    operations = [
        migrations.RemoveIndex(model_name="stay", name="stay_on_a_day"),
        migrations.RemoveIndex(model_name="measure", name="measure_counted"),
        migrations.AddField("stay", "region", models.CharField(max_length=2, null=True)),
        migrations.AddField("stay", "funding", models.CharField(max_length=9, null=True)),
        migrations.AddField("stay", "outcome", models.CharField(max_length=13, null=True)),
        migrations.AddField(
            "stay",
            "facility",
            models.ForeignKey(
                null=True,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.facility",
            ),
        ),
        migrations.AddField("measure", "region", models.CharField(max_length=2, null=True)),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(MEASURES, migrations.RunSQL.noop),
        migrations.AlterField("stay", "region", models.CharField(max_length=2)),
        migrations.AlterField(
            "stay",
            "facility",
            models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="registry.facility",
            ),
        ),
        migrations.AlterField("measure", "region", models.CharField(max_length=2)),
        migrations.AddIndex(
            "stay",
            models.Index(
                fields=["state", "region", "funding", "outcome", "start", "until", "facility"], name="stay_counted"
            ),
        ),
        migrations.AddIndex(
            "measure",
            models.Index(fields=["kind", "region", "state", "taken_on", "ended_on", "amount"], name="measure_counted"),
        ),
        migrations.AddConstraint(
            "stay",
            models.CheckConstraint(
                condition=models.Q(
                    ("outcome", None),
                    models.Q(("outcome__in", ("violations", "no_violations", "annulled")), ("state", "completed")),
                    _connector="OR",
                ),
                name="stay_outcome_is_of_a_completed_inspection",
            ),
        ),
    ]
