"""Questions to all cards together: how many of what, year by year."""

from collections.abc import Mapping

from django.db.models import Count, Q

from kinoqor.register.card.models import Card
from kinoqor.register.subject.words import Kind


def works_by_year() -> dict[int, dict[str, int]]:
    """Year -> kind of film -> how many films; a film without a year or a kind is left out."""
    rows = (
        Card.objects.filter(kind=Kind.WORK, facets__axis="kind")
        .exclude(year=None)
        .values_list("year", "facets__code")
        .annotate(n=Count("pk"))
    )
    found: dict[int, dict[str, int]] = {}
    for year, code, n in rows.order_by("year"):
        found.setdefault(year, {})[code] = n
    return found


def totals(by_year: Mapping[int, Mapping[str, int]]) -> dict[int, int]:
    """Year -> how many films of all kinds."""
    return {year: sum(kinds.values()) for year, kinds in by_year.items()}


def sums() -> dict[str, int]:
    """How many cards of each kind, how many of them disputed ("disputed") and films of unverified year ("unverified")."""
    rows = Card.objects.values_list("kind").annotate(
        n=Count("pk"),
        disputed=Count("pk", filter=Q(disputed=True)),
        unsure=Count("pk", filter=Q(unverified=True)),
    )
    found = {"disputed": 0, "unverified": 0}
    for kind, n, disputed, unsure in rows:
        found[kind] = n
        found["disputed"] += disputed
        if kind == Kind.WORK:
            found["unverified"] = unsure
    return found
