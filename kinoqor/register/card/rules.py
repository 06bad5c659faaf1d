"""How a card is made of rulings. Pure: plain values in, plain values out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from anyascii import anyascii

from kinoqor.kit.collation import sort_key
from kinoqor.register.card.words import AXES, DATED_BY, FALLBACK, NAMED_BY, Axis, Sureness
from kinoqor.register.claim.rules import ISO, Ruling, Voice
from kinoqor.register.claim.words import PROPERTIES, Rank, Why

# Properties that settle into records of their own and so do not stand on the card.
ELSEWHERE = frozenset({"credit", "award", "release"})


@dataclass(slots=True)
class Made:
    """A card as plain values."""

    titles: dict[str, tuple[str, str]]
    slug: str
    year: int | None
    moment: str
    facts: dict[str, Any]
    disputed: bool
    unverified: bool
    facets: list[tuple[str, str]] = field(default_factory=list)


def shown_titles(voices: Iterable[Voice]) -> dict[str, tuple[str, str]]:
    """For each page language the (title, language it is in): the own language first, then the fallbacks.

    A romanised title ("Latn" of another language) is shown only where nothing better is known; nothing is
    transliterated silently.
    """
    best: dict[str, Voice] = {}
    spare: list[Voice] = []
    for voice in voices:
        native = voice.lang == "en" or voice.script != "Latn"
        if voice.lang and native:
            best.setdefault(voice.lang, voice)
        else:
            spare.append(voice)
    rest = [*best.values(), *spare]
    shown = {}
    for page, order in FALLBACK.items():
        voice_ = next((best[lang] for lang in order if lang in best), rest[0] if rest else None)
        shown[page] = (voice_.value, voice_.lang) if voice_ else ("", "")
    return shown


def slug_of(voices: Iterable[Voice]) -> str:
    """A readable tail for addresses, a-z0-9 and hyphens, at most 60 signs: from the English title, else any."""
    by_lang = {voice.lang: voice.value for voice in reversed(list(voices))}
    text = by_lang.get("en") or by_lang.get("kk") or by_lang.get("ru") or next(iter(by_lang.values()), "")
    plain = "".join(sign if sign.isalnum() else " " for sign in anyascii(text).lower())
    slug = "-".join(plain.split())
    return slug if len(slug) <= 60 else slug[:60].rsplit("-", 1)[0]


def fact(ruling: Ruling) -> dict[str, Any]:
    """A ruling as it is kept on the card."""
    kept: dict[str, Any] = {"voices": [_voice(voice) for voice in ruling.voices]}
    if ruling.disputed:
        kept["disputed"] = True
    if ruling.why is not Why.ALONE:
        kept["why"] = str(ruling.why)
        kept["weights"] = [voice.weight for voice in ruling.voices[:2]]
    return kept


def _voice(voice: Voice) -> dict[str, Any]:
    kept: dict[str, Any] = {"value": voice.value, "sources": voice.sources}
    for name, value in (
        ("object", voice.target),
        ("lang", voice.lang),
        ("script", voice.script),
        ("unit", voice.unit),
    ):
        if value:
            kept[name] = value
    if voice.notes:
        kept["notes"] = voice.notes
    if voice.rank != Rank.NORMAL:
        kept["rank"] = voice.rank
    if voice.disputes:
        kept["disputes"] = sorted(voice.disputes)
    return kept


def _year(moment: str) -> int | None:
    return int(moment[:4]) if ISO.match(moment) else None


def make(kind: str, rulings: Mapping[str, Ruling]) -> Made:
    """The card of a subject of this kind from the rulings on its claims."""
    name = rulings.get(NAMED_BY[kind]) or rulings.get("name") or rulings.get("title")
    dated = rulings.get(DATED_BY[kind])
    moment = dated.lead.value if dated and ISO.match(dated.lead.value) else ""
    on_card = {code: ruling for code, ruling in rulings.items() if code not in ELSEWHERE}
    return Made(
        titles=shown_titles(name.voices) if name else dict.fromkeys(FALLBACK, ("", "")),
        slug=slug_of(name.voices) if name else "",
        year=_year(moment) if moment else None,
        moment=moment,
        facts={code: fact(ruling) for code, ruling in on_card.items()},
        disputed=any(ruling.disputed for ruling in on_card.values()),
        unverified=bool(dated and dated.lead.rank == Rank.UNVERIFIED),
        facets=facets(kind, on_card, _year(moment) if moment else None),
    )


def facets(kind: str, rulings: Mapping[str, Ruling], year: int | None) -> list[tuple[str, str]]:
    """The values by which the card is found: only what leads, or holds together, and is not unverified."""
    found: list[tuple[str, str]] = []
    for code, axis in AXES.items():
        ruling = rulings.get(code)
        if ruling is None:
            continue
        voices = ruling.voices if PROPERTIES[code].many else ruling.voices[:1]
        found += [
            (axis, v.target or v.value) for v in voices if v.rank != Rank.UNVERIFIED and (v.target or v.value)
        ]
    if year is not None:
        found.append((Axis.DECADE, str(year // 10 * 10)))
    if kind == "work":
        found.append((Axis.SUPPORT, "yes" if "supported" in rulings else "no"))
    return list(dict.fromkeys(found))


def sureness(sources: Iterable[tuple[str, int]]) -> Sureness:
    """How sure a card is, from the (house, reliability) of the sources behind its verified claims.

    One source of weight 4 or 5 (law, archive, festival, encyclopaedia) is strong; otherwise two independent
    houses are several; otherwise one of weight 3 is one; anything less is weak.
    """
    known = set(sources)
    if any(weight >= 4 for _, weight in known):
        return Sureness.STRONG
    if len({house for house, weight in known if weight >= 2}) >= 2:
        return Sureness.SEVERAL
    return Sureness.ONE if any(weight == 3 for _, weight in known) else Sureness.WEAK


def sort_keys(titles: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """The sort key of the shown title in the alphabet of each page language, at most 120 letters."""
    return {page: sort_key(text, page)[:120] for page, (text, _) in titles.items()}
