"""The law of the commission: what it may say of a film, and when all is said. Pure.

That a commission may cut a sum is an assumption of the domain notes (3, step 11); so a cut says in which chapter of the
estimate and how much, and never goes below the least award of the call.
"""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kinoqor.deciding.commission.words import IN_ORDER, LONGEST, LONGEST_CLAUSE, Decision, Film, Ruling, Seats
from kinoqor.kit.verdict import YES, Verdict, no

NOT_ADOPTED = no(
    _("The council has not adopted this list yet, so there is nothing to rule on."),
    way=_("Put the list to the vote of the council first."),
)
BOUND = no(
    _("An order about this list is laid out for signing or signed: what the commission said stands in it."),
    way=_("Where it is to be changed, the order is dropped or annulled first, with a reason."),
)
NO_COMMISSION = no(
    _("No commission is appointed for this programme."),
    way=_("Make one by its act and appoint its members"),
    to="desk-panels",
)
NO_FILM = no(_("There is no such film among the funded ones of the list."), hidden=True)
CHANGED = no(
    _("The list has changed since you looked at it."), way=_("Look at it again and approve it then.")
)


def may_begin(adopted: bool, bound: bool, seats: Seats | None) -> Verdict:
    """Whether the commission may rule on a list at all."""
    if not adopted:
        return NOT_ADOPTED
    if bound:
        return BOUND
    return YES if seats else NO_COMMISSION


def may_rule(
    film: Film, said: Decision, seats: Seats, least: int | None, chapters: Collection[str]
) -> Verdict:
    """Whether the commission may say this of a film. `least` is the least award of the call; `chapters` are the codes
    of its estimate.
    """
    if film.withdrawn:
        return no(
            _("The applicant has withdrawn this film."), way=_("It needs no ruling and stands in no order.")
        )
    for verdict in (_reasoned(said), _quorate(film, seats), _apart(film, said)):
        if not verdict:
            return verdict
    return sums_up(film.award, said, least, chapters)


def _reasoned(said: Decision) -> Verdict:
    if said.said not in Ruling.values:
        return no(_("Say what the commission decided: approved, smaller sum, refused, or returned."))
    if not said.reason.strip():
        return no(_("Give the reason of the commission."), way=_("The applicant will read it."))
    if not said.clause.strip():
        return no(_("Name the clause that this rests on."), way=_("Give the act and its clause."))
    if len(said.reason) > LONGEST or len(said.clause) > LONGEST_CLAUSE:
        return no(_("The reason or the clause is too long."), way=_("Say it shorter."))
    return YES


def _quorate(film: Film, seats: Seats) -> Verdict:
    """Whoever is shut out of a film makes no quorum on it."""
    there = len(seats.members - film.out)
    if there >= seats.quorum:
        return YES
    told = ngettext_lazy(
        "Only %(n)s member of the commission may decide on this film; the quorum is %(quorum)s.",
        "Only %(n)s members of the commission may decide on this film; the quorum is %(quorum)s.",
        "n",
    ) % {"n": there, "quorum": seats.quorum}
    way = _("Appoint members, or have the conflicts of interest decided.")
    return no(told, seats.act, way=way, to="desk-panels")


def _apart(film: Film, said: Decision) -> Verdict:
    if film.out and not said.apart:
        return no(
            _("The film is shut to members of the commission by a conflict of interest."),
            way=_("Say that they took no part in this decision; if they did, it has to be made again."),
        )
    return YES


def sums_up(
    award: int, said: Decision, least: int | None, chapters: Collection[str] | None = None
) -> Verdict:
    """Whether the sums of a ruling add up to what the council gave (`award`). None for `chapters`: not looked at."""
    if said.said not in IN_ORDER:
        empty = not said.award and not said.cuts
        return (
            YES
            if empty
            else no(_("A film that is refused or returned gets no sum."), way=_("Leave the sums empty."))
        )
    if said.said == Ruling.APPROVED:
        same = said.award == award and not said.cuts
        return YES if same else no(
            _("What is approved is the sum of the council and nothing else."),
            way=_("Choose the smaller sum, and say what is cut."),
        )  # fmt: skip
    return _cut(award, said, least, chapters)


def _cut(award: int, said: Decision, least: int | None, chapters: Collection[str] | None) -> Verdict:
    if not said.cuts:
        return no(_("Say what is cut: the chapter of the estimate and how much."))
    named = [each.chapter for each in said.cuts]
    if len(set(named)) != len(named):
        return no(
            _("A chapter is named twice."), way=_("Give each chapter once, with all that is cut of it.")
        )
    if chapters is not None and not set(named) <= set(chapters):
        return no(_("The estimate has no such chapter."), way=_("Choose one of its chapters."))
    if any(each.amount <= 0 for each in said.cuts):
        return no(_("What is cut is a sum above nought."))
    if said.award + sum(each.amount for each in said.cuts) != award:
        return no(
            _("The sums do not add up: what the film gets and what is cut must make the sum of the council."),
            way=_("Correct one of them."),
        )
    if said.award <= 0 or (least is not None and said.award < least):
        return no(
            _("What is left is below the least award of the call."),
            way=_("Cut less, or refuse the film with the reason."),
        )
    return YES


def may_approve_rest(seen: Collection[int], waiting: Collection[int]) -> Verdict:
    """Whether what an officer saw in the preview is what waits for a ruling now."""
    if not waiting:
        return no(
            _("Every film that you may see has a ruling."), way=_("Rule anew on a single film where needed.")
        )
    return YES if set(seen) == set(waiting) else CHANGED


def unruled(films: Iterable[Film], ruled: Collection[int]) -> list[Film]:
    """The films that still need a ruling, in the order of the list; who has withdrawn needs none."""
    return [each for each in films if not each.withdrawn and each.application not in ruled]


def settled(films: Iterable[Film], ruled: Collection[int]) -> Verdict:
    """Whether the commission has said something of every funded film."""
    left = len(unruled(films, ruled))
    if not left:
        return YES
    told = ngettext_lazy(
        "The commission has not said anything of %(n)s film yet.",
        "The commission has not said anything of %(n)s films yet.",
        "n",
    ) % {"n": left}
    return no(told, way=_("Enter what it decided"), to="rounds")
