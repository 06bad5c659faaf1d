"""A reader who wants one file: how often he reads it and how often it wins, with and without draw and calibration.

A file's worth, a reader's strictness and the rest vary as at NeurIPS 2014, marks are whole numbers from 1 to 10, and the
best fifth of the files is funded. The file that is wanted is of middling worth; the corrupt reader is of middling fit for
it, calls himself perfect for it and gives it full marks. Calibration is the published rule of the scores.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from random import Random

import numpy as np

from benchmarks.rounds import WORLDS
from benchmarks.work.assign import case_of, say
from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.fitting import best
from kinoqor.judging.assignment.words import Case, Plan, Settings
from kinoqor.judging.score.rules import standing
from kinoqor.judging.score.words import Read, Terms

TRIALS, FILES, READERS, READS = 200, 100, 25, 5
TERMS = Terms((), places=FILES // 5)
WANTED = "f0"
WORLD = WORLDS[0]


def invented(trial: int) -> Case:
    """A national round whose fits are chance."""
    chance = np.random.default_rng(1000 + trial)
    return case_of(chance.integers(0, 1000, size=(FILES, READERS), dtype=np.int32), 24, 10)


def reads(plan: Plan, trial: int, liar: str) -> list[Read]:
    """The marks of a round; who is the liar gives the wanted file a ten."""
    chance = np.random.default_rng(2000 + trial)
    worth = chance.normal(5.5, WORLD.film**0.5, size=FILES)
    worth[0] = 5.5
    strict = chance.normal(0, WORLD.strict**0.5, size=READERS)
    given = worth[:, None] + strict + chance.normal(0, WORLD.rest**0.5, size=(FILES, READERS))
    marks = np.clip(np.rint(given), 1, 10).astype(int)
    return [
        Read(pair.reader, pair.file, Fraction(10))
        if (pair.file, pair.reader) == (WANTED, liar)
        else Read(pair.reader, pair.file, Fraction(int(marks[int(pair.file[1:]), int(pair.reader[1:])])))
        for pair in plan.pairs
    ]


def funded(values: Mapping[str, float], trial: int) -> bool:
    """Whether the wanted file is among the best fifth; ties by chance."""
    chance = Random(trial)
    ordered = sorted(values, key=lambda file: (-values[file], chance.random()))
    return WANTED in ordered[: FILES // 5]


def main() -> None:
    """Says all that was counted."""
    read: Counter[str] = Counter()
    wins: dict[str, Counter[str]] = defaultdict(Counter)
    for trial in range(TRIALS):
        case = invented(trial)
        bent = np.array(case.fit, dtype=np.int32)
        liar = int(np.argsort(-bent[0])[READS * 2])
        bent[0, liar] = 1000
        corrupt = replace(case, fit=bent)  # type: ignore[arg-type]
        for who, asked in (("honest", case), ("corrupt", corrupt)):
            for way, chosen in (("best fit", best), ("drawn", drawn)):
                plan, _prices = chosen(asked, Settings(reads=READS, cap=Fraction(1, 2)), trial.to_bytes(4))
                read[f"{who}, {way}"] += f"r{liar}" in plan.readers(WANTED)
                told = standing(reads(plan, trial, f"r{liar}" if who == "corrupt" else ""), TERMS)
                for view, values in (
                    ("raw average", {file: float(score.raw) for file, score in told.scores.items()}),
                    ("corrected", {file: float(score.score) for file, score in told.scores.items()}),
                ):
                    wins[f"{who}, {way}"][view] += funded(values, trial)
    for name in wins:
        say(f"a reader who wants one file: {name}", 100 * read[name] / TRIALS, "% reads it")
        for view, count in wins[name].items():
            say(f"a reader who wants one file: {name}, {view}", 100 * count / TRIALS, "% funded")


if __name__ == "__main__":
    main()
