"""Whether all films fit into the hall, exactly: the largest flow from kinds of films through stretches to days.

Films of a kind are interchangeable: one section, one company with several films, the same half days open. That sections
and companies stay together is wished, not needed, so it is not asked here but in `planning`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.graph.python import max_flow

from kinoqor.deciding.pitching.rules.bench import Bench, bench
from kinoqor.deciding.pitching.rules.hall import stretches
from kinoqor.deciding.pitching.words import Case, Film, Settings, Stretch


@dataclass(frozen=True, slots=True)
class FilmKind:
    """Films that may stand for one another, in the order of their codes; `open` are the places of stretches in order."""

    section: str
    company: str  # "" where it has one film alone
    open: tuple[int, ...]
    films: tuple[Film, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A case laid out: its stretches in the order of time and its kinds of films in the order of their codes."""

    case: Case
    settings: Settings
    bench: Bench
    stretches: tuple[Stretch, ...]
    kinds: tuple[FilmKind, ...]

    def room(self, at: int) -> int:
        """How many films a stretch takes."""
        return len(self.stretches[at].places)


def table(case: Case, settings: Settings) -> Table:
    """The case laid out; in which order its lists come changes nothing."""
    seats, found = bench(case), tuple(stretches(case.days, settings))
    companies: dict[str, int] = {}
    for film in case.films:
        companies[film.company] = companies.get(film.company, 0) + 1
    kinds: dict[tuple[str, str, tuple[int, ...]], list[Film]] = {}
    for film in sorted(case.films, key=lambda each: each.code):
        may = {(each.day, each.half): bool(seats.may(film, (each.day, each.half))) for each in found}
        company = film.company if companies[film.company] > 1 else ""
        key = (film.section, company, tuple(at for at, each in enumerate(found) if may[each.day, each.half]))
        kinds.setdefault(key, []).append(film)
    made = tuple(FilmKind(*key, tuple(films)) for key, films in sorted(kinds.items()))
    return Table(case, settings, seats, found, made)


def misfits(held: Table) -> tuple[Film, ...]:
    """The films of the narrowest place, more than the places that are open to them; none where all fit."""
    source, sink, node = 0, 1, 2
    days = sorted({each.day for each in held.stretches})
    at_day = {day: node + number for number, day in enumerate(days)}
    at_stretch = {number: node + len(days) + number for number in range(len(held.stretches))}
    first = node + len(days) + len(held.stretches)
    solver, wanted = max_flow.SimpleMaxFlow(), 0
    for day in days:
        solver.add_arc_with_capacity(at_day[day], sink, held.settings.most)
    for number, stretch in enumerate(held.stretches):
        solver.add_arc_with_capacity(at_stretch[number], at_day[stretch.day], held.room(number))
    for number, kind in enumerate(held.kinds):
        solver.add_arc_with_capacity(source, first + number, len(kind.films))
        wanted += len(kind.films)
        for at in kind.open:
            solver.add_arc_with_capacity(first + number, at_stretch[at], len(kind.films))
    solver.solve(source, sink)
    if solver.optimal_flow() == wanted:
        return ()
    side = set(solver.get_source_side_min_cut())
    found = [film for number, kind in enumerate(held.kinds) if first + number in side for film in kind.films]
    return tuple(sorted(found, key=lambda each: each.code))


def fits(case: Case, settings: Settings) -> bool:
    """Whether there is a programme for all films at all."""
    return not misfits(table(case, settings))


def open_places(held: Table, films: Sequence[Film]) -> int:
    """How many places there are for these films, as far as hours and the most of a day allow."""
    named = {film.code for film in films}
    open_ = {at for kind in held.kinds if named & {film.code for film in kind.films} for at in kind.open}
    rooms: dict[object, int] = {}
    for at in open_:
        day = held.stretches[at].day
        rooms[day] = rooms.get(day, 0) + held.room(at)
    return sum(min(room, held.settings.most) for room in rooms.values())
