"""Questions about films: which of them a reader wants, what else could be chosen, and all that is known of one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value

from kinoqor.kit.batch import batched
from kinoqor.register.card.models import Card
from kinoqor.register.card.queries import totals, works_by_year
from kinoqor.register.card.words import Axis
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.queries import (
    busiest_directors,
    directed_by,
    directors,
    of_film,
    with_the_same_people,
)
from kinoqor.register.event.models import Award, Release
from kinoqor.register.event.queries import awards_of, releases_of
from kinoqor.register.face.queries import Face, cards, of_kind
from kinoqor.register.film.rules import Wanted
from kinoqor.register.film.words import LISTS, MAY_BE_UNKNOWN, MOST, SUBJECTS, UNKNOWN, Doubt, Order
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack

Counts = dict[str, dict[str, int]]
Known = tuple[Wanted, dict[str, Card]]
_DOUBTS = {Doubt.DISAGREE: Q(disputed=True), Doubt.MEMORY: Q(unverified=True)}


@dataclass(frozen=True, slots=True)
class Counted:
    """How many films are wanted, in which years, and how many of them are in doubt."""

    total: int
    years: dict[int, int]
    doubts: dict[str, int]


def codes() -> dict[str, list[str]]:
    """The codes of each axis that a controlled list of the pack names."""
    return {axis: pack.codes(name) for axis, name in LISTS.items() if name}


def known(wanted: Wanted) -> Known:
    """What is wanted without the people and studios that no card knows, and the cards of those that are known."""
    refs = {code for axis in SUBJECTS for code in wanted.chosen.get(axis, ()) if code != UNKNOWN}
    if not refs:
        return wanted, {}
    found = cards(refs)
    kept = {
        axis: tuple(code for code in chosen if axis not in SUBJECTS or code in found or code == UNKNOWN)
        for axis, chosen in wanted.chosen.items()
    }
    return replace(wanted, chosen={axis: chosen for axis, chosen in kept.items() if chosen}), found


def matching(wanted: Wanted, but: str = "") -> QuerySet[Card]:
    """The films that are wanted, in no order; `but`: an axis, or "doubt", that is not asked."""
    found = of_kind(Kind.WORK)
    for axis, chosen in wanted.chosen.items():
        if axis != but:
            found = found.filter(_on(axis, chosen))
    if wanted.first:
        found = found.filter(year__gte=wanted.first)
    if wanted.last:
        found = found.filter(year__lte=wanted.last)
    return found.filter(_in_doubt(wanted)) if wanted.doubts and but != "doubt" else found


def _on(axis: str, chosen: Sequence[str]) -> Q:
    if axis == Axis.DIRECTOR:
        return Q(pk__in=directed_by(chosen))
    fits = Q(pk__in=of_kind(Kind.WORK).filter(facets__axis=axis, facets__code__in=chosen).values("pk"))
    return fits | ~Q(pk__in=_having(axis)) if UNKNOWN in chosen else fits


def _having(axis: str) -> QuerySet[Card, Any]:
    return of_kind(Kind.WORK).filter(facets__axis=axis).values("pk")


def _in_doubt(wanted: Wanted) -> Q:
    asked = Q()
    for doubt in wanted.doubts:
        asked |= _DOUBTS[Doubt(doubt)]
    return asked


def counted(wanted: Wanted) -> Counted:
    """Films a year, in all and in doubt; one query."""
    found = matching(wanted, but="doubt").order_by().values_list("year")
    n = Count("pk", filter=_in_doubt(wanted)) if wanted.doubts else Count("pk")
    doubts = [Count("pk", filter=_DOUBTS[doubt]) for doubt in Doubt]
    rows = list(found.annotate(n=n, disagree=doubts[0], memory=doubts[1]))
    return Counted(
        sum(row[1] for row in rows),
        {year: n for year, n, *_ in rows if year is not None and n},
        {Doubt.DISAGREE: sum(row[2] for row in rows), Doubt.MEMORY: sum(row[3] for row in rows)},
    )


def choices(wanted: Wanted) -> Counts:
    """For each axis the codes with how many films each would leave, all other choices kept; two queries."""
    rows = [_by_code(matching(wanted), [axis for axis in LISTS if axis not in wanted.chosen])]
    rows += [_by_code(matching(wanted, axis), [axis]) for axis in wanted.chosen if axis != Axis.DIRECTOR]
    rows += [_without(matching(wanted, axis), axis) for axis in MAY_BE_UNKNOWN]
    found: Counts = {axis: {} for axis in LISTS}
    for axis, code, n in rows[0].union(*rows[1:], all=True):
        if axis in found and n:
            found[axis][code] = n
    found[Axis.DIRECTOR] = dict(busiest_directors(matching(wanted, Axis.DIRECTOR), MOST))
    return found


def _by_code(films: QuerySet[Card], axes: Sequence[str]) -> QuerySet[Card, tuple[str, str, int]]:
    found = of_kind(Kind.WORK).filter(pk__in=films.values("pk"), facets__axis__in=axes)
    return found.order_by().values_list("facets__axis", "facets__code").annotate(n=Count("pk"))


def _without(films: QuerySet[Card], axis: str) -> QuerySet[Card, tuple[str, str, int]]:
    bare = films.exclude(pk__in=_having(axis)).order_by().annotate(a=Value(str(axis)), c=Value(UNKNOWN))
    return bare.values_list("a", "c").annotate(n=Count("pk"))


def in_order(wanted: Wanted) -> QuerySet[Card]:
    """The films that are wanted as a list shows them: films of one year and films of no year by their titles."""
    title = f"sort_{pack.language()}"
    year = F("year").desc(nulls_last=True) if wanted.order == Order.NEW else F("year").asc(nulls_last=True)
    order = (title, "ref") if wanted.order == Order.TITLE else (year, title, "ref")
    return matching(wanted).order_by(*order)


def all_years() -> dict[int, int]:
    """Year -> how many films the register knows."""
    return totals(works_by_year())


def with_directors(films: Iterable[Card]) -> Iterator[tuple[Card, list[Card], Mapping[str, Card]]]:
    """Each film with its directors and the cards of its studios (by ref), three queries for every 500 films."""
    for some in batched(films, 500):
        by_film = directors([film.pk for film in some])
        studios = {
            voice["object"]
            for film in some
            for voice in film.facts.get("studio", {}).get("voices", ())
            if "object" in voice
        }
        linked = cards(studios) if studios else {}
        for film in some:
            yield film, by_film.get(film.pk, []), linked


@dataclass(slots=True)
class Film:
    """All that the register knows of one film."""

    card: Card
    face: Face
    credits: list[Credit]
    awards: list[Award]
    releases: list[Release]


def film(ref: str) -> Film | None:
    """A film by its number, None where there is no such film; six queries."""
    card = of_kind(Kind.WORK).filter(ref=ref).first()
    if card is None:
        return None
    made_by, awards, releases = of_film(card.pk), awards_of(card.pk), releases_of(card.pk)
    records: tuple[Any, ...] = (*made_by, *awards, *releases)
    more = {number for record in records for number in record.sources}
    return Film(card, Face([card], more), made_by, awards, releases)


def beside(film: Film) -> list[tuple[Card, list[Card]]]:
    """At most four other films by the same people, each with its directors; three queries."""
    others = with_the_same_people(film.card.pk, film.card.year)
    by_film = directors([other.pk for other in others]) if others else {}
    return [(other, by_film.get(other.pk, [])) for other in others]
