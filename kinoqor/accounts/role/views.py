"""Who sits where: for those who enter appointments."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.accounts.organisation.actions import amend_organisation, open_organisation
from kinoqor.accounts.organisation.forms import OrganisationForm
from kinoqor.accounts.organisation.queries import organisations
from kinoqor.accounts.role import queries
from kinoqor.accounts.role.access import holding
from kinoqor.accounts.role.actions import end_seat, give_seat
from kinoqor.accounts.role.forms import EndForm, PersonForm, SeatForm
from kinoqor.accounts.role.words import Role
from kinoqor.accounts.user.actions import know_as
from kinoqor.accounts.user.queries import by_address, person
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door

PER_PAGE = 50


@door(holding(Role.ADMINISTRATOR))
@require_safe
def seats(request: HttpRequest) -> HttpResponse:
    """`?role=&held=now|ending|ended&page=`: every seat that was ever given, the newest first."""
    role, held = request.GET.get("role", ""), request.GET.get("held", "")
    found = queries.narrowed(role if role in Role.values else "", held, timezone.localdate())
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "roles": Role.choices, "role": role, "held": held, "today": timezone.localdate()}
    return render(request, "accounts/role/seats.html", context)


@door(holding(Role.ADMINISTRATOR))
@require_http_methods(["GET", "HEAD", "POST"])
def seat_new(request: HttpRequest) -> HttpResponse:
    """Give a seat."""
    who: Any = request.who  # type: ignore[attr-defined]
    form = SeatForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        someone = by_address(given["email"])
        if someone is None:
            form.add_error("email", _("Nobody here has this address. They open their account first."))
        else:
            try:
                give_seat(
                    someone.pk,
                    int(given["organisation"]),
                    Role(given["role"]),
                    given["act"],
                    form.term(),
                    by=who.doer,
                )
            except Refused as refused:
                form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
            else:
                messages.success(request, _("%(name)s is seated.") % {"name": someone.name})
                return redirect("seats")
    return render(request, "accounts/role/seat_new.html", {"form": form})


@door(holding(Role.ADMINISTRATOR))
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest, number: int) -> HttpResponse:
    """One seat with its term and act, and the ending of it."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(queries.seats(), pk=number)
    form = EndForm(request.POST or None, initial={"last": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            end_seat(number, form.cleaned_data["last"], by=who.doer)
        except Refused as refused:
            form.add_error("last", str(refused.verdict.reason))
        else:
            messages.success(request, _("The seat ends on this day."))
            return redirect("seat", number)
    return render(request, "accounts/role/seat.html", {"seat": found, "form": form})


@door(holding(Role.ADMINISTRATOR))
@require_http_methods(["GET", "HEAD", "POST"])
def holder(request: HttpRequest, number: int) -> HttpResponse:
    """One person: their seats, then and now, and which record of the register is about them."""
    who: Any = request.who  # type: ignore[attr-defined]
    someone = person(number)
    if someone is None:
        raise Http404
    form = PersonForm(request.POST or None, initial={"ref": someone.person_ref})
    if request.method == "POST" and form.is_valid():
        try:
            know_as(number, form.cleaned_data["ref"], by=who.doer)
        except Refused as refused:
            form.add_error("ref", f"{refused.verdict.reason} {refused.verdict.way}")
        else:
            messages.success(request, _("Kept."))
            return redirect("holder", number)
    context = {"someone": someone, "seats": queries.seats().filter(user=number), "form": form}
    return render(request, "accounts/role/holder.html", context)


@door(holding(Role.ADMINISTRATOR))
@require_safe
def bodies(request: HttpRequest) -> HttpResponse:
    """The organisations in which people hold seats."""
    page = Paginator(organisations(), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/role/bodies.html", {"page": page})


@door(holding(Role.ADMINISTRATOR))
@require_http_methods(["GET", "HEAD", "POST"])
def body(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Enter an organisation (number 0), or correct one."""
    who: Any = request.who  # type: ignore[attr-defined]
    found = get_object_or_404(organisations(), pk=number) if number else None
    columns = OrganisationForm.base_fields
    form = OrganisationForm(
        request.POST or None, initial={name: getattr(found, name, "") or "" for name in columns}
    )
    if request.method == "POST" and form.is_valid():
        try:
            if number:
                amend_organisation(number, form.named(), by=who.doer)
            else:
                open_organisation(form.named(), by=who.doer)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}".strip())
        else:
            messages.success(request, _("Kept."))
            return redirect("bodies")
    return render(request, "accounts/role/body.html", {"form": form, "body": found})
