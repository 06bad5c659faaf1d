"""The best programme: sections in as few pieces as can be, then on few days, then companies on few days, then early.

Solved by CP-SAT on one thread, from a fixed seed and within a time that is counted in steps and not in seconds, so that
the same case always gives the same programme. Where the first two wishes are not proved to be fulfilled, it says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from kinoqor.deciding.pitching.rules.fitting import Table, misfits, table
from kinoqor.deciding.pitching.rules.hall import may_be
from kinoqor.deciding.pitching.rules.moving import again
from kinoqor.deciding.pitching.rules.shortage import shortage
from kinoqor.deciding.pitching.words import Case, Film, Place, Programme, Settings, Short
from kinoqor.kit.verdict import require

STEPS = 1.5  # for each wish, by the solver's own clock: some seconds
OF_SECTIONS = 2  # how many of the wishes are about sections

Var = cp_model.IntVar


@dataclass(slots=True)
class Model:
    """The unknowns: how many films of a kind stand in a stretch, which sections do, and which begin and end it."""

    held: Table
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    count: dict[tuple[int, int], Var] = field(default_factory=dict)  # by kind and stretch
    used: dict[tuple[str, int], Var] = field(default_factory=dict)  # by section and stretch
    first: dict[tuple[str, int], Var] = field(default_factory=dict)
    last: dict[tuple[str, int], Var] = field(default_factory=dict)
    marks: list[Var] = field(default_factory=list)  # that a section or a company comes on a day

    def sections(self, at: int) -> list[str]:
        """The sections that may stand in a stretch."""
        return sorted({section for section, where in self.used if where == at})


def planned(case: Case, settings: Settings) -> Programme:
    """The best programme for a case. Raises Refused for days that cannot be, Short where the films do not fit."""
    require(may_be(case.days, settings))
    held = table(case, settings)
    if misfits(held):
        raise Short(shortage(held))
    if not case.films:
        return Programme(())
    model = _model(held)
    joins = _joins(model)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 0
    solver.parameters.max_deterministic_time = STEPS
    proved, found = True, None
    wishes = _wishes(model, joins)
    for number, wish in enumerate(wishes):
        model.cp.minimize(wish)
        outcome = solver.solve(model.cp)
        if outcome == cp_model.UNKNOWN:  # the time is over: the last one stands, or one that heeds no wishes
            return replace(found or again(case, settings, {}), proved=False)
        if outcome not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise RuntimeError("No programme was found although all films fit.")
        proved &= number >= OF_SECTIONS or outcome == cp_model.OPTIMAL
        found = _laid(model, solver, proved)
        _go_on(model, solver, wish, last=number == len(wishes) - 2)
    assert found is not None  # there are wishes
    return found


def _go_on(model: Model, solver: cp_model.CpSolver, wish: cp_model.LinearExprT, last: bool) -> None:
    """What was reached stands, and the next search begins from it; before the last one also where each section stands."""
    model.cp.add(wish <= round(solver.objective_value))
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    for at in range(len(model.cp.proto.variables)):
        one = model.cp.get_int_var_from_proto_index(at)
        model.cp.add_hint(one, solver.value(one))
    if last:
        for mark in [*model.used.values(), *model.marks]:
            model.cp.add(mark == solver.value(mark))


def _model(held: Table) -> Model:
    """Every film stands once, no stretch and no day is too full, and a section stands where films of it do."""
    model = Model(held)
    for number, kind in enumerate(held.kinds):
        for at in kind.open:
            most = min(len(kind.films), held.room(at))
            model.count[number, at] = model.cp.new_int_var(0, most, "")
            for name in (model.used, model.first):
                if (kind.section, at) not in name:
                    name[kind.section, at] = model.cp.new_bool_var("")
            model.cp.add(model.count[number, at] <= most * model.used[kind.section, at])
        model.cp.add(sum(model.count[number, at] for at in kind.open) == len(kind.films))
    days: dict[object, list[Var]] = {}
    for at, stretch in enumerate(held.stretches):
        here = [one for (_kind, where), one in model.count.items() if where == at]
        model.cp.add(sum(here) <= held.room(at))
        days.setdefault(stretch.day, []).extend(here)
    for here in days.values():
        model.cp.add(sum(here) <= held.settings.most)
    return model


def _joins(model: Model) -> list[tuple[str, Var]]:
    """Where a section ends one stretch and begins the next one that is used, it is one piece. A section that does both
    ends of a stretch has it alone; past an empty stretch the section before it goes on.
    """
    cp = model.cp
    found: list[tuple[str, Var]] = []
    names = sorted({section for section, _at in model.used})
    before: dict[str, Var] = {}
    for at in range(len(model.held.stretches)):
        here = model.sections(at)
        last = {each: cp.new_bool_var("") for each in names}
        cp.add_at_most_one(last.values())
        cp.add_at_most_one(model.first[each, at] for each in here)
        for each in names:
            used = model.used.get((each, at))
            goes_on = [one for one in (used, before.get(each)) if one is not None]
            cp.add_bool_or(last[each].negated(), *goes_on)
            for other in here:
                if other != each:  # whoever ends a used stretch stands in it
                    stands = [] if used is None else [used]
                    cp.add_bool_or(last[each].negated(), model.used[other, at].negated(), *stands)
            if used is not None:
                _begins(model, (each, at), last[each], before.get(each), found)
                model.last[each, at] = last[each]
        before = last
    return found


def _begins(
    model: Model, key: tuple[str, int], last: Var, before: Var | None, found: list[tuple[str, Var]]
) -> None:
    """The first of a stretch stands in it; where it ended what came before, it goes on."""
    cp, first = model.cp, model.first[key]
    cp.add_implication(first, model.used[key])
    for other in model.sections(key[1]):
        if other != key[0]:
            cp.add_bool_or(first.negated(), last.negated(), model.used[other, key[1]].negated())
    if before is not None:
        join = cp.new_bool_var("")
        cp.add_implication(join, before)
        cp.add_implication(join, first)
        found.append((key[0], join))


def _wishes(model: Model, joins: Sequence[tuple[str, Var]]) -> list[cp_model.LinearExprT]:
    """What is best, the first wish before the second: each is fulfilled before the next is asked."""
    held, pieces = model.held, []
    sizes: dict[str, int] = {}
    for kind in held.kinds:
        sizes[kind.section] = sizes.get(kind.section, 0) + len(kind.films)
    for section in sizes:
        piece = model.cp.new_int_var(1, len(held.stretches), "")
        stands = [one for (name, _at), one in model.used.items() if name == section]
        model.cp.add(piece == sum(stands) - sum(one for name, one in joins if name == section))
        pieces.append(piece)
    fewest = {section: -(-size // held.settings.most) for section, size in sizes.items()}
    sections = _on_days(model, ((section, at, one) for (section, at), one in model.used.items()), fewest)
    counted = ((held.kinds[kind].company, at, one) for (kind, at), one in model.count.items())
    companies = _on_days(model, counted, {})
    frame = sum(at * one for (_section, at), one in model.used.items())
    early = sum(at * one for (_kind, at), one in model.count.items())
    return [sum(pieces), sum(sections), sum(companies), frame, early]


def _on_days(model: Model, asked: Iterable[tuple[str, int, Var]], fewest: Mapping[str, int]) -> list[Var]:
    """For each name on how many days any of its unknowns is above nought; `fewest` is what it cannot be below."""
    marks: dict[str, dict[object, Var]] = {}
    for name, at, one in asked:
        if not name:
            continue
        day, own = model.held.stretches[at].day, marks.setdefault(name, {})
        if day not in own:
            own[day] = model.cp.new_bool_var("")
            model.marks.append(own[day])
        model.cp.add(one <= model.held.room(at) * own[day])
    found = []
    for name, own in marks.items():
        days = model.cp.new_int_var(fewest.get(name, 1), len(own), "")
        model.cp.add(days == sum(own.values()))
        found.append(days)
    return found


def _laid(model: Model, solver: cp_model.CpSolver, proved: bool) -> Programme:
    """The slots of what was found: sections side by side in a stretch, the films of a company side by side in them."""
    held = model.held
    left = {number: list(kind.films) for number, kind in enumerate(held.kinds)}
    slots = []
    for at, stretch in enumerate(held.stretches):
        here: dict[str, list[Film]] = {}
        for number, kind in enumerate(held.kinds):
            wanted = solver.value(model.count[number, at]) if (number, at) in model.count else 0
            if wanted:
                here.setdefault(kind.section, []).extend(left[number][:wanted])
                del left[number][:wanted]
        ends = {
            each: int(solver.boolean_value(model.last[each, at]))
            - int(solver.boolean_value(model.first[each, at]))
            for each in here
        }
        order = [
            film for each in sorted(here, key=lambda one: (ends[one], one)) for film in _together(here[each])
        ]
        places: tuple[Place, ...] = stretch.places
        slots += [
            held.bench.slot(film, place, stretch.half)
            for film, place in zip(order, places[: len(order)], strict=True)
        ]
    return Programme(tuple(slots), proved)


def _together(films: Iterable[Film]) -> list[Film]:
    """In the order of the codes, where the films of a company come with its first one."""
    order = sorted(films, key=lambda each: each.code)
    first: Mapping[str, str] = {each.company: each.code for each in reversed(order) if each.company}
    return sorted(order, key=lambda each: (first.get(each.company, each.code), each.code))
