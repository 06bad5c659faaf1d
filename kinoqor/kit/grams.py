"""Which three-letter pieces to ask an index of, so that a name is found whole, in part or mistyped."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from kinoqor.kit.fold import trigrams

# Rows that one question may bring from the index before they are weighed.
BROUGHT = 3000


def grams(words: Iterable[str]) -> tuple[str, ...]:
    """The three-letter pieces of the words by which the index is asked."""
    return tuple(dict.fromkeys(gram for word in words for gram in trigrams(word) if len(gram) == 3))


def counted_by(folded: str) -> tuple[str, ...]:
    """The pieces under which a spelling is counted, and "" for the spelling itself."""
    return ("", *grams([folded]))


def rarest(pieces: Iterable[str], counts: Mapping[str, int]) -> list[str]:
    """The pieces by how few spellings hold them, the rarest first."""
    return sorted(pieces, key=lambda gram: (counts.get(gram, 0), gram))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a spelling must hold: every piece of `each`, and at least one of `some` where there are any."""

    each: tuple[str, ...]
    some: tuple[str, ...] = ()


def all_of(pieces: Iterable[str], counts: Mapping[str, int]) -> list[Wanted]:
    """What to ask so that every piece is there: the eight rarest together; nothing if one is nowhere."""
    chosen = rarest(pieces, counts)[:8]
    return [Wanted(tuple(chosen))] if chosen and counts.get(chosen[0], 0) else []


def all_but_one(words: Sequence[str], counts: Mapping[str, int]) -> list[Wanted]:
    """What to ask where one word (of four and more, two) may be mistyped: the others, and any piece of that word."""
    asked: list[Wanted] = []
    for place, word in enumerate(words[:6] if len(words) > 1 else ()):
        rest = rarest(grams([*words[:place], *words[place + 1 :]]), counts)[:4]
        some = tuple(gram for gram in grams([word]) if counts.get(gram, 0) and gram not in rest)
        if some and rest and counts.get(rest[0], 0):
            asked.append(Wanted(tuple(rest), some))
    for two in combinations(words[:6], len(words[:6]) - 2) if len(words) > 3 else ():
        asked += all_of(grams(two), counts)
    return asked


def most_of(pieces: Sequence[str], counts: Mapping[str, int], edits: int, total: int) -> list[Wanted]:
    """What to ask so that nothing within `edits` mistypings is missed: any of the 4e+1 rarest pieces.

    One edit spoils at most four pieces (two letters that change places), so of 4e+1 one is whole, and of 4e+2
    two are. Rare pieces beyond these are asked for too. Where the 4e+1 are too common (more than BROUGHT rows),
    any two of the 4e+2 rarest are asked for instead, each with those rarer partners that may bring BROUGHT rows
    of the `total` in all; among a great many names that may miss some.
    """
    chosen = rarest(pieces, counts)
    within = bisect_right(list(accumulate(counts.get(gram, 0) for gram in chosen)), BROUGHT)
    if within >= min(4 * edits + 1, len(chosen)):
        single = tuple(gram for gram in chosen[:within] if counts.get(gram, 0))
        return [Wanted((), single)] if single else []
    known = [gram for gram in chosen[: 4 * edits + 2] if counts.get(gram, 0)]
    pairs = sorted((_expected(counts[a], counts[b], total), a, b) for a, b in combinations(known, 2))
    bring, partners = 0.0, dict[str, list[str]]()
    for expected, one, other in pairs:
        bring += expected
        if partners and bring > BROUGHT:
            break
        partners.setdefault(one, []).append(other)
    return [Wanted((one,), tuple(others)) for one, others in partners.items()]


def _expected(one: int, other: int, total: int) -> float:
    """How many spellings may hold both of two pieces: ten times what chance would give, but not more than either."""
    return min(one, other, 10 * one * other / max(1, total))
