"""The one door: each page names the rule by which it opens, and nothing of it is done before the rule has answered.

404 or 403, decided once: what stands in public, or what one could be given a seat for, is refused with its reason
(403); somebody else's own thing (a letter, a draft, a session) is not there at all (404, a verdict that is `hidden`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kinoqor.kit.verdict import YES, Verdict
from kinoqor.kit.watch import note
from kinoqor.ui import errors

Rule = Callable[..., Verdict]
View = Callable[..., HttpResponseBase]
Entry = URLPattern | URLResolver
# What does not open to anyone is kept by nobody on the way, nor by the browser for whoever sits down there next.
OWN = "private, no-store"
FORM = ["GET", "HEAD", "POST"]  # how a page of a library is asked
MACHINES = (".json", ".csv", ".xml")


def anyone(who: object, **asked: object) -> Verdict:
    """Open to all, signed in or not."""
    return YES


def door(rule: Rule, *, writes: str = "") -> Callable[[View], View]:
    """Let a view open only by `rule(who, **what the address names)`; a no is answered by `closed`.

    A GET cannot write. Where one has to (a sign-in page that keeps a challenge for the answer), `writes` says why.
    """

    def wrap(view: View) -> View:
        @wraps(view)
        def entered(request: HttpRequest, *args: Any, **asked: Any) -> HttpResponseBase:
            verdict = rule(request.who, **asked)  # type: ignore[attr-defined]
            answer = view(request, *args, **asked) if verdict else closed(request, verdict)
            if rule is not anyone:
                answer.headers.setdefault("Cache-Control", OWN)
            return answer

        entered.rule = rule  # type: ignore[attr-defined]
        entered.writes = writes  # type: ignore[attr-defined]
        return entered

    return wrap


def closed(request: HttpRequest, verdict: Verdict) -> HttpResponseBase:
    """What stands before a closed door: the way to sign in, the reason, or nothing at all."""
    if not verdict.stranger:
        kind = "hidden" if verdict.hidden else "refused"
        who = getattr(request.who, "voice", "")  # type: ignore[attr-defined]
        note(kind, method=request.method, path=request.path, who=who, address=request.META.get("REMOTE_ADDR"))
    if verdict.hidden:
        return errors.not_found(request)
    if request.path.endswith(MACHINES):
        said = {"reason": str(verdict.reason), "clause": verdict.clause, "way": str(verdict.way)}
        return JsonResponse(said, status=401 if verdict.stranger else 403)
    if verdict.stranger and request.method in ("GET", "HEAD"):
        return HttpResponseRedirect(
            f"{reverse(settings.LOGIN_URL)}?{urlencode({'next': request.get_full_path()})}"
        )
    return refused(request, verdict)


def refused(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """403 with the reason, the clause and the way out."""
    try:
        to = reverse(verdict.to) if verdict.to else ""
    except NoReverseMatch:
        to = ""
    return errors.refused(request, verdict, to)


def behind(
    entries: Iterable[Entry],
    rules: Mapping[str, Rule],
    writes: Mapping[str, str],
    around: Mapping[str, Callable[[View], View]] = MappingProxyType({}),
) -> list[Entry]:
    """The addresses of a library put behind the door: the rule of each by the name of its address.

    `writes` names the pages that keep something on GET, with the reason; `around` what is done around a page. An
    address that `rules` does not name is left out, so that a newer library cannot open a page of its own accord.
    """
    found: list[Entry] = []
    for entry in entries:
        if isinstance(entry, URLResolver):
            inside = behind(entry.url_patterns, rules, writes, around)
            found.append(
                URLResolver(entry.pattern, inside, entry.default_kwargs, entry.app_name, entry.namespace)
            )
        elif entry.name and entry.name in rules:
            asked = require_http_methods(FORM)(around.get(entry.name, _as_it_is)(entry.callback))
            view = door(rules[entry.name], writes=writes.get(entry.name, ""))(asked)
            found.append(URLPattern(entry.pattern, view, entry.default_args, entry.name))
    return found


def _as_it_is(view: View) -> View:
    return view


def pages(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """Every address of the house."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from pages(entry)
        else:
            yield entry


def without_rule() -> list[str]:
    """The addresses whose page names no rule; with one of them the house does not start."""
    return [
        f"{page.name or page.pattern} ({page.lookup_str})"
        for page in pages()
        if not hasattr(page.callback, "rule")
    ]


def all_have_rules() -> None:
    """Refuse to start while a page names no rule by which it opens."""
    found = without_rule()
    if found:
        raise ImproperlyConfigured(_("These pages name no rule by which they open: %s") % ", ".join(found))
