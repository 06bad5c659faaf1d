"""How a stage is read, and the opened reviews of one file side by side, as officers and auditors see them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.adapters.page import kind_of, title
from kinoqor.funding.application.queries import applications
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.check.adapters.page import left
from kinoqor.judging.review import queries, rules
from kinoqor.judging.review.adapters import rounds
from kinoqor.judging.review.words import FILES_A_PAGE
from kinoqor.kit.calendar import end_of
from kinoqor.kit.question import said
from kinoqor.ui.parts import Note, Pick, Row, Said

LATE_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Late:
    """An overdue reading: its number and its draw's, its reader, its file, its due day and how late it is."""

    number: int
    draw: int
    name: str
    title: Said
    application: int
    due: date
    how: str


def overview(who: Who, ref: str, stage: str, phase: int, page: str, now: datetime) -> dict[str, Any]:
    """How far a stage is read in a phase: counts, readers where their loads may be seen, a page of its files."""
    draws = list(queries.draws_of(ref, stage))
    told = terms_of(draws[-1].version)
    phases = sorted({each.phase for each in draws})
    found = queries.readings_of(ref, stage, phase)
    seen, hidden = queries.seen_by(who, found), rounds.hidden_streams(who, found)
    opened = queries.opening(ref, stage, phase)
    files = Paginator(rounds.by_file(seen), FILES_A_PAGE).get_page(page)
    loads = seen.exclude(application__stream__in=hidden) if hidden else seen
    since = rounds.overdue_since(draws, told, now)
    return {
        "ref": ref, "stage_code": stage, "phase": phase, "opened": opened, "page": files,
        "rows": file_rows(list(files.object_list), told, ref, stage, opened is not None), "count": rounds.counted(seen),
        "readers": rounds.by_reader(loads, since), "hidden": bool(hidden),
        "late": late_rows(rounds.overdue(loads, since)[:LATE_SHOWN], now) if opened is None else [],
        "picks": [
            Pick(f"?phase={each}", _("Phase %(n)s") % {"n": each}, None, each == phase) for each in phases
        ] if len(phases) > 1 else [], **named(told, stage),
    }  # fmt: skip


def opening_of(who: Who, ref: str, stage: str, phase: int, now: datetime) -> dict[str, Any]:
    """What the page of an opening shows: counts, the reviews that are missing by name, and whether it may be at all.

    `lacks` is empty where something else forbids it, so that the page says that first.
    """
    of = queries.of_stage(ref, stage, phase)
    told = terms_of(of.version) if of else None
    day = queries.now_day(told, now) if told else now.date()
    found = queries.readings_of(ref, stage, phase)
    plain = rounds.round_of(ref, stage, phase, who.voice, (), day)
    but = rules.may_open(replace(plain, named=plain.lacking))  # but for what is missing
    return {
        "ref": ref, "stage_code": stage, "phase": phase, "count": rounds.counted(queries.seen_by(who, found)),
        "may": but, "lacks": rounds.named_lacking(found) if but else [], **(named(told, stage) if told else {}),
    }  # fmt: skip


def named(told: Terms, stage: str) -> dict[str, Any]:
    """The names of a call and its stage, and whether it is invented."""
    of = told.stage(stage)
    return {
        "call_name": said(told.name), "stage_name": said(of.name) if of else stage, "invented": told.invented,
        "after": told.after,
    }  # fmt: skip


def late_rows(readings: Iterable[Any], now: datetime) -> list[Late]:
    """Overdue readings: whose, of which file, since when; what comes late is still taken until the opening."""
    days, found = queries.calendars(), []
    for each in readings:
        due, zone = queries.due(each, days), queries.terms(each).zone
        if due is not None:
            how = left(days(each.draw.version.call.programme), end_of(due, zone), zone, now)
            found.append(
                Late(
                    each.pk,
                    each.draw_id,
                    each.user.name,
                    title(each.application),
                    each.application_id,
                    due,
                    how,
                )
            )
    return found


def file_rows(counted: Sequence[Any], told: Terms, ref: str, stage: str, opened: bool) -> list[Row]:
    """Files with how many of their reviews are in; each leads to them once they are opened."""
    numbers = [each["application"] for each in counted]
    known = applications().filter(pk__in=numbers).in_bulk()
    found = []
    for each in counted:
        of = known[each["application"]]
        whole = each["handed"] == each["n"]
        how = _("%(handed)s of %(all)s in") % {"handed": each["handed"], "all": each["n"]}
        url = reverse("round-review", args=[ref, stage, of.pk]) if opened and each["handed"] else ""
        notes = [Note(how, "good" if whole else "waiting" if each["handed"] else "open")]
        found.append(Row(title(of), f"№ {of.pk}", url, [Note(kind_of(of, told))], notes))
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """One opened review: its number beside the others, who wrote it, in which phase, its words for the council."""

    number: int
    name: str
    phase: int
    council: str
    language: str
    digest: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one reader says on one criterion: a mark, or that it does not apply, and why."""

    number: int
    name: str
    mark: int | None
    absent: bool
    words: str
    language: str


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion with what each reader says on it."""

    name: str
    scale: str
    cells: list[Cell]


def side_by_side(reviews: Sequence[Any]) -> dict[str, Any]:
    """All opened reviews of a file: a column a review, a line a criterion."""
    told = terms_of(reviews[0].reading.draw.version)
    lines = [
        Line(
            said(one.name),
            f"{one.lowest}–{one.highest}" if one.lowest is not None and one.highest is not None else "",
            [_cell(number, each, one.code) for number, each in enumerate(reviews, 1)],
        )
        for one in told.criteria
    ]
    columns = [
        Column(
            number, each.reading.user.name, each.reading.draw.phase, each.council, each.language, each.digest
        )
        for number, each in enumerate(reviews, 1)
    ]
    of = reviews[0].reading.application
    return {"columns": columns, "lines": lines, "application": of, "title": title(of), "kind": kind_of(of, told)} | named(
        told, reviews[0].reading.draw.stage
    )  # fmt: skip


def _cell(number: int, review: Any, code: str) -> Cell:
    mark = review.marks.get(code)
    absent = code in review.marks and mark is None
    return Cell(number, review.reading.user.name, mark, absent, review.reasons.get(code, ""), review.language)
