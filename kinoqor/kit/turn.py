"""One at a time: a place that two transactions may not go through side by side, such as the giving of numbers."""

from hashlib import blake2b

from django.db import connection, transaction


def wait_turn(name: str) -> None:
    """Wait until no other transaction stands at this place; it is free again when the open transaction ends.

    PostgreSQL keeps such locks; on SQLite a transaction that writes is alone from its beginning.
    """
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError("a turn is kept by a transaction")
    if connection.vendor == "postgresql":
        key = int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
