"""Questions about conflicts: what is shut to whom. This is what filters every list of applications."""

from collections.abc import Collection

from django.db.models import OuterRef, Q, QuerySet, Subquery

from kinoqor.funding.conflict.models import Conflict, Decision
from kinoqor.funding.conflict.words import Grade, Status


def standing() -> QuerySet[Conflict]:
    """The conflicts that hold now, each with what was decided last (`decided`, None where nobody has)."""
    newest = Decision.objects.filter(conflict=OuterRef("pk")).order_by("-pk").values("status")[:1]
    return Conflict.objects.filter(gone=None).annotate(decided=Subquery(newest)).order_by("pk")


def shutting() -> QuerySet[Conflict]:
    """Those that shut a file: barred and not dismissed. What nobody has decided yet shuts (see `rules.shuts`)."""
    undecided_or_upheld = Q(decided=None) | ~Q(decided=Status.DISMISSED)
    return standing().filter(undecided_or_upheld, grade=Grade.BARRED)


def shut_to(user: int | None) -> list[str]:
    """The files ("application:12") that are shut to a person; one query."""
    if user is None:
        return []
    return list(shutting().filter(user=user).values_list("holder", flat=True).distinct())


def is_shut(user: int | None, holder: str) -> bool:
    """Whether a file is shut to a person."""
    return user is not None and shutting().filter(user=user, holder=holder).exists()


def shut_pairs(holders: Collection[str]) -> set[tuple[int, str]]:
    """Every pair of a person and one of these files that is shut; one query."""
    return set(shutting().filter(holder__in=list(holders)).values_list("user_id", "holder"))


def warned_pairs(holders: Collection[str]) -> set[tuple[int, str]]:
    """Every pair of a person and one of these files that stands under a warning and is not dismissed; one query."""
    found = standing().filter(Q(decided=None) | ~Q(decided=Status.DISMISSED), grade=Grade.WARNED)
    return set(found.filter(holder__in=list(holders)).values_list("user_id", "holder"))
