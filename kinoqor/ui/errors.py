"""What is shown when a page cannot be: the same house, a plain sentence, and a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: what was sent could not be understood."""
    return render(request, "ui/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: this may not be done here, with the reason if one was given."""
    return render(request, "ui/403.html", {"reason": str(exception) if exception else ""}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: nothing stands at this address."""
    return render(request, "ui/404.html", status=404)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose page had grown too old (or was not ours)."""
    return render(request, "ui/403_form.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: we failed. Rendered without a context, so that nothing that may be broken is asked."""
    return HttpResponse(get_template("ui/500.html").render({}), status=500)
