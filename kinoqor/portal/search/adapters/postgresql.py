"""Pieces of three letters in PostgreSQL: a GIN index of pg_trgm over the opened folding."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

INSTALL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX portal_spelling_grams ON portal_spelling USING gin ((' ' || folded) gin_trgm_ops)",
)
REMOVE = ("DROP INDEX portal_spelling_grams",)


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index; called from a migration. The owner of the database may add this extension."""
    for statement in INSTALL:
        editor.execute(statement)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away again; the extension may serve others and stays."""
    for statement in REMOVE:
        editor.execute(statement)


def holding(conjunctions: Sequence[Sequence[str]]) -> tuple[str, list[str]]:
    """(condition on portal_spelling s, its values): holds all pieces of at least one conjunction."""
    one = "(' ' || s.folded) LIKE %s"
    wanted = " OR ".join("(" + " AND ".join([one] * len(grams)) + ")" for grams in conjunctions)
    return f"({wanted})", [f"%{gram}%" for grams in conjunctions for gram in grams]


def beginning(start: str) -> tuple[str, list[str]]:
    """(condition, values): spellings whose folding begins so."""
    return "s.folded LIKE %s", [start + "%"]


def tidy(cursor: CursorWrapper) -> None:
    """After many rows were written: let the planner know how many there are."""
    cursor.execute("ANALYZE portal_spelling")
