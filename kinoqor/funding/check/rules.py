"""The law of the formal check: what an officer may do with a filed application. Pure.

A refusal names a code of the call with its clause. The term for repair is counted in working days after the day of the
notice and ends with its last day by the wall clock (domain notes, 3.4).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kinoqor.funding.check.words import SIGNS, Judged, Stands
from kinoqor.funding.finding.rules import Finding
from kinoqor.funding.finding.words import Found
from kinoqor.kit.calendar import Calendar, Reckoned, end_of
from kinoqor.kit.question import said
from kinoqor.kit.verdict import YES, Verdict, no


class Asked(Protocol):
    """A line of a call's check list."""

    @property
    def code(self) -> str: ...
    @property
    def text(self) -> Mapping[str, str]: ...
    @property
    def clause(self) -> str: ...
    @property
    def machine(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the check list: what is asked, what the machine finds of it, and what was judged, with words."""

    code: str
    text: Mapping[str, str]
    clause: str = ""
    findings: tuple[Finding, ...] = ()
    judged: str = ""
    words: str = ""

    @property
    def label(self) -> str:
        """What is asked, in the language of the page."""
        return said(self.text)

    @property
    def judged_label(self) -> str:
        """What was judged, in words."""
        return str(Judged(self.judged).label) if self.judged else str(_("not judged"))

    @property
    def judged_sign(self) -> str:
        """The sign of what was judged."""
        return SIGNS.get(self.judged, "open")

    @property
    def suggested(self) -> str:
        """What stands chosen before anyone has judged: in order, where the machine has looked and found just that."""
        good = bool(self.findings) and all(one.found == Found.GOOD for one in self.findings)
        return self.judged or (Judged.MET if good else "")

    @property
    def places(self) -> tuple[str, ...]:
        """The places of the file that the machine has found faults at."""
        found = (one.place for one in self.findings if one.found == Found.FAULT and one.place)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a notice or a refusal: the place that may be repaired, what was asked there by which clause, what the
    machine says in every language, and what the officer says.
    """

    place: str
    check: str
    clause: Mapping[str, str]
    text: Mapping[str, str]
    said: Mapping[str, str]
    words: str


def check_list(
    asked: Iterable[Asked], found: Sequence[Finding], judged: Mapping[str, tuple[str, str]]
) -> tuple[list[Item], list[Finding]]:
    """The check list of a stage with the machine's findings in it, and those findings that no line of it names."""
    items, named = [], set()
    for one in asked:
        own = tuple(each for each in found if one.machine and each.machine == one.machine)
        named |= {each.machine for each in own}
        items.append(Item(one.code, one.text, one.clause, own, *judged.get(one.code, ("", ""))))
    return items, [one for one in found if one.machine not in named]


@dataclass(frozen=True, slots=True)
class Officer:
    """What is known of whoever decides: their voice, whether they have a hand or a seat on the applicant's side, and
    whether a conflict of interest shuts the file to them.
    """

    voice: str
    seated: bool = False
    holds: bool = False
    shut: bool = False


def may_check(officer: Officer) -> Verdict:
    """Nobody checks the file of a company in which they sit or sat, or one that they have worked on; to whom a conflict
    of interest shuts it, it is not there.
    """
    if officer.shut:
        return no(_("There is no such application."), hidden=True)
    if officer.seated:
        return no(
            _("You hold or held a seat in the company that applies."), way=_("A colleague will check it.")
        )
    if officer.holds:
        return no(_("You have worked on this application yourself."), way=_("A colleague will check it."))
    return YES


def may_decide(where: str) -> Verdict:
    """Whether an officer may judge and decide: while a file waits, or once its term for repair has run out."""
    if where in (Stands.WAITING, Stands.OVERDUE):
        return YES
    if where == Stands.REPAIR:
        return no(
            _("The applicant repairs this file; nothing is decided before that or before the term ends."),
            way=_("See the points of the notice."),
        )
    return no(_("This file has been decided at this stage."), way=_("Go on with the others"), to="checks")


def is_newest(seen: int, newest: int) -> Verdict:
    """Whether what an officer has looked at is still what was filed last."""
    if seen == newest:
        return YES
    return no(_("A newer filing has come in since you opened this page."), way=_("Open the file again."))


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


def may_notify_again() -> Verdict:
    """No notice follows on a term that has run out."""
    return no(_("The term for repair has run out."), way=_("Refuse by a code."))


def may_turn_to_refusal(shuts: datetime | None, now: datetime) -> Verdict:
    """Whether a file may be refused at all now: not while the term for repair runs."""
    if shuts is not None and now < shuts:
        return no(
            _("The term for repair still runs, so nothing can be refused yet."),
            way=_("Wait for the repaired file or for the end of the term."),
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
    turn = may_turn_to_refusal(shuts, now)
    if not turn:
        return turn
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
