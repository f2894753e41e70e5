from django.db import migrations, models

from saqta.journal.append_only import append_only


class Migration(migrations.Migration):
    """What was told twice under one key is one complaint."""

    dependencies = [
        ("oversight", "0004_what_was_told"),
    ]

    operations = [
        migrations.AddField(
            model_name="complaintaccount",
            name="key",
            field=models.BinaryField(max_length=16, null=True, unique=True),
        ),
        # SQLite makes a table anew for a column that must be unique, and what protected it is gone.
        append_only("oversight_complaintaccount"),
    ]
