"""The journal is append-only; the database itself refuses otherwise."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    columns = ["id", "at", "code", "voice", "subject", "why", "details"]
    append_only(editor, "ledger_deed", columns, once=["details"])


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
