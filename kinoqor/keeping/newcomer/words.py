"""What becomes of a newcomer, and how many are taken."""

from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Fate(TextChoices):
    """Where a newcomer stands."""

    OPEN = "open", _("waits for a cataloguer")
    TAKEN = "taken", _("taken into the register")
    SAME = "same", _("known already")
    REFUSED = "refused", _("not taken")
    BACK = "back", _("taken back by the applicant")


# The sign beside each fate.
SIGNS: dict[str, str] = {
    Fate.OPEN: "waiting", Fate.TAKEN: "good", Fate.SAME: "good", Fate.REFUSED: "refused",
    Fate.BACK: "lifted",
}  # fmt: skip


class Ground(TextChoices):
    """Why a newcomer is not taken: a closed list, to which words are added."""

    SOURCE = "source", _("No source shows that this person works in film.")
    PRIVATE = "private", _("Nothing public is known of this person yet, and a private person stays private.")
    UNFIT = "unfit", _("This is not the name of a person.")


# The lines in which a name is given, by language: what each is called, and the script that it must be in ("": any).
LINES: dict[str, tuple[Any, str]] = {
    "kk": (pgettext_lazy("of a person", "Name in Kazakh"), ""),
    "ru": (pgettext_lazy("of a person", "Name in Russian"), "Cyrl"),
    "en": (_("Name in Latin letters"), "Latn"),
}
LONGEST = 160
BORN_SINCE = 1850
# The source of a newcomer for whom no link was given; it stands until a cataloguer has named a better one.
NO_SOURCE = "memory:proposed"
PRE = "newcomer:"  # with the number of the record: whoever says what an applicant says of a newcomer

MOST_WAITING = 60  # newcomers of one company that wait
OF_ONE_DAY = 40  # newcomers of one company that come within a day
MOST_ALIKE = 8  # look-alikes that are shown
