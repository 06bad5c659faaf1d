"""What a pack says on who may not sit, and in which rounds somebody sat. Pure."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from kinoqor.judging.panel.words import Barring, BarRule, BarRules, Ground, Member
from kinoqor.kit.document import Part, once, sound

# Where a pack says nothing: nobody judges where they apply, and nobody with a film company judges others.
USUAL = Barring((BarRule(Ground.OWNER, {}), BarRule(Ground.APPLICANT, {})))
LONGEST = 60  # years, or rounds


def read(top: Part) -> Barring:
    """What the document `bodies.toml` of a programme says. Raises `kit.document.Faulty` with every fault."""
    rules = tuple(_rule(part) for part in top.parts("bars"))
    rotation = top.part("rotation")
    on, off = rotation.whole("on", 0, LONGEST), rotation.whole("off", 0, LONGEST)
    rotation.end()
    years = top.number("working_years", 0, LONGEST)
    found = Barring(rules, years, top.text("note", needed=False), on or 0, 1 if off is None else off)
    top.end()
    once(top, "bars", [each.ground for each in rules])
    sound(top)
    return found


def _rule(part: Part) -> BarRule:
    ground = part.choice("ground", tuple(Ground.values))
    clause, source = part.text("clause"), part.line("source")
    roles, sure = part.words("roles"), part.yes("verified")
    part.end()
    return BarRule(Ground(ground) if ground in Ground.values else Ground.ACT, clause, roles, source, sure)


def in_force(said: Barring, lang: str) -> BarRules:
    """What a pack says on who may not sit as the law asks it, with the clauses in a language ("kk")."""
    working = {role: each.ground for each in said.rules for role in each.roles}
    grounds = {each.ground for each in said.rules}
    clauses = {str(each.ground): each.clause.get(lang, "") for each in said.rules}
    return BarRules(
        working, said.working_years, Ground.OWNER in grounds, Ground.APPLICANT in grounds, said.rounds_on,
        said.rounds_off, clauses,
    )  # fmt: skip


def round_on(openings: Sequence[date], day: date) -> int:
    """The number of the round that runs on a day, 0 before the first: each begins when its call opens (`openings`, in
    order) and lasts until the next one opens.
    """
    return bisect_right(openings, day)


def rounds_sat(openings: Sequence[date], terms: Iterable[Member]) -> tuple[int, ...]:
    """The rounds in which somebody sat, by the openings of calls in order and their terms."""
    sat: set[int] = set()
    for one in terms:
        first, last = round_on(openings, one.since), round_on(openings, one.until or date.max)
        sat |= set(range(max(first, 1), last + 1))
    return tuple(sorted(sat))


def turn_of(openings: Sequence[date], since: date, sat: Collection[int]) -> int:
    """The round for which an appointment from a day on is made: the one that runs, or the next where they sat in it."""
    running = max(round_on(openings, since), 1)
    return running + 1 if running in sat else running
