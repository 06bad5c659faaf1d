"""Where bytes are kept for good: under their SHA-256, whole or not at all."""

from pathlib import Path

from django.core.files.base import File as Opened
from django.core.files.storage import storages


def lay_down(where: str, path: Path, size: int) -> None:
    """Keep the bytes at `path` under their name; what is there already is the same.

    A process that was killed while it wrote leaves a piece: that is no file, and is written anew.
    """
    kept = storages["kept"]
    if kept.exists(where):
        if kept.size(where) == size:
            return
        kept.delete(where)
    with path.open("rb") as opened:
        saved = kept.save(where, Opened(opened))
    if saved != where:  # somebody else wrote the same bytes meanwhile
        kept.delete(saved)
