"""Claims are append-only: withdrawing one fills `withdrawn` once; nothing else changes, nothing goes."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only

COLUMNS = [
    "id", "subject_id", "prop", "value", "target_id", "qualifiers", "lang", "script", "note", "rank", "source_id",
    "sender", "fingerprint", "stated_id", "withdrawn_id",
]  # fmt: skip


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "register_claim", COLUMNS, once=["withdrawn_id"])


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [migrations.RunPython(forwards, migrations.RunPython.noop)]
