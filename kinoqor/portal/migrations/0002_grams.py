"""The index of three-letter pieces over spellings: FTS5 on SQLite, pg_trgm on PostgreSQL."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    "CREATE VIRTUAL TABLE portal_spelling_grams USING fts5("
    "opened, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1')",
    "CREATE TRIGGER portal_spelling_in AFTER INSERT ON portal_spelling BEGIN "
    "INSERT INTO portal_spelling_grams(rowid, opened) VALUES (NEW.id, ' ' || NEW.folded); END",
    "CREATE TRIGGER portal_spelling_out AFTER DELETE ON portal_spelling BEGIN "
    "INSERT INTO portal_spelling_grams(portal_spelling_grams, rowid, opened) "
    "VALUES ('delete', OLD.id, ' ' || OLD.folded); END",
    "CREATE TRIGGER portal_spelling_changed BEFORE UPDATE OF folded ON portal_spelling BEGIN "
    "SELECT RAISE(ABORT, 'a spelling is written anew, not changed'); END",
)
NO_SQLITE = (
    "DROP TRIGGER portal_spelling_changed",
    "DROP TRIGGER portal_spelling_out",
    "DROP TRIGGER portal_spelling_in",
    "DROP TABLE portal_spelling_grams",
)
POSTGRES = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX portal_spelling_grams ON portal_spelling USING gin ((' ' || folded) gin_trgm_ops)",
)
NO_POSTGRES = ("DROP INDEX portal_spelling_grams",)


def forwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRES if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(statement)


def backwards(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in NO_POSTGRES if editor.connection.vendor == "postgresql" else NO_SQLITE:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("portal", "0001_spellings")]
    operations = [migrations.RunPython(forwards, backwards)]
