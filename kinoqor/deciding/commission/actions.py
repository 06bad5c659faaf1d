"""How it is entered what the commission said. A ruling takes the place of an earlier one, which stays to be read."""

from collections.abc import Collection
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.deciding.commission import queries, rules
from kinoqor.deciding.commission.adapters.composition import made_up
from kinoqor.deciding.commission.models import Hold, Ruling
from kinoqor.deciding.commission.queries import Table
from kinoqor.deciding.commission.words import Decision, Film, Seats
from kinoqor.deciding.commission.words import Ruling as Said
from kinoqor.deciding.session.rules import composed
from kinoqor.judging.panel.actions import photograph
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "deciding.commission.ruled",
    _("What the commission said of a film"),
    _("%(who)s entered what the commission said of application %(application)s: %(ruling)s"),
)
def rule(line: Line, ref: str, stage: str, number: int, said: Decision) -> Ruling:
    """Enter what the commission said of one film; what was said before is replaced and kept."""
    of, on, seats = _held(ref, stage, line)
    film = of.film(number)
    if film is None:
        raise Refused(rules.NO_FILM)
    known = [code for code, _name in queries.chapters(of.terms)]
    require(rules.may_rule(film, said, seats, of.least, known))
    line.details.update(call=ref, stage=stage, application=number, ruling=said.said, clause=said.clause)
    return _write(line, on, film, said, _photographed(line, of, [film])[film.out])


@deed(
    "deciding.commission.approved_rest",
    _("All other films approved by the commission"),
    _("%(who)s entered that the commission approved all other films of the call %(call)s: %(films)s"),
)
def approve_rest(
    line: Line, ref: str, stage: str, seen: Collection[int], hidden: Collection[int], said: Decision
) -> int:
    """Approve every film that waits, with one reason and clause; gives how many.

    `seen` are the applications that the preview showed, so that nothing is approved that nobody saw; `hidden` are those
    that are shut to whoever enters it.
    """
    of, on, seats = _held(ref, stage, line)
    waiting = [each for each in rules.unruled(of.films, of.rulings) if each.application not in set(hidden)]
    require(rules.may_approve_rest(seen, [each.application for each in waiting]))
    told = [
        (film, Decision(Said.APPROVED, film.award, (), said.reason, said.clause, said.apart))
        for film in waiting
    ]
    for film, each in told:
        require(rules.may_rule(film, each, seats, of.least, ()))
    taken = _photographed(line, of, waiting)
    for film, each in told:
        _write(line, on, film, each, taken[film.out])
    line.details.update(call=ref, stage=stage, films=len(waiting), clause=said.clause)
    return len(waiting)


@deed(
    "deciding.commission.bound",
    _("Rulings bound by an order"),
    _("%(who)s bound the rulings of the call %(call)s, stage %(stage)s, by an order"),
)
def bind(line: Line, allocation: int) -> None:
    """Let the rulings on a list stand as they are, since an order is laid out on them."""
    wait_turn(f"rulings of {allocation}")
    _note(line, Hold.objects.create(allocation_id=allocation, made=line.deed))


@deed(
    "deciding.commission.released",
    _("Rulings free to be replaced again"),
    _(
        "%(who)s let the rulings of the call %(call)s, stage %(stage)s, be replaced again: the order on them fell"
    ),
)
def release(line: Line, allocation: int) -> None:
    """Let the rulings on a list be replaced again; where nothing binds them, nothing happens."""
    wait_turn(f"rulings of {allocation}")
    for hold in Hold.objects.filter(allocation=allocation, lifted=None):
        Hold.objects.filter(pk=hold.pk, lifted=None).update(lifted=line.deed)
        _note(line, hold)


def _note(line: Line, hold: Hold) -> None:
    of = hold.allocation
    line.details.update(call=of.version.call.ref, stage=of.stage)


def _held(ref: str, stage: str, line: Line) -> tuple[Table, int, Seats]:
    """The list before the commission, kept for this transaction; refused where the commission may not rule on it, or
    is not lawfully made up today.
    """
    now = timezone.localdate()
    of = queries.table(ref, stage, now)
    if of is not None and of.allocation is not None:
        wait_turn(f"rulings of {of.allocation.pk}")
        of = queries.table(ref, stage, now)  # what another officer has entered meanwhile
    if of is None or of.allocation is None:
        raise Refused(rules.NOT_ADOPTED)
    require(rules.may_begin(of.adopted, of.bound, of.seats))
    if of.seats is None:
        raise Refused(rules.NO_COMMISSION)
    seen = made_up(of, now, number_of(line.deed.voice))
    require(composed(seen) if seen else rules.NO_COMMISSION)
    return of, of.allocation.pk, of.seats


def _photographed(line: Line, of: Table, films: Collection[Film]) -> dict[frozenset[int], int]:
    """Who sits on the commission as it rules on these films, kept once for all that are shut to the same members; the
    number of each photograph by those members.
    """
    assert of.body is not None  # asked before
    by, day = Doer(line.deed.voice, line.deed.hat), timezone.localdate()
    apart = sorted({film.out for film in films}, key=sorted)
    return {
        out: photograph(of.body.pk, f"ruling:{line.deed.pk}.{place}", day, out, by=by)
        for place, out in enumerate(apart, 1)
    }


def _write(line: Line, on: int, film: Film, said: Decision, taken: int) -> Ruling:
    cuts: list[dict[str, Any]] = [{"chapter": each.chapter, "amount": each.amount} for each in said.cuts]
    of_film = Ruling.objects.filter(allocation=on, application=film.application, replaced=None)
    of_film.update(replaced=line.deed)
    return Ruling.objects.create(
        allocation_id=on, application_id=film.application, said=said.said, award=said.award, cuts=cuts,
        reason=said.reason.strip(), clause=said.clause.strip(), out=sorted(film.out),
        photograph_id=taken, made=line.deed,
    )  # fmt: skip
