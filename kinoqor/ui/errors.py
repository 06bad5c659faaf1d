"""What is shown when a page cannot be: the same house, a plain sentence, and a way on."""

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from kinoqor.kit.verdict import Verdict, no
from kinoqor.kit.watch import note


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent could not be understood, or (413) was too large to be read at all."""
    too_big = isinstance(exception, RequestDataTooBig)
    said = {"too_big": too_big, "too_many": isinstance(exception, TooManyFieldsSent)}
    return render(request, "ui/400.html", said, status=413 if too_big else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this may not be done here, with the reason if one was given."""
    return refused(request, no(str(exception) if exception else ""), "")


def refused(request: HttpRequest, verdict: Verdict, to: str) -> HttpResponse:
    """403 with what a verdict says; `to` is the address of the way out, if it names one."""
    said = {"reason": verdict.reason, "clause": verdict.clause, "way": verdict.way, "to": to}
    return render(request, "ui/403.html", said, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing stands at this address."""
    return render(request, "ui/404.html", status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose page had grown too old (or was not ours)."""
    note("form", path=request.path, why=reason, address=request.META.get("REMOTE_ADDR"))
    return render(request, "ui/403_form.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: we failed. Rendered without a context, so that nothing that may be broken is asked."""
    return HttpResponse(get_template("ui/500.html").render({}), status=500)
