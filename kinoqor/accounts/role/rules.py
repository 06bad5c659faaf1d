"""When a seat may be given, and on which days it is held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.organisation.words import OrganisationKind
from kinoqor.accounts.role.words import HELD_IN, SEVERAL, Role
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Term:
    """From the first day to the last, both included; without a last day until the seat is ended."""

    since: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the seat is held on this day."""
        return self.since <= day and (self.until is None or day <= self.until)

    def meets(self, other: "Term") -> bool:
        """Whether the two have a day in common."""
        return self.since <= (other.until or date.max) and other.since <= (self.until or date.max)


def may_be_seated(
    role: Role, kind: OrganisationKind, act: str, term: Term, others: Iterable[Term], by_oneself: bool
) -> Verdict:
    """Whether a seat may be given; `others` are the person's terms in the same role and organisation."""
    if by_oneself:
        return no(
            _("Nobody gives a seat to themselves."),
            way=_("Ask another administrator to enter the appointment."),
        )
    if kind not in HELD_IN[role]:
        return no(
            _("The role “%(role)s” is not held in an organisation of this kind.") % {"role": role.label},
            way=_("Choose another role, or the organisation that the act names."),
        )
    if not act.strip():
        return no(_("A seat rests on an act: enter the order or decision that appoints this person."))
    if term.until is not None and term.until < term.since:
        return no(_("The term ends before it begins."))
    if role not in SEVERAL and any(term.meets(other) for other in others):
        return no(
            _("This person already holds the same seat in a part of this term."),
            way=_("End that seat first, or choose days that do not meet it."),
        )
    return YES


def may_be_ended(term: Term, last: date) -> Verdict:
    """Whether a seat may be ended with this last day; a day before the term means that it never began."""
    if term.until is not None and last > term.until:
        return no(_("The seat ends earlier already."))
    return YES
