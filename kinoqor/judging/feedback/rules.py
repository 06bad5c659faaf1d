"""The law of the reasons: what is gathered, what a machine notices in it, when it may be checked and sent. Pure.

The machine only points. Whatever goes out was written by a reader or by an officer, and both stay on record.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext_lazy as _

from kinoqor.judging.feedback.words import LONGEST, SHORTEST, WHY, Finding, Kind, Piece, Stand, Watch
from kinoqor.kit.calendar import Calendar, UnknownYear
from kinoqor.kit.fold import fold
from kinoqor.kit.names import generated_spellings
from kinoqor.kit.verdict import YES, Verdict, no

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_VOWELS = "aeiou"
NAMED_FROM = 4  # folded letters of a name that are enough to be looked for: shorter ones stand in many words


def order(reviews: Mapping[int, str], application: int) -> dict[int, int]:
    """By which number each reader is called (review -> 1, 2, 3), drawn by the secret salts of their reviews, so that it
    says nothing of who they are and is the same on every page.
    """
    drawn = sorted(
        reviews, key=lambda one: sha256(f"{reviews[one]}:{application}:order".encode()).hexdigest()
    )
    return {review: number for number, review in enumerate(drawn, 1)}


def gathered(
    criteria: Sequence[str], reviews: Iterable[tuple[int, str, Mapping[str, str]]], language: str
) -> list[Piece]:
    """The pieces of one applicant, by criterion, from (review, its language, reasons by criterion) in their order. What
    is in another language waits for its translation.
    """
    told = list(reviews)
    return [
        Piece(criterion, review, said_in, said[criterion], said[criterion] if said_in == language else "")
        for criterion in criteria
        for review, said_in, said in told
        if criterion in said
    ]


def stems_of(name: str) -> frozenset[str]:
    """The folded words of a name in every way in which it may be written, without what bends at their ends."""
    ways = (name, *generated_spellings(name, "kk"), *generated_spellings(name, "ru"))
    words = {word for way in ways for word in fold(way).split()}
    return frozenset(_bare(word) for word in words if len(_bare(word)) >= NAMED_FROM)


def _bare(word: str) -> str:
    return word.rstrip(_VOWELS) if len(word.rstrip(_VOWELS)) >= NAMED_FROM else word


def findings(text: str, watch: Watch) -> list[Finding]:
    """Names, insults and give-aways of a text, in the order in which they stand in it; or that it says too little."""
    words = [(fold(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
    names = {stem: name for name in watch.names for stem in stems_of(name)}
    found = []
    for at, (word, start, end) in enumerate(words):
        like = next((name for stem, name in names.items() if word.startswith(stem)), "")
        if like:
            found.append(Finding(Kind.NAME, start, end, like))
        for kind, stem in watch.stems:
            parts = fold(stem).split()
            run = words[at : at + len(parts)]
            if parts and len(run) == len(parts) and _bends(run, parts):
                found.append(Finding(kind, start, run[-1][2], stem))
    if not text.strip():
        return [Finding(Kind.EMPTY)]
    return [*found, Finding(Kind.SHORT)] if len(text.strip()) < SHORTEST else found


def _bends(run: Sequence[tuple[str, int, int]], parts: Sequence[str]) -> bool:
    """Whether words begin as the parts of a phrase do: endings bend."""
    return all(word.startswith(part) for (word, _start, _end), part in zip(run, parts, strict=True))


def findings_of(piece: Piece, watch: Watch, language: str) -> list[Finding]:
    """What is noticed in what goes out; where nothing does yet, in what the reader said."""
    foreign = [Finding(Kind.LANGUAGE)] if piece.language != language else []
    if piece.left_out:
        return []
    return [*foreign, *findings(piece.text or piece.said, watch)]


def may_change(piece: Piece, language: str) -> Verdict:
    """Whether a piece may stand as it is: changed words and words left out have a reason, and neither is too long. That a
    piece was translated needs none.
    """
    if len(piece.text) > LONGEST:
        return no(_("Write in at most %(most)s letters.") % {"most": LONGEST})
    reasoned = len(piece.why.strip()) >= WHY
    if piece.left_out and not reasoned:
        return no(_("Say in at least %(least)s letters why this piece is left out.") % {"least": WHY})
    if piece.changed and not reasoned and piece.language == language:
        return no(_("Say in at least %(least)s letters why these words were changed.") % {"least": WHY})
    return YES


def may_be_changed(stand: str) -> Verdict:
    """Whether anything can still be changed: not what was sent."""
    return no(_("These reasons have been sent already.")) if stand == Stand.SENT else YES


def may_check(pieces: Sequence[Piece], marked: Iterable[str], needed: bool, stand: str) -> Verdict:
    """Whether the reasons of an applicant are ready: everything is translated, nothing changed without a reason, and
    every criterion that was marked keeps words, where the call asks for them.
    """
    if stand == Stand.SENT:
        return no(_("These reasons have been sent already."))
    if any(not each.left_out and not each.text.strip() and each.said.strip() for each in pieces):
        return no(
            _("A piece waits for its translation into the applicant’s language."),
            way=_("Write it beside the original, or leave the piece out with a reason."),
        )
    if not any(_says(each) for each in pieces):
        return no(_("Nothing is left that could be sent."), way=_("Keep at least one piece."))
    told = by_criterion(pieces)
    silent = [each for each in dict.fromkeys(marked) if each not in told]
    if needed and silent:
        return no(
            _("The applicant gets reasons for every criterion; without any: %(many)s.")
            % {"many": len(silent)},
            way=_("Keep a piece of each, or write one from what the readers said."),
        )
    return YES


def _says(piece: Piece) -> bool:
    return not piece.left_out and bool(piece.text.strip())


def by_criterion(pieces: Iterable[Piece]) -> dict[str, list[str]]:
    """What goes out: the texts of each criterion that has any, in their order."""
    found: dict[str, list[str]] = {}
    for each in pieces:
        if _says(each):
            found.setdefault(each.criterion, []).append(each.text.strip())
    return found


def may_send(stand: str) -> Verdict:
    """Whether the reasons may go out: checked, and once."""
    if stand == Stand.SENT:
        return no(_("These reasons have been sent already."))
    if stand != Stand.CHECKED:
        return no(
            _("Nobody has checked these reasons yet."),
            way=_("An officer reads them for names and insults first."),
        )
    return YES


def same_page(shown: int, stands: int) -> Verdict:
    """Whether a page shows what stands now."""
    if shown == stands:
        return YES
    return no(
        _("Somebody has changed these reasons since this page was opened."),
        way=_("Read what stands there now; what you wrote is kept in the fields until you leave."),
    )


def due(calendar: Calendar, opened: date, days: int | None) -> date | None:
    """The last working day on which the reasons go out in time; None where the call or the calendar says nothing."""
    if days is None:
        return None
    try:
        return calendar.after(opened, days).day
    except UnknownYear:
        return None
