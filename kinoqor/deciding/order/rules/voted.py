"""Whether the vote that adopted a list can carry an order: its quorum, its composition, its numbers. Pure."""

from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.order.words import Lack, Missing, Seat, Vote
from kinoqor.kit.verdict import Verdict, no

_AGAIN = _("Put the list to the vote again.")


def vote_lacks(vote: Vote | None) -> list[Lack]:
    """What is wrong with the vote on a list, every fault there is."""
    if vote is None:
        told = no(_("The council has not adopted this list."), way=_("Put it to the vote of the council."))
        return [Lack(Missing.VOTE, told)]
    return [Lack(Missing.VOTE, each) for each in (*_numbers(vote), *_composition(vote))]


def _numbers(vote: Vote) -> list[Verdict]:
    found = []
    given = vote.votes_for + vote.against + vote.abstained
    entitled = sum(each.votes for each in vote.seats)
    if given < vote.quorum:
        few = _("The vote had no quorum: %(n)s members took part, and %(quorum)s are needed.")
        found.append(no(few % {"n": given, "quorum": vote.quorum}, way=_AGAIN))
    if given > entitled:
        many = _("There are more votes (%(n)s) than members who had one (%(members)s).")
        found.append(
            no(many % {"n": given, "members": entitled}, way=_("Have the vote looked into, and vote again."))
        )
    if not vote.carried:
        found.append(no(_("The vote on the list was not carried."), way=_AGAIN))
    return found


def _composition(vote: Vote) -> list[Verdict]:
    found = []
    if not vote.kept:
        changed = _("What was kept of who sat at the vote does not give its digest any more: it was changed.")
        found.append(no(changed, way=_("Have the record looked into before anything is signed.")))
    for each in vote.seats:
        if not each.act.strip():
            told = _("No act appoints %(name)s, who sat at the vote.") % {"name": each.name}
            found.append(no(told, way=_("Appoint them by an act and vote again.")))
        elif not _sat(each, vote):
            told = _("The term of %(name)s, who sat at the vote, did not hold on its day.") % {
                "name": each.name
            }
            found.append(no(told, way=_AGAIN))
    return found


def _sat(seat: Seat, vote: Vote) -> bool:
    return seat.since <= vote.day and (seat.until is None or vote.day <= seat.until)
