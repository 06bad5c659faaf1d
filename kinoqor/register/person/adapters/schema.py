"""A person as a Person of schema.org: only what leads and what a source was found for."""

from typing import Any

from kinoqor.kit import identifiers
from kinoqor.register.card.models import Card
from kinoqor.register.claim.words import Rank
from kinoqor.register.face.queries import Face, title


def _sure(card: Card, face: Face, code: str) -> list[str]:
    return [str(voice["value"]) for voice in face.voices(card, code) if voice.get("rank") != Rank.UNVERIFIED]


def person(card: Card, face: Face, address: str) -> dict[str, Any]:
    """The properties of a person; `address` is that of the house ("https://kino.example"). Empty ones stay in."""
    shown = title(card).text
    names = dict.fromkeys(_sure(card, face, "name"))
    births, deaths = _sure(card, face, "birth"), _sure(card, face, "death")
    jobs = [str(face.value("occupation", voice)) for voice in face.voices(card, "occupation")]
    same = [
        identifiers.address(kind, value) for kind in identifiers.KINDS for value in _sure(card, face, kind)
    ]
    return {
        "name": shown,
        "alternateName": [name for name in names if name != shown],
        "url": address + card.get_absolute_url(),
        "identifier": card.ref,
        "birthDate": births[0] if births else "",
        "deathDate": deaths[0] if deaths else "",
        "jobTitle": jobs,
        "sameAs": [found for found in same if found],
    }
