"""Questions about identity: who is shown under whose number, and who has judged so."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime

from django.db.models import Q, QuerySet

from kinoqor.kit.batch import batched
from kinoqor.register.claim.queries import Relation
from kinoqor.register.claim.rules import Said
from kinoqor.register.identity.models import Judgement, Merged
from kinoqor.register.identity.rules import Pair, leaders, together
from kinoqor.register.identity.words import Judged
from kinoqor.register.subject.models import Subject


@dataclass(frozen=True, slots=True)
class Clusters:
    """Who is one with whom: subject -> leader by number, leaders included; ref -> ref for those that are led."""

    led: dict[int, int] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=dict)

    def members(self, subject: int) -> list[int]:
        """All subjects that are shown under this one, itself first."""
        return [subject, *(pk for pk, leader in self.led.items() if leader == subject and pk != subject)]

    def pointing(self, claims: list[tuple[str, Said]]) -> list[tuple[str, Said]]:
        """Claims that point to a subject, pointing to the one under whose number it is shown."""
        if not self.refs:
            return claims
        return [(code, self._pointing(said)) for code, said in claims]

    def _pointing(self, said: Said) -> Said:
        shown = self.refs.get(said.target)
        if shown is None:
            return said
        # What names the other by its number only, names it by the number that leads.
        return replace(said, target=shown, value=shown if said.value == said.target else said.value)


def clusters() -> Clusters:
    """Who is one with whom now; one query."""
    rows = Merged.objects.values_list("subject_id", "leader_id", "subject__ref", "leader__ref")
    found = Clusters()
    for subject, leader, ref, leading in rows.order_by("subject_id"):
        found.led[subject] = found.led[leader] = leader
        found.refs[ref] = leading
    return found


def clusters_on(moment: datetime) -> Clusters:
    """Who was one with whom at `moment` (aware); two queries at most."""
    stood = Judgement.objects.filter(
        Q(withdrawn=None) | Q(withdrawn__at__gt=moment), judged=Judged.SAME, made__at__lte=moment
    )
    led = leaders(stood.values_list("one_id", "other_id"))
    if not led:
        return Clusters()
    refs = dict(Subject.objects.filter(pk__in=list(led)).values_list("pk", "ref"))
    return Clusters(led, {refs[pk]: refs[leader] for pk, leader in led.items() if pk != leader})


def with_twins(subjects: Collection[int]) -> set[int]:
    """These subjects and all that are one with any of them."""
    found = set(subjects)
    for some in batched(subjects, 400):
        touched = Merged.objects.filter(Q(subject__in=some) | Q(leader__in=some)).values("leader")
        for pair in Merged.objects.filter(leader__in=touched).values_list("subject_id", "leader_id"):
            found.update(pair)
    return found


def as_shown(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Relations that come subject by subject, with both ends as they are shown; those of a cluster come last, as one."""
    led = clusters().led
    if not led:
        yield from relations
        return
    for subject, some in together(relations, lambda relation: relation.subject, led):
        for each in some:
            target = led.get(each.target, each.target) if each.target is not None else None
            yield replace(each, subject=subject, target=target)


def leading(ref: str) -> str:
    """The ref under which a ref is shown now; itself where it leads, or where nobody knows it."""
    found = Merged.objects.filter(subject__ref=ref).values_list("leader__ref", flat=True).first()
    return found or ref


def led_by(refs: Collection[str]) -> dict[str, str]:
    """The refs of these that are shown under another, each with that other; no query where none are asked for."""
    if not refs:
        return {}
    found = Merged.objects.filter(subject__ref__in=list(refs))
    return dict(found.values_list("subject__ref", "leader__ref"))


def refs_with(ref: str) -> list[str]:
    """All refs that are one with this one, itself included; one query."""
    touched = Merged.objects.filter(Q(subject__ref=ref) | Q(leader__ref=ref)).values("leader")
    pairs = Merged.objects.filter(leader__in=touched).values_list("subject__ref", "leader__ref")
    return sorted({ref, *(each for pair in pairs for each in pair)})


def numbers_with(subject: int) -> list[int]:
    """All subjects that are one with this one, itself included; one query."""
    return sorted(with_twins([subject]))


def judgements() -> QuerySet[Judgement]:
    """Every judgement with its subjects and deeds, the newest first."""
    return Judgement.objects.select_related("one", "other", "made", "withdrawn").order_by("-pk")


def standing_about(subjects: Collection[int]) -> dict[Pair, Judged]:
    """What is judged now of any pair that touches these subjects or those that are one with them."""
    wide = with_twins(subjects)
    found = Judgement.objects.filter(Q(one__in=wide) | Q(other__in=wide), withdrawn=None)
    return {
        (one, other): Judged(said) for one, other, said in found.values_list("one_id", "other_id", "judged")
    }


def judgements_by(voice: str) -> QuerySet[Judgement]:
    """Every judgement that this voice has made, the newest first."""
    return judgements().filter(made__voice=voice)


def judgements_about(refs: Collection[str]) -> QuerySet[Judgement]:
    """Every judgement, standing or taken back, that touches one of these refs, the newest first.

    The subjects are found before they are joined: a condition over two joined tables at once has no index to go by.
    """
    about = Subject.objects.filter(ref__in=refs).values("pk")
    return judgements().filter(Q(one__in=about) | Q(other__in=about))


def pointing_at(subjects: Collection[int]) -> set[int]:
    """The subjects whose claims name one of these, so that their cards change when these become one or split."""
    return set(Subject.objects.filter(claims__target__in=subjects).values_list("pk", flat=True))
