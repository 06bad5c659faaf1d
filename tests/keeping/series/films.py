"""Three films and a series over them, for the tests of this room."""

from typing import Any

from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.series.actions import make, undo
from kinoqor.keeping.series.queries import newest_deed
from kinoqor.keeping.series.rules import Change
from kinoqor.keeping.series.words import SAYS, Do
from kinoqor.ledger.deed.actions import Doer
from kinoqor.register.card.models import Facet
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from tests import make as made
from tests.make import BY

ARCHIVE = "https://archive.example/list"
REFS = ["f901", "f902", "f903"]


def three() -> list[Subject]:
    """Three films: two comedies, one of which two sources call so, and a war film."""
    found = [made.film(ref, f"Test {ref}", year="1970") for ref in REFS]
    made.claim(found[0], "genre", "comedy")
    made.claim(found[0], "genre", "comedy", made.source("https://two.example/b"))
    made.claim(found[0], "genre", "musical")
    made.claim(found[1], "genre", "comedy")
    made.claim(found[2], "genre", "war")
    made.settled()
    return found


def change(
    do: Do = Do.REPLACE, old: str = "comedy", new: str = "drama", prop: str = "genre", **more: Any
) -> Change:
    return Change(do, prop, old, Entry(prop, new, ARCHIVE, **more) if do in SAYS else None)


def done(
    of: Change | None = None, refs: list[str] | None = None, by: Doer = BY, seen: int | None = None
) -> int:
    now = newest_deed() if seen is None else seen
    number: int = make(
        Kind.WORK, of or change(), refs or REFS, now, by=by, why="The list of the archive says so."
    )
    return number


def undone(number: int, by: Doer = BY) -> int:
    n: int = undo(number, by=by, why="It was the list of another year.")
    return n


def genres(ref: str) -> set[str]:
    return set(Facet.objects.filter(card__ref=ref, axis="genre").values_list("code", flat=True))
