"""The same case of an assignment by openreview-matcher, in a process of its own that is ended when its time is over.

Its MinMaxSolver is taken from a folder that holds its source, which was written for an OR-Tools that named its parts
otherwise; where the installed one no longer knows those names, they are given to it, so that both run on the same flow.
"""

import importlib
import multiprocessing
import os
import resource
import sys
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
from ortools.graph.python import min_cost_flow

from benchmarks.assign import FOLDER, LIMIT, PEER, SIZES
from benchmarks.work.assign import GIB, Matrix, invented, real, say
from kinoqor.judging.assignment.words import Case

NAMES = {
    "AddArcWithCapacityAndUnitCost": "add_arc_with_capacity_and_unit_cost",
    "SetNodeSupply": "set_node_supply",
    "Solve": "solve",
    "OptimalCost": "optimal_cost",
    "NumArcs": "num_arcs",
    "Flow": "flow",
    "UnitCost": "unit_cost",
    "Tail": "tail",
    "Head": "head",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What it gives: its matrix of files and readers, and what that took."""

    flow: Matrix
    seconds: float
    cpu: float
    memory: float


def solver(folder: Path) -> Any:
    """Its class, without what else its package would load: the service, and solvers that want other libraries."""
    graph: Any = importlib.import_module("ortools.graph")
    if not (Path(graph.__file__).parent / "pywrapgraph.py").exists():
        flow: Any = min_cost_flow.SimpleMinCostFlow
        named = {old: getattr(flow, new) for old, new in NAMES.items()}
        graph.pywrapgraph = SimpleNamespace(SimpleMinCostFlow=type("SimpleMinCostFlow", (flow,), named))
    for name in ("matcher", "matcher.solvers"):
        package = ModuleType(name)
        package.__path__ = [str(folder.joinpath(*name.split(".")))]
        sys.modules[name] = package
    return importlib.import_module("matcher.solvers.minmax_solver").MinMaxSolver


def solved(case: Case, reads: int, folder: Path, told: Connection) -> None:
    """Asks it, and tells its Answer."""
    of, fit = solver(folder), np.asarray(case.fit, dtype=np.int64)
    shut = fit < 0
    asked = SimpleNamespace(cost_matrix=np.where(shut, 0, -fit), constraint_matrix=np.where(shut, -1, 0))
    least, most = [each.least for each in case.readers], [each.most for each in case.readers]
    began, cpu = time.perf_counter(), time.process_time()
    flow = of(least, most, [reads] * len(case.files), asked, allow_zero_score_assignments=True).solve()
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / GIB
    told.send(Answer(np.rint(flow).astype(np.int32), seconds, cpu, memory))


def right(case: Case, reads: int, flow: Matrix) -> bool:
    """Whether it is a plan: enough readers for each file, no reader over or under his load, no pair that is shut."""
    loads = flow.sum(axis=0)
    kept = all(each.least <= load <= each.most for each, load in zip(case.readers, loads, strict=True))
    return kept and bool((flow.sum(axis=1) == reads).all()) and not flow[np.asarray(case.fit) < 0].any()


def main(name: str) -> None:
    """Says what it gave, or that it was not done in time."""
    case, reads = (invented(*SIZES[name]), SIZES[name][2]) if name in SIZES else real(name)
    folder, label = Path(os.environ[FOLDER]), f"{name}, {PEER}"
    hear, told = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=solved, args=(case, reads, folder, told))
    child.start()
    told.close()
    if not hear.poll(LIMIT):
        child.kill()
        child.join()
        say(label, LIMIT, "s, not done")
        say(label, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / GIB, "GiB")
        return
    try:
        answer: Answer = hear.recv()
    except EOFError:
        print(f"{label}: it broke off.", file=sys.stderr)
        return
    child.join()
    say(label, answer.seconds, "s to solve")
    say(label, answer.cpu, "s of processor")
    say(label, answer.memory, "GiB")
    if right(case, reads, answer.flow):
        say(label, int((answer.flow * np.asarray(case.fit)).sum()), "fit in all")
    else:
        print(f"{label}: what it gave keeps not to the loads.", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1])
