"""Which files are taken, and when the next piece of one is. Pure."""

import hashlib
import re
import unicodedata
from collections.abc import Collection

from django.utils.translation import gettext as _

from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.ledger.file.words import ENDINGS, FAMILIES, Kind, Mark, Scan, Slot

LONGEST_NAME = 120
MOST_VERSIONS = 60  # of one place; nobody sends a paper more often in earnest
PIECE = 1 << 20  # how many bytes of a file come at once
UNFINISHED = 12  # uploads that one person has begun and not ended; the oldest makes room
UNPACKED, INSIDE = 400 << 20, 5000  # bytes and files in a packed file
PIXELS = 6_000_000  # of a page that is shown as a picture
NARROWEST, WIDEST = 240, 2000  # such a picture in pixels
# What runs, unpacks or draws by itself, whatever else stands further down in it.
_OTHER = (
    b"MZ",
    b"PK",
    b"\x7fELF",
    b"#!",
    b"<",
    b"GIF8",
    b"\xff\xd8",
    b"\x89PNG",
    b"Rar!",
    b"7z\xbc\xaf",
    b"{",
)
_STRANGE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]')


def kind_of(head: bytes, inside: Collection[str] = ()) -> Kind | None:
    """What a file is by its first bytes, and by the names inside where it is a packed one; never by its own name."""
    if b"%PDF-" in head[:1024] and not head.lstrip().startswith(_OTHER):
        return Kind.PDF
    if head.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if head.startswith(b"PK\x03\x04"):
        if "xl/workbook.xml" in inside:
            return Kind.WORKBOOK
        if "word/document.xml" in inside:
            return Kind.TEXT
    return None


def may_be_unpacked(inside: Collection[str], size: int) -> Verdict:
    """Whether a packed file may be given to others: no programs in it, and not made to burst when it is unpacked."""
    names = [name.lower() for name in inside]
    if any(name.rsplit("/", 1)[-1].startswith("vbaproject") or "/activex/" in name for name in names):
        return no(
            _("This file has programs (macros) in it."), way=_("Save it without macros and send it again.")
        )
    if size > UNPACKED or len(names) > INSIDE:
        return no(
            _("Unpacked, this file would be far larger than it may be."),
            way=_("Save it as PDF and send that."),
        )
    return YES


def came_whole(promised: str, came: str) -> Verdict:
    """Whether what came is what its sender holds, where the sender has told the SHA-256 of it."""
    if promised and promised.lower() != came:
        return no(
            _("What came is not what was sent: something was changed on its way."),
            way=_("Send the file again."),
        )
    return YES


def clean_name(name: str, kind: Kind) -> str:
    """The name of a file as it is shown and given back: no paths, no signs that hide an ending, the ending of its kind.

    A name that is nothing but such signs becomes "file".
    """
    plain = _STRANGE.sub(" ", unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1]))
    stem = " ".join(plain.split()).strip(". ")
    ending = ENDINGS[kind]
    lower = stem.lower()
    for known in (ending, *([".jpeg"] if kind is Kind.JPEG else [])):
        if lower.endswith(known):
            stem = stem[: -len(known)].rstrip(". ")
            break
    return f"{(stem or 'file')[: LONGEST_NAME - len(ending)]}{ending}"


def may_begin(slot: Slot | None, size: int, most: int, there: int, place: int) -> Verdict:
    """Whether a file of `size` bytes may come into a place of a slot that holds `there` files. `most`: bytes at most."""
    if slot is None:
        return no(_("No such file is asked for here."))
    if size <= 0:
        return no(_("The file is empty."), way=_("Choose another file."))
    if size > most:
        said = {"size": megabytes(size), "most": megabytes(most)}
        return no(
            _("The file has %(size)s MB; at most %(most)s MB are taken.") % said,
            way=_("Save it smaller, for example with fewer or smaller pictures, and send it again."),
        )
    if place == 0 and there >= slot.most:
        return no(
            _("All %(most)s files that may be sent here are there.") % {"most": slot.most},
            way=_("Replace one of them, or take one out first."),
        )
    return YES


def megabytes(size: int) -> str:
    """A size in megabytes with one digit after the point, never rounded down to a limit that it passes."""
    tenths = -(-size * 10 // (1 << 20))
    return f"{tenths / 10:.1f}".removesuffix(".0")


def may_be(kind: Kind | None, slot: Slot) -> Verdict:
    """Whether a file of this kind is what a slot asks for."""
    if kind in slot.kinds:
        return YES
    asked = ", ".join(one.label for one in slot.kinds)
    found = kind.label if kind else _("something else")
    return no(
        _(
            "Here a file of the kind %(asked)s is needed. By its content this is %(found)s, whatever its name says."
        )
        % {"asked": asked, "found": found},
        way=_("Save the paper in one of these kinds and send it again."),
    )


def may_go_on(there: int, offset: int, length: int, size: int) -> Verdict:
    """Whether a piece that begins at `offset` may be added to a part of which `there` bytes have come."""
    if length == 0 or length > PIECE:
        return no(_("A piece of a file has at least one byte and at most %(most)s.") % {"most": PIECE})
    if offset != there:
        return no(_("The next piece begins at byte %(there)s.") % {"there": there})
    if offset + length > size:
        return no(_("More came than the file was said to have."))
    return YES


def may_replace(versions: int) -> Verdict:
    """Whether a place may take one version more."""
    if versions >= MOST_VERSIONS:
        return no(_("This file was sent %(n)s times already; no further version is taken.") % {"n": versions})
    return YES


def may_be_read(scan: str | None, sender: bool, unscanned: bool) -> Verdict:
    """Whether the bytes of a file are given out: `sender`: the asker sent it; `unscanned`: the house runs no scanner and
    its keeper has decided to show files all the same.
    """
    if scan == Scan.INFECTED:
        return no(
            _("A virus was found in this file, so it is given to nobody."),
            way=_("Send the paper anew, from a clean machine."),
        )
    if scan == Scan.CLEAN or sender or unscanned:
        return YES
    return no(_("This file is not yet scanned for viruses; until then only its sender can open it."))


def known_families(families: Collection[str]) -> bool:
    """Whether each of these families is known."""
    return all(family in FAMILIES for family in families)


def shape(size: tuple[float, float], width: int) -> tuple[int, int]:
    """Width and height in pixels of the picture of a page. `size`: the page in points; `width`: asked for.

    A page longer than any sheet of paper is shown narrower, so that no picture passes PIXELS. Raises ValueError for a
    page without a size.
    """
    across, down = size
    if not (0 < across < float("inf") and 0 < down < float("inf")):
        raise ValueError(size)
    wide = min(max(width, NARROWEST), WIDEST)
    fits = min(1.0, (PIXELS / (wide * wide * down / across)) ** 0.5)
    least = max(1, int(wide * fits))
    return least, max(1, min(round(least * down / across), PIXELS // least))


def picture_key(digest: str, number: int, width: int, mark: Mark) -> str:
    """The name of one picture of one reader: what it is made of, in one word. For the reader's own browser (an ETag);
    it tells nothing of the mark.
    """
    made = "\0".join((digest, str(number), str(width), mark.line))
    return hashlib.sha256(made.encode()).hexdigest()[:32]
