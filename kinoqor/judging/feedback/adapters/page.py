"""The reasons in rows for officers, piece by piece with what was noticed, and as the applicant reads them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kinoqor.funding.application.adapters.page import title
from kinoqor.funding.manner.words import Criterion
from kinoqor.judging.feedback import queries
from kinoqor.judging.feedback.models import Feedback
from kinoqor.judging.feedback.rules import by_criterion, findings_of
from kinoqor.judging.feedback.words import SIGNS, Finding, Kind, Piece, Stand, Watch
from kinoqor.judging.review.models import Review
from kinoqor.kit.question import said
from kinoqor.kit.question.naming import languages
from kinoqor.ui.parts import Link, Note, Row
from kinoqor.ui.templatetags.ui import day

# The three fields beside a piece: how it goes out, whether it is left out, why.
Fields = tuple[Any, Any, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text; `kind` and `like` say why it is marked, where it is."""

    text: str
    kind: str = ""
    like: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """A piece with what was noticed in it, the original in parts, and its fields."""

    number: int
    criterion: str
    reader: str
    language: str
    language_name: str
    foreign: bool
    parts: Sequence[Part]
    noticed: Sequence[str]
    changed: bool
    text: str
    left_out: bool
    why: str
    fields: Fields | None = None


def answer(number: int) -> Link | None:
    """The way from an application to the reasons that were sent to it, with their day."""
    at = queries.sent_on(number)
    return Link(_("The experts’ reasons"), reverse("reasons", args=[number]), day(at)) if at else None


def rows(found: Sequence[Feedback], ref: str, stage: str) -> list[Row]:
    """The applicants of a page, each with how far their reasons are."""
    return [_row(each, ref, stage) for each in found]


def _row(of: Feedback, ref: str, stage: str) -> Row:
    where = queries.stand(of)
    notes = [Note(where.label, SIGNS[where])]
    foreign = sum(each.language != of.language for each in queries.pieces(of))
    more = [Note(of.application.organisation.name)]
    if foreign and where == Stand.GATHERED:
        text = ngettext(
            "%(n)s piece in another language", "%(n)s pieces in another language", foreign
        )  # fmt: skip
        more.append(Note(text % {"n": foreign}, "disagree"))
    if of.sent:
        notes.append(Note(day(of.sent.at)))
    url = reverse("feedback-one", args=[ref, stage, of.application_id])
    return Row(title(of.application), f"№ {of.application_id}", url, more, notes)


def beside(
    of: Feedback,
    criteria: Sequence[Criterion],
    readers: Mapping[int, int],
    watch: Watch,
    fields: Sequence[Fields],
) -> list[Beside]:
    """The pieces of an applicant, those in which something was noticed first."""
    names = {each.code: said(each.name) for each in criteria}
    found = []
    for at, each in enumerate(queries.pieces(of)):
        noticed = findings_of(each, watch, of.language)
        own = fields[at] if fields else None
        found.append((not noticed, at, _beside(each, at, names, readers, noticed, watch, of.language, own)))
    return [each for _quiet, _at, each in sorted(found, key=lambda one: one[:2])]


def _beside(
    each: Piece, at: int, names: Mapping[str, str], readers: Mapping[int, int], noticed: Sequence[Finding],
    watch: Watch, language: str, fields: Fields | None,
) -> Beside:  # fmt: skip
    return Beside(
        number=at + 1,
        criterion=names.get(each.criterion, each.criterion),
        reader=_("reader %(number)s") % {"number": readers.get(each.review, 0)},
        language=each.language,
        language_name=languages().get(each.language, each.language),
        foreign=each.language != language,
        parts=parts(each.said, findings_of(_original(each), watch, each.language)),
        noticed=[_noticed(one) for one in noticed],
        changed=each.changed,
        text=each.text,
        left_out=each.left_out,
        why=each.why,
        fields=fields,
    )


def _original(each: Piece) -> Piece:
    return Piece(each.criterion, each.review, each.language, each.said, each.said)


def _noticed(one: Finding) -> str:
    like = f": {one.like}" if one.like else ""
    return f"{Kind(one.kind).label}{like}"


def parts(text: str, found: Sequence[Finding]) -> list[Part]:
    """A text cut where something was noticed; what overlaps is marked once."""
    cut, at = [], 0
    for each in sorted(found, key=lambda one: (one.start, -one.end)):
        if each.end <= each.start or each.start < at:
            continue
        if each.start > at:
            cut.append(Part(text[at : each.start]))
        cut.append(Part(text[each.start : each.end], str(Kind(each.kind).label), each.like))
        at = each.end
    return [*cut, Part(text[at:])] if text[at:] or not cut else cut


def marks(criteria: Sequence[Criterion], reviews: Sequence[Review]) -> list[tuple[str, list[str]]]:
    """The marks as given: criterion by criterion, one column a reader in the order that was drawn."""
    return [(said(each.name), [_mark(one, each.code) for one in reviews]) for each in criteria]


def _mark(of: Review, code: str) -> str:
    mark = of.marks.get(code)
    return _("does not apply") if mark is None else str(mark)


def reasons(of: Feedback, criteria: Sequence[Criterion]) -> list[tuple[str, list[str]]]:
    """The reasons as they went out, criterion by criterion."""
    texts = by_criterion(queries.pieces(of))
    return [(said(each.name), texts[each.code]) for each in criteria if each.code in texts]


def progress(found: Sequence[Feedback], waiting: int, until: date | None) -> dict[str, Any]:
    """How far a round is: how many of each stand, how many are not gathered, and the last day."""
    stands = [queries.stand(each) for each in found]
    return {
        "all": len(stands) + waiting, "waiting": waiting, "sent": stands.count(Stand.SENT),
        "checked": stands.count(Stand.CHECKED), "to_check": stands.count(Stand.GATHERED), "until": until,
    }  # fmt: skip
