"""The trays of the desk. A room that has work for somebody adds one line to TRAYS; all else is done here.

A tray is asked for only under a hat for which it stands, and never writes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.funding.check.words import Stands
from kinoqor.portal.desk.adapters import decisions, files, looks
from kinoqor.portal.desk.adapters.looks import Looked

NO_SEAT = ""
OUTSIDE = (NO_SEAT, Role.PRODUCER, Role.EXHIBITOR)
KEEPERS = (Role.CATALOGUER, Role.ARCHIVIST, Role.OFFICER)


@dataclass(frozen=True, slots=True)
class Filled:
    """A tray with what lies in it, and the address of the page where all of it stands."""

    title: str | Promise
    looked: Looked
    url: str
    empty: str | Promise


@dataclass(frozen=True, slots=True)
class Tray:
    """One kind of thing that may wait: for which roles, how one looks into it, the page on which all of it stands.

    `empty` is said where nothing lies in it; `query` narrows the page to just what is counted; `news` is what does not
    wait for anybody and so is not counted in the head of the desk.
    """

    title: str | Promise
    roles: Sequence[str]
    look: Callable[[Who], Looked]
    page: str
    empty: str | Promise
    query: Callable[[Who], dict[str, str]] = lambda who: {}
    news: bool = False

    def stands_for(self, who: Who) -> bool:
        """Whether it stands on the desk under the hat that is on."""
        if who.hat is None:
            return NO_SEAT in self.roles
        return who.holds(*[Role(role) for role in self.roles if role != NO_SEAT])

    def filled(self, who: Who) -> Filled:
        """The tray with what lies in it now."""
        asked = urlencode(self.query(who))
        return Filled(
            self.title, self.look(who), reverse(self.page) + (f"?{asked}" if asked else ""), self.empty
        )


TRAYS: tuple[Tray, ...] = (
    Tray(
        _("Proposals of the public"), [Role.CATALOGUER], looks.proposals, "proposals",
        _("No proposal waits for an answer."),
    ),
    Tray(
        _("People proposed to the register"), [Role.CATALOGUER], looks.newcomers, "newcomers",
        _("Nobody who was proposed waits for you."),
    ),
    Tray(
        _("Records that may be entered twice"), [Role.CATALOGUER], looks.twins, "twins",
        _("No two records look alike."),
    ),
    Tray(
        _("What films lack"), [Role.CATALOGUER], looks.gaps, "queue", _("No film lacks anything that is asked for."),
    ),
    Tray(
        _("Tables that wait for your word"), [Role.ARCHIVIST, Role.CATALOGUER], looks.loads, "loads",
        _("No table waits for your word."),
    ),
    Tray(
        _("Terms for repair that have run out"), [Role.OFFICER], files.overdue, "checks",
        _("No term for repair has run out."), lambda who: {"stands": str(Stands.OVERDUE)},
    ),
    Tray(
        _("Files that wait for the formal check"), [Role.OFFICER], files.waiting, "checks",
        _("No file waits for the formal check."), lambda who: {"stands": str(Stands.WAITING)},
    ),
    Tray(
        _("Complaints that wait for an answer"), [Role.OFFICER], files.complaints, "complaints",
        _("No complaint waits for an answer."),
    ),
    Tray(
        _("Objections that wait for an answer"), [Role.OFFICER], decisions.objections, "objections",
        _("No objection waits for an answer."),
    ),
    Tray(
        _("Films to phone about their pitching"), [Role.OFFICER], decisions.phone, "pitchings",
        _("Everybody was reached about their pitching."),
    ),
    Tray(
        _("Orders to be signed"), [Role.OFFICER], decisions.orders, "rounds", _("No order waits to be signed."),
    ),
    Tray(
        _("Results that come out within a day"), [Role.OFFICER], decisions.results, "rounds",
        _("No result comes out within a day."),
    ),
    Tray(
        _("Members whom the rules bar by now"), [Role.OFFICER], files.barred, "desk-panels",
        _("No rule bars anybody who sits on a body."),
    ),
    Tray(
        _("Files that wait for your review"), [Role.EXPERT], files.readings, "readings",
        _("Nothing is left for you to read."),
    ),
    Tray(
        _("Sittings to which you are called"), [Role.EXPERT], decisions.sittings, "sittings",
        _("You are called to no sitting."),
    ),
    Tray(
        _("Films that you hear and have not marked"), [Role.EXPERT], decisions.hearings, "hearings",
        _("No film waits for your marks."),
    ),
    Tray(
        _("What you can repair in your applications"), [NO_SEAT, Role.PRODUCER], files.repairs, "applications",
        _("Nothing of yours waits for a repair."),
    ),
    Tray(
        _("Refusals against which you can complain"), [NO_SEAT, Role.PRODUCER], files.refusals, "applications",
        _("There is no refusal to complain against."),
    ),
    Tray(
        _("Letters that did not arrive, or of which nobody knows"), [Role.ADMINISTRATOR], looks.troubled_letters,
        "letters-in-trouble", _("Every letter has gone its way."),
    ),
    Tray(
        _("Seats that end within a month"), [Role.ADMINISTRATOR], looks.ending_seats, "seats",
        _("No seat ends within a month."), lambda who: {"held": "ending"},
    ),
    Tray(
        _("What was done today"), [Role.AUDITOR], looks.deeds_of_today, "deeds", _("Nothing was done today."),
        lambda who: {"since": timezone.localdate().isoformat()}, news=True,
    ),
    Tray(
        _("What you have proposed"), OUTSIDE, looks.own_proposals, "own-proposals",
        _("You have proposed nothing yet."), news=True,
    ),
    Tray(_("Letters to you"), OUTSIDE, looks.letters, "letters", _("No letter to you yet."), news=True),
    Tray(
        _("The newest series"), [Role.CATALOGUER], looks.series, "series", _("No series has been made yet."), news=True,
    ),
    Tray(
        _("What you changed lately"), [Role.CATALOGUER], looks.own_changes, "deeds",
        _("You have changed no record yet."), lambda who: {"who": who.voice, "what": "keeping"}, news=True,
    ),
    Tray(
        _("What colleagues changed lately"), KEEPERS, looks.changes_of_others, "deeds",
        _("Colleagues have changed no record yet."), lambda who: {"what": "keeping"}, news=True,
    ),
)  # fmt: skip


def trays(who: Who) -> list[tuple[Tray, Filled]]:
    """The trays of the hat that is on, each with what lies in it."""
    return [(tray, tray.filled(who)) for tray in TRAYS if tray.stands_for(who)]
