"""The lot near the line: films whose interval crosses their line, drawn by numbers that anyone can repeat.

In the band are the films that could be chosen, whose group has a line and whose interval holds it. The band has as many
places for each stream, kind and set of quotas as the computed list gave to the band's films of it: so the quotas are
served first. The band in the order of its codes is shuffled by the seed. Down that order a film is taken if its group has
a place left, its company may have it, and what it leaves in the envelope is enough for the places that remain, each
filled with the cheapest films left of its group. Then once more down the order, whoever fits with every limit kept.
Where in the end a limit does not hold, the computed list stands: that can be, where one company has many films in the
band or a quota counts money. There is one draw, and never a second.
"""

from collections.abc import Sequence

from kinoqor.deciding.allocation.rules.limits import Sums, sums
from kinoqor.deciding.allocation.rules.lining import Group, last
from kinoqor.deciding.allocation.rules.table import Row, Table, chosen
from kinoqor.deciding.allocation.words import Chances, Lots
from kinoqor.kit.draw import Numbers, seed_of, shuffled

DRAWS = 1000  # made beforehand to say how likely each film is


def band(held: Table, computed: Sequence[str]) -> tuple[str, ...]:
    """The films that the lot decides, in the order of their codes."""
    if held.settings.lots != Lots.BAND:
        return ()
    ends = last(held, computed)
    found = []
    for row in held.rows:
        end = ends[*row.group, row.signs]
        if row.out or row.free or end is None:
            continue
        if row.file.low <= end.file.points <= row.file.high:
            found.append(row.file.code)
    return tuple(sorted(found))


def drawn(held: Table, computed: Sequence[str], seed: str) -> tuple[tuple[str, ...], bool]:
    """The list after the draw, and whether the computed one was kept because a limit would not hold."""
    return _drawn(held, computed, band(held, computed), Numbers(bytes.fromhex(seed)))


def chances(held: Table, computed: Sequence[str]) -> Chances:
    """How likely each film of the band is, before the seed is known: counted over draws from numbers known to all.

    An estimate: its error is about three in a hundred at most.
    """
    lot = band(held, computed)
    times = dict.fromkeys(lot, 0)
    for at in range(DRAWS):
        seed = seed_of("kinoqor/allocation/chances", str(at).encode())
        funded, _kept = _drawn(held, computed, lot, Numbers(seed))
        for code in times.keys() & set(funded):
            times[code] += 1
    return {code: count / DRAWS for code, count in times.items()}


def _drawn(
    held: Table, computed: Sequence[str], lot: Sequence[str], numbers: Numbers
) -> tuple[tuple[str, ...], bool]:
    if not lot:
        return tuple(computed), False
    rows = {row.file.code: row for row in chosen(held, lot)}
    sure = [row for row in chosen(held, computed) if row.file.code not in rows]
    places: dict[Group, int] = {}
    for row in chosen(held, set(computed) & rows.keys()):
        places[_group(row)] = places.get(_group(row), 0) + 1
    order = [rows[code] for code in shuffled(sorted(rows), numbers.below)]
    counted = sums(held, sure)
    taken = _first(counted, order, places)
    inside = {row.at for row in taken}
    for row in order:
        if row.at not in inside and counted.fits(row):
            counted.add(row)
            taken.append(row)
    if counted.broken():
        return tuple(computed), True
    return tuple(row.file.code for row in sorted([*sure, *taken], key=lambda row: row.at)), False


def _group(row: Row) -> Group:
    return *row.group, row.signs


def _first(counted: Sums, order: Sequence[Row], places: dict[Group, int]) -> list[Row]:
    """Who takes the places."""
    waiting: dict[Group, list[Row]] = {}
    for row in sorted(order, key=lambda row: row.money):
        waiting.setdefault(_group(row), []).append(row)
    taken = []
    for row in order:
        group = _group(row)
        if not places.get(group) or counted.company_full(row):
            continue
        places[group] -= 1
        waiting[group].remove(row)
        kept = sum(
            each.money
            for other, count in places.items()
            if other[0] == row.file.stream
            for each in waiting[other][:count]
        )
        if row.money + kept <= counted.left(row.file.stream):
            counted.add(row)
            taken.append(row)
        else:
            places[group] += 1
            waiting[group].append(row)
            waiting[group].sort(key=lambda each: each.money)
    return taken
