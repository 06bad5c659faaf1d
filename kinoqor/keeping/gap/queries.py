"""The questions of the queue: which records have which gaps. Nothing of it is kept."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise

from kinoqor.keeping.edit.queries import Completeness, completeness
from kinoqor.keeping.gap.rules import Counted, Wanted, counted
from kinoqor.keeping.gap.words import KIND, NARROWED, TWIN, Of
from kinoqor.keeping.twin.queries import candidates_of, open_pairs
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.queries import by_decade, lacking, tallies
from kinoqor.register.face.queries import of_kind, title
from kinoqor.register.film.queries import codes as film_codes
from kinoqor.register.film.queries import matching as films
from kinoqor.register.level.rules import of_bits
from kinoqor.register.level.words import Level
from kinoqor.register.spelling.queries import find
from kinoqor.ui import pack
from kinoqor.ui.parts import Said

HEAD = ("ref", "title", "year", "level", "lacks", "weight", "desk")


def codes(of: str) -> dict[str, list[str]]:
    """The codes of each axis by which records of this kind are narrowed."""
    if of == Of.FILMS:
        return film_codes()
    return {axis: pack.codes(name) for axis, name in NARROWED.get(of, {}).items()}


def narrowed(wanted: Wanted) -> QuerySet[Card]:
    """The records that are wanted, in no order, whatever their gaps and level; of every decade."""
    if wanted.of == Of.FILMS:
        found = films(wanted.listed)
    else:
        found = of_kind(KIND[wanted.of])
        for axis, chosen in wanted.listed.chosen.items():
            found = found.filter(pk__in=Facet.objects.filter(axis=axis, code__in=chosen).values("card"))
    if wanted.text:
        found = found.filter(pk__in=[hit.found.subject for hit in find(wanted.text)[1]])
    return found.exclude(level=None)


def in_decade(cards: QuerySet[Card], wanted: Wanted) -> QuerySet[Card]:
    """Those of the decade that is wanted."""
    return cards.filter(year__range=(wanted.decade, wanted.decade + 9)) if wanted.decade else cards


# The one place at which a possible duplicate becomes a gap.


def possible_twins(of: str) -> QuerySet[Any, Any]:
    """The records (by number) of this kind that stand in a pair which nobody has judged; for use inside a question."""
    pairs = open_pairs(KIND[of]).order_by()
    return pairs.values("one").union(pairs.values("other"))


def with_gap(cards: QuerySet[Card], wanted: Wanted) -> QuerySet[Card]:
    """Those with the gap and at the level that are wanted."""
    if wanted.level is not None:
        cards = cards.filter(level=wanted.level)
    if wanted.gap == TWIN:
        return cards.filter(pk__in=possible_twins(wanted.of))
    return lacking(cards, wanted.gap) if wanted.gap else cards


@dataclass(frozen=True, slots=True)
class Queue:
    """What stands in the queue, those first of which most is said; how many; what each other choice would show."""

    cards: QuerySet[Card]
    counted: Counted
    decades: dict[int, int]


def in_order(wanted: Wanted) -> QuerySet[Card]:
    """The records of the queue, those first of which most is said and which most others name."""
    return _ordered(with_gap(in_decade(narrowed(wanted), wanted), wanted))


def _ordered(cards: QuerySet[Card]) -> QuerySet[Card]:
    return cards.order_by("-weight", "ref").defer("facts")


def queue(wanted: Wanted) -> Queue:
    """The queue as it is wanted, with its numbers; three queries, and those of a search where one is asked for."""
    every = narrowed(wanted)
    found = in_decade(every, wanted)
    levels = found.order_by().filter(pk__in=possible_twins(wanted.of)).values_list("level", flat=True)
    twins = Counter(level for level in levels if level is not None)
    numbers = counted(wanted, tallies(found), twins)
    return Queue(_ordered(with_gap(found, wanted)), numbers, by_decade(with_gap(every, wanted)))


@dataclass(frozen=True, slots=True)
class Line:
    """One record of the queue."""

    card: Card
    title: Said
    state: Completeness
    twin: bool

    @property
    def desk(self) -> str:
        """Where the record is worked on."""
        return reverse("card-edit", args=[self.card.ref])

    @property
    def needs(self) -> list[tuple[str | Promise, str]]:
        """What the next level needs, each noun with the form at which it is met."""
        return [(noun, f"{self.desk}{prop}/" if prop else "") for noun, prop in self.state.needs]


def lines(cards: Collection[Card]) -> list[Line]:
    """Records as lines of the queue; one query for all."""
    alike = candidates_of([card.ref for card in cards]) if cards else set()
    return [
        Line(card, title(card) or Said(card.ref), completeness(card), card.ref in alike) for card in cards
    ]


def rows(cards: Iterable[Card]) -> Iterator[tuple[object, ...]]:
    """Records as rows of a file, in the columns of HEAD."""
    for card in cards:
        lacks = " ".join(sorted(of_bits(card.lacks)))
        level = Level(card.level).name.lower() if card.level is not None else ""
        desk = settings.ADDRESS + reverse("card-edit", args=[card.ref])
        yield card.ref, title(card).text, card.year, level, lacks, card.weight, desk
