"""Series as their pages show them: values in words, records before and after, what was stated and withdrawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.user.queries import names_of
from kinoqor.keeping.series.models import Series, Step
from kinoqor.keeping.series.queries import Undoing
from kinoqor.keeping.series.rules import Change, Outcome, Shown
from kinoqor.keeping.series.words import Do, Left
from kinoqor.register.card.models import Card
from kinoqor.register.claim.words import PROPERTIES, Form
from kinoqor.register.face.queries import Face, cards, title
from kinoqor.register.history.queries import one_by_one
from kinoqor.ui.parts import Note, Row, Said, Text
from kinoqor.ui.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class Before:
    """One record of a preview: what it is called, where it is worked on, what it shows before and after, why not."""

    title: Text
    desk: str
    before: Sequence[Said] = ()
    after: Sequence[Said] = ()
    why: str | Promise = ""

    @property
    def alike(self) -> bool:
        """Whether the card shows the same afterwards: only the sources behind it change."""
        return [str(each) for each in self.before] == [str(each) for each in self.after]


@dataclass(slots=True)
class Preview:
    """Records apart by what becomes of them: they change, would not change, are refused; and the values in words."""

    changing: list[Before] = field(default_factory=list)
    unchanged: list[Before] = field(default_factory=list)
    refused: list[Before] = field(default_factory=list)
    old: Text = ""
    new: Text = ""


class Words:
    """Values of one property in words of the page, with the cards of the records and of what the values name."""

    def __init__(self, prop: str, refs: Iterable[str], targets: Iterable[str]) -> None:
        self.prop = prop
        self.face = Face([])
        self.face.linked = cards({*refs, *(target for target in targets if target)})

    def value(self, value: str, target: str = "") -> Said:
        """One value as a reader says it."""
        return self.face.value(self.prop, {"value": value, "object": target})

    def values(self, some: Shown) -> list[Said]:
        """Several of them."""
        return [self.value(*each) for each in some]

    def called(self, ref: str) -> Text:
        """What a record is called."""
        card: Card | None = self.face.linked.get(ref)
        return (title(card) or Said(ref)) if card else Said(ref)


def preview(change: Change, told: Iterable[tuple[str, object, Outcome]]) -> Preview:
    """What a change would do to which records; one query."""
    listed = list(told)
    named = [target for _ref, _of, each in listed for _value, target in (*each.before, *each.after)]
    entry = change.entry
    named += [change.old, entry.target if entry else ""]
    words, found = Words(change.prop, (ref for ref, _of, _each in listed), named), Preview()
    found.old = words.value(change.old, change.old) if change.old else ""
    found.new = words.value(entry.value, entry.target) if entry else ""
    for ref, _record, each in listed:
        why = Left(each.left).label if each.left else ""
        desk = reverse("card-edit", args=[ref])
        one = Before(words.called(ref), desk, words.values(each.before), words.values(each.after), why)
        (found.refused if each.refused else found.unchanged if each.left else found.changing).append(one)
    return found


def undone(found: Iterable[Undoing]) -> Preview:
    """Which records undoing gives back and which it passes by; one query."""
    listed, shown = list(found), Preview()
    words = Words("", (each.ref for each in listed), ())
    for each in listed:
        why = Left(each.left).label if each.left else ""
        one = Before(words.called(each.ref), reverse("card-edit", args=[each.ref]), why=why)
        (shown.refused if each.left else shown.changing).append(one)
    return shown


def choices(prop: str, counted: Iterable[tuple[tuple[str, str], int]]) -> list[tuple[str, str]]:
    """Values that stand in the chosen records, each with how many say so: (what chooses it, words)."""
    listed = list(counted)
    words = Words(prop, (), (target for (_value, target), _n in listed))
    return [(target or value, f"{words.value(value, target)} ({n})") for (value, target), n in listed]


def what(of: Series, words: Words) -> str:
    """What a series does, as a line: "Genre: comedy replaced by drama"."""
    named = PROPERTIES[of.prop].form is Form.SUBJECT
    old, new = (str(words.value(each, each if named else "")) if each else "" for each in (of.old, of.new))
    prop = str(PROPERTIES[of.prop].label)
    said = {
        Do.ADD: _("%(prop)s: %(new)s added"),
        Do.LEAD: _("%(prop)s: %(new)s leads"),
        Do.REPLACE: _("%(prop)s: %(old)s replaced by %(new)s"),
        Do.WITHDRAW: _("%(prop)s: %(old)s withdrawn"),
    }
    return said[Do(of.do)] % {"prop": prop, "old": old, "new": new}


def words_of(found: Iterable[Series]) -> dict[int, str]:
    """What each of these series does, by its number; one query for all."""
    listed = list(found)
    named = {
        each for one in listed for each in (one.old, one.new) if PROPERTIES[one.prop].form is Form.SUBJECT
    }
    linked = cards(named) if named - {""} else {}
    told = {}
    for one in listed:
        words = Words(one.prop, (), ())
        words.face.linked = linked
        told[one.pk] = what(one, words)
    return told


def rows(found: Sequence[Series]) -> list[Row]:
    """Series as rows of their list; two queries for all."""
    called, told = names_of(each.made.voice for each in found), words_of(found)
    return [_row(each, called, told[each.pk]) for each in found]


def _row(of: Series, called: Mapping[str, str], told: str) -> Row:
    n = ngettext("%(n)d record", "%(n)d records", of.records) % {"n": of.records}
    notes = [Note(n), Note(called[of.made.voice])]
    if of.undone:
        notes.append(Note(_("undone on %(day)s") % {"day": day(of.undone.at)}, "refused"))
    return Row(told, day(of.made.at), reverse("series-one", args=[of.pk]), [Note(of.made.why)], notes)


@dataclass(slots=True)
class Done:
    """What a series did to one record, in words."""

    title: Text
    desk: str
    withdrawn: list[tuple[Text, str]] = field(default_factory=list)
    stated: list[tuple[Text, str]] = field(default_factory=list)


def done(steps: Sequence[Step]) -> list[Done]:
    """What a series did, record by record: each value with the short name of its source; two queries."""
    known = cards({step.subject.ref for step in steps})
    said = {claim.pk: told for claim, told in one_by_one([step.claim for step in steps])}
    found: dict[str, Done] = {}
    for step in steps:
        ref = step.subject.ref
        called = (title(known[ref]) or Said(ref)) if ref in known else Said(ref)
        one = found.setdefault(ref, Done(called, reverse("card-edit", args=[ref])))
        told = said[step.claim.pk].value, step.claim.source.called
        (one.stated if step.stated else one.withdrawn).append(told)
    return list(found.values())


def passed_by(left: Mapping[str, str]) -> list[Before]:
    """The records that a series or its undoing passed by, each with the reason; one query."""
    words = Words("", left, ())
    return [
        Before(words.called(ref), reverse("card-edit", args=[ref]), why=Left(why).label)
        for ref, why in left.items()
    ]
