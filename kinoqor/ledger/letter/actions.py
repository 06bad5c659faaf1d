"""What moves a letter on its way."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.kit.jobs import call
from kinoqor.kit.verdict import require
from kinoqor.ledger.deed.actions import Line, deed
from kinoqor.ledger.letter.letters import SEND
from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.rules import may_be_sent_again
from kinoqor.ledger.letter.words import State


@deed("ledger.letter.sent_again", _("A letter sent again"), _("%(who)s had letter %(letter)s sent again"))
def send_again(line: Line, number: int) -> None:
    """Send a letter again of which nobody can tell whether it was sent; an administrator has decided so."""
    sending = Sending.objects.select_for_update().get(pk=number)
    require(may_be_sent_again(sending.state, sending.address))
    line.details["letter"] = number
    call(SEND, number)
    Sending.objects.filter(pk=number).update(state=State.WAITING, changed=timezone.now(), tries=0, trouble="")


@deed(
    "ledger.letter.named_in_daily",
    _("Letters gathered in a daily letter"),
    _("%(who)s gathered letters in daily letter %(daily)s; letters: %(letters)s"),
)
def name_in_daily(line: Line, letters: Collection[int], daily: int) -> None:
    """Mark letters as named in a daily letter; they are not sent by themselves any more."""
    line.details.update(letters=len(letters), daily=daily)
    Sending.objects.filter(pk__in=letters, state=State.HELD).update(
        state=State.DROPPED, daily=Letter.objects.get(pk=daily), changed=timezone.now()
    )


@deed(
    "ledger.letter.addresses_erased",
    _("Addresses of letters erased"),
    _("%(who)s took name and address out of letters; letters: %(letters)s"),
)
def erase_addresses(line: Line, voice: str) -> int:
    """Take address and name out of all letters to a voice; the letters themselves stay as evidence."""
    of_voice = Sending.objects.filter(letter__receiver=voice)
    of_voice.filter(state__in=(State.WAITING, State.HELD)).update(state=State.DROPPED)
    count = of_voice.update(address="", secret_body="", name="")
    line.details["letters"] = count
    return count
