"""Questions about claims: what stands, what stood on a day, what one source says."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from django.db.models import BigIntegerField, Count, F, Q, QuerySet
from django.db.models.functions import Coalesce

from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.rules import Said
from kinoqor.register.claim.words import Rank

# The time of stating: a claim that stands again in the place of a withdrawn one counts as stated when that one was.
ORDER = Coalesce(F("place"), F("pk"), output_field=BigIntegerField())
FIELDS = (
    "subject_id", "prop", "value", "source_id", "source__house", "source__reliability", "rank", ORDER,
    "target__ref", "lang", "script", "note", "qualifiers",
)  # fmt: skip


# Subjects by number: {"in": some}, or {"gte": first, "lte": last} where a whole stretch is wanted.
Among = Mapping[str, Any]
# What the law asks of the qualifiers of a claim.
MORE = ("dispute", "currency", "role")
# What the public may know of: stated for the register, or proposed and published since.
PUBLIC = Q(proposed=False) | Q(published__isnull=False)


def standing() -> QuerySet[Claim]:
    """Public claims that no one has withdrawn."""
    return Claim.objects.filter(PUBLIC, withdrawn=None)


def waiting() -> QuerySet[Claim]:
    """Claims that were proposed and that nobody has judged yet."""
    return Claim.objects.filter(proposed=True, published=None, withdrawn=None)


def standing_on(moment: datetime) -> QuerySet[Claim]:
    """Claims that had been stated and not yet been withdrawn at `moment` (aware)."""
    was_public = Q(proposed=False, stated__at__lte=moment) | Q(published__at__lte=moment)
    return Claim.objects.filter(was_public, Q(withdrawn=None) | Q(withdrawn__at__gt=moment))


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
        order,
        ref,
        lang,
        script,
        note,
        more,
    ) in rows.iterator(chunk_size=5000):
        dispute, unit, role = (more.get(name, "") for name in MORE) if more else ("", "", "")
        yield (
            subject,
            prop,
            Said(
                value, source, house, reliability, rank, order, ref or "", lang, script, note, dispute, unit, role
            ),
        )  # fmt: skip


def as_said(claim: Claim, led: Mapping[str, str]) -> Said:
    """One claim as the law sees it, with its source and target at hand; `led`: ref -> ref under which it is shown."""
    ref = claim.target.ref if claim.target else ""
    shown = led.get(ref, ref)
    dispute, unit, role = (claim.qualifiers.get(name, "") for name in MORE)
    return Said(
        shown if ref and claim.value == ref else claim.value, claim.source_id, claim.source.house,
        claim.source.reliability, claim.rank, claim.place or claim.pk, shown, claim.lang, claim.script, claim.note,
        dispute, unit, role,
    )  # fmt: skip


def of_subjects(refs: Collection[str]) -> QuerySet[Claim]:
    """Every public claim ever made of these subjects, standing or withdrawn, in the order of stating."""
    return (
        Claim.objects.filter(PUBLIC, subject__ref__in=refs)
        .select_related("source", "target", "stated", "published", "withdrawn")
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
    order: int


def relations(properties: Collection[str], subjects: Collection[int] | None = None) -> Iterator[Relation]:
    """Standing claims of these properties (of these subjects, or of all), subject by subject."""
    claims = standing().filter(prop__in=properties)
    if subjects is not None:
        claims = claims.filter(subject__in=list(subjects))
    rows = claims.order_by("subject_id", ORDER, "pk").values_list(
        "subject_id", "target_id", "qualifiers", "source_id", "source__reliability", "rank", ORDER
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
            said_alike.sort(key=lambda relation: (-relation.rank, -relation.reliability, relation.order))
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


def qualified(subjects: Collection[int], prop: str) -> list[Qualified]:
    """The standing claims of one property of these subjects with their qualifiers, one for what is said alike.

    Verified before unverified, then the more reliable source first, then in the order of stating.
    """
    claims = (
        standing().filter(subject__in=subjects, prop=prop).order_by("-rank", "-source__reliability", "pk")
    )
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


def about(among: Among) -> QuerySet[Claim]:
    """Standing claims of these subjects."""
    return standing().filter(**{f"subject__{lookup}": value for lookup, value in among.items()})


def how_often_named(among: Among) -> dict[int, int]:
    """How many standing claims name each of these subjects as their value; who is named by none is left out."""
    named = standing().filter(**{f"target__{lookup}": value for lookup, value in among.items()})
    return dict(named.values_list("target").annotate(n=Count("pk")))


def pointing(targets: Collection[int], properties: Collection[str]) -> QuerySet[Claim]:
    """Standing claims of these properties that name one of these subjects (by number) as their value."""
    return standing().filter(target__in=targets, prop__in=properties)
