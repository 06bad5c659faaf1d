"""A contact has its own moment: what was said by phone at ten may be noted at noon."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, lift_append_only

TABLE = "deciding_contact"
COLUMNS = ["id", "slot_id", "way", "reached", "words", "made_id", "moment"]


def lift(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """A column is added to the log of contacts."""
    lift_append_only(editor, TABLE)


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Nothing of the log ever changes, its new column neither."""
    append_only(editor, TABLE, COLUMNS, once=[])


class Migration(migrations.Migration):
    dependencies = [("deciding", "0002_rulings_and_signed_papers")]

    operations = [
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField(
            model_name="contact",
            name="moment",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
