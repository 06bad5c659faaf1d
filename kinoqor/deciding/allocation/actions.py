"""How an allocation comes about: lists are frozen, chosen from, departed from with a price, adopted or dropped."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from secrets import token_hex
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import number_of
from kinoqor.deciding.allocation import queries
from kinoqor.deciding.allocation.adapters import case as cases
from kinoqor.deciding.allocation.adapters import recorded
from kinoqor.deciding.allocation.adapters.frozen import about, named, seed_of
from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.allocation.rules import frozen as documents
from kinoqor.deciding.allocation.rules import steps
from kinoqor.deciding.allocation.words import Standing
from kinoqor.funding.application.queries import holder
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.call.rules import may_go_on
from kinoqor.funding.conflict.queries import is_shut
from kinoqor.judging.score.queries import round_of
from kinoqor.kit.canonical import canonical, digest_of
from kinoqor.kit.jobs import call
from kinoqor.kit.turn import wait_turn
from kinoqor.kit.verdict import YES, Verdict, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed
from kinoqor.ledger.log.actions import write

# Jobs by name, since clock.py stands above this file.
CLOCK = "kinoqor.deciding.allocation.clock."
WORK, TELL, TRY = CLOCK + "work", CLOCK + "tell", CLOCK + "try_brought"
HIDDEN = no(_("There is no such application."), hidden=True)


@deed(
    "deciding.allocation.frozen",
    _("The lists of an allocation frozen"),
    _("%(who)s froze asks, points and quotas of the call %(call)s; films: %(films)s"),
)
def freeze(
    line: Line, ref: str, stage: str, now: datetime, parts: Mapping[str, int] | None = None,
    announced: Sequence[Mapping[str, Any]] = (),
) -> int:  # fmt: skip
    """Fix what the list depends on. `parts` says of each stream with which part in per cent its films are funded;
    `announced` are the numbers that will decide lots where the call says so. Gives the number of the allocation.
    """
    wait_turn(f"allocation of {ref} {stage}")
    version = published(ref)
    terms = terms_of(version) if version else None
    award, of = (terms.award(stage) if terms else None), round_of(ref, stage)
    there = queries.current(ref, stage) is not None
    require(steps.may_begin(bool(award and award.purse), bool(of and of.opening), there))
    assert version is not None and terms is not None and award is not None and award.purse is not None
    require(may_go_on(version.call.annulled_id is not None))
    salt = token_hex(32)
    made = cases.made(version, stage, salt, parts or {})
    unknown = sum(each.envelope is None for each in terms.streams)
    require(steps.may_freeze(len(made.pointless), len(made.sumless), unknown, len(made.codes)))
    source, beacon, due = named(award.purse, terms.manner(stage), now)
    one = Allocation(
        version=version, stage=stage, salt=salt, codes=made.codes, source=source, beacon=beacon, due=due,
        announced=[dict(each) for each in announced], made=line.deed,
    )  # fmt: skip
    one.frozen = canonical(about(one) | {"case": json.loads(documents.frozen(made.case))})
    one.digest = digest_of(one.frozen)
    one.save()
    call(WORK, one.pk)
    line.details.update(
        allocation=one.pk, call=ref, stage=stage, films=len(made.codes), digest=one.digest, beacon=beacon
    )
    return one.pk


@deed(
    "deciding.allocation.chance_taken",
    _("The public number for lots taken"),
    _("%(who)s took the public number for the lots of list %(allocation)s"),
)
def take_chance(
    line: Line, number: int, chance: str, verify: Callable[[Any, str], Verdict], now: datetime
) -> None:
    """Keep what came: the signature of the named round in hex, or the announced numbers as RFC 3797 strings them.
    `verify` says whether it is what was named. The list is computed anew with it.
    """
    of = queries.held(number)
    taken = of.chance is not None
    require(steps.may_take(queries.stands(of), taken, of.due, now))
    require(verify(of, chance))
    of.chance, of.seed, of.trouble = chance, seed_of(of, chance), ""
    of.save(update_fields=["chance", "seed", "trouble"])
    call(WORK, of.pk)
    line.details.update(allocation=number, seed=of.seed)


@deed(
    "deciding.allocation.brought",
    _("A public number for lots brought"),
    _("%(who)s brought the public number for the lots of list %(allocation)s, to be verified"),
)
def bring(line: Line, number: int, signature: str, now: datetime) -> None:
    """Hand in a round's signature where the house has no network; a job verifies it like one that it has fetched."""
    of = queries.held(number)
    require(steps.may_take(queries.stands(of), of.chance is not None, of.due, now))
    call(TRY, number, signature, line.deed.voice, line.deed.hat)
    line.details.update(allocation=number)


@deed(
    "deciding.allocation.computed",
    _("A list computed"),
    _("%(who)s computed list %(allocation)s of the call %(call)s: %(films)s films, %(money)s in all"),
)
def keep(line: Line, number: int, text: str, films: int, money: int) -> None:
    """Keep what was chosen, as a document that is published, once."""
    of = queries.held(number)
    require(steps.may_keep(queries.stands(of)))
    of.result, of.result_digest, of.computed = text, digest_of(text), line.deed
    of.standing, of.trouble, of.progress = Standing.COMPUTED, "", {}
    of.save()
    call(TELL, of.pk)
    line.details.update(
        allocation=number, call=of.version.call.ref, films=films, money=money, digest=of.result_digest
    )
    write("allocation.computed", of.version.call.ref, recorded.computed(of), by=_by(line))


@deed(
    "deciding.allocation.awaiting_lots",
    _("Lots are awaited"),
    _("%(who)s found films level at the line of list %(allocation)s; lots decide: %(films)s"),
)
def await_lots(line: Line, number: int, chances: Mapping[str, str]) -> None:
    """Name the films between which lots decide, each with its chance beforehand, while the public number is awaited."""
    of = queries.held(number)
    require(steps.may_keep(queries.stands(of)))
    of.progress = {"band": dict(chances)}
    of.save(update_fields=["progress"])
    line.details.update(allocation=number, films=len(chances))


@deed(
    "deciding.allocation.troubled",
    _("A list found impossible"),
    _("%(who)s found that list %(allocation)s cannot be made so"),
)
def note_trouble(line: Line, number: int, words: str) -> None:
    """Write down why there is no list, in every language as JSON."""
    of = queries.held(number)
    Allocation.objects.filter(pk=of.pk).update(trouble=words)
    line.details.update(allocation=number)


@deed(
    "deciding.allocation.told",
    _("What it would have taken worked out"),
    _("%(who)s worked out for list %(allocation)s what each film lacked; films: %(films)s"),
)
def keep_told(line: Line, number: int, text: str, films: int) -> None:
    """Keep what it would have taken for each film that is not in the list, once."""
    of = queries.held(number)
    if of.told is None:
        of.told = text
        of.save(update_fields=["told"])
    line.details.update(allocation=number, films=films)


@deed(
    "deciding.allocation.departed",
    _("A departure from a computed list"),
    _("%(who)s departed from list %(allocation)s about application %(application)s"),
)
def depart(
    line: Line, number: int, application: int, comes_in: bool, reason: str,
    reckon: Callable[[Allocation, Mapping[str, bool]], tuple[str, dict[str, Any]]], author: str = "",
) -> int:  # fmt: skip
    """Take a film in or out against the computed list, with a reason and its price; gives the number of the departure.

    `reckon` chooses anew with all departures that stand (`adapters.working.departed`).
    """
    of = queries.held(number)
    require(_known(line, of, application))
    award = terms_of(of.version).award(of.stage)
    allowed = bool(award and award.purse and award.purse.departures)
    there = queries.departures(of).filter(application=application).exists()
    funded = any(each.funded and each.application == application for each in queries.listed(of))
    require(steps.may_depart(allowed, queries.stands(of), there, funded, comes_in, reason))
    of.after, price = reckon(of, _moves(of) | {_code(of, application): comes_in})
    of.save(update_fields=["after"])
    given = next(each.award for each in queries.listed(of) if each.application == application)
    made = Departure.objects.create(
        allocation=of, application_id=application, comes_in=comes_in, award=given, author=author or line.deed.voice,
        reason=reason.strip(), price=price, made=line.deed,
    )  # fmt: skip
    line.details.update(allocation=number, application=application, comes_in=comes_in)
    write("departure.made", of.version.call.ref, recorded.departure(of, made), by=_by(line))
    return made.pk


@deed(
    "deciding.allocation.departure_dropped",
    _("A departure taken back"),
    _("%(who)s took back the departure from list %(allocation)s about application %(application)s"),
)
def drop_departure(
    line: Line, number: int, reckon: Callable[[Allocation, Mapping[str, bool]], tuple[str, dict[str, Any]]]
) -> None:
    """Take a departure back before the list is adopted; it stays in the record."""
    one = Departure.objects.select_related("allocation").get(pk=number)
    of = queries.held(one.allocation_id)
    require(steps.may_drop_departure(one.dropped_id is not None, of.adopted_id is not None))
    one.dropped = line.deed
    one.save(update_fields=["dropped"])
    moves = _moves(of)
    of.after = reckon(of, moves)[0] if moves else None
    of.save(update_fields=["after"])
    line.details.update(allocation=of.pk, application=one.application_id)


@deed(
    "deciding.allocation.adopted",
    _("A list adopted"),
    _("%(who)s wrote down that list %(allocation)s of the call %(call)s is adopted"),
)
def adopt(line: Line, number: int) -> None:
    """The council has voted for the list as it stands with its departures; from now on it does not change."""
    of = queries.held(number)
    found = queries.read(of)
    band = found.result.band if found else ()
    require(steps.may_adopt(queries.stands(of), band, of.seed or ""))
    of.adopted, of.standing = line.deed, Standing.ADOPTED
    of.save(update_fields=["adopted", "standing"])
    line.details.update(allocation=number, call=of.version.call.ref)


@deed(
    "deciding.allocation.cancelled",
    _("A list dropped"),
    _("%(who)s dropped list %(allocation)s of the call %(call)s"),
)
def cancel(line: Line, number: int) -> None:
    """Drop a list with the deed's reason; it stays readable."""
    of = queries.held(number)
    require(steps.may_cancel(queries.stands(of), line.deed.why))
    of.cancelled, of.standing = line.deed, Standing.CANCELLED
    of.save(update_fields=["cancelled", "standing"])
    line.details.update(allocation=number, call=of.version.call.ref)


def _by(line: Line) -> Doer:
    return Doer(line.deed.voice, line.deed.hat)


def _moves(of: Allocation) -> dict[str, bool]:
    """The departures that stand, by the films' codes."""
    return {_code(of, each.application_id): each.comes_in for each in queries.departures(of)}


def _code(of: Allocation, application: int) -> str:
    names: dict[int, str] = {number: code for code, number in of.codes.items()}
    return names[application]


def _known(line: Line, of: Allocation, application: int) -> Verdict:
    """Whether a film is in this list at all, for somebody to whom it is not shut."""
    shut = is_shut(number_of(line.deed.voice), holder(application))
    return YES if application in of.codes.values() and not shut else HIDDEN
