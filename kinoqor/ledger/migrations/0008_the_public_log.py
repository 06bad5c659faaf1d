"""The public log, append-only; the salt of a digest can be erased, and nothing else of it changes."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, only_emptied

LEAF = ("id", "index", "kind", "of", "text", "leaf_hash", "at", "deed_id")
HEAD = ("id", "size", "root", "key", "text", "at", "deed_id")
COSIGNATURE = ("id", "head_id", "witness", "text", "deed_id")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "ledger_leaf", LEAF, once=[])
    append_only(editor, "ledger_head", HEAD, once=[])
    append_only(editor, "ledger_cosignature", COSIGNATURE, once=[])
    append_only(editor, "ledger_salt", ["id", "digest", "deed_id", "erased_id"], once=["erased_id"])
    only_emptied(editor, "ledger_salt", "salt")


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0007_files_and_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Head",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("size", models.PositiveBigIntegerField(unique=True)),
                ("root", models.CharField(max_length=64)),
                ("key", models.CharField(max_length=300)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Salt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("salt", models.CharField(max_length=64, null=True)),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "erased",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Cosignature",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("witness", models.CharField(max_length=300)),
                ("text", models.TextField()),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "head",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cosignatures",
                        to="ledger.head",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("head", "witness"), name="one_cosignature_a_witness")
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("index", models.PositiveBigIntegerField(unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("of", models.CharField(max_length=80)),
                ("text", models.TextField()),
                ("leaf_hash", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="leaves", to="ledger.deed"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["of", "index"], name="leaf_of")],
            },
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
