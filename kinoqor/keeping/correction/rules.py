"""How spam is held off without a foreign service, and who may judge. Pure."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from kinoqor.keeping.correction.words import FRESH, OF_ALL_HOUR, OF_ONE_DAY, OF_ONE_HOUR, STALE
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known of a sending: the age of its form in seconds (None: forged), what stood in the field that no
    person sees, how many came from the same address in this hour and day, and from all strangers in this hour.
    """

    age: float | None
    trap: str
    hour: int
    day: int
    strangers: int
    known: bool


def may_send(sent: Sent) -> Verdict:
    """Whether a proposal is taken; every no says what to do instead."""
    again = _("Load the page again and send it once more.")
    if sent.age is None or sent.age > STALE:
        return no(_("The form has grown too old."), way=again)
    if sent.trap:
        return no(
            _("A field was filled that no person sees."),
            way=_("Leave it empty, or sign in."),
            to="account_login",
        )
    if not sent.known and sent.age < FRESH:
        return no(_("That was quicker than a person writes."), way=_("Send it once more in a few seconds."))
    if sent.hour >= OF_ONE_HOUR or sent.day >= OF_ONE_DAY:
        return no(_("Many proposals came from you in a short time."), way=_("Please go on tomorrow."))
    if not sent.known and sent.strangers >= OF_ALL_HOUR:
        return no(
            _("So many proposals come in just now that only those of signed-in people are taken."),
            way=_("Sign in"),
            to="account_login",
        )
    return YES


def may_judge(proposer: str, judge: str, about_judge: bool) -> Verdict:
    """Nobody judges what they have proposed, nor what is proposed about themselves."""
    if proposer and proposer == judge:
        return no(_("You have proposed this yourself."), way=_("A colleague will judge it."))
    if about_judge:
        return no(_("This record is about you."), way=_("A colleague will judge it."))
    return YES
