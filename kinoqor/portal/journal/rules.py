"""Whose deeds a reader may see, and what of them is asked for. Pure."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.words import Role


class Scope(Enum):
    """How much of the journal is open to a reader."""

    NOTHING = "nothing"
    OWN = "own"
    KEEPING = "keeping"
    ALL = "all"


# Floors whose deeds are the common work of those who keep the register.
KEPT = ("register.", "keeping.")
# What is done about a record that waits to be judged; whoever the record is about does not see it.
WAITING = ("keeping.correction.", "keeping.newcomer.", "register.claim.proposed")
# Floors that write down what happens to an application.
TOUCHING_FILES = ("funding.", "judging.", "deciding.", "ledger.")
EVERYTHING = (Role.AUDITOR, Role.ADMINISTRATOR)
COMMON = (Role.CATALOGUER, Role.ARCHIVIST, Role.OFFICER)


def scope_of(known: bool, role: str) -> Scope:
    """What is open to a reader whose hat, if it counts now, is of this role ("" for none).

    Auditors and administrators see everything; who keeps the register sees what is done to it; everyone sees their own.
    """
    if not known:
        return Scope.NOTHING
    if role in EVERYTHING:
        return Scope.ALL
    return Scope.KEEPING if role in COMMON else Scope.OWN


@dataclass(slots=True)
class Asked:
    """What of the journal is asked for; `wrong` names the fields that could not be understood, with the reason."""

    who: str = ""
    what: str = ""
    about: str = ""
    seat: str = ""
    since: date | None = None
    until: date | None = None
    wrong: dict[str, str | Promise] = field(default_factory=dict)

    @property
    def narrows(self) -> bool:
        """Whether anything was asked for."""
        return bool(
            self.who or self.what or self.about or self.seat or self.since or self.until or self.wrong
        )


def read(given: dict[str, str]) -> Asked:
    """What was asked, from the words of an address: who, what, about, seat, since, until."""
    who, what, about, seat = (given.get(name, "").strip()[:120] for name in ("who", "what", "about", "seat"))
    asked = Asked(who, what, about, seat)
    for name in ("since", "until"):
        text = given.get(name, "").strip()
        if not text:
            continue
        try:
            setattr(asked, name, date.fromisoformat(text))
        except ValueError:
            asked.wrong[name] = _(
                "There is no such day. Write it as year, month and day, such as 2026-01-31."
            )
    if asked.since and asked.until and asked.until < asked.since:
        asked.wrong["until"] = _("The last day lies before the first.")
    return asked
