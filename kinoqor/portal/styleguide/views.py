"""The page of styles."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinoqor.portal.styleguide.samples import samples
from kinoqor.ui.door import anyone, door


@door(anyone)
@require_safe
def styleguide(request: HttpRequest) -> HttpResponse:
    """Every component in every language."""
    page = Paginator(range(400), 20).page(7)
    return render(request, "portal/styleguide/styleguide.html", {"samples": samples(), "page": page})
