"""The law of complaints: until when one may complain, who answers, and what an answer must say. Pure.

Against a formal refusal there was no way to object in the rounds of the past (domain notes, 3 and 9.2); here every
refusal names the last day on which one may.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.complaint.words import ANSWERS, LONGEST, SHORTEST
from kinoqor.kit.calendar import Calendar, end_of
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Span:
    """The last day of a term and the first moment that no longer counts."""

    day: date
    shuts: datetime


def span(calendar: Calendar, told: date, days: int, zone: str) -> Span:
    """A term in working days after a day. Raises UnknownYear where the calendar does not reach."""
    day = calendar.after(told, days).day
    return Span(day, end_of(day, zone))


def may_complain(refused: bool, lifted: bool, made: bool, shuts: datetime | None, now: datetime) -> Verdict:
    """Whether one may complain: against a refusal that stands, once, until the end of the last day."""
    if not refused:
        return no(_("Nothing was refused here, so there is nothing to complain about."))
    if made:
        return no(
            _("You have complained against this refusal already."), way=_("Its answer comes as a letter.")
        )
    if lifted:
        return no(_("This refusal was taken back."), way=_("The file is being checked again."))
    if shuts is None:
        return no(_("The rules of this call know no complaint."))
    if now >= shuts:
        return no(_("The term for a complaint has run out."), way=_("A court can still be asked."))
    return YES


def may_say(words: str) -> Verdict:
    """Whether the words of a complaint, or of its answer, are enough and not too many."""
    length = len(words.strip())
    if length < SHORTEST:
        return no(_("Write in at least %(least)s letters why.") % {"least": SHORTEST})
    if length > LONGEST:
        return no(_("Write in at most %(most)s letters.") % {"most": LONGEST})
    return YES


def may_see(shut: bool) -> Verdict:
    """Whether the complaint is there at all: not for somebody to whom its file is shut by a conflict of interest."""
    return no(_("There is no such complaint."), hidden=True) if shut else YES


def may_answer(answerer: str, refuser: str, seated: bool, answered: bool) -> Verdict:
    """Whether somebody may answer: not the one who has refused, nor one of the company, and only once."""
    if answered:
        return no(
            _("This complaint has been answered already."), way=_("Go on with the others"), to="complaints"
        )
    if answerer == refuser:
        return no(_("You have refused this file yourself."), way=_("A colleague answers the complaint."))
    if seated:
        return no(
            _("You hold or held a seat in the company that applies."),
            way=_("A colleague answers the complaint."),
        )
    return YES


def is_answer(answer: str) -> Verdict:
    """Whether this is one of the answers that there are."""
    return (
        YES if answer in ANSWERS else no(_("A complaint is either upheld or rejected."), way=_("Choose one."))
    )
