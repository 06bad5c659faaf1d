"""Pairs as a page shows them: the signs in words, and two cards side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from kinoqor.keeping.twin.models import Pair
from kinoqor.keeping.twin.queries import as_seen
from kinoqor.keeping.twin.rules import Seen
from kinoqor.keeping.twin.words import AGAINST, SAID
from kinoqor.ledger.deed.words import doer_words
from kinoqor.register.card.models import Card
from kinoqor.register.claim.words import PROPERTIES
from kinoqor.register.credit.models import Credit
from kinoqor.register.face.queries import Face, cards, title
from kinoqor.register.identity.models import Judgement
from kinoqor.register.identity.rules import in_order
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.words import Kind
from kinoqor.ui.parts import Link, Note, Row, Said, Text
from kinoqor.ui.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class Ground:
    """One sign in words, whether it speaks against, and what the two have in common."""

    words: str
    against: bool
    shared: Sequence[Link] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """One property of two records side by side. `agree`: they show the same."""

    label: Text
    one: Sequence[Link]
    other: Sequence[Link]
    agree: bool


def grounds(kind: str, seen: Iterable[Seen], known: dict[int, Card]) -> list[Ground]:
    """The signs of a pair in words; `known` are the cards of what they have in common."""
    found = []
    for each in seen:
        said = SAID[each.sign]
        words = str(said.get(kind) or said.get("") or "") % {"one": each.one, "other": each.other}
        links = [_link(known[number]) for number in each.shared if number in known]
        found.append(Ground(words, each.sign in AGAINST, links))
    return found


def _link(card: Card) -> Link:
    return Link(title(card), card.get_absolute_url())


def shared(seen: Iterable[Seen]) -> dict[int, Card]:
    """The cards of what some pairs have in common; one query, and none where there is nothing."""
    numbers = {number for each in seen for number in each.shared}
    return Card.objects.defer("facts").in_bulk(numbers) if numbers else {}


def rows(pairs: Sequence[Pair]) -> list[Row]:
    """Open pairs as rows: the two names, why they are offered; two queries for any number of them."""
    every = [as_seen(pair.signs) for pair in pairs]
    common = shared(each for seen in every for each in seen)
    known = Card.objects.defer("facts").in_bulk({pk for pair in pairs for pk in (pair.one_id, pair.other_id)})
    found = []
    for pair, seen in zip(pairs, every, strict=True):
        notes = [
            Note(" ".join([ground.words, ", ".join(str(link.text) for link in ground.shared)]).strip())
            for ground in grounds(pair.kind, seen, common)
        ]
        names = _two(known.get(pair.one_id), pair.one, known.get(pair.other_id), pair.other)
        found.append(Row(names, Kind(pair.kind).label, _address(pair.one.ref, pair.other.ref), notes))
    return found


def judged_rows(judgements: Sequence[Judgement]) -> list[Row]:
    """Judgements as rows: when, the two names, by whom and why; one query, two where some are shown under others."""
    known = cards({each.ref for one in judgements for each in (one.one, one.other)})
    return [
        Row(
            _two(known.get(one.one.ref), one.one, known.get(one.other.ref), one.other),
            day(one.made.at),
            _address(one.one.ref, one.other.ref),
            [Note(doer_words(one.made.voice)), Note(one.made.why)],
        )
        for one in judgements
    ]


def _two(one: Card | None, mine: Subject, other: Card | None, theirs: Subject) -> str:
    return " · ".join(_called(card, subject) for card, subject in ((one, mine), (other, theirs)))


def _called(card: Card | None, subject: Subject) -> str:
    """A name with its year and number; only the number of one that is shown under another."""
    if card is None or card.ref != subject.ref:
        return subject.ref
    year = f", {card.year}" if card.year else ""
    return f"{title(card)}{year} ({card.ref})"


def _address(one: str, other: str) -> str:
    return reverse("twin", args=[one, other])


def side_by_side(one: Card, other: Card) -> list[Compared]:
    """Every property of which one of the two says something, then who is credited; four queries."""
    face = Face([one, other])
    found = []
    for code, prop in PROPERTIES.items():
        mine, theirs = (_values(face, card, code) for card in (one, other))
        if mine or theirs:
            agree = [str(link.text) for link in mine] == [str(link.text) for link in theirs]
            found.append(Compared(prop.label, mine, theirs, agree))
    return [*found, *_credits(one, other)]


def _values(face: Face, card: Card, code: str) -> list[Link]:
    return [face.link(code, voice) for voice in face.voices(card, code)]


def _credits(one: Card, other: Card) -> list[Compared]:
    """Who made two films, or what two people made, role by role."""
    of, to = ("film", "person") if one.kind == Kind.WORK else ("person", "film")
    made = Credit.objects.filter(**{f"{of}__in": [one.pk, other.pk]}).select_related(f"{to}__card")
    by_role: dict[str, dict[int, list[Link]]] = {}
    for credit in made.defer(f"{to}__card__facts").order_by("order"):
        card = getattr(getattr(credit, to), "card", None)
        if card is not None:
            subject = getattr(credit, f"{of}_id")
            by_role.setdefault(str(credit.get_role_display()), {}).setdefault(subject, []).append(_link(card))
    return [
        Compared(
            Said(role),
            sides.get(one.pk, []),
            sides.get(other.pk, []),
            sides.get(one.pk) == sides.get(other.pk),
        )
        for role, sides in by_role.items()
    ]


def leading(one: Card, other: Card) -> Card:
    """Under whose number the two would be shown."""
    return one if in_order(one.pk, other.pk)[0] == one.pk else other
