import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, settled_once

POINTED = ["id", "application_id", "filing_id", "points", "day", "shuts", "deed_id"]
NOTICE = [*POINTED, "reminded_id", "ran_out_id"]
REFUSAL = [*POINTED, "notice_id", "code", "called", "clause", "words", "lifted_id"]


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What was judged, noticed, refused and answered is never changed; what follows on it is named once."""
    append_only(
        editor, "funding_judgement", ["id", "filing_id", "code", "judged", "words", "deed_id"], once=[]
    )
    append_only(editor, "funding_notice", NOTICE, once=["reminded_id", "ran_out_id"])
    append_only(editor, "funding_refusal", REFUSAL, once=["lifted_id"])
    settled_once(editor, "funding_complaint", "answered_id")


class Migration(migrations.Migration):
    dependencies = [
        ("funding", "0006_company_files"),
        ("ledger", "0006_letter_names"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("points", models.JSONField()),
                ("day", models.DateField()),
                ("shuts", models.DateTimeField()),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="funding.application",
                    ),
                ),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="funding.filing",
                    ),
                ),
                (
                    "ran_out",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "reminded",
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
            name="Refusal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("called", models.JSONField()),
                ("clause", models.JSONField(default=dict)),
                ("words", models.TextField()),
                ("points", models.JSONField(default=list)),
                ("day", models.DateField(null=True)),
                ("shuts", models.DateTimeField(null=True)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refusals",
                        to="funding.application",
                    ),
                ),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refusals",
                        to="funding.filing",
                    ),
                ),
                (
                    "lifted",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refusals",
                        to="funding.notice",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Complaint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField()),
                ("day", models.DateField(null=True)),
                ("shuts", models.DateTimeField(null=True)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("open", "waits for its answer"),
                            ("upheld", "upheld: the file is checked again"),
                            ("rejected", "rejected: the refusal stands"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("reply", models.TextField(blank=True)),
                (
                    "answered",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "refusal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaint",
                        to="funding.refusal",
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
                ("code", models.CharField(max_length=40)),
                (
                    "judged",
                    models.CharField(
                        choices=[("met", "in order"), ("fault", "a fault"), ("apart", "does not apply here")],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="funding.filing",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["filing", "code", "-id"], name="check_judgement")],
            },
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["application", "-id"], name="check_notice"),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("ran_out", None)), fields=["shuts"], name="check_notice_shuts"
            ),
        ),
        migrations.AddIndex(
            model_name="refusal",
            index=models.Index(fields=["application", "-id"], name="check_refusal"),
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["answer", "shuts"], name="complaint_answer"),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
