"""Questions about credits: who made a film, what a person did."""

from collections.abc import Collection

from kinoqor.register.card.models import Card
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.words import Role


def directors(films: Collection[int]) -> dict[int, list[Card]]:
    """The directors of these films (by number), each in the order of the credits; two queries for any number of films."""
    credits = Credit.objects.filter(film__in=films, role=Role.DIRECTOR).order_by("film", "order")
    pairs = list(credits.values_list("film_id", "person_id"))
    people = Card.objects.in_bulk({person for _film, person in pairs})
    found: dict[int, list[Card]] = {}
    for film, person in pairs:
        if person in people:
            found.setdefault(film, []).append(people[person])
    return found
