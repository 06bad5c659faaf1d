"""The kinds of files, and what a scan has found."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a file is, by its content."""

    PDF = "pdf", "PDF"
    JPEG = "jpeg", "JPEG"
    PNG = "png", "PNG"
    WORKBOOK = "xlsx", "XLSX"
    TEXT = "docx", "DOCX"


# What a slot may ask for, by the word that a call uses.
FAMILIES: dict[str, tuple[Kind, ...]] = {
    "pdf": (Kind.PDF,),
    "image": (Kind.JPEG, Kind.PNG),
    "sheet": (Kind.WORKBOOK,),
    "text": (Kind.TEXT, Kind.PDF),
}
TYPES: dict[str, str] = {
    Kind.PDF: "application/pdf",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Kind.TEXT: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
ENDINGS: dict[str, str] = {
    Kind.PDF: ".pdf",
    Kind.JPEG: ".jpg",
    Kind.PNG: ".png",
    Kind.WORKBOOK: ".xlsx",
    Kind.TEXT: ".docx",
}


class Scan(TextChoices):
    """What the scan for viruses found."""

    CLEAN = "clean", _("scanned: no virus found")
    INFECTED = "infected", _("a virus was found")


NOT_SCANNED = _("not yet scanned for viruses")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for files of one purpose: its code and name, which families it takes, how many files at most."""

    code: str
    name: str | Promise
    families: tuple[str, ...]
    most: int = 1
    help: str | Promise = ""
    clause: str = ""
    required: bool = False

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of files that it takes; a family that nobody knows takes none."""
        return tuple(kind for family in self.families for kind in FAMILIES.get(family, ()))


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that was looked at and may be kept: the SHA-256 and size of what is kept and the SHA-256 of what came."""

    name: str
    kind: Kind
    digest: str
    size: int
    sent: str


def where_of(digest: str) -> str:
    """Under which name the bytes of this digest are kept."""
    return f"files/{digest[:2]}/{digest}"


@dataclass(frozen=True, slots=True)
class Mark:
    """Who reads, as it stands across every page that is shown: a short code, the day, the reader's name.

    The code goes first: of a name that is longer than a page is wide, it and the day remain.
    """

    code: str
    day: str
    name: str

    @property
    def line(self) -> str:
        """The mark as one line, without signs that cannot be drawn; a very long name is cut."""
        plain = " ".join("".join(each if each.isprintable() else " " for each in self.name).split())
        cut = plain if len(plain) <= 44 else f"{plain[:43].rstrip()}…"
        return " · ".join(part for part in (self.code, self.day, cut) if part)
