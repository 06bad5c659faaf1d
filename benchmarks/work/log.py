"""A public record of invented decisions: as files alone, and written by deeds into the database of this house.

Arguments: the leaves of the log as files (0: left out), the leaves that are written in the database.
"""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection

from benchmarks.table import Measure
from kinoqor.kit import merkle, note, tiles
from kinoqor.kit.canonical import canonical
from kinoqor.kit.growth import Growth
from kinoqor.kit.mirror import faults
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.log.actions import write
from kinoqor.ledger.log.adapters.folder import Folder
from kinoqor.ledger.log.adapters.growing import grow
from kinoqor.ledger.log.clock import published
from kinoqor.portal.record.adapters import verifier

BY = Doer("bench")
NAME = "bench.example/record"
PROOFS = 5_000
WHOLE, GOAL = 100_000, 10.0  # leaves that are to be checked whole, in so many seconds


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("log", case, round(value, 2), unit, goal, holds).line(), flush=True)


def entry(number: int) -> str:
    """A decision of the size that real ones have."""
    says = {"item": f"A-{number}", "outcome": "approved", "sum": 12_500_000_000 + number, "currency": "KZT"}
    return canonical(
        {
            "v": 1,
            "kind": "commission.decided",
            "at": "2026-11-27T09:30:00Z",
            "of": "kino-2026-1",
            "says": says,
        }
    )


def written(begin: int, end: int) -> Iterator[tuple[int, str, str]]:
    """What the database would give: index, text, hash."""
    for number in range(begin, end):
        text = entry(number)
        yield number, text, merkle.leaf_hash(text.encode()).hex()


def as_files(leaves: int, place: Path) -> None:
    entries, log = [entry(number).encode() for number in range(leaves)], Growth()
    begun = time.perf_counter()
    for each in entries:
        for _tile in log.add(each):
            pass
    say(f"{leaves:,} leaves, hashed and cut into tiles", leaves / (time.perf_counter() - begun), "leaves/s")
    begun = time.perf_counter()
    store = Folder(place)
    grown = grow(store, None, leaves, written, whole=True)
    took = time.perf_counter() - begun
    say(f"{leaves:,} leaves, laid down as tiles and brought onto the disk", leaves / took, "leaves/s")
    head = tiles.Checkpoint(NAME, leaves, grown.root())
    secret = Ed25519PrivateKey.generate()
    store.put(tiles.CHECKPOINT, str(note.sign(head.text, NAME, [secret])).encode())
    begun = time.perf_counter()
    following = grow(store, head, leaves + 100, written, whole=False)
    say(f"100 leaves more, after {leaves:,}", 1000 * (time.perf_counter() - begun), "ms")
    assert following.size == leaves + 100
    prove(store, leaves, head)
    begun = time.perf_counter()
    assert faults(store.read, note.public_key(NAME, secret)) == []
    took = time.perf_counter() - begun
    share = took * WHOLE / leaves
    say(f"{leaves:,} leaves, everything made again and compared", took, "s")
    say(f"the same for each {WHOLE:,} leaves", share, "s", f"< {GOAL:.0f}", share < GOAL)
    verified(store, leaves, str(note.public_key(NAME, secret)))


def verified(store: Folder, leaves: int, key: str) -> None:
    """The whole log checked by the one file that anybody can take, in a Python that knows nothing of the house."""
    program = store.place / verifier.NAME
    program.write_text(verifier.joined(), encoding="utf-8")
    begun = time.perf_counter()
    asked = [sys.executable, "-I", str(program), str(store.place), "--key", key]
    subprocess.run(asked, check=True, stdout=subprocess.DEVNULL)
    share = (time.perf_counter() - begun) * WHOLE / leaves
    say(f"kinoqor-verify, each {WHOLE:,} leaves", share, "s", f"< {GOAL:.0f}", share < GOAL)


def prove(store: Folder, leaves: int, head: tiles.Checkpoint) -> None:
    """Proofs of leaves out of the tiles on the disk, each by itself, and checked."""
    chosen = [random.randrange(leaves) for _each in range(PROOFS)]
    begun = time.perf_counter()
    made = [merkle.inclusion(each, leaves, tiles.reader(leaves, store.read)) for each in chosen]
    say(f"{leaves:,} leaves, proofs made", PROOFS / (time.perf_counter() - begun), "proofs/s")
    hashes = [merkle.leaf_hash(entry(each).encode()) for each in chosen]
    begun = time.perf_counter()
    good = [
        merkle.includes(each, leaves, leaf, proof, head.root)
        for each, leaf, proof in zip(chosen, hashes, made, strict=True)
    ]
    say(f"{leaves:,} leaves, proofs checked", PROOFS / (time.perf_counter() - begun), "proofs/s")
    assert all(good)
    begun = time.perf_counter()
    for _each in range(100):
        merkle.consistency(random.randrange(1, leaves), leaves, tiles.reader(leaves, store.read))
    say(f"{leaves:,} leaves, proofs of growth made", 100 / (time.perf_counter() - begun), "proofs/s")


def as_rows(rows: int) -> None:
    begun = time.perf_counter()
    for number in range(rows):
        write("call.published", "kino-2026-1", {"version": number, "terms": f"{number:064x}"}, by=BY)
    took = time.perf_counter() - begun
    say(f"{connection.vendor}, leaves written, each in a transaction of its own", rows / took, "leaves/s")
    begun = time.perf_counter()
    published()
    say(f"{connection.vendor}, {rows:,} new leaves published", 1000 * (time.perf_counter() - begun), "ms")
    write("call.rerun", "kino-2026-1", {"again": "kino-2026-2"}, by=BY)
    begun = time.perf_counter()
    published()
    say(f"{connection.vendor}, one more leaf published", 1000 * (time.perf_counter() - begun), "ms")


def main(leaves: int, rows: int) -> None:
    if leaves:
        with TemporaryDirectory(prefix="kinoqor-log-") as folder:
            as_files(leaves, Path(folder))
    as_rows(rows)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
