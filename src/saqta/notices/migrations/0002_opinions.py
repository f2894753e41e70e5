import django.db.models.deletion
from django.db import migrations, models

from saqta.journal.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0002_reads"),
        ("notices", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=80)),
                ("verdict", models.CharField(max_length=12, null=True)),
                ("opinion", models.CharField(max_length=10)),
                ("language", models.CharField(max_length=2)),
                ("told_on", models.DateField()),
                (
                    "recorded",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="journal.entry",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place", models.CharField(max_length=80)),
                ("settled_by", models.CharField(max_length=64)),
                ("settled_at", models.DateTimeField()),
                (
                    "last",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="notices.opinion"
                    ),
                ),
                (
                    "recorded",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="journal.entry",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="opinion",
            index=models.Index(fields=["place", "id"], name="opinions_of_an_answer"),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.CheckConstraint(
                condition=models.Q(("opinion__in", ("helped", "not-helped", "wrong-law"))), name="opinion_is_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("verdict", None), ("verdict__in", ("yes", "no", "depends", "undetermined")), _connector="OR"
                ),
                name="opinion_is_of_a_known_verdict",
            ),
        ),
        migrations.AddConstraint(
            model_name="opinion",
            constraint=models.CheckConstraint(
                condition=models.Q(("place", ""), _negated=True), name="opinion_is_of_an_answer"
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.UniqueConstraint(fields=("place", "last"), name="opinions_are_settled_once"),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(("settled_by", ""), _negated=True), name="settlement_of_opinions_has_an_actor"
            ),
        ),
        append_only("notices_opinion"),
        append_only("notices_settlement"),
    ]
