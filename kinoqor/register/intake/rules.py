"""The law of a load: what is new, what stands, what is no longer said. Pure."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kinoqor.kit.text import suspicious
from kinoqor.register.claim.rules import fingerprint
from kinoqor.register.intake.words import Outcome, Statement


def mark(statement: Statement, source: str, sender: str) -> int:
    """The fingerprint of a statement of one source as `sender` passes it on; equal only if nothing of it differs."""
    more = (
        json.dumps(statement.qualifiers, sort_keys=True, ensure_ascii=False) if statement.qualifiers else ""
    )
    return fingerprint(
        statement.prop, statement.value, statement.target, more, statement.lang, statement.script, statement.note,
        str(int(statement.rank)), source, sender,
    )  # fmt: skip


@dataclass(slots=True)
class Difference:
    """What a file changes for some subjects. `gone` are claim numbers, `new` statements with the source of each."""

    new: list[tuple[Statement, str, int]] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    same: int = 0


def compare(
    said: Iterable[tuple[int | None, Statement]], standing: Mapping[tuple[int, int], int], sender: str
) -> Difference:
    """Compare what a file says of some subjects with what it said before and still stands.

    `said`: (subject number or None where the subject is new, statement). `standing`: (subject, fingerprint) -> claim.
    A claim said twice in the file counts once.
    """
    found = Difference()
    left = dict(standing)
    seen: set[tuple[str, int]] = set()
    for subject, statement in said:
        for source in statement.sources:
            fingerprint_ = mark(statement, source, sender)
            if (statement.ref, fingerprint_) in seen:
                continue
            seen.add((statement.ref, fingerprint_))
            if subject is not None and left.pop((subject, fingerprint_), None) is not None:
                found.same += 1
            else:
                found.new.append((statement, source, fingerprint_))
    found.gone = list(left.values())
    return found


def outcomes(difference: Difference, was: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Statement]]:
    """Call each new statement new or changed: changed, where something of the same property is no longer said.

    `was`: (ref, property) of the claims that are gone.
    """
    gone = set(was)
    for statement, _source, _mark in difference.new:
        changed = (statement.ref, statement.prop) in gone
        yield (Outcome.CHANGED if changed else Outcome.NEW), statement


def objections(statement: Statement) -> list[str]:
    """What makes a statement's text unfit to be kept: hidden or broken signs, by name."""
    found = suspicious(statement.value)
    for value in statement.qualifiers.values():
        found += suspicious(value)
    return found
