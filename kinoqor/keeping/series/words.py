"""What a series can do, of which properties, and why it passes a record by."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kinoqor.register.claim.words import PROPERTIES, Property
from kinoqor.register.subject.words import Kind


class Do(TextChoices):
    """What a series does to each of its records."""

    ADD = "add", _("Say one thing more, beside what others say")
    LEAD = "lead", _("Correct: say what leads on the card from now on")
    REPLACE = "replace", _("Replace one value by another")
    WITHDRAW = "withdraw", _("Withdraw one value")


# What takes an old value, and what says a new one.
TAKES = (Do.REPLACE, Do.WITHDRAW)
SAYS = (Do.ADD, Do.LEAD, Do.REPLACE)


class Left(TextChoices):
    """Why a series passes a record by."""

    SAME = "same", _("This source says so already.")
    WITHOUT = "without", _("Nobody says so of it.")
    OWN = "own", _("This record is about you. Nobody keeps their own record.")
    CHANGED = "changed", _("Someone else has changed this meanwhile.")
    GONE = "gone", _("It is shown under another number now.")


# Of these nothing would change; the others are refused.
UNCHANGED = (Left.SAME, Left.WITHOUT)

# What many records may share, by their kind. A title or a number in another register belongs to one record alone.
SHARED: dict[str, tuple[str, ...]] = {
    Kind.WORK: ("kind", "genre", "country", "language", "studio", "colour", "year", "first_shown"),
    Kind.PERSON: ("occupation",),
    Kind.ORGANISATION: ("org_kind",),
}
MOST = 500
PER_PAGE = 50
SHOWN = 100  # records of a preview that stand open; the rest is folded


def shared(kind: str) -> list[Property]:
    """The properties that a series may change in records of this kind."""
    return [PROPERTIES[code] for code in SHARED.get(kind, ())]
