"""Rounds and draws as their pages show them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.application.queries import holder
from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.conflict.rules import loads_seen
from kinoqor.judging.assignment import queries
from kinoqor.judging.assignment.models import Draw
from kinoqor.judging.assignment.words import NUMBERS, SIGNS, Standing
from kinoqor.kit.question import said
from kinoqor.ui import chart
from kinoqor.ui.drawing.scale import Three
from kinoqor.ui.parts import Fact, Link, Note, Row, Said
from kinoqor.ui.templatetags.ui import day

S = Standing


def address(name: str, *args: Any) -> str:
    """The address of a page of another room; empty where the house has none."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def at(when: datetime | None, terms: Terms) -> str:
    """A moment by the wall clock of the call."""
    return spoken.wall(timezone.localtime(when, ZoneInfo(terms.zone))) if when else ""


def stage_name(terms: Terms, stage: str) -> str:
    """A stage in the language of the page."""
    found = terms.stage(stage)
    return said(found.name) if found else stage


def round_rows(found: Iterable[tuple[str, str, Terms]]) -> list[Row]:
    """The stages that are judged, each with how many readers a file has."""
    rows = []
    for ref, stage, terms in found:
        manner = terms.manner(stage)
        count = manner.readers if manner else 0
        words = ngettext("%(n)s expert reads each file", "%(n)s experts read each file", count) % {"n": count}
        more = [Note(capfirst(stage_name(terms, stage))), Note(words)]
        rows.append(Row(said(terms.name), "", reverse("round", args=[ref, stage]), more))
    return rows


def draw_row(of: Draw, terms: Terms) -> Row:
    """A draw among those of its round."""
    notes = [Note(Standing(of.standing).label, SIGNS[of.standing])]
    phase = _("second reading") if of.phase > 1 else _("first reading")
    what = _("Draw %(number)s: %(body)s") % {"number": of.pk, "body": said(of.body.name)}
    return Row(what, "", reverse("draw", args=[of.pk]), [Note(phase), Note(at(of.made.at, terms))], notes)


@dataclass(frozen=True, slots=True)
class Round:
    """How far a round is: files, those still in the check, draws, readings with those handed in, openings, reasons."""

    ref: str
    stage: str
    terms: Terms
    files: int
    waiting: int
    draws: Sequence[Draw]
    given: int
    handed: int
    opened: int
    told: int


def round_of(ref: str, stage: str, terms: Terms, who: Who) -> Round:
    """A round as somebody may know it: what is shut to them is not counted."""
    hidden = queries.hidden_from(who)
    draws = list(queries.draws_of(ref, stage))
    rows = queries.standing_in(ref, stage).filter(draw__standing=S.RELEASED).exclude(application__in=hidden)
    return Round(
        ref, stage, terms, queries.came_in(ref, stage).exclude(pk__in=hidden).count(),
        queries.waiting(ref, stage).exclude(pk__in=hidden).count(), draws, rows.count(),
        rows.filter(review__handed__isnull=False).count(), queries.opened(ref, stage),
        queries.told(ref, stage, hidden),
    )  # fmt: skip


def steps(of: Round) -> list[Row]:
    """The round as a line of steps, each with how it stands and where it is done."""
    here = [each for each in of.draws if each.standing != S.CANCELLED]
    frozen = [each for each in here if each.standing != S.PREPARED]
    drawn = [each for each in frozen if each.standing != S.FROZEN]
    released = [each for each in drawn if each.standing == S.RELEASED]
    files = ngettext("%(n)s file", "%(n)s files", of.files) % {"n": of.files}
    wait = ngettext("%(n)s in the check", "%(n)s in the check", of.waiting) % {"n": of.waiting}
    read = _("%(handed)s of %(given)s reviews are in") % {"handed": of.handed, "given": of.given}
    args = (of.ref, of.stage)
    one = reverse("draw", args=[here[0].pk]) if here else ""
    found = [
        _step(_("The files are admitted"), bool(of.files and not of.waiting), f"{files}, {wait}", address("checks")),
        _step(_("The members are appointed"), bool(here), "", address("desk-panels")),
        _step(_("Conflicts of interest are looked for and decided"), bool(frozen), "", address("conflicts-round", *args)),
        _step(_("The lists are frozen and a public number is named"), bool(frozen), "", one),
        _step(_("The readers are drawn"), bool(drawn), "", one),
        _step(_("The readers see their files"), bool(released), "", one),
        _step(
            _("The files are read"), bool(of.given) and of.handed == of.given, read if of.given else "",
            address("round-reviews", *args),
        ),
        _step(_("All reviews are opened together"), bool(of.opened), "", address("round-reviews", *args)),
        _step(_("The scores are reckoned"), bool(of.opened), "", address("scores", *args) if of.opened else ""),
        _step(_("The applicants are given reasons"), bool(of.told), "", address("feedback", *args) if of.opened else ""),
    ]  # fmt: skip
    return [replace(row, when=str(place)) for place, row in enumerate(found, 1)]


def _step(name: str, done: bool, note: str, to: str) -> Row:
    notes = [Note(_("done"), "good") if done else Note(_("still to be done"), "waiting")]
    return Row(name, "", to, [Note(note)] if note else [], notes)


def next_step(of: Round) -> Row | None:
    """The step after the last one that is done."""
    found = steps(of)
    done = max((at for at, row in enumerate(found) if row.notes[0].sign == "good"), default=-1)
    return next((row for row in found[done + 1 :]), None)


def told_day(text: str) -> str:
    """A day that was written as 2026-12-01, in the words of the page; anything else as it was written."""
    try:
        return str(day(date.fromisoformat(text)))
    except ValueError:
        return text


def sources(of: Draw) -> list[str]:
    """The sources of the numbers that decide, each with its day, in the language of the page."""
    found = []
    for each in of.announced:
        name = each["name"] if isinstance(each["name"], str) else said(each["name"])
        found.append(f"{name}, {told_day(each['day'])}".strip(", "))
    return found


def facts(of: Draw, terms: Terms) -> list[Fact]:
    """What a draw is and where its chance comes from."""
    manner = terms.manner(of.stage)
    found = [
        Fact(_("Where it stands"), Standing(of.standing).label, sign=SIGNS[of.standing]),
        Fact(_("Whose members read"), said(of.body.name), address("panel", of.body.ref)),
    ]
    if manner:
        found += [
            Fact(_("More experts for a film at the line"), str(manner.second.more))
            if of.phase > 1
            else Fact(_("Experts for each file"), str(manner.readers)),
            Fact(_("Highest chance of a pair"), f"{manner.cap} %"),
        ]
    if of.frozen_by:
        found.append(Fact(_("Lists frozen"), at(of.frozen_by.at, terms)))
    if of.source == NUMBERS:
        named = [Link(each) for each in sources(of)]
        found.append(
            Fact(_("Numbers that decide"), links=named) if named else Fact(_("Numbers that decide"), "–")
        )
    elif of.beacon:
        round_ = _("round %(number)s of drand quicknet") % {"number": of.beacon}
        found += [Fact(_("The public number"), round_), Fact(_("Known from"), at(of.due, terms))]
    if of.drawn_by:
        found.append(Fact(_("Drawn"), at(of.drawn_by.at, terms)))
    if of.cancelled_by:
        found.append(Fact(_("Cancelled"), of.cancelled_by.why, sign="refused"))
    return found


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file with who reads it: (number of the reading, name, fit, how it came)."""

    number: int
    title: Said
    url: str
    readers: list[tuple[int, str, int, str]]
    short: bool


def file_rows(numbers: Sequence[int], of: Draw, reads: int) -> list[FileRow]:
    """The files of a page with their readers; `short` marks one that has fewer than it needs."""
    rows = []
    for each in queries.with_readings(numbers, of.pk):
        readers = [(one.pk, one.user.name, one.fit, _came(one)) for one in each.drawn]  # type: ignore[attr-defined]
        few = of.phase == 1 and len(readers) < reads
        rows.append(FileRow(each.pk, title(each), address("check", each.pk), readers, few))
    return rows


def _came(reading: Any) -> str:
    if reading.instead_id:
        return _("stand-in")
    return "" if reading.units else _("by hand")


@dataclass(frozen=True, slots=True)
class Loads:
    """How many files each reader has, as a chart of how many have so many, and as a table; `withheld`: not of all."""

    three: Three | None
    finding: str
    rows: list[tuple[str, int]]
    withheld: bool


def loads(of: Draw, hidden: set[int]) -> Loads:
    """The loads of a draw. In a stream with a file that is shut to the reader of the page none is counted."""
    streams = {holder(number): stream for number, stream in queries.streams_of(of.pk)}
    seen = loads_seen([holder(each) for each in hidden], streams)
    rows = queries.loads(of.pk, None if len(seen) == len(set(streams.values())) else seen)
    if not rows:
        return Loads(None, "", [], len(seen) < len(set(streams.values())))
    spread: dict[int, int] = {}
    for _name, count in rows:
        spread[count] = spread.get(count, 0) + 1
    finding = _("Each of %(readers)s experts reads between %(least)s and %(most)s files") % {
        "readers": len(rows), "least": min(spread), "most": max(spread),
    }  # fmt: skip
    bars = [
        (
            ngettext("%(n)s file", "%(n)s files", count) % {"n": count},
            float(spread[count]),
            str(spread[count]),
        )
        for count in sorted(spread)
    ]
    return Loads(chart.bar_chart(bars, said=finding), finding, rows, len(seen) < len(set(streams.values())))


def trouble(of: Draw, hidden: set[int]) -> tuple[str, list[str], list[str]]:
    """Why there is no plan, in the language of the page; and the films and experts of the narrow place, which are not
    named to whom one of those files is shut.
    """
    if not of.trouble:
        return "", [], []
    words = said(json.loads(of.trouble))
    files = [int(each) for each in of.progress.get("files", [])]
    if hidden & set(files):
        return words, [], []
    named = queries.applications_by(files)
    titles = [f"{title(named[each])} (№ {each})" for each in files if each in named]
    return words, titles, queries.names_of(of.progress.get("members", []))


def files_to_give(of: Draw, hidden: set[int]) -> list[tuple[int, str]]:
    """The files of a draw by title and number, without those that are shut to whoever looks."""
    named = queries.applications_by(queries.drawn_files(of, hidden))
    called = [(number, f"{title(each)} (№ {number})") for number, each in named.items()]
    return sorted(called, key=lambda each: each[1])


def further(of: Draw, hidden: set[int]) -> list[tuple[int, Said]]:
    """The films that get more readers in a second phase, without those that are shut to whoever looks."""
    named = queries.applications_by(each for each in of.further or () if each not in hidden)
    return [(number, title(named[number])) for number in sorted(named)]


def shown(of: Draw) -> dict[str, Any]:
    """What the head of every page of a draw is given."""
    terms = terms_of(of.version)
    return {
        "draw": of, "terms": terms, "call": said(terms.name), "stage": stage_name(terms, of.stage),
        "phase": of.phase, "invented": terms.invented, "sign": SIGNS[of.standing],
    }  # fmt: skip


def change_rows(found: Iterable[Any], terms: Terms) -> list[Row]:
    """The readings that came or ended after the draw, each with its reason."""
    rows = []
    for each in found:
        ended = each.ended is not None
        deed = each.ended if ended else each.given
        word = _("ended") if ended else _("stand-in") if each.instead_id else _("by hand")
        notes = [Note(word, "lifted" if ended else "good"), Note(at(deed.at, terms))]
        more = [Note(each.user.name), *([Note(deed.why)] if deed.why else [])]
        rows.append(Row(title(each.application), "", "", more, notes))
    return rows
