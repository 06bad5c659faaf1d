"""What a time-stamping authority has dated of the public record, append-only."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only

STAMP = ("id", "head_id", "answer", "said", "deed_id")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "ledger_stamp", STAMP, once=[])


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0008_the_public_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="Stamp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("answer", models.BinaryField()),
                ("said", models.DateTimeField()),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "head",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="stamp", to="ledger.head"
                    ),
                ),
            ],
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
