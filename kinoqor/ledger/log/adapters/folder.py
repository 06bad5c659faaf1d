"""The folder in which the record lies as plain files. A file is there whole or not at all, whatever breaks off."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from kinoqor.kit.tiles import ENTRIES, HEIGHT, Tile


@dataclass(frozen=True, slots=True)
class Folder:
    """Where the files of the record lie."""

    place: Path

    def read(self, path: str) -> bytes:
        """The bytes of a file; FileNotFoundError where there is none."""
        return (self.place / path).read_bytes()

    def has(self, path: str, raw: bytes) -> bool:
        """Whether a file lies there with just these bytes."""
        try:
            return self.read(path) == raw
        except FileNotFoundError:
            return False

    def put(self, path: str, raw: bytes) -> None:
        """Lay a file down: written beside its place, brought onto the disk, and only then put into its place."""
        if self.has(path, raw):
            return
        there = self.place / path
        self._room(there.parent)
        handle, beside = mkstemp(prefix=".new-", dir=there.parent)
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(raw)
                opened.flush()
                os.fchmod(opened.fileno(), 0o644)
                os.fsync(opened.fileno())
            Path(beside).replace(there)
        finally:
            with suppress(FileNotFoundError):
                Path(beside).unlink()
        _keep(there.parent)

    def _room(self, folder: Path) -> None:
        """Make a folder, with every new one on the way kept on the disk."""
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for each in missing:
            _keep(each.parent)

    def clear(self, before: int, size: int) -> None:
        """Take away the unfinished forms of tiles that became whole when the log grew from `before` to `size` leaves."""
        for level in _levels(size):
            height = HEIGHT * (1 if level == ENTRIES else int(level) + 1)
            for number in range(before >> height, size >> height):
                shutil.rmtree(self.place / f"{Tile(level, number).path}.p", ignore_errors=True)


def _levels(size: int) -> Iterator[int | str]:
    yield ENTRIES
    level = 0
    while size >> (HEIGHT * (level + 1)):
        yield level
        level += 1


def _keep(folder: Path) -> None:
    """Bring the names in a folder onto the disk."""
    with _opened(folder) as handle:
        os.fsync(handle)


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
