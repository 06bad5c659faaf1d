"""Pieces of three letters in PostgreSQL: a GIN index of pg_trgm over the opened folding."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

INSTALL = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "CREATE INDEX register_spelling_grams ON register_spelling USING gin ((' ' || folded) gin_trgm_ops)",
)
REMOVE = ("DROP INDEX register_spelling_grams",)


def install(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index; called from a migration. The owner of the database may add this extension."""
    for statement in INSTALL:
        editor.execute(statement)


def remove(editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away again; the extension may serve others and stays."""
    for statement in REMOVE:
        editor.execute(statement)


def holding(wanted: Sequence[tuple[Sequence[str], Sequence[str]]]) -> tuple[str, list[str]]:
    """(condition on register_spelling s, its values): holds each piece of the first and some of the second of a pair.

    Pieces are a-z, 0-9 and space only.
    """
    conditions, values = [], []
    for each, some in wanted:
        parts = ["(' ' || s.folded) LIKE %s"] * len(each) + ["(' ' || s.folded) ~ %s"] * bool(some)
        conditions.append("(" + " AND ".join(parts) + ")")
        values += [f"%{gram}%" for gram in each] + (["|".join(some)] if some else [])
    return "(" + " OR ".join(conditions) + ")", values


def beginning(start: str) -> tuple[str, list[str]]:
    """(condition with order, values): spellings whose folding begins so, sign by sign, by the pattern index."""
    within = "s.folded ~>=~ %s AND s.folded ~<~ %s ORDER BY s.folded USING ~<~"
    return within, [start, start + "\x7f"]


def tidy(cursor: CursorWrapper) -> None:
    """After many rows were written: let the planner know how many there are."""
    cursor.execute("ANALYZE register_spelling")
