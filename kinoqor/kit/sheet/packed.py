"""A packed file before it is opened: what it says it holds, and how much really comes out of it."""

import io
import struct
import zipfile
import zlib

from django.utils.translation import gettext as _

from kinoqor.kit.sheet.table import Form, Limits, NotTaken

_END = b"PK\x05\x06"
_LOCKED = 0x1
_CHUNK = 1 << 16
_LIST_LINE = 600  # bytes that one part takes up in the list of contents, at the very most
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def examine(raw: bytes, limits: Limits) -> Form:
    """XLSX or ODS, if a packed file is one of them and stays within bounds; raises NotTaken with the reason.

    Asked in this order, so that nothing is unpacked that the list of contents already forbids: how many parts, how much
    they say they are, whether they lie upon one another, what kind of file it is, how much really comes out.
    """
    if _length_of_list(raw) > limits.entries * _LIST_LINE:
        raise NotTaken(_bomb(limits))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
            _look(parts, len(raw), limits)
            form = _form(packed, {part.filename for part in parts})
    except (zipfile.BadZipFile, NotImplementedError, EOFError, struct.error, zlib.error, ValueError) as error:
        raise NotTaken(broken()) from error
    _unpack(raw, parts, limits)
    return form


def _length_of_list(raw: bytes) -> int:
    at = raw.rfind(_END, max(0, len(raw) - 66_000))
    if at < 0 or at + 16 > len(raw):
        raise NotTaken(broken())
    return int(struct.unpack("<I", raw[at + 12 : at + 16])[0])


def _look(parts: list[zipfile.ZipInfo], size: int, limits: Limits) -> None:
    if any(part.flag_bits & _LOCKED for part in parts):
        raise NotTaken(_("The file is locked with a password. Save it without one."))
    total = sum(part.file_size for part in parts)
    if len(parts) > limits.entries or total > limits.unpacked or total > limits.ratio * max(size, 4096):
        raise NotTaken(_bomb(limits))
    if sum(part.compress_size for part in parts) > size:
        raise NotTaken(_bomb(limits))


def _form(packed: zipfile.ZipFile, names: set[str]) -> Form:
    if "xl/workbook.xml" in names:
        return Form.XLSX
    told = "mimetype" in names and packed.getinfo("mimetype").file_size < 200
    if told and packed.read("mimetype").strip() == _ODS:
        return Form.ODS
    raise NotTaken(_("This is a packed file, but no XLSX or ODS table. Save the table as one of these."))


def _unpack(raw: bytes, parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Let every part out once, keeping nothing, and count: what the list says may be a lie."""
    left = min(limits.unpacked, limits.ratio * max(len(raw), 4096))
    for part in parts:
        start = part.header_offset
        if raw[start : start + 4] != b"PK\x03\x04" or start + 30 > len(raw):
            raise NotTaken(broken())
        name, extra = struct.unpack("<HH", raw[start + 26 : start + 30])
        start += 30 + name + extra
        left -= _count(raw[start : start + part.compress_size], part.compress_type, left)
        if left < 0:
            raise NotTaken(_bomb(limits))


def _count(packed: bytes, way: int, most: int) -> int:
    """How many bytes come out, counted no further than a little beyond `most`."""
    if way == zipfile.ZIP_STORED:
        return len(packed)
    if way != zipfile.ZIP_DEFLATED:
        raise NotTaken(broken())
    out, count, rest = zlib.decompressobj(-15), 0, packed
    try:
        while rest and count <= most:
            count += len(out.decompress(rest, _CHUNK))
            rest = out.unconsumed_tail
    except zlib.error as error:
        raise NotTaken(broken()) from error
    return count


def _bomb(limits: Limits) -> str:
    return _(
        "The file unpacks to far more than it should, so it was not opened and nothing was loaded. At most %(rows)s rows "
        "and %(columns)s columns are taken at once: divide the table into several files, and leave out pictures."
    ) % {"rows": f"{limits.rows:,}".replace(",", "\u00a0"), "columns": limits.columns}


def broken() -> str:
    """The sentence for a file that cannot be opened."""
    return _("The file is damaged and cannot be opened. Save the table anew and send it again.")
