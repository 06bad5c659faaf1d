"""How credits are ordered and made one. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from kinoqor.register.credit.words import Role

ORDER = {role: number for number, role in enumerate(Role.values)}


@dataclass(frozen=True, slots=True)
class Named:
    """One person in one role in one film, as some sources say."""

    film: int
    person: int
    role: str
    character: str
    sources: tuple[int, ...]
    unverified: bool
    stated: int


def in_credit_order(named: Iterable[Named]) -> list[Named]:
    """One film's credits in the order of roles, then of stating.

    A bare "actor" gives way to the same actor with a character, and hands its sources on.
    """
    found = list(named)
    with_character = {(one.person, one.role) for one in found if one.character}
    bare = {
        (one.person, one.role): one
        for one in found
        if not one.character and (one.person, one.role) in with_character
    }
    kept = [_joined(one, bare.get((one.person, one.role))) for one in found if one not in bare.values()]
    return sorted(kept, key=lambda one: (ORDER.get(one.role, len(ORDER)), one.stated))


def _joined(one: Named, bare: Named | None) -> Named:
    if bare is None:
        return one
    sources = tuple(dict.fromkeys((*one.sources, *bare.sources)))
    return Named(
        one.film, one.person, one.role, one.character, sources, one.unverified and bare.unverified,
        min(one.stated, bare.stated),
    )  # fmt: skip
