"""A part that was sent: kept, set aside where somebody was quicker, and answered to a script or to a person."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kinoqor.funding.application import queries
from kinoqor.funding.application.actions import save, set_aside
from kinoqor.funding.application.models import Application
from kinoqor.funding.application.rules import CHANGED, may_save_again
from kinoqor.kit.question import Form, Group, filled, row_button
from kinoqor.kit.question.when import group_asked
from kinoqor.kit.verdict import Refused, Verdict

AUTOSAVE = "X-Autosave"  # the header by which the script says that it saves


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a part that was sent: an answer, or what the page shows again."""

    answer: HttpResponse | None = None
    values: dict[str, Any] = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)
    refusal: Verdict | None = None
    status: int = 200


def keep(request: HttpRequest, application: Application, form: Form, group: Group) -> Kept:
    """Save what was sent of one group."""
    who: Any = request.who  # type: ignore[attr-defined]
    by_script = AUTOSAVE in request.headers
    read = filled(form, request.POST, application.values, [group.code])
    codes = [group.code] if group.repeats else [question.code for question in group.questions]
    sent = {code: read.values.get(code) for code in codes}
    changed = {code: value for code, value in sent.items() if application.values.get(code) != value}
    seen = request.POST.get("revision", "")
    revision = int(seen) if seen.isdigit() and len(seen) < 10 else 0
    by = {"by": who.doer, "subject": application.film.ref}
    now = timezone.now()
    try:
        refusal = may_save_again(queries.count_save(who))
        if not refusal:
            raise Refused(refusal)
        new = (
            save(application.pk, group.code, changed, revision, now, **by)
            if changed
            else application.revision
        )
    except Refused as refused:
        return _refused(application, group, refused.verdict, changed, read.values, by, by_script)
    if by_script:
        return Kept(_saved(new, now, read.faults))
    return _on(request, application, form, group, read.values, read.faults)


def _saved(revision: int, now: datetime, faults: dict[str, str]) -> JsonResponse:
    at = f"{timezone.localtime(now):%H:%M:%S}"
    return JsonResponse(
        {"revision": revision, "said": _("Saved at %(time)s") % {"time": at}, "faults": faults}
    )


def _refused(
    application: Application, group: Group, verdict: Verdict, changed: dict[str, Any], values: dict[str, Any],
    by: dict[str, Any], by_script: bool,
) -> Kept:  # fmt: skip
    """What came too late is kept beside; anything else stays in the form."""
    late = verdict == CHANGED
    if late:
        try:
            set_aside(application.pk, group.code, changed, **by)
        except Refused as refused:
            verdict, late = refused.verdict, False
    if by_script:
        to = reverse("application-part", args=[application.pk, group.code]) if late else ""
        told = {"reason": str(verdict.reason), "way": str(verdict.way), "to": to, "late": late}
        return Kept(JsonResponse(told, status=409 if late else 403))
    return Kept(None, application.values if late else values, {}, verdict, 409 if late else 403)


def _on(
    request: HttpRequest, application: Application, form: Form, group: Group, values: dict[str, Any],
    faults: dict[str, str],
) -> Kept:  # fmt: skip
    """Where a person goes after saving: to the fault, to the row, to the next part or to the list of parts."""
    here = reverse("application-part", args=[application.pk, group.code])
    if row_button(form, request.POST):
        return Kept(redirect(f"{here}#{group.code}"))
    if faults:
        return Kept(None, values, faults)
    messages.success(request, _("Saved."))
    later = form.groups[form.groups.index(group) + 1 :]
    following = [one for one in later if group_asked(form, one, values)]
    if "next" in request.POST and following:
        return Kept(redirect("application-part", application.pk, following[0].code))
    return Kept(redirect("application", application.pk))
