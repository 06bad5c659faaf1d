"""Questions about co-productions: with which countries, how many films, in which years."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kinoqor.register.card.models import Card, Facet
from kinoqor.register.card.words import Axis
from kinoqor.register.face.queries import title
from kinoqor.register.subject.words import Kind
from kinoqor.ui import pack

HEAD = ("country", "country_name", "film", "film_title", "year", "at_home_too")


@dataclass(slots=True)
class Partner:
    """A country outside of home with the films that name it, in the order of years."""

    code: str
    films: list[Card] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The country in the page's language."""
        return pack.label("territories", self.code)

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year of a film with this partner."""
        known = [card.year for card in self.films if card.year]
        return (min(known), max(known)) if known else None


def home() -> list[str]:
    """Codes of the countries whose films are films of home."""
    return list(pack.about()["home_countries"])


def partners() -> tuple[list[Partner], set[int]]:
    """Every partner country, the busiest first, and the films (by number) that name a home country too. Three queries."""
    named = Facet.objects.filter(axis=Axis.COUNTRY, card__kind=Kind.WORK)
    pairs = list(named.exclude(code__in=home()).values_list("code", "card_id"))
    films = Card.objects.in_bulk({film for _code, film in pairs})
    at_home = set(named.filter(code__in=home()).values_list("card_id", flat=True))
    found: dict[str, Partner] = {}
    for code, film in pairs:
        found.setdefault(code, Partner(code)).films.append(films[film])
    for partner in found.values():
        partner.films.sort(key=lambda card: (card.year or 9999, card.ref))
    return sorted(found.values(), key=lambda partner: (-len(partner.films), partner.code)), at_home


def rows(found: Iterable[Partner], at_home: set[int]) -> Iterable[Sequence[object]]:
    """Partners and films as rows of open data, in the columns of HEAD."""
    for partner in found:
        for card in partner.films:
            both = "yes" if card.pk in at_home else "no"
            yield (partner.code, partner.label, card.ref, title(card).text, card.year, both)
