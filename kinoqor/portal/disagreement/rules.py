"""How disagreements are found and ordered. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def disagreements(
    cards: Iterable[tuple[int, Mapping[str, Any]]], order: Sequence[str]
) -> list[tuple[int, str]]:
    """(card, property) wherever the facts of a card are disputed: by the order of the properties, then of the cards."""
    place = {code: number for number, code in enumerate(order)}
    found = [
        (place.get(code, len(place)), number, card, code)
        for number, (card, facts) in enumerate(cards)
        for code, fact in facts.items()
        if fact.get("disputed")
    ]
    return [(card, code) for _place, _number, card, code in sorted(found, key=lambda each: each[:2])]
