"""Questions about sources."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from kinoqor.register.source.models import Source


def by_id(ids: Iterable[int]) -> dict[int, Source]:
    """The sources with these numbers, by number."""
    return Source.objects.in_bulk(list(set(ids)))


def all_sources(kind: str = "") -> QuerySet[Source]:
    """Every source (of one kind, where given) with `standing`, the number of its standing claims, the busiest first."""
    found = Source.objects.filter(kind=kind) if kind else Source.objects.all()
    standing = Count("claims", filter=Q(claims__withdrawn=None))
    return found.annotate(standing=standing).order_by("-standing", "address")


def claims_by_kind() -> dict[str, int]:
    """Kind of source -> how many standing claims rest on it."""
    standing = Count("claims", filter=Q(claims__withdrawn=None))
    return dict(Source.objects.values_list("kind").annotate(n=standing))


def kinds() -> list[tuple[str, int]]:
    """Each kind of source with how many there are, most first."""
    rows = Source.objects.values_list("kind").annotate(n=Count("pk")).order_by("-n", "kind")
    return [(kind, n) for kind, n in rows]
