"""When a second phase may be begun: more readers for the films at the line, for all of them and for no other. Pure."""

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from kinoqor.kit.verdict import YES, Verdict, no

SHUT = no(
    _("A file of this round is shut to you by a conflict of interest."),
    way=_("A colleague without one asks for the second reading."),
)


def may_send_more(more: int, phase: int, films: int, waiting: int) -> Verdict:
    """Whether more readers may be asked for: `more` by the call, `phase` was opened last, `films` cross the line, and for
    `waiting` of them no second draw was prepared yet.
    """
    if not more:
        return no(
            _("This call knows no second phase."),
            way=_("These films are for the panel to talk about."),
        )
    if phase > 1:
        return no(
            _("The second phase was opened already, and there is no third."),
            way=_("These films are for the panel to talk about."),
        )
    if not films:
        return no(_("No film crosses the line: more readers would change nothing."))
    if not waiting:
        return no(
            _("The draws of the second phase are prepared already."),
            way=_("Go on with them, or cancel them."),
        )
    return YES


def as_seen(films: Collection[str], seen: Collection[str]) -> Verdict:
    """Whether the films at the line are still those that the officer looked at."""
    if set(films) == set(seen):
        return YES
    return no(
        _(
            "The films at the line are not those that you saw: one was withdrawn, or a draw was prepared meanwhile."
        ),
        way=_("Look at the list as it is now."),
    )
