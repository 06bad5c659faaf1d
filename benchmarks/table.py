"""One measured value, and how many of them are shown: a table for people, one object a line for programs."""

import json
import os
import platform
import sqlite3
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measure:
    """One value of one case of a benchmark. `holds` is None where there is no goal."""

    bench: str
    case: str
    value: float
    unit: str
    goal: str = ""
    holds: bool | None = None

    def line(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False)


def percentile(seconds: Sequence[float], share: float) -> float:
    """The value below which this share (0..1) lies, in milliseconds."""
    ordered = sorted(seconds)
    return round(1000 * ordered[min(int(len(ordered) * share), len(ordered) - 1)], 2)


def machine() -> str:
    """The machine that was measured on, in a line."""
    cpu = Path("/proc/cpuinfo")
    models = [line for line in cpu.read_text().splitlines() if "model name" in line] if cpu.exists() else []
    processor = models[0].partition(":")[2].strip() if models else platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3
    versions = f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return f"{processor}, {os.cpu_count()} cores, {memory:.0f} GiB; {versions}"


def held(measure: Measure) -> str:
    return {True: "holds", False: "MISSED", None: ""}[measure.holds]


def show(measures: Sequence[Measure]) -> None:
    """A line for each value."""
    for each in measures:
        value = f"{each.value:,.2f}".rstrip("0").rstrip(".")
        print(f"{each.case:<58} {value:>14} {each.unit:<10} {each.goal:<10} {held(each)}", flush=True)


def show_by_case(measures: Sequence[Measure]) -> None:
    """A line for each case with all its values side by side; a goal that was missed is marked with “!”."""
    units = list(dict.fromkeys(each.unit for each in measures))
    print(f"{'':<44}" + "".join(f"{unit:>12}" for unit in units))
    for case in dict.fromkeys(each.case for each in measures):
        values = {each.unit: each for each in measures if each.case == case}
        cells = [f"{values[u].value:,.1f}{'!' if values[u].holds is False else ' '}" for u in units]
        print(f"{case:<44}" + "".join(f"{cell:>12}" for cell in cells), flush=True)
    goals = dict.fromkeys(f"{each.unit} {each.goal}" for each in measures if each.goal)
    print("Goals: " + "; ".join(goals))
