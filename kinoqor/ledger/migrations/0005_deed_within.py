"""The journal also keeps in the course of which deed another one was done."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, lift_append_only


def lift(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lift_append_only(editor, "ledger_deed")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    columns = ["id", "at", "code", "voice", "hat", "subject", "why", "details", "within_id"]
    append_only(editor, "ledger_deed", columns, once=["details"])


WITHIN = models.ForeignKey(
    db_index=False,
    null=True,
    on_delete=django.db.models.deletion.PROTECT,
    related_name="parts",
    to="ledger.deed",
)
ALONE, PART, SEATED = models.Q(within=None), ~models.Q(within=None), ~models.Q(hat="")


class Migration(migrations.Migration):
    dependencies = [("ledger", "0004_letters")]
    operations = [
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField("deed", "within", WITHIN),
        migrations.AddIndex("deed", models.Index(fields=["-at", "-id"], name="deed_at", condition=ALONE)),
        migrations.AddIndex("deed", models.Index(fields=["within"], name="deed_within", condition=PART)),
        migrations.AddIndex(
            "deed", models.Index(fields=["hat", "-at"], name="deed_hat_at", condition=SEATED)
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
