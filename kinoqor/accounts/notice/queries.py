"""Questions about notices and the letters that a reader may see."""

from collections.abc import Callable, Collection

from django.db.models import Q, QuerySet

from kinoqor.accounts.notice.models import Choice
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.letter.queries import all_letters, letters_to, to_outbox

_shut: list[Callable[[Who], Collection[str]]] = []


def shut_by(named: Callable[[Who], Collection[str]]) -> None:
    """Say what letters may be about that a reader may not know of; said once by a room above, when the house opens."""
    if named not in _shut:
        _shut.append(named)


def chosen(user: int) -> dict[str, str]:
    """What a person has chosen: notice -> manner."""
    return dict(Choice.objects.filter(user=user).values_list("notice", "manner"))


def number_of(voice: str) -> int | None:
    """The number of the person of a voice ("user:3")."""
    kind, _sign, number = voice.partition(":")
    return int(number) if kind == "user" and number.isdigit() else None


def visible_to(who: Who) -> QuerySet[Letter]:
    """The letters that a reader may open: those to them, those that they have written, all for an administrator; of
    what others got none about a file that is shut to the reader.
    """
    if not who.known:
        return Letter.objects.none()
    if who.holds(Role.ADMINISTRATOR):
        return without_shut(all_letters(), who)
    written = Letter.objects.filter(deed__voice=who.voice).select_related("sending")
    return without_shut(letters_to(who.voice) | written, who)


def without_shut(found: QuerySet[Letter], who: Who) -> QuerySet[Letter]:
    """Of these letters those to the reader, and of others' those that are not about a file that is shut to them."""
    shut = [name for named in _shut for name in named(who)]
    return found.filter(Q(receiver=who.voice) | ~Q(about__in=shut)) if shut else found


def has_outbox() -> bool:
    """Whether letters land in a page of this house."""
    return to_outbox()
