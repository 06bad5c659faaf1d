"""Invented scripts: scenes of random words under the headings that all scripts have, set as PDFs or as scans."""

import random
from collections.abc import Sequence
from pathlib import Path

from typst import compile as typeset

from kinoqor.funding.application.queries import holder
from kinoqor.kit.names import passport_latin
from kinoqor.ledger.deed.models import Deed
from kinoqor.ledger.file.adapters.kept import lay_down
from kinoqor.ledger.file.adapters.looked import digest_of
from kinoqor.ledger.file.models import File
from kinoqor.ledger.file.words import Kind, where_of

_ROOTS = """
шопан дала тай ауыл құпия әже хат көрші қыз бала тау көл кеме сурет қала жол есік терезе түн таң жұлдыз от су нан ат қой
ит үй мектеп кітап дос жау көз қол жүрек ән күй домбыра базар пойыз бекет теңіз құм жел қар жаңбыр
"""
ROOTS = tuple(_ROOTS.split())
ENDINGS = ("", "дың", "ға", "ды", "да", "дан", "мен", "лар", "шы", "лық", "сыз", "дай")
HEADINGS = ("ИНТ. ҮЙ – КҮН", "НАТ. ДАЛА – ТҮН", "ИНТ. МЕКТЕП – ТАҢ", "НАТ. АУЫЛ – КЕШ")


def scenes(seed: int, count: int, words: int = 85) -> list[str]:
    """So many scenes, two of which fill a page."""
    chance = random.Random(seed)
    return [
        f"{chance.choice(HEADINGS)}\n\n"
        + " ".join(chance.choice(ROOTS) + chance.choice(ENDINGS) for _ in range(words))
        for _ in range(count)
    ]


def latin(told: Sequence[str]) -> list[str]:
    """The same script in Latin letters."""
    return [passport_latin(scene) for scene in told]


def script(title: str, told: Sequence[str]) -> bytes:
    """A script as PDF, two scenes a page."""
    pages = ["\n\n".join(told[at : at + 2]) for at in range(0, len(told), 2)]
    made = typeset("\n#pagebreak()\n".join([f"= {title}", *pages]).encode())
    assert isinstance(made, bytes)
    return made


def scan(pages: int) -> bytes:
    """A script as a scanner makes it: pictures, and a stamp on each page."""
    box = "#rect(width: 80%, height: 80%, fill: gray)\nScanned by Scanner\n#pagebreak()\n"
    made = typeset((box * pages).encode())
    assert isinstance(made, bytes)
    return made


def sent(number: int, raw: bytes, where: Path, name: str = "script.pdf", clean: bool = True) -> File:
    """A script that was sent to an application, and scanned."""
    path = where / f"{number}-{name}"
    path.write_bytes(raw)
    digest, deed = digest_of(path), Deed.objects.latest("pk")
    lay_down(where_of(digest), path, len(raw))
    return File.objects.create(
        holder=holder(number), slot="script", place=1, version=1, name=name, kind=Kind.PDF, size=len(raw),
        digest=digest, sent_digest=digest, at=deed.at, sent=deed, scan="clean" if clean else None,
    )  # fmt: skip
