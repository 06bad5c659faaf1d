"""Many plain rows into one table at once, on SQLite and PostgreSQL, without an object for each."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction


def columns_of(model: type[models.Model], names: Sequence[str]) -> str:
    """The quoted database columns of the model's fields `names`, joined by commas."""
    quote = connection.ops.quote_name
    return ", ".join(quote(str(model._meta.get_field(name).column)) for name in names)  # type: ignore[union-attr]


def _busy(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if many:  # the rows themselves
        return execute(sql, params, many, context)
    raise RuntimeError(f"asked while rows are being taken: {sql[:80]}")


def insert(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert `rows` (plain database values in the order of the fields `names`) inside the open transaction.

    SQLite takes them by `executemany`, PostgreSQL by `COPY`. Values must already be what the column stores (JSON as
    text, dates as aware datetimes). Whoever makes the rows may not ask the database meanwhile: PostgreSQL is busy taking
    them and both would wait for ever, so RuntimeError is raised. Raises what the database raises; nothing is kept then.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("bulk insert outside a transaction")
    table = connection.ops.quote_name(model._meta.db_table)
    columns = columns_of(model, names)
    with connection.cursor() as cursor, connection.execute_wrapper(_busy):
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # type: ignore[arg-type]


def change(
    model: type[models.Model], names: Sequence[str], keys: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Change the fields `names` of many rows inside the open transaction.

    Each of `rows` holds the new values in the order of `names`, then what the fields `keys` are of the one row that is
    meant. Values as for `insert`.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("bulk change outside a transaction")
    quote = connection.ops.quote_name
    new = ", ".join(f"{quote(str(model._meta.get_field(name).column))} = %s" for name in names)  # type: ignore[union-attr]
    which = " AND ".join(f"{quote(str(model._meta.get_field(key).column))} = %s" for key in keys)  # type: ignore[union-attr]
    with connection.cursor() as cursor:
        cursor.executemany(f"UPDATE {quote(model._meta.db_table)} SET {new} WHERE {which}", rows)  # type: ignore[arg-type]


def measure(*floors: str) -> None:
    """After many rows were written: let PostgreSQL know how many there are in the tables of these floors ("register").

    Until its own round comes by it takes a new table for an empty one, and joins large tables row by row. SQLite plans
    by its indexes alone.
    """
    if connection.vendor != "postgresql":
        return
    models_there = (model for floor in floors for model in apps.get_app_config(floor).get_models())
    tables = ", ".join(connection.ops.quote_name(model._meta.db_table) for model in models_there)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
