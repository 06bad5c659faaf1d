"""What the first page shows, gathered from cards and from the pack."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kinoqor.register.card.models import Card
from kinoqor.register.credit.queries import directors
from kinoqor.register.face.queries import other_titles, title
from kinoqor.ui import drawing, pack
from kinoqor.ui.parts import Plate, Said

SHAPES = {"feature": "feature", "documentary": "documentary"}


class Bar(NamedTuple):
    """One year's sum: how it is shown, and the pages that open its rows."""

    year: int
    shown: str
    films: str
    event: Card | None
    topic: Card | None


def shapes(by_year: Mapping[int, Mapping[str, int]]) -> dict[int, dict[str, int]]:
    """Films a year by the shapes that the century can draw: feature, documentary, and all other kinds as one."""
    found: dict[int, dict[str, int]] = {}
    for year, kinds in by_year.items():
        for kind, n in kinds.items():
            shape = SHAPES.get(kind, "other")
            found.setdefault(year, {})[shape] = found.setdefault(year, {}).get(shape, 0) + n
    return found


def wanted() -> set[str]:
    """Refs of all cards that the pack puts on the first page."""
    about = pack.about()
    marks = {entry["ref"] for name in ("film", "event") for entry in about["century"][name]}
    rows = about["figures"]["box_office"]["row"]
    figures = {row[name] for row in rows for name in ("event", "topic") if name in row}
    return marks | set(about["home"]["shelf"]) | figures | {about["figures"]["funnel"]["event"]}


def marks(cards: Mapping[str, Card]) -> list[drawing.Mark]:
    """The films named on the century, by the title of the page."""
    named = [cards[entry["ref"]] for entry in pack.about()["century"]["film"] if entry["ref"] in cards]
    return [drawing.Mark(card.year, str(title(card)), _shape(card)) for card in named if card.year]


def _shape(card: Card) -> str:
    kind = card.facts.get("kind", {}).get("voices", [{}])[0].get("value", "")
    return SHAPES.get(kind, "other")


def events() -> list[drawing.Event]:
    """What hangs under the line, in the words of the pack."""
    listed = pack.about()["century"]["event"]
    return [
        drawing.Event(entry["year"], str(entry["year"]), pack.in_language(entry["long"])) for entry in listed
    ]


def plates(shown: Sequence[Card]) -> list[Plate]:
    """Films as plates: the title of the page, the other titles, the directors, a ring where the year is disputed."""
    by_film = directors([card.pk for card in shown])
    return [plate(card, by_film.get(card.pk, ())) for card in shown]


def plate(card: Card, made_by: Sequence[Card]) -> Plate:
    """One film as a plate."""
    names = [title(person) for person in made_by[:2]]
    by = Said(", ".join(map(str, names)), names[0].lang) if names else ""
    fact = card.facts.get("year", {})
    sources = {number for voice in fact.get("voices", ()) for number in voice["sources"]}
    return Plate(
        title(card),
        card.get_absolute_url(),
        card.year,
        len(sources),
        bool(fact.get("disputed")),
        by,
        other_titles(card),
    )


def bars(cards: Mapping[str, Card]) -> list[tuple[Bar, Mapping[str, Any]]]:
    """The sums of the box office by year with the rows behind them."""
    found = []
    for row in pack.about()["figures"]["box_office"]["row"]:
        billions = f"{row['amount'] / 1_000_000_000:.1f}".removesuffix(".0")
        shown = (billions if pack.language() == "en" else billions.replace(".", ",")) + (
            "+" if row["at_least"] else ""
        )
        bar = Bar(row["year"], shown, row["films"], cards.get(row["event"]), cards.get(row.get("topic", "")))
        found.append((bar, row))
    return found
