"""The law of a sitting: when a point may be put to the vote, who casts a vote, what is carried. Pure.

Rounds were attacked because a council sat against its own act (domain notes, 4 and 9.3): so an unlawful composition is
refused before a vote, with its reason, and not argued about afterwards.
"""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kinoqor.deciding.session.words import Broken, Hall, ListCase, Matter, Point, Standing
from kinoqor.judging.panel.words import WAYS, Bar
from kinoqor.kit.verdict import YES, Verdict, no

CLOSED = no(_("The sitting is closed; its minutes stand."), way=_("Call another one."))
NOT_OPEN = no(_("The sitting is not open yet."), way=_("Open it once the members are there."))
NOT_THERE = no(_("There is no such point on an agenda."), hidden=True)
NO_SITTING = no(_("There is no such sitting."), hidden=True)


def faults(hall: Hall) -> list[Verdict]:
    """Everything that makes a composition unlawful, each with its clause and its way out; empty where it is lawful."""
    found: list[Verdict] = []
    if len(hall.members) < hall.body.quorum:
        found.append(_too_few(hall))
    if not any(one.chair for one in hall.members):
        chairless = _("The body has no chair today.")
        found.append(no(chairless, hall.act, way=_("Appoint a chair first."), to="desk-panels"))
    for one in hall.members:
        name = hall.names.get(one.person, one.person)
        if not one.act.strip():
            said = _("No act appoints %(name)s.") % {"name": name}
            found.append(
                no(said, hall.act, way=_("Appoint them by an act, or end their term."), to="desk-panels")
            )
        found += [_barred(name, each) for each in hall.bars.get(one.person, ())]
    found += [
        no(
            _("%(name)s is noted as present, but has no seat on the body today.") % {"name": name},
            hall.act, way=_("Note that they left, or appoint them again."),
        )
        for name in hall.unseated
    ]  # fmt: skip
    return found


def _too_few(hall: Hall) -> Verdict:
    said = ngettext_lazy(
        "The body has %(n)s member today, and its quorum is %(quorum)s.",
        "The body has %(n)s members today, and its quorum is %(quorum)s.",
        "n",
    ) % {"n": len(hall.members), "quorum": hall.body.quorum}
    return no(said, hall.act, way=_("Appoint members first."), to="desk-panels")


def _barred(name: str, bar: Bar) -> Verdict:
    shown = f"{bar.ground.label}: {bar.shown_by}" if bar.shown_by else bar.ground.label
    said = _("%(name)s may not sit on the body (%(reason)s).") % {"name": name, "reason": shown}
    return no(said, bar.clause, way=WAYS[bar.ground], to="desk-panels")


def composed(hall: Hall) -> Verdict:
    """Whether the body is lawfully made up; the first fault where it is not."""
    return next(iter(faults(hall)), YES)


def quorate(hall: Hall) -> Verdict:
    """Whether so many are there as the act asks for. Who is shut out by a conflict is not counted as present."""
    there = len(hall.there)
    if there >= hall.body.quorum:
        return YES
    out = len(hall.present & hall.shut_out)
    said = _("Members who are there and may vote: %(n)s; the quorum is %(quorum)s.")
    if out:
        said = _(
            "Members who are there and may vote: %(n)s, not counting those shut out by a conflict of interest (%(out)s); "
            "the quorum is %(quorum)s."
        )
    told = said % {"n": there, "quorum": hall.body.quorum, "out": out}
    return no(told, hall.act, way=_("Wait for more members, or move the point to another sitting."))


def may_call(day_over: bool, closed: bool, members: int, act: str) -> Verdict:
    """Whether a body may be called together: it is at work, has members, and the moment is still to come."""
    if closed:
        return no(_("This body was closed."), act, way=_("Choose another one."))
    if not members:
        return no(
            _("Nobody sits on this body on that day."), act, way=_("Appoint members first."), to="desk-panels"
        )
    return YES if not day_over else no(_("This moment is over."), way=_("Give a later one."))


def may_change_agenda(closed: bool) -> Verdict:
    """Whether points may be put on an agenda: until the sitting is closed."""
    return CLOSED if closed else YES


def may_put_matter(point: Point, computed: bool, money: bool, there: bool) -> Verdict:
    """Whether a point has its place on an agenda: a computed list where there is one; the list of a stage where the
    stage gives no money; a film or a departure that is of the stage (`there`); anything else in words.
    """
    matter = point.matter
    if (matter == Matter.FILM and point.application is None) or not there:
        return no(_("There is no such film in this call."), way=_("Give the number of a filed application."))
    if matter == Matter.DEPARTURE and point.departure is None:
        return no(_("Say which departure it is."), way=_("Choose it in the form."))
    if matter == Matter.OTHER and not point.words.strip():
        return no(_("Say in words what is voted on."))
    if matter == Matter.LIST and not computed:
        return no(_("There is no computed list of this stage yet."), way=_("Compute it first."))
    if matter == Matter.STAGE and money:
        return no(
            _("This stage gives money: its computed list is adopted."),
            way=_("Put the computed list on the agenda."),
        )
    return YES


def may_touch(standing: str, closed: bool) -> Verdict:
    """Whether a point may be moved or taken off the agenda: before it is put to the vote."""
    if closed:
        return CLOSED
    if standing == Standing.WAITING:
        return YES
    return no(
        _("This point was put to the vote already, or taken off the agenda."),
        way=_("Put it on the agenda anew."),
    )


def may_open(hall: Hall, opened: bool, closed: bool) -> Verdict:
    """Whether a sitting may be opened: once, by a lawful composition, with a quorum in the hall."""
    if closed:
        return CLOSED
    if opened:
        return no(_("The sitting is open already."))
    made = composed(hall)
    return quorate(hall) if made else made


def may_come(person: str, hall: Hall, closed: bool) -> Verdict:
    """Whether it may be noted that a member came."""
    if closed:
        return CLOSED
    if person not in {one.person for one in hall.members}:
        return no(_("This person has no seat on the body today."), hall.act, way=_("Appoint them first."))
    return YES if person not in hall.present else no(_("They are noted as present already."))


def may_leave(present: bool, closed: bool) -> Verdict:
    """Whether it may be noted that a member left."""
    if closed:
        return CLOSED
    return YES if present else no(_("They are not noted as present."))


def may_lead(shut: Collection[int]) -> Verdict:
    """Whether an officer may lead a point: not where one of its films is shut to them."""
    if not shut:
        return YES
    return no(
        _("A film that this point is about is shut to you by a conflict of interest."),
        way=_("A colleague without a conflict leads this point."),
    )


def may_put(standing: str, hall: Hall, opened: bool, closed: bool, other_open: bool) -> Verdict:
    """Whether a point may be put to the vote: by a lawful composition with a quorum of those who may vote on it."""
    touch = may_touch(standing, closed)
    if not touch:
        return touch
    if not opened:
        return NOT_OPEN
    if other_open:
        return no(_("Another point is being voted on."), way=_("Close that vote first."))
    made = composed(hall)
    return quorate(hall) if made else made


def may_put_list(case: ListCase) -> Verdict:
    """Whether a list may be put to the vote as a whole.

    A member with a conflict about one film of a list is neither shut out of the whole list nor lets it pass over that
    film: they step out while it is discussed, and its line is voted on its own first, without them.
    """
    if not case.computed:
        return no(_("The list is not computed, or was adopted already."), way=_("Look at the list first."))
    if not case.films:
        return no(
            _("There is no list yet: nothing was opened for this stage."), way=_("Open the reviews first.")
        )
    waiting = [each for each in case.apart if each not in case.lines]
    if waiting:
        said = ngettext_lazy(
            "%(n)s film of the list is shut to a member who is here (№ %(films)s): its line is voted on first, "
            "without them.",
            "%(n)s films of the list are shut to members who are here (№ %(films)s): their lines are voted on first, "
            "without them.",
            "n",
        ) % {"n": len(waiting), "films": ", ".join(map(str, waiting))}
        return no(said, way=_("Put these lines on the agenda and vote on each."))
    if case.departures:
        said = _("Departures from the list that nobody has voted on: %(n)s.") % {"n": case.departures}
        return no(said, way=_("Vote on each of them first, or have it dropped."))
    fallen = [film for film, carried in sorted(case.lines.items()) if not carried]
    if fallen:
        said = _("Lines of the list that were not carried: № %(films)s.") % {
            "films": ", ".join(map(str, fallen))
        }
        return no(said, way=_("The list is changed by a departure, or computed anew."))
    return YES


def may_cast(person: str, hall: Hall, standing: str, voted: bool) -> Verdict:
    """Whether somebody may cast a vote now: seated, not shut out, noted as present, once, while the vote is open."""
    if voted:
        return no(
            _("You have voted on this point already. A vote is cast once."), way=_("Wait for the result.")
        )
    if standing == Standing.WAITING:
        return no(_("This point is not being voted on yet."), way=_("Wait until it is put to the vote."))
    if standing != Standing.OPEN:
        return no(_("This vote is closed. Your vote did not come in any more."), way=_("See the result."))
    if person not in {one.person for one in hall.members}:
        return no(_("You have no seat on this body today."), hall.act)
    if person in hall.shut_out:
        return no(
            _("You have a conflict of interest in this matter."),
            way=_("You have neither voice nor sight of it."),
        )
    if person not in hall.present:
        return no(
            _("You are not noted as present."), way=_("Tell the secretary of the sitting that you are here.")
        )
    return YES


def may_close(
    standing: str, took_part: int, quorum: int, same: bool, tied: int, broken_off: str | None, act: str = ""
) -> Verdict:
    """Whether a vote may be closed. Without a quorum of votes, once what is voted on has changed, or where it came up
    that somebody who voted is shut out (`tied`), it can only be broken off with its reason: the votes stay, nothing
    is carried, and the point may be put anew.
    """
    if standing != Standing.OPEN:
        return no(_("This point is not being voted on."), way=_("Load the page again."))
    if broken_off is not None:
        return YES if broken_off in Broken.values else no(_("Say why the vote is broken off."))
    if not same:
        return no(
            _("The list has changed since it was put to the vote."),
            way=_("Break the vote off and put the list anew."),
        )
    if tied:
        return no(
            _("It came up that a film is shut to somebody who has voted."),
            way=_("Break the vote off and put the point anew, without them."),
        )
    if took_part < quorum:
        told = _("Votes so far: %(n)s; the quorum is %(quorum)s.") % {"n": took_part, "quorum": quorum}
        return no(
            told,
            act,
            way=_("Wait for the others, or break the vote off: the votes stay, nothing is carried."),
        )
    return YES


def may_end(opened: bool, closed: bool, standings: Iterable[str]) -> Verdict:
    """Whether a sitting may be closed: once every point of its agenda is decided or dropped."""
    if closed:
        return CLOSED
    if not opened:
        return NOT_OPEN
    left = [each for each in standings if each in (Standing.WAITING, Standing.OPEN)]
    if left:
        said = _("Points that are still to be decided: %(n)s.") % {"n": len(left)}
        return no(said, way=_("Vote on them, or take them off the agenda."))
    return YES
