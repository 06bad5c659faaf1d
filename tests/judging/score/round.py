"""Invented rounds of reading: films of known quality, readers of known strictness."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from random import Random

from kinoqor.judging.score.words import Criterion, Mark, Read, Terms

SCALE = (Fraction(1), Fraction(10))
TERMS = Terms((Criterion("script", *SCALE),))


def read(reader: str, film: str, mark: float) -> Read:
    """A read by its reader, film and mark."""
    return Read(reader, film, Fraction(str(mark)))


def mark(reader: str, film: str, criterion: str, value: int | None) -> Mark:
    """A mark on one criterion."""
    return Mark(reader, film, criterion, None if value is None else Fraction(value))


def marks_of(reads: Iterable[Read]) -> list[Mark]:
    """The reads as marks on the one criterion of TERMS."""
    return [Mark(each.reader, each.film, "script", each.mark) for each in reads]


def desks(rng: Random, films: int, readers: int, each: int) -> list[tuple[int, int]]:
    """Who reads what: every film has `each` readers, every reader nearly the same number of films."""
    found: list[tuple[int, int]] = []
    load = [0] * readers
    for film in range(films):
        chosen = sorted(range(readers), key=lambda reader: (load[reader], rng.random()))[:each]
        for reader in chosen:
            load[reader] += 1
        found += [(reader, film) for reader in chosen]
    return found


def played(
    seed: int, films: int, strictness: Sequence[float], each: int = 5, noise: float = 1.1, whole: bool = True
) -> tuple[list[Read], dict[str, float]]:
    """A round with its truth: the reads, and the quality of each film."""
    rng = Random(seed)
    quality = [rng.gauss(5.5, 1.13) for _film in range(films)]
    reads = []
    for reader, film in desks(rng, films, len(strictness), each):
        given = quality[film] + strictness[reader] + rng.gauss(0, noise)
        given = min(10.0, max(1.0, given))
        reads.append(read(f"r{reader:02}", f"f{film:03}", round(given) if whole else round(given, 2)))
    return reads, {f"f{film:03}": value for film, value in enumerate(quality)}


def changed(reads: Iterable[Read], reader: str, by: float, film: str = "") -> list[Read]:
    """The reads with a constant added to those of one reader, or to one of them; the scale is not looked at."""
    shift = Fraction(str(by))
    return [
        Read(
            each.reader,
            each.film,
            each.mark + (shift if each.reader == reader and film in ("", each.film) else 0),
        )
        for each in reads
    ]
