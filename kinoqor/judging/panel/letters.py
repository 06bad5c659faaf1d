"""What is written to whoever is given a seat on a body, and to whoever leaves it."""

from collections.abc import Sequence
from datetime import date

from kinoqor.accounts.notice.letters import tell
from kinoqor.accounts.notice.words import Notice
from kinoqor.accounts.role.queries import narrowed
from kinoqor.accounts.role.words import Role
from kinoqor.judging.panel.models import Body, Member
from kinoqor.judging.panel.words import Ground
from kinoqor.ledger.deed.actions import Line

WRITTEN = "judging/panel/written/"


def _about(of: Body) -> dict[str, object]:
    return {"body": of.name, "programme": of.programme.name, "ref": of.ref}


def tell_appointed(line: Line, of: Body, made: Member) -> int | None:
    """That somebody was appointed: to which body, by which act, from when to when, and what to do first."""
    seat = made.seat
    said = {"act": seat.act, "since": seat.since, "until": seat.until, "chair": made.chair, "most": made.most}
    return tell(line, seat.user_id, Notice.SEAT, WRITTEN + "appointed", _about(of) | said)


def tell_ended(line: Line, of: Body, user: int, last: date, act: str) -> int | None:
    """That a term ends: on which day, by which act."""
    return tell(line, user, Notice.SEAT, WRITTEN + "ended", _about(of) | {"last": last, "act": act})


def tell_barred(line: Line, one: Member, grounds: Sequence[Ground], day: date) -> None:
    """To the officers of the fund: that the rules bar a member who sits, and why, or bar them no more. The member is
    named on the page of the membership and not in the letter, which outlives their account.
    """
    said = {"number": one.pk, "grounds": [each.label for each in grounds]}
    officers = narrowed(Role.OFFICER, "now", day).filter(organisation=one.seat.organisation_id)
    for user in sorted(set(officers.values_list("user", flat=True))):
        if user != one.seat.user_id:
            tell(line, user, Notice.WORK, WRITTEN + "barred", _about(one.body) | said)
