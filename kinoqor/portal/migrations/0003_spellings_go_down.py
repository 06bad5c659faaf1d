"""The spellings move to the register, where whoever settles a card can write them; set-up writes them anew there."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    if editor.connection.vendor != "postgresql":  # there the index goes with its table
        for trigger in ("changed", "out", "in"):
            editor.execute(f"DROP TRIGGER portal_spelling_{trigger}")
        editor.execute("DROP TABLE portal_spelling_grams")


class Migration(migrations.Migration):
    dependencies = [("portal", "0002_grams")]
    operations = [
        migrations.RunPython(forwards),
        migrations.DeleteModel("Spelling"),
        migrations.DeleteModel("Gram"),
    ]
