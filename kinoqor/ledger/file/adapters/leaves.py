"""A PDF shown leaf by leaf: each page as a picture with its reader's mark in the pixels, and as text.

The PDF itself is given to nobody. It is opened by a program of its own (leaf_child.py); here its pixels are marked and
packed. A picture belongs to one reader: no shared cache may keep it (PRIVATE), and none is kept by the house, since
making it anew costs a tenth of a second and the reader's own browser keeps what was read a moment ago.
"""

import io
import json
import subprocess
import sys
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO

from django.utils.translation import gettext as _
from PIL import Image, ImageChops

from kinoqor.kit.verdict import Refused, Verdict, no, require
from kinoqor.ledger.file.adapters.leaf_mark import marked
from kinoqor.ledger.file.adapters.looked import PAGES
from kinoqor.ledger.file.rules import shape
from kinoqor.ledger.file.words import Mark

TYPE = "image/webp"
PRIVATE = "private, max-age=900"
SIGNS = 40_000  # of the text of a page
_CHILD = Path(__file__).with_name("leaf_child.py")
_LOCKED, _BROKEN, _BEYOND = 3, 4, 5
_PATIENCE = 40  # seconds by the clock
_GATE = BoundedSemaphore(2)  # pages opened at once by one process of the house
_GREY = 12  # how far apart the colours of a grey page may lie


def sizes(opened: IO[bytes]) -> list[tuple[float, float]]:
    """Width and height in points of every page, as it is seen (turned pages turned). Raises Refused."""
    pages, told = json.loads(_ask(opened, "sizes", PAGES))
    if not 0 < pages <= PAGES:
        said = {"n": pages, "most": PAGES}
        raise Refused(no(_("This PDF has %(n)s pages; between 1 and %(most)s are shown.") % said))
    return [(across, down) for across, down in told]


def count(opened: IO[bytes]) -> int:
    """How many pages it has. Raises Refused."""
    return len(sizes(opened))


def size(opened: IO[bytes], number: int) -> tuple[float, float]:
    """Width and height in points of a page, the first being 1. Raises Refused."""
    found = sizes(opened)
    if not 0 < number <= len(found):
        raise Refused(_beyond())
    return found[number - 1]


def picture(
    opened: IO[bytes], number: int, width: int, mark: Mark, known: tuple[float, float] | None = None
) -> bytes:
    """A page as a WebP of about `width` pixels (rules.shape), marked. Raises Refused.

    `known`: the size of the page in points where the caller has it from `sizes`; it saves opening the file twice.
    """
    try:
        across, down = shape(known or size(opened, number), width)
    except ValueError as error:
        raise Refused(no(_("This page has no size, so nothing of it can be shown."))) from error
    pixels = _ask(opened, "picture", number, across, down)
    page = Image.frombytes("RGB", (across, down), pixels, "raw", "BGR")
    return _packed(page, mark)


def text(opened: IO[bytes], number: int) -> str:
    """The words of a page line by line, "" for a page that is only a picture. Raises Refused."""
    if number < 1:
        raise Refused(_beyond())
    lines = _ask(opened, "text", number, SIGNS).decode().splitlines()
    # PDFium marks a word that was parted at the end of a line by this sign.
    told = "\n".join(line.rstrip() for line in lines).replace("\ufffe\n", "").replace("\x02\n", "")
    return "".join(sign for sign in told if sign == "\n" or sign.isprintable()).strip()


def _packed(page: Image.Image, mark: Mark) -> bytes:
    """Letters on white stay sharp in sixteen greys without loss; a page of pictures loses what no eye misses."""
    made = io.BytesIO()
    red, green, blue = page.split()
    apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
    grey = apart.getextrema()[1] <= _GREY  # type: ignore[operator]  # one band has two plain numbers
    plain = page.convert("L") if grey else page
    white = sum(plain.convert("L").histogram()[240:]) / (page.width * page.height)
    shown = marked(plain, mark)
    if grey and white > 0.6:
        shown.point([round(level / 17) * 17 for level in range(256)]).save(
            made, "WEBP", lossless=True, quality=30, method=3
        )
    else:
        shown.save(made, "WEBP", quality=78, method=3)
    return made.getvalue()


def _ask(opened: IO[bytes], what: str, *numbers: int) -> bytes:
    """One question to the child. Raises Refused."""
    opened.seek(0)
    command = [sys.executable, "-I", str(_CHILD), what, *map(str, numbers)]
    try:
        with _GATE:
            done = subprocess.run(
                command, input=opened.read(), capture_output=True, timeout=_PATIENCE, check=False
            )
    except subprocess.TimeoutExpired as error:
        raise Refused(_heavy()) from error
    if done.returncode == _LOCKED:
        require(no(_("This PDF opens only with a password."), way=_("Ask for it without one.")))
    if done.returncode == _BROKEN:
        require(no(_("This PDF does not open: it is damaged or was cut off."), way=_("Ask for it anew.")))
    if done.returncode == _BEYOND:
        raise Refused(_beyond())
    if done.returncode:
        raise Refused(_heavy())
    return done.stdout


def _beyond() -> Verdict:
    return no(_("This file has no page of that number."))


def _heavy() -> Verdict:
    return no(_("This page is too heavy to be shown."), way=_("Ask for the PDF saved smaller."))
