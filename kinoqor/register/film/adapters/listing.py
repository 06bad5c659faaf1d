"""The list of films as its page shows it: rows, the strip of years, and what else could be chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.register.card.models import Card
from kinoqor.register.card.words import Axis, Sureness
from kinoqor.register.face.queries import cards, other_titles, title
from kinoqor.register.film import queries
from kinoqor.register.film.rules import Wanted, first_choices
from kinoqor.register.film.words import LISTS, MOST, OPEN, SUBJECTS, SUPPORTED, UNKNOWN, Doubt
from kinoqor.ui import drawing, pack
from kinoqor.ui.parts import Choice, Note, Row, Said, Text


def strip(wanted: Wanted, counted: queries.Counted) -> drawing.Three:
    """Films a year, those that are wanted dark."""
    every = queries.all_years() if wanted.narrowed else counted.years
    words = _("Films a year, %(first)s to %(last)s: %(n)s of %(all)s are shown.") % {
        "first": min(every, default=""),
        "last": max(every, default=""),
        "n": sum(counted.years.values()),
        "all": sum(every.values()),
    }
    return drawing.plains(every, counted.years, words)


def facets(counts: queries.Counts, wanted: Wanted, chosen: Mapping[str, Card]) -> list[dict[str, Any]]:
    """Each axis with its label, the choices that stand open and those that are folded."""
    offered = {
        axis: first_choices(counts[axis], wanted.chosen.get(axis, ()), _listed(axis, counts[axis]), MOST)
        for axis in LISTS
    }
    missing = {code for axis in SUBJECTS for code in offered[axis]} - chosen.keys()
    named = {**chosen, **cards(missing)}
    found = []
    for axis, codes in offered.items():
        now = wanted.chosen.get(axis, ())
        choices = [
            Choice(code, _label(axis, code, named), counts[axis].get(code, 0), code in now)
            for code in codes
            if axis not in SUBJECTS or code in named or code == UNKNOWN
        ]
        # Decades and kinds are few and read as one; of the others the first stand open. "Not known" stands last of these.
        bare = [choice for choice in choices if choice.value != UNKNOWN or choice.chosen]
        cut = len(bare) if axis in (Axis.KIND, Axis.DECADE) else max(OPEN, len(now))
        unknown = [choice for choice in choices if choice not in bare]
        opened = [*bare[:cut], *unknown]
        found.append({"name": axis, "label": Axis(axis).label, "open": opened, "rest": bare[cut:]})
    return [facet for facet in found if facet["open"]]


def doubts(counted: queries.Counted, wanted: Wanted) -> list[Choice]:
    """The doubts by which films can be looked for."""
    return [
        Choice(each.value, capfirst(str(each.label)), counted.doubts[each], each.value in wanted.doubts)
        for each in Doubt
    ]


def _listed(axis: str, counts: Mapping[str, int]) -> Sequence[str]:
    """The order of the codes of an axis, where it has one of its own."""
    if axis == Axis.DECADE:
        return sorted(counts)
    own = {Axis.KIND: pack.codes("film_kinds"), Axis.SUPPORT: list(SUPPORTED), Axis.SURENESS: Sureness.values}
    return own.get(Axis(axis), [])


def _label(axis: str, code: str, named: Mapping[str, Card]) -> Text:
    if code == UNKNOWN:
        return capfirst(_("not known"))
    if axis in SUBJECTS:
        return title(named[code])
    if axis == Axis.DECADE:
        return _("%(year)ds") % {"year": int(code)}
    words: Mapping[str, str | Promise] = {**SUPPORTED, **dict(Sureness.choices)}
    return capfirst(str(words[code]) if code in words else pack.label(LISTS[axis], code))


def chosen_words(wanted: Wanted, named: Mapping[str, Card]) -> list[Text]:
    """What narrows the list, in the words of the choices."""
    words = [_label(axis, code, named) for axis, codes in wanted.chosen.items() for code in codes]
    if wanted.first and wanted.last:
        words.append(str(wanted.first) if wanted.first == wanted.last else f"{wanted.first}–{wanted.last}")
    elif wanted.first:
        words.append(_("since %(year)d") % {"year": wanted.first})
    elif wanted.last:
        words.append(_("up to %(year)d") % {"year": wanted.last})
    return [*words, *(Doubt(doubt).label for doubt in wanted.doubts)]


def row(card: Card, directors: Sequence[Card]) -> Row:
    """A film of the list: year, titles, who directed it, how long it is, and what is in doubt."""
    notes = [Note(title(person)) for person in directors[:2]]
    if len(directors) > 2:
        rest = len(directors) - 2
        notes.append(Note(ngettext("and %(n)d more", "and %(n)d more", rest) % {"n": rest}))
    voices = {code: card.facts.get(code, {}).get("voices", ()) for code in ("runtime", "genre")}
    minutes = next((str(voice["value"]) for voice in voices["runtime"] if str(voice["value"]).isdigit()), "")
    genres = ", ".join(pack.label("genres", voice["value"]) for voice in voices["genre"])
    length = _("%(n)s min") % {"n": minutes} if minutes else ""
    if length or genres:
        notes.append(Note(" · ".join(part for part in (length, genres) if part)))
    more = [Note(said) for said in other_titles(card)]
    when = str(card.year) if card.year else _("not dated")
    return Row(title(card) or Said(card.ref), when, card.get_absolute_url(), more, [*notes, *_doubts(card)])


def _doubts(card: Card) -> list[Note]:
    if card.facts.get("year", {}).get("disputed"):
        return [Note(_("sources disagree on the year"), "disagree")]
    if card.disputed:
        return [Note(_("sources disagree"), "disagree")]
    if card.unverified:
        return [Note(Doubt.MEMORY.label, "unverified")]
    return [Note(Sureness.WEAK.label, "unverified")] if card.sureness == Sureness.WEAK else []
