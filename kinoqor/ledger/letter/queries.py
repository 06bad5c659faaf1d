"""Questions to the letters."""

from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from kinoqor.ledger.letter.models import Letter, Sending
from kinoqor.ledger.letter.words import TROUBLED, State

OF_THIS_MACHINE = {"127.0.0.1", "localhost", "[::1]", "testserver"}


def letters_to(voice: str) -> QuerySet[Letter]:
    """What was written to this voice, the newest first, each with its way."""
    return (
        Letter.objects.filter(receiver=voice)
        .exclude(receiver="")
        .select_related("sending")
        .order_by("-at", "-pk")
    )


def letters_by(voice: str) -> QuerySet[Letter]:
    """What this voice's deeds have written, the newest first."""
    return Letter.objects.filter(deed__voice=voice).select_related("sending", "deed").order_by("-at", "-pk")


def all_letters() -> QuerySet[Letter]:
    """Every letter of the house, the newest first."""
    return Letter.objects.select_related("sending", "deed").order_by("-at", "-pk")


def in_trouble() -> QuerySet[Letter]:
    """The letters that could not be sent, or of which nobody knows whether they were, the newest first."""
    return all_letters().filter(sending__state__in=TROUBLED)


def letters_about(ref: str) -> QuerySet[Letter]:
    """What was written about a subject, the newest first."""
    return Letter.objects.filter(about=ref).select_related("sending", "deed").order_by("-at", "-pk")


def waiting_since(moment: datetime) -> list[tuple[int, int, datetime]]:
    """The letters that wait since before `moment`: number, tries, since when. A thousand at most."""
    found = Sending.objects.filter(state=State.WAITING, changed__lt=moment)
    return list(found.order_by("changed").values_list("pk", "tries", "changed")[:1000])


def handed_over_before(moment: datetime) -> list[int]:
    """The letters whose handing over began before `moment` and was never ended."""
    found = Sending.objects.filter(state=State.HANDING, changed__lt=moment)
    return list(found.order_by("changed").values_list("pk", flat=True)[:1000])


def held(voice: str) -> QuerySet[Letter]:
    """The letters to this voice that wait for the daily letter, the oldest first."""
    return Letter.objects.filter(receiver=voice, sending__state=State.HELD).order_by("at", "pk")


def voices_with_held() -> list[str]:
    """To whom a daily letter is due."""
    found = Letter.objects.filter(sending__state=State.HELD).exclude(receiver="")
    return list(found.values_list("receiver", flat=True).distinct().order_by("receiver"))


def to_outbox() -> bool:
    """Whether letters land in a page of this house: without a mail server, where it answers only to this machine."""
    return not settings.MAIL and not settings.HTTPS and set(settings.ALLOWED_HOSTS) <= OF_THIS_MACHINE
