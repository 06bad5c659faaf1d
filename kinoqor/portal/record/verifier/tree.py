"""The tree of hashes (RFC 6962), tiles (tlog-tiles), signed notes, proofs: all as C2SP writes them down."""

import base64
import re
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

WIDTH = 256  # hashes of a tile
HASH = 32  # bytes
LOG_KEY, WITNESS_KEY = 1, 4


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two hashes side by side."""
    return sha256(b"\x01" + left + right).digest()


def leaf_hash(raw: bytes) -> bytes:
    """The hash of a leaf."""
    return sha256(b"\x00" + raw).digest()


def tiers(hashes: list[bytes]) -> tuple[bytes, list[list[bytes]]]:
    """The root over hashes of leaves, and the hashes of each level of tiles, all reckoned anew."""
    if not hashes:
        return sha256(b"").digest(), []
    found, level, height, size = [], hashes, 0, len(hashes)
    while True:
        if height % 8 == 0 and size >> height:
            found.append(level[: size >> height])
        if len(level) == 1:
            return level[0], found
        level = _halved_up(level)
        height += 1


def _halved_up(level: list[bytes]) -> list[bytes]:
    pairs = zip(level[::2], level[1::2], strict=False)
    above = [sha256(b"\x01" + left + right).digest() for left, right in pairs]
    if len(level) % 2:
        above.append(level[-1])
    return above


def tile_path(level: int | str, number: int, width: int) -> str:
    """Where a tile lies."""
    digits = f"{number:03}"
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    place = "/".join([f"x{each}" for each in groups[:-1]] + groups[-1:])
    return f"tile/{level}/{place}" + (f".p/{width}" if width < WIDTH else "")


def tiles_of(level: int | str, count: int) -> list[tuple[str, int, int]]:
    """The tiles of a level with so many hashes: path, first, last but one."""
    starts = range(0, count, WIDTH)
    return [
        (tile_path(level, at // WIDTH, min(WIDTH, count - at)), at, min(at + WIDTH, count)) for at in starts
    ]


def unbundled(raw: bytes) -> list[bytes]:
    """The leaves of a bundle. Raises ValueError where it breaks off."""
    found, at = [], 0
    while at < len(raw):
        end = at + 2 + int.from_bytes(raw[at : at + 2], "big")
        if at + 2 > len(raw) or end > len(raw):
            raise ValueError("a bundle breaks off")
        found.append(raw[at + 2 : end])
        at = end
    return found


def includes(index: int, size: int, leaf: bytes, proof: list[bytes], root: bytes) -> bool:
    """Whether a proof leads from a leaf at its index to the root of so many leaves."""
    if not 0 <= index < size or any(len(each) != HASH for each in proof):
        return False
    at, last, found = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(each, found)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, each)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


@dataclass(frozen=True)
class Signed:
    """A checkpoint: whose log, how many leaves, the root, the three signed lines, and the signatures under them."""

    origin: str
    size: int
    root: bytes
    text: str
    lines: tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Signer:
    """A public key, as `name+key id+base64`."""

    name: str
    kind: int
    public: bytes

    @property
    def mark(self) -> bytes:
        """The four bytes by which a line names this key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]


def exact_base64(text: str) -> bytes:
    """Bytes of a base64 text, written in the one right way. Raises ValueError."""
    raw = base64.b64decode(text.encode("ascii"), validate=True)
    if base64.b64encode(raw).decode() != text:
        raise ValueError("base64")
    return raw


def signer(text: str) -> Signer:
    """A published key. Raises ValueError."""
    found = re.fullmatch(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", text.strip())
    raw = exact_base64(found[3]) if found else b""
    if not found or len(raw) != HASH + 1 or raw[0] not in (LOG_KEY, WITNESS_KEY):
        raise ValueError("a key is written name+eight digits+base64")
    key = Signer(found[1], raw[0], raw[1:])
    if key.mark.hex() != found[2]:
        raise ValueError("the eight digits of the key are not its own")
    return key


def checkpoint(raw: bytes) -> Signed:
    """A checkpoint from its bytes. Raises ValueError."""
    text, _empty, under = raw.decode("utf-8").rpartition("\n\n")
    said = re.fullmatch(r"([^\n]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/=]+)(\n[^\n]+)*", text)
    if not said or not under.endswith("\n"):
        raise ValueError("not a checkpoint")
    root = exact_base64(said[3])
    if len(root) != HASH:
        raise ValueError("a root has 32 bytes")
    lines = []
    for line in under[:-1].split("\n"):
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "—":
            raise ValueError("a line of a signature")
        lines.append((parts[1], exact_base64(parts[2])))
    return Signed(said[1], int(said[2]), root, text + "\n", tuple(lines))


def signs(key: Signer, head: Signed) -> bool:
    """Whether this key has signed a checkpoint; a wrong line of it makes the checkpoint worthless."""
    own = [raw[4:] for name, raw in head.lines if name == key.name and raw[:4] == key.mark]
    return bool(own) and all(_signed_by(key, head.text, each) for each in own)


def _signed_by(key: Signer, text: str, said: bytes) -> bool:
    message, signature = text.encode(), said
    if key.kind == WITNESS_KEY:
        message = f"cosignature/v1\ntime {int.from_bytes(said[:8], 'big')}\n{text}".encode()
        signature = said[8:]
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def tlog_proof(raw: bytes) -> tuple[int, list[bytes], bytes]:
    """A .tlog-proof: the index, the hashes beside its way, the bytes of the checkpoint. Raises ValueError."""
    head, _empty, rest = raw.partition(b"\n\n")
    lines = head.decode("ascii").split("\n")
    said = re.fullmatch(r"index (0|[1-9][0-9]*)", lines[1]) if len(lines) > 1 else None
    if lines[0] != "c2sp.org/tlog-proof@v1" or not said:
        raise ValueError("not a proof")
    return int(said[1]), [exact_base64(each) for each in lines[2:]], rest
