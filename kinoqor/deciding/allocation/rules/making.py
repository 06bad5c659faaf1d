"""The whole result from the exact choice: lots, the rest, lines, reasons. No solver: so a result is checked too."""

from collections.abc import Sequence

from kinoqor.deciding.allocation.rules.lining import lines, refusals
from kinoqor.deciding.allocation.rules.lots import band, drawn
from kinoqor.deciding.allocation.rules.resting import rest
from kinoqor.deciding.allocation.rules.table import Row, Table, chosen
from kinoqor.deciding.allocation.words import Award, Lots, Result, Way


def made(held: Table, computed: Sequence[str]) -> Result:
    """Everything that follows from the computed list. Without a seed the band is named and nothing drawn yet."""
    settings = held.settings
    lot = band(held, computed)
    taken, kept = tuple(computed), False
    if settings.lots == Lots.BAND and settings.seed:
        taken, kept = drawn(held, computed, settings.seed)
    more = rest(held, computed, taken)
    by_lot = () if kept or not settings.seed else lot
    awards = tuple(sorted(_award(held, row, more, by_lot) for row in chosen(held, [*taken, *more])))
    return Result(
        tuple(sorted(computed)),
        value(chosen(held, computed)),
        awards,
        refusals(held, computed, [*taken, *more], by_lot),
        lines(held, computed),
        lot,
        kept,
    )


def value(rows: Sequence[Row]) -> int:
    """What all rows are worth together: points times the unit of the case."""
    return sum(row.worth for row in rows)


def _award(held: Table, row: Row, more: Sequence[str], lot: Sequence[str]) -> Award:
    code = row.file.code
    if code in held.case.inside:
        way = Way.DEPARTURE
    elif code in more:
        way = Way.REST
    else:
        way = Way.LOT if code in lot else Way.LIST
    return Award(code, row.money, row.level, way.value)
