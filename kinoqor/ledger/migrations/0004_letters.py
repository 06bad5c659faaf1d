"""Letters, append-only, and their ways."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    columns = [
        "id",
        "deed_id",
        "receiver",
        "kind",
        "language",
        "subject_line",
        "body",
        "digest",
        "about",
        "at",
    ]
    append_only(editor, "ledger_letter", columns, once=[])


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0003_deed_hat"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("receiver", models.CharField(blank=True, max_length=80)),
                ("kind", models.CharField(max_length=40)),
                ("language", models.CharField(max_length=2)),
                ("subject_line", models.CharField(max_length=200)),
                ("body", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("about", models.CharField(blank=True, max_length=40)),
                ("at", models.DateTimeField()),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="ledger.deed"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Sending",
            fields=[
                (
                    "letter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="sending",
                        serialize=False,
                        to="ledger.letter",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=254)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits to be sent"),
                            ("held", "waits for the daily letter"),
                            ("handing", "is being handed to the mail server"),
                            ("sent", "sent"),
                            ("unsure", "may have been sent"),
                            ("failed", "could not be sent"),
                            ("dropped", "only kept here"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("secret_body", models.TextField(blank=True)),
                ("message_id", models.CharField(max_length=120)),
                ("changed", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("trouble", models.CharField(blank=True, max_length=300)),
                (
                    "daily",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="named",
                        to="ledger.letter",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["receiver", "-at"], name="letter_receiver"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["about", "-at"], name="letter_about"),
        ),
        migrations.AddIndex(
            model_name="sending",
            index=models.Index(fields=["state", "changed"], name="sending_state"),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
