import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, settled_once

ONCE = [
    "frozen", "digest", "codes", "beacon", "due", "chance", "seed", "result", "result_digest",
    "frozen_by_id", "drawn_by_id", "released_by_id", "cancelled_by_id",
]  # fmt: skip
DRAW = ["id", "version_id", "stage", "phase", "body_id", "salt", "source", "announced", "made_id", *ONCE]
READING = [
    "id", "draw_id", "application_id", "member_id", "user_id", "fit", "units", "of", "instead_id", "given_id", "ended_id",
]  # fmt: skip
PHOTOGRAPH = ["id", "body_id", "about", "day", "members", "shut_out", "digest", "deed_id"]
OPENING = [
    "id", "version_id", "stage", "phase", "photograph_id", "reviews", "missing", "digest", "deed_id",
]  # fmt: skip


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What was drawn, given, handed in, opened and sent is never changed; what follows on it is named once."""
    append_only(editor, "judging_photograph", PHOTOGRAPH, once=[])
    append_only(editor, "judging_draw", DRAW, once=ONCE)
    append_only(editor, "judging_reading", READING, once=["ended_id"])
    settled_once(editor, "judging_review", "handed_id")
    append_only(editor, "judging_opening", OPENING, once=[])
    append_only(editor, "judging_influences", ["id", "opening_id", "found", "digest", "deed_id"], once=[])
    settled_once(editor, "judging_feedback", "sent_id")


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0005_expert"),
        ("funding", "0011_conflicts"),
        ("ledger", "0007_files_and_papers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Body",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ref", models.SlugField(max_length=60, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("council", "council"),
                            ("section", "section of the council"),
                            ("commission", "commission"),
                        ],
                        max_length=10,
                    ),
                ),
                ("name", models.JSONField()),
                ("act", models.CharField(max_length=300)),
                ("quorum", models.PositiveSmallIntegerField()),
                ("chair_breaks_ties", models.BooleanField(default=False)),
                ("media", models.JSONField(default=list)),
                (
                    "closed",
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
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bodies",
                        to="funding.programme",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Draw",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(max_length=40)),
                ("phase", models.PositiveSmallIntegerField(default=1)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("prepared", "being prepared"),
                            ("frozen", "frozen; the public number is awaited"),
                            ("drawn", "drawn; not released yet"),
                            ("released", "released to the readers"),
                            ("cancelled", "cancelled"),
                        ],
                        default="prepared",
                        max_length=10,
                    ),
                ),
                ("salt", models.CharField(max_length=64)),
                ("frozen", models.TextField(null=True)),
                ("digest", models.CharField(max_length=64, null=True)),
                ("codes", models.JSONField(null=True)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("drand", "the public beacon drand"),
                            ("numbers", "numbers drawn before witnesses"),
                        ],
                        max_length=8,
                    ),
                ),
                ("beacon", models.PositiveBigIntegerField(null=True)),
                ("announced", models.JSONField(default=list)),
                ("due", models.DateTimeField(null=True)),
                ("chance", models.TextField(null=True)),
                ("seed", models.CharField(max_length=64, null=True)),
                ("result", models.TextField(null=True)),
                ("result_digest", models.CharField(max_length=64, null=True)),
                ("progress", models.JSONField(default=dict)),
                ("trouble", models.TextField(blank=True)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="draws", to="judging.body"
                    ),
                ),
                (
                    "cancelled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "drawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "frozen_by",
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
                    "released_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draws",
                        to="funding.callversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chair", models.BooleanField(default=False)),
                ("languages", models.JSONField(default=list)),
                ("most", models.PositiveSmallIntegerField(null=True)),
                ("known", models.JSONField(default=dict)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="members", to="judging.body"
                    ),
                ),
                (
                    "made",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "seat",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="membership",
                        to="accounts.seat",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stage", models.CharField(max_length=40)),
                ("phase", models.PositiveSmallIntegerField(default=1)),
                ("reviews", models.PositiveIntegerField()),
                ("missing", models.PositiveIntegerField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="funding.callversion",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Influences",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("found", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                (
                    "deed",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "opening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="influences",
                        to="judging.opening",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pieces", models.JSONField(default=list)),
                ("language", models.CharField(max_length=2)),
                ("revision", models.PositiveIntegerField(default=1)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="funding.application",
                    ),
                ),
                (
                    "checked",
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
                    "sent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "opening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feedback",
                        to="judging.opening",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Photograph",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=80)),
                ("day", models.DateField()),
                ("members", models.JSONField()),
                ("shut_out", models.JSONField(default=list)),
                ("digest", models.CharField(max_length=64)),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="photographs",
                        to="judging.body",
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
        migrations.AddField(
            model_name="opening",
            name="photograph",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="openings", to="judging.photograph"
            ),
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fit", models.PositiveIntegerField(default=0)),
                ("units", models.PositiveIntegerField(default=0)),
                ("of", models.PositiveIntegerField(default=1)),
                (
                    "application",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="funding.application",
                    ),
                ),
                (
                    "draw",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="judging.draw",
                    ),
                ),
                (
                    "ended",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.deed",
                    ),
                ),
                (
                    "given",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.deed"
                    ),
                ),
                (
                    "instead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replacements",
                        to="judging.reading",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="judging.member",
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
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("marks", models.JSONField(default=dict)),
                ("reasons", models.JSONField(default=dict)),
                ("council", models.TextField(blank=True)),
                ("language", models.CharField(max_length=2)),
                ("revision", models.PositiveIntegerField(default=1)),
                ("changed", models.DateTimeField()),
                ("salt", models.CharField(max_length=64)),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "handed",
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
                    "reading",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review",
                        to="judging.reading",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="draw",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_by", None)),
                fields=("version", "stage", "phase", "body"),
                name="one_draw_a_phase",
            ),
        ),
        migrations.AddConstraint(
            model_name="feedback",
            constraint=models.UniqueConstraint(fields=("application", "opening"), name="one_feedback"),
        ),
        migrations.AddConstraint(
            model_name="opening",
            constraint=models.UniqueConstraint(
                fields=("version", "stage", "phase"), name="one_opening_a_phase"
            ),
        ),
        migrations.AddIndex(
            model_name="reading",
            index=models.Index(fields=["user", "application"], name="reading_user"),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended", None)),
                fields=("application", "user"),
                name="one_reading_a_reader",
            ),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
