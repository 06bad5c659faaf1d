"""The journal also keeps in which of their seats a person acted."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, lift_append_only


def lift(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lift_append_only(editor, "ledger_deed")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    columns = ["id", "at", "code", "voice", "hat", "subject", "why", "details"]
    append_only(editor, "ledger_deed", columns, once=["details"])


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_append_only")]
    operations = [
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField("deed", "hat", models.CharField(blank=True, default="", max_length=40)),
        migrations.AddIndex("deed", models.Index(fields=["voice", "-at"], name="deed_voice_at")),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
