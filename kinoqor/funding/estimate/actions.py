"""What is written of an estimate."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kinoqor.funding.estimate.access import NOT_THERE, keeper
from kinoqor.funding.estimate.models import Estimate
from kinoqor.funding.estimate.queries import holder, seen
from kinoqor.funding.estimate.rules import item_kept, may_hold, source_kept, span_kept, unchanged
from kinoqor.funding.estimate.words import Item, Source, Span
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.deed.actions import Doer, Line, deed


@deed(
    "funding.estimate.chapter_saved",
    _("A chapter of an estimate saved"),
    _(
        "%(who)s saved the chapter %(chapter)s of the estimate of application %(application)s; lines: %(lines)s"
    ),
)
def save_chapter(line: Line, number: int, chapter: str, items: Sequence[Item], shown: str) -> None:
    """Write the lines of one chapter in place of those that stood; the others stay. `shown`: what the writer saw."""
    found = _held(line, number)
    require(unchanged(shown, seen(_of_chapter(found, chapter))))
    rest = [each for each in found.lines if each["chapter"] != chapter]
    require(may_hold(len(rest) + len(items), _most(number)))
    found.lines = rest + [item_kept(each) for each in items]
    _save(line, found, "lines")
    line.details.update(application=number, chapter=chapter, lines=len(items))


@deed(
    "funding.estimate.loaded",
    _("An estimate loaded from a table"),
    _("%(who)s loaded the estimate of application %(application)s from a table; lines: %(lines)s"),
)
def load_lines(
    line: Line, number: int, items: Sequence[Item], shown: str, now: datetime | None = None
) -> None:
    """Write all lines in place of those that stood, at a moment (None: now)."""
    found = _held(line, number, now)
    require(unchanged(shown, seen(found.lines)))
    require(may_hold(len(items), _most(number)))
    found.lines = [item_kept(each) for each in items]
    _save(line, found, "lines")
    line.details.update(application=number, lines=len(items))


@deed(
    "funding.estimate.plan_saved",
    _("A financing plan saved"),
    _("%(who)s saved the financing plan of application %(application)s; sources: %(sources)s"),
)
def save_plan(
    line: Line, number: int, plan: Sequence[Source], shown: str, now: datetime | None = None
) -> None:
    """Write the sources of the plan, at a moment (None: now)."""
    found = _held(line, number, now)
    require(unchanged(shown, seen(found.plan)))
    found.plan = [source_kept(each) for each in plan]
    _save(line, found, "plan")
    line.details.update(application=number, sources=len(plan))


@deed(
    "funding.estimate.schedule_saved",
    _("A schedule saved"),
    _("%(who)s saved the schedule of application %(application)s"),
)
def save_schedule(
    line: Line, number: int, spans: Sequence[Span], shown: str, now: datetime | None = None
) -> None:
    """Write when each phase begins and ends, at a moment (None: now)."""
    found = _held(line, number, now)
    require(unchanged(shown, seen(found.schedule)))
    found.schedule = [span_kept(each) for each in spans]
    _save(line, found, "schedule")
    line.details.update(application=number)


def _held(line: Line, number: int, now: datetime | None = None) -> Estimate:
    """The record, held until the deed is done; whoever keeps the application was told and let it be changed."""
    found = keeper()
    if found is None:
        raise Refused(NOT_THERE)
    found.touched(number, Doer(line.deed.voice, line.deed.hat), now)
    Estimate.objects.get_or_create(holder=holder(number), defaults={"changed": line.deed})
    return Estimate.objects.select_for_update().get(holder=holder(number))


def _most(number: int) -> int | None:
    found = keeper()
    return found.norms(number).most_lines if found else None


def _of_chapter(found: Estimate, chapter: str) -> list[dict[str, Any]]:
    return [each for each in found.lines if each["chapter"] == chapter]


def _save(line: Line, found: Estimate, part: str) -> None:
    found.revision += 1
    found.changed = line.deed
    found.save(update_fields=[part, "revision", "changed"])
