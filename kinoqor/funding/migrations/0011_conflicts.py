import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only

CONFLICT = [
    "id", "holder", "user_id", "kind", "grade", "voice", "path", "age", "weight", "words", "key", "made_id", "gone_id",
]  # fmt: skip


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """A conflict is never changed: that it is gone is named once, and what was decided stands beside it."""
    append_only(editor, "funding_conflict", CONFLICT, once=["gone_id"])
    append_only(editor, "funding_decision", ["id", "conflict_id", "status", "deed_id"], once=[])


class Migration(migrations.Migration):
    dependencies = [
        ("funding", "0010_titles_folded"),
        ("ledger", "0007_files_and_papers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Conflict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("holder", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("self", "takes part in the film"),
                            ("family", "family"),
                            ("owner", "owns the company that applies"),
                            ("employer", "works or worked for the company that applies"),
                            ("debt", "debt or dispute"),
                            ("taught", "teacher or pupil"),
                            ("rival", "applies in the same stream"),
                            ("credit", "made a film together"),
                            ("company", "belonged to one company"),
                            ("crew", "worked on the same films"),
                            ("remote", "connected through somebody else"),
                            ("declared", "declared for another reason"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "grade",
                    models.CharField(choices=[("barred", "barred"), ("warned", "warned")], max_length=8),
                ),
                (
                    "voice",
                    models.CharField(
                        choices=[
                            ("member", "declared by the member"),
                            ("applicant", "declared by the applicant"),
                            ("register", "found in the register"),
                            ("report", "reported"),
                        ],
                        max_length=10,
                    ),
                ),
                ("path", models.JSONField(default=list)),
                ("age", models.PositiveSmallIntegerField(default=0)),
                ("weight", models.PositiveSmallIntegerField(default=1000)),
                ("words", models.TextField(blank=True)),
                ("key", models.CharField(max_length=64)),
                (
                    "gone",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "not decided yet"),
                            ("upheld", "upheld"),
                            ("dismissed", "dismissed"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "conflict",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="funding.conflict",
                    ),
                ),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="conflict",
            index=models.Index(fields=["user", "holder"], name="conflict_user"),
        ),
        migrations.AddIndex(
            model_name="conflict",
            index=models.Index(fields=["holder"], name="conflict_holder"),
        ),
        migrations.AddConstraint(
            model_name="conflict",
            constraint=models.UniqueConstraint(
                condition=models.Q(("gone", None)),
                fields=("holder", "user", "key"),
                name="one_conflict_a_key",
            ),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
