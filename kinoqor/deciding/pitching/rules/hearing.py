"""What becomes of a slot in the hall, and who may mark it: a table of states, and the law of the marks until they open.

Marks are sealed until those of all films are opened together: who knows the marks of others before giving their
own follows them. "Does not apply" is the absence of a mark and never nought.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kinoqor.deciding.pitching.rules.telling import may_be_absent
from kinoqor.deciding.pitching.words import LONGEST_WORDS, WHY, Came, Heard, Sheet, Sitting
from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.review.rules import in_scale, scaled
from kinoqor.kit.canonical import digest
from kinoqor.kit.verdict import YES, Verdict, no

FORMAT = "kinoqor/pitching/1"
NOT_THERE = no(gettext_lazy("There is no such pitching."), hidden=True)
OUT = no(
    gettext_lazy(
        "A conflict of interest ties you to this film: you are shown out while it is heard, and mark nothing."
    ),
    way=gettext_lazy("The hall calls you back for the next film."),
)
CHANGED = no(
    gettext_lazy("These marks were changed elsewhere since this page was opened."),
    way=gettext_lazy("What stands in the house is shown; give your marks anew."),
)


def may_say(heard: Heard, came: Came, now: datetime) -> Verdict:
    """Whether it can be recorded what became of a slot; what was recorded is changed until its marks are opened."""
    if not heard.published:
        return no(_("The programme is not known yet."), way=_("Publish the programme first."))
    if heard.opened:
        return no(_("The marks of this film are open; what became of it cannot be changed any more."))
    if came == heard.came:
        return no(_("This is recorded already."))
    if heard.came == Came.WITHDRAWN:
        return no(_("The applicant has withdrawn this application."))
    if heard.came == Came.PITCHED or came not in (Came.PITCHED, Came.NO_SHOW):
        return no(
            _("What was heard stays heard."), way=_("A mistake is put right by the council at its sitting.")
        )
    if came == Came.NO_SHOW and heard.begins is not None and heard.place is not None:
        return may_be_absent(heard.told, heard.place, heard.begins, now)
    if heard.begins is None or now < heard.begins:  # what has no time was neither heard nor missed
        return no(_("Their time has not come yet."), way=_("Move the slot if the film is heard earlier."))
    return YES


def all_out(left: Sequence[str]) -> Verdict:
    """Whether a film may be said to be heard: whoever must not hear it is recorded as out; `left` names who is not."""
    if not left:
        return YES
    return no(
        _(
            "These members have a conflict of interest with the film and are not recorded as shown out: %(names)s."
        )
        % {"names": ", ".join(left)},
        way=_("Record first who went out, then that the film was heard."),
    )


def may_show_out(sits: bool, out: bool, handed: bool, opened: bool) -> Verdict:
    """Whether a member may be recorded as shown out: of the body, once, and before they have handed in marks."""
    if not sits:
        return no(_("This person does not sit on the body on that day."))
    if out:
        return no(_("This is recorded already."))
    if opened or handed:
        return no(
            _("Their marks for this film are handed in already."),
            way=_("The points can be counted without a member; see the page of the points."),
        )
    return YES


def seal(slot: int, sheet: Sheet, salt: str) -> str:
    """The SHA-256 of a member's marks in canonical JSON; the salt keeps anyone from guessing them by trying all."""
    kept = {"format": FORMAT, "slot": slot, "marks": dict(sheet.marks), "words": sheet.words, "salt": salt}
    return digest(kept)


def session(plan: int) -> str:
    """What the public record calls a pitching: no film and no member."""
    return f"pitching:{plan}"


def turn(plan: int | None) -> str:
    """The turn by which all that is done in the hall of a pitching waits for the rest, before anything is read."""
    return f"marks of pitching {plan}"


def seal_of_all(seals: Iterable[tuple[int, int, str]]) -> str:
    """One digest over the digests of all sheets of an opening, each by its slot and its member."""
    return digest([[slot, member, each] for slot, member, each in sorted(seals)])


def may_mark(heard: Heard, there: bool, out: bool, handed: bool) -> Verdict:
    """Whether a member may write marks for a film: `there` that they sit in its section, `out` by a conflict."""
    if not there or not heard.published:
        return NOT_THERE
    if out:
        return OUT
    if handed:
        return no(
            _("You have handed in your marks for this film. They cannot be changed any more."),
            way=_("They stand here to be read."),
        )
    if heard.opened:
        return no(
            _("The marks of this pitching were opened. Nothing can be added to them."),
            way=_("What you handed in stands below."),
        )
    if heard.came in (Came.NO_SHOW, Came.WITHDRAWN):
        return no(
            _("This film was not heard: it is recorded as “%(came)s”.") % {"came": heard.came.label},
            way=_("If it was heard after all, the officers of the hall put it right."),
        )
    return YES


def may_keep(criteria: Sequence[Criterion], sheet: Sheet) -> Verdict:
    """Whether what was written can be kept, finished or not: known criteria, marks on their scale, no endless words."""
    known = {each.code: each for each in criteria}
    if not sheet.marks.keys() <= known.keys():
        return no(_("The call has no such criterion."), way=_("Load the page anew."))
    for code, mark in sheet.marks.items():
        verdict = in_scale(known[code], mark)
        if not verdict:
            return no(str(verdict.reason), way=_("Give a mark, or say that it does not apply."))
    if len(sheet.words) > LONGEST_WORDS:
        return no(
            _("The words have at most %(most)s letters.") % {"most": LONGEST_WORDS},
            way=_("Write them in fewer words."),
        )
    return YES


def lacks(criteria: Sequence[Criterion], sheet: Sheet) -> list[str]:
    """The codes of the criteria that have neither a mark nor the word that they do not apply, in their order."""
    return [each.code for each in criteria if scaled(each) and each.code not in sheet.marks]


def may_hand_in(heard: Heard, may: Verdict, criteria: Sequence[Criterion], sheet: Sheet) -> Verdict:
    """Whether marks can be handed in: the film was heard, every criterion has its answer, and one at least a mark."""
    for verdict in (may, may_keep(criteria, sheet)):
        if not verdict:
            return verdict
    if heard.came != Came.PITCHED:
        return no(
            _("It is not recorded yet that this film was heard."),
            way=_("Your marks stay kept; hand them in when the pitching is over."),
        )
    open_ = len(lacks(criteria, sheet))
    if open_:
        said = ngettext("%(n)s criterion is still open.", "%(n)s criteria are still open.", open_)
        return no(said % {"n": open_}, way=_("Give a mark, or say that it does not apply."))
    if all(mark is None for mark in sheet.marks.values()):
        return no(
            _("Marks of which none applies say nothing about the film."),
            way=_("Give a mark on at least one criterion."),
        )
    return YES


def unchanged_since(seen: int, revision: int) -> Verdict:
    """Whether a page was made from the marks as they stand; 0 is the revision of those that nobody has begun."""
    return YES if seen == revision else CHANGED


def may_open(sitting: Sitting) -> Verdict:
    """Whether the marks may be opened: once, all heard or recorded as not, a quorum at each, what lacks named."""
    if sitting.opened:
        return no(_("The marks of this pitching have been opened already."))
    if sitting.hidden:
        return no(
            _("A film of this pitching is shut to you by a conflict of interest."),
            way=_("A colleague without one opens the marks."),
        )
    waiting = sum(came == Came.AWAITED for came in sitting.came.values())
    if waiting:
        said = ngettext(
            "Of %(n)s film it is not recorded whether it was heard.",
            "Of %(n)s films it is not recorded whether they were heard.",
            waiting,
        )
        return no(said % {"n": waiting}, way=_("Record first who came."))
    if not sitting.handed:
        return no(_("No marks were handed in, so there is nothing to open."))
    for film, came in sorted(sitting.came.items()):
        hearers = sitting.hearers.get(film, 0)
        if came == Came.PITCHED and hearers < sitting.quorum:
            said_ = {"film": sitting.titles.get(film, film), "there": hearers, "quorum": sitting.quorum}
            return no(
                _("“%(film)s” was heard without a quorum: %(there)s members, %(quorum)s are needed.") % said_,
                way=_("It has to be heard again: give it another time."),
            )
    return _lack_named(sitting)


def _lack_named(sitting: Sitting) -> Verdict:
    unnamed = sitting.lacking - sitting.named
    if unnamed:
        said = ngettext(
            "Marks for %(n)s film are missing and were not confirmed as missing.",
            "%(n)s times marks for a film are missing and were not confirmed as missing.",
            len(unnamed),
        )
        return no(said % {"n": len(unnamed)}, way=_("Wait for them, or confirm each by name."))
    if sitting.named - sitting.lacking:
        return no(
            _("Marks that you named as missing have come in meanwhile."),
            way=_("Look again: fewer are missing now."),
        )
    return YES


def may_reason(needed: bool, why: str) -> Verdict:
    """Whether a reason was given where one is needed: what is changed by hand stands in the journal with it."""
    if needed and len(why.strip()) < WHY:
        return no(_("Write in at least %(least)s letters why.") % {"least": WHY})
    return YES
