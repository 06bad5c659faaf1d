"""The law of bodies: who may sit on one, and what is kept of who sat there when it votes. Pure.

Barred people on a council and a make-up against its own act were what rounds were attacked for (domain notes, 4 and 9.3):
so a bar is looked for at the appointment and the make-up is kept at each vote. How a vote is counted is law of a sitting.
"""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.judging.panel.words import (
    Bar,
    BarRules,
    Body,
    Ground,
    Known,
    Member,
    Photograph,
)
from kinoqor.kit.canonical import digest
from kinoqor.kit.verdict import YES, Verdict, no


def bars(known: Known, rules: BarRules, year: int, turn: int) -> list[Bar]:
    """Why somebody may not sit in a year, every reason there is. `turn` is the number of the round to come."""
    found = []
    for role, ground in sorted(rules.working.items()):
        made = known.roles.get(role)
        if made is not None and year - made[0] <= rules.working_years:
            found.append(Bar(ground, made[1], rules.clauses.get(ground, "")))
    if rules.owners:
        found += [Bar(Ground.OWNER, each, rules.clauses.get(Ground.OWNER, "")) for each in known.owns]
    if rules.applicants:
        found += [
            Bar(Ground.APPLICANT, each, rules.clauses.get(Ground.APPLICANT, "")) for each in known.applies
        ]
    if rested_at(known.rounds, rules, turn) > turn:
        found.append(Bar(Ground.ROTATION, "", rules.clauses.get(Ground.ROTATION, "")))
    return found


def bars_seated(known: Known, rules: BarRules, year: int) -> list[Bar]:
    """Why somebody who sits already would not be given the seat today; the round that they sit in is theirs to end."""
    return [each for each in bars(known, rules, year, 0) if each.ground != Ground.ROTATION]


def rested_at(rounds: Collection[int], rules: BarRules, turn: int) -> int:
    """The first round from `turn` on in which somebody who sat in these rounds may sit again."""
    if not rules.rounds_on:
        return turn
    sat = {each for each in rounds if each < turn}
    last = max(sat, default=0)
    in_a_row = 0
    while last - in_a_row in sat:
        in_a_row += 1
    if in_a_row < rules.rounds_on:
        return turn
    return max(turn, last + rules.rounds_off + 1)


def may_appoint(member: Member, found: Iterable[Bar], seated: Iterable[Member]) -> Verdict:
    """Whether a member may be given a seat. A bar is never waved through here: it is the register that is corrected."""
    if not member.act.strip():
        return no(_("Name the act that appoints this member."), way=_("Give its number and day."))
    if member.until is not None and member.until < member.since:
        return no(_("The term ends before it begins."), way=_("Correct the days."))
    if any(one.person == member.person and _meet(one, member) for one in seated):
        return no(_("This person has a seat on this body in these days already."))
    if member.chair and any(one.chair and _meet(one, member) for one in seated):
        return no(
            _("The body has a chair in these days already."), way=_("End the term of the other one first.")
        )
    first = next(iter(found), None)
    if first is not None:
        shown = f"{first.ground.label}: {first.shown_by}" if first.shown_by else first.ground.label
        return no(
            _("This person may not sit on the body (%(reason)s).") % {"reason": shown},
            first.clause,
            way=_("Appoint somebody else, or correct the register if it is wrong."),
        )
    return YES


def _meet(one: Member, other: Member) -> bool:
    """Whether two terms have a day in common."""
    return (other.until is None or one.since <= other.until) and (
        one.until is None or other.since <= one.until
    )


def photograph(body: Body, members: Iterable[Member], day: date, shut_out: Iterable[str] = ()) -> Photograph:
    """Who sits on a body on a day and who of them has no vote on this matter, in one order, with the digest."""
    there = tuple(sorted((one for one in members if one.sits_on(day)), key=lambda one: one.person))
    out = frozenset(shut_out) & {one.person for one in there}
    return Photograph(body.ref, day, there, out, digest(written(body, there, day, out)))


def written(body: Body, there: Iterable[Member], day: date, shut_out: Iterable[str]) -> list[object]:
    """What the digest of a photograph is made of: body, kind, quorum, day, who has no vote, and the seats in order."""
    seats = [
        [one.person, one.act, one.since.isoformat(), one.until and one.until.isoformat(), one.chair] for one in there
    ]  # fmt: skip
    return [body.ref, str(body.kind), body.quorum, day.isoformat(), sorted(shut_out), seats]
