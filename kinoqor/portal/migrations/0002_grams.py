"""The index of three-letter pieces over spellings: FTS5 on SQLite, pg_trgm on PostgreSQL."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.portal.search.adapters import postgresql, sqlite


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    (postgresql if editor.connection.vendor == "postgresql" else sqlite).install(editor)


def backwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    (postgresql if editor.connection.vendor == "postgresql" else sqlite).remove(editor)


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_spellings")]
    operations = [migrations.RunPython(forwards, backwards)]
