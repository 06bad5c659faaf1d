"""The pages of a programme: what it is, its working days, and for officers what they state and set."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.funding.programme import queries
from kinoqor.funding.programme.access import may_keep, may_see
from kinoqor.funding.programme.actions import set_day, state_value
from kinoqor.funding.programme.adapters import page
from kinoqor.funding.programme.forms import DayForm, DaysForm, ValueForm
from kinoqor.kit.calendar import Counted, UnknownYear
from kinoqor.kit.document import said
from kinoqor.kit.verdict import Refused
from kinoqor.ui.door import door
from kinoqor.ui.pack import language


def _programme(ref: str) -> Any:
    found = queries.programme(ref)
    if found is None:
        raise Http404
    return found


def _named(programme: Any) -> dict[str, Any]:
    tongue = language()
    return {
        "programme": programme, "name": said(programme.name, tongue), "operator": said(programme.operator, tongue),
        "about": said(programme.about, tongue),
    }  # fmt: skip


@door(may_see)
@require_safe
def programme(request: HttpRequest, ref: str) -> HttpResponse:
    """A programme: its fund, its law, its parameters by date."""
    found = _programme(ref)
    context = _named(found) | {
        "acts": [
            (said(act["act"], language()), said(act["about"], language()), act["address"])
            for act in found.acts
        ],
        "values": page.values(found, queries.values(found)),
        "years": queries.years(found),
    }
    return render(request, "funding/programme/programme.html", context)


@door(may_see)
@require_safe
def working_days(request: HttpRequest, ref: str) -> HttpResponse:
    """`?start=&days=&count=&year=`: until when a term reaches, and the working days of a year."""
    found = _programme(ref)
    calendar, years = queries.calendar(found), queries.years(found)
    if not years:
        raise Http404
    asked = "start" in request.GET
    begun = {"start": timezone.localdate(), "days": 3, "count": Counted.WORKING}
    form = DaysForm(years[0], years[-1], request.GET if asked else None, initial=begun)
    context: dict[str, Any] = {"form": form, "years": years, "weekdays": page.weekdays()}
    term = None
    if asked and form.is_valid():
        start, days, count = (form.cleaned_data[key] for key in ("start", "days", "count"))
        try:
            answer = calendar.after(start, days, Counted(count))
        except UnknownYear as unknown:
            form.add_error("days", str(unknown))
        else:
            term = (start, answer.day)
            context["answer"] = page.reckoned(answer, start, count)
            named = found.days.filter(day__range=term).order_by("day")
            context["skipped"] = page.skipped(calendar, *term, named) if count == Counted.WORKING else []
    year = _year(request, years, term)
    tongue, named = language(), list(queries.days_of(found, year))
    context |= {
        "year": year, "months": page.year(calendar, year, named, term), "row": found.years.get(year=year),
        "listed": [(each, said(each.name, tongue)) for each in named],
    }  # fmt: skip
    return render(request, "funding/programme/days.html", _named(found) | context)


def _year(request: HttpRequest, years: list[int], term: Any) -> int:
    asked = request.GET.get("year", "")
    if asked.isdigit() and int(asked) in years:
        return int(asked)
    wanted = term[1].year if term else timezone.localdate().year
    return wanted if wanted in years else years[-1]


@door(may_keep)
@require_http_methods(["GET", "HEAD", "POST"])
def desk_programme(request: HttpRequest, ref: str) -> HttpResponse:
    """An officer states a parameter or sets a day; each with who says so."""
    found = _programme(ref)
    sent = request.POST.get("what") if request.method == "POST" else None
    named = [(each["code"], said(each["name"], language())) for each in found.parameters]
    value, day = (
        ValueForm(named, request.POST if sent == "value" else None),
        DayForm(request.POST if sent == "day" else None),
    )
    form = value if sent == "value" else day
    if sent and form.is_valid():
        try:
            _enter(request, found, sent, form.cleaned_data)
        except Refused as refused:
            form.add_error(None, f"{refused.verdict.reason} {refused.verdict.way}")
        else:
            messages.success(request, _("It counts from now on; the journal keeps who said so."))
            return redirect("desk-programme", ref)
    return render(request, "funding/programme/desk.html", _named(found) | {"value": value, "day": day})


def _enter(request: HttpRequest, found: Any, sent: str, data: dict[str, Any]) -> None:
    by = request.who.doer  # type: ignore[attr-defined]
    if sent == "value":
        units = {each["code"]: each["unit"] for each in found.parameters}
        amount = page.minor(data["value"], units[data["parameter"]], found.currency)
        state_value(found.ref, data["parameter"], data["since"], amount, data["source"], by=by)
    else:
        name = {lang: data[lang] for lang in ("kk", "ru", "en")}
        set_day(found.ref, data["day"], data["working"] == "yes", name, data["source"], by=by)
