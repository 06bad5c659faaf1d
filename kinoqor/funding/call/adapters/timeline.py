"""The timeline of a call: what was planned, what happened, and what is overdue."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from kinoqor.funding.call.adapters import spoken
from kinoqor.funding.call.words import Stage, Step, Terms
from kinoqor.kit.moment import Moment
from kinoqor.ui.drawing import Stop, Three, steps
from kinoqor.ui.drawing.steps import DONE, LATE, NOW, PLANNED

SIGNS = {DONE: "good", NOW: "waiting", LATE: "late", PLANNED: "open"}


@dataclass(frozen=True, slots=True)
class Line:
    """A step in words: its day for the order, its plan beside what happened, and how it stands."""

    at: date
    name: str
    planned: str
    actual: str
    state: str
    short: str = ""

    @property
    def sign(self) -> str:
        """The sign of its state."""
        return SIGNS[self.state]

    @property
    def word(self) -> str:
        """Its state in a word."""
        return {
            DONE: _("done"), NOW: _("now"), LATE: _("overdue: no day is noted yet"), PLANNED: _("planned")
        }[self.state]  # fmt: skip

    @property
    def when(self) -> str:
        """When it was, or is planned."""
        return self.actual or self.planned


def lines(terms: Terms, happened: Mapping[str, Any], now: datetime) -> list[Line]:
    """Every stage and step that has a day, in order."""
    today = spoken.local(now, terms.zone)
    found = [_stage(stage, now) for stage in terms.stages if stage.window]
    found += [_step(step, happened.get(step.code), today) for step in terms.dates if _has_day(step, happened)]
    return sorted(found, key=lambda line: line.at)


def drawn(found: list[Line], terms: Terms, now: datetime) -> Three | None:
    """The drawing of a timeline; nothing for a single step, which needs none."""
    if len(found) < 2:
        return None
    stops = [Stop(line.at, line.name, line.short or line.when, line.state) for line in found]
    said = _("Timeline of the call: %(steps)s") % {
        "steps": "; ".join(f"{line.when}: {line.name} ({line.word})" for line in found)
    }
    return steps(stops, spoken.local(now, terms.zone), _("today"), said)


def _has_day(step: Step, happened: Mapping[str, Any]) -> bool:
    return bool(step.planned or step.actual or step.code in happened)


def _stage(stage: Stage, now: datetime) -> Line:
    window = stage.window
    assert window is not None
    state = NOW if window.holds(now) else DONE if window.over(now) else PLANNED
    when = f"{spoken.day(window.first.date())} – {spoken.wall(window.last)}"
    short = f"{spoken.day(window.first.date())} – {spoken.day(window.last.date())}"
    name = _("%(stage)s: applications") % {"stage": spoken.told(stage.name)}
    planned, actual = ("", when) if state == DONE else (when, "")
    return Line(window.first.date(), name, planned, actual, state, short)


def _step(step: Step, noted: Any, today: date) -> Line:
    planned = spoken.span(step.planned, step.planned_until) if step.planned else ""
    actual = spoken.span(step.actual, step.actual_until) if step.actual else ""
    at = (step.actual or step.planned or Moment(today.year)).first_day
    if noted:
        at = noted.day
        actual = spoken.day(noted.day) + (f" – {spoken.day(noted.until)}" if noted.until else "")
    last = _last_day(step.planned_until or step.planned)
    state = DONE if actual else LATE if last and last < today else PLANNED
    return Line(at, spoken.told(step.name), planned, actual, state)


def _last_day(moment: Moment | None) -> date | None:
    """The last day that a date can mean, so that nothing is overdue before it."""
    if moment is None or moment.day:
        return moment.first_day if moment else None
    return date(moment.year, moment.month or 12, 28)
