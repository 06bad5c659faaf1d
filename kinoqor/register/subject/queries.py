"""Questions about subjects."""

from collections.abc import Collection, Iterable, Iterator

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


def in_pieces(subjects: Collection[int] | None) -> Iterator[list[tuple[int, str, str]]]:
    """(number, ref, kind) of these subjects (of all, where None) by number, a few thousand at a time."""
    everyone = Subject.objects.order_by("pk").values_list("pk", "ref", "kind")
    if subjects is None:
        yield from batched(everyone.iterator(chunk_size=5000), 5000)
        return
    for some in batched(subjects, 900):
        yield list(everyone.filter(pk__in=some))


def held(subjects: Collection[int]) -> dict[int, str]:
    """The kind of each of these subjects, held until the transaction ends; always in the same order, so that nobody
    waits for one who waits for them.
    """
    found = Subject.objects.select_for_update().filter(pk__in=subjects).order_by("pk")
    return dict(found.values_list("pk", "kind"))


def how_many() -> int:
    """How many subjects the register has."""
    return Subject.objects.count()
