"""Where each hat goes from the desk, beside what waits."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.notice.queries import has_outbox
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.ui.parts import Link

Way = tuple[str | Promise, str, tuple[str, ...]]
DEEDS: Way = (_("What was done to the register"), "deeds", ())
OUTSIDE: tuple[Way, ...] = (
    (_("Find a film and propose a correction"), "films", ()),
    (_("What you have proposed"), "own-proposals", ()),
    (_("Letters to you"), "letters", ()),
    (_("What you did"), "deeds", ()),
    (_("Your account and its safety"), "account", ()),
)
WAYS: dict[str, tuple[Way, ...]] = {
    Role.CATALOGUER: (
        (_("Begin a film"), "card-new", ("film",)),
        (_("Begin a person"), "card-new", ("person",)),
        (_("Begin a studio, company or festival"), "card-new", ("organisation",)),
        (_("What needs work"), "queue", ()),
        (_("Changes made to many records"), "series", ()),
        (_("All proposals of the public"), "proposals", ()),
        (_("Files of the archivists"), "loads", ()),
        (_("Where sources disagree"), "disagreements", ()),
        DEEDS,
    ),
    Role.ARCHIVIST: (
        (_("Send a table"), "load-new", ()),
        (_("Files of the archivists"), "loads", ()),
        (_("Sources and what they weigh"), "sources", ()),
        DEEDS,
    ),
    Role.OFFICER: (
        (_("Formal check"), "checks", ()),
        (_("Complaints"), "complaints", ()),
        (_("Rounds"), "rounds", ()),
        (_("Pitchings"), "pitchings", ()),
        (_("Objections"), "objections", ()),
        (_("Bodies and their members"), "desk-panels", ()),
        (_("Conflicts of interest"), "desk-conflicts", ()),
        (_("Calls and their drafts"), "desk-calls", ()),
        (_("Forms of questions"), "question-forms", ()),
        (_("State support"), "support", ()),
        (_("Films"), "films", ()),
        DEEDS,
    ),
    Role.AUDITOR: (
        (_("All deeds of the house"), "deeds", ()),
        (_("Formal check"), "checks", ()),
        (_("Complaints"), "complaints", ()),
        (_("Rounds"), "rounds", ()),
        (_("Pitchings"), "pitchings", ()),
        (_("Objections"), "objections", ()),
        (_("Bodies and their members"), "desk-panels", ()),
        (_("Conflicts of interest"), "desk-conflicts", ()),
        (_("State support"), "support", ()),
        (_("Where sources disagree"), "disagreements", ()),
    ),
    Role.ADMINISTRATOR: (
        (_("Seats"), "seats", ()),
        (_("Give a seat"), "seat-new", ()),
        (_("Organisations with seats"), "bodies", ()),
        (_("All deeds of the house"), "deeds", ()),
    ),
    Role.EXPERT: (
        (_("What you have to read"), "readings", ()),
        (_("What you hear"), "hearings", ()),
        (_("Your sittings"), "sittings", ()),
        (_("Letters to you"), "letters", ()),
        (_("Your account and its safety"), "account", ()),
    ),
    Role.PRODUCER: ((_("Company file"), "company-file", ()), *OUTSIDE),
    Role.EXHIBITOR: OUTSIDE,
}


def ways(who: Who) -> list[Link]:
    """The ways of the hat that is on; of one that waits for the second step, those of a reader."""
    role = who.hat.role if who.hat is not None and not who.needs_second else ""
    found = [Link(str(words), reverse(name, args=args)) for words, name, args in WAYS.get(role, OUTSIDE)]
    if role == Role.AUDITOR:
        first = timezone.localdate().replace(day=1)
        found.append(Link(str(_("Deeds of this month as a file")), f"{reverse('deeds-csv')}?since={first}"))
    if role == Role.ADMINISTRATOR and has_outbox():
        found.append(Link(str(_("Outbox")), reverse("outbox")))
    return found
