"""What happens when people come in, and what changes about the safety of their accounts."""

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.letters import tell, tell_address
from kinoqor.accounts.notice.words import Notice
from kinoqor.accounts.signin.queries import owner_of
from kinoqor.accounts.signin.words import CHANGES, WRITTEN
from kinoqor.ledger.deed.actions import Line, deed


@deed(
    "accounts.signin.secured",
    _("The safety of an account changed"),
    _("%(who)s changed the safety of their account"),
)
def note_change(line: Line, user: int, change: str) -> None:
    """Write down what has changed about the safety of an account, and tell its owner."""
    line.details.update(user=user, change=change)
    tell(line, user, Notice.SECURITY, f"{WRITTEN}secured", {"what": CHANGES[change]})


@deed(
    "accounts.signin.link_sent",
    _("A letter with a secret link written"),
    _("%(who)s asked for a letter with a secret link"),
)
def send_link(line: Line, address: str, letter: str, link: str) -> None:
    """Write a letter with a secret link to an address, whether or not an account has it."""
    line.details["letter"] = letter
    tell_address(line, address, owner_of(address), f"{WRITTEN}{letter}", {"link": link}, Notice.SECURITY)


@deed(
    "accounts.signin.sessions_ended",
    _("Sessions ended"),
    _("%(who)s ended sessions of their account: %(sessions)s"),
)
def end_sessions(line: Line, user: int, numbers: list[int]) -> int:
    """End sessions of a person; give how many."""
    ended = 0
    for session in UserSession.objects.filter(user=user, pk__in=numbers):
        session.end()
        ended += 1
    line.details.update(user=user, sessions=ended)
    return ended


@deed(
    "accounts.signin.sessions_cleared",
    _("Sessions that are over cleared away"),
    _("%(who)s cleared away sessions that are over: %(sessions)s"),
)
def clear_sessions(line: Line) -> int:
    """Clear away sessions that are over, with the addresses and browsers from which they came; give how many."""
    over, _rows = Session.objects.filter(expire_date__lte=timezone.now()).delete()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    line.details["sessions"] = over
    return over


@deed(
    "accounts.signin.confirmed",
    _("A sign-in confirmed"),
    _("%(who)s confirmed that it is them"),
)
def renew_session(line: Line, user: int, old: str, new: str) -> None:
    """Note that a person has confirmed who they are; their session goes on under a new key."""
    line.details["user"] = user
    UserSession.objects.filter(user=user, session_key=old).update(
        session_key=new, last_seen_at=timezone.now()
    )
