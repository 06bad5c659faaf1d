"""The papers of a file as its reader sees them: leaf by leaf, with the reader's mark in every picture."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy

from kinoqor.funding.call.words import Terms
from kinoqor.funding.filing.queries import latest_filing
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused, Verdict, no, require
from kinoqor.ledger.file.adapters import leaves
from kinoqor.ledger.file.queries import bytes_of, versions_of
from kinoqor.ledger.file.rules import may_be_read, shape
from kinoqor.ledger.file.words import Kind, Mark
from kinoqor.ui.parts import Leaf
from kinoqor.ui.templatetags.ui import day

WIDTH = 1240  # pixels of a picture: sharp on a tablet, bearable on a phone's line
NO_PICTURE = no(
    gettext_lazy("This paper is not a PDF, so it cannot be shown here page by page."),
    way=gettext_lazy("Ask the officer."),
)
GONE = no(
    gettext_lazy("The bytes of this file are not where they are kept."), way=gettext_lazy("Tell the officer.")
)
_KEPT = 24 * 3600  # seconds that the sizes of a PDF's pages are remembered; they never change


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper that is read: its number on the page from 1, what it is, its name, its pages or why it has none here."""

    number: int
    called: str
    name: str
    file: Any
    leaves: tuple[Leaf, ...] = ()
    trouble: Verdict | None = None


def pieces(reading: Any, terms: Terms) -> list[Piece]:
    """The papers of the filing that its readers are shown, each with its leaves."""
    return [_shown(reading, each) for each in found(reading, terms)]


def found(reading: Any, terms: Terms) -> list[Piece]:
    """The same without opening them."""
    stage = terms.stage(reading.draw.stage)
    filing = latest_filing(reading.application_id, reading.draw.stage)
    if stage is None or filing is None:
        return []
    shown = shown_codes(terms, reading.draw.stage)
    kept = {(each.slot, each.digest): each for each in versions_of(reading.application.name)}
    told: list[Piece] = []
    for slot, name, digest, _size in filing.files:
        file, paper = kept.get((slot, digest)), stage.paper(slot)
        if slot in shown and file is not None:
            told.append(Piece(len(told) + 1, said(paper.name) if paper else slot, name, file))
    return told


def shown_codes(terms: Terms, stage: str) -> tuple[str, ...]:
    """Which papers readers are shown: those that the call names, else the first that it asks for.

    The others (identity documents, contracts, certificates of debt) are for officers alone.
    """
    of, manner = terms.stage(stage), terms.manner(stage)
    named = tuple(manner.papers) if manner else ()
    return named or tuple(each.code for each in (of.papers if of else ())[:1])


def piece(reading: Any, terms: Terms, number: int) -> Piece | None:
    """One of them by its number."""
    return next((each for each in found(reading, terms) if each.number == number), None)


def mark_of(reading: Any, name: str) -> Mark:
    """What stands across every page: the number of the reading, the day, the reader's name."""
    return Mark(f"R{reading.pk}", day(timezone.localdate()), name)


def picture(of: Piece, page: int, mark: Mark) -> bytes:
    """A page as a picture. Raises Refused."""
    require(_readable(of.file))
    with _opened(of.file) as opened:
        return leaves.picture(opened, page, WIDTH, mark)


def words(of: Piece, page: int) -> str:
    """A page as text, "" where it is only a picture. Raises Refused."""
    require(_readable(of.file))
    with _opened(of.file) as opened:
        return leaves.text(opened, page)


def _shown(reading: Any, of: Piece) -> Piece:
    try:
        require(_readable(of.file))
        made = [_leaf(reading, of.number, page, size) for page, size in enumerate(_sizes(of.file), 1)]
    except Refused as refused:
        return Piece(of.number, of.called, of.name, of.file, (), refused.verdict)
    return Piece(of.number, of.called, of.name, of.file, tuple(made))


def _leaf(reading: Any, number: int, page: int, size: tuple[float, float]) -> Leaf:
    where = [reading.pk, number, page]
    wide, high = shape(size, WIDTH)
    return Leaf(page, reverse("reading-page", args=where), wide, high, reverse("reading-words", args=where))


def _sizes(file: Any) -> list[tuple[float, float]]:
    key = f"leaves:{file.digest}"
    known = cache.get(key)
    if known is None:
        with _opened(file) as opened:
            known = leaves.sizes(opened)
        cache.set(key, known, _KEPT)
    return [(float(across), float(down)) for across, down in known]


def _readable(file: Any) -> Verdict:
    if file.kind != Kind.PDF:
        return NO_PICTURE
    return may_be_read(file.scan, False, settings.UNSCANNED)


def _opened(file: Any) -> Any:
    try:
        return bytes_of(file)
    except FileNotFoundError as error:
        raise Refused(GONE) from error
