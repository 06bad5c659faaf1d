"""The company file: written once by the company, read by officers."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.funding.applicant import queries
from kinoqor.funding.applicant.access import may_look, may_write
from kinoqor.funding.applicant.actions import save_company
from kinoqor.kit.question import filled, row_button
from kinoqor.kit.verdict import Refused, Verdict
from kinoqor.ui.door import door


@door(may_write)
@require_http_methods(["GET", "HEAD", "POST"])
def company_file(request: HttpRequest) -> HttpResponse:
    """The file of one's own company: filled in, saved, and held against the calls that are open."""
    who: Any = request.who  # type: ignore[attr-defined]
    company, form = queries.company_of(who), queries.company_form()
    if company is None:
        raise Http404
    found = queries.applicant_of(company.pk)
    kept = found.values if found else queries.first_values(company)
    context: dict[str, Any] = {
        "company": company, "form": form, "values": kept, "faults": {}, "refusal": None, "kept": None,
        "revision": found.revision if found else 0, "saved": found.changed if found else None,
    }  # fmt: skip
    if request.method == "POST" and form is not None:
        read = filled(form, request.POST, kept)
        refusal = _kept(request, who, company.pk, read.values)
        if refusal is None and not read.faults:
            anchor = row_button(form, request.POST)
            if not anchor:
                messages.success(request, _("Saved."))
            return redirect(reverse("company-file") + (f"#{anchor}" if anchor else ""))
        found = queries.applicant_of(company.pk)
        context |= {
            "values": read.values, "faults": read.faults, "refusal": refusal,
            "revision": found.revision if found else 0, "saved": found.changed if found else None,
            "kept": found.values if found and refusal is not None else None,
        }  # fmt: skip
    context["points"] = queries.points_of(company.pk)
    context["calls"] = queries.fitting(found.values) if found else []
    return render(request, "funding/applicant/company.html", context)


def _kept(request: HttpRequest, who: Any, company: int, values: dict[str, Any]) -> Verdict | None:
    """Save what was sent; a no is given back. What is wrong in it is kept too, and stays an open point."""
    seen = request.POST.get("revision", "")
    try:
        save_company(company, values, int(seen) if seen.isdigit() and len(seen) < 10 else -1, by=who.doer)
    except Refused as refused:
        return refused.verdict
    return None


@door(may_look)
@require_safe
def company_read(request: HttpRequest, number: int) -> HttpResponse:
    """The file of a company, for officers."""
    found, form = queries.applicant_of(number), queries.company_form()
    if found is None or form is None:
        raise Http404
    context = {
        "company": found.organisation, "form": form, "values": found.values, "saved": found.changed,
        "points": queries.points_of(number), "calls": queries.fitting(found.values),
    }  # fmt: skip
    return render(request, "funding/applicant/read.html", context)
