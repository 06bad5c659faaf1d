"""Bodies and their members: in public, and at the desk."""

from collections import Counter
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.queries import by_address
from kinoqor.funding.call.queries import all_published, terms_of
from kinoqor.funding.programme.queries import programmes
from kinoqor.judging.panel import access, queries
from kinoqor.judging.panel.actions import appoint, close_body, end_membership, make_body
from kinoqor.judging.panel.adapters import page as shown
from kinoqor.judging.panel.forms import AppointForm, BodyForm, CloseForm, EndForm, LookForm
from kinoqor.judging.panel.rules.making import same_record
from kinoqor.judging.panel.words import PER_PAGE, BodyKind
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.context import is_played
from kinoqor.ui.door import anyone, door
from kinoqor.ui.formats import as_csv, as_json

FORM = ["GET", "HEAD", "POST"]


def _refused(form: Any, refused: Refused) -> None:
    verdict = refused.verdict
    form.add_error(None, " ".join(filter(None, map(str, (verdict.reason, verdict.clause, verdict.way)))))


def _body(ref: str) -> Any:
    found = queries.body(ref)
    if found is None:
        raise Http404
    return found


def _named(of: Any) -> dict[str, Any]:
    return {
        "body": of,
        "name": said(of.name),
        "kind": capfirst(BodyKind(of.kind).label),
        "facts": shown.facts(of),
        "invented": is_played(),  # in a house on trial every body is
    }


def _listed(request: HttpRequest, to: str) -> dict[str, Any]:
    today = timezone.localdate()
    found = queries.with_members(queries.bodies(), today)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    desk = to == "desk-panel"
    barred = Counter(one.body_id for one, *_why in queries.barred_now(today).values()) if desk else None
    return {"page": page, "rows": shown.rows(page.object_list, to, barred), "invented": is_played()}


def _sitting(of: Any, opened: Any = None) -> dict[str, Any]:
    today = timezone.localdate()
    past = queries.members_before(of, today)
    return {
        "sitting": shown.seats(queries.members_from(of, today), today, opened, desk=opened is not None),
        "past": shown.seats(past[: shown.MOST_PAST], today, opened),
    }


@door(anyone)
@require_safe
def panels(request: HttpRequest) -> HttpResponse:
    """`?page=`: every council, section and commission."""
    return render(request, "judging/panel/panels.html", _listed(request, "panel"))


@door(anyone)
@require_safe
def panels_json(request: HttpRequest) -> HttpResponse:
    """Every membership of every body as open data."""
    return as_json({"members": [dict(zip(shown.HEAD, row, strict=True)) for row in shown.data()]})


@door(anyone)
@require_safe
def panels_csv(request: HttpRequest) -> HttpResponse:
    """Every membership of every body as a table."""
    return as_csv("panels", shown.HEAD, shown.data())


@door(access.may_see)
@require_safe
def panel(request: HttpRequest, ref: str) -> HttpResponse:
    """`?page=`: who sits on a body, who sat, whom its rules bar, and who sat at each vote."""
    of = _body(ref)
    page = Paginator(queries.photographs(of), PER_PAGE).get_page(request.GET.get("page"))
    context = _named(of) | _sitting(of) | shown.barred_by(of.programme)
    return render(
        request, "judging/panel/panel.html", context | {"page": page, "votes": shown.votes(page.object_list)}
    )


@door(access.may_see)
@require_safe
def sat(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The text whose SHA-256 is the digest of who sat at a vote, byte for byte."""
    found = get_object_or_404(queries.photographs(_body(ref)), pk=number)
    return HttpResponse(queries.text_of(found), content_type="application/json; charset=utf-8")


@door(access.may_look)
@require_safe
def desk_panels(request: HttpRequest) -> HttpResponse:
    """`?page=`: the bodies, for those who run them."""
    runs = request.who.holds(Role.OFFICER)  # type: ignore[attr-defined]
    return render(request, "judging/panel/desk_panels.html", _listed(request, "desk-panel") | {"runs": runs})


@door(access.may_run)
@require_http_methods(FORM)
def make(request: HttpRequest) -> HttpResponse:
    """Make a body."""
    who: Any = request.who  # type: ignore[attr-defined]
    known = [(each.ref, said(each.name)) for each in programmes()]
    form = BodyForm(known, request.POST or None, initial={"kind": BodyKind.COUNCIL})
    if request.method == "POST" and form.is_valid():
        try:
            ref = make_body(form.cleaned_data["programme"], form.made(), by=who.doer)
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, _("The body is made. Appoint its members now."))
            return redirect("desk-panel", ref)
    return render(request, "judging/panel/new.html", {"form": form})


@door(access.may_look_at)
@require_safe
def desk_panel(request: HttpRequest, ref: str) -> HttpResponse:
    """One body with its members, their terms and the rounds that they have sat."""
    of = _body(ref)
    runs = request.who.holds(Role.OFFICER) and of.closed_id is None  # type: ignore[attr-defined]
    context = _named(of) | _sitting(of, queries.openings(of.programme)) | shown.barred_by(of.programme)
    return render(request, "judging/panel/desk_panel.html", context | {"runs": runs})


@door(access.may_run_one)
@require_http_methods(FORM)
def appoint_one(request: HttpRequest, ref: str) -> HttpResponse:
    """`?name=&ref=&email=&call=`: would this person be barred? And, where they would not, the appointment."""
    who: Any = request.who  # type: ignore[attr-defined]
    of, today = _body(ref), timezone.localdate()
    calls = [(each.call.ref, said(terms_of(each).name)) for each in all_published()]
    look = LookForm(calls, request.GET or None)
    asked, someone, record = _asked(look)
    context = _named(of) | {"look": look, "asked": asked, "ref": record}
    if asked.get("name") and not record:
        context["people"] = list(shown.people(asked["name"]))
    if not look.errors and (record or someone):
        context |= shown.looked(of, record, someone, today, who.number)
    if someone and not look.errors:
        form = AppointForm(bool(context["doubts"]), request.POST or None, initial={"since": today})
        context["form"] = form
        if request.method == "POST" and form.is_valid():
            try:
                appoint(ref, form.asked(someone.pk, who.hat.organisation_id, record), by=who.doer)
            except Refused as refused:
                _refused(form, refused)
            else:
                messages.success(
                    request, _("%(name)s is appointed, and is told by letter.") % {"name": someone.name}
                )
                return redirect("desk-panel", ref)
    return render(request, "judging/panel/appoint.html", context)


def _asked(look: LookForm) -> tuple[dict[str, Any], Any, str]:
    """What was asked, the account it names, and the record: the one named, or the one that the account is known by."""
    if not look.is_bound or not look.is_valid():
        return {}, None, ""
    asked = look.cleaned_data
    someone = by_address(asked["email"]) if asked["email"] else None
    if asked["email"] and someone is None:
        look.add_error("email", _("Nobody here has this address. They open their account first."))
    verdict = same_record(someone.person_ref if someone else "", asked["ref"])
    if not verdict:
        look.add_error("email", f"{verdict.reason} {verdict.way}")
    return asked, someone, asked["ref"] or (someone.person_ref if someone else "")


@door(access.may_run_one)
@require_http_methods(FORM)
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """Close a body on which nobody sits any more."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = CloseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_body(ref, by=who.doer, why=form.cleaned_data["act"])
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, _("The body is closed. Its page stays open to all."))
            return redirect("desk-panel", ref)
    return render(request, "judging/panel/close.html", _named(_body(ref)) | {"form": form})


def _membership(number: int, viewer: int | None) -> dict[str, Any]:
    """A membership, with whether its member would be barred today."""
    found: Any = queries.member(number)
    today, of = timezone.localdate(), found.body
    row = shown.seats([found], today, queries.openings(of.programme))[0]
    user = found.seat.user
    context = _named(of) | shown.looked(of, user.person_ref, user, today, viewer, seated=True)
    return context | {"seat": row, "asked": {}, "over": bool(row.until and row.until < today)}


@door(access.may_look_into)
@require_safe
def membership(request: HttpRequest, number: int) -> HttpResponse:
    """One membership, and whether its member would be barred today."""
    who: Any = request.who  # type: ignore[attr-defined]
    context = _membership(number, who.number) | {"runs": who.holds(Role.OFFICER)}
    return render(request, "judging/panel/member.html", context)


@door(access.may_end)
@require_http_methods(FORM)
def end(request: HttpRequest, number: int) -> HttpResponse:
    """The ending of a membership."""
    who: Any = request.who  # type: ignore[attr-defined]
    found: Any = queries.member(number)
    form = EndForm(request.POST or None, initial={"last": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            end_membership(number, given["last"], by=who.doer, why=given["act"])
        except Refused as refused:
            _refused(form, refused)
        else:
            messages.success(request, _("The term ends on this day; the member is told by letter."))
            return redirect("desk-panel", found.body.ref)
    name = found.seat.user.name or _("an erased account")
    context = {
        "form": form,
        "number": number,
        "person": name,
        "body": found.body,
        "name": said(found.body.name),
    }
    return render(request, "judging/panel/end.html", context)
