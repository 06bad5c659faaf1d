"""Questions about newcomers: who waits, what is said of them, who in the register is called alike."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.role.words import Role
from kinoqor.keeping.correction.queries import kept_about as corrections_kept_about
from kinoqor.keeping.newcomer.models import Newcomer
from kinoqor.keeping.newcomer.rules import Name, Person, answers
from kinoqor.keeping.newcomer.words import MOST_ALIKE, NO_SOURCE, PRE, Fate
from kinoqor.keeping.twin.queries import bearers
from kinoqor.keeping.twin.rules import Bearer, Named, Seen, compare, weight
from kinoqor.kit.batch import batched
from kinoqor.kit.fold import fold, skeleton
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.spelling.queries import find
from kinoqor.register.subject.words import Kind


def newcomers() -> QuerySet[Newcomer]:
    """Every newcomer with their subject and deeds, the oldest first."""
    return Newcomer.objects.select_related("subject", "made", "judged").order_by("pk")


def visible_to(who: Who) -> QuerySet[Newcomer]:
    """Who may be seen on the desk: all of them by a cataloguer, none by anyone else."""
    return newcomers() if who.holds(Role.CATALOGUER) else Newcomer.objects.none()


def open_to(who: Who) -> QuerySet[Newcomer]:
    """Who waits that this reader may judge: nobody judges whom they have proposed."""
    return visible_to(who).filter(fate=Fate.OPEN).exclude(proposer=who.voice)


def held(number: int) -> Newcomer:
    """The newcomer, held until the transaction ends; raises Newcomer.DoesNotExist."""
    return Newcomer.objects.select_for_update(of=("self",)).select_related("subject").get(pk=number)


def of_company(organisation: int, refs: Collection[str]) -> dict[str, Newcomer]:
    """Those of these records who are newcomers of a company, by number."""
    found = newcomers().filter(organisation=organisation, subject__ref__in=list(refs)) if refs else ()
    return {each.subject.ref: each for each in found}


def waiting_of(organisation: int) -> dict[str, Person]:
    """The newcomers of a company who wait, by number, as they were proposed; two queries."""
    return people(newcomers().filter(organisation=organisation, fate=Fate.OPEN))


def waiting_called(organisation: int, asked: str) -> dict[str, Person]:
    """Those of them who answer a name, whole or in part, in whatever script."""
    return {ref: person for ref, person in waiting_of(organisation).items() if answers(asked, person)}


def counted(organisation: int) -> tuple[int, int]:
    """How many newcomers of a company wait, and how many came within a day."""
    since = timezone.now() - timedelta(days=1)
    found = Newcomer.objects.filter(organisation=organisation).aggregate(
        waiting=Count("pk", filter=Q(fate=Fate.OPEN)), today=Count("pk", filter=Q(made__at__gte=since))
    )
    return found["waiting"], found["today"]


def claims_of(subject: int) -> QuerySet[Claim]:
    """What was proposed of a newcomer, whatever became of it."""
    return (
        Claim.objects.filter(subject=subject, sender__startswith=PRE).select_related("source").order_by("pk")
    )


def people(some: Iterable[Newcomer]) -> dict[str, Person]:
    """Newcomers as they were proposed, by number; one query more for every 900 of them."""
    known = {each.subject_id: each for each in some}
    said: dict[int, list[Claim]] = {subject: [] for subject in known}
    for part in batched(known, 900):
        found = Claim.objects.filter(subject__in=part, sender__startswith=PRE)
        for claim in found.select_related("source").order_by("pk"):
            said[claim.subject_id].append(claim)
    return {each.subject.ref: _person(each, said[subject]) for subject, each in known.items()}


def _person(newcomer: Newcomer, claims: Collection[Claim]) -> Person:
    names = tuple(Name(claim.value, claim.lang) for claim in claims if claim.prop == "name")
    born = next((claim.value for claim in claims if claim.prop == "birth"), "")
    source = next((claim.source.address for claim in claims), NO_SOURCE)
    return Person(
        names, int(born) if born else None, newcomer.known_for, "" if source == NO_SOURCE else source
    )


@dataclass(frozen=True, slots=True)
class Alike:
    """Somebody in the register who may be the newcomer, with what speaks for it."""

    card: Card
    seen: list[Seen]


def look_alikes(person: Person) -> list[Alike]:
    """The people of the register who are called like this, what speaks for itself first."""
    numbers = {
        hit.found.subject
        for name in person.names
        for hit in find(name.text, 30)[1]
        if hit.found.kind == Kind.PERSON
    }
    if not numbers:
        return []
    named = [(name.text, fold(name.text)) for name in person.names]
    mine = Bearer(
        0, Kind.PERSON, tuple(Named(text, folded, skeleton(folded)) for text, folded in named), person.born
    )
    found = {each.subject: seen for each in bearers(Kind.PERSON, numbers) if (seen := compare(mine, each))}
    first = sorted(found, key=lambda number: (-weight(found[number]), number))[:MOST_ALIKE]
    cards = Card.objects.in_bulk(first)
    return [Alike(cards[number], found[number]) for number in first if number in cards]


def kept_about(voice: str) -> list[dict[str, Any]]:
    """What is kept of all that a person has proposed to the register, corrections and people, as plain values."""
    some = list(newcomers().filter(proposer=voice)) if voice else []
    said = people(some)
    return corrections_kept_about(voice) + [
        {
            "record": one.subject.ref,
            "names": {name.lang: name.text for name in said[one.subject.ref].names},
            "born": said[one.subject.ref].born,
            "known_for": one.known_for,
            "source": said[one.subject.ref].source,
            "at": one.made.at.isoformat(),
            "fate": one.fate,
            "ground": one.ground,
            "answered": one.judged.at.isoformat() if one.judged else None,
        }
        for one in some
    ]
