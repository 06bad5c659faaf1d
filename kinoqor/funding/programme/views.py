"""The pages of a programme: what it is, and the working days by which its terms are counted."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kinoqor.funding.programme import queries
from kinoqor.funding.programme.access import may_see
from kinoqor.funding.programme.adapters import page
from kinoqor.funding.programme.forms import DaysForm
from kinoqor.kit.calendar import Counted, UnknownYear
from kinoqor.kit.document import said
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
