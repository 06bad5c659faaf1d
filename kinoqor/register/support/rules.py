"""What a decision's card tells of the project. Pure: plain facts in, plain values out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kinoqor.register.support.words import Stage

Facts = Mapping[str, Any]


def stage_of(facts: Facts) -> Stage:
    """A film of the register, else reports of what became of it, else nothing."""
    if "work" in facts:
        return Stage.FILM
    return Stage.SAID if "outcome" in facts else Stage.NOTHING


@dataclass(slots=True)
class Sum:
    """Published sums of one meaning, in whole units of one currency; sums of another meaning are never added to them."""

    meaning: str
    currency: str
    total: int = 0
    refs: list[str] = field(default_factory=list)


def sums_by_meaning(decisions: Iterable[tuple[str, Facts]], home: str) -> list[Sum]:
    """The leading sums of (ref, facts), gathered by what the source says they are; the largest total first.

    `home` is the currency of a sum that names none.
    """
    found: dict[tuple[str, str], Sum] = {}
    for ref, facts in decisions:
        voice = (facts.get("amount") or {}).get("voices", [{}])[0]
        value = str(voice.get("value", ""))
        if not value.isdigit():
            continue
        meaning = "; ".join(voice.get("notes", ()))
        kept = found.setdefault((meaning, home), Sum(meaning, home))
        kept.total += int(value)
        kept.refs.append(ref)
    return sorted(found.values(), key=lambda each: (-each.total, each.meaning))
