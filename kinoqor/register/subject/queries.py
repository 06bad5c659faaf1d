"""Questions about subjects."""

from collections.abc import Iterable

from kinoqor.kit.batch import batched
from kinoqor.register.subject.models import Subject


def numbers(refs: Iterable[str]) -> dict[str, int]:
    """The database number of each known ref."""
    found: dict[str, int] = {}
    for some in batched(refs, 900):
        found.update(Subject.objects.filter(ref__in=some).values_list("ref", "pk"))
    return found


def all_refs() -> dict[str, str]:
    """Every ref with its kind."""
    return dict(Subject.objects.values_list("ref", "kind"))
