"""The law of what comes after a decision: until when one may object, who answers, what a re-check changes, what annuls a
round. Pure.

No formal appeal was found in the rounds of the past; what happened was a letter of protest, an order to look again, an
audit, and an annulment (domain notes, 3 and 9). Here each of these is a step with its term.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.allocation.words import Case, File
from kinoqor.deciding.recheck.words import ANSWERS, LONGEST, SHORTEST, Asked, Changes, Ground
from kinoqor.kit.verdict import YES, Verdict, no


def may_object(known: bool, made: bool, annulled: bool, shuts: datetime | None, now: datetime) -> Verdict:
    """Whether an applicant may object: against a result that is out and stands, once, until the end of the last day."""
    if not known:
        return no(_("No result of this application is out, so there is nothing to object to."))
    if annulled:
        return no(_("This round was annulled."), way=_("See the call that repeats it."))
    if made:
        return no(_("You have objected to this result already."), way=_("The answer comes as a letter."))
    if shuts is None:
        return no(
            _("The rules of this call know no objection to its result."), way=_("A court can be asked.")
        )
    if now >= shuts:
        return no(_("The term for an objection has run out."), way=_("A court can still be asked."))
    return YES


def may_say(words: str) -> Verdict:
    """Whether the words of an objection, an answer or a reason are enough and not too many."""
    length = len(words.strip())
    if length < SHORTEST:
        return no(_("Write in at least %(least)s letters why.") % {"least": SHORTEST})
    if length > LONGEST:
        return no(_("Write in at most %(most)s letters.") % {"most": LONGEST})
    return YES


def may_answer(asked: Asked) -> Verdict:
    """Whether somebody may answer: nobody who took part in the decision, nor one of the company, and only once."""
    if asked.answered:
        return no(_("This objection has been answered already."))
    if asked.answerer in asked.deciders:
        return no(_("You took part in this decision yourself."), way=_("A colleague answers the objection."))
    if asked.seated:
        return no(
            _("You hold or held a seat in the company that applies."),
            way=_("A colleague answers the objection."),
        )
    return YES


def is_answer(answer: str) -> Verdict:
    """Whether this is one of the answers that there are."""
    return (
        YES
        if answer in ANSWERS
        else no(_("An objection is either accepted or rejected."), way=_("Choose one."))
    )


def may_ask(adopted: bool, changes: Changes, reason: str) -> Verdict:
    """Whether a re-check may be asked: of a list that was adopted, with something changed, with a reason."""
    if not adopted:
        return no(
            _("Only an adopted list is computed once more."),
            way=_("Until then, try it out on the list’s own page."),
        )
    if not changes:
        return no(
            _("Nothing is changed, so nothing would come out differently."), way=_("Say what is changed.")
        )
    return may_say(reason)


def fits(case: Case, changes: Changes) -> Verdict:
    """Whether a change is about what the list has: its films, its streams, its quotas."""
    films = {each.code for each in case.files}
    streams = {each.code for each in case.settings.streams}
    quotas = {each.code for each in case.settings.quotas}
    if not set(changes.points) <= films:
        return no(_("There is no such film in this list."))
    if not set(changes.envelopes) <= streams:
        return no(_("There is no such stream in this call."))
    if not set(changes.quotas) <= quotas:
        return no(_("There is no such quota in this call."))
    crossed = any(
        least is not None and most is not None and least > most for least, most in changes.quotas.values()
    )
    return no(_("The least of a quota is above its most.")) if crossed else YES


def changed(case: Case, changes: Changes) -> Case:
    """The case with everything changed but the marks of members, whose points come in from outside as `points`."""
    settings = replace(
        case.settings,
        streams=tuple(
            replace(each, envelope=changes.envelopes.get(each.code, each.envelope))
            for each in case.settings.streams
        ),
        quotas=tuple(
            replace(each, least=changes.quotas[each.code][0], most=changes.quotas[each.code][1])
            if each.code in changes.quotas
            else each
            for each in case.settings.quotas
        ),
    )
    return replace(case, files=tuple(_moved(each, changes) for each in case.files), settings=settings)


def _moved(film: File, changes: Changes) -> File:
    """The film with its other points, if it has any; its interval goes with them."""
    by = changes.points.get(film.code, film.points) - film.points
    return replace(film, points=film.points + by, low=film.low + by, high=film.high + by) if by else film


def written(changes: Changes) -> dict[str, Any]:
    """The changes as plain values that are kept."""
    return {
        "without": list(changes.without), "points": dict(changes.points), "envelopes": dict(changes.envelopes),
        "quotas": {code: list(bounds) for code, bounds in changes.quotas.items()},
    }  # fmt: skip


def read(kept: Mapping[str, Any]) -> Changes:
    """The changes of what was kept."""
    return Changes(
        tuple(kept["without"]), dict(kept["points"]), dict(kept["envelopes"]),
        {code: (bounds[0], bounds[1]) for code, bounds in kept["quotas"].items()},
    )  # fmt: skip


def may_annul(annulled: bool, ground: str, clause: str, words: str) -> Verdict:
    """Whether a round may be annulled: once, on a ground of the list, with its clause and in words that all can read."""
    if annulled:
        return no(_("This round was annulled already."))
    if ground not in Ground.values:
        return no(_("Choose the ground on which the round is annulled."))
    if not clause.strip():
        return no(_("Name the act and the clause that the annulment rests on."))
    return may_say(words)


def may_repeat(annulled: bool) -> Verdict:
    """Whether a round may be run again: one that was annulled."""
    if annulled:
        return YES
    return no(_("Only an annulled round is run again."), way=_("Annul it first, with its ground and clause."))
