"""Norms of an invented call."""

from datetime import date
from decimal import Decimal

from kinoqor.funding.estimate.words import Chapter, Item, Norms, Phase, Proof, Rate, Source, Span, Whose


def name(text: str) -> dict[str, str]:
    return dict.fromkeys(("kk", "ru", "en"), text)


NORMS = Norms(
    (Chapter("crew", name("Crew")), Chapter("overhead", name("Overhead"), 1000, "rule 7")),
    (Rate(date(2009, 1, 1), 1200), Rate(date(2026, 1, 1), 1600)),
    (Phase("shooting", name("Shooting")), Phase("post", name("Post"))),
    "KZT",
    date(2025, 6, 1),
)


def item(
    price: int = 100_00, quantity: str = "1", chapter: str = "crew", taxed: bool = True, phase: str = ""
) -> Item:
    return Item(chapter, "Үлгі", "day", Decimal(quantity), price, taxed, phase)


PLAN = [Source(Whose.ASKED, "", 70_00), Source(Whose.PARTNER, "Test Bank", 42_00, Proof.LETTER)]
SPANS = [
    Span("shooting", date(2025, 9, 1), date(2025, 11, 1)),
    Span("post", date(2025, 11, 2), date(2026, 3, 1)),
]
