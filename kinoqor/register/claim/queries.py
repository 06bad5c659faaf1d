"""Questions about claims: what stands, what stood on a day, what one source says."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import Q, QuerySet

from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.rules import Said
from kinoqor.register.claim.words import Rank

FIELDS = (
    "subject_id", "prop", "value", "source_id", "source__house", "source__reliability", "rank", "pk",
    "target__ref", "lang", "script", "note", "qualifiers",
)  # fmt: skip


def standing() -> QuerySet[Claim]:
    """Claims that no one has withdrawn."""
    return Claim.objects.filter(withdrawn=None)


def standing_on(moment: datetime) -> QuerySet[Claim]:
    """Claims that had been stated and not yet been withdrawn at `moment` (aware)."""
    return Claim.objects.filter(Q(withdrawn=None) | Q(withdrawn__at__gt=moment), stated__at__lte=moment)


def said(claims: QuerySet[Claim]) -> Iterator[tuple[int, str, Said]]:
    """Claims as the law sees them: subject number, property, plain value; subject by subject."""
    rows = claims.order_by("subject_id").values_list(*FIELDS)
    for (
        subject,
        prop,
        value,
        source,
        house,
        reliability,
        rank,
        pk,
        ref,
        lang,
        script,
        note,
        more,
    ) in rows.iterator(chunk_size=5000):
        dispute, unit = (more.get("dispute", ""), more.get("currency", "")) if more else ("", "")
        yield (
            subject,
            prop,
            Said(value, source, house, reliability, rank, pk, ref or "", lang, script, note, dispute, unit),
        )


def of_subject(ref: str) -> QuerySet[Claim]:
    """Every claim ever made of a subject, standing or withdrawn, in the order of stating."""
    return (
        Claim.objects.filter(subject__ref=ref)
        .select_related("source", "target", "stated", "withdrawn")
        .order_by("prop", "pk")
    )


def of_source(source: int) -> QuerySet[Claim]:
    """What one source says and no one has withdrawn."""
    return (
        standing()
        .filter(source=source)
        .select_related("subject", "target")
        .order_by("subject__ref", "prop", "pk")
    )


def fingerprints(sender: str, subjects: Iterable[int]) -> dict[tuple[int, int], int]:
    """(subject, fingerprint) -> claim number, for what `sender` says of these subjects now."""
    rows = standing().filter(sender=sender, subject__in=list(subjects))
    return {(subject, mark): pk for subject, mark, pk in rows.values_list("subject_id", "fingerprint", "pk")}


def subjects_of(sender: str) -> set[int]:
    """Subjects of which `sender` says anything now."""
    return set(standing().filter(sender=sender).values_list("subject_id", flat=True).distinct())


@dataclass(frozen=True, slots=True)
class Relation:
    """One claim that ties a subject to another, with what qualifies the tie."""

    subject: int
    target: int | None
    qualifiers: dict[str, str]
    source: int
    reliability: int
    rank: int
    pk: int


def relations(properties: Collection[str], subjects: Collection[int] | None = None) -> Iterator[Relation]:
    """Standing claims of these properties (of these subjects, or of all), subject by subject."""
    claims = standing().filter(prop__in=properties)
    if subjects is not None:
        claims = claims.filter(subject__in=list(subjects))
    rows = claims.order_by("subject_id", "pk").values_list(
        "subject_id", "target_id", "qualifiers", "source_id", "source__reliability", "rank", "pk"
    )
    for row in rows.iterator(chunk_size=5000):
        yield Relation(*row)


def gathered(relations_: Iterable[Relation]) -> Iterator[tuple[Relation, list[int], bool]]:
    """Relations that say the same as one: the relation, its sources strongest first, whether it is unverified."""
    for _, of_one in groupby(relations_, key=lambda relation: relation.subject):
        same: dict[tuple[object, str], list[Relation]] = {}
        for relation in of_one:
            bare = {name: value for name, value in relation.qualifiers.items() if name != "dispute"}
            same.setdefault((relation.target, json.dumps(bare, sort_keys=True)), []).append(relation)
        for said_alike in same.values():
            said_alike.sort(key=lambda relation: (-relation.rank, -relation.reliability, relation.pk))
            sources = list(dict.fromkeys(relation.source for relation in said_alike))
            yield said_alike[0], sources, all(relation.rank == Rank.UNVERIFIED for relation in said_alike)


@dataclass(frozen=True, slots=True)
class Qualified:
    """What is said of a property with qualifiers, by all who say the same."""

    value: str
    qualifiers: dict[str, str]
    notes: list[str]
    sources: list[int]
    unverified: bool


def qualified(subject: int, prop: str) -> list[Qualified]:
    """The standing claims of one property of a subject (by number) with their qualifiers, one for what is said alike.

    Verified before unverified, then the more reliable source first, then in the order of stating.
    """
    claims = standing().filter(subject=subject, prop=prop).order_by("-rank", "-source__reliability", "pk")
    found: dict[tuple[str, str], Qualified] = {}
    for value, more, note, source, rank in claims.values_list(
        "value", "qualifiers", "note", "source_id", "rank"
    ):
        bare = {name: text for name, text in more.items() if name != "dispute"}
        key = (value, json.dumps(bare, sort_keys=True))
        one = found.setdefault(key, Qualified(value, bare, [], [], rank == Rank.UNVERIFIED))
        if source not in one.sources:
            one.sources.append(source)
        if note and note not in one.notes:
            one.notes.append(note)
    return list(found.values())


def pointing(target: int, properties: Collection[str]) -> QuerySet[Claim]:
    """Standing claims of these properties that name a subject (by number) as their value."""
    return standing().filter(target=target, prop__in=properties)
