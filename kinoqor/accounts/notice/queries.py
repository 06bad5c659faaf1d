"""Questions about notices and the letters that a reader may see."""

from django.db.models import QuerySet

from kinoqor.accounts.notice.models import Choice
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.ledger.letter.models import Letter
from kinoqor.ledger.letter.queries import all_letters, letters_to, to_outbox


def chosen(user: int) -> dict[str, str]:
    """What a person has chosen: notice -> manner."""
    return dict(Choice.objects.filter(user=user).values_list("notice", "manner"))


def number_of(voice: str) -> int | None:
    """The number of the person of a voice ("user:3")."""
    kind, _sign, number = voice.partition(":")
    return int(number) if kind == "user" and number.isdigit() else None


def visible_to(who: Who) -> QuerySet[Letter]:
    """The letters that a reader may open: those to them, those that they have written, all for an administrator."""
    if not who.known:
        return Letter.objects.none()
    if who.holds(Role.ADMINISTRATOR):
        return all_letters()
    return letters_to(who.voice) | Letter.objects.filter(deed__voice=who.voice).select_related("sending")


def has_outbox() -> bool:
    """Whether letters land in a page of this house."""
    return to_outbox()
