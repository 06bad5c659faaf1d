"""Questions about people: which of them a list shows, in which order, and what one of them made."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet
from django.db.models.functions import Substr

from kinoqor.kit.batch import batched
from kinoqor.kit.collation import letters
from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.words import Axis
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.queries import Career, careers
from kinoqor.register.credit.rules import ORDER
from kinoqor.register.event.models import Award
from kinoqor.register.face.queries import of_kind
from kinoqor.register.person.words import Order
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack


@dataclass(frozen=True, slots=True)
class Asked:
    """How a reader narrows the list: a letter of the page's alphabet, an occupation (a code), an order."""

    letter: str = ""
    occupation: str = ""
    order: str = Order.NAME


def people(asked: Asked) -> QuerySet[Card]:
    """The people in the order of the page's alphabet, or those with most films first; without facts."""
    lang = pack.language()
    found = of_kind(Kind.PERSON).defer("facts")
    opening = dict(letters(lang)).get(asked.letter)
    if opening:
        found = found.filter(**{f"sort_{lang}__startswith": opening})
    if asked.occupation:
        found = found.filter(facets__axis=Axis.OCCUPATION, facets__code=asked.occupation)
    if asked.order == Order.FILMS:
        films = Count("subject__credited__film", distinct=True)
        return found.annotate(films=films).order_by("-films", f"sort_{lang}", "ref")
    return found.order_by(f"sort_{lang}", "ref")


def opening_letters() -> list[tuple[str, int]]:
    """The letters with which names begin, in the order of the page's alphabet, and how many names each has."""
    lang = pack.language()
    heads = of_kind(Kind.PERSON).annotate(head=Substr(f"sort_{lang}", 1, 2)).order_by()
    counts = dict(heads.values_list("head").annotate(n=Count("pk")))
    return [(letter, counts[code]) for letter, code in letters(lang) if counts.get(code)]


def occupations() -> list[tuple[str, int]]:
    """The codes of the occupations of the register with how many people have each, most first."""
    rows = Facet.objects.filter(card__kind=Kind.PERSON, axis=Axis.OCCUPATION).values_list("code")
    return list(rows.annotate(n=Count("pk")).order_by("-n", "code"))


def occupations_of(cards: Collection[Card]) -> dict[int, list[str]]:
    """The codes of what each of these people does, the best attested first; one query."""
    rows = Facet.objects.filter(card__in=cards, axis=Axis.OCCUPATION).order_by("pk")
    found: dict[int, list[str]] = {}
    for card, code in rows.values_list("card_id", "code"):
        found.setdefault(card, []).append(code)
    return found


@dataclass(frozen=True, slots=True)
class Listed:
    """A person of the list: the card, the codes of the occupations, the films."""

    card: Card
    occupations: list[str]
    career: Career


def listed(shown: Iterable[Card]) -> Iterator[Listed]:
    """The people with what the list says of each: two queries for every 900 of them."""
    for some in batched(shown, 900):
        does, did = occupations_of(some), careers([card.pk for card in some])
        for card in some:
            yield Listed(card, does.get(card.pk, []), did.get(card.pk, Career()))


@dataclass(slots=True)
class Part:
    """One film of a person: the roles with the characters, and what came of the film at festivals."""

    film: Card
    roles: list[Credit]
    awards: list[Award] = field(default_factory=list)

    @property
    def leading(self) -> str:
        """The leading role, by the order of the credits."""
        return self.roles[0].role

    @property
    def sources(self) -> list[int]:
        """Who says so, by number."""
        return list(dict.fromkeys(number for credit in self.roles for number in credit.sources))


def parts(found: Iterable[Credit], awards: Iterable[Award]) -> list[Part]:
    """A person's films, the latest first and undated ones last, from the credits in the order of roles."""
    by_film: dict[int, Part] = {}
    for credit in found:
        by_film.setdefault(credit.film_id, Part(credit.film.card, [])).roles.append(credit)
    for award in awards:
        if award.film_id in by_film:
            by_film[award.film_id].awards.append(award)
    return sorted(by_film.values(), key=lambda part: (-(part.film.year or 0), part.film.ref))


def by_leading_role(films: Iterable[Part]) -> dict[str, list[Part]]:
    """The films under the leading role in each, in the order of the credits; a film stands once."""
    found: dict[str, list[Part]] = {}
    for part in films:
        found.setdefault(part.leading, []).append(part)
    return dict(sorted(found.items(), key=lambda item: ORDER.get(item[0], len(ORDER))))
