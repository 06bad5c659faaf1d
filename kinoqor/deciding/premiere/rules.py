"""What a pack says of how its invented round is decided, and what its invented members do. Pure: always the same."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kinoqor.judging.panel.words import Vote
from kinoqor.judging.rehearsal.rules import Expert, Numbers, Text, marks

AGAINST, ABSTAINS = 2, 5  # the places of those among the voters who vote against, and who abstain


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented who sits on the commission."""

    name: str
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that a pack says of it. `said` and `rulings` are sentences by their names."""

    act: str
    broadcast: str
    hall: Text
    said: Mapping[str, str]
    announced: tuple[Numbers, ...]
    commission: Text
    quorum: int
    members: tuple[Person, ...]
    rulings: Mapping[str, str]
    number: str
    registry: str
    signer: Text


def heard(expert: Expert, seed: str, criteria: Mapping[str, tuple[int, int]]) -> dict[str, int]:
    """The marks of a member for a film (known by its seed) in the hall: near to what was read, and not the same."""
    return marks(replace(expert, code=f"{expert.code} in the hall"), seed, criteria)


def votes(members: int) -> list[Vote]:
    """How so many members vote, each in their place: nearly all for it, so that it is carried."""
    found = [Vote.FOR] * members
    if members > ABSTAINS:
        found[AGAINST], found[ABSTAINS] = Vote.AGAINST, Vote.ABSTAINED
    return found
