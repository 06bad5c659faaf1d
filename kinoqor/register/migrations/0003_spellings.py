"""The spellings of names, by which cards are found, and the index of three-letter pieces over them."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.register.spelling.adapters import postgresql, sqlite


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    (postgresql if editor.connection.vendor == "postgresql" else sqlite).install(editor)


def backwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    (postgresql if editor.connection.vendor == "postgresql" else sqlite).remove(editor)


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="Gram",
            fields=[
                ("gram", models.CharField(max_length=3, primary_key=True, serialize=False)),
                ("spellings", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Spelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("text", models.TextField()),
                ("lang", models.CharField(blank=True, max_length=8)),
                ("folded", models.CharField(db_index=True, max_length=200)),
                ("bones", models.CharField(max_length=200)),
                ("standing", models.SmallIntegerField()),
                ("weight", models.SmallIntegerField(default=0)),
                ("year", models.SmallIntegerField(null=True)),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="register.subject"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["bones"], name="spelling_by_bones")],
            },
        ),
        migrations.RunPython(forwards, backwards),
    ]
