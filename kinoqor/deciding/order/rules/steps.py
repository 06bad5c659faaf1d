"""Which step of an order may follow which: drafting, laying out, signing in either way, dropping, annulling. Pure."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kinoqor.deciding.order.words import (
    LANGUAGES,
    LONGEST_NUMBER,
    LONGEST_SIGNER,
    LONGEST_WHY,
    Draft,
    Standing,
)
from kinoqor.kit.verdict import YES, Verdict, no

NO_ORDER = no(_("There is no such order."), hidden=True)
SIGNED = no(
    _("This order is signed."),
    way=_("Where it has to go, it is annulled with a reason; it stays to be read."),
)
FALLEN = no(_("This order was dropped or annulled."), way=_("Draft a new one."))
LAID_OUT = no(
    _("The papers of this order are laid out for signing."),
    way=_("Drop it with a reason, and draft it anew."),
)
NOT_LAID_OUT = no(
    _("The papers of this order are not laid out for signing yet."), way=_("Lay them out first.")
)
PUBLIC = no(
    _("The result of this order is out, and everybody reads there that the order holds."),
    way=_("Annul the whole round, with its ground and clause; its orders fall with it."),
)
ENTERED = no(
    _("A signature was entered already."),
    way=_("Another officer confirms it; where it is wrong, the order is dropped and drafted anew."),
)
OWN = no(
    _("You entered this signature yourself: four eyes have to see it."), way=_("Another officer confirms it.")
)
BROUGHT = no(_("A signed paper was brought already."), way=_("Another officer confirms it or sends it back."))
CHANGED = no(
    _("Another paper was brought since you looked at it."), way=_("Look at the one that lies there now.")
)
NOTHING_BROUGHT = no(_("No signed paper was brought."), way=_("An officer sends the scan first."))


def may_draft(given: Draft, laid_out: bool, signed: bool) -> Verdict:
    """Whether an order may be drafted, in place of a draft that there may be."""
    if signed:
        return SIGNED
    if laid_out:
        return LAID_OUT
    if not given.number.strip() or len(given.number) > LONGEST_NUMBER:
        return no(_("Give the number of the order."), way=_("The one that the registry of acts has for it."))
    for lang in LANGUAGES:
        if not given.signer.get(lang, "").strip() or len(given.signer[lang]) > LONGEST_SIGNER:
            return no(_("Say in Kazakh, Russian and English who signs: the office and the name."))
    return YES


def may_be_of(day: date, voted: date | None) -> Verdict:
    """Whether an order may be of a day: not one before the vote that it rests on, where there was one."""
    if voted is None or voted <= day:
        return YES
    return no(_("The order is of a day before the vote of the council."), way=_("Correct the day."))


def may_be_numbered(other: bool) -> Verdict:
    """Whether an order may have its number. `other`: another order that stands has it, of this call or of this year."""
    if not other:
        return YES
    return no(
        _("Another order that stands has this number."),
        way=_("Look into the registry of acts and correct it."),
    )


def may_lay_out(standing: str, laid_out: bool) -> Verdict:
    """Whether the papers of an order may be laid out for signing: once, of a draft. What it lacks is asked beside."""
    held = _stands(standing)
    if not held:
        return held
    return LAID_OUT if laid_out else YES


def may_sign(standing: str, laid_out: bool) -> Verdict:
    """Whether an order may be signed now: laid out, and neither signed nor fallen."""
    held = _stands(standing)
    if not held:
        return held
    return YES if laid_out else NOT_LAID_OUT


def _stands(standing: str) -> Verdict:
    if standing == Standing.ANNULLED:
        return FALLEN
    return SIGNED if standing == Standing.SIGNED else YES


def may_enter(entered: bool, brought: bool) -> Verdict:
    """Whether a national signature may be entered: one, and none beside a paper that was brought."""
    if entered:
        return ENTERED
    return BROUGHT if brought else YES


def may_confirm_signature(entered: bool, first: str, second: str) -> Verdict:
    """Whether somebody may confirm a signature that another one has entered (voices of the journal)."""
    if not entered:
        return no(_("No signature was entered."), way=_("An officer enters it first."))
    return OWN if first == second else YES


def may_bring(registry: str, sent: bool, brought: bool, entered: bool = False) -> Verdict:
    """Whether a paper signed by hand may be brought: with its scan and its number in the registry, one at a time."""
    if entered:
        return ENTERED
    if brought:
        return BROUGHT
    if not sent:
        return no(_("Send the scan of the signed paper first."), way=_("A PDF that has all of its pages."))
    if not registry.strip() or len(registry) > LONGEST_NUMBER:
        return no(_("Give the number in the registry of acts."))
    return YES


def may_confirm_seen(same: bool) -> Verdict:
    """Whether what somebody confirms is the paper that they have seen. `same`: it is the one that lies there now."""
    return YES if same else CHANGED


def may_confirm(first: str, second: str, same: bool) -> Verdict:
    """Whether somebody may confirm what another one has brought (voices of the journal). `same`: the scan is still the
    one that was brought.
    """
    if first == second:
        return no(
            _("You brought this paper yourself: four eyes have to see it."),
            way=_("Another officer confirms it."),
        )
    if not same:
        return no(
            _("The scan was replaced since it was brought."), way=_("Send it back; it is brought anew.")
        )
    return YES


def may_day(registered: date, day: date, today: date) -> Verdict:
    """Whether the registry can have an order of a day from such a day on."""
    if registered < day:
        return no(_("The registry cannot have an order before its own day."), way=_("Correct the day."))
    return YES if registered <= today else no(_("This day is still to come."), way=_("Correct the day."))


def may_drop(standing: str, why: str) -> Verdict:
    """Whether an order that is not signed may be dropped, with a reason."""
    held = _stands(standing)
    return _reasoned(why) if held else held


def may_annul(standing: str, why: str, public: bool = False) -> Verdict:
    """Whether a signed order may be annulled, with a reason. `public`: its result is out, and would go on saying that the
    order holds, were it annulled without its round.
    """
    if standing == Standing.ANNULLED:
        return FALLEN
    if standing != Standing.SIGNED:
        return no(
            _("This order is not signed, so there is nothing to annul."), way=_("Drop the draft instead.")
        )
    if public:
        return PUBLIC
    return _reasoned(why)


def _reasoned(why: str) -> Verdict:
    if not why.strip() or len(why) > LONGEST_WHY:
        return no(_("Give the reason."), way=_("It stands in the journal for good."))
    return YES
