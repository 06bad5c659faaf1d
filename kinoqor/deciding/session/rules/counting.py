"""How the votes of one point are counted by the rules that the call has fixed. Pure.

Abstaining is a choice of who may vote; who is shut out by a conflict has no vote, and is no part of any number here.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from kinoqor.deciding.session.words import Tally
from kinoqor.funding.award.words import Abstention, Level, Majority, Voting
from kinoqor.judging.panel.words import Outcome, Photograph, Vote


def tally(at: Photograph, votes: Mapping[str, Vote], without: Collection[str] = ()) -> Tally:
    """The votes in numbers, of those who had a vote; `without` leaves members out as if never there."""
    may = {one.person for one in at.members} - at.shut_out - set(without)
    given = {person: vote for person, vote in votes.items() if person in may}
    chair = next((one.person for one in at.members if one.chair), "")
    return counts(given.values(), len(may), str(given.get(chair, "")))


def counts(given: Iterable[Vote], members: int, chair: str = "") -> Tally:
    """The same of votes without names: ballots of a closed vote."""
    listed = list(given)
    return Tally(
        listed.count(Vote.FOR), listed.count(Vote.AGAINST), listed.count(Vote.ABSTAINED), members, chair
    )


def outcome(told: Tally, quorum: int, voting: Voting) -> Outcome:
    """What came of a vote.

    More than half or two thirds are counted of those who take part (for and against, and the abstentions where the call
    counts them as against); "of all members" of all who have a vote, there or not. As many for as against is decided by
    the chair where the call says so and the chair's vote is known, thus never in a closed vote; only with more than half
    of those who take part can a vote be level.
    """
    against = told.against + (told.abstained if voting.abstention == Abstention.AGAINST else 0)
    quorate = told.took_part >= quorum
    if voting.majority == Majority.MEMBERS:
        enough = 2 * told.votes_for > told.members
    elif voting.majority == Majority.THIRDS:
        enough = told.votes_for > 0 and told.votes_for >= 2 * against
    else:
        level = told.votes_for == against and told.votes_for > 0
        enough = told.votes_for > against or (
            level and voting.level == Level.CHAIR and told.chair == Vote.FOR
        )
    return Outcome(told.votes_for, told.against, told.abstained, quorate and enough, quorate)


def deciding(at: Photograph, votes: Mapping[str, Vote], quorum: int, voting: Voting) -> list[str]:
    """The members without whom it would have come out otherwise, each taken away alone; in their order."""
    whole = outcome(tally(at, votes), quorum, voting).carried
    return [
        one.person
        for one in at.members
        if outcome(tally(at, votes, (one.person,)), quorum, voting).carried != whole
    ]


def firm(told: Tally, quorum: int, voting: Voting) -> bool:
    """Whether a vote of which nobody knows who voted how comes out the same, whichever one member is taken away."""
    whole = outcome(told, quorum, voting).carried
    fewer = max(told.members - 1, 0)
    taken = [replace(told, members=fewer)] if told.members > told.took_part else []
    for part in ("votes_for", "against", "abstained"):
        if getattr(told, part):
            taken.append(replace(told, members=fewer, **{part: getattr(told, part) - 1}))
    return all(outcome(each, quorum, voting).carried == whole for each in taken)
