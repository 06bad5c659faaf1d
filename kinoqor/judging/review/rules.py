"""The law of reviews: who may write, what a whole review is, what is sealed, when a panel may open. Pure.

Until all are opened together nobody sees a mark but its writer: who knows the marks of others before giving their own
follows them. "Does not apply" is the absence of a mark and never nought. A review that was handed in cannot be changed,
and its digest can be published before the opening.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.review.words import (
    AHEAD,
    COUNCIL_LONGEST,
    FORMAT,
    LANGUAGES,
    LONGEST,
    SHORTEST,
    Case,
    Given,
    Round,
    Stands,
)
from kinoqor.kit.calendar import DAY, Calendar
from kinoqor.kit.canonical import digest
from kinoqor.kit.verdict import YES, Verdict, no

NOT_THERE = no(gettext_lazy("There is no such reading."), hidden=True)
NO_ROUND = no(gettext_lazy("No such stage is being read."), hidden=True)
CHANGED = no(
    gettext_lazy("This review was changed elsewhere since this page was opened."),
    way=gettext_lazy("Both versions stand below. Choose one."),
)


def may_read(case: Case) -> Verdict:
    """Whether a file is there for its reader at all: released, not ended, not shut by a conflict."""
    return YES if case.released and not case.ended and not case.shut else NOT_THERE


def may_write(case: Case) -> Verdict:
    """Whether a review can still be written on."""
    readable = may_read(case)
    if not readable:
        return readable
    if case.handed:
        return no(
            gettext_lazy("You have handed in this review. It cannot be changed any more."),
            way=gettext_lazy("It stands here to be read."),
        )
    if case.opened:
        return no(
            gettext_lazy("The reviews of this stage have been opened. Nothing can be added to them."),
            way=gettext_lazy("What you wrote stays kept."),
        )
    if case.withdrawn:
        return no(
            gettext_lazy("The applicant has withdrawn this application."),
            way=gettext_lazy("There is nothing more to do. What you wrote stays kept."),
        )
    if case.annulled:
        return no(gettext_lazy("This call was annulled."), way=gettext_lazy("What you wrote stays kept."))
    return YES


def unchanged_since(seen: int, revision: int) -> Verdict:
    """Whether a page was made from the review as it stands; 0 is the revision of one that nobody has begun."""
    return YES if seen == revision else CHANGED


def scaled(criterion: Criterion) -> bool:
    """Whether a criterion has a scale; one without takes words alone."""
    return criterion.lowest is not None and criterion.highest is not None


def in_scale(criterion: Criterion, mark: int | None) -> Verdict:
    """Whether a mark is one of the scale; None, "does not apply", always is."""
    if mark is None:
        return YES
    low, high = criterion.lowest, criterion.highest
    if low is None or high is None:
        return no(_("The call gives no scale for this criterion, so it takes words and no mark."))
    if isinstance(mark, bool) or not low <= mark <= high:
        return no(_("The scale goes from %(low)s to %(high)s.") % {"low": low, "high": high})
    return YES


def may_keep(criteria: Sequence[Criterion], given: Given) -> Verdict:
    """Whether what was written can be kept, finished or not: known criteria, marks on their scale, no endless words."""
    known = {each.code: each for each in criteria}
    if not {*given.marks, *given.reasons} <= known.keys():
        return no(_("The call has no such criterion."), way=_("Load the page anew."))
    for code, mark in given.marks.items():
        verdict = in_scale(known[code], mark)
        if not verdict:
            return verdict
    if any(len(words) > LONGEST for words in given.reasons.values()):
        return no(_("The words on one criterion have at most %(most)s letters.") % {"most": LONGEST})
    if len(given.council) > COUNCIL_LONGEST:
        return no(_("The words for the council have at most %(most)s letters.") % {"most": COUNCIL_LONGEST})
    if given.language not in LANGUAGES:
        return no(
            _("A review is written in one of the languages of the house."), way=_("Choose one of them.")
        )
    return YES


@dataclass(frozen=True, slots=True)
class Lack:
    """What a review still lacks: at which criterion, whether its mark or its words, and the sentence that says it."""

    criterion: str
    part: str
    said: str


def lacks(criteria: Sequence[Criterion], given: Given, words_needed: bool) -> list[Lack]:
    """All that keeps a review from being handed in, in the order of the criteria."""
    found = []
    for each in criteria:
        if scaled(each) and each.code not in given.marks:
            found.append(Lack(each.code, "mark", _("Give a mark, or say that it does not apply.")))
        elif not in_scale(each, given.marks.get(each.code)):
            found.append(Lack(each.code, "mark", str(in_scale(each, given.marks[each.code]).reason)))
        length = len(given.reasons.get(each.code, "").strip())
        if (words_needed or not scaled(each)) and length < SHORTEST:
            said = _("Say why, in at least %(least)s letters.") % {"least": SHORTEST}
            found.append(Lack(each.code, "words", said))
    return found


def open_at(criteria: Sequence[Criterion], given: Given, words_needed: bool) -> list[str]:
    """The criteria at which something is lacking, each once, in their order."""
    return list(dict.fromkeys(each.criterion for each in lacks(criteria, given, words_needed)))


def complete(criteria: Sequence[Criterion], given: Given, words_needed: bool) -> bool:
    """Whether nothing is lacking any more."""
    return not lacks(criteria, given, words_needed)


def may_hand_in(
    case: Case, criteria: Sequence[Criterion], given: Given, words_needed: bool, no_tie: bool
) -> Verdict:
    """Whether a review can be handed in: whole, with at least one mark, and its reader says that nothing ties them."""
    for verdict in (may_write(case), may_keep(criteria, given)):
        if not verdict:
            return verdict
    open_ = open_at(criteria, given, words_needed)
    if open_:
        said = ngettext("%(n)s criterion is still open.", "%(n)s criteria are still open.", len(open_))
        return no(said % {"n": len(open_)}, way=_("Each one is named below."))
    if any(scaled(each) for each in criteria) and all(mark is None for mark in given.marks.values()):
        return no(
            _("A review in which nothing applies says nothing about the file."),
            way=_("Give a mark on at least one criterion."),
        )
    if not no_tie:
        return no(
            _("Say first that nothing ties you to the people of this file."),
            way=_("If something does, declare it: the review is then shut and a colleague reads the file."),
        )
    return YES


def stands(begun: bool, handed: bool, withdrawn: bool) -> Stands:
    """How far a review is."""
    if handed:
        return Stands.HANDED
    if withdrawn:
        return Stands.WITHDRAWN
    return Stands.BEGUN if begun else Stands.NOT_BEGUN


def sealed(reading: int, given: Given, salt: str) -> dict[str, Any]:
    """What the digest of a review is taken of; the salt keeps anyone from guessing marks by trying them all."""
    return {
        "format": FORMAT, "reading": reading, "marks": dict(given.marks), "reasons": dict(given.reasons),
        "council": given.council, "language": given.language, "salt": salt,
    }  # fmt: skip


def seal(reading: int, given: Given, salt: str) -> str:
    """The SHA-256 of a review in canonical JSON, in hexadecimal digits."""
    return digest(sealed(reading, given, salt))


def seal_of_all(seals: Iterable[tuple[int, str]]) -> str:
    """One digest over the digests of all reviews of an opening, each by the number of its reading."""
    return digest([[reading, each] for reading, each in sorted(seals)])


def may_open(round_: Round) -> Verdict:
    """Whether a panel may open the reviews of a stage: once, all together, lacks named one by one, a quorum there."""
    if round_.opened:
        return no(_("The reviews of this stage have been opened already."))
    if round_.hidden:
        return no(
            _("A file of this stage is shut to you by a conflict of interest."),
            way=_("A colleague without one opens the reviews."),
        )
    if not round_.readings:
        return no(
            _("Nobody has been given a file of this stage to read."), way=_("Release the assignment first.")
        )
    if not round_.handed:
        return no(_("No review has been handed in, so there is nothing to open."))
    for name, quorum, members in round_.bodies:
        if members < quorum:
            said = {"body": name, "quorum": quorum, "members": members}
            return no(
                _("“%(body)s” has no quorum today: %(members)s of its members sit, %(quorum)s are needed.")
                % said,
                way=_("Appoint the members that are missing first."),
            )
    return _lack_named(round_)


def _lack_named(round_: Round) -> Verdict:
    unnamed = round_.lacking - round_.named
    if unnamed:
        said = ngettext(
            "%(n)s review is missing and was not confirmed as missing.",
            "%(n)s reviews are missing and were not confirmed as missing.",
            len(unnamed),
        )
        return no(said % {"n": len(unnamed)}, way=_("Wait for it, or confirm each one by name."))
    if round_.named - round_.lacking:
        return no(
            _("A review that you named as missing has come in meanwhile."),
            way=_("Look again: fewer are missing now."),
        )
    return YES


def may_lack(lacking: int, why: str) -> Verdict:
    """Whether what is missing was accounted for: with a reason, since a film then has fewer readers than promised."""
    if lacking and len(why.strip()) < SHORTEST:
        return no(
            _("Say in at least %(least)s letters why the reviews are opened without those that are missing.")
            % {"least": SHORTEST}
        )
    return YES


def overdue_before(calendar: Calendar, days: int, today: date) -> date:
    """The first day on which what is given to be read within so many working days is not overdue today.

    Raises UnknownYear where the calendar does not reach so far.
    """
    found = today - timedelta(days=days)
    while calendar.after(found - DAY, days).day >= today:
        found -= DAY
    return found


def may_remind(waiting: int, told_today: int) -> Verdict:
    """Whether readers can be reminded: somebody still has something to hand in and was not told today already."""
    if not waiting:
        return no(_("Nobody has anything to hand in any more."))
    if told_today >= waiting:
        return no(
            _("Everybody who has something to hand in was reminded today already."),
            way=_("Wait until tomorrow."),
        )
    return YES


def remind_now(due: date | None, today: date, calendar: Calendar) -> bool:
    """Whether a reader is reminded today by the clock: in the last working days before the due day.

    Raises UnknownYear where the calendar does not reach so far.
    """
    return due is not None and today <= due and calendar.between(today, due) <= AHEAD
