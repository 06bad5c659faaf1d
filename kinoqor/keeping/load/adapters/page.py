"""Loads and their rows as a page shows them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.user.queries import names_of
from kinoqor.keeping.load.adapters.reasons import Wording
from kinoqor.keeping.load.models import Load, LoadRow
from kinoqor.keeping.load.rules import choices
from kinoqor.keeping.load.words import KIND_LABELS, LEAVE, NEW, REF, SAME_AS, Counted, Reason, State
from kinoqor.register.card.models import Card
from kinoqor.register.card.words import DATED_BY, NAMED_BY
from kinoqor.register.face.queries import cards, title
from kinoqor.register.intake.words import Outcome
from kinoqor.ui.parts import Note, Pick, Row
from kinoqor.ui.templatetags.ui import day

STATE_SIGNS = {
    State.OPEN: "open", State.CHECKING: "waiting", State.CHECKED: "waiting", State.LOADING: "waiting",
    State.LOADED: "good", State.LEAVING: "waiting", State.WITHDRAWN: "lifted", State.DROPPED: "refused",
}  # fmt: skip
OUTCOME_SIGNS = {
    Outcome.NEW: "good", Outcome.CHANGED: "good", Outcome.SAME: "open", Outcome.DOUBTFUL: "waiting",
    Outcome.REFUSED: "refused",
}  # fmt: skip
OUTCOMES = tuple(OUTCOME_SIGNS)
_CELLS, _SIGNS = 6, 60


def reasons_of(row: LoadRow) -> list[Reason]:
    """Why a row is refused or doubtful, as plain values."""
    return [Reason(why, at, tuple(of)) for why, at, of in row.reasons]


def listed(loads: Sequence[Load], numbers: Mapping[int, Counted]) -> list[Row]:
    """The list of loads; each number opens its rows."""
    names = names_of(load.made.voice for load in loads)
    return [_listed(load, numbers[load.pk], names) for load in loads]


def _listed(load: Load, n: Counted, names: Mapping[str, str]) -> Row:
    place = reverse("load", args=[load.pk])
    said = [KIND_LABELS[load.kind], load.sender or load.organisation.name, names.get(load.made.voice, "")]
    counts = [
        Note(f"{n.outcomes[outcome]} {Outcome(outcome).label}", url=f"{place}?outcome={outcome}")
        for outcome in OUTCOMES
        if n.outcomes.get(outcome)
    ]
    rows = Note(ngettext("%(n)s row", "%(n)s rows", n.rows) % {"n": n.rows}, url=place)
    state = Note(str(State(load.state).label), STATE_SIGNS[State(load.state)])
    return Row(
        load.name,
        day(load.made.at),
        place,
        [Note(str(word)) for word in said if word],
        [state, *(counts or [rows])],
    )


def picks(load: Load, n: Counted, chosen: str) -> list[Pick]:
    """The outcomes of a load with how many rows each has."""
    place = reverse("load", args=[load.pk])
    every = Pick(place, _("all"), n.rows, not chosen)
    return [
        every,
        *(
            Pick(
                f"{place}?outcome={outcome}",
                str(Outcome(outcome).label),
                n.outcomes[outcome],
                chosen == outcome,
            )
            for outcome in OUTCOMES
            if n.outcomes.get(outcome)
        ),
    ]


def rows_shown(load: Load, rows: Sequence[LoadRow], said: Wording) -> list[Row]:
    """Rows of a load with what they come to and why; one question for all the records that they name."""
    named = cards({row.ref for row in rows if row.ref})
    return [_row(row, load, said, named.get(row.ref)) for row in rows]


def _row(row: LoadRow, load: Load, said: Wording, card: Card | None) -> Row:
    sign = OUTCOME_SIGNS[Outcome(row.outcome)] if row.outcome else ""
    why = " ".join(said.say(reason, row.cells) for reason in reasons_of(row))
    notes = [Note(Outcome(row.outcome).label, "" if why else sign)] if row.outcome else []
    if row.decided and not row.taken:
        notes.append(Note(decision(row.decided)))
    if card is not None:
        notes.append(Note(f"{row.ref} {title(card)}", url=card.get_absolute_url()))
    elif row.ref:
        notes.append(Note(row.ref, url=reverse("claims", args=[row.ref])))
    more = Note(why, sign) if why else Note(" · ".join(_cells(row, said)))
    return Row(called(row, load, said), _("row %(n)s") % {"n": row.number}, more=[more], notes=notes)


def _cells(row: LoadRow, said: Wording) -> list[str]:
    """The first cells that mean something, each under its heading."""
    filled = [
        f"{heading}: {cell[:_SIGNS]}{'…' if len(cell) > _SIGNS else ''}"
        for heading, cell, meaning in zip(said.headings, row.cells, said.columns, strict=False)
        if meaning is not None and cell.strip()
    ]
    return filled[:_CELLS] + (["…"] if len(filled) > _CELLS else [])


def called(row: LoadRow, load: Load, said: Wording) -> str:
    """What a row is called: its title or name with its year, or its number in the register."""
    found = {"name": "", "date": "", REF: ""}
    for cell, meaning in zip(row.cells, said.columns, strict=False):
        if meaning is not None and cell.strip():
            key = {NAMED_BY[load.kind]: "name", DATED_BY[load.kind]: "date"}.get(meaning.prop, meaning.code)
            found[key] = found.get(key) or cell.strip()[:120]
    name = found["name"] or found[REF] or _("a row without a name")
    return f"{name} ({found['date'][:10]})" if found["date"] else name


def decision(word: str, card: Card | None = None) -> str:
    """What was or can be decided of a row, in words."""
    if word == LEAVE:
        return _("Leave it out")
    if word == NEW:
        return _("It is a new record")
    if word.startswith(SAME_AS):
        return _("It is the record of row %(row)s") % {"row": word.removeprefix(SAME_AS)}
    if card is None:
        return _("It is %(ref)s") % {"ref": word}
    year = f" ({card.year})" if card.year else ""
    return _("It is %(ref)s, %(title)s") % {"ref": word, "title": f"{title(card)}{year}"}


def doubts(load: Load, rows: Iterable[LoadRow], said: Wording) -> list[dict[str, Any]]:
    """Doubtful rows with why, what can be decided and what was; one question for all the records that they name."""
    each = [(row, choices(row.ref, reasons_of(row))) for row in rows]
    known = cards({word for _row, words in each for word in words})
    return [
        {
            "number": row.number,
            "called": _("Row %(n)s: %(name)s") % {"n": row.number, "name": called(row, load, said)},
            "why": [said.say(reason, row.cells) for reason in reasons_of(row)],
            "cells": _cells(row, said),
            "records": [known[word] for word in words if word in known],
            "offered": [(word, decision(word, known.get(word))) for word in words],
            "decided": row.decided,
        }
        for row, words in each
    ]
