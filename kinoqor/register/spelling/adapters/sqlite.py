"""Pieces of three letters in SQLite: an FTS5 table with the trigram tokenizer, kept in step by triggers."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

INSTALL = (
    "CREATE VIRTUAL TABLE register_spelling_grams USING fts5("
    "opened, content='', columnsize=0, detail=none, tokenize='trigram case_sensitive 1')",
    "CREATE TRIGGER register_spelling_in AFTER INSERT ON register_spelling BEGIN "
    "INSERT INTO register_spelling_grams(rowid, opened) VALUES (NEW.id, ' ' || NEW.folded); END",
    "CREATE TRIGGER register_spelling_out AFTER DELETE ON register_spelling BEGIN "
    "INSERT INTO register_spelling_grams(register_spelling_grams, rowid, opened) "
    "VALUES ('delete', OLD.id, ' ' || OLD.folded); END",
    "CREATE TRIGGER register_spelling_changed BEFORE UPDATE OF folded ON register_spelling BEGIN "
    "SELECT RAISE(ABORT, 'a spelling is written anew, not changed'); END",
)
REMOVE = (
    "DROP TRIGGER register_spelling_changed",
    "DROP TRIGGER register_spelling_out",
    "DROP TRIGGER register_spelling_in",
    "DROP TABLE register_spelling_grams",
)


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index; called from a migration."""
    for statement in INSTALL:
        editor.execute(statement)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away again."""
    for statement in REMOVE:
        editor.execute(statement)


def holding(wanted: Sequence[tuple[Sequence[str], Sequence[str]]]) -> tuple[str, list[str]]:
    """(condition on register_spelling s, its values): holds each piece of the first and some of the second of a pair.

    Pieces are a-z, 0-9 and space only.
    """
    asked = " OR ".join("(" + " AND ".join([*map(_quoted, each), *_any(some)]) + ")" for each, some in wanted)
    inside = "SELECT rowid FROM register_spelling_grams WHERE register_spelling_grams MATCH %s LIMIT 3000"
    return f"s.id IN ({inside})", [asked]


def _quoted(gram: str) -> str:
    return f'"{gram}"'


def _any(some: Sequence[str]) -> list[str]:
    return ["(" + " OR ".join(map(_quoted, some)) + ")"] if some else []


def beginning(start: str) -> tuple[str, list[str]]:
    """(condition with order, values): spellings whose folding begins so, sign by sign."""
    return "s.folded >= %s AND s.folded < %s ORDER BY s.folded", [start, start + "\x7f"]


def tidy(cursor: CursorWrapper) -> None:
    """After many rows were written: bring the pieces of the index together."""
    cursor.execute("INSERT INTO register_spelling_grams(register_spelling_grams) VALUES ('optimize')")
