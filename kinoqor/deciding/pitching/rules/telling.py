"""Who was told of the date: phoned or written to, reached or not; without a written notice nobody is a no-show."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from kinoqor.deciding.pitching.words import Contact, Place, Way
from kinoqor.kit.verdict import YES, Verdict, no


def may_log(contact: Contact, published: bool, now: datetime) -> Verdict:
    """Whether a contact can be written into the log: of a programme that is known, not of the future, by somebody."""
    if not published:
        return no(
            _("The programme is not known yet, so there is no date to tell."),
            way=_("Publish the programme first."),
        )
    if contact.at > now:
        return no(_("A contact cannot lie in the future."), way=_("Give the time at which it happened."))
    return YES if contact.who.strip() else no(_("It must be known who made the contact."))


def noticed(told: Sequence[Contact], place: Place, before: datetime) -> bool:
    """Whether a written notice of this very place went out before its beginning: of an earlier date it tells nothing."""
    return any(each.way == Way.WRITTEN and each.place == place and each.at < before for each in told)


def reached(told: Sequence[Contact], place: Place) -> bool:
    """Whether the applicant was reached by phone about this place."""
    return any(each.way == Way.PHONED and each.reached and each.place == place for each in told)


def to_call(told: Sequence[Contact], place: Place) -> bool:
    """Whether the applicant still has to be phoned: nobody reached them about this place."""
    return not reached(told, place)


def may_be_absent(told: Sequence[Contact], place: Place, begins: datetime, now: datetime) -> Verdict:
    """Whether somebody may be said not to have come: their time has come, and they had a written notice of it."""
    if now < begins:
        return no(_("Their time has not come yet."), way=_("Wait until the pitching begins."))
    if not noticed(told, place, begins):
        return no(
            _("No written notice of this date is recorded, so nobody can be said not to have come."),
            way=_("Give the film another time and send the notice."),
        )
    return YES
