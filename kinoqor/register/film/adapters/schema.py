"""A film as a Movie (or a TVSeries) of schema.org: only what leads and what a source was found for."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kinoqor.kit import identifiers
from kinoqor.register.claim.words import Rank
from kinoqor.register.credit.words import Role
from kinoqor.register.event.words import ReleaseType, Result
from kinoqor.register.face.queries import title
from kinoqor.register.film.queries import Film

_CREDITED = {
    Role.DIRECTOR: "director",
    Role.SCREENWRITER: "author",
    Role.PRODUCER: "producer",
    Role.COMPOSER: "musicBy",
    Role.ACTOR: "actor",
    Role.EDITOR: "editor",
    Role.CINEMATOGRAPHER: "contributor",
    Role.PRODUCTION_DESIGNER: "contributor",
}
_NO_WORDS = "zxx"
Voices = Sequence[Mapping[str, Any]]


def kind(film: Film) -> str:
    """The type of schema.org for this kind of film."""
    return "TVSeries" if "series" in _values(_sure(film, "kind")[:1]) else "Movie"


def movie(film: Film, address: str) -> dict[str, Any]:
    """The properties of the film; `address` is that of the house ("https://kino.example"). Empty ones stay in."""
    card, shown = film.card, title(film.card)
    minutes = [value for value in _values(_sure(film, "runtime")[:1]) if value.isdigit()]
    return {
        "name": shown.text,
        "alternateName": _names(film, shown.text),
        "url": address + card.get_absolute_url(),
        "identifier": card.ref,
        "dateCreated": "" if card.unverified or "/" in card.moment else card.moment,
        "datePublished": _published(film),
        "duration": f"PT{minutes[0]}M" if minutes else "",
        "genre": [str(film.face.value("genre", voice)) for voice in _sure(film, "genre")],
        "inLanguage": [code for code in _values(_sure(film, "language")) if code != _NO_WORDS],
        "countryOfOrigin": [_country(film, voice) for voice in _sure(film, "country")],
        "description": str(film.face.in_page_language(card, "synopsis")),
        "productionCompany": _companies(film, address),
        "award": [_award(award) for award in film.awards if award.result == Result.WON],
        "sameAs": _elsewhere(film),
        **_people(film, address),
    }


def _sure(film: Film, code: str) -> Voices:
    return [voice for voice in film.face.voices(film.card, code) if voice.get("rank") != Rank.UNVERIFIED]


def _values(voices: Voices) -> list[str]:
    return [str(voice["value"]) for voice in voices]


def _names(film: Film, shown: str) -> list[dict[str, str]]:
    names = []
    for voice in _sure(film, "title"):
        lang = "-".join(part for part in (voice.get("lang", ""), _script(voice)) if part)
        if voice["value"] != shown:
            names.append({"@value": voice["value"]} | ({"@language": lang} if lang else {}))
    return names


def _script(voice: Mapping[str, Any]) -> str:
    """The script, where it is not the usual one of the language."""
    return "Latn" if voice.get("script") == "Latn" and voice.get("lang") in ("kk", "ru") else ""


def _published(film: Film) -> str:
    """The first day on which viewers are known to have seen the film, as exact as it is known."""
    days = [
        release.date for release in film.releases if release.date and release.medium != ReleaseType.FESTIVAL
    ]
    return min((day for day in days if "/" not in day), default="")


def _country(film: Film, voice: Mapping[str, Any]) -> dict[str, str]:
    return {"@type": "Country", "name": str(film.face.value("country", voice)), "identifier": voice["value"]}


def _companies(film: Film, address: str) -> list[dict[str, str]]:
    linked = (film.face.linked.get(voice.get("object", "")) for voice in _sure(film, "studio"))
    return [
        {"@type": "Organization", "name": str(title(card)), "url": address + card.get_absolute_url()}
        for card in linked
        if card
    ]


def _people(film: Film, address: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for credit in film.credits:
        card = credit.person.card
        if credit.unverified or credit.role not in _CREDITED:
            continue
        person = {"@type": "Person", "name": str(title(card)), "url": address + card.get_absolute_url()}
        listed = found.setdefault(_CREDITED[Role(credit.role)], [])
        if person not in listed:
            listed.append(person)
    return found


def _award(award: Any) -> str:
    parts: Iterable[object] = (title(award.organisation.card), award.section, award.award, award.year)
    return ", ".join(str(part) for part in parts if part)


def _elsewhere(film: Film) -> list[str]:
    found = []
    for code in identifiers.KINDS:
        for value in _values(_sure(film, code)):
            found.append(identifiers.address(code, value))
    return [address for address in found if address]
