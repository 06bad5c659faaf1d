"""The whole record as a folder that anybody can take away: the log, its leaves and proofs, the rounds, the verifier."""

import shutil
from datetime import datetime
from pathlib import Path

from kinoqor.kit import merkle
from kinoqor.kit.canonical import canonical
from kinoqor.kit.note import read_note
from kinoqor.kit.tiles import CHECKPOINT, Proof, read_checkpoint, reader, tiles_at
from kinoqor.ledger.log import queries as log
from kinoqor.portal.record import queries
from kinoqor.portal.record.adapters import verifier
from kinoqor.portal.record.adapters.rounds import documents

KEY, CALLS, LISTED = "key", "calls", "files.json"


def listed(now: datetime) -> str:
    """The list of all files of the published rounds."""
    found = [
        f"{CALLS}/{ref}/{stage}/{name}"
        for ref, stage in queries.public(now)
        for name in documents(ref, stage)
    ]
    return canonical({"files": sorted(found)})


def export(place: Path, now: datetime, alone: str = "") -> tuple[int, int]:
    """Write everything that is public into a folder, of one call or of all; gives how many leaves and stages.

    Raises FileNotFoundError while nothing of the record is published.
    """
    store = log.folder()
    note = read_note(store.read(CHECKPOINT))
    size = read_checkpoint(note).size
    read = reader(size, store.read)
    for tile in tiles_at(size):
        _put(place / tile.path, store.read(tile.path))
    for index, text, _hash in log.written(0, size):
        proof = Proof(index, tuple(merkle.inclusion(index, size, read)), note)
        _put(place / f"leaf/{index}.json", text.encode())
        _put(place / f"leaf/{index}.tlog-proof", str(proof).encode())
    for leaf in log.published(kind="key.changed").filter(index__lt=size):
        _put(place / f"leaf/{leaf.index}.checkpoint", str(log.first_over(leaf.index)).encode())
    stages = queries.public(now, alone)
    shutil.rmtree(place / CALLS, ignore_errors=True)
    for ref, stage in stages:
        for name, text in documents(ref, stage).items():
            _put(place / CALLS / ref / stage / name, text.encode())
    _put(place / KEY, f"{queries.key()}\n".encode())
    _put(place / verifier.NAME, verifier.joined().encode())
    _put(place / CHECKPOINT, store.read(CHECKPOINT))
    return size, len(stages)


def _put(there: Path, raw: bytes) -> None:
    there.parent.mkdir(parents=True, exist_ok=True)
    there.write_bytes(raw)
