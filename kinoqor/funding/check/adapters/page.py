"""The files of the desk in rows, and one file with all that was found, judged and written about it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.adapters.page import address_of, kind_of, title, wall
from kinoqor.funding.application.queries import form_of
from kinoqor.funding.application.words import COMPANY, CREW, ESTIMATE, FILM
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.call.words import Terms
from kinoqor.funding.check.models import Notice
from kinoqor.funding.check.queries import File, notices_of, refusals_of, where
from kinoqor.funding.check.rules import working_days_left
from kinoqor.funding.check.words import SIGNS, Stands
from kinoqor.funding.filing.queries import filings_of
from kinoqor.funding.finding.rules import Finding
from kinoqor.funding.finding.words import SIGNS as FOUND
from kinoqor.funding.likeness.queries import Like, seen
from kinoqor.funding.likeness.rules import script_notes
from kinoqor.funding.likeness.words import Why
from kinoqor.funding.programme.queries import calendar
from kinoqor.kit.calendar import SECOND, Calendar, UnknownYear
from kinoqor.kit.question import said
from kinoqor.ledger.file.queries import versions_of
from kinoqor.ui.parts import Fact, Note, Row
from kinoqor.ui.templatetags.ui import day

SHOWN = 6  # files like one, on its page


class Days:
    """The calendars of the programmes on one page, each read once."""

    def __init__(self) -> None:
        self.of = lru_cache(maxsize=None)(self._read)

    def _read(self, programme: Any) -> Calendar:
        return calendar(programme)


def left(calendar_: Calendar, shuts: datetime, zone: str, now: datetime) -> str:
    """How long a term still runs, or since when it is over, in working days and in words."""
    last = timezone.localdate(shuts, ZoneInfo(zone)) - timedelta(days=1)
    try:
        days = working_days_left(calendar_, last, timezone.localdate(now, ZoneInfo(zone)))
    except UnknownYear:
        return (
            _("until %(day)s") % {"day": day(last)}
            if now < shuts
            else _("since %(day)s") % {"day": day(last)}
        )
    if now >= shuts:
        late = max(-days, 1)
        return ngettext("%(n)s working day late", "%(n)s working days late", late) % {"n": late}
    if days == 0:
        return _("ends today")
    return ngettext("%(n)s working day left", "%(n)s working days left", days) % {"n": days}


class Shared(Days):
    """What the rows of one page share, each made once: calendars, days in words, what calls and kinds are called."""

    def __init__(self) -> None:
        super().__init__()
        self.day = lru_cache(maxsize=None)(day)
        self._called: dict[tuple[str, str, str], tuple[str, str, str]] = {}

    def called(self, application: Any) -> tuple[str, str, str]:
        """(call, stream and kind, time zone) of a file."""
        key = (application.version.digest, application.stream, application.kind)
        if key not in self._called:
            terms = terms_of(application.version)
            self._called[key] = (said(terms.name), kind_of(application, terms), terms.zone)
        return self._called[key]


def rows(applications: Iterable[Any], now: datetime) -> list[Row]:
    """The files of a page, each with where it stands and until when."""
    shared = Shared()
    return [_row(each, now, shared) for each in applications]


def _row(application: Any, now: datetime, shared: Shared) -> Row:
    (call, kind, zone), held = shared.called(application), where(application, now)
    notes = [Note(held.label, SIGNS[held])]
    if held in (Stands.OVERDUE, Stands.REPAIR) and application.until:
        programme = shared.of(application.version.call.programme)
        notes.append(Note(left(programme, application.until, zone, now)))
    more = [Note(application.organisation.name), Note(kind), Note(call), Note(f"№ {application.pk}")]
    filed = timezone.localtime(application.filed_at, ZoneInfo(zone))
    return Row(
        title(application),
        f"{shared.day(filed.date())}, {filed:%H:%M}",
        reverse("check", args=[application.pk]),
        more,
        notes,
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A finding of the machine as it is shown: its sign, its sentence, its clause, where it leads."""

    sign: str
    said: str
    clause: str
    place: str


def shown(findings: Sequence[Finding], places: dict[str, str]) -> list[Found]:
    """Findings with the names of their places."""
    return [Found(FOUND[one.found], str(one.said), one.clause, places.get(one.place, "")) for one in findings]


def places_of(of: File) -> dict[str, str]:
    """Every place of a file that a notice can name, with what it is called."""
    found = {FILM: _("Stream and kind"), CREW: _("Who makes the film")}
    for group in form_of(of.application).groups:
        if group.repeats:
            found[group.code] = said(group.name)
        else:
            found |= {one.code: f"{said(group.name)}: {said(one.label)}" for one in group.questions}
    for paper in of.stage.papers if of.stage else ():
        found[f"file:{paper.code}"] = _("Paper: %(paper)s") % {"paper": said(paper.name)}
    return found | {ESTIMATE: _("Estimate, financing, schedule"), COMPANY: _("Company file")}


@dataclass(frozen=True, slots=True)
class Mend:
    """A point of a notice as its reader sees it: what, what is wrong, by which clause, where it is changed."""

    text: str
    said: str
    words: str
    clause: str
    place: str
    url: str


def mends(of: File, notice: Notice, places: dict[str, str]) -> list[Mend]:
    """The points of a notice in the language of the page, each with the address of its place."""
    return [
        Mend(
            said(point["text"]), said(point["said"]), point["words"], said(point["clause"]),
            places.get(point["place"], point["place"]), address_of(of.application, point["place"]),
        )
        for point in notice.points
    ]  # fmt: skip


def last_second(shuts: datetime | None, terms: Terms) -> str:
    """The last second of a term that counts, by the wall clock of the call."""
    return wall(shuts - SECOND, terms) if shuts else ""


def due(of: File, now: datetime) -> str:
    """How long the term for repair that counts now still runs, in words."""
    if of.shuts is None:
        return ""
    return left(calendar(of.application.version.call.programme), of.shuts, of.terms.zone, now)


@dataclass(frozen=True, slots=True)
class Happened:
    """One line of a file's story: when, what, in whose words, with its sign."""

    at: datetime
    what: str
    words: str = ""
    sign: str = ""


def story(of: File) -> list[Happened]:
    """What has happened to a file: filings, notices, refusals, the newest first."""
    number = of.application.pk
    found = [
        Happened(each.at, _("Filed as No. %(number)s") % {"number": each.called}, each.digest, "good")
        for each in filings_of(number)
    ]
    for each in notices_of(number):
        found.append(
            Happened(each.deed.at, _("Notice of faults, until %(day)s") % {"day": day(each.day)}, "", "open")
        )
        if each.ran_out:
            found.append(Happened(each.ran_out.at, _("The term for repair ran out"), "", "late"))
    for one in refusals_of(number):
        called = _("Refused: %(ground)s") % {"ground": said(one.called)}
        found.append(Happened(one.deed.at, called, one.words, "refused"))
        if one.lifted:
            found.append(
                Happened(one.lifted.at, _("The refusal was taken back after a complaint"), "", "lifted")
            )
    return sorted(found, key=lambda one: one.at, reverse=True)


def facts(of: File) -> list[Fact]:
    """The file in short."""
    application, filing = of.application, of.filing
    at = timezone.localtime(filing.at, ZoneInfo(of.terms.zone))
    return [
        Fact(_("Company"), application.organisation.name),
        Fact(_("Call"), said(of.terms.name), reverse("call", args=[application.version.call.ref])),
        Fact(_("Stage"), said(of.stage_name)),
        Fact(_("Stream and kind"), kind_of(application, of.terms)),
        Fact(_("Filed"), f"{day(at)}, {at:%H:%M:%S}"),
        Fact(_("Receipt"), filing.called),
    ]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was filed: for what, its name, where it is read, what else is known."""

    slot: str
    name: str
    url: str
    note: str


def papers(of: File) -> list[Paper]:
    """The papers of the filing, each by what it is for."""
    kept = {(each.slot, each.digest): each for each in versions_of(of.application.name)}
    found = []
    for slot, name, digest, size in of.filing.files:
        paper, file = of.stage.paper(slot) if of.stage else None, kept.get((slot, digest))
        url = reverse("file", args=[file.pk]) if file else ""
        note = [filesizeformat(size), *([file.scanned] if file else [])]
        found.append(Paper(said(paper.name) if paper else slot, name, url, ", ".join(note)))
    return found


def reasons(of: File) -> list[tuple[str, str]]:
    """The codes by which the call lets a file be refused, each in words and with its clause."""
    clauses = {each.code: f" ({each.clause})" if each.clause else "" for each in of.terms.reasons}
    return [(each.code, said(each.name) + clauses[each.code]) for each in of.terms.reasons]


def likes(of: File, who: Who) -> tuple[list[Row], list[str]]:
    """The files open to a reader that look most like this one, each with why, and what to know of scripts that were
    not compared.
    """
    found = seen(of.application, SHOWN, who)
    return [_like(each) for each in found.likes], script_notes(found.scripts)


def _like(found: Like) -> Row:
    said_once = dict.fromkeys(_alike(why) for why in found.why)
    notes = [Note(found.other.organisation.name), *[Note(why) for why in said_once]]
    return Row(title(found.other), "", reverse("check", args=[found.other.pk]), notes)


def _alike(why: Why) -> str:
    return f"{why.sign.label}, {round(100 * why.share)}%" if why.share < 1 else str(why.sign.label)
