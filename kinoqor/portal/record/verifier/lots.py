"""The lot near the line and what is left at last; then the whole result that follows from a computed list."""

from collections.abc import Collection
from typing import Any

from kinoqor.portal.record.verifier.chance import Counted, shuffled
from kinoqor.portal.record.verifier.lining import ends_of, lines_of, refusals_of
from kinoqor.portal.record.verifier.sharing import Film, Shares, Totals


def band_of(of: Shares, computed: Collection[str]) -> list[str]:
    """The films that the lot decides."""
    if of.lots != "band":
        return []
    ends, found = ends_of(of, computed), []
    for film in of.films:
        end = ends[film.group]
        if not film.out and not film.free and end is not None and film.low <= end.points <= film.high:
            found.append(film.code)
    return sorted(found)


def drawn_lots(of: Shares, computed: Collection[str]) -> tuple[list[str], bool]:
    """The list after the draw, and whether the computed one stands because a drawn one would break a limit."""
    lot = band_of(of, computed)
    if not lot:
        return list(computed), False
    films = {each.code: each for each in of.of(lot)}
    sure = [each for each in of.of(computed) if each.code not in films]
    places: dict[tuple[str, str, int], int] = {}
    for each in of.of(set(computed) & set(films)):
        places[each.group] = places.get(each.group, 0) + 1
    order = [films[code] for code in shuffled(sorted(films), Counted(bytes.fromhex(of.seed)))]
    totals = Totals(of, sure)
    taken = _places_filled(totals, order, places)
    inside = {each.at for each in taken}
    for each in order:
        if each.at not in inside and totals.fits(each):
            totals.add(each)
            taken.append(each)
    if totals.broken():
        return list(computed), True
    return [each.code for each in [*sure, *taken]], False


def _places_filled(totals: Totals, order: list[Film], places: dict[tuple[str, str, int], int]) -> list[Film]:
    waiting: dict[tuple[str, str, int], list[Film]] = {}
    for each in order:
        waiting.setdefault(each.group, []).append(each)
    taken = []
    for film in order:
        if not places.get(film.group) or totals.full(film):
            continue
        places[film.group] -= 1
        waiting[film.group].remove(film)
        reserve = sum(
            sum(sorted(each.money for each in waiting[group])[:many])
            for group, many in places.items()
            if group[0] == film.stream
        )
        if film.money + reserve <= totals.left(film.stream):
            totals.add(film)
            taken.append(film)
        else:
            places[film.group] += 1
            waiting[film.group].append(film)
    return taken


def rest_of(of: Shares, computed: Collection[str], taken: Collection[str]) -> list[str]:
    """The films that what is left at last is given to."""
    reach = of.rules["rest"]
    if reach is None:
        return []
    ends, totals, inside = ends_of(of, computed), Totals(of, of.of(taken)), set(taken)
    near = []
    for film in of.films:
        end = ends[film.group]
        if film.out or film.free or film.code in inside or end is None:
            continue
        if end.points - film.points <= reach:
            near.append(film)
    found: list[str] = []
    while True:
        following = next((film for film in near if totals.fits(film)), None)
        if following is None:
            return found
        near.remove(following)
        totals.add(following)
        found.append(following.code)


def follows(of: Shares, computed: list[str]) -> dict[str, Any]:
    """Everything that follows from a computed list, as result.json has it."""
    lot, taken, kept = band_of(of, computed), list(computed), False
    if of.lots == "band" and of.seed:
        taken, kept = drawn_lots(of, computed)
    more = rest_of(of, computed, taken)
    by_lot = [] if kept or not of.seed else lot
    awards = []
    for film in of.of([*taken, *more]):
        way = "list" if film.code not in by_lot else "lot"
        if film.code in of.inside:
            way = "departure"
        elif film.code in more:
            way = "rest"
        awards.append([film.code, film.money, film.level, way])
    return {
        "computed": sorted(computed),
        "value": sum(each.worth for each in of.of(computed)),
        "awards": sorted(awards),
        "refusals": refusals_of(of, computed, [*taken, *more], by_lot),
        "lines": lines_of(of, computed),
        "band": lot,
        "kept": kept,
    }
