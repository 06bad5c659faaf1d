"""Small invented cases of every shape, and the best plan found by trying all."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import strategies as st

from kinoqor.judging.assignment.words import Case, File, Reader, Settings

SEED = b"an invented seed"


def case_of(fit: Sequence[Sequence[int]], most: int = 9, least: int = 0, houses: Sequence[str] = ()) -> Case:
    """A case of a matrix, files f0 … and readers r0 …"""
    columns = len(fit[0]) if fit else 0
    names = [*houses, *[""] * columns]
    readers = [Reader(f"r{at}", most, least, names[at]) for at in range(columns)]
    return Case([File(f"f{at}") for at in range(len(fit))], readers, fit)


def large(files: int, readers: int, reads: int, seed: int = 1) -> Case:
    """A case with loads between half the average and a fifth above it, and one pair in twenty shut."""
    chance = Random(seed)
    fit = [
        [-1 if chance.random() < 0.05 else chance.randrange(1000) for _r in range(readers)]
        for _f in range(files)
    ]
    average = files * reads / readers
    people = [Reader(f"r{at}", int(1.2 * average) + 1, int(average / 2)) for at in range(readers)]
    return Case([File(f"f{at}") for at in range(files)], people, fit)


@st.composite
def cases(draw: st.DrawFn, crossing: bool = True) -> tuple[Case, Settings]:
    """A case of a few files and readers, often too tight, with settings that use every limit."""
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(2, 5))
    fit = [[draw(st.integers(-1, 12)) for _c in range(columns)] for _r in range(rows)]
    languages = st.sampled_from(["", "kk", "ru"])
    readers = [
        Reader(
            f"r{at}", draw(st.integers(1, 4)), draw(st.integers(0, 1)), draw(st.sampled_from(["", "", "A", "B"])),
            draw(st.sampled_from([frozenset[str](), frozenset({"kk"}), frozenset({"kk", "ru"})])),
        )
        for at in range(columns)
    ]  # fmt: skip
    files = [
        File(f"f{at}", draw(languages), reads=draw(st.sampled_from([None, None, 1]))) for at in range(rows)
    ]
    conflicts = {(f"f{draw(st.integers(0, rows - 1))}", f"r{draw(st.integers(0, columns - 1))}")}
    strong = draw(st.integers(0, 1))
    settings = Settings(
        draw(st.integers(1, 3)), draw(st.integers(0, 3)), strong, draw(st.integers(0, 8)),
        houses=draw(st.booleans()) if crossing else False,
        cap=draw(st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(1)])),
    )  # fmt: skip
    warned = {(f"f{draw(st.integers(0, rows - 1))}", f"r{draw(st.integers(0, columns - 1))}")}
    nobody = frozenset[tuple[str, str]]()
    shut, low = (some if draw(st.booleans()) else nobody for some in (conflicts, warned))
    return Case(files, readers, fit, shut, low), settings


def choices_of(case: Case, settings: Settings, file: int) -> Iterator[tuple[int, ...]]:
    """Every set of readers that a file could have, told by the words of the rule and nothing else."""
    one, row = case.files[file], case.fit[file]
    may = [
        at
        for at, reader in enumerate(case.readers)
        if row[at] >= max(settings.floor, 0)
        and (one.code, reader.code) not in case.conflicts
        and (not one.language or not reader.languages or one.language in reader.languages)
    ]
    reads = case.reads(one, settings)
    for chosen in combinations(may, reads):
        houses = [case.readers[at].house for at in chosen if case.readers[at].house]
        if settings.houses and len(set(houses)) != len(houses):
            continue
        if sum(row[at] >= settings.strong_from for at in chosen) >= min(settings.strong, reads):
            yield chosen


def best_by_trying(case: Case, settings: Settings, file: int = 0, loads: tuple[int, ...] = ()) -> int | None:
    """The total of the best plan; None where there is none."""
    loads = loads or (0,) * len(case.readers)
    if file == len(case.files):
        kept = all(reader.least <= load for reader, load in zip(case.readers, loads, strict=True))
        return 0 if kept else None
    best: int | None = None
    for chosen in choices_of(case, settings, file):
        after = tuple(load + (at in chosen) for at, load in enumerate(loads))
        if any(load > reader.most for reader, load in zip(case.readers, after, strict=True)):
            continue
        rest = best_by_trying(case, settings, file + 1, after)
        if rest is not None:
            total = rest + sum(case.fit[file][at] for at in chosen)
            best = total if best is None else max(best, total)
    return best
