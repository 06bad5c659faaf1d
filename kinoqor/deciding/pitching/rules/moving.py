"""After the programme is known: a slot is moved, a film comes or goes, somebody falls out, and as little as possible
moves.

A flow of films through places to days at the least cost: who keeps a place costs nothing, and one who moves costs more
than all finer wishes together. Exact, and the same answer every time.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from ortools.graph.python import min_cost_flow

from kinoqor.deciding.pitching.rules.bench import called
from kinoqor.deciding.pitching.rules.fitting import Table, misfits, table
from kinoqor.deciding.pitching.rules.hall import half_of, may_be
from kinoqor.deciding.pitching.rules.shortage import shortage
from kinoqor.deciding.pitching.words import Case, Film, Place, Programme, Settings, Short
from kinoqor.kit.verdict import Refused, no, require

ALONE = 1_000  # what a place away from its section costs, in places of distance

Places = Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The films to be placed and all places, in their order; where each film stood, and where some must stand."""

    held: Table
    films: Sequence[Film]
    order: Sequence[Place]
    before: Places
    pins: Places
    settled: frozenset[str] = frozenset()  # pins that are over: what the law says of them now changes nothing
    after: Place | None = None  # nothing is placed here or before

    def may(self, film: Film, place: Place) -> bool:
        """Whether a film may stand at a place."""
        if film.code in self.pins:
            return place == self.pins[film.code]
        if self.after is not None and place <= self.after:
            return False
        session = (place.day, half_of(place, self.held.settings))
        return place not in self.pins.values() and bool(self.held.bench.may(film, session))


def again(
    case: Case, settings: Settings, before: Places, pins: Places | None = None,
    settled: Collection[str] = (), after: Place | None = None,
) -> Programme:  # fmt: skip
    """The programme for a case that has changed: the films in `pins` stand where they say, and of all others as few as
    possible leave the place that they had `before`; none goes to a place that is over (`after`). Of the pins those that
    are `settled` were heard, or missed, and are not judged again. Raises Refused where a pin cannot be, Short where
    nothing fits.
    """
    require(may_be(case.days, settings))
    held = table(case, settings)
    films = sorted(case.films, key=lambda each: each.code)
    order = [place for stretch in held.stretches for place in stretch.places]
    known = {film.code for film in films}
    fast = {code: to for code, to in (pins or {}).items() if code in known}
    wanted = Wanted(held, films, order, before, fast, frozenset(settled) & fast.keys(), after)
    _pins_can_be(wanted)
    left = held
    if wanted.settled:
        left = table(
            replace(case, films=[each for each in films if each.code not in wanted.settled]), settings
        )
    if misfits(left):
        raise Short(shortage(left))
    found = _placed(wanted)
    slots = [
        held.bench.slot(film, found[film.code], half_of(found[film.code], settings))
        for film in sorted(films, key=lambda each: found[each.code])
    ]
    return Programme(tuple(slots))


def moved(before: Places, after: Programme) -> tuple[str, ...]:
    """The films, by code, that had a place and have another one."""
    now = after.places
    return tuple(sorted(code for code, place in before.items() if code in now and now[code] != place))


def _pins_can_be(wanted: Wanted) -> None:
    taken: set[Place] = set()
    for film in wanted.films:
        place = wanted.pins.get(film.code)
        if place is None:
            continue
        if place not in wanted.order or place in taken:
            raise Refused(
                no(
                    _(
                        "“%(film)s” cannot stand there: no pitching begins at that time, or it is taken for good."
                    )
                    % {"film": called(film)},
                    way=_("Choose a free time, or one whose film may still move."),
                )
            )
        taken.add(place)
        if film.code not in wanted.settled:
            require(wanted.held.bench.may(film, (place.day, half_of(place, wanted.held.settings))))


def _placed(wanted: Wanted) -> dict[str, Place]:
    """The place of each film, by the flow of least cost."""
    films, order = wanted.films, wanted.order
    days = sorted({place.day for place in order})
    first_place, first_day = len(films), len(films) + len(order)
    sink = first_day + len(days)
    solver = min_cost_flow.SimpleMinCostFlow()
    near, ranks = _near(wanted), {place: number for number, place in enumerate(order)}
    arcs = []
    for row, film in enumerate(films):
        solver.set_node_supply(row, 1)
        for column, place in enumerate(order):
            if wanted.may(film, place):
                cost = _cost(wanted, film, place, ranks, near)
                arc = solver.add_arc_with_capacity_and_unit_cost(row, first_place + column, 1, cost)
                arcs.append((arc, film.code, place))
    for column, place in enumerate(order):
        solver.add_arc_with_capacity_and_unit_cost(
            first_place + column, first_day + days.index(place.day), 1, 0
        )
    for number in range(len(days)):
        solver.add_arc_with_capacity_and_unit_cost(first_day + number, sink, wanted.held.settings.most, 0)
    solver.set_node_supply(sink, -len(films))
    if solver.solve() != solver.OPTIMAL:
        raise Refused(
            no(
                _("With what stands fast the other films do not fit any more."),
                way=_("Move the film to another time, or let more of the others move."),
            )
        )
    return {code: place for arc, code, place in arcs if solver.flow(arc)}


def _near(wanted: Wanted) -> frozenset[tuple[str, Place]]:
    """Which places lie in a stretch where films of a section stood before."""
    at = {place: number for number, stretch in enumerate(wanted.held.stretches) for place in stretch.places}
    stood = {
        (film.section, at[wanted.before[film.code]])
        for film in wanted.films
        if wanted.before.get(film.code) in at
    }
    return frozenset(
        (section, place) for section, number in stood for place, where in at.items() if where == number
    )


def _cost(
    wanted: Wanted, film: Film, place: Place, ranks: Mapping[Place, int], near: frozenset[tuple[str, Place]]
) -> int:
    old = wanted.before.get(film.code)
    if old == place:
        return 0
    finer = 0 if (film.section, place) in near else ALONE
    finer += abs(ranks[place] - ranks.get(old, 0)) if old else ranks[place]
    more_than_all = (ALONE + len(ranks)) * (len(wanted.films) + 1)
    return finer + more_than_all
