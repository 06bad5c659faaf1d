"""Every public page over the country pack, and the desks: how long, how many queries and bytes, warm, in one process."""

import sys
import time

from django.core.management import call_command
from django.db import connection
from django.db.models import Count
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

from benchmarks.table import Measure, percentile
from benchmarks.work.access import browser, person
from kinoqor.accounts.role.words import Role
from kinoqor.register.source.models import Source
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import PAGE
from kinoqor.ui.door import anyone, pages

LANGUAGES = ("kk", "ru", "en")
ROUNDS = 15
MILLISECONDS, QUERIES = 40, 12
# Pages whose sense lies in what is asked.
ASKED = {"search": "?q=кыз жибек", "search_json": "?q=кыз жибек", "search_next": "?q=кыз"}
# The desks, and who opens them.
DESKS = {
    "desk": Role.CATALOGUER,
    "queue": Role.CATALOGUER,
    "twins": Role.CATALOGUER,
    "series": Role.CATALOGUER,
    "proposals": Role.CATALOGUER,
    "card-edit": Role.CATALOGUER,
    "loads": Role.ARCHIVIST,
    "deeds": Role.AUDITOR,
    "letters": Role.ADMINISTRATOR,
    "seats": Role.ADMINISTRATOR,
}
# Pages of the sign-in library, of which nobody waits for a second one.
ENTRANCE = ("account_", "mfa_", "socialaccount_", "openid_", "sign")


def fullest() -> dict[str, str]:
    """The name of a page of one record -> the ref of the record of its kind with the most claims."""
    found = {}
    for kind, page in PAGE.items():
        by_claims = Subject.objects.filter(kind=kind).annotate(n=Count("claims")).order_by("-n", "ref")
        ref = by_claims.values_list("ref", flat=True).first()
        if ref:
            found[page] = ref
    busiest = Source.objects.annotate(n=Count("claims")).order_by("-n", "pk")
    return found | {"source": str(busiest.values_list("pk", flat=True).first())}


def names(resolver: URLResolver) -> list[tuple[str, int]]:
    """(name, how many things it asks for) of every public route."""
    found = []
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            found += names(entry)
        elif isinstance(entry, URLPattern) and entry.name:
            found.append((entry.name, len(entry.pattern.converters)))
    return list(dict.fromkeys(found))


def address(name: str, asks: int, samples: dict[str, str]) -> str:
    """A route's address in the language that is on; "" where nothing is known to ask it for."""
    ref = samples.get(name.split("-")[0], "")
    if asks and not ref:
        return ""
    try:
        return reverse(name, args=[ref] * asks) + ASKED.get(name, "")
    except NoReverseMatch:
        return ""


def ask(client: Client, place: str) -> tuple[int, int, float]:
    """(status, bytes, seconds) of one GET with redirects followed beforehand."""
    begun = time.perf_counter()
    answer = client.get(place)
    size = len(answer.getvalue())
    return answer.status_code, size, time.perf_counter() - begun


def final(client: Client, place: str) -> str:
    """Where a redirect leads; the place itself without one."""
    answer = client.get(place)
    return str(answer["Location"]) if answer.status_code in (301, 302) else place


def measure(name: str, places: list[str], client: Client) -> None:
    """Asks one page in every language, warm, and prints its four measures."""
    places = [final(client, place) for place in places]
    if any(ask(client, place)[0] != 200 for place in places):
        print(f"{name}: no page to measure", file=sys.stderr)
        return
    with CaptureQueriesContext(connection) as captured:
        ask(client, places[0])
        queries = len(captured)
    asked = [ask(client, place) for _ in range(ROUNDS) for place in places]
    seconds = [each[2] for each in asked]
    slow = percentile(seconds, 0.95)
    # A list as a file holds every row there is; the goal is for pages that a person waits for.
    goal = "" if name.endswith(("-json", "-csv")) else f"< {MILLISECONDS}"
    for found in (
        Measure("pages", name, percentile(seconds, 0.5), "p50 ms"),
        Measure("pages", name, slow, "p95 ms", goal, slow < MILLISECONDS if goal else None),
        Measure("pages", name, queries, "queries", f"<= {QUERIES}", queries <= QUERIES),
        Measure("pages", name, round(max(each[1] for each in asked) / 1024, 1), "KB"),
    ):
        print(found.line(), flush=True)


def main() -> None:
    for command in (["build_font"], ["compile_catalogues"], ["intake"], ["collectstatic", "--no-input"]):
        call_command(*command, stdout=sys.stderr)
    samples, client = fullest(), Client()
    samples |= {"card": samples["film"], "story": samples["film"], "propose": samples["film"]}
    public = {page.name for page in pages() if getattr(page.callback, "rule", None) is anyone}
    hands = {role: browser(person(role)) for role in dict.fromkeys(DESKS.values())}
    for name, asks in names(get_resolver()):
        places = []
        for language in LANGUAGES:
            with override(language):
                places.append(address(name, asks, samples))
        if name in DESKS and all(places):
            measure(name, places, hands[DESKS[name]])
        elif all(places) and name in public and not name.startswith(ENTRANCE):
            measure(name, places, client)


if __name__ == "__main__":
    main()
