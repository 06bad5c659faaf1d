"""The law of a file: who may change and file it, and until which second. Pure; `now` is an argument."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinoqor.funding.application.words import (
    COUNTED,
    FILE,
    FLOW,
    MOST_ASIDE,
    MOST_CREW,
    MOST_DRAFTS,
    REPAIRED,
    SAVES_A_MINUTE,
    TITLES,
    WRITTEN,
)  # fmt: skip
from kinoqor.kit.verdict import YES, Verdict, no


@dataclass(frozen=True, slots=True)
class Repair:
    """What may be repaired, and until when: the places of a notice, and the first moment that is too late."""

    places: frozenset[str] = frozenset()
    until: datetime | None = None

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Repair":
        """The repair as it is kept with the application."""
        until = kept.get("until")
        return cls(frozenset(kept.get("places", ())), datetime.fromisoformat(until) if until else None)

    def names(self, place: str) -> bool:
        """Whether a place, or the whole that it is part of, is named."""
        pieces = place.split(".")
        return any(".".join(pieces[:n]) in self.places for n in range(1, len(pieces) + 1))

    def touches(self, places: Collection[str]) -> bool:
        """Whether any of these questions, or a piece of one, is named."""
        heads = {place.split(".")[0] for place in self.places}
        return bool(heads & set(places))


@dataclass(frozen=True, slots=True)
class Case:
    """What the law asks of an application: its state, whether the window of its stage is open now, the repair that is
    open, and whether one more of its kind may come from the applicant.
    """

    state: str
    window: Verdict = YES
    repair: Repair = field(default_factory=Repair)
    limit: Verdict = YES


@dataclass(frozen=True, slots=True)
class New:
    """What an application begins with: the call, the two axes, the titles known so far, whose it is, in which language.

    `again` is the number of an earlier application of the same company, whose film and answers are taken over.
    """

    call: str
    stream: str
    kind: str
    titles: Mapping[str, str]
    organisation: int
    language: str
    again: int | None = None


class FiledFile(NamedTuple):
    """A paper as it is filed: what it is for, its name, the SHA-256 of its bytes, how many they are."""

    slot: str
    name: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that a complete file would have: where, what is missing or wrong, by which clause."""

    place: str
    sentence: str
    clause: str = ""
    label: str = ""
    part: str = ""


def may_change(case: Case, place: str, now: datetime) -> Verdict:
    """Whether a place of the file may be changed now."""
    if case.state in WRITTEN:
        return case.window
    if case.state in REPAIRED:
        if case.repair.until is not None and now >= case.repair.until:
            return no(_("The time for the repair is over."), way=_("What was filed before stands."))
        if case.repair.names(place):
            return YES
        return no(
            _("Only the points that the notice names can be changed now, and this is none of them."),
            way=_("See the points of the notice."),
        )
    return no(
        _("This cannot be changed now: the application is “%(state)s”.")
        % {"state": FLOW.called(case.state, officer=False)},
        way=_("What was filed stands as it was filed."),
    )


def may_withdraw(state: str) -> Verdict:
    """An application can be withdrawn in any open state."""
    return FLOW.may("withdraw", state)


def may_begin(drafts: int, window_open: bool) -> Verdict:
    """Whether one more draft may be begun by a company in a call."""
    if not window_open:
        return no(_("This call takes no applications now."), way=_("See which calls are open"), to="calls")
    if drafts >= MOST_DRAFTS:
        return no(
            _("Your company writes %(n)s applications to this call already.") % {"n": drafts},
            way=_("Go on with one of them, or withdraw one."),
            to="applications",
        )
    return YES


CHANGED = no(
    gettext_lazy("This part was changed in another window or by someone else after you had opened it."),
    way=gettext_lazy("Both versions are kept. Compare them and save the one that is right."),
)


def may_take_back(elsewhere: Sequence[int]) -> Verdict:
    """Whether a proposal to the register may be taken back: no other application (by number) names the person."""
    if not elsewhere:
        return YES
    numbers = ", ".join(f"{one:06d}" for one in elsewhere)
    return no(
        _("Another application of your company names this person too: %(numbers)s.") % {"numbers": numbers},
        way=_("Take them off its list first; if it is filed already, a cataloguer will answer the proposal."),
    )


def unchanged_since(seen: int, newest: int) -> Verdict:
    """Whether a part may be saved that was loaded when the file had the revision `seen`."""
    return YES if seen >= newest else CHANGED


def may_save_again(saves: int) -> Verdict:
    """Whether one more saving of this minute is taken from a person."""
    if saves < SAVES_A_MINUTE:
        return YES
    return no(
        _("You save faster than anyone can write."),
        way=_("Wait a minute. What stands in the form is not lost."),
    )


def may_have_crew(crew: Collection[object]) -> Verdict:
    """A crew list is long, but not endless."""
    if len(crew) <= MOST_CREW:
        return YES
    return no(_("No more than %(n)s people stand on this list.") % {"n": MOST_CREW})


def may_set_aside(kept: int) -> Verdict:
    """Whether one more version is kept beside the file."""
    if kept < MOST_ASIDE:
        return YES
    return no(
        _("%(n)s versions lie beside this file already.") % {"n": kept},
        way=_("Look at them first. What you wrote is still in the form."),
    )


def counts(state: str) -> bool:
    """Whether an application in this state counts against the limit."""
    return state in COUNTED


def titles(values: Mapping[str, Any]) -> dict[str, str]:
    """The titles of the film by language, as far as they are given."""
    found = {lang: str(values.get(place) or "").strip() for lang, place in TITLES.items()}
    return {lang: title for lang, title in found.items() if title}


def slot_place(slot: str) -> str:
    """The place of a paper among the points of a file."""
    return f"{FILE}{slot}"


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that two versions answer differently."""

    place: str
    theirs: Any
    mine: Any


def differences(theirs: Mapping[str, Any], mine: Mapping[str, Any]) -> Iterator[Difference]:
    """Where what stands and what was sent differ; an answer not given is like an empty one."""
    for place in dict.fromkeys([*mine, *theirs]):
        one, other = theirs.get(place), mine.get(place)
        if one != other and (one or other or isinstance(one, bool) or isinstance(other, bool)):
            yield Difference(place, one, other)
