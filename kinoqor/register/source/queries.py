"""Questions about sources."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from kinoqor.register.source.models import Source

# Claims on this source that the public may know of, and of these the ones that stand.
_PUBLIC = Q(claims__proposed=False) | Q(claims__published__isnull=False)
_STANDING = Q(claims__withdrawn=None) & _PUBLIC


def by_id(ids: Iterable[int]) -> dict[int, Source]:
    """The sources with these numbers, by number."""
    return Source.objects.in_bulk(list(set(ids)))


def visible() -> QuerySet[Source]:
    """Sources that the public may know of: those on which a public claim rests or has rested."""
    return Source.objects.filter(pk__in=Source.objects.filter(_PUBLIC).values("pk"))


def all_sources(kind: str = "") -> QuerySet[Source]:
    """Every source (of one kind, where given) with `standing`, the number of its standing claims, the busiest first."""
    found = visible().filter(kind=kind) if kind else visible()
    standing = Count("claims", filter=_STANDING)
    return found.annotate(standing=standing).order_by("-standing", "address")


def claims_by_kind() -> dict[str, int]:
    """Kind of source -> how many standing claims rest on it."""
    standing = Count("claims", filter=_STANDING)
    return dict(Source.objects.values_list("kind").annotate(n=standing))


def kinds() -> list[tuple[str, int]]:
    """Each kind of source with how many there are, most first."""
    rows = visible().values_list("kind").annotate(n=Count("pk")).order_by("-n", "kind")
    return [(kind, n) for kind, n in rows]
