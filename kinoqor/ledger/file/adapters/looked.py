"""A file that came, looked at: what it is by its content, whether it opens, and the bytes that are kept of it.

A picture is written anew, so that nothing hides behind its pixels and no place or camera is told; a PDF is opened and its
pages are counted, and none with a program in it is kept; a packed file is looked at by its list of contents only.
"""

import hashlib
import io
import zipfile
from pathlib import Path

from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from pypdf import PdfReader

from kinoqor.kit.verdict import Refused, no, require
from kinoqor.ledger.file import rules
from kinoqor.ledger.file.words import Kind, Slot, Taken

PIXELS = 60_000_000  # of a picture
PAGES = 2_000  # of a PDF
_HEAD = 2048
_PICTURE = "JPEG"
_FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG"}


def look(path: Path, name: str, slot: Slot) -> Taken:
    """What is kept of the file at `path`, which is changed where a picture is written anew. Raises Refused."""
    sent = digest_of(path)
    kind = _kind(path)
    require(rules.may_be(kind, slot))
    if kind is None:
        raise LookupError(name)
    if kind in _FORMATS:
        _write_anew(path, kind)
    elif kind is Kind.PDF:
        _open_pdf(path)
    return Taken(rules.clean_name(name, kind), kind, digest_of(path), path.stat().st_size, sent)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _kind(path: Path) -> Kind | None:
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    inside: list[str] = []
    if head.startswith(b"PK\x03\x04"):
        try:
            with zipfile.ZipFile(path) as packed:
                held = packed.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            held = []
        inside = [each.filename for each in held]
        require(rules.may_be_unpacked(inside, sum(each.file_size for each in held)))
    return rules.kind_of(head, inside)


def _open_pdf(path: Path) -> None:
    """A PDF that opens without a password, has pages, and nothing in it that acts by itself. Raises Refused."""
    try:
        reader = PdfReader(path)
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
        acts = not locked and _acts(reader)
    except Exception as error:  # whatever a broken file makes its reader stumble over
        raise Refused(
            no(
                _("This PDF does not open: it is damaged or was cut off."),
                way=_("Save it anew and send it again."),
            )
        ) from error
    if locked:
        raise Refused(
            no(_("This PDF opens only with a password."), way=_("Save it without one and send it again."))
        )
    if acts:
        raise Refused(
            no(
                _("This PDF carries a program that runs when it is opened."),
                way=_("Print it into a new PDF and send that."),
            )
        )
    if not 0 < pages <= PAGES:
        said = {"n": pages, "most": PAGES}
        raise Refused(no(_("This PDF has %(n)s pages; between 1 and %(most)s are taken.") % said))


def _acts(reader: PdfReader) -> bool:
    """Whether opening the document runs a script or starts something (ISO 32000-1, 7.7.2 and 12.6)."""
    root = reader.root_object
    names = root.get("/Names")
    if names is not None and "/JavaScript" in names.get_object():
        return True
    opening = root.get("/OpenAction")
    opening = opening.get_object() if opening is not None else None
    actions = [opening] if isinstance(opening, dict) else []
    more = root.get("/AA")
    actions += [each.get_object() for each in more.get_object().values()] if more is not None else []
    return any(each.get("/S") in ("/JavaScript", "/Launch") for each in actions)


def _write_anew(path: Path, kind: Kind) -> None:
    """The picture as its pixels and nothing else, turned as the camera held it. Raises Refused."""
    made = io.BytesIO()
    try:
        with Image.open(path, formats=[_FORMATS[kind]]) as picture:
            if picture.width * picture.height > PIXELS:
                said = {"most": PIXELS // 1_000_000}
                raise Refused(no(_("This picture has more than %(most)s million pixels.") % said))
            plain = ImageOps.exif_transpose(picture)
            if kind is Kind.JPEG:
                plain.convert("RGB").save(made, _PICTURE, quality=92, optimize=True)
            else:
                plain.convert(
                    "RGBA" if "A" in plain.getbands() or "transparency" in plain.info else "RGB"
                ).save(made, "PNG", optimize=True)
    except Refused:
        raise
    except Exception as error:  # whatever a broken file makes its reader stumble over
        raise Refused(
            no(
                _("This picture does not open: it is damaged or was cut off."),
                way=_("Save it anew and send it again."),
            )
        ) from error
    path.write_bytes(made.getvalue())
