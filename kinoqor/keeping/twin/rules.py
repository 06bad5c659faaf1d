"""The law of looking alike: which records are compared, and what speaks for their being the same. Pure.

What is found is an offer, never a decision: a person judges every pair.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from kinoqor.keeping.twin.words import (
    ALIKE_FROM,
    CROWD,
    NEAR_YEARS,
    OFFERED_FROM,
    WEIGHT,
    WORD_ALIKE_FROM,
    Sign,
)
from kinoqor.kit.fold import fold, skeleton
from kinoqor.kit.likeness import bent
from kinoqor.kit.names import script_of
from kinoqor.register.spelling.rules import without_shared
from kinoqor.register.subject.words import Kind

_SHORTEST = 4  # letters of a word that tells somebody apart


@dataclass(frozen=True, slots=True)
class Named:
    """One name as it is written, its search form, and its key without what spellings disagree on (kit.fold)."""

    text: str
    folded: str
    bones: str

    @property
    def words(self) -> list[str]:
        return self.folded.split()


@dataclass(frozen=True, slots=True)
class Bearer:
    """A record as it is compared: its names, its year, and with whom or what it is credited (numbers)."""

    subject: int
    kind: str
    names: tuple[Named, ...]
    year: int | None = None
    shares: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Seen:
    """One sign with what the two records say; `shared` are the numbers of what they have in common."""

    sign: Sign
    one: str = ""
    other: str = ""
    shared: tuple[int, ...] = ()


def weight(seen: Iterable[Seen]) -> int:
    """How much speaks for two records being the same; greater is more."""
    return sum(WEIGHT[each.sign] for each in seen)


def keys(bearer: Bearer) -> set[str]:
    """What a record must have in common with another to be compared with it at all.

    The bones of a name; for people also each longer word with the initial of another, so that "A. Synaqov" meets
    "Synaqov Aidar"; for films the beginning of the title with the year, and the director with the year (and the next).
    """
    found = {name.bones for name in bearer.names if name.bones}
    if bearer.kind == Kind.PERSON:
        for name in bearer.names:
            found.update(_with_initials(name.words))
    elif bearer.kind == Kind.WORK and bearer.year is not None:
        for year in (bearer.year, bearer.year + NEAR_YEARS):
            found.update(f"{name.bones[:6]} {year}" for name in bearer.names)
            found.update(f"#{number} {year}" for number in bearer.shares)
    elif bearer.kind == Kind.ORGANISATION:
        found.update(f"{name.bones[:8]}…" for name in bearer.names if len(name.bones) >= 8)
    return found


def _with_initials(words: list[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        if len(word) >= _SHORTEST:
            for other in (*words[:at], *words[at + 1 :]):
                yield f"{skeleton(word)[:6]} {other[0]}"


def to_compare(keyed: Mapping[int, set[str]]) -> set[tuple[int, int]]:
    """The pairs of numbers that share a key; a key of a crowd tells nothing and is passed over."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number in sorted(keyed):
        for key in keyed[number]:
            holders[key].append(number)
    found: set[tuple[int, int]] = set()
    for some in holders.values():
        if 1 < len(some) <= CROWD:
            found.update(combinations(some, 2))
    return found


def compare(one: Bearer, other: Bearer) -> list[Seen]:
    """What speaks for two records being the same and what against, the name first; empty where it is not worth a look."""
    shared = tuple(sorted(one.shares & other.shares))
    # Only a film of the same year can be the other under a shorter title; a sequel has a year of its own.
    named = _by_name(one, other, bool(shared) and one.year == other.year)
    if named is None:
        return []
    seen = [named, *_by_year(one, other)]
    if shared:
        seen.append(Seen(Sign.SHARED, shared=shared))
    return seen if weight(seen) >= OFFERED_FROM else []


def _by_name(one: Bearer, other: Bearer, acquainted: bool) -> Seen | None:
    """The strongest agreement of any name of the one with any name of the other."""
    found: list[Seen] = []
    for mine in one.names:
        for theirs in other.names:
            sign = _alike(one.kind, mine, theirs, acquainted)
            if sign is not None:
                found.append(_in_its_order(sign, mine, theirs))
    # Among equals two names in one script, which a reader can compare at a glance.
    return max(
        found,
        key=lambda seen: (WEIGHT[seen.sign], script_of(seen.one) == script_of(seen.other)),
        default=None,
    )


def _in_its_order(sign: Sign, mine: Named, theirs: Named) -> Seen:
    """The shorter name first, where one is short for the other or a part of it."""
    if sign in (Sign.INITIAL, Sign.PART) and len(theirs.folded) < len(mine.folded):
        return Seen(sign, theirs.text, mine.text)
    return Seen(sign, mine.text, theirs.text)


def _alike(kind: str, mine: Named, theirs: Named, acquainted: bool) -> Sign | None:
    if mine.text.casefold() == theirs.text.casefold():
        return Sign.SAME_NAME
    if mine.bones == theirs.bones:
        return Sign.SCRIPTS
    if kind == Kind.PERSON:
        return _alike_as_people(mine, theirs)
    if _numbers(mine) != _numbers(theirs):
        return None  # a second part is not the first one misspelt
    if _near(kind, mine, theirs):
        return Sign.NEAR
    # "Synaq" within "Batyr Synaq" says something only of films by the same people.
    shorter, longer = sorted((set(mine.words), set(theirs.words)), key=len)
    if acquainted and shorter < longer and max(map(len, shorter), default=0) >= _SHORTEST:
        return Sign.PART
    return Sign.WORD if acquainted and _a_word_in_common(shorter, longer) else None


def _a_word_in_common(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a longer word stands in both, in whatever form."""
    return any(
        bent(mine, theirs) for mine in one for theirs in other if min(len(mine), len(theirs)) > _SHORTEST
    )


def _numbers(name: Named) -> list[str]:
    return sorted(word for word in name.words if word.isdigit())


def _near(kind: str, mine: Named, theirs: Named) -> bool:
    """Whether one may be the other mistyped, word by word; of organisations, without the words that many share."""
    if kind == Kind.ORGANISATION:
        one, other = (fold(without_shared(name.text)).split() for name in (mine, theirs))
    else:
        one, other = mine.words, theirs.words
    if len("".join(one)) < 8 or len(one) != len(other):
        return False
    if fuzz.ratio(skeleton(" ".join(one)), skeleton(" ".join(other))) < ALIKE_FROM:
        return False
    return all(_paired(word, other) for word in one) and all(_paired(word, one) for word in other)


def _alike_as_people(mine: Named, theirs: Named) -> Sign | None:
    one, other = mine.words, theirs.words
    if len(one) < 2 or len(other) < 2:
        return None
    if sorted(map(skeleton, one)) == sorted(map(skeleton, other)):
        return Sign.ORDER
    if _short_for(one, other) or _short_for(other, one):
        return Sign.INITIAL
    return Sign.NEAR if _near(Kind.PERSON, mine, theirs) else None


def _short_for(short: list[str], full: list[str]) -> bool:
    """Whether each initial of `short` begins a word of `full`, and its whole words stand there too."""
    if len(short) != len(full) or not any(len(word) == 1 for word in short):
        return False
    left = list(full)
    for word in sorted(short, key=len, reverse=True):
        fits = next(
            (each for each in left if _same_word(word, each) or (len(word) == 1 and each[0] == word)), None
        )
        if fits is None:
            return False
        left.remove(fits)
    return any(len(word) >= _SHORTEST for word in short)


def _same_word(one: str, other: str) -> bool:
    return skeleton(one) == skeleton(other)


def _paired(word: str, words: list[str]) -> bool:
    """Whether some word begins alike and is near: "Marat" is no "Murat", but "Qabyshev" may be "Kabishev"."""
    return any(
        word[0] == each[0] and fuzz.ratio(skeleton(word), skeleton(each)) >= WORD_ALIKE_FROM for each in words
    )


def _by_year(one: Bearer, other: Bearer) -> Iterator[Seen]:
    if one.year is None or other.year is None:
        return
    apart = abs(one.year - other.year)
    sign = Sign.SAME_YEAR if not apart else Sign.NEAR_YEAR if apart <= NEAR_YEARS else Sign.YEARS_APART
    yield Seen(sign, str(one.year), str(other.year))
