"""Judgements on whether two subjects are one, and under whose number a subject is shown because of them."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only

COLUMNS = ["id", "one_id", "other_id", "judged", "made_id", "withdrawn_id"]


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "register_judgement", COLUMNS, once=["withdrawn_id"])


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0004_letters"),
        ("register", "0004_proposed_claims"),
    ]

    operations = [
        migrations.CreateModel(
            name="Merged",
            fields=[
                (
                    "subject",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="merged",
                        serialize=False,
                        to="register.subject",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="led", to="register.subject"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "judged",
                    models.CharField(
                        choices=[("same", "the same"), ("not_same", "not the same"), ("unsure", "unsure")],
                        max_length=8,
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judged_first",
                        to="register.subject",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judged_second",
                        to="register.subject",
                    ),
                ),
                (
                    "withdrawn",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("other"))), name="judgement_in_order"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn", None)),
                        fields=("one", "other"),
                        name="judgement_stands_once",
                    ),
                ],
            },
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
