"""Questions about credits: who made a film, what a person did."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.db.models import Count, F, QuerySet, Value
from django.db.models.functions import Abs

from kinoqor.register.card.models import Card
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.rules import ORDER as ROLE_ORDER
from kinoqor.register.credit.words import Role


def directors(films: Collection[int]) -> dict[int, list[Card]]:
    """The directors of these films (by number), each in the order of the credits; two queries for any number of films."""
    directed = Credit.objects.filter(film__in=films, role=Role.DIRECTOR).order_by("film", "order")
    pairs = list(directed.values_list("film_id", "person_id"))
    people = Card.objects.in_bulk({person for _film, person in pairs})
    found: dict[int, list[Card]] = {}
    for film, person in pairs:
        if person in people:
            found.setdefault(film, []).append(people[person])
    return found


def of_film(film: int) -> list[Credit]:
    """The credits of one film (by number) in the order of roles, each with `person.card`; one query."""
    known = Credit.objects.filter(film=film).exclude(person__card=None)
    return list(known.select_related("person__card").order_by("order"))


def with_the_same_people(film: int, year: int | None, most: int = 4) -> list[Card]:
    """Other films of the people of this film (by number), in the order of their years; one query.

    Films that share more people come first, among equals those made nearest to `year`; `most` of them are kept.
    """
    people = Credit.objects.filter(film=film).values("person")
    shared = Count("subject__credits__person", distinct=True)
    near = Abs(F("year") - Value(year)) if year is not None else F("year")
    found = (
        Card.objects.filter(subject__credits__person__in=people)
        .exclude(pk=film)
        .annotate(shared=shared, near=near)
        .order_by("-shared", near.asc(nulls_last=True), "ref")
    )
    return sorted(found[:most], key=lambda card: (card.year or 9999, card.ref))


def of_person(person: int) -> list[Credit]:
    """The credits of one person (by number) in the order of roles, each with the film's card (`film.card`); one query."""
    found = Credit.objects.filter(person=person).select_related("film__card").defer("film__card__facts")
    return sorted(found, key=lambda credit: (ROLE_ORDER.get(credit.role, len(ROLE_ORDER)), credit.pk))


@dataclass(slots=True)
class Career:
    """How much one did: the number of different films, and the years of those whose year is known, in order."""

    films: int = 0
    years: list[int] = field(default_factory=list)


def careers(people: Collection[int]) -> dict[int, Career]:
    """The careers of these people (by number); one query. Who has no credit is left out."""
    rows = Credit.objects.filter(person__in=people).values_list("person_id", "film_id", "film__card__year")
    found: dict[int, Career] = {}
    for person, _film, year in rows.order_by("film__card__year").distinct():
        career = found.setdefault(person, Career())
        career.films += 1
        if year is not None:
            career.years.append(year)
    return found


@dataclass(frozen=True, slots=True)
class Fellow:
    """Someone who made films with a person: the card, and the roles of that someone in each shared film (by number)."""

    card: Card
    films: dict[int, list[str]]


def worked_with(person: int, films: Collection[int], most: int = 11, least: int = 2) -> list[Fellow]:
    """Who else made these films, most shared films first; at least `least` shared, at most `most` people; two queries."""
    rows = (
        Credit.objects.filter(film__in=films).exclude(person=person).order_by("person_id", "film_id", "order")
    )
    shared: dict[int, dict[int, list[str]]] = {}
    for fellow, film, role in rows.values_list("person_id", "film_id", "role"):
        shared.setdefault(fellow, {}).setdefault(film, []).append(role)
    often = [fellow for fellow in shared if len(shared[fellow]) >= least]
    often = sorted(often, key=lambda fellow: -len(shared[fellow]))[:most]
    cards = Card.objects.defer("facts").in_bulk(often)
    return [Fellow(cards[fellow], shared[fellow]) for fellow in often if fellow in cards]


def directed_by(people: Iterable[str]) -> QuerySet[Credit, int]:
    """The numbers of the films that any of these people (by ref) directed; for use inside another question."""
    return Credit.objects.filter(role=Role.DIRECTOR, person__ref__in=list(people)).values_list(
        "film_id", flat=True
    )


def busiest_directors(films: QuerySet[Card], most: int) -> list[tuple[str, int]]:
    """The directors (ref) of most of these films with how many of them each directed; one query."""
    directed = Credit.objects.filter(role=Role.DIRECTOR, film__in=films.order_by().values("pk"))
    counted = directed.values_list("person__ref").annotate(n=Count("film", distinct=True))
    return list(counted.order_by("-n", "person__ref")[:most])
