"""Questions at the desk of a card."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import BigIntegerField, Max, Q
from django.db.models.functions import Cast, Substr
from django.utils.functional import Promise

from kinoqor.accounts.user.queries import names_of
from kinoqor.keeping.edit.words import DOUBT, FIRST_BY_HAND, LETTER, SAID_OF
from kinoqor.kit.batch import batched
from kinoqor.kit.presence import others
from kinoqor.register.card.models import Card
from kinoqor.register.claim.models import Claim
from kinoqor.register.claim.queries import PUBLIC, standing
from kinoqor.register.claim.words import PROPERTIES, Rank
from kinoqor.register.face.words import LISTS
from kinoqor.register.history.queries import Testimony, one_by_one
from kinoqor.register.identity.queries import leading, numbers_with, refs_with
from kinoqor.register.level.rules import for_next, of_bits
from kinoqor.register.level.words import ELEMENTS, Level, noun_of
from kinoqor.register.spelling.queries import find, with_cards
from kinoqor.register.subject.models import Subject
from kinoqor.ui import pack

# Claims with their numbers, as those are given who write.
Claims = Collection[Claim]


def subject(ref: str) -> Subject | None:
    """The subject of this number, if it stands under its own."""
    return Subject.objects.filter(ref=ref, merged=None).first()


def meant(number: str) -> Subject | None:
    """The subject that is shown for a number, which may be one that was given to the same twice."""
    return subject(leading(number))


def shown_of(claim: Claim) -> str:
    """Under which number a claim is shown."""
    return leading(claim.subject.ref)


def standing_claim(number: int) -> Claim | None:
    """A claim that stands, with its subject and source."""
    return standing().filter(pk=number).select_related("subject", "source", "target").first()


def claims_on(ref: str, prop: str = "") -> list[Claim]:
    """What stands of a subject and of those that are one with it (of one property, where given).

    The preferred first, then in the order of stating.
    """
    found = standing().filter(subject__ref__in=refs_with(ref))
    found = found.filter(prop=prop) if prop else found
    return list(
        found.select_related("subject", "source", "target", "stated", "withdrawn").order_by(
            "prop", "-rank", "pk"
        )
    )


@dataclass(frozen=True, slots=True)
class Stood:
    """A value that stands, in words, with every claim that says it and whether a cataloguer prefers it."""

    said: Testimony
    preferred: bool
    claims: list[Claim]


def stood(ref: str, prop: str = "") -> list[Stood]:
    """What stands of a subject (of one property), what several sources say alike as one value."""
    return in_words(claims_on(ref, prop))


def in_words(claims: list[Claim]) -> list[Stood]:
    """Claims in words of the page's language, those that say the same as one."""
    found: dict[tuple[object, ...], Stood] = {}
    for claim, said in one_by_one(claims):
        bare = {name: value for name, value in claim.qualifiers.items() if name != "dispute"}
        key = (claim.prop, claim.value, claim.target_id, claim.lang, repr(sorted(bare.items())), claim.rank)
        found.setdefault(key, Stood(said, claim.rank == Rank.PREFERRED, [])).claims.append(claim)
    return list(found.values())


def newest(about: int, prop: str) -> int:
    """The number of the newest deed by which a property of a subject was stated, published or withdrawn.

    What was only proposed, and what became of it unpublished, has changed nothing yet.
    """
    return max(newest_of(numbers_with(about), prop).values(), default=0)


def newest_of(subjects: Collection[int], prop: str) -> dict[int, int]:
    """The same for each of these subjects by itself; one query for every 900."""
    found: dict[int, int] = {}
    for some in batched(subjects, 900):
        rows = Claim.objects.filter(PUBLIC, subject__in=some, prop=prop).values_list("subject")
        stated = Max("stated", filter=Q(proposed=False))
        for subject, *deeds in rows.annotate(a=stated, b=Max("published"), c=Max("withdrawn")):
            found[subject] = max((deed for deed in deeds if deed), default=0)
    return found


def shown(about: int, prop: str, lang: str = "") -> str:
    """The value that the card shows of a property (in one language, where it has languages), as it is kept."""
    facts = Card.objects.filter(subject__in=numbers_with(about)).values_list("facts", flat=True).first() or {}
    voices = facts.get(prop, {}).get("voices", [])
    spoken = [voice for voice in voices if not PROPERTIES[prop].per_language or voice.get("lang", "") == lang]
    return str(spoken[0]["value"]) if spoken else ""


def preferred(about: int, prop: str, lang: str) -> list[Claim]:
    """The standing claims that a cataloguer prefers, of a property (in one language, where it has languages)."""
    found = standing().filter(subject__in=numbers_with(about), prop=prop, rank=Rank.PREFERRED)
    return list(found.filter(lang=lang) if PROPERTIES[prop].per_language else found)


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete a record is, in words: its level, what it needs for the next one, what is doubtful about it.

    Each need is a noun with the property at whose form it is met ("" where none meets it).
    """

    level: str | Promise
    next: str | Promise = ""
    needs: tuple[tuple[str | Promise, str], ...] = ()
    doubts: tuple[tuple[str | Promise, str], ...] = ()


def completeness(card: Card) -> Completeness:
    """The state of a record of a kind that has levels."""
    lacks, kind = of_bits(card.lacks), card.kind
    level, needed = for_next(kind, lacks)
    needs = [(noun_of(kind, lack), _form_for(kind, lack)) for lack in needed]
    doubts = [DOUBT[lack] for lack in DOUBT if lack in lacks]
    shown = Level(card.level).label if card.level is not None else ""
    return Completeness(shown, level.label if level is not None else "", tuple(needs), tuple(doubts))


def _form_for(kind: str, lack: str) -> str:
    return next((prop for prop in ELEMENTS[lack].props if prop in SAID_OF[kind]), "")


def codes_of(prop: str) -> list[tuple[str, str]]:
    """(code, label) of a property's controlled list."""
    name = LISTS.get(prop, "")
    return (
        sorted(((code, pack.label(name, code)) for code in pack.codes(name)), key=lambda pair: pair[1])
        if name
        else []
    )


def look_alikes(text: str, kind: str, most: int = 8) -> list[tuple[str, str, int | None, str]]:
    """(number, title, year, address) of what is called like this, best first."""
    _asked, hits = find(text, 40)
    found = [one for one in with_cards(hits) if one.card.kind == kind]
    page = pack.language()
    return [
        (one.card.ref, getattr(one.card, f"title_{page}"), one.card.year, one.card.get_absolute_url())
        for one in found[:most]
    ]


def next_numbers(kind: str, many: int) -> list[str]:
    """The first numbers that no subject of this kind has had, above those of the packs.

    Whoever gives them waits for their turn first (`kit.turn`), or someone else is given the same.
    """
    letter = LETTER[kind]
    given = Subject.objects.filter(ref__regex=rf"^{letter}[0-9]{{6,9}}$")
    last = given.aggregate(last=Max(Cast(Substr("ref", 2), BigIntegerField())))["last"]
    first = (last or FIRST_BY_HAND - 1) + 1
    return [f"{letter}{number}" for number in range(first, first + many)]


def present(ref: str, but: int) -> list[str]:
    """The names of those who are at a card now, but one."""
    voices = [f"user:{person}" for person in others(f"card:{ref}", but)]
    names = names_of(voices) if voices else {}
    return [names[voice] for voice in voices]
