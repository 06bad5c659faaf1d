"""Files that are still coming in: their bytes in a folder beside the kept ones, and who sends what as a signed word.

Nothing of it stands in the database, so that an upload costs it nothing until the file is whole. A part is named by a
random number; the signed word ties it to its sender, its slot, its name and its size.
"""

import fcntl
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing

from kinoqor.kit.verdict import Verdict
from kinoqor.ledger.file.rules import UNFINISHED, may_go_on

SALT = "kinoqor.ledger.file"
OLDEST = 3 * 24 * 3600  # seconds after which a signed word counts no more


@dataclass(frozen=True, slots=True)
class Coming:
    """A file that is coming in: who sends it where, under which name, and how many bytes it will have."""

    key: str
    voice: str
    holder: str
    slot: str
    place: int
    name: str
    size: int

    @property
    def path(self) -> Path:
        """Where its bytes lie meanwhile."""
        return folder() / self.key


def folder() -> Path:
    """The folder of parts; made when first asked for."""
    found = Path(settings.FILES) / "parts"
    found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found


def begin(voice: str, holder: str, slot: str, place: int, name: str, size: int) -> str:
    """Make an empty part; give the signed word by which its pieces come.

    Who has begun too many and ended none loses the oldest, so that nobody fills the disk.
    """
    whose = blake2b(voice.encode(), digest_size=8).hexdigest()
    begun = sorted(folder().glob(f"{whose}-*"), key=lambda path: path.stat().st_mtime)
    for path in begun[: max(0, len(begun) - UNFINISHED + 1)]:
        path.unlink(missing_ok=True)
    coming = Coming(f"{whose}-{secrets.token_hex(16)}", voice, holder, slot, place, name[:300], size)
    coming.path.touch(mode=0o600)
    return signing.dumps(asdict(coming), salt=SALT, compress=True)


def read(word: str, voice: str, holder: str, slot: str) -> Coming | None:
    """The part of a signed word, if it is this sender's for this slot and still there."""
    try:
        found: Mapping[str, Any] = signing.loads(word, salt=SALT, max_age=OLDEST)
        coming = Coming(**found)
    except (signing.BadSignature, TypeError, json.JSONDecodeError):
        return None
    mine = (coming.voice, coming.holder, coming.slot) == (voice, holder, slot)
    return coming if mine and coming.path.exists() else None


def there(coming: Coming) -> int:
    """How many bytes of it have come."""
    return coming.path.stat().st_size


def add(coming: Coming, offset: int, piece: bytes) -> Verdict:
    """Add a piece, if it is the next one; two senders of one part cannot write into each other."""
    with coming.path.open("ab") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        verdict = may_go_on(os.fstat(part.fileno()).st_size, offset, len(piece), coming.size)
        if verdict:
            part.write(piece)
    return verdict


@contextmanager
def ending(coming: Coming) -> Iterator[bool]:
    """Hold a part while it becomes a file, and take it away after; False where somebody else has ended it before.

    What happens meanwhile to its bytes (a picture is written anew in their place) happens once.
    """
    with coming.path.open("ab") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        first = coming.path.exists()
        yield first
        if first:
            forget(coming)


def forget(coming: Coming) -> None:
    """Take a part away."""
    coming.path.unlink(missing_ok=True)


def clear(before: float) -> int:
    """Take away the parts that nobody has added to since a moment (seconds of the epoch); give how many."""
    old = [path for path in folder().iterdir() if path.stat().st_mtime < before]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
