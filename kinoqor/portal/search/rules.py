"""The law of searching: how a query is read, what is asked of the index, what stands before what. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from kinoqor.kit.fold import fold, skeleton, trigrams
from kinoqor.kit.names import generated_spellings
from kinoqor.kit.text import clean
from kinoqor.portal.search.words import FOUND, KAZAKH_ENDING, LONGEST_QUERY, NOISE, RUSSIAN_ENDING

_ENDING = re.compile(f"{KAZAKH_ENDING}|{RUSSIAN_ENDING}")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_PARENTHESES = re.compile(r"\s*\(([^()]*)\)\s*")

# Bands of the score; a better kind of agreement always stands before a worse one.
SAME, SAME_GENERATED, SAME_BONES, PREFIX, ALL_WORDS, LIKE = 1000.0, 950.0, 900.0, 700.0, 500.0, 480.0
_LEAST_LIKENESS = 0.62
_KIND_ORDER = {kind: place for place, kind in enumerate(FOUND)}
# Rows that one question may bring from the index before they are weighed.
BROUGHT = 3000


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


@dataclass(frozen=True, slots=True)
class Found:
    """One spelling as the index gives it."""

    subject: int
    kind: str
    text: str
    lang: str
    folded: str
    attested: bool
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
    telling = tuple(word for word in words if word not in NOISE) or words
    years = [word for word in telling if _YEAR.fullmatch(word)]
    named = tuple(word for word in telling if word not in years)
    year = int(years[0]) if years and named else None
    return Asked(kept, folded, skeleton(kept), named if year else telling, year, len(whole) > len(kept))


def stem(word: str) -> str:
    """The shortest beginning of a folded word (three letters, half of it) whose rest may be an ending."""
    for length in range(max(3, (len(word) + 1) // 2), len(word)):
        if _ENDING.fullmatch(word, length):
            return word[:length]
    return word


def grams(words: Iterable[str]) -> tuple[str, ...]:
    """The three-letter pieces of the words by which the index is asked."""
    return tuple(dict.fromkeys(gram for word in words for gram in trigrams(word) if len(gram) == 3))


def rarest(pieces: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    """The pieces by how few spellings hold them, the rarest first."""
    return sorted(pieces, key=lambda gram: (counts.get(gram, 0), gram))


def all_of(pieces: Iterable[str], counts: Mapping[str, int]) -> list[list[str]]:
    """What to ask so that every piece is there: the eight rarest together; nothing if one is nowhere."""
    chosen = rarest(pieces, counts)[:8]
    return [chosen] if chosen and counts.get(chosen[0], 0) else []


def edits_allowed(asked: Asked) -> int:
    """How many mistypings are looked for, by the length of the query."""
    letters = len(asked.core)
    return 0 if letters < 3 else 1 if letters < 8 else 2 if letters < 15 else 3


def most_of(pieces: Sequence[str], counts: Mapping[str, int], edits: int) -> list[list[str]]:
    """What to ask so that nothing within `edits` mistypings is missed: any of the 3e+1 rarest.

    One edit spoils at most three pieces, so of 3e+1 one is whole, and of 3e+2 two are. Where single pieces
    are too common (more than BROUGHT rows), any two of the 3e+2 rarest are asked for instead; for a very
    short query among a great many names that may miss some.
    """
    chosen = rarest(pieces, counts)
    single = [gram for gram in chosen[: 3 * edits + 1] if counts.get(gram, 0)]
    if sum(counts[gram] for gram in single) <= BROUGHT:
        return [[gram] for gram in single]
    known = [gram for gram in chosen[: 3 * edits + 2] if counts.get(gram, 0)]
    return [list(pair) for pair in combinations(known, 2)]


def inflected(one: str, other: str) -> bool:
    """Whether two folded words differ by endings only: three letters and more alike, then maybe endings."""
    length = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        length += 1
    for shared in range(length, max(2, (min(len(one), len(other)) + 1) // 2), -1):
        if _ENDING.fullmatch(one, shared) and _ENDING.fullmatch(other, shared):
            return True
    return False


def likeness(asked: str, word: str) -> float:
    """How well one asked word agrees with one word of a name, 0 to 1; from 0.9 on it counts as found."""
    if asked == word:
        return 1.0
    if word.startswith(asked):
        return 0.92 + 0.07 * len(asked) / len(word)
    if inflected(asked, word):
        return 0.95
    alike = OSA.normalized_similarity(asked, word)
    return 0.89 * alike if alike >= 0.6 and len(word) > 2 else 0.0


def _by_words(words: Sequence[str], name: Sequence[str]) -> tuple[float, float, float]:
    """(least, mean) likeness of the asked words, and how much of the name they take up, all 0 to 1."""
    best = [max(((likeness(word, other), other) for other in name), default=(0.0, "")) for word in words]
    letters = sum(len(word) for word in words)
    mean = sum(alike * len(word) for word, (alike, _) in zip(words, best, strict=True)) / letters
    taken = {other for alike, other in best if alike}
    cover = sum(len(other) for other in taken) / max(1, sum(len(other) for other in name))
    return min(alike for alike, _ in best), mean, min(1.0, cover)


def score(asked: Asked, found: Found) -> float:
    """How well a spelling answers; 0 where it does not.

    Bands, best first: the same, attested before generated; the same bones; begins with what was asked; holds
    every word asked, whole, begun or inflected; is like it but for mistypings. A year that fits lifts within
    the band.
    """
    name, year = found.folded, 20.0 if asked.year and asked.year == found.year else 0.0
    if name in (asked.folded, asked.core):
        plain = 25.0 if found.text.casefold() == asked.text.casefold() else 0.0
        return (SAME if found.attested else SAME_GENERATED) + plain + year
    if asked.bones and skeleton(name) in (asked.bones, skeleton(asked.core)):
        return SAME_BONES + 10.0 * found.attested + year
    if name.startswith(asked.core):
        whole_word = 50.0 if name[len(asked.core)] == " " else 0.0
        return PREFIX + whole_word + 100.0 * len(asked.core) / len(name) + 5.0 * found.attested + year
    least, mean, cover = _by_words(asked.words, name.split())
    if least >= 0.9:
        return ALL_WORDS + 100.0 * cover + 50.0 * (mean - 0.9) + 5.0 * found.attested + year
    whole = fuzz.ratio(asked.bones, skeleton(name)) / 100
    alike = max(mean * (0.8 + 0.2 * cover), whole)
    return LIKE * alike + year * 0.5 + found.attested if alike >= _LEAST_LIKENESS else 0.0


def rank(asked: Asked, candidates: Iterable[Found], most: int) -> list[Hit]:
    """At most `most` subjects in the order in which they are shown, each by its best spelling.

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
    return (
        -round(hit.score, 3),
        -found.weight,
        _KIND_ORDER.get(found.kind, 9),
        found.year or 9999,
        found.subject,
    )


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


Row = tuple[int, str, str, str, str, str, bool, int, int | None]


@dataclass(frozen=True, slots=True)
class Named:
    """A subject and all that it is called: (text, language, script, attested)."""

    subject: int
    kind: str
    year: int | None
    weight: int
    names: tuple[tuple[str, str, str, bool], ...]


def spelled(named_: Named) -> Iterator[Row]:
    """The rows of one subject: every attested spelling once, then what else a searcher may type."""
    seen: set[tuple[str, bool]] = set()
    for text, lang, attested in _spellings(named_):
        folded = fold(text)[:200]
        if (folded, True) in seen or (folded, attested) in seen or not folded:
            continue
        seen.add((folded, attested))
        yield (
            named_.subject, named_.kind, text, lang, folded, skeleton(folded)[:200], attested, named_.weight,
            named_.year,
        )  # fmt: skip


def _spellings(named_: Named) -> Iterator[tuple[str, str, bool]]:
    written = [
        (spelling, lang, sure and attested)
        for text, lang, _, sure in named_.names
        for spelling, attested in variants(text)
    ]
    yield from sorted(written, key=lambda each: not each[2])
    for text, lang, _ in written:
        for spelling in generated_spellings(text, lang):
            yield spelling, lang, False
