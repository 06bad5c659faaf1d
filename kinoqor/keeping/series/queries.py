"""Questions about series: what a change would do to which records, what was done, what can be undone."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Max, QuerySet

from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.user.queries import names_of, person
from kinoqor.keeping.edit.queries import newest_of
from kinoqor.keeping.edit.rules import Entry
from kinoqor.keeping.series.models import Series, Step
from kinoqor.keeping.series.rules import Change, Outcome, Stands, outcome, rank_of
from kinoqor.keeping.series.words import SAYS, Left
from kinoqor.kit.batch import batched
from kinoqor.ledger.deed.models import Deed
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import as_said, standing
from kinoqor.register.claim.rules import Said
from kinoqor.register.identity.queries import clusters, refs_with
from kinoqor.register.intake.adapters.pack import source_rules
from kinoqor.register.source.rules import describe
from kinoqor.register.subject.models import Subject

HEAD = (
    "number",
    "property",
    "does",
    "old",
    "new",
    "source",
    "records",
    "made_at",
    "made_by",
    "why",
    "undone_at",
)


@dataclass(slots=True)
class Record:
    """One record of a series before the change: what stands of the property, and the newest deed on it."""

    subject: int
    ref: str
    claims: list[Claim] = field(default_factory=list)
    newest: int = 0


def newest_deed() -> int:
    """The number of the newest line of the journal: what is seen now."""
    return Deed.objects.aggregate(newest=Max("pk"))["newest"] or 0


def records(kind: str, refs: Sequence[str], prop: str) -> list[Record]:
    """These records in their order, with what stands of a property; what is shown under no number of its own is left out.

    Four queries for every 900 records.
    """
    one, found = clusters(), {}
    for named in batched(dict.fromkeys(refs), 900):
        rows = Subject.objects.filter(ref__in=named, kind=kind, merged=None).values_list("ref", "pk")
        found.update({ref: Record(pk, ref) for ref, pk in rows})
    shown = {each: record for record in found.values() for each in one.members(record.subject)}
    for some in batched(shown, 900):
        claims = standing().filter(subject__in=some, prop=prop).select_related("source", "target", "subject")
        for claim in claims.order_by("-rank", "pk"):
            shown[claim.subject_id].claims.append(claim)
    for member, deed in newest_of(list(shown), prop).items():
        shown[member].newest = max(shown[member].newest, deed)
    return [found[ref] for ref in dict.fromkeys(refs) if ref in found]


def outcomes(
    change: Change, kind: str, refs: Sequence[str], seen: int, voice: str
) -> list[tuple[str, Record | None, Outcome]]:
    """What a change does to each of these records: (number, the record if it stands under it, the outcome)."""
    own, led = own_refs(voice), clusters().refs
    new = as_would_stand(change)
    found = {record.ref: record for record in records(kind, refs, change.prop)}
    told: list[tuple[str, Record | None, Outcome]] = []
    for ref in dict.fromkeys(refs):
        record = found.get(ref)
        if record is None:
            told.append((ref, None, Outcome(Left.GONE)))
            continue
        stood = [Stands(claim.pk, as_said(claim, led), claim.source.address) for claim in record.claims]
        told.append((ref, record, outcome(change, stood, new, ref in own, record.newest > seen)))
    return told


def own_refs(voice: str) -> Collection[str]:
    """The numbers under which the register knows whoever acts."""
    number = number_of(voice)
    someone = person(number) if number else None
    return refs_with(someone.person_ref) if someone and someone.person_ref else ()


def as_would_stand(change: Change) -> Said | None:
    """The new value of a change as its claim would stand, after all that stands now."""
    entry: Entry | None = change.entry
    if entry is None or change.do not in SAYS:
        return None
    said = describe(entry.source, source_rules(settings.PACK))
    order = Claim.objects.aggregate(newest=Max("pk"))["newest"] or 0
    return Said(
        entry.value, -1, said.house, said.reliability, rank_of(change.do), order + 1, entry.target,
        unit=entry.qualifiers.get("currency", ""),
    )  # fmt: skip


def values(kind: str, refs: Sequence[str], prop: str) -> list[tuple[tuple[str, str], int]]:
    """What stands of a property in these records: ((value, number of the subject that it names), in how many records)."""
    found: Counter[tuple[str, str]] = Counter()
    led = clusters().refs
    for record in records(kind, refs, prop):
        said = [as_said(claim, led) for claim in record.claims]
        found.update({(each.value, each.target) for each in said})
    return sorted(found.items(), key=lambda row: (-row[1], row[0]))


def numbers_of(stated: Iterable[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The numbers of standing claims by (subject, fingerprint)."""
    wanted = set(stated)
    found = {}
    for some in batched({subject for subject, _mark in wanted}, 900):
        rows = standing().filter(subject__in=some).values_list("subject_id", "fingerprint", "pk")
        found.update({(subject, mark): pk for subject, mark, pk in rows if (subject, mark) in wanted})
    return found


def series() -> QuerySet[Series]:
    """Every series with its deeds, the newest first."""
    return Series.objects.select_related("made", "undone").order_by("-pk")


def steps_of(number: int, subjects: Collection[int] | None = None) -> list[Step]:
    """What a series did (to these records, where given), record by record, what it withdrew first."""
    found = Step.objects.filter(series=number).select_related(
        "subject", "claim__subject", "claim__source", "claim__target", "claim__stated", "claim__withdrawn"
    )
    found = found if subjects is None else found.filter(subject__in=subjects)
    return list(found.order_by("subject__ref", "stated", "pk"))


def subjects_of(number: int) -> QuerySet[Subject]:
    """The records that a series changed, by number."""
    changed = Step.objects.filter(series=number).values("subject")
    return Subject.objects.filter(pk__in=changed).order_by("ref")


@dataclass(slots=True)
class Undoing:
    """What undoing a series does to one record: claims that go, claims that stand again, why it is passed by ("")."""

    ref: str
    left: str = ""
    gone: list[Claim] = field(default_factory=list)
    again: list[Claim] = field(default_factory=list)


def undoing(of: Series, voice: str) -> list[Undoing]:
    """What undoing would do to each record of a series; one query for what it did, and one for every 900 records."""
    own, known = own_refs(voice), dict[int, int]()
    found: dict[str, Undoing] = {}
    for step in steps_of(of.pk):
        one = found.setdefault(step.subject.ref, Undoing(step.subject.ref))
        (one.gone if step.stated else one.again).append(step.claim)
        did = step.claim.stated_id if step.stated else step.claim.withdrawn_id or 0
        known[step.claim.subject_id] = max(known.get(step.claim.subject_id, 0), did)
    newest = newest_of(list(known), of.prop)
    for one in found.values():
        if one.ref in own:
            one.left = Left.OWN
        elif any(
            newest[each] > known[each] for each in {claim.subject_id for claim in (*one.gone, *one.again)}
        ):
            one.left = Left.CHANGED
    return list(found.values())


def rows(found: Iterable[Series]) -> Iterator[Sequence[object]]:
    """Series as rows of a file, in the columns of HEAD."""
    listed = list(found)
    called = names_of(each.made.voice for each in listed)
    for each in listed:
        undone = each.undone.at.isoformat() if each.undone else ""
        yield (
            each.pk, each.prop, each.do, each.old, each.new, each.source, each.records, each.made.at.isoformat(),
            called[each.made.voice], each.made.why, undone,
        )  # fmt: skip
