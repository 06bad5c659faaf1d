"""Questions about organisations: which of them a list shows, and all that is known of one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Count, F, Max, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Coalesce

from kinoqor.kit.batch import batched
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.words import Axis
from kinoqor.register.claim.queries import pointing, qualified
from kinoqor.register.event.models import Award, Release
from kinoqor.register.event.queries import awards_of_films, given_by, shown_by
from kinoqor.register.event.words import Result
from kinoqor.register.face.queries import Face, cards, of_kind
from kinoqor.register.identity.queries import numbers_with
from kinoqor.register.organisation.rules import Name, in_order
from kinoqor.register.organisation.words import Order
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack

PAGE_LANGUAGES = ("kk", "ru", "en")


@dataclass(frozen=True, slots=True)
class Asked:
    """How a reader narrows the list: a kind (a code), an order."""

    kind: str = ""
    order: str = Order.NAME


def organisations(asked: Asked) -> QuerySet[Card]:
    """The organisations in the order of the page's alphabet, or those with most films first; without facts."""
    found = of_kind(Kind.ORGANISATION).defer("facts")
    if asked.kind:
        found = found.filter(facets__axis=Axis.KIND, facets__code=asked.kind)
    name = f"sort_{pack.language()}"
    if asked.order != Order.FILMS:
        return found.order_by(name, "ref")
    made = Facet.objects.filter(axis=Axis.STUDIO, code=OuterRef("ref")).order_by().values("code")
    judged = Award.objects.filter(organisation=OuterRef("pk")).order_by().values("organisation")
    shown = Release.objects.filter(platform=OuterRef("pk")).order_by().values("platform")
    counts = [
        Coalesce(Subquery(made.annotate(n=Count("card")).values("n")), 0),
        Coalesce(Subquery(judged.annotate(n=Count("film", distinct=True)).values("n")), 0),
        Coalesce(Subquery(shown.annotate(n=Count("film", distinct=True)).values("n")), 0),
    ]
    return found.annotate(films=counts[0] + counts[1] + counts[2]).order_by("-films", name, "ref")


def kinds() -> list[tuple[str, int]]:
    """The codes of the kinds of organisation with how many there are of each, in the order of the pack's list."""
    rows = Facet.objects.filter(card__kind=Kind.ORGANISATION, axis=Axis.KIND).values_list("code")
    counts = dict(rows.annotate(n=Count("pk")))
    known = [(code, counts.pop(code)) for code in pack.codes("org_kinds") if code in counts]
    return known + sorted(counts.items())


@dataclass(slots=True)
class Listed:
    """An organisation of the list: its kind and countries (codes), and the films that it made, judged and showed."""

    card: Card
    kind: str = ""
    countries: list[str] = field(default_factory=list)
    made: int = 0
    judged: int = 0
    shown: int = 0


def listed(found: Iterable[Card]) -> Iterator[Listed]:
    """The organisations with what the list says of each: four queries for every 400 of them."""
    for some in batched(found, 400):
        by_pk = {card.pk: Listed(card) for card in some}
        facets = Facet.objects.filter(card__in=some, axis__in=(Axis.KIND, Axis.COUNTRY)).order_by("pk")
        for pk, axis, code in facets.values_list("card_id", "axis", "code"):
            if axis == Axis.KIND:
                by_pk[pk].kind = code
            else:
                by_pk[pk].countries.append(code)
        by_ref = {card.ref: by_pk[card.pk] for card in some}
        made = Facet.objects.filter(axis=Axis.STUDIO, code__in=by_ref).values_list("code")
        for ref, n in made.annotate(n=Count("card")):
            by_ref[ref].made = n
        films = Count("film", distinct=True)
        for pk, n in (
            Award.objects.filter(organisation__in=by_pk).values_list("organisation").annotate(n=films)
        ):
            by_pk[pk].judged = n
        for pk, n in Release.objects.filter(platform__in=by_pk).values_list("platform").annotate(n=films):
            by_pk[pk].shown = n
        yield from by_pk.values()


class Known:
    """All that the register knows of one organisation; each part is asked for once, when it is needed."""

    def __init__(self, card: Card) -> None:
        self.card = card

    @cached_property
    def films(self) -> list[Card]:
        """The films that it made, in the order of their years, undated ones last.

        Without facts but for `year_said`, the fact of the year.
        """
        found = of_kind(Kind.WORK).filter(facets__axis=Axis.STUDIO, facets__code=self.card.ref)
        found = found.annotate(year_said=KeyTransform("year", "facts")).defer("facts")
        return list(found.order_by(F("year").asc(nulls_last=True), "ref"))

    @cached_property
    def prizes(self) -> list[Award]:
        """What these films won or were selected for."""
        return awards_of_films([film.pk for film in self.films]) if self.films else []

    @cached_property
    def given(self) -> list[Award]:
        """What was at it, where it is a festival or a jury, the latest first."""
        return given_by(self.card.pk)

    @cached_property
    def released(self) -> list[Release]:
        """What it showed, where it is a service or a cinema, the latest first."""
        return shown_by(self.card.pk)

    @cached_property
    def applied(self) -> list[Card]:
        """The decisions on support for which it applied, the earliest first."""
        said = pointing(numbers_with(self.card.pk), ["applicant"]).values("subject")
        return list(of_kind(Kind.DECISION).filter(pk__in=said).order_by("moment", "ref"))

    @cached_property
    def names(self) -> list[Name]:
        """What it was called through time, in that order."""
        if "name_in_time" not in self.card.facts:
            return []
        found = [
            Name(
                {lang: each.qualifiers.get(f"name_{lang}", "") for lang in PAGE_LANGUAGES},
                each.qualifiers.get("from", ""),
                each.qualifiers.get("to", ""),
                each.notes,
                each.sources,
                each.unverified,
            )
            for each in qualified(numbers_with(self.card.pk), "name_in_time")
        ]
        return in_order(found)

    @cached_property
    def face(self) -> Face:
        """The face of the organisation and its decisions, with every source behind what the page shows."""
        records: list[Any] = [*self.given, *self.released]
        numbers = {number for record in records for number in record.sources}
        numbers |= {number for name in self.names for number in name.sources}
        return Face([self.card, *self.applied], numbers)


def organisation(ref: str) -> Known | None:
    """All of one organisation; None where there is none of this number."""
    card = cards([ref]).get(ref)
    return Known(card) if card and card.kind == Kind.ORGANISATION else None


@dataclass(frozen=True, slots=True)
class Festival:
    """A festival or jury with what was there: different films, entries of each result, the first and last year."""

    card: Card
    films: int
    selected: int
    nominated: int
    won: int
    first: int | None
    last: int | None


def festivals(result: str = "", decade: int | None = None) -> list[Festival]:
    """The festivals with what was there, most films first, narrowed to a result or ten years; two queries."""
    found = Award.objects.all()
    if result:
        found = found.filter(result=result)
    if decade is not None:
        found = found.filter(year__gte=decade, year__lte=decade + 9)
    counted = found.values("organisation").annotate(
        films=Count("film", distinct=True),
        selected=Count("pk", filter=Q(result=Result.SELECTED)),
        nominated=Count("pk", filter=Q(result=Result.NOMINATED)),
        won=Count("pk", filter=Q(result=Result.WON)),
        first=Min("year"),
        last=Max("year"),
    )
    rows = counted.order_by("-films", "-won", f"organisation__card__sort_{pack.language()}", "organisation")
    numbers = list(rows.values_list("organisation", "films", "selected", "nominated", "won", "first", "last"))
    by_pk = Card.objects.defer("facts").in_bulk([pk for pk, *_counts in numbers])
    return [Festival(by_pk[pk], *counts) for pk, *counts in numbers if pk in by_pk]


def tally() -> list[tuple[int | None, str, int]]:
    """How many entries there are of each year and result: (year, result, number)."""
    rows = Award.objects.order_by("year", "result").values_list("year", "result")
    return list(rows.annotate(n=Count("pk")))
