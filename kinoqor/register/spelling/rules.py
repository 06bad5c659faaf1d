"""The law of searching: how a query is read, what is asked of the index, what stands before what. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kinoqor.kit.fold import fold, skeleton
from kinoqor.kit.likeness import BEGUN, BENT, likeness
from kinoqor.kit.names import generated_spellings
from kinoqor.kit.text import clean
from kinoqor.register.spelling.words import FOUND, HALF, LONGEST_QUERY, NOISE, SHARED, Standing

_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PARENTHESES = re.compile(r"\s*\(([^()]*)\)\s*")

# Bands of the score; a better kind of agreement always stands before a worse one.
SAME, SAME_GENERATED, SAME_BONES, SAME_CORE, PREFIX = 1000.0, 940.0, 900.0, 860.0, 680.0
ALL_WORDS, FORMS, LIKE, SOME = 500.0, 400.0, 390.0, 200.0
# From FIRM on a name was found, below it only something near; below CLOSE it is worth while to look further.
FIRM, CLOSE = FORMS + 90, LIKE * 0.75
_LEAST_LIKENESS, _LEAST_SHARE = 0.62, 0.3
_KIND_ORDER = {kind: place for place, kind in enumerate(FOUND)}


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as it is understood. `words` are those that can stand in a name, `year` a year beside them."""

    text: str
    folded: str
    bones: str
    words: tuple[str, ...]
    year: int | None
    cut: bool

    @property
    def core(self) -> str:
        """The folded query without noise and year."""
        return " ".join(self.words)

    @property
    def starts(self) -> tuple[str, ...]:
        """How a name may begin while the query is being typed: a last "z" may be half of "zh"."""
        half = (
            self.folded[:-1] + HALF[self.folded[-1]]
            if self.folded[-1:] in HALF and len(self.folded) > 2
            else ""
        )
        return tuple(dict.fromkeys(start for start in (self.folded, self.core, half) if start))


@dataclass(frozen=True, slots=True)
class Found:
    """One spelling as the index gives it."""

    subject: int
    kind: str
    text: str
    lang: str
    folded: str
    standing: int
    weight: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A subject that was found, its score (greater is better) and the spelling that agreed best."""

    found: Found
    score: float


def read(text: str) -> Asked:
    """Understand a query of any length and content; at most LONGEST_QUERY signs of it count."""
    whole = clean(text, len(text))
    kept = clean(whole, LONGEST_QUERY)
    folded = fold(kept)
    words = tuple(dict.fromkeys(folded.split()))
    years = [word for word in words if _YEAR.fullmatch(word)]
    named = tuple(word for word in words if word not in years)
    telling = tuple(word for word in named if word not in NOISE) or named or words
    year = int(years[0]) if years and named else None
    return Asked(kept, folded, skeleton(kept), telling, year, len(whole) > len(kept))


def edits_allowed(asked: Asked) -> int:
    """How many mistypings are looked for, by the length of the query."""
    letters = len(asked.core)
    return 0 if letters < 3 else 1 if letters < 8 else 2 if letters < 15 else 3


def _by_words(words: Sequence[str], name: Sequence[str]) -> tuple[float, float, float]:
    """(least, mean) likeness of the asked words, and how much of the name they take up, all 0 to 1."""
    best = [max(((likeness(word, other), other) for other in name), default=(0.0, "")) for word in words]
    letters = sum(len(word) for word in words)
    mean = sum(alike * len(word) for word, (alike, _) in zip(words, best, strict=True)) / letters
    taken = {other for alike, other in best if alike}
    cover = sum(len(other) for other in taken) / max(1, sum(len(other) for other in name))
    return min(alike for alike, _ in best), mean, min(1.0, cover)


def _quarters(share: float) -> float:
    """A share in steps of a quarter: a few letters more or less do not outweigh what is better known."""
    return int(share * 4) / 4


def score(asked: Asked, found: Found) -> float:
    """How well a spelling answers; 0 where it does not.

    Bands, best first: the same, attested before generated; the same bones; the same but for noise; begins
    with what was asked; holds every word asked, whole or begun; holds them in other forms, or is nearly the
    same; is like it but for mistypings; holds some of the words. A title that a page shows stands before
    another; a year that fits lifts within the band.
    """
    name = found.folded
    lift = 5.0 * found.standing + (20.0 if asked.year and asked.year == found.year else 0.0)
    if name == asked.folded:
        same = found.text.casefold() == asked.text.casefold()
        return (SAME + 15.0 * same if found.standing >= Standing.ATTESTED else SAME_GENERATED) + lift
    bones = skeleton(name)
    if bones == asked.bones:
        return SAME_BONES + lift
    if name == asked.core or bones == skeleton(asked.core):
        return SAME_CORE + lift
    for lower, start in enumerate(asked.starts):
        if name.startswith(start):
            whole_word = 50.0 if name[len(start) :].startswith(" ") else 0.0
            return PREFIX + whole_word + 100.0 * _quarters(len(start) / len(name)) + lift - 10.0 * lower
    return _loosely(asked, name.split(), fuzz.ratio(asked.bones, bones) / 100, lift)


def _loosely(asked: Asked, name: Sequence[str], whole: float, lift: float) -> float:
    least, mean, cover = _by_words(asked.words, name)
    if least >= BEGUN:
        return ALL_WORDS + 100.0 * _quarters(cover) + lift
    near = whole - 0.05 if whole >= 0.88 else 0.0
    if least >= BENT or near:
        return FORMS + 95.0 * max(_quarters(cover) if least >= BENT else 0.0, near) + lift / 10
    alike = max(mean * (0.8 + 0.2 * cover), whole)
    if alike >= _LEAST_LIKENESS:
        return LIKE * alike + lift / 2
    return SOME * mean + lift / 2 if len(asked.words) > 1 and mean >= _LEAST_SHARE else 0.0


def rank(asked: Asked, candidates: Iterable[Found], most: int) -> list[Hit]:
    """At most `most` subjects in the order shown, each by its best spelling.

    Equal scores are ordered by weight (how much the register says of a subject), then kind, then year, then
    number.
    """
    best: dict[int, Hit] = {}
    for found in candidates:
        points = score(asked, found)
        known = best.get(found.subject)
        if points and (known is None or points > known.score):
            best[found.subject] = Hit(found, points)
    return sorted(best.values(), key=_place)[:most]


def _place(hit: Hit) -> tuple[float, int, int, int, int]:
    found = hit.found
    kind = _KIND_ORDER.get(found.kind, 9)
    return (-round(hit.score, 3), -found.weight, kind, found.year or 9999, found.subject)


Row = tuple[int, str, str, str, str, str, int, int, int | None]


@dataclass(frozen=True, slots=True)
class Named:
    """A subject and all that it is called: (text, language, how it stands)."""

    subject: int
    kind: str
    year: int | None
    weight: int
    names: tuple[tuple[str, str, Standing], ...]


def variants(text: str) -> list[tuple[str, bool]]:
    """(spelling, attested so) that one written name stands for: itself, without its gloss, the gloss."""
    spellings = {text: True}
    if _PARENTHESES.search(text):
        spellings.setdefault(_PARENTHESES.sub(" ", text).strip(), True)
        for gloss in _PARENTHESES.findall(text):
            spellings.setdefault(gloss.strip(), False)
    for part in text.split(" / "):
        spellings.setdefault(part.strip(), True)
    return [(spelling, attested) for spelling, attested in spellings.items() if len(fold(spelling)) > 1]


def without_shared(text: str) -> str:
    """The words of an organisation's name that few others share: "Festival de Cannes" gives "Cannes"."""
    return " ".join(word for word in text.split() if fold(word) not in SHARED)


def spelled(named: Named) -> Iterator[Row]:
    """The rows of one subject: every attested spelling once, then what else a searcher may type."""
    seen: set[str] = set()
    for text, lang, standing in _spellings(named):
        folded = fold(text)[:200].rstrip()
        if folded and folded not in seen:
            seen.add(folded)
            bones = skeleton(folded)[:200]
            yield named.subject, named.kind, text, lang, folded, bones, standing, named.weight, named.year


def _part(standing: Standing) -> Standing:
    return Standing.PART if standing == Standing.SHOWN else Standing.GENERATED


def _spellings(named: Named) -> Iterator[tuple[str, str, Standing]]:
    written = [
        (spelling, lang, standing if attested else _part(standing))
        for text, lang, standing in named.names
        for spelling, attested in variants(text)
    ]
    yield from sorted(written, key=lambda each: -each[2])
    for text, lang, standing in written:
        if named.kind == "organisation":
            yield without_shared(text), lang, _part(standing)
        for spelling in generated_spellings(text, lang):
            yield spelling, lang, Standing.GENERATED
