"""The commission, the order that is signed on paper, and its publication."""

import tempfile
from datetime import timedelta
from pathlib import Path

from kinoqor.accounts.user.actions import sign_up
from kinoqor.deciding.allocation import queries as lists
from kinoqor.deciding.commission import actions as commission
from kinoqor.deciding.commission import queries as rulings
from kinoqor.deciding.commission.words import Cut, Decision, Film, Ruling
from kinoqor.deciding.order import actions as orders
from kinoqor.deciding.order import queries
from kinoqor.deciding.order.adapters.kept import slots
from kinoqor.deciding.order.words import SCAN, Draft
from kinoqor.deciding.premiere.adapters.cast import DECIDED, Cast
from kinoqor.deciding.publication.actions import lift, prepare
from kinoqor.deciding.publication.clock import tell_all
from kinoqor.funding.demonstration import queries as people
from kinoqor.judging.panel.actions import appoint, make_body
from kinoqor.judging.panel.words import Appointment, BodyKind, Making
from kinoqor.ledger.deed.actions import Doer
from kinoqor.ledger.file.actions import send
from kinoqor.ledger.file.adapters.kept import lay_down
from kinoqor.ledger.file.adapters.looked import look
from kinoqor.ledger.file.words import where_of
from kinoqor.ledger.paper.queries import bytes_of

CLOCK = Doer("clock")
SEATED, SIGNED = 60, 5  # days ago
PART = 10  # one part of so many is cut


def rule(cast: Cast) -> None:
    """The commission cuts the largest sum, refuses the smallest, and approves the rest."""
    _seat(cast)
    table = rulings.table(DECIDED.ref, DECIDED.stage, cast.local(cast.now))
    assert table is not None  # the call gives money
    films, said = sorted(table.films, key=lambda each: -each.award), cast.script.rulings
    cut = films[0].award // PART
    _say(cast, films[0], Ruling.CUT, films[0].award - cut, (Cut(said["chapter"], cut),))
    _say(cast, films[-1], Ruling.REFUSED, 0, ())
    seen = [each.application for each in films[1:-1]]
    rest = Decision(Ruling.APPROVED, 0, (), said["approved"], said["clause"], True)
    commission.approve_rest(DECIDED.ref, DECIDED.stage, seen, (), rest, by=cast.officer)


def _seat(cast: Cast) -> None:
    """The commission is made and its members are appointed."""
    script, since = cast.script, cast.day(SEATED)
    making = Making(BodyKind.COMMISSION, script.commission, script.act, script.quorum)
    body = make_body(cast.body.programme.ref, making, by=cast.officer)
    for place, one in enumerate(script.members):
        blank = people.blank(one.email, one.name)
        user = people.account(one.email) or sign_up(blank, one.language, by=cast.officer)
        asked = Appointment(
            user.pk, cast.fund, script.act, since, chair=place == 0, languages=(one.language,), looked=True
        )
        appoint(body, asked, by=cast.officer)


def _say(cast: Cast, film: Film, said: Ruling, award: int, cuts: tuple[Cut, ...]) -> None:
    words = cast.script.rulings
    told = Decision(said, award, cuts, words[str(said)], words["clause"], True)
    commission.rule(DECIDED.ref, DECIDED.stage, film.application, told, by=cast.officer)


def order(cast: Cast, allocation: int) -> tuple[str, int]:
    """Draft the order, lay out its papers, and bring it signed on paper; gives its number and how many films it has."""
    day, script = cast.day(SIGNED), cast.script
    given = Draft(script.number, day, script.signer)
    number: int = orders.draft(DECIDED.ref, DECIDED.stage, given, by=cast.officer)
    orders.lay_out(number, by=cast.officer)
    _scan(cast, number)
    brought = orders.bring(number, script.registry, day, by=cast.officer)
    orders.confirm(number, brought, by=cast.other)
    signed = queries.signed(lists.whole(allocation))
    assert signed is not None  # confirmed just now
    return signed.number, len(signed.rows)


def _scan(cast: Cast, number: int) -> None:
    """The Kazakh paper of the order, in place of a scan of it."""
    of = queries.order(number)
    assert of is not None  # drafted just now
    with tempfile.TemporaryDirectory() as folder, bytes_of(queries.papers_of(of)["kk"]) as paper:
        path = Path(folder) / "order.pdf"
        path.write_bytes(paper.read())
        taken = look(path, path.name, slots(number)[SCAN])
        send(
            queries.holder(number), SCAN, 0, taken,
            lambda: lay_down(where_of(taken.digest), path, taken.size), by=cast.officer,
        )  # fmt: skip


def publish(cast: Cast) -> int:
    """Publish the result, whose moment came a minute ago, and write every letter; gives of how many files."""
    moment = cast.now - timedelta(minutes=1)
    number: int = prepare(DECIDED.ref, DECIDED.stage, moment, cast.at(1), by=cast.officer)
    files: int = lift(number, cast.now, by=CLOCK)
    tell_all.call(number)
    return files
