"""Questions about disagreements: where there are any, and what each side says."""

from collections import Counter
from collections.abc import Iterable

from django.db.models import F

from kinoqor.portal.disagreement.rules import disagreements
from kinoqor.register.card.models import Card
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.face.queries import Face


def disputed(code: str = "") -> tuple[list[tuple[int, str]], list[tuple[str, int]]]:
    """Every (card, property) on which sources disagree, of one property where given, and how many there are of each."""
    year = F("year").asc(nulls_last=True)
    some = Card.objects.filter(disputed=True).order_by(year, "ref").values_list("pk", "facts")
    pairs = disagreements(some, list(PROPERTIES))
    counts = Counter(prop for _card, prop in pairs)
    return [pair for pair in pairs if not code or pair[1] == code], list(counts.items())


def voices(pairs: Iterable[tuple[int, str]]) -> tuple[Face, list[tuple[Card, str]]]:
    """The cards of these disagreements and a face for all of them; three queries for any number."""
    some = list(pairs)
    known = Card.objects.in_bulk({card for card, _code in some})
    return Face(known.values()), [(known[card], code) for card, code in some if card in known]
