"""The films of a second phase stand with its draw from the beginning, and never change."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, lift_append_only

TABLE = "judging_draw"
ONCE = [
    "frozen", "digest", "codes", "beacon", "due", "chance", "seed", "result", "result_digest",
    "frozen_by_id", "drawn_by_id", "released_by_id", "cancelled_by_id",
]  # fmt: skip
DRAW = [
    "id", "version_id", "stage", "phase", "body_id", "salt", "source", "announced", "further", "made_id", *ONCE,
]  # fmt: skip


def lift(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """The table is to have one more column."""
    lift_append_only(editor, TABLE)


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """What a draw rests on never changes."""
    append_only(editor, TABLE, DRAW, once=ONCE)


class Migration(migrations.Migration):
    dependencies = [("judging", "0001_judging")]

    operations = [
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField("draw", "further", models.JSONField(null=True)),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
