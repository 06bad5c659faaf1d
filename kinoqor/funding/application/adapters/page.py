"""What every page of an application is given: its title, its tasks, its clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application import queries
from kinoqor.funding.application.adapters.points import points_of
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.rules import OpenPoint, Repair
from kinoqor.funding.application.words import (
    COMPANY,
    CREW,
    ESTIMATE,
    FILE,
    FILES,
    FILM,
    FLOW,
    REPAIRED,
    SIGNS,
    WRITTEN,
)  # fmt: skip
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.hand.rules import allows
from kinoqor.funding.hand.words import Right
from kinoqor.kit.question import Form, said
from kinoqor.kit.question.when import group_asked
from kinoqor.ui.pack import language
from kinoqor.ui.parts import Note, Row, Said
from kinoqor.ui.templatetags.ui import day

PAGES = {
    FILM: "application-film", CREW: "application-crew", FILES: "application-files", ESTIMATE: "estimate",
    COMPANY: "company-file",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Task:
    """A part of an application: where it is written, how it stands in a sign and a few words."""

    code: str
    label: str
    url: str
    sign: str
    note: str
    current: bool = False


def frame(application: Application, who: Who, now: datetime, part: str = "") -> dict[str, Any]:
    """The context that all pages of an application share."""
    terms = terms_of(queries.version_now(application))
    form = queries.form_of(application)
    points = points_of(application, now)
    right = queries.right_of(who, application.pk)
    repair = Repair.read(application.repair)
    stage = terms.stage(application.stage)
    listed = tasks(application, terms, form, points, part)
    return {
        "application": application, "terms": terms, "form_of": form, "points": points, "repair": repair,
        "title": title(application), "call_name": said(terms.name), "stage": said(stage.name) if stage else "",
        "tasks": listed, "done": sum(task.sign == "good" for task in listed), "invented": terms.invented,
        "state": FLOW.called(application.state, officer=not right), "sign": SIGNS[application.state],
        "writes": allows(right, Right.EDIT) and application.state in WRITTEN | REPAIRED,
        "files": allows(right, Right.FILE), "right": right, "closes": closes(application, terms), "now": wall(now, terms),
        "clock": f"{local(now, terms):%Y-%m-%dT%H:%M:%S}", "heading": "",
        "asides": queries.asides_of(application.pk).count() if right else 0,
    }  # fmt: skip


def title(application: Application) -> Said:
    """The title of the film in the language of the page, or the one that there is, or that there is none yet."""
    found = application.titles
    own = found.get(language())
    if own:
        return Said(own)
    lang = next(iter(found), "")
    return Said(found[lang], lang) if lang else Said(_("A film without a title yet"))


def tasks(
    application: Application, terms: Terms, form: Form, points: Sequence[OpenPoint], part: str = ""
) -> list[Task]:
    """The parts of an application in their order, each with how it stands; a group that is not asked is none."""
    repair = Repair.read(application.repair) if application.state in REPAIRED else None
    found = [_task(application, FILM, _("Stream and kind"), (), repair, part, kind_of(application, terms))]
    for group in form.groups:
        if not group_asked(form, group, application.values):
            continue
        open_here = [point for point in points if point.part == group.code]
        begun = _answered(application, group.code, [one.code for one in group.questions])
        found.append(_task(application, group.code, said(group.name), open_here, repair, part, "", begun))
    for code, label in _beside(application, terms):
        open_here = [point for point in points if point.part == code]
        begun = (
            bool(application.crew)
            if code == CREW
            else code != FILES or bool(queries.files_filed(application))
        )
        found.append(_task(application, code, label, open_here, repair, part, "", begun))
    return [task for task in found if task.url]


def _beside(application: Application, terms: Terms) -> Iterable[tuple[str, str]]:
    yield CREW, _("Who makes the film")
    if queries.asks_estimate(application, terms):
        yield ESTIMATE, _("Estimate, financing, schedule")
    stage = terms.stage(application.stage)
    if stage and stage.papers:
        yield FILES, _("Papers")
    yield COMPANY, _("Company file")


def _task(
    application: Application, code: str, label: str, points: Sequence[OpenPoint], repair: Repair | None, part: str,
    note: str = "", begun: bool = True,
) -> Task:  # fmt: skip
    named = repair is not None and any(_part_of(application, place) == code for place in repair.places)
    sign = "late" if named else "waiting" if points and begun else "good" if begun and not points else "open"
    if named:
        note = _("the notice names it")
    elif points:
        note = ngettext("%(n)s point open", "%(n)s points open", len(points)) % {"n": len(points)}
    elif not begun:
        note = _("not begun")
    return Task(code, label, address(application, code), sign, note, code == part)


def _answered(application: Application, group: str, questions: Iterable[str]) -> bool:
    return any(application.values.get(code) not in (None, "", []) for code in (group, *questions))


def address(application: Application, part: str) -> str:
    """Where a part of an application is written; empty where this house has no such page."""
    if part not in PAGES:
        return reverse("application-part", args=[application.pk, part])
    try:
        return reverse(PAGES[part], args=[] if part == COMPANY else [application.pk])
    except NoReverseMatch:
        return ""


def place_address(application: Application, point: OpenPoint) -> str:
    """The address of the very field of an open point."""
    return f"{address(application, point.part)}#{point.place.replace(':', '.')}"


def address_of(application: Application, place: str) -> str:
    """The address of a place that a notice names: a question, a part, a paper."""
    part = _part_of(application, place)
    return f"{address(application, part)}#{place.replace(':', '.')}" if part else ""


def _part_of(application: Application, place: str) -> str:
    """The part in which a place that a notice names is written; empty where the form has none."""
    part = FILES if place.startswith(FILE) else place
    if part in PAGES:
        return part
    home = queries.form_of(application).home(place)
    group = queries.form_of(application).group(place)
    return home[0].code if home else group.code if group else ""


def label_of(application: Application, place: str) -> str:
    """What a place that a notice names is called."""
    terms, form = terms_of(application.version), queries.form_of(application)
    if place.startswith(FILE):
        stage = terms.stage(application.stage)
        paper = stage.paper(place.removeprefix(FILE)) if stage else None
        return said(paper.name) if paper else place
    question, group = form.question(place), form.group(place)
    named = dict(_beside(application, terms)) | {FILM: _("Stream and kind")}
    return said(question.label) if question else said(group.name) if group else str(named.get(place, place))


def kind_of(application: Application, terms: Terms) -> str:
    """Its stream and kind in words."""
    stream, kind = terms.stream(application.stream), terms.kind(application.kind)
    return ", ".join(said(each.name) for each in (stream, kind) if each)


def closes(application: Application, terms: Terms) -> str:
    """Until when it can be filed, by the wall clock of the call; empty where nothing ends."""
    if application.state in REPAIRED:
        until = Repair.read(application.repair).until
        return wall(until - timedelta(seconds=1), terms) if until else ""  # its last second that counts
    stage = terms.stage(application.stage)
    if application.state in WRITTEN and stage and stage.window:
        return f"{day(stage.window.last)}, {stage.window.last:%H:%M:%S}"
    return ""


def local(moment: datetime, terms: Terms) -> datetime:
    """A moment by the wall clock of the call."""
    return moment.astimezone(ZoneInfo(terms.zone) if terms.zone else timezone.get_default_timezone())


def wall(moment: datetime, terms: Terms) -> str:
    """A moment by the wall clock of the call, in words and to the second."""
    here = local(moment, terms)
    return f"{day(here.date())}, {here:%H:%M:%S}"


def application_row(one: Application) -> Row:
    """An application in a list: its film, its call, how it stands."""
    terms = terms_of(one.version)
    notes = [Note(FLOW.called(one.state, officer=False), SIGNS[one.state])]
    ends = closes(one, terms)
    if ends:
        notes.append(Note(_("until %(moment)s") % {"moment": ends}))
    more = [Note(said(terms.name)), Note(one.organisation.name)]
    return Row(title(one), f"{one.pk:06d}", reverse("application", args=[one.pk]), more, notes)
