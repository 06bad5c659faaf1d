"""Why there is no plan, and the smallest changes that make one: never silently short.

The narrowest place between readers and files is found by the largest flow: some files need more reads than all who may
read them can give. Every change that is proposed was tried: with it the reads suffice.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.judging.assignment.rules.flow import Cut, widest
from kinoqor.judging.assignment.rules.network import network
from kinoqor.judging.assignment.rules.table import Table, narrow, table
from kinoqor.judging.assignment.words import Bottleneck, Case, Change, Reader, Settings
from kinoqor.kit.verdict import Verdict, no


def bottleneck(case: Case, settings: Settings, seed: bytes, cap: int = 1, of: int = 1) -> Bottleneck:
    """The files that need more than their readers can give, with the changes that help; or the readers promised too
    much.
    """
    held = table(case, settings, seed)
    if of > 1:
        narrow(held)
    cut = _cut(held, cap, of)
    if cut.flow < cut.wanted:
        return _short(case, settings, seed, held, cut, (cap, of))
    return _promised(case, held, cap, of)


def enough(case: Case, settings: Settings, seed: bytes, cap: int = 1, of: int = 1) -> bool:
    """Whether the readers can give all reads that the files need; what they were promised at least is not asked here."""
    cut = _cut(table(case, settings, seed), cap, of)
    return cut.flow == cut.wanted


def _cut(held: Table, cap: int, of: int) -> Cut:
    return widest(held, network(held, held.open, cap, of), held.most)


def _short(
    case: Case, settings: Settings, seed: bytes, held: Table, cut: Cut, share: tuple[int, int]
) -> Bottleneck:
    files = tuple(sorted(case.files[held.files[row]].code for row in cut.rows))
    may = np.flatnonzero(held.open[cut.rows].any(axis=0) & (held.most > 0))
    readers = tuple(sorted(case.readers[held.readers[column]].code for column in may))
    needed = int(held.needed[cut.rows].sum())
    free = needed - -(-(cut.wanted - cut.flow) // share[1])  # in whole reads, not in units of the share
    changes = tuple(filter(None, (way(case, settings, seed, share, files) for way in WAYS)))
    reason = _sentence(case, files, readers, needed, free)
    return Bottleneck(files, readers, needed, free, no(reason, way=ways_out(changes)), changes)


def ways_out(changes: tuple[Change, ...]) -> str:
    """The changes in one sentence after another."""
    if not changes:
        return _("Fewer reads of each file, other limits or other readers are needed.")
    return _("What helps: %(ways)s.") % {"ways": _("; or ").join(change.words for change in changes)}


def _sentence(case: Case, files: tuple[str, ...], readers: tuple[str, ...], needed: int, free: int) -> str:
    """“14 files (kk, documentary) need 70 reads and share 3 readers with 40 free reads.”"""
    named = set(files)
    here = [file for file in case.files if file.code in named]
    shared = [
        values.pop()
        for values in ({one.language for one in here}, {one.section for one in here})
        if len(values) == 1
    ]
    marks = ", ".join(mark for mark in shared if mark)
    what = ngettext("%(count)d file", "%(count)d files", len(files)) % {"count": len(files)}
    what = f"{what} ({marks})" if marks else what
    need = ngettext("%(count)d read", "%(count)d reads", needed) % {"count": needed}
    who = ngettext("%(count)d reader", "%(count)d readers", len(readers)) % {"count": len(readers)}
    spare = ngettext("%(count)d free read", "%(count)d free reads", free) % {"count": free}
    told = {"files": what, "reads": need, "readers": who, "free": spare}
    return _("Not enough: %(files)s; needed: %(reads)s. There are for them: %(readers)s, %(free)s.") % told


def _least(low: int, high: int, helps: Callable[[int], bool]) -> int | None:
    """The lowest number above `low` that helps, by halving; None where not even the highest does."""
    if high <= low or not helps(high):
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if helps(middle) else (middle, high)
    return high


def _loads(
    case: Case, settings: Settings, seed: bytes, share: tuple[int, int], _files: tuple[str, ...]
) -> Change | None:
    top = max((reader.most for reader in case.readers), default=0)

    def raised(to: int) -> bool:
        more = [replace(one, most=max(one.most, to)) if one.most else one for one in case.readers]
        return enough(replace(case, readers=more), settings, seed, *share)

    found = _least(min((one.most for one in case.readers if one.most), default=top), len(case.files), raised)
    words = _("let every reader take up to %(count)d files")
    return Change("most", found, words % {"count": found}) if found else None


def _people(
    case: Case, settings: Settings, seed: bytes, share: tuple[int, int], files: tuple[str, ...]
) -> Change | None:
    """More readers who may read the files of the bottleneck and take as many as others do."""
    loads = sorted(reader.most for reader in case.readers if reader.most)
    most = loads[len(loads) // 2] if loads else 1
    named = dict.fromkeys(files, True)
    best = max(settings.strong_from, settings.floor, 0)

    def invited(count: int) -> bool:
        new = [Reader(f"\0{number}", most) for number in range(count)]
        rows = [
            [*row, *[best if file.code in named else -1] * count]
            for file, row in zip(case.files, case.fit, strict=True)
        ]
        return enough(replace(case, readers=[*case.readers, *new], fit=rows), settings, seed, *share)

    needed = sum(case.reads(file, settings) for file in case.files if file.code in named)
    found = _least(0, min(needed * share[1], 200), invited)
    words = ngettext(
        "invite %(count)d more reader for these files",
        "invite %(count)d more readers for these files",
        found or 0,
    )
    return Change("readers", found, words % {"count": found}) if found else None


def _floor(
    case: Case, settings: Settings, seed: bytes, share: tuple[int, int], _files: tuple[str, ...]
) -> Change | None:
    def lowered(by: int) -> bool:
        return enough(case, replace(settings, floor=settings.floor - by), seed, *share)

    found = _least(0, settings.floor, lowered)
    to = settings.floor - (found or 0)
    return Change("floor", to, _("lower the floor of fit to %(fit)d") % {"fit": to}) if found else None


def _strong(
    case: Case, settings: Settings, seed: bytes, share: tuple[int, int], _files: tuple[str, ...]
) -> Change | None:
    def fewer(by: int) -> bool:
        return enough(case, replace(settings, strong=settings.strong - by), seed, *share)

    found = _least(0, settings.strong, fewer)
    to = settings.strong - (found or 0)
    words = _("ask for %(count)d strong readers of a file") % {"count": to}
    return Change("strong", to, words) if found else None


def _reads(
    case: Case, settings: Settings, seed: bytes, share: tuple[int, int], files: tuple[str, ...]
) -> Change | None:
    named = set(files)
    most = max((case.reads(file, settings) for file in case.files if file.code in named), default=0)

    def fewer(by: int) -> bool:
        cut = [
            replace(file, reads=min(case.reads(file, settings), most - by)) if file.code in named else file
            for file in case.files
        ]
        return enough(replace(case, files=cut), settings, seed, *share)

    found = _least(0, most, fewer)
    to = most - (found or 0)
    words = _("have these files read %(count)d times each") % {"count": to}
    return Change("reads", to, words) if found else None


WAYS = (_loads, _people, _floor, _strong, _reads)


def _promised(case: Case, held: Table, cap: int, of: int) -> Bottleneck:
    """All files can be read, but some readers were promised more files than there are for them."""
    cut = widest(held, network(held, held.open, cap, of), held.least)
    promised = int(held.least.sum())
    low = [
        place
        for place in range(held.shape[1])
        if held.least[place] and held.open[:, place].sum() * cap < held.least[place] * of
    ]
    who = low or [place for place in range(held.shape[1]) if held.least[place]]
    readers = tuple(sorted(case.readers[held.readers[place]].code for place in who))
    free = sum(int(held.open[:, place].sum()) * cap // of for place in low) if low else cut.flow // of
    needed = int(held.least[low].sum()) if low else promised
    return Bottleneck((), readers, needed, free, _too_much_promised(readers, needed, free))


def _too_much_promised(readers: tuple[str, ...], needed: int, free: int) -> Verdict:
    who = ngettext("%(count)d reader", "%(count)d readers", len(readers)) % {"count": len(readers)}
    reason = _(
        "Too much was promised: %(readers)s, at least %(needed)d reads together, but there are only %(free)d for them."
    )
    way = _("Lower the least number of files for a reader, or let each file be read by more.")
    return no(reason % {"readers": who, "needed": needed, "free": free}, way=way)
