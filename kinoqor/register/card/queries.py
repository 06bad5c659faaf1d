"""Questions to all cards together: how many of what, year by year, and what they lack."""

from collections import Counter
from collections.abc import Mapping

from django.db.models import Count, F, Q, QuerySet

from kinoqor.register.card.models import Card
from kinoqor.register.level.words import ASKED, BIT
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


def tallies(cards: QuerySet[Card]) -> list[tuple[int, int, int]]:
    """(level, lacks as bits, how many) of these cards, as far as they have levels; one query, from the index alone."""
    rows = cards.order_by().exclude(level=None).values_list("level", "lacks")
    return list(rows.annotate(n=Count("*")))


def by_decade(cards: QuerySet[Card]) -> dict[int, int]:
    """First year of a decade -> how many of these cards, in order; one query. Without a year they are left out."""
    found: Counter[int] = Counter()
    for year, n in cards.order_by().exclude(year=None).values_list("year").annotate(n=Count("*")):
        found[year // 10 * 10] += n
    return dict(sorted(found.items()))


def lacking(cards: QuerySet[Card], lack: str) -> QuerySet[Card]:
    """Those of these cards that lack this."""
    return cards.alias(lacked=F("lacks").bitand(BIT[lack])).filter(lacked__gt=0)


def never_measured() -> bool:
    """Whether there are cards that were settled before there were levels."""
    return Card.objects.filter(kind__in=ASKED, level=None).exists()
