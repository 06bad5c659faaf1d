"""The law of the formal check: what an officer may do with a filed application. Pure.

A refusal names a code of the call with its clause. The term for repair is counted in working days after the day of the
notice and ends with its last day by the wall clock (domain notes, 3.4).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kinoqor.funding.check.words import Judged, Stands
from kinoqor.kit.calendar import Calendar, Reckoned, end_of
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Officer:
    """What is known of whoever decides: their voice, and whether they have a hand or a seat on the applicant's side."""

    voice: str
    seated: bool = False
    holds: bool = False


def may_check(officer: Officer) -> Verdict:
    """Nobody checks the file of a company in which they sit or sat, or a file that they have worked on."""
    if officer.seated:
        return no(
            _("You hold or held a seat in the company that applies."), way=_("A colleague will check it.")
        )
    if officer.holds:
        return no(_("You have worked on this application yourself."), way=_("A colleague will check it."))
    return YES


@dataclass(frozen=True, slots=True)
class Term:
    """A term for repair: its last day, the first moment that no longer counts, and the unverified days it rests on."""

    day: date
    shuts: datetime
    unsure: tuple[date, ...] = ()


def term(calendar: Calendar, told: date, days: int, zone: str) -> Term:
    """The term of a notice of this day. Raises UnknownYear where the calendar does not reach."""
    reckoned: Reckoned = calendar.after(told, days)
    return Term(reckoned.day, end_of(reckoned.day, zone), reckoned.unsure)


def may_notify(points: Sequence[object], repair_days: int, noticed: int, most: int = 1) -> Verdict:
    """Whether a notice of faults may go out: it names points, the call gives days, and it is not one too many."""
    if repair_days < 1:
        return no(
            _("This call gives no days for repair at this stage."),
            way=_("Refuse by a code, or admit the file."),
        )
    if noticed >= most:
        return no(
            _("The applicant has had a notice of faults for this filing already."),
            way=_("Refuse by a code, or admit the file."),
        )
    if not points:
        return no(
            _("A notice names at least one point."),
            way=_("Judge at least one point of the check list a fault."),
        )
    return YES


def may_repair(shuts: datetime | None, now: datetime) -> Verdict:
    """Whether a repaired file still comes in time; the first moment after the last day is late."""
    if shuts is None:
        return no(_("Nothing of this application waits for repair."), way=_("See where it stands."))
    if now >= shuts:
        return no(
            _("The term for repair has run out, so the file can no longer be repaired."),
            way=_("An officer decides now; if it is refused, you can complain."),
        )
    return YES


def may_refuse(
    code: str, codes: Collection[str], words: str, shuts: datetime | None, now: datetime
) -> Verdict:
    """Whether a file may be refused: by a code of the call, with words, and not while the term for repair runs."""
    if shuts is not None and now < shuts:
        return no(
            _("The term for repair still runs, so nothing can be refused yet."),
            way=_("Wait for the repaired file or for the end of the term."),
        )
    if code not in codes:
        return no(_("A refusal rests on one of the codes of the call."), way=_("Choose a code."))
    if not words.strip():
        return no(
            _("A refusal says in words what the fault is."), way=_("Write what the applicant should know.")
        )
    return YES


def may_admit(listed: Iterable[str], judged: Mapping[str, str]) -> Verdict:
    """Whether a file may be admitted: every point of the check list is judged, and none is a fault."""
    points = list(listed)
    left = [code for code in points if code not in judged]
    if left:
        return no(
            ngettext(
                "%(n)s point of the check list has not been judged.",
                "%(n)s points of the check list have not been judged.",
                len(left),
            )
            % {"n": len(left)},
            way=_("Judge every point first."),
        )
    if any(judged[code] == Judged.FAULT for code in points):
        return no(
            _("A point of the check list is judged a fault."),
            way=_("Send a notice of faults, refuse by a code, or judge the point anew."),
        )
    return YES


def stands(state: str, filed: Collection[str], repair: Collection[str], refused: Collection[str],
           shuts: datetime | None, now: datetime) -> Stands:  # fmt: skip
    """Where a file stands for the desk; which states mean what is given by the table of the application."""
    if state in filed:
        return Stands.WAITING
    if state in repair:
        return Stands.OVERDUE if shuts is not None and now >= shuts else Stands.REPAIR
    return Stands.REFUSED if state in refused else Stands.ADMITTED


def working_days_left(calendar: Calendar, last: date, today: date) -> int:
    """How many working days are left of a term, today not counted; below nought where it has run out."""
    return calendar.between(today, last) if last >= today else -calendar.between(last, today)
