"""How the names, the beginnings and the films of an organisation are laid out on time. Pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kinoqor.kit.fold import fold
from kinoqor.register.claim.rules import ISO


@dataclass(frozen=True, slots=True)
class Name:
    """What an organisation was called: the name by language, partial dates of its span ("" where not known)."""

    names: Mapping[str, str]
    start: str
    end: str
    notes: Sequence[str] = ()
    sources: Sequence[int] = ()
    unverified: bool = False

    @property
    def first(self) -> int | None:
        """The year in which the name began, if a source gives one."""
        return _year(self.start)

    @property
    def last(self) -> int | None:
        """The year in which it ended, if a source gives one."""
        return _year(self.end)


def _year(moment: str) -> int | None:
    return int(moment[:4]) if ISO.match(moment) else None


def in_order(names: Iterable[Name]) -> list[Name]:
    """Names from the first to the last; those of which no beginning is known stand at the end."""
    return sorted(names, key=lambda name: (name.start == "", name.start, name.end))


def end_not_known(name: Name, names: Collection[Name]) -> bool:
    """Whether a name has no end though a later one follows: it ended, and no source says when."""
    return name.last is None and any(other.first and other.first > (name.first or 0) for other in names)


def is_present(name: Name, titles: Collection[str]) -> bool:
    """Whether the name holds one of the titles that the organisation bears today, in any language."""
    known = [fold(title) for title in titles if title]
    own = [fold(text) for text in name.names.values() if text]
    return any(title in text or text in title for title in known for text in own)


def beginnings(founded: Sequence[str], renamed: Sequence[str]) -> list[int]:
    """The years from which an organisation may be counted, the leading one first.

    `founded`: every claimed founding, the leader first; `renamed`: the leading dates of other beginnings (a new name, a
    new task). Words that are no date are left out, a year stands once.
    """
    years = [_year(moment) for moment in (*founded, *renamed)]
    return list(dict.fromkeys(year for year in years if year is not None))


def doubts(founded: Sequence[str], names: Iterable[Name]) -> list[int]:
    """Claimed founding years that neither lead nor open any name: nothing else in the register begins there."""
    years = beginnings(founded, ())
    opened = {name.first for name in names}
    return [year for year in years[1:] if year not in opened]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A film with what speaks for showing it: `chosen` by the pack, then `weight`."""

    ref: str
    year: int
    weight: int
    chosen: bool = False


def one_a_decade(films: Iterable[Weighed], most: int = 4) -> list[str]:
    """The refs of at most `most` films, each of another decade, in the order of their years.

    Films that the pack chose come before all others, then those of greater weight, then the earlier ones.
    """
    ordered = sorted(films, key=lambda film: film.year // 10)
    best = [
        min(some, key=lambda film: (not film.chosen, -film.weight, film.year, film.ref))
        for _decade, some in groupby(ordered, key=lambda film: film.year // 10)
    ]
    kept = sorted(best, key=lambda film: (not film.chosen, -film.weight, film.year))[:most]
    return [film.ref for film in sorted(kept, key=lambda film: film.year)]
