"""Questions about records that look alike: what is compared, which pairs wait, what is judged."""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from kinoqor.accounts.notice.queries import number_of
from kinoqor.accounts.role.queries import Who
from kinoqor.accounts.user.queries import person
from kinoqor.keeping.twin.models import Pair
from kinoqor.keeping.twin.rules import Bearer, Named, Seen, compare, keys, to_compare, weight
from kinoqor.keeping.twin.words import Sign
from kinoqor.register.card.models import Card
from kinoqor.register.credit.models import Credit
from kinoqor.register.credit.words import Role
from kinoqor.register.identity.models import Judgement
from kinoqor.register.identity.queries import judgements, refs_with
from kinoqor.register.spelling.models import Spelling
from kinoqor.register.spelling.words import Standing
from kinoqor.register.subject.models import Subject
from kinoqor.register.subject.queries import numbers
from kinoqor.register.subject.words import Kind

JUDGED = Judgement.objects.filter(one=OuterRef("one"), other=OuterRef("other"), withdrawn=None)


def open_pairs(kind: str = "") -> QuerySet[Pair]:
    """The pairs that nobody has judged, what speaks for itself first."""
    found = Pair.objects.filter(~Exists(JUDGED), one__merged=None, other__merged=None)
    found = found.filter(kind=kind) if kind else found
    return found.select_related("one", "other").order_by("-weight", "pk")


def visible_to(who: Who, kind: str = "") -> QuerySet[Pair]:
    """The pairs that wait for a reader: all but those about themselves."""
    own = own_refs(who)
    found = open_pairs(kind)
    return found.exclude(Q(one__ref__in=own) | Q(other__ref__in=own)) if own else found


def own_refs(who: Who) -> list[str]:
    """The numbers under which the register knows the reader."""
    return refs_with(who.user.person_ref) if who.user and who.user.person_ref else []


def own_numbers(voice: str) -> set[int]:
    """The database numbers of the records about a person, by their voice in the journal."""
    number = number_of(voice)
    someone = person(number) if number else None
    return set(numbers(refs_with(someone.person_ref)).values()) if someone and someone.person_ref else set()


def pairs_of(ref: str) -> QuerySet[Pair]:
    """The pairs in which a record stands and that nobody has judged."""
    return open_pairs().filter(Q(one__ref=ref) | Q(other__ref=ref))


def candidates_of(refs: Collection[str]) -> set[str]:
    """Which of these records stand in a pair that nobody has judged; one query."""
    found = open_pairs().filter(Q(one__ref__in=refs) | Q(other__ref__in=refs))
    pairs = found.order_by().values_list("one__ref", "other__ref")
    return {ref for pair in pairs for ref in pair} & set(refs)


def judged(kind: str, said: str) -> QuerySet[Judgement]:
    """The standing judgements of a kind of record ("" for all) that say this, the newest first."""
    found = judgements().filter(withdrawn=None, judged=said)
    return found.filter(one__kind=kind) if kind else found


def pair(one: str, other: str) -> tuple[Subject, Subject] | None:
    """Two subjects of one kind by their numbers, with their cards, the one known for longer first; None: no pair."""
    found = list(Subject.objects.filter(ref__in=[one, other]).select_related("card").order_by("pk"))
    return (found[0], found[1]) if len(found) == 2 and found[0].kind == found[1].kind else None


def judgement_on(one: Subject, other: Subject) -> Judgement | None:
    """What is judged of a pair now."""
    return judgements().filter(one=one, other=other, withdrawn=None).first()


def seen(one: Subject, other: Subject) -> list[Seen]:
    """What speaks for two records being the same, found anew from the register as it stands."""
    found = {each.subject: each for each in bearers(one.kind, [one.pk, other.pk])}
    return compare(found[one.pk], found[other.pk]) if len(found) == 2 else []


def bearers(kind: str, subjects: Collection[int] | None = None) -> Iterator[Bearer]:
    """The records of a kind as they are compared (of these numbers, where given); three queries."""
    rows = Spelling.objects.filter(kind=kind, standing__gte=Standing.ATTESTED)
    cards = Card.objects.filter(kind=kind)
    if subjects is not None:
        rows, cards = rows.filter(subject__in=subjects), cards.filter(pk__in=subjects)
    years = dict(cards.values_list("pk", "year"))
    shares = _shares(kind, subjects)
    named = rows.order_by("subject", "-standing", "pk").values_list("subject", "text", "folded", "bones")
    for subject, some in groupby(named.iterator(chunk_size=5000), key=lambda row: row[0]):
        names = tuple(Named(text, folded, bones) for _subject, text, folded, bones in some)
        yield Bearer(subject, kind, names, years.get(subject), frozenset(shares.get(subject, ())))


def _shares(kind: str, subjects: Collection[int] | None) -> dict[int, set[int]]:
    """Film -> its directors; person -> the films they are credited in."""
    found: dict[int, set[int]] = {}
    rows = Credit.objects.all()
    if kind == Kind.WORK:
        rows = rows.filter(role=Role.DIRECTOR)
        mine, theirs = "film_id", "person_id"
    elif kind == Kind.PERSON:
        mine, theirs = "person_id", "film_id"
    else:
        return found
    if subjects is not None:
        rows = rows.filter(**{f"{mine}__in": list(subjects)})
    for one, other in rows.values_list(mine, theirs):
        found.setdefault(one, set()).add(other)
    return found


def look_alikes(kind: str) -> Iterator[tuple[int, int, int, list[Seen]]]:
    """(number, number, weight, what is seen) of all records of a kind that look alike."""
    known = {each.subject: each for each in bearers(kind)}
    for one, other in sorted(to_compare({number: keys(each) for number, each in known.items()})):
        found = compare(known[one], known[other])
        if found:
            yield one, other, weight(found), found


def as_seen(signs: list[dict[str, Any]]) -> list[Seen]:
    """The signs of a pair as they were kept."""
    return [Seen(Sign(each["sign"]), each["one"], each["other"], tuple(each["shared"])) for each in signs]
