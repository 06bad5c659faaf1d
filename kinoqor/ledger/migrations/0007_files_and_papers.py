"""Files and papers, append-only."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only

FILE = (
    "id", "holder", "slot", "place", "version", "name", "kind", "size", "digest", "sent_digest", "at", "sent_id",
    "scan", "gone_id",
)  # fmt: skip
PAPER = ("id", "number", "kind", "holder", "language", "facts", "seal", "digest", "size", "at", "deed_id")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "ledger_file", FILE, once=["scan", "gone_id"])
    # What a paper says is compared by its digest: JSON has no equality on every database.
    append_only(editor, "ledger_paper", [each for each in PAPER if each != "facts"], once=[])


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0006_letter_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="File",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("holder", models.CharField(max_length=80)),
                ("slot", models.CharField(max_length=60)),
                ("place", models.PositiveSmallIntegerField()),
                ("version", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=120)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("jpeg", "JPEG"),
                            ("png", "PNG"),
                            ("xlsx", "XLSX"),
                            ("docx", "DOCX"),
                        ],
                        max_length=8,
                    ),
                ),
                ("size", models.PositiveBigIntegerField()),
                ("digest", models.CharField(max_length=64)),
                ("sent_digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                (
                    "scan",
                    models.CharField(
                        choices=[("clean", "scanned: no virus found"), ("infected", "a virus was found")],
                        max_length=8,
                        null=True,
                    ),
                ),
                (
                    "gone",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "sent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="ledger.deed"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["digest"], name="file_digest")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("holder", "slot", "place", "version"), name="one_file_a_version"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gone", None)),
                        fields=("holder", "slot", "place"),
                        name="one_file_a_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=60, unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("holder", models.CharField(max_length=80)),
                ("language", models.CharField(max_length=2)),
                ("facts", models.JSONField()),
                ("seal", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="ledger.deed"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["digest"], name="paper_digest"),
                    models.Index(fields=["holder"], name="paper_holder"),
                ],
            },
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
