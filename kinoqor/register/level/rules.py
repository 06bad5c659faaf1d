"""The law of completeness: what a record lacks and which level it has reached. Pure; no clock, no database.

A level rests only on what is said with a source, never on doubts: whoever adds a claim can never lower it.
"""

from collections.abc import Collection, Iterable, Mapping

from kinoqor.register.claim.rules import Ruling, Said, readable
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.level.words import ASKED, BIT, ELEMENTS, Element, Lack, Level, asked_of

ENOUGH_SOURCES = 2


def lacks(kind: str, claims: Iterable[tuple[str, Said]]) -> frozenset[Lack]:
    """What a record of this kind is asked for and nobody says with a source, from (property, claim) of all that stands.

    A claim of the lowest rank fills no lack, nor one whose value cannot be read as what its property promises.
    """
    said = [(prop, each) for prop, each in claims if each.rank > Rank.UNVERIFIED and _can_be_read(prop, each)]
    houses = {each.house for _prop, each in said}
    missing = {lack for lack in asked_of(kind) if not _filled(ELEMENTS[lack], said)}
    if len(houses) >= ENOUGH_SOURCES:
        missing.discard(Lack.ONE_SOURCE)
    return frozenset(missing)


def _can_be_read(prop: str, claim: Said) -> bool:
    return prop in PROPERTIES and readable(claim.value, PROPERTIES[prop].form)


def _filled(element: Element, said: Iterable[tuple[str, Said]]) -> bool:
    return any(
        prop in element.props
        and (not element.lang or (claim.lang == element.lang and _native(claim)))
        and (not element.role or claim.role == element.role)
        for prop, claim in said
    )


def _native(claim: Said) -> bool:
    """A title that was only written over into Latin letters is not one in its language."""
    return claim.lang == "en" or claim.script != "Latn"


def doubts(rulings: Mapping[str, Ruling]) -> frozenset[Lack]:
    """What is shown without a source, and what contradicts and was never weighed, from the rulings on a card."""
    found = set()
    if any(_from_memory(code, ruling) for code, ruling in rulings.items()):
        found.add(Lack.UNVERIFIED)
    if any(unsettled(code, ruling) for code, ruling in rulings.items()):
        found.add(Lack.DISAGREEMENT)
    return frozenset(found)


def _from_memory(code: str, ruling: Ruling) -> bool:
    shown = ruling.voices if PROPERTIES[code].many else ruling.voices[:1]
    return any(voice.rank == Rank.UNVERIFIED for voice in shown)


def unsettled(code: str, ruling: Ruling) -> bool:
    """Whether the sources of a property contradict one another and no cataloguer has preferred a side."""
    if not ruling.disputed:
        return False
    if not PROPERTIES[code].many:
        return ruling.lead.rank != Rank.PREFERRED
    sides = [(tag, voice.rank) for voice in ruling.voices for tag in voice.disputes]
    tags = [tag for tag, _rank in sides]
    return any(tags.count(tag) > 1 and (tag, Rank.PREFERRED) not in sides for tag in tags)


def level(kind: str, missing: Collection[str]) -> Level | None:
    """The highest level of which nothing is missing, nor of any below it; None for kinds without levels."""
    if kind not in ASKED:
        return None
    reached = Level.LESS
    for each, asked in ASKED[kind].items():
        if set(asked) & set(missing):
            break
        reached = each
    return reached


def for_next(kind: str, missing: Collection[str]) -> tuple[Level | None, tuple[Lack, ...]]:
    """The next level of a record and what it still lacks for it; (None, ()) where it is full or has no levels."""
    for each, asked in ASKED.get(kind, {}).items():
        wanted = tuple(lack for lack in asked if lack in missing)
        if wanted:
            return each, wanted
    return None, ()


def to_bits(missing: Iterable[str]) -> int:
    """Lacks as the number that a card keeps."""
    return sum({BIT[lack] for lack in missing})


def of_bits(number: int) -> frozenset[Lack]:
    """The lacks of the number that a card keeps."""
    return frozenset(lack for lack in Lack if number & BIT[lack])
