"""Questions for the tests: the country's rules, the shared tests by points, what a person directed before."""

import tomllib
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from kinoqor.kit.points import PointsTest, read
from kinoqor.register.card.models import Card
from kinoqor.register.certificate.rules import Debut, National, Past, read_debut, read_national
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.words import Role
from kinoqor.register.face.queries import title


@cache
def _pack() -> dict[str, Any]:
    path = Path(settings.PACK) / "certificate.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


@cache
def national_rule() -> National | None:
    """What makes a film national here; None where the pack says nothing of it."""
    told = _pack().get("national")
    return read_national(told) if told else None


@cache
def debut_rule() -> Debut | None:
    """What a debut is here; None where the pack says nothing of it."""
    told = _pack().get("debut")
    return read_debut(told) if told else None


@cache
def points_tests() -> dict[str, PointsTest]:
    """The tests by points that all packs share, by code."""
    folder = Path(settings.PACK).parent / "shared" / "points"
    found = [read(tomllib.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.toml"))]
    return {test.code: test for test in found}


def films_of(person: str) -> tuple[Past, ...]:
    """The films that a person (by ref) directed, the earliest first; two queries."""
    return films_by([person]).get(person, ())


def films_by(people: Collection[str]) -> dict[str, tuple[Past, ...]]:
    """The films that each of these people (by ref) directed, the earliest first; two queries for any number of people."""
    rows = list(
        Credit.objects.filter(role=Role.DIRECTOR, person__ref__in=list(people))
        .values_list("person__ref", "film_id")
        .distinct()
    )
    cards = Card.objects.in_bulk({film for _person, film in rows})
    found: dict[str, list[Past]] = {}
    for person, film in rows:
        if film in cards:
            found.setdefault(person, []).append(_past(cards[film]))
    return {
        ref: tuple(sorted(films, key=lambda each: (each.year or 9999, each.ref)))
        for ref, films in found.items()
    }


def _past(card: Card) -> Past:
    kinds = frozenset(str(voice.get("value", "")) for voice in _voices(card, "kind"))
    minutes = next((str(voice.get("value", "")) for voice in _voices(card, "runtime")), "")
    return Past(card.ref, str(title(card)), card.year, kinds, int(minutes) if minutes.isdigit() else None)


def _voices(card: Card, code: str) -> list[dict[str, Any]]:
    return list(card.facts.get(code, {}).get("voices", ()))
