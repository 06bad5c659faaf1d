"""How one looks into each tray: how many things lie in it, and the first of them in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.notice.queries import without_shut
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.queries import ending_seats as seats_that_end
from kinoqor.accounts.user.queries import names_of
from kinoqor.keeping.correction.words import SIGNS
from kinoqor.keeping.gap.queries import queue
from kinoqor.keeping.gap.rules import Wanted
from kinoqor.keeping.gap.words import TWIN, Of, gaps_of, said_as
from kinoqor.keeping.load.adapters.page import listed as loads_in_words
from kinoqor.keeping.load.queries import counted
from kinoqor.keeping.load.queries import visible_to as visible_loads
from kinoqor.keeping.load.words import WAITING
from kinoqor.keeping.newcomer.adapters.page import rows as newcomers_in_words
from kinoqor.keeping.newcomer.queries import open_to as newcomers_open_to
from kinoqor.keeping.series.adapters.page import rows as series_in_words
from kinoqor.keeping.series.queries import series as all_series
from kinoqor.keeping.twin.adapters.page import rows as pairs_in_words
from kinoqor.keeping.twin.queries import visible_to as pairs_open_to
from kinoqor.ledger.deed.actions import TOLD
from kinoqor.ledger.letter.queries import in_trouble, letters_to
from kinoqor.portal.desk import queries
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.face.queries import cards, title
from kinoqor.ui.parts import Note, Said, Text
from kinoqor.ui.templatetags.ui import day

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing in a tray: what it is and where it leads, since or until when, what else is known, with its sign."""

    what: Text
    url: str
    when: Text = ""
    why: Sequence[Note] = ()
    sign: str = "waiting"


@dataclass(frozen=True, slots=True)
class Looked:
    """How many things lie in a tray (None where they are not counted), and the first of them."""

    count: int | None
    things: Sequence[Thing] = ()


def _named(refs: Iterable[str]) -> dict[str, Text]:
    return {ref: title(card) or ref for ref, card in cards(refs).items()}


def proposals(who: Who) -> Looked:
    """What the public has proposed and this reader may judge."""
    found = queries.open_proposals(who)
    return Looked(found.count(), _proposals(found, "proposal", False))


def newcomers(who: Who) -> Looked:
    """The people whom applicants have proposed and whom this reader may judge."""
    found = newcomers_open_to(who)
    some = list(found[:SHOWN])
    rows = newcomers_in_words(some) if some else []
    return Looked(
        found.count() if some else 0, [Thing(row.what, row.url, row.when, row.more) for row in rows]
    )


def gaps(who: Who) -> Looked:
    """What films lack, each gap with how many have it, those of most films first; they are not counted together."""
    counted = queue(Wanted()).counted
    found = sorted((gap for gap in gaps_of(Of.FILMS) if gap != TWIN), key=lambda gap: -counted.gaps[gap])
    things = [
        Thing(
            capfirst(str(said_as(Of.FILMS, gap))), f"{reverse('queue')}?gap={gap}",
            ngettext("%(n)d film", "%(n)d films", counted.gaps[gap]) % {"n": counted.gaps[gap]}, sign="open",
        )
        for gap in found[:SHOWN] if counted.gaps[gap]
    ]  # fmt: skip
    return Looked(None, things)


def series(who: Who) -> Looked:
    """The newest series, of whoever made them; each can be undone as a whole."""
    rows = series_in_words(list(all_series()[:SHOWN]))
    return Looked(None, [Thing(row.what, row.url, row.when, [*row.more, *row.notes], "good") for row in rows])


def twins(who: Who) -> Looked:
    """The pairs of records that look alike and that nobody has judged."""
    found = pairs_open_to(who)
    rows = pairs_in_words(list(found[:SHOWN]))
    things = [Thing(row.what, row.url, row.when, row.more, "disagree") for row in rows]
    return Looked(found.count(), things)


def loads(who: Who) -> Looked:
    """The tables of the reader's organisation that wait for their columns or for the word to load them."""
    found = visible_loads(who).filter(state__in=WAITING)
    some = list(found[:SHOWN])
    rows = loads_in_words(some, counted(load.pk for load in some))
    return Looked(
        found.count(), [Thing(row.what, row.url, row.when, [*row.notes, *row.more], "open") for row in rows]
    )


def own_proposals(who: Who) -> Looked:
    """What the reader has proposed themselves, with what became of it."""
    found = queries.own_proposals(who)
    return Looked(found.count(), _proposals(found, "own-proposal", True))


def _proposals(found: Any, page: str, with_fate: bool) -> list[Thing]:
    some = list(found[:SHOWN])
    named = _named({one.claim.subject.ref for one in some})
    things = []
    for one in some:
        claim = one.claim
        why = [Note(one.get_fate_display())] if with_fate else []
        why += [Note(f"{PROPERTIES[claim.prop].label}: {claim.value[:80]}"), Note(claim.source.called)]
        what, where = named.get(claim.subject.ref, claim.subject.ref), reverse(page, args=[one.pk])
        things.append(Thing(what, where, day(one.made.at), why, SIGNS[one.fate]))
    return things


def troubled_letters(who: Who) -> Looked:
    """The letters that failed or may have been sent."""
    found = without_shut(in_trouble(), who)
    return Looked(found.count(), _letters(found, "late"))


def letters(who: Who) -> Looked:
    """The letters to the reader."""
    found = letters_to(who.voice)
    return Looked(found.count(), _letters(found, "open"))


def _letters(found: Any, sign: str) -> list[Thing]:
    return [
        Thing(
            Said(letter.subject_line, letter.language), reverse("letter", args=[letter.pk]), day(letter.at),
            [Note(each) for each in (letter.sending.get_state_display(), letter.sending.trouble) if each], sign,
        )
        for letter in found[:SHOWN]
    ]  # fmt: skip


def ending_seats(who: Who) -> Looked:
    """The seats whose last day comes soon."""
    found = seats_that_end(timezone.localdate())
    things = [
        Thing(
            seat.user.name or _("an erased account"), reverse("seat", args=[seat.pk]),
            day(seat.until) if seat.until else "", [Note(str(seat)), Note(seat.act)],
        )
        for seat in found[:SHOWN]
    ]  # fmt: skip
    return Looked(found.count(), things)


def deeds_of_today(who: Who) -> Looked:
    """What was done in the house today."""
    found = queries.deeds_since(timezone.localdate())
    some = list(found[:SHOWN])
    people, titles = names_of({deed.voice for deed in some}), _named({deed.subject for deed in some} - {""})
    things = []
    for deed in some:
        called = TOLD[deed.code].called if deed.code in TOLD else deed.code
        why = [
            Note(people[deed.voice]),
            *([Note(titles.get(deed.subject, deed.subject))] if deed.subject else []),
        ]
        when = timezone.localtime(deed.at).strftime("%H:%M")
        things.append(Thing(called, reverse("deed", args=[deed.pk]), when, why, "good"))
    return Looked(found.count(), things)


def own_changes(who: Who) -> Looked:
    """The records that the reader has changed lately, each leading to its desk."""
    return Looked(None, _changes(queries.changed_by(who, SHOWN), "card-edit", {}))


def changes_of_others(who: Who) -> Looked:
    """The records that colleagues have changed lately, each leading to its story."""
    found = queries.changed_by_others(who, SHOWN)
    return Looked(None, _changes(found, "story", names_of({one.deed.voice for one in found})))


def _changes(found: list[queries.Change], page: str, people: dict[str, str]) -> list[Thing]:
    titles = _named({one.ref for one in found})
    things = []
    for one in found:
        prop = str((one.deed.details or {}).get("prop", ""))
        why = [Note(TOLD[one.deed.code].called)] if one.deed.code in TOLD else []
        why += [Note(PROPERTIES[prop].label)] if prop in PROPERTIES else []
        why += [Note(people[one.deed.voice])] if people else []
        where = reverse(page, args=[one.ref])
        things.append(Thing(titles.get(one.ref, one.ref), where, day(one.deed.at), why, "good"))
    return things
