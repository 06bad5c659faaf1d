"""The law of a series: what a change does to one record, and when a series may be made and undone. Pure."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.series.words import MOST, TAKES, UNCHANGED, Do, Left
from kinoqor.kit.verdict import YES, Verdict, no
from kinoqor.register.claim.rules import Said, settle
from kinoqor.register.claim.words import PROPERTIES, Property, Rank

# (value, number of the subject that it names) of what a card shows of a property.
Shown = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One change that is made to many records. `old` is a value, or the number of the subject that a claim names."""

    do: Do
    prop: str
    old: str = ""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Stands:
    """One standing claim of the property: its number, what it says, the address of its source."""

    number: int
    said: Said
    source: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change does to one record: which claims go, which preferences step back, whether the new value is stated,
    and what is shown before and after.

    `left` is the reason why the record is passed by; "" where it changes.
    """

    left: str = ""
    gone: tuple[int, ...] = ()
    back: tuple[int, ...] = ()
    before: Shown = ()
    after: Shown = ()
    states: bool = False

    @property
    def refused(self) -> bool:
        """Whether the record would change, but may not."""
        return bool(self.left) and self.left not in UNCHANGED


def value_of(said: Said) -> str:
    """By what a value is chosen: the number of the subject that it names, else itself."""
    return said.target or said.value


def outcome(
    change: Change, stood: Sequence[Stands], new: Said | None, own: bool = False, changed: bool = False
) -> Outcome:
    """What a change does to a record of which this stands.

    `new`: the new value as its claim would stand, None where nothing is said. `own`: the record is about whoever makes
    the series. `changed`: someone has changed the property since the list was made.
    """
    prop = PROPERTIES[change.prop]
    before = shown([each.said for each in stood], prop)
    if own or changed:
        return Outcome(Left.OWN if own else Left.CHANGED, before=before, after=before)
    gone = [each for each in stood if change.do in TAKES and value_of(each.said) == change.old]
    if change.do in TAKES and not gone:
        return Outcome(Left.WITHOUT, before=before, after=before)
    stays = [each for each in stood if each not in gone]
    states = new is not None and not _says_so(change, stays)
    if not states and not gone:
        return Outcome(Left.SAME, before=before, after=before)
    back = [each for each in stays if change.do == Do.LEAD and each.said.rank == Rank.PREFERRED]
    after = [replace(each.said, rank=Rank.NORMAL) if each in back else each.said for each in stays]
    if new is not None and states:
        after.append(new)
    went, stepped = tuple(each.number for each in gone), tuple(each.number for each in back)
    return Outcome("", went, stepped, before, shown(after, prop), states)


def _says_so(change: Change, stood: Iterable[Stands]) -> bool:
    """Whether the source says the value already, and where it should lead, whether it leads."""
    entry = change.entry
    if entry is None:
        return False
    wanted = (entry.target or entry.value, entry.source)
    return any(
        (value_of(each.said), each.source) == wanted
        and (each.said.rank == Rank.PREFERRED if change.do == Do.LEAD else each.said.rank > Rank.UNVERIFIED)
        for each in stood
    )


def shown(claims: Sequence[Said], prop: Property) -> Shown:
    """What a card shows of a property: the value that leads, or all that hold together; empty where nothing stands."""
    if not claims:
        return ()
    voices = settle(claims, prop).voices
    return tuple((voice.value, voice.target) for voice in (voices if prop.many else voices[:1]))


def rank_of(do: Do) -> Rank:
    """The rank of what a series says."""
    return Rank.PREFERRED if do == Do.LEAD else Rank.NORMAL


def fits(do: Do, prop: Property) -> Verdict:
    """Whether a series can do this with the property."""
    if do == Do.LEAD and prop.many:
        return no(
            _("Several of these hold together, so none of them leads."),
            way=_("Say one more, or replace one by another."),
        )
    return YES


def may_take(n: int) -> Verdict:
    """Whether a series may have so many records."""
    if not n:
        return no(
            _("No record was chosen."), way=_("Pick records in the queue, or narrow its list."), to="queue"
        )
    if n > MOST:
        return no(
            ngettext_lazy(
                "A series has %(most)d record at most.", "A series has %(most)d records at most.", MOST
            )
            % {"most": MOST},
            way=_("Narrow the list in the queue, and make several series."),
            to="queue",
        )
    return YES


def may_make(outcomes: Collection[Outcome]) -> Verdict:
    """Whether anything would change at all."""
    if all(each.left for each in outcomes):
        return no(_("None of these records would change."), way=_("Choose another value, or other records."))
    return YES


def may_undo(undone: bool, lefts: Collection[str]) -> Verdict:
    """Whether a series can be undone; `lefts`: why undoing passes each record by ("": it does not)."""
    if undone:
        return no(_("This series has been undone already."))
    if all(lefts):
        return no(
            _("None of its records stands as the series left it."),
            way=_("Correct them one by one, each at its desk."),
        )
    return YES
