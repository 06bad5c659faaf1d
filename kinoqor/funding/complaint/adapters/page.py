"""Complaints in rows, and the points on which a refusal rests."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.check.adapters.page import Days, left
from kinoqor.funding.check.models import Refusal
from kinoqor.funding.complaint.models import Complaint
from kinoqor.funding.complaint.words import SIGNS, Answer
from kinoqor.kit.question import said
from kinoqor.ui.parts import Note, Row
from kinoqor.ui.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class Fault:
    """A point on which a refusal rests, in the language of the page."""

    text: str
    said: str
    words: str
    clause: str


def refused(refusal: Refusal) -> list[Fault]:
    """The points of a refusal."""
    return [
        Fault(said(one["text"]), said(one["said"]), one["words"], said(one["clause"]))
        for one in refusal.points
    ]


def rows(complaints: Iterable[Complaint], now: datetime) -> list[Row]:
    """The complaints of a page, each with its film, its ground, and until when it is answered."""
    days = Days()
    return [_row(each, now, days) for each in complaints]


def to_complain(refusals: Iterable[Refusal], now: datetime) -> list[Row]:
    """Refusals in rows, each with how long one can still complain."""
    days, found = Days(), []
    for refusal in refusals:
        application = refusal.application
        terms = terms_of(application.version)
        notes = (
            [Note(left(days.of(application.version.call.programme), refusal.shuts, terms.zone, now))]
            if refusal.shuts
            else []
        )
        more = [Note(said(refusal.called)), Note(said(terms.name))]
        found.append(Row(title(application), "", reverse("complaint", args=[refusal.pk]), more, notes))
    return found


def _row(complaint: Complaint, now: datetime, days: Days) -> Row:
    refusal = complaint.refusal
    application = refusal.application
    terms = terms_of(application.version)
    notes = [Note(Answer(complaint.answer).label, SIGNS[complaint.answer])]
    if complaint.answer == Answer.OPEN and complaint.shuts:
        notes.append(
            Note(left(days.of(application.version.call.programme), complaint.shuts, terms.zone, now))
        )
    more = [
        Note(application.organisation.name), Note(_("Refused: %(ground)s") % {"ground": said(refusal.called)}),
        Note(f"№ {application.pk}"),
    ]  # fmt: skip
    url = reverse("complaint-answer", args=[complaint.pk])
    return Row(title(application), day(complaint.made.at), url, more, notes)
