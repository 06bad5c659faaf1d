"""A reader of DER, the one way to write ASN.1: what certificates and signatures are written in.

Only what DER allows is read: definite lengths in their shortest form, nothing behind the end. Whatever else comes is
refused with `Unreadable`. It reads, and writes only what has to be put together again to be compared.
"""

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 1 << 20  # bytes that are read at all
DEEPEST = 40  # of things within things
INTEGER, BITS, OCTETS, NOTHING, OID, SEQUENCE, SET = 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31
_TEXTS = {0x0C: "utf-8", 0x13: "ascii", 0x16: "ascii", 0x1E: "utf-16-be", 0x14: "latin-1"}


class Unreadable(ValueError):
    """The bytes are not what they should be; the message says how, in plain English."""


@dataclass(frozen=True, slots=True)
class Node:
    """One thing: its tag, what is in it, and all its bytes as they stood."""

    tag: int
    inside: bytes
    whole: bytes

    @property
    def parts(self) -> tuple["Node", ...]:
        """The things in it, in their order."""
        if not self.tag & 0x20:
            raise Unreadable("this thing has no parts")
        return tuple(_each(self.inside))

    def part(self, place: int, tag: int | None = None) -> "Node":
        """The thing at a place in it, of a tag."""
        found = self.parts
        if place >= len(found) or (tag is not None and found[place].tag != tag):
            raise Unreadable("a part is missing or is something else")
        return found[place]

    def tagged(self, tag: int) -> "Node | None":
        """The first part of a tag, if there is one."""
        return next((each for each in self.parts if each.tag == tag), None)


def read(given: bytes) -> Node:
    """The one thing that these bytes are."""
    if len(given) > MOST:
        raise Unreadable("it is larger than anything that is meant here")
    found = tuple(_each(given))
    if len(found) != 1:
        raise Unreadable("it is not one thing")
    _look(found[0], 0)
    return found[0]


def _look(node: Node, depth: int) -> None:
    """Go through all of it once, so that a fault is found now and not in the middle of a check."""
    if depth > DEEPEST:
        raise Unreadable("it is deeper than anything that is meant here")
    if node.tag & 0x20:
        for each in node.parts:
            _look(each, depth + 1)


def _each(given: bytes) -> Sequence[Node]:
    found, at = [], 0
    while at < len(given):
        start, tag = at, given[at]
        if tag & 0x1F == 0x1F:
            raise Unreadable("it has a tag of more than one byte")
        length, at = _length(given, at + 1)
        if at + length > len(given):
            raise Unreadable("it ends too early")
        found.append(Node(tag, given[at : at + length], given[start : at + length]))
        at += length
    return found


def _length(given: bytes, at: int) -> tuple[int, int]:
    """A length and where what is measured begins."""
    if at >= len(given):
        raise Unreadable("it ends too early")
    first, at = given[at], at + 1
    if first < 0x80:
        return first, at
    many = first & 0x7F
    said = given[at : at + many]
    if not 1 <= many <= 4 or len(said) < many or said[0] == 0 or (many == 1 and said[0] < 0x80):
        raise Unreadable("a length is not in its shortest form")
    return int.from_bytes(said, "big"), at + many


def oid(node: Node) -> str:
    """The name of a kind of thing, as 1.2.840.113549.1.7.2."""
    if node.tag != OID or not node.inside or node.inside[-1] & 0x80:
        raise Unreadable("a name of a kind is missing")
    found, number = [], 0
    for byte in node.inside:
        if not number and byte == 0x80:
            raise Unreadable("a name of a kind is not in its shortest form")
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            found.append(number)
            number = 0
    first = min(found[0] // 40, 2)
    return ".".join(map(str, (first, found[0] - 40 * first, *found[1:])))


def integer(node: Node) -> int:
    """A whole number."""
    said = node.inside
    padded = len(said) > 1 and ((said[0] == 0 and said[1] < 0x80) or (said[0] == 0xFF and said[1] >= 0x80))
    if node.tag != INTEGER or not said or padded:
        raise Unreadable("a whole number is missing")
    return int.from_bytes(said, "big", signed=True)


def bits(node: Node) -> bytes:
    """A row of bits that fills whole bytes."""
    if node.tag != BITS or node.inside[:1] != b"\x00":
        raise Unreadable("a row of whole bytes is missing")
    return node.inside[1:]


def octets(node: Node) -> bytes:
    """A row of bytes."""
    if node.tag != OCTETS:
        raise Unreadable("a row of bytes is missing")
    return node.inside


def text(node: Node) -> str:
    """A text of any of the kinds that names are written in."""
    if node.tag not in _TEXTS:
        raise Unreadable("a text is missing")
    try:
        return node.inside.decode(_TEXTS[node.tag])
    except UnicodeDecodeError as wrong:
        raise Unreadable("a text is broken") from wrong


def written(tag: int, inside: bytes) -> bytes:
    """The bytes of a thing of a tag."""
    size = len(inside)
    if size < 0x80:
        return bytes([tag, size]) + inside
    said = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(said)]) + said + inside
