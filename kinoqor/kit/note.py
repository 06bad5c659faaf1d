"""Signed notes after C2SP: a few lines of text with signatures under them that anyone can check with a short key.

    kinoqor.example/record          the text, whole lines
    1000
    8JL+dC1lIhqs7khy9G9pLiIUj9o3N4l546Ep7n2qOUs=

    — kinoqor.example/record fTSDZ…   one line a signer: name, base64 of 4 bytes of key id and the signature

A key is written "name+key id+base64 of its type and bytes". Type 1 is Ed25519 over the text; type 4 is the Ed25519
cosignature of a witness, which also says when. Whatever is not exactly of this form is refused with `Unreadable`.
"""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519, COSIGNATURE = 1, 4
MOST = 1_000_000  # bytes of a note
MOST_SIGNATURES = 100
_SIGNED = "— "
_KEY = re.compile(r"([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)")
_BYTES = 32


class Unreadable(ValueError):
    """A text is not what it should be; the message says how, in plain English."""


@dataclass(frozen=True, slots=True)
class Signature:
    """One line under a note: who, by which key (4 bytes), and the bytes of the signature."""

    name: str
    key_id: bytes
    said: bytes

    def __str__(self) -> str:
        """The line, without its end."""
        return f"{_SIGNED}{self.name} {base64.b64encode(self.key_id + self.said).decode()}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text of whole lines with the signatures under it."""

    text: str
    signatures: tuple[Signature, ...]

    def __str__(self) -> str:
        return self.text + "\n" + "".join(f"{each}\n" for each in self.signatures)


@dataclass(frozen=True, slots=True)
class Key:
    """The public key of a signer, with the type of what it signs."""

    name: str
    kind: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which a signature line names this key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    def __str__(self) -> str:
        """The key as it is published."""
        return (
            f"{self.name}+{self.key_id.hex()}+{base64.b64encode(bytes([self.kind]) + self.public).decode()}"
        )


def read_key(text: str) -> Key:
    """A published key; Unreadable where it is none, or none of the two types, or its id is not its own."""
    found = _KEY.fullmatch(text)
    if not found:
        raise Unreadable("A key is written name+eight hexadecimal digits+base64.")
    raw = from_base64(found[3])
    if len(raw) != _BYTES + 1 or raw[0] not in (ED25519, COSIGNATURE):
        raise Unreadable("Only Ed25519 keys (types 1 and 4) can be read.")
    key = Key(found[1], raw[0], raw[1:])
    if key.key_id.hex() != found[2]:
        raise Unreadable("The eight digits of the key are not those of its name and bytes.")
    return key


def from_base64(text: str) -> bytes:
    """The bytes of a base64 text that is written in the one right way."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError) as trouble:
        raise Unreadable("This is not base64.") from trouble
    if base64.b64encode(raw).decode() != text:
        raise Unreadable("This base64 could be written otherwise.")
    return raw


def read_note(raw: bytes) -> Note:
    """A note from its bytes."""
    if len(raw) > MOST:
        raise Unreadable("A note of more than a million bytes is not read.")
    try:
        said = raw.decode("utf-8")
    except UnicodeDecodeError as trouble:
        raise Unreadable("A note is written in UTF-8.") from trouble
    if any(letter < " " and letter != "\n" for letter in said):
        raise Unreadable("A note has no control characters but line ends.")
    text, gap, under = said.rpartition("\n\n")
    if not gap or not under.endswith("\n"):
        raise Unreadable("A note is a text, an empty line and signature lines.")
    lines = under[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise Unreadable("A note with more than a hundred signatures is not read.")
    return Note(text + "\n", tuple(read_signature(each) for each in lines))


def read_signature(line: str) -> Signature:
    """One signature line, without its end."""
    name, space, said = line.removeprefix(_SIGNED).partition(" ")
    if not line.startswith(_SIGNED) or not space or not _named(name):
        raise Unreadable("A signature line is “— name base64”.")
    raw = from_base64(said)
    if len(raw) < 5:
        raise Unreadable("A signature has more than the four bytes of its key.")
    return Signature(name, raw[:4], raw[4:])


def _named(name: str) -> bool:
    return bool(name) and "+" not in name and not any(letter.isspace() for letter in name)


def signs(key: Key, note: Note) -> bool:
    """Whether the note carries a right signature of this key; a wrong one under the key's name and id spoils it."""
    own = [each for each in note.signatures if (each.name, each.key_id) == (key.name, key.key_id)]
    return bool(own) and all(_right(key, note.text, each.said) for each in own)


def _right(key: Key, text: str, said: bytes) -> bool:
    message, raw = text.encode(), said
    if key.kind == COSIGNATURE:
        if len(said) != 72:
            return False
        message, raw = _cosigned(text, int.from_bytes(said[:8], "big")), said[8:]
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(raw, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def _cosigned(text: str, seconds: int) -> bytes:
    return f"cosignature/v1\ntime {seconds}\n{text}".encode()


def cosigned_at(signature: Signature) -> int:
    """When a witness says that it cosigned, in seconds since 1970."""
    return int.from_bytes(signature.said[:8], "big")


def public_key(name: str, secret: Ed25519PrivateKey, kind: int = ED25519) -> Key:
    """The public half of a secret key under a name."""
    if not _named(name):
        raise Unreadable("The name of a key has no spaces and no plus.")
    return Key(name, kind, secret.public_key().public_bytes_raw())


def sign(text: str, name: str, secrets: Sequence[Ed25519PrivateKey]) -> Note:
    """The note of a text of whole lines, signed under one name by each of these keys."""
    if not text.endswith("\n"):
        raise Unreadable("The text of a note ends with its last line.")
    made = [Signature(name, public_key(name, each).key_id, each.sign(text.encode())) for each in secrets]
    return Note(text, tuple(made))


def cosign(text: str, name: str, secret: Ed25519PrivateKey, seconds: int) -> Signature:
    """The cosignature of a witness at a moment (seconds since 1970)."""
    said = seconds.to_bytes(8, "big") + secret.sign(_cosigned(text, seconds))
    return Signature(name, public_key(name, secret, COSIGNATURE).key_id, said)
