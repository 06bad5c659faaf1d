"""How the demonstration goes on through the panel: each step by the deed that people do, or not at all."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.actions import give_seat
from kinoqor.accounts.role.rules import Term
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.actions import sign_up
from kinoqor.funding.call.queries import published
from kinoqor.funding.conflict.actions import declare
from kinoqor.funding.conflict.words import Kind
from kinoqor.funding.demonstration import queries as people
from kinoqor.funding.demonstration.adapters.files import script as files_of
from kinoqor.judging.assignment.actions import freeze, prepare, release, take_chance
from kinoqor.judging.assignment.adapters.written import as_announced, strung
from kinoqor.judging.assignment.clock import work
from kinoqor.judging.feedback.actions import check, gather, send
from kinoqor.judging.panel.actions import appoint, make_body
from kinoqor.judging.panel.words import Appointment, BodyKind, Making
from kinoqor.judging.rehearsal import queries
from kinoqor.judging.rehearsal.adapters.files import script as read
from kinoqor.judging.rehearsal.adapters.said import given
from kinoqor.judging.rehearsal.rules import Expert, Script
from kinoqor.judging.review.actions import hand_in, open_reviews
from kinoqor.judging.score.clock import work_out_influences
from kinoqor.kit.verdict import YES, no, require
from kinoqor.ledger.deed.actions import Doer, Line, deed

Told = Callable[[str], object]
SAT = timedelta(days=240)  # since when the experts sit


@dataclass(frozen=True)
class Round:
    """A stage that is read: all of it or every second review (`whole`), so many days ago (`drawn`, `opened`); `declares`
    is the place of the expert who declares a conflict there.
    """

    ref: str
    stage: str
    whole: bool = True
    drawn: int = 0
    opened: int = 0
    declares: int | None = None


ROUNDS = (
    Round("demo-script", "script", declares=3),
    Round("demo-package", "package", whole=False),
    Round("demo-order", "package", drawn=100, opened=70, declares=4),
)


@dataclass
class Cast:
    """Who plays: the script, the officer and the fund, and each expert with the number of their membership."""

    script: Script
    officer: Doer
    fund: int
    members: dict[int, Expert]


@deed(
    queries.PLAYED,
    _("The demonstration played on"),
    _("%(who)s played how the invented applications are read: reviews %(reviews)s"),
)
def play(line: Line, pack: Path, now: datetime, told: Told) -> int:
    """Let a panel read the invented files: two rounds are read and opened, of the third the reading goes on.

    Gives how many reviews were handed in. `told` hears of each step. All of it is one deed.
    """
    script, files = read(pack), files_of(pack)
    require(YES if script and files else no(_("This country pack has no demonstration.")))
    require(no(_("The demonstration was played already.")) if queries.is_played(but=line.deed.pk) else YES)
    assert script is not None and files is not None
    officer = queries.officer(files.words["officers"][-1])
    missing = no(_("The demonstration needs its officers."), way=_("Make the demonstration accounts first."))
    require(YES if officer else missing)
    assert officer is not None
    cast = Cast(script, *officer, {})
    body = _seat_all(line, cast, {each.code: each.number for each in files.companies.values()}, now)
    told("experts appointed")
    reviews = 0
    for each in ROUNDS:
        reviews += _play(cast, each, body, now, told)
        told(f"{reviews} reviews handed in")
    told(f"reasons sent to {_send_reasons(cast, next(iter(files.companies.values())).number, now)} applicant")
    line.details["reviews"] = reviews
    return reviews


def _play(cast: Cast, of: Round, body: int, now: datetime, told: Told) -> int:
    """One stage, from its draw to its opening where all of it is read; gives how many reviews were handed in."""
    drawn, opened = now - timedelta(days=of.drawn), now - timedelta(days=of.opened)
    if of.declares is not None:
        _declare(cast, of)
    draw = _draw(cast, of, body, drawn)
    told(f"readers of {of.ref} drawn")
    reviews = _read(cast, draw, opened, whole=of.whole)
    if of.whole:
        open_reviews(of.ref, of.stage, 1, (), opened, by=cast.officer)
        work_out_influences.call()  # here and now, and not when a worker comes
        gather(of.ref, of.stage, by=cast.officer)
        told(f"reviews of {of.ref} opened, reasons gathered")
    return reviews


def _seat_all(line: Line, cast: Cast, companies: dict[str, str], now: datetime) -> int:
    """The body with its experts; gives its number. Where one once sat in a company, that seat is there to be found."""
    by, since = Doer(line.deed.voice, line.deed.hat), (now - SAT).date()
    version = published(ROUNDS[0].ref)
    require(YES if version else no(_("The demonstration names a call that this pack has not.")))
    assert version is not None
    making = Making(BodyKind.COUNCIL, cast.script.body, cast.script.act, cast.script.quorum)
    body = make_body(version.call.programme.ref, making, by=cast.officer)
    for number, expert in enumerate(cast.script.experts):
        user = people.account(expert.email) or sign_up(
            people.blank(expert.email, expert.name), expert.languages[0], by=by
        )
        where = people.organisation(companies[expert.company]) if expert.company else None
        if where is not None:
            term = Term(since - timedelta(days=700), since - timedelta(days=200))
            give_seat(user.pk, where.pk, Role.PRODUCER, cast.script.act, term, by=by)
        asked = Appointment(
            user.pk, cast.fund, cast.script.act, since, chair=number == 0,
            languages=expert.languages, looked=True,
        )  # fmt: skip
        cast.members[appoint(body, asked, by=cast.officer)] = expert
    return queries.body_number(body)


def _declare(cast: Cast, of: Round) -> None:
    """One of the experts says of one of the files that they cannot judge it."""
    member, expert = list(cast.members.items())[of.declares or 0]
    file = queries.first_admitted(of.ref, of.stage)
    words = cast.script.declared[expert.languages[0]]
    declare(file.pk, file.name, Kind.DECLARED, words, by=queries.member_doer(member), subject=file.film.ref)


def _draw(cast: Cast, of: Round, body: int, now: datetime) -> int:
    """Readers for the files of a stage, by numbers that were announced; gives the number of the draw."""
    day = timezone.localdate(now).isoformat()
    announced = [{"code": each.code, "name": dict(each.name), "day": day} for each in cast.script.announced]
    draw: int = prepare(of.ref, of.stage, body, announced=announced, by=cast.officer)
    freeze(draw, now, by=cast.officer)
    chance = strung([each.numbers for each in cast.script.announced])
    take_chance(draw, chance, as_announced, now, by=cast.officer)
    work.call(draw)  # here and now, and not when a worker comes
    release(draw, by=cast.officer)
    return draw


def _send_reasons(cast: Cast, company: str, now: datetime) -> int:
    """The company in whose seat one signs in is sent its reasons; gives how many were sent."""
    ready = [each for each in queries.reasons_of(company) if queries.is_ready(each)]
    for each in ready:
        about = {"by": cast.officer, "subject": each.application.film.ref}
        check(each.pk, each.revision, **about)
        send(each.pk, now, **about)
    return len(ready)


def _read(cast: Cast, draw: int, now: datetime, whole: bool) -> int:
    """Reviews, all of them or every second; gives how many were handed in."""
    handed = 0
    for number, reading in enumerate(queries.readings(draw)):
        if whole or number % 2:
            expert = cast.members[reading.member_id]
            said = given(cast.script, expert, reading.application)
            hand_in(reading.pk, said, 0, True, now, by=queries.member_doer(reading.member_id))
            handed += 1
    return handed
