"""How an address of the queue is read, and how its numbers come about. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kinoqor.keeping.gap.words import NARROWED, TWIN, Of, gaps_of
from kinoqor.register.card.words import Axis
from kinoqor.register.film.rules import Wanted as Listed
from kinoqor.register.film.rules import pairs as pairs_of_list
from kinoqor.register.film.rules import read as read_list
from kinoqor.register.film.words import LONGEST_CODE, MOST_CODES
from kinoqor.register.level.rules import of_bits
from kinoqor.register.level.words import Level
from kinoqor.register.spelling.words import LONGEST_QUERY

_DECADE = re.compile(r"[12]\d\d0", re.ASCII)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a cataloguer asks the queue for: records of a kind, with a gap, at a level, of a decade, called like a
    text, and narrowed as the public list of this kind may be.
    """

    of: str = Of.FILMS
    gap: str = ""
    level: int | None = None
    decade: int | None = None
    text: str = ""
    listed: Listed = field(default_factory=Listed)


def read(asked: Mapping[str, Sequence[str]], codes: Mapping[str, Collection[str]]) -> Wanted:
    """Read the parameters of an address; what cannot be understood is passed over, never refused.

    `of`, `gap`, `level`, `decade` and `q` are the queue's own. The rest is read as the public list of films reads it;
    `codes` are those of each axis that a controlled list names.
    """
    of = next((each for each in asked.get("of", ()) if each in Of.values), str(Of.FILMS))
    listed = read_list(asked, codes) if of == Of.FILMS else _narrowed(of, asked, codes)
    decades = [each for each in asked.get("decade", ()) if _DECADE.fullmatch(each)]
    chosen = dict(listed.chosen)
    if len(decades) == 1:
        chosen.pop(Axis.DECADE, None)
    return Wanted(
        of,
        next((each for each in asked.get("gap", ()) if each in gaps_of(of)), ""),
        next((int(each) for each in asked.get("level", ()) if each in map(str, Level.values)), None),
        int(decades[0]) if len(decades) == 1 else None,
        " ".join("".join(asked.get("q", ())[:1]).split())[:LONGEST_QUERY],
        replace(listed, chosen=chosen),
    )


def _narrowed(of: str, asked: Mapping[str, Sequence[str]], codes: Mapping[str, Collection[str]]) -> Listed:
    chosen = {}
    for axis in NARROWED[of]:
        given = [each for each in asked.get(axis, ())[:MOST_CODES] if len(each) <= LONGEST_CODE]
        known = tuple(dict.fromkeys(each for each in given if each in codes.get(axis, ())))
        if known:
            chosen[axis] = known
    return Listed(chosen)


def pairs(wanted: Wanted) -> list[tuple[str, str]]:
    """What is wanted as the parameters of an address; `read` gives the same again."""
    own = [
        ("of", wanted.of if wanted.of != Of.FILMS else ""),
        ("gap", wanted.gap),
        ("level", "" if wanted.level is None else str(wanted.level)),
        ("decade", str(wanted.decade or "")),
        ("q", wanted.text),
    ]
    return [pair for pair in own if pair[1]] + pairs_of_list(wanted.listed)


@dataclass(frozen=True, slots=True)
class Counted:
    """How many records the queue shows; and of each gap and each level, how many there would be, all else kept."""

    total: int
    gaps: dict[str, int]
    levels: dict[int, int]


def counted(wanted: Wanted, tallies: Iterable[tuple[int, int, int]], twins: Counter[int]) -> Counted:
    """The numbers of the queue from (level, lacks as bits, how many) of all records that its other choices leave.

    `twins`: of these records, by level, how many may be entered twice.
    """
    rows = [(level, of_bits(lacks), n) for level, lacks, n in tallies]
    fits = [row for row in rows if wanted.level in (None, row[0])]
    gaps = {gap: sum(n for _level, lacks, n in fits if gap in lacks) for gap in gaps_of(wanted.of)}
    gaps[TWIN] = sum(n for level, n in twins.items() if wanted.level in (None, level))
    levels: Counter[int] = Counter(dict.fromkeys(Level.values, 0))
    for level, lacks, n in rows:
        if not wanted.gap or wanted.gap in lacks:
            levels[level] += n
    if wanted.gap == TWIN:
        levels = Counter({each: twins[each] for each in Level.values})
    total = levels[wanted.level] if wanted.level is not None else sum(levels.values())
    return Counted(total, gaps, dict(levels))
