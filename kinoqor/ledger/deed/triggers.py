"""Append-only by the database itself, in the words of SQLite and of PostgreSQL."""

from collections.abc import Sequence

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def _sqlite(table: str, once: Sequence[str], columns: Sequence[str]) -> list[str]:
    kept = [c for c in columns if c not in once]
    changed = " OR ".join([f'NEW."{c}" IS NOT OLD."{c}"' for c in kept] + [_spent(c) for c in once])
    return [
        f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
        f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" WHEN {changed} '
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END",
    ]


def _spent(column: str) -> str:
    return f'(OLD."{column}" IS NOT NULL AND NEW."{column}" IS NOT OLD."{column}")'


def _postgres(table: str, once: Sequence[str], columns: Sequence[str]) -> list[str]:
    kept = [c for c in columns if c not in once]
    changed = " OR ".join(
        [f'NEW."{c}" IS DISTINCT FROM OLD."{c}"' for c in kept]
        + [f'(OLD."{c}" IS NOT NULL AND NEW."{c}" IS DISTINCT FROM OLD."{c}")' for c in once]
    )
    return [
        f'CREATE FUNCTION "{table}_append_only"() RETURNS trigger LANGUAGE plpgsql AS '
        f"$$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$",
        f'CREATE TRIGGER "{table}_no_delete" BEFORE DELETE ON "{table}" '
        f'FOR EACH ROW EXECUTE FUNCTION "{table}_append_only"()',
        f'CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" '
        f'FOR EACH STATEMENT EXECUTE FUNCTION "{table}_append_only"()',
        f'CREATE TRIGGER "{table}_no_update" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN ({changed}) '
        f'EXECUTE FUNCTION "{table}_append_only"()',
    ]


def append_only(
    editor: BaseDatabaseSchemaEditor, table: str, columns: Sequence[str], once: Sequence[str]
) -> None:
    """Let the database refuse DELETE and UPDATE on `table`, save that each column of `once` may be filled one time.

    `columns` are all columns of the table. A column of `once` starts as NULL and can be set, never changed again.
    Called from a migration with its schema editor.
    """
    make = _postgres if editor.connection.vendor == "postgresql" else _sqlite
    for statement in make(table, once, columns):
        editor.execute(statement)


def lift_append_only(editor: BaseDatabaseSchemaEditor, table: str) -> None:
    """Take the refusal off `table`, for a migration that changes its columns and calls `append_only` anew after."""
    postgres = editor.connection.vendor == "postgresql"
    where = f' ON "{table}"' if postgres else ""
    for name in ("no_delete", "no_truncate", "no_update")[:: 1 if postgres else 2]:
        editor.execute(f'DROP TRIGGER IF EXISTS "{table}_{name}"{where}')
    if postgres:
        editor.execute(f'DROP FUNCTION IF EXISTS "{table}_append_only"()')


def settled_once(editor: BaseDatabaseSchemaEditor, table: str, column: str) -> None:
    """Let the database refuse UPDATE and DELETE of every row of `table` whose `column` was filled: a draft may change,
    what was published never does. Called from a migration with its schema editor.
    """
    for done in ("UPDATE", "DELETE"):
        name = f"{table}_settled_{done.lower()}"
        if editor.connection.vendor == "postgresql":
            editor.execute(
                f'CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS '
                f"$$ BEGIN RAISE EXCEPTION '{table} does not change once {column} is filled'; END $$"
            )
            editor.execute(
                f'CREATE TRIGGER "{name}" BEFORE {done} ON "{table}" FOR EACH ROW '
                f'WHEN (OLD."{column}" IS NOT NULL) EXECUTE FUNCTION "{name}"()'
            )
        else:
            editor.execute(
                f'CREATE TRIGGER "{name}" BEFORE {done} ON "{table}" WHEN OLD."{column}" IS NOT NULL '
                f"BEGIN SELECT RAISE(ABORT, '{table} does not change once {column} is filled'); END"
            )


def only_emptied(editor: BaseDatabaseSchemaEditor, table: str, column: str) -> None:
    """Let the database refuse every change of a column save that it is emptied for good. Called from a migration."""
    name = f"{table}_{column}_only_emptied"
    if editor.connection.vendor == "postgresql":
        editor.execute(
            f'CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS '
            f"$$ BEGIN RAISE EXCEPTION '{table}: {column} is append-only, it can only be emptied'; END $$"
        )
        editor.execute(
            f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN (NEW."{column}" IS NOT NULL '
            f'AND NEW."{column}" IS DISTINCT FROM OLD."{column}") EXECUTE FUNCTION "{name}"()'
        )
    else:
        editor.execute(
            f'CREATE TRIGGER "{name}" BEFORE UPDATE ON "{table}" '
            f'WHEN NEW."{column}" IS NOT NULL AND NEW."{column}" IS NOT OLD."{column}" '
            f"BEGIN SELECT RAISE(ABORT, '{table}: {column} is append-only, it can only be emptied'); END"
        )
