"""An application from its beginning to the day of filing, part by part."""

import secrets
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.notice.letters import own_language
from kinoqor.accounts.role.access import signed_in
from kinoqor.funding.application import actions, queries
from kinoqor.funding.application.access import may_begin, may_file, may_join, may_work, may_write
from kinoqor.funding.application.adapters.compared import compared
from kinoqor.funding.application.adapters.crew import members, shown_crew, with_change
from kinoqor.funding.application.adapters.page import application_row, frame, title
from kinoqor.funding.application.adapters.papers import slots_of
from kinoqor.funding.application.adapters.proposing import listed_as, offered, prefilled
from kinoqor.funding.application.adapters.saving import keep
from kinoqor.funding.application.forms import (
    FilmForm,
    InviteForm,
    MemberForm,
    NewForm,
    ProposeForm,
    WithdrawForm,
)
from kinoqor.funding.application.rules import New, may_save_again
from kinoqor.funding.application.words import CREW, FILES, FILM
from kinoqor.funding.call.queries import published, terms_of
from kinoqor.funding.hand.actions import end, invite, take
from kinoqor.funding.hand.queries import hands_on, invited
from kinoqor.kit.question import said
from kinoqor.kit.verdict import Refused, require
from kinoqor.ledger.file.adapters.shown import shown
from kinoqor.ui.door import door

PER_PAGE = 50
FORM = ["GET", "HEAD", "POST"]


@door(signed_in)
@require_safe
def applications(request: HttpRequest) -> HttpResponse:
    """`?page=`: the applications of the reader's company, and those on which they have a hand, the newest first."""
    who: Any = request.who  # type: ignore[attr-defined]
    page = Paginator(queries.mine(who), PER_PAGE).get_page(request.GET.get("page"))
    rows = [application_row(one) for one in page.object_list]
    context = {"page": page, "rows": rows, "company": queries.company_of(who)}
    return render(request, "funding/application/applications.html", context)


@door(may_begin)
@require_http_methods(FORM)
def application_new(request: HttpRequest, ref: str) -> HttpResponse:
    """Begin an application to a call."""
    who: Any = request.who  # type: ignore[attr-defined]
    version = published(ref)
    if version is None:
        raise Http404
    terms = terms_of(version)
    company = queries.company_of(who) or 0
    earlier = [(one.pk, str(title(one))) for one in queries.of_company(company)[:100]]
    form = NewForm(terms, earlier, request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        new = New(
            ref, given["stream"], given["kind"], form.titles(), company, own_language(), given.get("again")
        )
        try:
            number = actions.begin(new, timezone.now(), by=who.doer)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}")
        else:
            return redirect("application", number)
    return render(
        request, "funding/application/new.html", {"form": form, "name": said(terms.name), "ref": ref}
    )


@door(may_work)
@require_http_methods(FORM)
def application_film(request: HttpRequest, number: int) -> HttpResponse:
    """The stream and the kind of the film."""
    context = _frame(request, number, FILM)
    one = context["application"]
    form = FilmForm(context["terms"], request.POST or None, initial={"stream": one.stream, "kind": one.kind})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            _require_write(request, number)
            actions.save_film(number, given["stream"], given["kind"], *_seen(request), **_by(request, one))
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}")
        else:
            return redirect("application", number)
    return render(request, "funding/application/film.html", context | {"form": form})


@door(may_work)
@require_http_methods(FORM)
def application_part(request: HttpRequest, number: int, part: str) -> HttpResponse:
    """One group of questions; saved as it is written where there is a script, by its button where there is none."""
    one = queries.one(number)
    form = queries.form_of(one)
    group = form.group(part)
    if group is None:
        raise Http404
    kept = None
    if request.method == "POST":
        _require_write(request, number)
        kept = keep(request, one, form, group)
        if kept.answer is not None:
            return kept.answer
    context = _frame(request, number, part)
    one = context["application"]
    aside = queries.asides_of(number, part).first()
    context |= {
        "form": form, "part": part, "heading": said(group.name), "values": kept.values if kept else one.values,
        "faults": kept.faults if kept else {}, "refusal": kept.refusal if kept else None, "aside": aside,
        "differences": compared(form, part, one.values, one.values | aside.values) if aside else (),
    }  # fmt: skip
    return render(request, "funding/application/part.html", context)


@door(may_write)
@require_http_methods(["POST"])
def application_aside(request: HttpRequest, number: int, aside: int) -> HttpResponse:
    """Somebody has compared the two versions; `take` puts the one that came too late in the place of the other."""
    one = queries.one(number)
    found = queries.aside(number, aside)
    if found is None:
        raise Http404
    if "take" in request.POST:
        actions.save(number, found.part, found.values, one.revision, timezone.now(), **_by(request, one))
    actions.settle_aside(number, aside, **_by(request, one))
    return redirect("application-part", number, found.part)


@door(may_work)
@require_http_methods(FORM)
def application_crew(request: HttpRequest, number: int) -> HttpResponse:
    """Who makes the film: picked from the register or proposed to it, with the tests that rest on it."""
    context = _frame(request, number, CREW)
    one = context["application"]
    form = MemberForm(members(), request.POST if "add" in request.POST else None)
    if request.method == "POST":
        _require_write(request, number)
        back = request.POST.get("take_back", "")[:20]
        crew = None if back else with_change(one, request.POST, form)
        if back or crew is not None:
            try:
                if crew is None:
                    actions.take_back_member(number, back, *_seen(request), **_by(request, one))
                    messages.success(request, _("Taken back. The name stays on your list, as a name alone."))
                else:
                    actions.save_crew(number, crew, *_seen(request), **_by(request, one))
            except Refused as refused:
                messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}")
            return redirect("application-crew", number)
    found = shown_crew(one, context["terms"], request.POST if form.is_bound else {})
    return render(request, "funding/application/crew.html", context | {"form": form, **found})


@door(may_write)
@require_http_methods(FORM)
def application_propose(request: HttpRequest, number: int) -> HttpResponse:
    """`?name=&role=&citizen=`: somebody whom the register does not know is proposed to it and put on the crew."""
    context = _frame(request, number, CREW)
    one = context["application"]
    form = ProposeForm(members(), request.POST or None, initial=prefilled(request.GET))
    besides = request.POST.get("besides", "")[:200]
    context |= {"alike": (), "waiting": (), "besides": besides}
    if request.method == "POST" and form.is_valid():
        person = form.person()
        refusal = may_save_again(queries.count_save(request.who))  # type: ignore[attr-defined]
        try:
            require(refusal)
            member = listed_as(form.cleaned_data, person)
            seen = besides.split()
            actions.propose_member(number, member, person, seen, *_seen(request), **_by(request, one))
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
            context |= offered(one, form.cleaned_data, person) if refusal else {}
        else:
            messages.success(request, _("Proposed. A cataloguer will look; nobody else sees them meanwhile."))
            return redirect("application-crew", number)
    return render(request, "funding/application/propose.html", context | {"form": form})


@door(may_work)
@require_safe
def application_files(request: HttpRequest, number: int) -> HttpResponse:
    """The papers that are asked for, with what was sent; they come whole by a form, or piece by piece by a script."""
    context = _frame(request, number, FILES)
    one = context["application"]
    context["slots"] = shown(one.name, slots_of(one).values())
    return render(request, "funding/application/papers.html", context)


@door(may_work)
@require_http_methods(FORM)
def application_hands(request: HttpRequest, number: int) -> HttpResponse:
    """Who may read, write and file this application; others are invited by e-mail."""
    context = _frame(request, number)
    one = context["application"]
    form = InviteForm(request.POST if "address" in request.POST else None, initial={"right": "edit"})
    try:
        if request.method == "POST" and "end" in request.POST:
            end(one.name, context["right"], int(request.POST["end"]), **_by(request, one))
            return redirect("application-hands", number)
        if request.method == "POST" and form.is_valid():
            secret = secrets.token_urlsafe(24)
            with override(own_language()):
                link = f"{settings.ADDRESS}{reverse('application-join', args=[secret])}"
            given = form.cleaned_data
            invite(
                one.name, context["right"], given["right"], given["address"].strip().lower(), secret, link,
                str(context["title"]), **_by(request, one),
            )  # fmt: skip
            messages.success(request, _("The invitation is on its way."))
            return redirect("application-hands", number)
    except Refused as refused:
        form.add_error(
            None, f"{refused.verdict.reason} {refused.verdict.way}"
        ) if form.is_bound else messages.error(request, f"{refused.verdict.reason} {refused.verdict.way}")
    context |= {"form": form, "hands": hands_on(one.name)}
    return render(request, "funding/application/hands.html", context)


@door(may_join)
@require_http_methods(FORM)
def application_join(request: HttpRequest, secret: str) -> HttpResponse:
    """The private address of an invitation."""
    who: Any = request.who  # type: ignore[attr-defined]
    if request.method == "POST":
        holder = take(secret, by=who.doer)
        return redirect("application", int(holder.partition(":")[2]))
    found = invited(secret)
    if found is None:
        raise Http404
    answer = render(
        request,
        "funding/application/join.html",
        {"hand": found, "title": title(queries.one(int(found.holder.partition(":")[2])))},
    )
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@door(may_file)
@require_http_methods(FORM)
def application_withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Withdraw an application at any time before the order."""
    context = _frame(request, number)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(
                number, **_by(request, context["application"]), why=form.cleaned_data["why"].strip()
            )
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}")
        else:
            messages.success(request, _("The application is withdrawn."))
            return redirect("application", number)
    return render(request, "funding/application/withdraw.html", context | {"form": form})


def _frame(request: HttpRequest, number: int, part: str = "") -> dict[str, Any]:
    return frame(queries.one(number), request.who, timezone.now(), part)  # type: ignore[attr-defined]


def _require_write(request: HttpRequest, number: int) -> None:
    require(may_write(request.who, number))  # type: ignore[attr-defined]


def _seen(request: HttpRequest) -> tuple[int, Any]:
    """The revision that a page was made at, and the moment."""
    sent = request.POST.get("revision", "")
    return int(sent) if sent.isdigit() and len(sent) < 10 else 0, timezone.now()


def _by(request: HttpRequest, one: Any) -> dict[str, Any]:
    return {"by": request.who.doer, "subject": one.film.ref}  # type: ignore[attr-defined]
