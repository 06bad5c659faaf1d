"""Plain makers of a small public record."""

from django.conf import settings

from kinoqor.kit.mirror import faults
from kinoqor.kit.note import read_key
from kinoqor.ledger.log import queries
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.clock import published
from kinoqor.ledger.log.models import Head
from tests.make import BY

CALL = "kino-2026-1"


def say(number: int = 1, of: str = CALL) -> int:
    """A leaf of the record."""
    made: int = write("call.published", of, {"version": number, "terms": f"{number:064x}"}, by=BY)
    return made


def record(leaves: int) -> Head:
    """A record of so many more leaves, published."""
    for number in range(leaves):
        say(number)
    head = published()
    assert head is not None
    return head


def spoilt() -> list[str]:
    """The published files that are not what they should be, as an outsider finds them."""
    head = queries.head()
    assert head is not None
    return faults(queries.folder().read, read_key(head.key))


def files() -> dict[str, bytes]:
    """Every published file by its path."""
    return {
        str(each.relative_to(settings.RECORD)): each.read_bytes()
        for each in sorted(settings.RECORD.rglob("*"))
        if each.is_file()
    }
