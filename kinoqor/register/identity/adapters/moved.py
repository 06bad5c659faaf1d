"""An address with the number of a record that is shown under another leads there, for ever and in every form."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse

from kinoqor.register.identity.queries import leading

# What a record's address calls its number: alone, or with a readable tail behind it.
NAMES = ("ref", "address")


class Moved:
    """Where nothing stands at an address, look whether its number is shown under another one now.

    Asked only then, so that a page which is there costs nothing more.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        found = self.answer(request)
        if found.status_code != 404 or request.method not in ("GET", "HEAD"):
            return found
        return self._elsewhere(request) or found

    @staticmethod
    def _elsewhere(request: HttpRequest) -> HttpResponseBase | None:
        match = request.resolver_match
        name = next((name for name in NAMES if match and name in match.kwargs), "")
        if match is None or not name:
            return None
        ref = str(match.kwargs[name]).split("-", 1)[0]
        leader = leading(ref)
        if leader == ref:
            return None
        place = reverse(match.view_name, kwargs=match.kwargs | {name: leader})
        query = request.META.get("QUERY_STRING", "")
        moved = HttpResponsePermanentRedirect(f"{place}?{query}" if query else place)
        # For ever, as far as anybody knows; but a judgement can be taken back, so nobody keeps the answer.
        moved["Cache-Control"] = "no-cache"
        return moved
