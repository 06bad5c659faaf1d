"""A paper for whoever may read it, and the check of a paper for anyone who holds one."""

from typing import Any

from csp.decorators import csp_update
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from kinoqor.ledger.paper import queries
from kinoqor.ledger.paper.access import may_hold, may_open
from kinoqor.ledger.paper.forms import CheckForm
from kinoqor.ui import errors
from kinoqor.ui.door import anyone, door


@door(may_open)
@require_safe
@csp_update({"sandbox": True})  # type: ignore[arg-type]  # its types know no names in an address
def paper(request: HttpRequest, number: str) -> HttpResponseBase:
    """The PDF as it was given out."""
    found = queries.paper(number)
    return _given(found) if found else errors.not_found(request)


@door(may_hold)
@require_safe
@csp_update({"sandbox": True})  # type: ignore[arg-type]  # its types know no names in an address
def paper_held(request: HttpRequest, number: str, seal: str) -> HttpResponseBase:
    """The same for whoever holds the paper and can tell its digits, to compare the two."""
    found = queries.held(number, seal)
    return _given(found) if found else errors.not_found(request)


def _given(found: Any) -> FileResponse:
    answer = FileResponse(queries.bytes_of(found), content_type="application/pdf")
    answer["Content-Length"] = str(found.size)
    answer["Content-Disposition"] = f'attachment; filename="{found.number}.pdf"'
    return answer


@door(anyone)
@require_http_methods(["GET", "HEAD", "POST"])
def paper_check(request: HttpRequest) -> HttpResponse:
    """Whether a paper is one of this house, for anyone who holds it."""
    form = CheckForm(
        request.POST or None, request.FILES or None, initial={"number": request.GET.get("number", "")}
    )
    said: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        found, paper = _checked(form.cleaned_data)
        said |= {"found": found, "paper": paper}
    return render(request, "ledger/paper/check.html", said)


def _checked(sent: dict[str, Any]) -> Any:
    if sent.get("file"):
        return queries.by_file(sent["file"])
    return queries.by_digits(sent["number"], sent["digits"])
