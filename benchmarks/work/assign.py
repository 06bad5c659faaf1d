"""One case of an assignment in a process of its own, so that its memory is its own."""

import resource
import sys
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.assign import SETS, SHARED, SIZES
from benchmarks.table import Measure
from kinoqor.judging.assignment.rules.drawing import drawn
from kinoqor.judging.assignment.rules.fitting import best
from kinoqor.judging.assignment.rules.proof import check_proof
from kinoqor.judging.assignment.words import Case, File, Plan, Reader, Settings

AIM_SECONDS, AIM_GIB, GIB = 30, 1.5, 1024**2
SEED = b"bench"
Matrix = npt.NDArray[np.int32]


def invented(files: int, readers: int, reads: int) -> Case:
    """Fits of twelve tastes with chance added, one pair in twenty shut, loads from half the average to a fifth above."""
    chance = np.random.default_rng(1)
    tastes = chance.normal(size=(files, 12)) @ chance.normal(size=(12, readers)) / 12**0.5
    tastes += 0.5 * chance.normal(size=(files, readers))
    fit = np.clip((tastes + 3) / 6 * 1000, 0, 1000).astype(np.int32)
    fit[chance.random(size=(files, readers)) < 0.05] = -1
    average = files * reads / readers
    return case_of(fit, int(1.2 * average), int(average / 2))


def case_of(fit: Matrix, most: int, least: int) -> Case:
    """A case of a matrix, a row a file."""
    files, readers = fit.shape
    people = [Reader(f"r{at}", most, least) for at in range(readers)]
    return Case([File(f"f{at}") for at in range(files)], people, fit)  # type: ignore[arg-type]


def real(name: str) -> tuple[Case, int]:
    """A set that stands beside the house, its fits brought to 0..1000, and how many read a file."""
    place, reads, most, least = SETS[name]
    path = SHARED / place
    if path.suffix == ".npy":
        told = np.load(path).T
        told = (told - told.min()) / (told.max() - told.min())
    else:
        told = numbers_of(path)
    return case_of(np.rint(told * 1000).astype(np.int32), most, least), reads


def numbers_of(path: Path) -> npt.NDArray[np.float64]:
    """A file whose first line says how many rows and columns follow."""
    lines = path.read_text(encoding="ascii").split("\n")
    rows, columns = map(int, lines[0].split())
    return np.array(" ".join(lines[1:]).split(), dtype=np.float64).reshape(rows, columns)


def say(case: str, value: float, unit: str, goal: str = "", holds: bool | None = None) -> None:
    print(Measure("assign", case, round(value, 3), unit, goal, holds).line(), flush=True)


def run(name: str, way: str) -> None:
    """Solves a case, checks its proof, says what came of it."""
    case, reads = (invented(*SIZES[name]), SIZES[name][2]) if name in SIZES else real(name)
    settings = Settings(reads=reads)
    label, largest = f"{name}, {way}", name == "10000x1000x5"
    began, cpu = time.perf_counter(), time.process_time()
    plan, prices = (best if way == "best" else drawn)(case, settings, SEED)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / GIB
    began = time.perf_counter()
    proof = check_proof(case, settings, plan, prices)
    checked = time.perf_counter() - began
    over = seconds + checked
    say(
        label,
        over,
        "s with proof",
        f"< {AIM_SECONDS} s" if largest else "",
        over < AIM_SECONDS if largest else None,
    )
    say(label, seconds, "s to solve")
    say(label, cpu, "s of processor")
    say(label, checked, "s to check")
    say(label, memory, "GiB", f"< {AIM_GIB}" if largest else "", memory < AIM_GIB if largest else None)
    say(label, int(bool(proof)), "proof holds", "1", bool(proof))
    served(label, case, plan, reads)


def served(label: str, case: Case, plan: Plan, reads: int) -> None:
    """Fit in all, of the lowest tenth of files, of the worst file; by read."""
    sums = dict.fromkeys((file.code for file in case.files), 0)
    for pair in plan.pairs:
        sums[pair.file] += pair.fit
    ordered = sorted(sums.values())
    tenth = ordered[: max(1, len(ordered) // 10)]
    say(label, plan.total, "fit in all")
    say(label, float(plan.expected) / len(ordered) / reads, "fit a read")
    say(label, sum(tenth) / len(tenth) / reads, "lowest tenth")
    say(label, ordered[0] / reads, "worst file")
    if plan.best:
        say(label, 100 * float(plan.price), "% price")


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2])
