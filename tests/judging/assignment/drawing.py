"""Plain makers of draws that really are prepared, frozen and drawn."""

from typing import Any

from kinoqor.accounts.user.models import User
from kinoqor.funding.application.models import Application
from kinoqor.judging.assignment import clock
from kinoqor.judging.assignment.actions import freeze, keep, prepare, release, take_chance
from kinoqor.judging.assignment.adapters.case import file_code
from kinoqor.judging.assignment.adapters.written import as_announced
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.rules.frozen import result
from kinoqor.judging.assignment.words import Pair, Plan
from kinoqor.judging.panel.models import Body, Member
from kinoqor.kit.verdict import YES
from tests.funding.check import making as checking
from tests.judging import making
from tests.judging.making import NOW, REF, STAGE
from tests.make import BY

SIGNATURE = "5a" * 48  # of no round: what a beacon signs is tried elsewhere
WHY = "The reader fell ill and cannot read in time."


def taken_as_right(_draw: Draw, _chance: str) -> Any:
    """Every chance is right."""
    return YES


def filled(files: int = 4, readers: int = 6, **manner: Any) -> tuple[list[Application], list[Member], Body]:
    """Admitted files and the members of a body who are to read them."""
    making.call(**manner)
    of = making.body()
    return [making.admitted() for _each in range(files)], [making.member(of) for _each in range(readers)], of


def prepared(of: Body, by: User | None = None, **more: Any) -> int:
    """A draw that was begun; its number."""
    made: int = prepare(REF, STAGE, of.pk, by=(by or checking.officer()).doer, **more)
    return made


def frozen(of: Body, by: User | None = None) -> int:
    """A draw whose lists are frozen; its number."""
    number = prepared(of, by)
    freeze(number, NOW, by=(by or checking.officer()).doer)
    return number


def drawn(of: Body, by: User | None = None, signature: str = SIGNATURE) -> int:
    """A draw with its result; its number."""
    number = frozen(of, by)
    due = Draw.objects.get(pk=number).due
    assert due is not None
    take_chance(number, signature, taken_as_right, due, by=checking.officer().doer)
    clock.work.call(number)
    return number


def released(of: Body, by: User | None = None) -> int:
    """A draw that its readers know of; its number."""
    number = drawn(of, by)
    release(number, by=checking.officer().doer)
    return number


def one_of_each() -> tuple[int, int, int]:
    """Draws of bodies of their own: begun, frozen, and drawn. The last one is made by hand: to draw takes a while."""
    of, file = making.body(f"drawn-{Draw.objects.count()}"), making.admitted()
    reader = making.member(of)
    bodies = [making.body(f"{each}-{Draw.objects.count()}") for each in ("begun", "frozen")]
    begun = prepared(bodies[0])
    making.member(bodies[1])
    waits = frozen(bodies[1])
    number = frozen(of)
    held = Draw.objects.get(pk=number)
    seat = held.codes["readers"] if held.codes else {}
    pair = (file_code(held, file.pk), next(name for name, member in seat.items() if member == reader.pk))
    plan = Plan((Pair(*pair, 600),), (Pair(*pair, 600),), 1, bytes(32))
    due = held.due or NOW
    take_chance(number, SIGNATURE, taken_as_right, due, by=BY)
    text = result(plan, {pair[1]: 0}, held.frozen or "", SIGNATURE)
    keep(number, text, [(*pair, 600, 1)], 1, by=BY)
    return begun, waits, number


def drawn_by_numbers(of: Body) -> int:
    """A draw with its result, decided by announced numbers; its number."""
    number = prepared(of, announced=[{"name": "Test lottery", "day": "2026-04-20"}])
    by = checking.officer().doer
    freeze(number, NOW, by=by)
    take_chance(number, "2.9.18./", as_announced, NOW, by=by)
    clock.work.call(number)
    return number
