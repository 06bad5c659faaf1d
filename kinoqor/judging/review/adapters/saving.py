"""A review that was sent: kept as it is written, handed in, and answered to a script or to a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kinoqor.accounts.notice.letters import own_language
from kinoqor.funding.application.queries import count_save
from kinoqor.funding.application.rules import may_save_again
from kinoqor.judging.review import queries, rules
from kinoqor.judging.review.actions import hand_in, write
from kinoqor.judging.review.adapters import sent
from kinoqor.judging.review.rules import CHANGED, Lack
from kinoqor.judging.review.words import Given
from kinoqor.kit.verdict import Refused, Verdict, require

AUTOSAVE = "X-Autosave"  # the header by which the script says that it saves


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a review that was sent: an answer, or what the page shows again."""

    answer: HttpResponse | None = None
    given: Given | None = None
    refusal: Verdict | None = None
    lacks: tuple[Lack, ...] = ()
    late: bool = False
    status: int = 200


def keep(request: HttpRequest, reading: Any) -> Kept:
    """Keep what was sent; seal it where its button says so. A script is answered in JSON."""
    who: Any = request.who  # type: ignore[attr-defined]
    now, by_script = timezone.now(), AUTOSAVE in request.headers
    terms = queries.terms(reading)
    given = sent.given(request.POST, terms.criteria, own_language())
    seen = sent.revision(request.POST)
    try:
        require(may_save_again(count_save(who)))
        revision = write(
            reading.pk, given, seen, now, by=who.doer
        )  # kept, whether it can be handed in or not
        if "hand" in request.POST and not by_script:
            hand_in(reading.pk, given, revision, "no_tie" in request.POST, now, by=who.doer)
            messages.success(
                request, _("Handed in. Nobody sees your marks until the panel opens them all together.")
            )
            return Kept(redirect("reading", reading.pk))
    except Refused as refused:
        return _refused(request, reading, given, refused.verdict)
    if by_script:
        return Kept(_saved(revision, now))
    messages.success(request, _("Saved."))
    return Kept(redirect("reading", reading.pk))


def _saved(revision: int, now: datetime) -> JsonResponse:
    at = f"{timezone.localtime(now):%H:%M:%S}"
    told = {"revision": revision, "said": _("Saved at %(time)s") % {"time": at}, "faults": {}}
    return JsonResponse(told)


def _refused(request: HttpRequest, reading: Any, given: Given, verdict: Verdict) -> Kept:
    """What came too late stays in the form beside what stands, with the new revision; nothing of it is lost."""
    late = verdict == CHANGED
    if AUTOSAVE in request.headers:
        to = reverse("reading", args=[reading.pk]) if late else ""
        told = {"reason": str(verdict.reason), "way": str(verdict.way), "to": to, "late": late}
        return Kept(JsonResponse(told, status=409 if late else 403))
    lacks: tuple[Lack, ...] = ()
    if "hand" in request.POST and not late:
        terms = queries.terms(reading)
        needed = queries.words_needed(terms, reading.draw.stage)
        lacks = tuple(rules.lacks(terms.criteria, given, needed))
    return Kept(None, given, verdict, lacks, late, 409 if late else 422 if lacks else 403)
