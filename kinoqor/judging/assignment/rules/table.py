"""The case as arrays in the order of the seed, so that no order of rows changes what is found."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from kinoqor.judging.assignment.rules.choice import NOISE, in_order, may_read, noise, strong_from
from kinoqor.judging.assignment.words import MOST_FIT, SHUT, Case, Pair, Settings

Numbers = npt.NDArray[np.signedinteger[Any]]
Marks = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Table:
    """Rows are files, columns readers, both in the order of the seed; `files` and `readers` give their places in the
    case.
    """

    files: list[int]
    readers: list[int]
    value: Numbers  # with noise
    open: Marks
    strong: Marks
    needed: Numbers
    weak: Numbers  # how many of them may be weak
    most: Numbers
    least: Numbers
    house: Numbers  # -1: none
    warned: Marks
    low: Fraction  # the cap of a pair under a warning

    @property
    def shape(self) -> tuple[int, int]:
        """How many files, how many readers."""
        return len(self.files), len(self.readers)

    def caps(self, cap: int, of: int) -> Numbers | int:
        """How many of the units of a read each pair may have; one number where no pair stands under a warning."""
        if of == 1 or not self.warned.any():
            return cap
        return np.where(self.warned, min(cap, int(self.low * of)), cap)


@dataclass(slots=True)
class Found:
    """Units of a read for each row and column, and the prices by column that prove them; None where there are none."""

    held: Table
    units: Numbers
    of: int
    prices: Numbers | None
    narrowed: bool = False

    def asked(self, case: Case) -> dict[str, int]:
        """The prices by the readers' codes."""
        if self.prices is None:
            return {}
        return {case.readers[at].code: int(p) for at, p in zip(self.held.readers, self.prices, strict=True)}

    def pairs(self, case: Case) -> tuple[Pair, ...]:
        """The pairs that have any unit, in the order of the codes."""
        rows, columns = np.nonzero(self.units)
        files = [case.files[at].code for at in self.held.files]
        readers = [case.readers[at].code for at in self.held.readers]
        fits = (self.held.value[rows, columns] >> NOISE).tolist()
        units = self.units[rows, columns].tolist()
        named = zip(
            [files[row] for row in rows.tolist()], [readers[column] for column in columns.tolist()], fits, units,
            strict=True,
        )  # fmt: skip
        return tuple(Pair(*each) for each in sorted(named))


def table(case: Case, settings: Settings, seed: bytes) -> Table:
    """The arrays of a case. Raises ValueError with a sentence for a case that contradicts itself."""
    faults(case)
    files = in_order([file.code for file in case.files], seed)
    readers = in_order([reader.code for reader in case.readers], seed)
    fit = np.asarray(case.fit, dtype=np.int32).reshape(len(files), len(readers))[np.ix_(files, readers)]
    if fit.size and (fit.max() > MOST_FIT or fit.min() < SHUT):
        raise ValueError(f"A fit lies between {SHUT} (shut) and {MOST_FIT}.")
    made = [np.frombuffer(noise(seed, case.files[at].code, len(readers)), dtype=">u2") for at in files]
    value = fit.astype(np.int64) << NOISE
    for row, each in enumerate(made):
        value[row] += each
    kept = [case.readers[at] for at in readers]
    houses = {
        name: number for number, name in enumerate(dict.fromkeys(one.house for one in kept if one.house))
    }
    needed = [case.reads(case.files[at], settings) for at in files]
    return Table(
        files, readers, value, _open(case, settings, files, readers, fit), fit >= strong_from(settings),
        np.array(needed, dtype=np.int64),
        np.array([reads - min(settings.strong, reads) for reads in needed], dtype=np.int64),
        np.array([one.most for one in kept], dtype=np.int64),
        np.array([one.least for one in kept], dtype=np.int64),
        np.array([houses.get(one.house, -1) if settings.houses else -1 for one in kept], dtype=np.int64),
        _marked(case, case.warned, files, readers), min(settings.cap, settings.warned),
    )  # fmt: skip


def _open(
    case: Case, settings: Settings, files: list[int], readers: list[int], fit: npt.NDArray[np.int32]
) -> Marks:
    allowed = (fit >= settings.floor) & (fit > SHUT)
    suited: dict[tuple[str, str, str], Marks] = {}
    for row, at in enumerate(files):
        file = case.files[at]
        kind = (file.language, file.section, file.house)
        if kind not in suited:
            suited[kind] = np.array([may_read(case.readers[one], file) for one in readers], dtype=bool)
        allowed[row] &= suited[kind]
    allowed &= ~_marked(case, case.conflicts, files, readers)
    return allowed


def _marked(case: Case, pairs: Collection[tuple[str, str]], files: list[int], readers: list[int]) -> Marks:
    """Which rows and columns these pairs of codes are."""
    found = np.zeros((len(files), len(readers)), dtype=bool)
    rows = {case.files[at].code: row for row, at in enumerate(files)} if pairs else {}
    columns = {case.readers[at].code: column for column, at in enumerate(readers)} if pairs else {}
    for code, name in pairs:
        if code in rows and name in columns:
            found[rows[code], columns[name]] = True
    return found


def faults(case: Case) -> None:
    """Raises ValueError with a sentence for codes that stand twice and for loads that cannot be."""
    for what in ([file.code for file in case.files], [reader.code for reader in case.readers]):
        if len(set(what)) != len(what):
            raise ValueError("A code stands twice.")
    for reader in case.readers:
        if not 0 <= reader.least <= reader.most:
            raise ValueError(
                f"{reader.code} cannot read at least {reader.least} and at most {reader.most} files."
            )
    if any(file.reads is not None and file.reads < 0 for file in case.files):
        raise ValueError("A file cannot need fewer than no readers.")


def narrow(held: Table) -> None:
    """Shuts the weak readers of houses that have a strong one for a file, so that house and strength do not cross."""
    for name in range(int(held.house.max(initial=-1)) + 1):
        columns = np.flatnonzero(held.house == name)
        here: Marks = held.open.take(columns, axis=1)
        strong: Marks = here & held.strong.take(columns, axis=1)
        held.open[:, columns] = np.where(strong.any(axis=1, keepdims=True), strong, here)


def crosses(held: Table) -> bool:
    """Whether a house has strong and weak readers of one file where both matter."""
    limited = held.weak < held.needed
    for name in range(int(held.house.max(initial=-1)) + 1):
        columns = np.flatnonzero(held.house == name)
        here, strong = held.open[:, columns], held.strong[:, columns]
        if ((here & strong).any(axis=1) & (here & ~strong).any(axis=1) & limited).any():
            return True
    return False
