"""Questions to the reasons: of which applicants, how far, what was said, whose names must not stand in them."""

import csv
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.funding.application.models import Application
from kinoqor.funding.programme.queries import calendar
from kinoqor.judging.assignment.models import Reading
from kinoqor.judging.feedback import rules
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.feedback.words import Kind, Piece, Stand, Watch
from kinoqor.judging.panel.models import Member
from kinoqor.judging.review.models import Opening, Review
from kinoqor.judging.score.queries import Round, reviews, shut_numbers

NOTICED = "funding/noticed.csv"


@cache
def stems() -> tuple[tuple[Kind, str], ...]:
    """The words of the country that insult, or that give away who wrote, with what they are; it may have none."""
    path = Path(settings.PACK) / NOTICED
    if not path.exists():
        return ()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple((Kind(row["kind"]), row["stem"]) for row in csv.DictReader(file))


def stand(of: Feedback) -> Stand:
    """How far the reasons of an applicant are."""
    return Stand.SENT if of.sent_id else Stand.CHECKED if of.checked_id else Stand.GATHERED


def pieces(of: Feedback) -> list[Piece]:
    """The pieces as plain values."""
    return [Piece(**each) for each in of.pieces]


def kept(some: list[Piece]) -> list[dict[str, Any]]:
    """Plain values as they are kept."""
    return [asdict(each) for each in some]


def all_of(opening: Opening) -> QuerySet[Feedback]:
    """Everything that was gathered after an opening, in the order of the applications."""
    joined = ("application__film", "application__organisation", "sent", "checked", "made")
    found = Feedback.objects.filter(opening=opening).select_related(*joined)
    return found.order_by("application_id")


def visible_to(who: Who, of: Round) -> QuerySet[Feedback]:
    """What an officer may see of a round: nothing of a file that is shut to them."""
    if of.opening is None:
        return Feedback.objects.none()
    return all_of(of.opening).exclude(application__in=shut_numbers(who))


def one(opening: Opening, application: int) -> Feedback | None:
    """The reasons of one applicant."""
    return all_of(opening).filter(application=application).first()


def sent_to(application: int) -> Feedback | None:
    """What an applicant was sent last."""
    joined = ("opening__version__call__programme", "opening__deed", "sent", "application__film")
    found = Feedback.objects.filter(application=application).exclude(sent=None).select_related(*joined)
    return found.order_by("-pk").first()


def sent_on(application: int) -> datetime | None:
    """When an applicant was sent reasons last; None where they have none."""
    found = Feedback.objects.filter(application=application).exclude(sent=None)
    return found.order_by("-pk").values_list("sent__at", flat=True).first()


def to_gather(opening: Opening, but: list[int] | None = None) -> list[Application]:
    """The applications that were reviewed and whose reasons nobody has gathered yet, without those of these numbers."""
    reviewed = reviews(opening).order_by().values("reading__application")
    found = Application.objects.filter(pk__in=reviewed)
    return list(found.exclude(feedback__opening=opening).exclude(pk__in=but or []).order_by("pk"))


def told(opening: Opening, application: int) -> list[Review]:
    """The reviews of one application that count, in the order that was drawn for them."""
    found = {one.pk: one for one in reviews(opening).filter(reading__application=application)}
    drawn = rules.order({pk: each.salt for pk, each in found.items()}, application)
    return sorted(found.values(), key=lambda each: drawn[each.pk])


def watch(opening: Opening, application: Application) -> Watch:
    """What is looked for in the reasons of an application: whoever reads or sits, its crew, the country's words."""
    of_stage = Reading.objects.filter(draw__version__call=opening.version.call_id, draw__stage=opening.stage)
    readers = of_stage.values_list("user__name", flat=True).distinct()
    body = Member.objects.filter(body__in=of_stage.values("draw__body")).values_list(
        "seat__user__name", flat=True
    )
    crew = [str(each.get("name", "")) for each in application.crew]
    names = dict.fromkeys(name for name in (*readers.order_by(), *body, *crew) if name)
    return Watch(tuple(names), stems())


def due(of: Round) -> date | None:
    """Until which day the reasons of a round go out."""
    if of.opening is None:
        return None
    opened = timezone.localdate(of.opening.deed.at, ZoneInfo(of.terms.zone))
    return rules.due(calendar(of.version.call.programme), opened, of.manner.feedback.days)


def marked(some: list[Review]) -> list[str]:
    """The criteria on which at least one reader gave a mark."""
    found: Mapping[str, None] = dict.fromkeys(
        code for each in some for code, mark in each.marks.items() if mark is not None
    )
    return list(found)
