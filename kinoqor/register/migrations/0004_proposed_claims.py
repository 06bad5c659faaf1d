"""Claims that were only proposed, and when they were published."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, lift_append_only

COLUMNS = [
    "id",
    "subject_id",
    "prop",
    "value",
    "target_id",
    "qualifiers",
    "lang",
    "script",
    "note",
    "rank",
    "source_id",
    "sender",
    "fingerprint",
    "stated_id",
    "proposed",
    "published_id",
    "withdrawn_id",
]


def lift(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lift_append_only(editor, "register_claim")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "register_claim", COLUMNS, once=["published_id", "withdrawn_id"])


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0004_letters"),
        ("register", "0003_spellings"),
    ]

    operations = [
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField(
            model_name="claim",
            name="proposed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="claim",
            name="published",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ledger.deed",
            ),
        ),
        migrations.AddIndex(
            model_name="claim",
            index=models.Index(
                condition=models.Q(("proposed", True), ("published", None), ("withdrawn", None)),
                fields=["subject"],
                name="claim_waiting",
            ),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
