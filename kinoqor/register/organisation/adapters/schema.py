"""An organisation as an Organization of schema.org: only what leads and what a source was found for."""

from typing import Any

from kinoqor.kit import identifiers
from kinoqor.register.claim.words import Rank
from kinoqor.register.face.queries import title
from kinoqor.register.organisation.queries import Known
from kinoqor.ui import pack


def _sure(known: Known, code: str) -> list[str]:
    voices = known.face.voices(known.card, code)
    return [str(voice["value"]) for voice in voices if voice.get("rank") != Rank.UNVERIFIED]


def organisation(known: Known, address: str) -> dict[str, Any]:
    """The properties of an organisation; `address` is that of the house ("https://kino.example"). Empty ones stay in."""
    shown = title(known.card).text
    earlier = [text for name in known.names for text in name.names.values() if text]
    names = dict.fromkeys([*_sure(known, "name"), *earlier])
    founded, closed, countries = _sure(known, "founded"), _sure(known, "closed"), _sure(known, "country")
    same = [identifiers.address(kind, value) for kind in identifiers.KINDS for value in _sure(known, kind)]
    return {
        "name": shown,
        "alternateName": [name for name in names if name != shown],
        "url": address + known.card.get_absolute_url(),
        "identifier": known.card.ref,
        "foundingDate": founded[0] if founded else "",
        "dissolutionDate": closed[0] if closed else "",
        "location": [{"@type": "Country", "name": pack.label("territories", code)} for code in countries],
        "sameAs": [found for found in same if found],
    }
