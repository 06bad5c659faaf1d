"""Pieces of three letters in SQLite: an FTS5 table with the trigram tokenizer, kept in step by triggers."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

INSTALL = (
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
REMOVE = (
    "DROP TRIGGER portal_spelling_changed",
    "DROP TRIGGER portal_spelling_out",
    "DROP TRIGGER portal_spelling_in",
    "DROP TABLE portal_spelling_grams",
)


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index; called from a migration."""
    for statement in INSTALL:
        editor.execute(statement)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away again."""
    for statement in REMOVE:
        editor.execute(statement)


def holding(conjunctions: Sequence[Sequence[str]]) -> tuple[str, list[str]]:
    """(condition on portal_spelling s, its values): holds all pieces of at least one conjunction.

    Pieces are a-z, 0-9 and space only.
    """
    wanted = " OR ".join("(" + " AND ".join(f'"{gram}"' for gram in grams) + ")" for grams in conjunctions)
    inside = "SELECT rowid FROM portal_spelling_grams WHERE portal_spelling_grams MATCH %s LIMIT 3000"
    return f"s.id IN ({inside})", [wanted]


def beginning(start: str) -> tuple[str, list[str]]:
    """(condition, values): spellings whose folding begins so."""
    return "s.folded >= %s AND s.folded < %s", [start, start + "\x7f"]


def tidy(cursor: CursorWrapper) -> None:
    """After many rows were written: bring the pieces of the index together."""
    cursor.execute("INSERT INTO portal_spelling_grams(portal_spelling_grams) VALUES ('optimize')")
