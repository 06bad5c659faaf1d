"""The law of the steps of a plan: what may be done while it is prepared, once it is known, and after its opening."""

from datetime import date, datetime
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from kinoqor.deciding.pitching.words import Came, Standing, day_in_words
from kinoqor.kit.calendar import Calendar, UnknownYear
from kinoqor.kit.verdict import YES, Verdict, no


def may_prepare(said: bool, there: bool, sits: bool) -> Verdict:
    """Whether a plan may be begun: `said` whether the call has a pitching there, `sits` whether its programme has the
    body.
    """
    if not said:
        return no(
            _("The call does not say that this stage is defended."),
            way=_("Write it into a draft of the call and publish it."),
        )
    if there:
        return no(_("There is a plan of this pitching already."), way=_("Go on with it, or cancel it."))
    return YES if sits else no(_("This body was closed."), way=_("Choose another body."))


def unchanged_since(seen: int, revision: int) -> Verdict:
    """Whether a page was made from the plan as it stands."""
    if seen == revision:
        return YES
    return no(_("The plan was changed since this page was opened."), way=_("Load the page anew."))


def may_set(standing: str, same: bool) -> Verdict:
    """Whether days and hours may be set: not once the programme is known, where only place and broadcast change."""
    if standing == Standing.PREPARED or same:
        return YES
    return no(
        _("The programme is known: its days and hours stand."),
        way=_("Move single slots; place and broadcast can still be changed."),
    )


def may_broadcast(address: str) -> Verdict:
    """Whether an address may stand on the public programme as the broadcast: a page of the web, or none."""
    try:
        parts = urlsplit(address)
        right = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        right = False
    if not address or right:
        return YES
    return no(
        _("The broadcast has no address of the web."),
        way=_("Give an address that begins with https://, or leave it empty."),
    )


def may_last(minutes: int, said: int) -> Verdict:
    """Whether a pitching may last so many minutes: not less than the call says."""
    if minutes >= said:
        return YES
    return no(
        _("The call gives each film %(minutes)s minutes; it cannot be given less.") % {"minutes": said},
        way=_("Add a day instead."),
    )


def may_note(standing: str) -> Verdict:
    """Whether an absence may be noted: until the marks are opened, for whoever falls ill counts to no quorum."""
    if standing in (Standing.PREPARED, Standing.PUBLISHED):
        return YES
    return no(_("The marks of this pitching have been opened already."), way=_("What was heard stays heard."))


def may_change(standing: str) -> Verdict:
    """Whether the plan may be given up: until the programme is known."""
    if standing == Standing.PREPARED:
        return YES
    return no(_("The programme is known already."), way=_("Move single slots; their applicants are told."))


def may_plan(standing: str, wrong: bool) -> Verdict:
    """Whether the programme may be made anew; once it is known only where something in it has become `wrong`."""
    return YES if standing == Standing.PUBLISHED and wrong else may_change(standing)


def may_move(standing: str, came: Came, at: datetime, now: datetime, broken: bool = False) -> Verdict:
    """Whether a film may be given another time: it is awaited, did not come, or was heard without a quorum (`broken`);
    and the time lies ahead.
    """
    if standing == Standing.OPENED:
        return no(_("The marks of this pitching have been opened already."))
    if came == Came.WITHDRAWN or (came == Came.PITCHED and not broken):
        return no(_("This film is not awaited any more: %(came)s.") % {"came": came.label})
    if at <= now:
        return no(_("This time is over."), way=_("Choose a time that lies ahead."))
    return YES


def in_time(calendar: Calendar, days: int, today: date, first: date) -> Verdict:
    """Whether a notice of today leaves the working days that the call promises before the first day."""
    if not days:
        return YES if first >= today else no(_("The first day is over."), way=_("Choose later days."))
    try:
        least = calendar.after(today, days).day
    except UnknownYear as unknown:
        return no(str(unknown), way=_("Add the working days of this year first."))
    if first > least:
        return YES
    said = {"days": days, "day": day_in_words(least)}
    return no(
        _("Applicants are told at least %(days)s working days ahead: the first day must lie after %(day)s.")
        % said,
        way=_("Choose later days."),
    )
