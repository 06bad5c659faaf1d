"""Files to send, and a keeper of holders called "box"."""

import io
from collections.abc import Mapping
from typing import Any

from PIL import Image
from pypdf import PdfWriter

from kinoqor.kit.verdict import YES, Verdict, no, require
from kinoqor.ledger.file.access import Keeper
from kinoqor.ledger.file.words import Slot

SLOTS = {
    "script": Slot("script", "Script", ("pdf",), required=True),
    "stills": Slot("stills", "Stills", ("image",), most=2),
}
OWNER, SHUT = 1, 9  # the box that opens to its people alone, and the box that takes nothing any more


class Box:
    """Who may: a set of voices that read, another that write."""

    def __init__(self) -> None:
        self.readers: set[str] = set()
        self.writers: set[str] = set()
        self.touched: list[str] = []

    def keeper(self) -> Keeper:
        return Keeper(
            self._may(self.readers), self._may(self.writers), self._slots, "own-proposal", self._touch
        )

    def _may(self, voices: set[str]) -> Any:
        def may(who: Any, number: int) -> Verdict:
            return YES if who.voice in voices else no("There is no such box.", hidden=True)

        return may

    def _slots(self, number: int) -> Mapping[str, Slot]:
        return SLOTS

    def _touch(self, number: int, slot: str, by: object) -> None:
        require(no("The box is shut.") if number == SHUT else YES)
        self.touched.append(slot)


def pdf(pages: int = 1, title: str = "") -> bytes:
    """A PDF of empty pages."""
    made, writer = io.BytesIO(), PdfWriter()
    for _page in range(pages):
        writer.add_blank_page(200, 200)
    writer.add_metadata({"/Title": title})
    writer.write(made)
    return made.getvalue()


def locked() -> bytes:
    """A PDF that opens only with a password."""
    made, writer = io.BytesIO(), PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def jpeg(tail: bytes = b"") -> bytes:
    """A small picture that tells where it was taken, with something after its end."""
    made, picture = io.BytesIO(), Image.new("RGB", (40, 20), (10, 20, 30))
    exif = picture.getexif()
    exif[0x010F] = "A camera that tells"
    picture.save(made, "JPEG", exif=exif)
    return made.getvalue() + tail
