"""Readings in rows, and one file with what its reader is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from json import loads
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kinoqor.funding.application.adapters.page import kind_of, title
from kinoqor.funding.check.adapters.page import left
from kinoqor.funding.filing.adapters.frozen import frozen
from kinoqor.funding.filing.queries import latest_filing
from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.review import queries
from kinoqor.judging.review.words import LONGEST, MOST_BUTTONS, SHORTEST, SIGNS, Given, Stands
from kinoqor.kit.calendar import end_of
from kinoqor.kit.question import said
from kinoqor.kit.question.naming import languages
from kinoqor.ui.parts import Note, Row
from kinoqor.ui.templatetags.ui import day

_LAST = date.max
# What is to be done comes first; among equals what is due first.
_ORDER = {Stands.BEGUN: 0, Stands.NOT_BEGUN: 0, Stands.HANDED: 1, Stands.WITHDRAWN: 2}


def rows(readings: Iterable[Any], now: datetime) -> list[Row]:
    """All that somebody has to read, what is due first, then what is handed in."""
    days = queries.calendars()
    told = [(each, queries.due(each, days), queries.where(each)) for each in readings]
    told.sort(key=lambda one: (_ORDER[one[2]], one[1] or _LAST, one[0].pk))
    return [_row(each, due, where, now, days) for each, due, where in told]


def _row(reading: Any, due: date | None, where: Stands, now: datetime, days: Any) -> Row:
    terms, of = queries.terms(reading), reading.application
    notes = [Note(where.label, SIGNS[where])]
    if where in (Stands.BEGUN, Stands.NOT_BEGUN) and due:
        zone = terms.zone
        notes.append(Note(left(days(reading.draw.version.call.programme), end_of(due, zone), zone, now)))
    more = [Note(each) for each in (kind_of(of, terms), tongues(of.values), minutes(of.values)) if each]
    stage = terms.stage(reading.draw.stage)
    more += [Note(said(terms.name)), *([Note(said(stage.name))] if stage else [])]
    return Row(
        title(of), day(due) if due else _("no day is set"), reverse("reading", args=[reading.pk]), more, notes
    )


def tongues(values: Mapping[str, Any]) -> str:
    """In which languages a film is, in words."""
    named, listed = languages(), values.get("languages") or []
    found = listed if isinstance(listed, list) else [listed]
    return ", ".join(named.get(str(code), str(code)) for code in found)


def minutes(values: Mapping[str, Any]) -> str:
    """How long the film is to be."""
    given = values.get("minutes")
    return _("%(n)s minutes") % {"n": given} if given else ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion as the form asks it, with what was given so far."""

    code: str
    name: str
    about: str
    scaled: bool
    marks: range
    lowest: int
    highest: int
    typed: bool
    anchors: list[tuple[int, str]]
    mark: int | None
    absent: bool
    words: str
    fault_mark: str = ""
    fault_words: str = ""


def asked(criteria: Iterable[Criterion], given: Given, faults: Iterable[Any] = ()) -> list[Asked]:
    """The criteria of a call with their scales, what the marks mean, and what stands there."""
    wrong = {(each.criterion, each.part): each.said for each in faults}
    return [_asked(each, given, wrong) for each in criteria]


def _asked(of: Criterion, given: Given, wrong: Mapping[tuple[str, str], str]) -> Asked:
    low, high = of.lowest, of.highest
    scaled = low is not None and high is not None
    marks = range(low, high + 1) if low is not None and high is not None else range(0)
    mark = given.marks.get(of.code)
    return Asked(
        of.code, said(of.name), said(of.about) if of.about else "", scaled, marks, low or 0, high or 0,
        len(marks) > MOST_BUTTONS, [(each.mark, said(each.text)) for each in of.anchors], mark,
        of.code in given.marks and mark is None, given.reasons.get(of.code, ""),
        wrong.get((of.code, "mark"), ""), wrong.get((of.code, "words"), ""),
    )  # fmt: skip


def file(reading: Any) -> dict[str, Any]:
    """What was filed at the stage that is read: the answers of its form and its crew, nothing of the company."""
    filing = latest_filing(reading.application_id, reading.draw.stage)
    return frozen(loads(filing.snapshot), reading.application) if filing else {"answers": {}, "form": None}


def frame(reading: Any, now: datetime) -> dict[str, Any]:
    """What every page of a reading is given: whose turn it is, until when, how far it is."""
    days = queries.calendars()
    terms, of, due = queries.terms(reading), reading.application, queries.due(reading, days)
    where, stage = queries.where(reading), terms.stage(reading.draw.stage)
    programme = reading.draw.version.call.programme
    late = ""
    if due and where in (Stands.BEGUN, Stands.NOT_BEGUN):
        late = left(days(programme), end_of(due, terms.zone), terms.zone, now)
    return {
        "reading": reading, "application": of, "title": title(of), "call_name": said(terms.name),
        "stage": said(stage.name) if stage else "", "kind": kind_of(of, terms), "spoken": tongues(of.values),
        "minutes": minutes(of.values), "where": where, "sign": SIGNS[where], "due": due, "left": late,
        "invented": terms.invented, "least": SHORTEST, "most": LONGEST,
        "withdrawn": where == Stands.WITHDRAWN or of.state in queries.GONE,
    }  # fmt: skip
