"""The law of conflicts of interest. Pure.

Grades and terms follow what the nearest peers do and what a simulated small industry bears (notes on fair review, 5):
one step through a lead credit bars for years, two steps only warn, what lasts never lapses, and a person decides.
"""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.conflict.words import LASTING, Conflict, Grade, Kind, Status, Voice
from kinoqor.kit.canonical import digest
from kinoqor.kit.verdict import YES, Verdict, no

SHORTEST = 20  # letters of the reason of a decision
LONGEST = 2000
SAID = LASTING | {Kind.EMPLOYER}  # what a person can know and the register need not


def key(conflict: Conflict) -> str:
    """What makes a conflict the same one when everything is looked at again: its pair, kind, voice and evidence."""
    path = [[step.one, step.other, step.through, list(step.roles)] for step in conflict.path]
    said = [conflict.reader, conflict.file, str(conflict.kind), str(conflict.voice), path, conflict.words]
    return digest(said)


def shuts(conflict: Conflict, status: Status) -> bool:
    """Whether it shuts the file to the reader. What nobody has decided yet shuts: a doubt harms no applicant."""
    return conflict.grade == Grade.BARRED and status != Status.DISMISSED


def shut(conflicts: Iterable[Conflict], decided: Mapping[str, Status]) -> frozenset[tuple[str, str]]:
    """The pairs of reader and file that are shut, by what was decided of each conflict (its `key`)."""
    return frozenset(
        (one.reader, one.file) for one in conflicts if shuts(one, decided.get(key(one), Status.OPEN))
    )


def declared(reader: str, file: str, voice: Voice, words: str, kind: Kind = Kind.DECLARED) -> Conflict:
    """A conflict that somebody says there is, in their words. Raises ValueError for one that only the register finds."""
    if voice == Voice.REGISTER or kind not in SAID:
        raise ValueError(f"{kind} by {voice} is found, not declared")
    return Conflict(reader, file, kind, Grade.BARRED, voice, words=words.strip())


def may_say(kind: Kind, words: str) -> Verdict:
    """Whether somebody may declare or report a conflict of this kind in these words."""
    if kind not in SAID:
        return no(_("Such a conflict is found in the register; it is not declared."))
    if kind == Kind.DECLARED and len(words.strip()) < SHORTEST:
        return no(_("Write in at least %(least)s letters why.") % {"least": SHORTEST})
    return YES if len(words) <= LONGEST else no(_("Write at most %(most)s letters.") % {"most": LONGEST})


def may_report(by: int | None, user: int) -> Verdict:
    """Whether `by` may report a conflict of a person: not one's own, which is declared."""
    if by == user:
        return no(_("This conflict is your own."), way=_("Declare it."))
    return YES


def may_take_back(own: bool, gone: bool, drawn: bool) -> Verdict:
    """Whether a conflict may be taken back: by whoever said it, once, before the readers are drawn."""
    if not own:
        return no(_("Only who has declared this conflict can take it back."))
    if gone:
        return no(_("This conflict was taken back already."))
    if drawn:
        return no(_("The readers are drawn already; nothing is taken back after that."))
    return YES


def may_be_decided(gone: bool, status: Status) -> Verdict:
    """Whether there is something to decide, and this is an answer to it."""
    if gone:
        return no(_("This conflict stands no more: it was taken back, or the register shows it no longer."))
    if status not in (Status.UPHELD, Status.DISMISSED):
        return no(_("A conflict is either upheld or dismissed."), way=_("Choose one."))
    return YES


def may_decide(conflict: Conflict, by: str, involved: frozenset[str], reason: str) -> Verdict:
    """Whether `by` may uphold or dismiss it, with this reason; `involved` are the people of the file's company."""
    if by == conflict.reader:
        return no(_("This conflict is your own."), way=_("The secretary of the panel decides."))
    if by in involved:
        return no(_("You hold or held a seat in the company that applies."), way=_("A colleague decides."))
    if len(reason.strip()) < SHORTEST:
        return no(_("Write in at least %(least)s letters why.") % {"least": SHORTEST})
    return YES


def may_dismiss(conflict: Conflict) -> Verdict:
    """Whether it can be dismissed at all: nobody is made to judge their own film, or after declaring that they cannot."""
    if conflict.voice == Voice.MEMBER:
        return no(
            _("The member has declared this conflict."),
            way=_("Only the member can take it back, before the draw."),
        )
    if conflict.kind == Kind.SELF:
        return no(
            _("Nobody judges a film in which they take part."),
            way=_("Correct the credits if they are wrong."),
        )
    return YES


def may_fear(named: Iterable[str], reader: str, most: int) -> Verdict:
    """Whether an applicant may name one more reader whom they fear; no reason is asked for it."""
    so_far = set(named)
    if reader in so_far:
        return no(_("You have named this person already."))
    if len(so_far) >= most:
        return no(_("You have named %(most)s people already; no more are possible.") % {"most": most})
    return YES


def loads_seen(conflicted: Iterable[str], streams: Mapping[str, str]) -> frozenset[str]:
    """The streams in which somebody may see how many files each reader has, by the files they are in conflict with.

    Who sees the readers of every other file, and how many each has, knows those of the file that is hidden (a known
    leak of conference systems). So in a stream with a hidden file no numbers by reader are shown.
    """
    hidden = {streams[file] for file in conflicted if file in streams}
    return frozenset(streams.values()) - hidden
