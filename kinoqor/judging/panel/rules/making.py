"""What the making of a body, an appointment and the end of a term must keep to, beside the bars. Pure."""

from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.judging.panel.words import LANGUAGES, MOST_FILES, MOST_MEMBERS, Doubt, Ground, Making
from kinoqor.kit.verdict import YES, Verdict, no


def may_trust(doubts: Collection[Doubt], looked: bool) -> Verdict:
    """Whether somebody may be appointed about whom the register leaves something open: only once a person has looked."""
    if doubts and not looked:
        return no(
            _("The register leaves something open about this person (%(what)s).")
            % {"what": "; ".join(str(each.label) for each in doubts)},
            way=_("Look into it, and say in the form that you have."),
        )
    return YES


def same_record(known: str, named: str) -> Verdict:
    """Whether the record that an officer names may be that of an account, which may be known by a record already."""
    if known and named and known != named:
        return no(
            _("This account is known by another record of the register: %(ref)s.") % {"ref": known},
            way=_("An administrator corrects which record is about a person."),
        )
    return YES


def may_read(languages: Iterable[str], most: int | None) -> Verdict:
    """Whether a member can be asked to read in these languages, and so many files at most."""
    if not set(languages) <= set(LANGUAGES):
        return no(_("Files are read in Kazakh, Russian or English."))
    if most is not None and not 1 <= most <= MOST_FILES:
        return no(_("A member reads between 1 and %(most)s files.") % {"most": MOST_FILES})
    return YES


def may_make(said: Making) -> Verdict:
    """Whether a body may be made: it needs an act, a name in each language of the house, and a quorum."""
    if not said.act.strip():
        return no(_("Name the act by which the body exists."), way=_("Give its number and day."))
    if not all(said.name.get(lang, "").strip() for lang in LANGUAGES):
        return no(_("The body needs its name in Kazakh, Russian and English."))
    if not 1 <= said.quorum <= MOST_MEMBERS:
        return no(_("A quorum is between 1 and %(most)s members.") % {"most": MOST_MEMBERS})
    return YES


def may_change(closed: bool) -> Verdict:
    """Whether anything about a body may still change."""
    return YES if not closed else no(_("This body was closed."), way=_("Make a new one."), to="panel-new")


def may_close(closed: bool, sitting: int) -> Verdict:
    """Whether a body may be closed: once, and when nobody has a seat on it any more."""
    if closed:
        return no(_("This body was closed."))
    if sitting:
        return no(_("The body still has members."), way=_("End their terms first."))
    return YES


def may_end(until: date | None, today: date, last: date, act: str) -> Verdict:
    """Whether a membership may be ended with a last day: by an act, while it lasts, and not in the past."""
    if until is not None and until < today:
        return no(_("This term is over already."))
    if not act.strip():
        return no(_("Name the act that ends this term."), way=_("Give its number and day."))
    if last < today:
        return no(
            _("A term does not end in the past: what was voted meanwhile stands."), way=_("Give a later day.")
        )
    return YES


def may_be_told(before: Collection[Ground], now: Collection[Ground]) -> Verdict:
    """Whether a look at a member is news: only where other rules bar them than at the last one."""
    return YES if set(before) != set(now) else no(_("Nothing has changed about this member."))


def may_say_act(act: str) -> Verdict:
    """Whether an act is named for what ends."""
    return (
        YES if act.strip() else no(_("Name the act that closes the body."), way=_("Give its number and day."))
    )


def may_photograph(about: str, taken: bool) -> Verdict:
    """Whether the make-up of a body at a vote may be kept: once for each matter."""
    if not about.strip():
        return no(_("Say on what the body votes."))
    return YES if not taken else no(_("Who sat at this vote has been kept already."))
