"""The case of a second phase: some files get more readers, and what is read stays read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kinoqor.judging.assignment.words import SHUT, Case, Plan


def further(case: Case, plan: Plan, more: Mapping[str, int]) -> Case:
    """The case of a second phase: so many more readers for the named files and for nobody else; what is read stays read.

    Nobody reads a file again, nor does another of the house of one who did; loads go on from where they are.
    """
    houses = {reader.code: reader.house for reader in case.readers if reader.house}
    read: dict[str, set[str]] = {}
    for pair in plan.pairs:
        read.setdefault(pair.file, set()).add(pair.reader)
    loads = plan.loads
    files = [replace(file, reads=more.get(file.code, 0)) for file in case.files]
    readers = [replace(one, least=0, most=max(0, one.most - loads.get(one.code, 0))) for one in case.readers]
    fit = []
    for file, row in zip(case.files, case.fit, strict=True):
        mine = read.get(file.code, set())
        taken = {houses[code] for code in mine if code in houses}
        fit.append(_shut(row, case, mine, taken) if file.code in more else [SHUT] * len(case.readers))
    return replace(case, files=files, readers=readers, fit=fit)


def _shut(row: Sequence[int], case: Case, mine: Collection[str], taken: Collection[str]) -> list[int]:
    return [
        SHUT if reader.code in mine or reader.house in taken else int(fit)
        for reader, fit in zip(case.readers, row, strict=True)
    ]
