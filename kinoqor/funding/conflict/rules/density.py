"""How much the conflicts of a round shut, and how far the years would have to be cut for it to be judged. Pure."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kinoqor.funding.conflict.words import LASTING, Conflict, Density, Grade
from kinoqor.kit.verdict import YES, Verdict, no


def density(readers: Iterable[str], files: Iterable[str], shut: Iterable[tuple[str, str]]) -> Density:
    """How many pairs are shut and how many readers each file has left; pairs of others are left out."""
    all_readers, all_files = frozenset(readers), sorted(set(files))
    pairs = {(reader, file) for reader, file in shut if reader in all_readers}
    left = dict.fromkeys(all_files, len(all_readers))
    for _reader, file in pairs:
        if file in left:
            left[file] -= 1
    barred = sum(len(all_readers) - free for free in left.values())
    return Density(len(all_readers) * len(all_files), barred, left)


def shut_within(
    found: Mapping[tuple[str, str], Iterable[Conflict]], years: int
) -> frozenset[tuple[str, str]]:
    """The pairs that would be shut if what lapses did so after this many years."""
    return frozenset(
        pair
        for pair, conflicts in found.items()
        if any(one.grade == Grade.BARRED and (one.kind in LASTING or one.age <= years) for one in conflicts)
    )


def may_be_judged(
    readers: Iterable[str], files: Iterable[str], found: Mapping[tuple[str, str], Iterable[Conflict]],
    needed: int, years: int,
) -> Verdict:  # fmt: skip
    """Whether every file has `needed` readers who may judge it; a no says of how many files not, and what would help."""
    all_readers, all_files = list(readers), list(files)
    short = _short(all_readers, all_files, shut_within(found, years), needed)
    if not short:
        return YES
    fewest = min(short.values())
    counts = {"files": len(short), "needed": needed, "fewest": fewest}
    reason = _(
        "Files with too few readers free of conflicts: %(files)s (%(needed)s needed, one has %(fewest)s)."
    )
    for fewer in range(years - 1, -1, -1):
        if not _short(all_readers, all_files, shut_within(found, fewer), needed):
            way = ngettext_lazy(
                "It would be enough if shared work counted for %(years)s year.",
                "It would be enough if shared work counted for %(years)s years.",
                "years",
            )
            return no(reason % counts, way=way % {"years": fewer})
    more = ngettext_lazy(
        "Invite at least %(more)s more reader who has worked with none of them.",
        "Invite at least %(more)s more readers who have worked with none of them.",
        "more",
    )
    return no(reason % counts, way=more % {"more": needed - fewest})


def _short(
    readers: list[str], files: list[str], shut: frozenset[tuple[str, str]], needed: int
) -> dict[str, int]:
    return {file: free for file, free in density(readers, files, shut).free.items() if free < needed}
