"""Forms by version; what was published never changes."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import settled_once


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    settled_once(editor, "funding_formversion", "published_id")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("ledger", "0006_letter_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="FormVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("number", models.PositiveIntegerField(verbose_name="version")),
                ("document", models.JSONField()),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "made",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "published",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("code", "number"), name="form_version_number"),
                    models.UniqueConstraint(
                        condition=models.Q(("published", None)),
                        fields=("code",),
                        name="form_version_one_draft",
                    ),
                ],
            },
        ),
        migrations.RunPython(keep, migrations.RunPython.noop, elidable=False),
    ]
