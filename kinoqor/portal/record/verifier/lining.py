"""The table of cut-offs, and the reason of each film that is not in the list."""

from collections.abc import Collection, Iterable
from typing import Any

from kinoqor.portal.record.verifier.sharing import Film, Shares, Totals


def groups_of(of: Shares) -> dict[tuple[str, str, int], list[Film]]:
    """The films of each stream, kind and set of quotas."""
    found: dict[tuple[str, str, int], list[Film]] = {}
    for film in of.films:
        found.setdefault(film.group, []).append(film)
    return found


def ends_of(of: Shares, computed: Iterable[str]) -> dict[tuple[str, str, int], Film | None]:
    """The film that gives each group its line."""
    listed = [each for each in of.of(computed) if not each.free]
    found: dict[tuple[str, str, int], Film | None] = {}
    for group in groups_of(of):
        under = [each for each in listed if each.group[:2] == group[:2] and of.over(group[2], each.signs)]
        found[group] = under[-1] if under else None
    return found


def lines_of(of: Shares, computed: Collection[str]) -> list[list[Any]]:
    """The table of cut-offs, as result.json has it."""
    ends, inside, found = ends_of(of, computed), set(computed), []
    for group, films in groups_of(of).items():
        end = ends[group]
        funded = sum(each.code in inside for each in films)
        points = None if end is None else end.points
        found.append([group[0], group[1], of.names(group[2]), points, len(films), funded])
    return sorted(found, key=lambda line: line[:3])


def refusals_of(
    of: Shares, computed: Collection[str], funded: Collection[str], band: Collection[str]
) -> list[list[Any]]:
    """The reason of each film that is not in the list, as result.json has it."""
    listed, ends, inside = of.of(computed), ends_of(of, computed), set(funded)
    totals = Totals(of, listed)
    met: set[tuple[str, str, int]] = set()
    found = []
    for film in of.films:
        if film.code not in inside:
            reason, signs = _reason(of, totals, listed, film, ends[film.group], film.group in met, band)
            met.add(film.group)
            found.append([film.code, reason, of.names(signs)])
    return sorted(found)


def _reason(
    of: Shares, totals: Totals, listed: list[Film], film: Film, end: Film | None, behind: bool, band: Collection[str]
) -> tuple[str, int]:  # fmt: skip
    if film.code in of.outside:
        return "departure", 0
    if film.out:
        return film.out, 0
    if film.code in band:
        return "lot", 0
    if end is not None and film.at < end.at and totals.full(film):
        return "company", 0
    by = [
        each for each in listed
        if each.at > film.at and each.group[:2] == film.group[:2] and not of.over(film.signs, each.signs)
    ]  # fmt: skip
    totals.add(film)
    pressed = sum(
        1 << bit for bit in range(len(of.quotas)) if film.signs & of.most & 1 << bit and totals.past(bit)
    )
    totals.add(film, -1)
    if by and pressed:
        return "maximum", pressed
    brought = 0
    for each in by:
        brought |= each.signs & of.least & ~film.signs
    if brought:
        return "quota", brought
    if pressed and not behind:
        return "maximum", pressed
    if not behind and (end is None or film.money > totals.left(film.stream)):
        return "envelope", 0
    return "line", 0
