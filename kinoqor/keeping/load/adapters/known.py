"""What the register knows of some rows: a handful of questions for any number of them."""

from collections.abc import Collection, Iterable, Mapping

from kinoqor.keeping.edit.words import NAMES_A, SAID_OF
from kinoqor.keeping.load.rules import bones_of, is_number
from kinoqor.keeping.load.words import PER_PIECE, SAME_AS, Candidate, Ground, Known, Said
from kinoqor.kit.batch import batched
from kinoqor.kit.fold import fold
from kinoqor.register.card.words import NAMED_BY
from kinoqor.register.claim.queries import fingerprints, standing
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.identity.queries import clusters
from kinoqor.register.spelling.models import Spelling
from kinoqor.register.spelling.words import Standing
from kinoqor.register.subject.models import Subject


def know(rows: Collection[Said], ground: Ground, decided: Iterable[str] = ()) -> Known:
    """What the register knows of these rows."""
    known = Known()
    numbers = {row.ref for row in rows if row.ref} | {
        word for word in decided if not word.startswith(SAME_AS)
    }
    names: dict[str, set[str]] = {}
    for piece in (piece for row in rows for piece in row.pieces if piece.prop in NAMES_A):
        kind = NAMES_A[piece.prop]
        if is_number(piece.value, kind):
            numbers.add(piece.value.lower())
        else:
            names.setdefault(kind, set()).add(fold(piece.value)[:200])
    bones = {bone for row in rows if not row.ref for bone in bones_of(row, ground.kind)}
    known.alike = _alike(bones, ground.kind)
    known.named = _named(names)
    numbers |= {each.ref for some in known.alike.values() for each in some}
    together = clusters()
    known.led = {ref: together.refs[ref] for ref in numbers if ref in together.refs}
    for some in batched(numbers | set(known.led.values()), PER_PIECE):
        about = Subject.objects.filter(ref__in=some).values_list("ref", "pk", "kind")
        known.subjects |= {ref: (pk, kind) for ref, pk, kind in about}
    shown = {pk for pk, kind in known.subjects.values() if kind == ground.kind}
    members = {pk: leader for pk, leader in together.led.items() if leader in shown}
    _stand(known, ground, {pk: pk for pk in shown} | members)
    return known


def _alike(bones: Collection[str], kind: str) -> dict[str, list[Candidate]]:
    found: dict[str, list[Candidate]] = {}
    for some in batched(bones, PER_PIECE):
        alike = Spelling.objects.filter(kind=kind, bones__in=some).order_by("-weight", "subject_id")
        for bone, pk, ref, year in alike.values_list(
            "bones", "subject_id", "subject__ref", "year"
        ).distinct():
            found.setdefault(bone, []).append(Candidate(pk, ref, year))
    return found


def _named(names: dict[str, set[str]]) -> dict[tuple[str, str], list[str]]:
    """Who bears these names so that a source has written them."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind, wanted in names.items():
        for some in batched(wanted, PER_PIECE):
            borne = Spelling.objects.filter(kind=kind, folded__in=some, standing__gte=Standing.ATTESTED)
            for folded, ref in (
                borne.values_list("folded", "subject__ref").distinct().order_by("subject__ref")
            ):
                found.setdefault((kind, folded), []).append(ref)
    return found


def _stand(known: Known, ground: Ground, shown_as: Mapping[int, int]) -> None:
    """What stands of these records with one value, and what the sender itself says of them.

    `shown_as`: each of them and of those that are one with them -> the one under whose number it is shown.
    """
    single = [prop for prop in SAID_OF[ground.kind] if not PROPERTIES[prop].many]
    for some in batched(shown_as, PER_PIECE):
        claims = standing().filter(subject__in=some)
        sure = claims.filter(prop__in=single).exclude(rank=Rank.UNVERIFIED)
        for pk, prop, value in sure.values_list("subject_id", "prop", "value"):
            known.stands.setdefault((shown_as[pk], prop), set()).add(value)
        own = claims.filter(sender=ground.sender, prop=NAMED_BY[ground.kind])
        for pk, value, lang in own.values_list("subject_id", "value", "lang"):
            known.names.setdefault(shown_as[pk], set()).add((value, lang))
        for pk, mark in fingerprints(ground.sender, some):
            known.marks.setdefault(shown_as[pk], set()).add(mark)
