"""The log: its head and keys, every leaf, every tile, every proof, and that an older head is the beginning of it."""

from dataclasses import dataclass, field
from typing import Any

from kinoqor.portal.record.verifier.places import Place
from kinoqor.portal.record.verifier.telling import BROKEN, Telling, first_few, understood
from kinoqor.portal.record.verifier.tree import (
    HASH,
    LOG_KEY,
    Signed,
    Signer,
    checkpoint,
    includes,
    leaf_hash,
    signer,
    signs,
    tiers,
    tiles_of,
    tlog_proof,
    unbundled,
)


@dataclass
class Record:
    """The log as it was read: head, bytes and hashes of its leaves, what they say."""

    head: Signed
    raw: list[bytes] = field(default_factory=list)
    hashes: list[bytes] = field(default_factory=list)
    says: list[dict[str, Any]] = field(default_factory=list)
    keys: list[Signer] = field(default_factory=list)
    spoilt: set[int] = field(default_factory=set)  # leaves that are not the ones the head was signed over

    def of(self, call: str, *kinds: str) -> list[tuple[int, dict[str, Any]]]:
        """The leaves about a call, of these kinds, in their order."""
        return [
            (at, leaf["says"])
            for at, leaf in enumerate(self.says)
            if leaf.get("of") == call and leaf.get("kind") in kinds
        ]


def read_record(place: Place, tell: Telling, key: str = "", saved: bytes | None = None) -> Record | None:
    """Check the whole log, and give it back as far as it could be read."""
    tell.part("The public record")
    try:
        raw_head = place.read("checkpoint")
        head = checkpoint(raw_head)
    except FileNotFoundError:
        tell.wrong("There is no file “checkpoint” here: this is not a public record.")
        return None
    except BROKEN:
        tell.wrong("The file “checkpoint” was altered: it cannot be read.")
        return None
    record = Record(head)
    if not _all_leaves(place, tell, record):
        return record
    root, levels = tiers(record.hashes)
    _tiles(place, tell, record, levels, root)
    _key(place, tell, record, key)
    _texts(tell, record)
    _lone_leaves(place, tell, record, raw_head)
    if saved is not None:
        _older(tell, record, saved)
    return record


def _all_leaves(place: Place, tell: Telling, record: Record) -> bool:
    for path, first, end in tiles_of("entries", record.head.size):
        try:
            found = unbundled(place.read(path))
        except FileNotFoundError:
            tell.wrong("{path} is missing.", path=path)
            return False
        except ValueError:
            tell.wrong("{path} was altered: it breaks off in the middle of a leaf.", path=path)
            return False
        if len(found) != end - first:
            tell.wrong(
                "{path} holds {found} leaves and not {due}.", path=path, found=len(found), due=end - first
            )
            return False
        record.raw += found
    record.hashes = [leaf_hash(each) for each in record.raw]
    return True


def _tiles(place: Place, tell: Telling, record: Record, levels: list[list[bytes]], root: bytes) -> None:
    whole, faults = root == record.head.root, tell.faults
    for level, hashes in enumerate(levels):
        for path, first, end in tiles_of(level, len(hashes)):
            raw = place.maybe(path)
            if raw is None:
                tell.wrong("{path} is missing.", path=path)
                continue
            if raw == b"".join(hashes[first:end]):
                continue
            there = [raw[at : at + HASH] for at in range(0, len(raw), HASH)]
            others = [
                at for at in range(first, end) if at - first >= len(there) or there[at - first] != hashes[at]
            ]
            if whole or level or len(there) != end - first:
                if whole:
                    tell.wrong("{path} was altered: its hashes are not those of the leaves.", path=path)
                continue
            record.spoilt |= set(others)
            for at in first_few(others):
                tell.wrong("Leaf {leaf} was altered: its hash is not the one in {path}.", leaf=at, path=path)
    if whole and tell.faults == faults:
        tell.right("All {size} leaves and all tiles give the root of the head.", size=record.head.size)
    elif not whole:
        tell.wrong(
            "The {size} leaves do not give the root that was signed: a leaf was altered, put in or taken out.",
            size=record.head.size,
        )


def _key(place: Place, tell: Telling, record: Record, given: str) -> None:
    said = given
    if not said:
        raw = place.maybe("key")
        said = raw.decode("utf-8", "replace").strip() if raw else ""
    try:
        key = signer(said)
    except BROKEN:
        tell.wrong("There is no readable key of the record: give it with --key.")
        return
    if key.kind != LOG_KEY or key.name != record.head.origin:
        tell.wrong(
            "The key is that of {name}, the record is that of {origin}.",
            name=key.name,
            origin=record.head.origin,
        )
        return
    if not given:
        tell.note(
            "The key was taken from here: {key}. Compare it with the one that is printed elsewhere.", key=said
        )
    record.keys = _followed(place, tell, record, key)
    signed = any(signs(each, record.head) for each in record.keys)
    tell.either(
        signed,
        "The head of {size} leaves is signed by the key of {origin}.",
        "The signature under the head of {size} leaves is not by the key of {origin}: it was altered or forged.",
        size=record.head.size,
        origin=record.head.origin,
    )


def _followed(place: Place, tell: Telling, record: Record, first: Signer) -> list[Signer]:
    """The key that is trusted, and each that a leaf announces inside a tree which the key before it has signed.

    Without that signature anybody could write an announcement of his own key into a record of his own making.
    """
    found = [first]
    for at, raw in enumerate(record.raw):
        before, after = _changed(raw)
        if before not in found or after is None or after in found:
            continue
        if tell.either(
            after.kind == LOG_KEY and after.name == first.name and _vouched(place, record, at, before),
            "Leaf {leaf} announces another key, and the key before has signed that: the new one counts as well.",
            "Leaf {leaf} announces another key, but the key before signed no head with it: the new one does not count.",
            leaf=at,
        ):
            found.append(after)
    return found


def _changed(raw: bytes) -> tuple[Signer | None, Signer | None]:
    """The keys before and after, where a leaf is the announcement of another key."""
    if b'"key.changed"' not in raw:
        return None, None
    try:
        leaf = understood(raw)
        told = leaf["says"] if leaf["kind"] == "key.changed" else {}
        return signer(told["before"]), signer(told["after"])
    except BROKEN:
        return None, None


def _vouched(place: Place, record: Record, at: int, key: Signer | None) -> bool:
    """Whether a key has signed a head of this very record in which a leaf stands: that of today, or that of then."""
    then = place.maybe(f"leaf/{at}.checkpoint")
    heads = [record.head]
    try:
        heads += [checkpoint(then)] if then is not None else []
    except BROKEN:
        return False
    return any(
        key is not None and signs(key, head) and head.origin == record.head.origin
        and at < head.size <= record.head.size and tiers(record.hashes[: head.size])[0] == head.root
        for head in heads
    )  # fmt: skip


def _texts(tell: Telling, record: Record) -> None:
    faults = tell.faults
    for at, raw in enumerate(record.raw):
        said: dict[str, Any] = {}
        try:
            said = understood(raw)
            if (
                set(said) != {"v", "kind", "at", "of", "says"}
                or said["v"] != 1
                or not isinstance(said["says"], dict)
            ):
                raise ValueError(at)
        except BROKEN:
            tell.wrong(
                "Leaf {leaf} is not written as the record writes leaves: it was altered, or put in by somebody else.",
                leaf=at,
            )
            said = {}
        record.says.append(said)
    if tell.faults == faults:
        tell.right("Every leaf is written as the record writes leaves: canonical JSON with its five keys.")


def _lone_leaves(place: Place, tell: Telling, record: Record, raw_head: bytes) -> None:
    named, faults = place.leaves(), tell.faults
    for at in named:
        own, proof = place.maybe(f"leaf/{at}.json"), place.maybe(f"leaf/{at}.tlog-proof")
        if at >= record.head.size or (own is not None and own != record.raw[at]):
            tell.wrong("leaf/{leaf}.json is not leaf {leaf} of the record.", leaf=at)
        if proof is not None and not _proved(record, at, proof, raw_head):
            tell.wrong(
                "leaf/{leaf}.tlog-proof does not prove leaf {leaf}: the proof was altered, or is of another record.",
                leaf=at,
            )
    if named and tell.faults == faults:
        tell.right("{many} leaves lie here as files of their own, and their proofs hold.", many=len(named))


def _proved(record: Record, at: int, raw: bytes, raw_head: bytes) -> bool:
    try:
        index, path, under = tlog_proof(raw)
        head = record.head if under == raw_head else checkpoint(under)
    except BROKEN:
        return False
    if index != at or at >= len(record.hashes) or head.size > record.head.size:
        return False
    if under != raw_head and not any(signs(each, head) for each in record.keys):
        return False
    if head.root != record.head.root and tiers(record.hashes[: head.size])[0] != head.root:
        return False
    return includes(at, head.size, record.hashes[at], path, head.root)


def _older(tell: Telling, record: Record, saved: bytes) -> None:
    try:
        old = checkpoint(saved)
    except BROKEN:
        tell.wrong("The checkpoint that you saved cannot be read.")
        return
    if old.origin != record.head.origin or old.size > record.head.size:
        tell.wrong("The record of today has {size} leaves, the one that you saved {old}: something was taken out.",
                   size=record.head.size, old=old.size)  # fmt: skip
        return
    tell.either(
        tiers(record.hashes[: old.size])[0] == old.root,
        "The record that you saved, of {old} leaves, is the beginning of this one.",
        "A fork: the record that you saved, of {old} leaves, is not the beginning of this one. History was rewritten.",
        old=old.size,
    )
