"""The law of a programme: when a parameter may be stated, and a day of the calendar set."""

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from kinoqor.kit.verdict import YES, Verdict, no


def may_state(parameter: str, known: Collection[str], stated: bool, value: int, source: str) -> Verdict:
    """Whether a value may be stated: of a known parameter, above nought, with a source, and over no other value."""
    if parameter not in known:
        return no(_("This programme has no such parameter."))
    if value <= 0:
        return no(_("A value is above nought. Where it is not known, nothing is stated."))
    if not source.strip():
        return no(_("Say who says so: the act, or the address of its page."))
    if stated:
        return no(
            _("A value of this day stands already. Limits were counted with it, so it is not written over."),
            way=_("State the right value from the day on which it holds."),
        )
    return YES


def may_set(day: date, working: bool, years: Collection[int], stands: bool | None, source: str) -> Verdict:
    """Whether a day may be set: in a year that is known, with a source, and to something that changes it.

    `stands` is what is said of the day so far, None where nothing is.
    """
    if day.year not in years:
        return no(_("The calendar does not hold the year %(year)s yet.") % {"year": day.year})
    if not source.strip():
        return no(_("Say who says so: the act, or the address of its page."))
    if stands is not None and stands == working:
        return no(_("The calendar says so already."))
    return YES
