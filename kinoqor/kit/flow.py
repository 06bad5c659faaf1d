"""A flow: in which states a thing can be, and which deed leads from one to the next. A table, and nothing else."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from kinoqor.kit.verdict import YES, Verdict, no, require

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the table: a deed that leads from each of some states to one; `words` are what its button says."""

    deed: str
    before: tuple[str, ...]
    after: str
    words: Words = ""


def step(deed: str, before: str | Iterable[str], after: str, words: Words = "") -> Step:
    """A line of the table: `step("submit", DRAFT, SUBMITTED)`; several states before are given as a tuple."""
    states = (before,) if isinstance(before, str) else tuple(before)
    return Step(deed, tuple(str(each) for each in states), str(after), words)


@dataclass(frozen=True, slots=True)
class Flow:
    """The table of a thing's states, named as "floor.room", with what its officer and its applicant call each state.

    Raises ValueError with a full sentence for a table that contradicts itself: a deed that leads two ways out of one
    state, a state that nothing leads to, a state without a name for both, a state from which no end can be reached.
    """

    name: str
    start: str
    steps: tuple[Step, ...]
    officer: Mapping[str, Words]
    applicant: Mapping[str, Words]

    def __post_init__(self) -> None:
        for fault in faults(self):
            raise ValueError(f"{self.name}: {fault}")

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, the start first, in the order in which the table names them."""
        named = [state for each in self.steps for state in (*each.before, each.after)]
        return tuple(dict.fromkeys([str(self.start), *named]))

    @property
    def ends(self) -> frozenset[str]:
        """The states that no deed leads out of."""
        return frozenset(state for state in self.states if not self.possible(state))

    def possible(self, state: str) -> tuple[Step, ...]:
        """The steps that lead out of a state, in the order of the table."""
        return tuple(each for each in self.steps if state in each.before)

    def may(self, deed: str, state: str) -> Verdict:
        """Whether a deed is possible in a state; the no names the state and what is possible instead."""
        if any(each.deed == deed for each in self.possible(state)):
            return YES
        reason = _("This is not possible now: it is “%(state)s”.") % {"state": self.called(state)}
        ways = [str(each.words or each.deed) for each in self.possible(state)]
        way = _("What is possible: %(ways)s.") % {"ways": ", ".join(ways)} if ways else ""
        return no(reason, way=way)

    def after(self, deed: str, state: str) -> str:
        """The state that a deed leads to from a state; raises Refused where it is not possible there."""
        require(self.may(deed, state))
        return next(each.after for each in self.possible(state) if each.deed == deed)

    def called(self, state: str, officer: bool = True) -> str:
        """What a state is called by its officer or by its applicant, in the language of the page."""
        return str((self.officer if officer else self.applicant)[state])

    def drawn(self) -> str:
        """The table as a Mermaid state diagram, for the reference."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.start}"]
        lines += [f"    {one} --> {each.after}: {each.deed}" for each in self.steps for one in each.before]
        lines += [f"    {state} --> [*]" for state in self.states if state in self.ends]
        return "\n".join(lines)


def reached(flow: Flow, first: str) -> frozenset[str]:
    """Every state that deeds can lead to from a state, itself included."""
    found, open_ends = {first}, [first]
    while open_ends:
        state = open_ends.pop()
        fresh = {each.after for each in flow.possible(state)} - found
        found |= fresh
        open_ends += sorted(fresh)
    return frozenset(found)


def faults(flow: Flow) -> list[str]:
    """What a table contradicts itself in, each as a full sentence; empty for a sound one."""
    found = []
    for state in flow.states:
        deeds = [each.deed for each in flow.possible(state)]
        found += [
            f"“{deed}” leads two ways out of “{state}”."
            for deed in sorted(set(deeds))
            if deeds.count(deed) > 1
        ]
        if state not in flow.officer or state not in flow.applicant:
            found.append(f"“{state}” has no name for its officer or its applicant.")
        if state not in reached(flow, flow.start):
            found.append(f"Nothing leads to “{state}”.")
        if not reached(flow, state) & flow.ends:
            found.append(f"From “{state}” no end can be reached.")
    return found
